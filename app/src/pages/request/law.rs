//! The law, said correctly. A lawyer must confirm these texts before a live service.

use super::RequestView;
use crate::{
    components::{body, bullets},
    paths, rich,
    shell::PageContext,
    t,
};
use leptos::prelude::*;

/// The list, and what the claimant can ask of DWP, with the reference to quote.
pub fn law(ctx: &PageContext, seen: &RequestView) -> AnyView {
    // A question in words asks for nobody's permission; on a closed request there is none to give or to take back.
    let (asks, open) = (!seen.items.is_empty(), seen.is_open());
    let lines = [
        Some(t!(ctx, "request-law-basis")),
        asks.then(|| t!(ctx, "request-law-confidence")),
        (asks && open).then(|| t!(ctx, "request-law-pressure")),
        asks.then(|| t!(ctx, "request-law-practice")),
        asks.then(|| t!(ctx, "request-law-promise")),
        (asks && open).then(|| t!(ctx, "request-law-stop")),
    ];
    view! {
        {bullets(lines.into_iter().flatten().map(IntoAny::into_any).collect())}
        {body(rich!(ctx, "request-law-rights", reference = seen.reference.clone(); privacy => paths::PRIVACY))}
        {body(rich!(ctx, "request-letters"; letters => paths::letters(&seen.id)))}
    }
    .into_any()
}
