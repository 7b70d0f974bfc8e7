//! What DWP did since it asked. Every check is here, also those that were answered with no.

use super::{Deed, DeedKind, Outcome, RequestView};
use crate::{
    components::body,
    i18n::{day_and_time, machine_time},
    paths,
    shell::PageContext,
    t,
};
use leptos::prelude::*;

/// The list, oldest first, and where it goes on.
pub fn deeds(ctx: &PageContext, seen: &RequestView) -> AnyView {
    let deeds = &seen.deeds;
    if deeds.lines.is_empty() && !deeds.further_back {
        return body(if seen.is_open() {
            t!(ctx, "request-deeds-none")
        } else {
            t!(ctx, "request-deeds-none-closed")
        });
    }
    let items: Vec<_> = deeds
        .lines
        .iter()
        .map(|deed| {
            let repeats = deed.repeats.map(|repeats| {
                let (first, last) =
                    (day_and_time(ctx.lang, repeats.first), day_and_time(ctx.lang, deed.at));
                let times =
                    t!(ctx, "request-deed-times", n = repeats.times, first = first, last = last);
                view! { <p class="say-soft">{times}</p> }
            });
            view! {
                <li>
                    <time datetime=machine_time(deed.at)>{day_and_time(ctx.lang, deed.at)}</time>
                    <div><p>{words(ctx, deed)}</p>{repeats}</div>
                </li>
            }
        })
        .collect();
    let page = paths::request(&seen.id);
    let link = |href: String, words: String| {
        view! { <p class="govuk-body"><a class="govuk-link" href=href>{words}</a></p> }
    };
    let older = deeds
        .older
        .as_ref()
        .map(|before| link(format!("{page}?before={before}"), t!(ctx, "request-deeds-older")));
    let newest = deeds.further_back.then(|| link(page.clone(), t!(ctx, "request-deeds-newest")));
    view! { {older}<ol class="say-events say-events--dated">{items}</ol>{newest} }.into_any()
}

fn words(ctx: &PageContext, deed: &Deed) -> String {
    let times = deed.repeats.map_or(1, |repeats| repeats.times);
    match deed.kind {
        DeedKind::Checked { available: 0 } => t!(ctx, "request-deed-checked-no", n = times),
        DeedKind::Checked { available } => {
            t!(ctx, "request-deed-checked-yes", n = times, available = available)
        }
        DeedKind::Collected => t!(ctx, "request-deed-collected"),
        DeedKind::CollectionRefused => t!(ctx, "request-deed-refused"),
        DeedKind::Erased => t!(ctx, "request-deed-erased"),
        DeedKind::Kept => t!(ctx, "request-deed-kept"),
        DeedKind::Said { outcome: Outcome::Sufficient } => t!(ctx, "request-deed-sufficient"),
        DeedKind::Said { outcome: Outcome::Insufficient } => t!(ctx, "request-deed-insufficient"),
        DeedKind::Closed => t!(ctx, "request-deed-closed"),
    }
}
