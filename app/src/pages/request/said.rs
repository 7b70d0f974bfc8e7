//! What people say themselves about the request: the way to their words, and entries that they marked as wrong.

use super::RequestView;
use crate::{
    components::{body, heading_l, heading_m, hidden},
    i18n::day,
    paths,
    shell::PageContext,
    t,
};
use leptos::prelude::*;

// On a closed request there is nothing to write: only what was written can be read.
fn own(ctx: &PageContext, seen: &RequestView) -> Option<AnyView> {
    let (words, link) = match (seen.is_open(), seen.wrote) {
        (true, _) => (t!(ctx, "request-words-text"), t!(ctx, "request-words-link")),
        (false, true) => (t!(ctx, "request-words-closed"), t!(ctx, "request-words-closed-link")),
        (false, false) => return None,
    };
    let link = view! { <a class="govuk-link" href=paths::words(&seen.id)>{link}</a> };
    Some(
        view! { {heading_l(t!(ctx, "request-words-heading"))}{body(words)}{body(link)} }.into_any(),
    )
}

pub(super) fn said(ctx: &PageContext, seen: &RequestView) -> AnyView {
    let rows: Vec<_> = seen
        .marked
        .iter()
        .map(|entry| {
            let words =
                t!(ctx, "request-marked", line = entry.line.clone(), date = day(ctx.lang, entry.on));
            let href = paths::wrong(&seen.id, &entry.key);
            view! {
                <li>
                    {words}" "
                    <a class="govuk-link" href=href>{t!(ctx, "request-marked-link")}{hidden(format!(" {}", entry.line))}</a>
                </li>
            }
        })
        .collect();
    let marked = (!rows.is_empty()).then(|| {
        view! {
            {heading_m(t!(ctx, "request-marked-heading"))}
            <ul class="govuk-list govuk-list--bullet">{rows}</ul>
        }
    });
    view! { {own(ctx, seen)}{marked} }.into_any()
}
