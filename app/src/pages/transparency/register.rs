//! What may be asked for, and by whom: the register, in plain words.

use super::view::{PurposeView, Requester};
use crate::{
    components::{Row, body, bullets, details, heading_l, row, row_text, summary_list},
    i18n::join,
    pages::request::{KeepFrom, span},
    shell::PageContext,
    t,
};

use leptos::prelude::*;

pub(super) fn purposes(ctx: &PageContext, purposes: &[PurposeView]) -> AnyView {
    let each: Vec<_> = purposes
        .iter()
        .map(|purpose| {
            let named = format!("{}: {}", purpose.benefit, purpose.title);
            let summary = if purpose.retired {
                t!(ctx, "register-retired-name", purpose = named)
            } else {
                named
            };
            details(summary, one(ctx, purpose))
        })
        .collect();
    view! {
        {heading_l(t!(ctx, "register-heading"))}
        {body(t!(ctx, "register-lead"))}
        {each}
    }
    .into_any()
}

fn one(ctx: &PageContext, purpose: &PurposeView) -> AnyView {
    let kept = span(ctx, purpose.keep_for);
    let kept = match purpose.keep_from {
        KeepFrom::Collection => t!(ctx, "request-keep-collection", span = kept),
        KeepFrom::LiveInterestEnds => t!(ctx, "request-keep-interest", span = kept),
    };
    let within = span(ctx, purpose.collect_within);
    let rows: Vec<Row> = vec![
        row_text(t!(ctx, "register-benefit"), purpose.benefit.clone()),
        row_text(t!(ctx, "register-decides"), join(ctx.lang, &purpose.points)),
        row(t!(ctx, "register-categories"), list(&purpose.categories)),
        row(t!(ctx, "register-recipients"), list(&purpose.recipients)),
        row_text(t!(ctx, "request-collect"), t!(ctx, "request-collect-value", span = within)),
        row_text(t!(ctx, "request-keep"), kept),
        row_text(t!(ctx, "register-refused"), purpose.if_refused.clone()),
        row_text(t!(ctx, "register-name"), purpose.name.clone()),
    ];
    let retired = purpose.retired.then(|| body(t!(ctx, "register-retired")));
    view! { {retired}{summary_list(rows)} }.into_any()
}

fn list(names: &[String]) -> AnyView {
    bullets(names.iter().map(|name| name.clone().into_any()).collect())
}

pub(super) fn requesters(ctx: &PageContext, requesters: &[Requester]) -> AnyView {
    let told = if requesters.is_empty() {
        body(t!(ctx, "requesters-none"))
    } else {
        let rows = requesters.iter();
        let rows = rows.map(|one| match one.teams.as_slice() {
            [team] => row_text(one.organisation.clone(), team.clone()),
            teams => row(one.organisation.clone(), list(teams)),
        });
        view! { {body(t!(ctx, "requesters-lead"))}{summary_list(rows.collect())} }.into_any()
    };
    view! { {heading_l(t!(ctx, "requesters-heading"))}{told} }.into_any()
}
