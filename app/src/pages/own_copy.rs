//! The way to a copy of one's own, on the pages about what is sent: keeping one, or the one that is kept.

use crate::{
    components::{body, second_button},
    paths, rich,
    shell::PageContext,
    t,
};
use leptos::prelude::*;

/// A copy that can be kept, or is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum OwnCopy {
    /// It can be kept while the file is there.
    Offer {
        /// The request's id.
        request: String,
        /// Of which decision.
        version: u32,
    },
    /// It is kept.
    Kept {
        /// Its id.
        id: String,
    },
}

/// What the pages say of it, under the heading that fits them.
pub(super) fn part(
    ctx: &PageContext,
    copy: Option<&OwnCopy>,
    heading: fn(String) -> AnyView,
) -> Option<AnyView> {
    let inside = match copy? {
        OwnCopy::Offer { request, version } => view! {
            {body(t!(ctx, "copy-offer"))}
            {body(t!(ctx, "copy-offer-stop"))}
            <form action=paths::keep_copy(request) method="post">
                <input type="hidden" name="version" value=version.to_string()/>
                {second_button(t!(ctx, "copy-keep"), None)}
            </form>
        }
        .into_any(),
        OwnCopy::Kept { id } => body(rich!(ctx, "copy-have"; copy => paths::copy(id))),
    };
    Some(
        view! { <div id="own-copy">{heading(t!(ctx, "copy-offer-heading"))}{inside}</div> }
            .into_any(),
    )
}
