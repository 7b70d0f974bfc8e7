//! The foot of a page: help, what Sayso is not, and when the session ends.

use super::{Frame, PageContext};
use crate::{i18n::clock, paths, t};
use leptos::prelude::*;

pub(super) fn footer(ctx: &PageContext, frame: &Frame) -> AnyView {
    let helpline = ctx
        .helpline
        .clone()
        .map(|number| view! { <p>{t!(ctx, "shell-helpline", number = number)}</p> });
    let session = ctx.signed_in.clone().map(|person| {
        let ends = clock(ctx.lang, person.ends_at.time());
        view! { <p class="say-noprint">{t!(ctx, "shell-session", name = person.name, time = ends)}</p> }
    });
    view! {
        <footer class="say-footer">
            <div class="govuk-width-container">
                <ul>
                    <li><a href=paths::HELP>{t!(ctx, "shell-help")}</a></li>
                    <li><a href=paths::PRIVACY>{t!(ctx, "shell-privacy")}</a></li>
                    <li><a href=paths::ACCESSIBILITY>{t!(ctx, "shell-accessibility")}</a></li>
                    <li><a href=paths::TRANSPARENCY>{t!(ctx, "transparency-title")}</a></li>
                    <li><a href=paths::VERIFY>{t!(ctx, "shell-verify")}</a></li>
                </ul>
                {helpline}
                {(!frame.names_nobody).then(|| view! { <p>{t!(ctx, "shell-not-dwp")}</p> })}
                {session}
            </div>
        </footer>
    }
    .into_any()
}
