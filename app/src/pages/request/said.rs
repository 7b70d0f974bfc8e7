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
    let link = view! { <a class="govuk-link" href=paths::words(&seen.id)>{t!(ctx, "request-words-link")}</a> };
    view! {
        {heading_l(t!(ctx, "request-words-heading"))}
        {body(t!(ctx, "request-words-text"))}
        {body(link)}
        {marked}
    }
    .into_any()
}
