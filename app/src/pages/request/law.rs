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
    let lines = vec![
        t!(ctx, "request-law-basis").into_any(),
        t!(ctx, "request-law-confidence").into_any(),
        t!(ctx, "request-law-pressure").into_any(),
        t!(ctx, "request-law-practice").into_any(),
        t!(ctx, "request-law-promise").into_any(),
        t!(ctx, "request-law-stop").into_any(),
    ];
    view! {
        {bullets(lines)}
        {body(rich!(ctx, "request-law-rights", reference = seen.reference.clone(); privacy => paths::PRIVACY))}
        {body(rich!(ctx, "request-letters"; letters => paths::letters(&seen.id)))}
    }
    .into_any()
}
