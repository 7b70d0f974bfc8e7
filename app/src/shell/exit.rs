//! Leaving at once: on every page of somebody who is signed in, for when somebody else comes in.
//! Without scripts it is a link; with them also the Shift key three times, and the page is gone from the back button.

use super::PageContext;
use crate::{paths, t};
use leptos::prelude::*;

pub(super) fn exit(ctx: &PageContext) -> Option<AnyView> {
    ctx.signed_in.as_ref()?;
    let words = view! {
        <section class="say-exit" aria-label=t!(ctx, "shell-exit")>
            <p class="govuk-visually-hidden">{t!(ctx, "shell-exit-how")}</p>
            <a class="govuk-button say-exit__button" id="say-exit" href=paths::LEAVE rel="nofollow noreferrer" data-two=t!(ctx, "shell-exit-more", n = 2) data-one=t!(ctx, "shell-exit-more", n = 1)>{t!(ctx, "shell-exit")}</a>
            <span class="govuk-visually-hidden" id="say-exit-said" role="status"></span>
        </section>
    };
    Some(words.into_any())
}
