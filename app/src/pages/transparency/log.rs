//! The log: what was published of it, who watches it, and how to check it with tools that are not ours.

use super::view::{Checkpoint, Earlier, LogView, Witness};
use crate::{
    components::{Row, body, bullets, heading_l, heading_m, root, row, row_text, summary_list},
    i18n::{day_and_time, grouped},
    paths, rich,
    shell::PageContext,
    t,
};
use leptos::prelude::*;

pub(super) fn log(ctx: &PageContext, seen: &LogView) -> AnyView {
    let mut rows = vec![row(t!(ctx, "log-origin"), code(&seen.origin))];
    rows.extend(seen.checkpoint.iter().flat_map(|checkpoint| published(ctx, checkpoint)));
    rows.push(row(t!(ctx, "log-key"), code(&seen.vkey)));
    let newest = match seen.checkpoint {
        Some(_) => body(rich!(ctx, "log-checkpoint"; checkpoint => paths::CHECKPOINT)),
        None => body(t!(ctx, "log-none")),
    };
    view! {
        {heading_l(t!(ctx, "log-heading"))}
        {body(t!(ctx, "log-lead"))}
        {summary_list(rows)}
        {newest}
        {(!seen.earlier.is_empty()).then(|| earlier(ctx, &seen.earlier))}
        {witnesses(ctx, &seen.witnesses)}
        {check(ctx)}
    }
    .into_any()
}

fn published(ctx: &PageContext, checkpoint: &Checkpoint) -> [Row; 3] {
    [
        row_text(t!(ctx, "log-size"), grouped(checkpoint.size)),
        row(t!(ctx, "log-root"), root(&checkpoint.root)),
        row_text(t!(ctx, "log-when"), day_and_time(ctx.lang, checkpoint.at)),
    ]
}

fn earlier(ctx: &PageContext, names: &[Earlier]) -> AnyView {
    let each = names.iter().map(|name| {
        let when = day_and_time(ctx.lang, name.at);
        let told = t!(ctx, "log-earlier-name", when = when, size = grouped(name.until));
        view! { {told}" "{code(&name.origin)} }.into_any()
    });
    view! {
        {heading_m(t!(ctx, "log-earlier"))}
        {body(t!(ctx, "log-earlier-why"))}
        {bullets(each.collect())}
    }
    .into_any()
}

fn code(text: &str) -> AnyView {
    view! { <code>{text.to_owned()}</code> }.into_any()
}

fn witnesses(ctx: &PageContext, witnesses: &[Witness]) -> AnyView {
    let each: Vec<AnyView> = witnesses
        .iter()
        .map(|witness| {
            let name = witness.name.clone();
            let said = match witness.signed {
                Some(at) => {
                    t!(ctx, "log-witness-signed", name = name, when = day_and_time(ctx.lang, at))
                }
                None => t!(ctx, "log-witness-never", name = name),
            };
            let key = witness.vkey.as_ref().map(|key| {
                view! { <br />{t!(ctx, "log-witness-key")}" "{code(key)} }
            });
            view! { {said}{key} }.into_any()
        })
        .collect();
    let told = if each.is_empty() { body(t!(ctx, "log-witnesses-none")) } else { bullets(each) };
    view! {
        {heading_m(t!(ctx, "log-witnesses"))}
        {body(t!(ctx, "log-witnesses-why"))}
        {told}
    }
    .into_any()
}

fn check(ctx: &PageContext) -> AnyView {
    let command =
        view! { {t!(ctx, "log-check-command")}" "<code class="nowrap">"sayso log verify"</code> }
            .into_any();
    view! {
        {heading_m(t!(ctx, "log-check"))}
        {bullets(vec![
            rich!(ctx, "log-check-receipt"; verify => paths::VERIFY),
            t!(ctx, "log-check-tools").into_any(),
            t!(ctx, "log-check-mirror").into_any(),
            command,
        ])}
    }
    .into_any()
}
