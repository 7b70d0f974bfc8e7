//! How a receipt is proved: where the public log holds it, who has signed that, and how anybody checks it.

use super::{Proof, ReceiptView, SignedWords};
use crate::{
    components::{Row, body, bullets, details, row, row_text},
    i18n::{day_and_time, grouped},
    shell::PageContext,
    t,
};
use leptos::prelude::*;
use time::PrimitiveDateTime;

pub(super) fn proof(ctx: &PageContext, seen: &ReceiptView) -> Vec<Row> {
    let web = seen.verify.as_ref().map(|path| {
        body(t!(ctx, "receipt-check-web", address = format!("{}{path}", seen.address)))
    });
    let program = t!(ctx, "receipt-check-program", web = if web.is_some() { "yes" } else { "no" });
    let command = format!("sayso receipt verify {}.json", seen.code.replace(' ', "-"));
    let mut rows = vec![
        row(t!(ctx, "receipt-log"), log(ctx, &seen.proof)),
        row_text(t!(ctx, "receipt-key"), t!(ctx, "receipt-key-value", key = seen.key.clone())),
    ];
    if !seen.words.sentences.is_empty() {
        let words = t!(ctx, "receipt-language-value", lang = seen.words.lang.code());
        rows.push(row_text(t!(ctx, "receipt-language"), words));
    }
    rows.push(row(t!(ctx, "receipt-check"), view! { {web}{body(program)}<code>{command}</code> }));
    rows
}

/// Where the public log holds it, and who has signed that.
fn log(ctx: &PageContext, proof: &Proof) -> AnyView {
    match proof {
        Proof::Before(None) => t!(ctx, "receipt-log-before").into_any(),
        Proof::Before(Some(line)) => t!(ctx, "receipt-log-value", line = grouped(*line)).into_any(),
        Proof::Waits => t!(ctx, "receipt-log-waits").into_any(),
        Proof::Public { line, since, witnesses } => {
            let signed = |(name, at): &(String, PrimitiveDateTime)| {
                let at = day_and_time(ctx.lang, *at);
                t!(ctx, "receipt-log-witness", name = name.clone(), date = at).into_any()
            };
            let list =
                (!witnesses.is_empty()).then(|| bullets(witnesses.iter().map(signed).collect()));
            let (who, means) = if witnesses.is_empty() {
                (t!(ctx, "receipt-log-no-witness"), t!(ctx, "receipt-log-means-alone"))
            } else {
                (t!(ctx, "receipt-log-witnesses"), t!(ctx, "receipt-log-means"))
            };
            let since = day_and_time(ctx.lang, *since);
            view! {
                {body(t!(ctx, "receipt-log-public", date = since, line = grouped(*line)))}
                {body(who)}
                {list}
                {body(means)}
            }
            .into_any()
        }
    }
}

/// The sentences of the signed file, for those who open them.
pub(super) fn signed(ctx: &PageContext, words: &SignedWords) -> Option<AnyView> {
    if words.sentences.is_empty() {
        return None;
    }
    let sentences: Vec<_> = words.sentences.iter().cloned().map(body).collect();
    let inside = view! {
        {body(t!(ctx, "receipt-words-text"))}
        <div lang=words.lang.code()>{sentences}</div>
    };
    Some(details(t!(ctx, "receipt-words"), inside.into_any()))
}
