//! The warning before somebody is signed out. Only a script opens it; without one the footer says when that is.

use super::PageContext;
use crate::{assets::SIGNED_IN, paths, t};
use leptos::prelude::*;

/// How long before the end the warning comes.
const MINUTES_BEFORE: u32 = 2;

pub(super) fn warning(ctx: &PageContext) -> Option<AnyView> {
    let person = ctx.signed_in.as_ref()?;
    let script = ctx.assets.path(SIGNED_IN)?;
    let words = view! {
        <dialog class="say-dialog" id="say-ending" aria-labelledby="say-ending-title" data-seconds=person.seconds data-before={MINUTES_BEFORE * 60}>
            <h2 class="govuk-heading-m" id="say-ending-title">{t!(ctx, "shell-ending-title")}</h2>
            <p class="govuk-body">{t!(ctx, "shell-ending-lead", n = MINUTES_BEFORE)}</p>
            <p class="govuk-body">{t!(ctx, "shell-ending-saved")}</p>
            <form action=paths::STAY method="post"><button class="govuk-button" type="submit">{t!(ctx, "shell-ending-stay")}</button></form>
        </dialog>
        <script src=script defer=true></script>
    };
    Some(words.into_any())
}
