//! A forgotten password. Whoever checked who you are gives a new code; nothing here says who has an account.

use crate::{
    components::{body, lead, link_button, title},
    i18n::Lang,
    paths,
    render::Html,
    rich,
    shell::{self, Frame, PageContext},
    t,
};
use leptos::prelude::*;

/// Nothing: the page is the same for everybody.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct RecoverView;

/// The page.
pub fn page(ctx: &PageContext, _seen: &RecoverView) -> Html {
    let frame = Frame::new(t!(ctx, "recover-title")).back(t!(ctx, "recover-back"), paths::SIGN_IN);
    shell::render(ctx, frame, || {
        let reach = match ctx.helpline.clone() {
            Some(number) => body(t!(ctx, "recover-call", number = number)),
            None => body(rich!(ctx, "recover-reach"; help => paths::HELP_REACH)),
        };
        view! {
            {title(t!(ctx, "recover-title"))}
            {lead(t!(ctx, "recover-lead"))}
            {body(t!(ctx, "recover-why"))}
            {reach}
            {body(t!(ctx, "recover-sharing"))}
            {link_button(t!(ctx, "recover-activate"), paths::ACTIVATE.to_owned())}
        }
    })
}

/// Named samples.
pub fn samples(_lang: Lang) -> Vec<(&'static str, RecoverView)> {
    vec![("how", RecoverView)]
}
