//! What DWP did since it asked. Every check is here, also those that were answered with no.

use super::{Deed, DeedKind, Outcome, RequestView};
use crate::{
    components::body,
    i18n::{day_and_time, machine_time},
    shell::PageContext,
    t,
};
use leptos::prelude::*;

/// The list, oldest first.
pub fn deeds(ctx: &PageContext, seen: &RequestView) -> AnyView {
    if seen.deeds.is_empty() {
        return body(t!(ctx, "request-deeds-none"));
    }
    let items: Vec<_> = seen
        .deeds
        .iter()
        .map(|deed| {
            view! {
                <li>
                    <time datetime=machine_time(deed.at)>{day_and_time(ctx.lang, deed.at)}</time>
                    <div><p>{words(ctx, deed)}</p></div>
                </li>
            }
        })
        .collect();
    view! { <ol class="say-events">{items}</ol> }.into_any()
}

fn words(ctx: &PageContext, deed: &Deed) -> String {
    match deed.kind {
        DeedKind::Checked { times, available: 0 } => t!(ctx, "request-deed-checked-no", n = times),
        DeedKind::Checked { times, available } => {
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
