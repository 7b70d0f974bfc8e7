//! Large print: the same page in larger letters, on the screen and on paper.

use crate::{shell::PageContext, t};
use leptos::prelude::*;

/// The way to large print, and back.
pub fn large_print(ctx: &PageContext) -> AnyView {
    let words =
        if ctx.is_large() { t!(ctx, "common-print-usual") } else { t!(ctx, "common-print-large") };
    view! { <a class="govuk-link say-noprint" href=ctx.in_other_size()>{words}</a> }.into_any()
}
