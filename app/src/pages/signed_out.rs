//! After the end of a session. It says why, and that nothing was sent.

use crate::{
    components::{body, lead, link_button, title},
    i18n::Lang,
    paths,
    render::Html,
    shell::{self, Frame, PageContext},
    t,
};
use leptos::prelude::*;

/// Why the session ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SignedOutView {
    /// The person pressed "Sign out".
    ByThemselves,
}

/// The page.
pub fn page(ctx: &PageContext, _seen: &SignedOutView) -> Html {
    let frame = Frame::new(t!(ctx, "signed-out-title"));
    shell::render(ctx, frame, || {
        view! {
            {title(t!(ctx, "signed-out-heading"))}
            {lead(t!(ctx, "signed-out-lead"))}
            {body(t!(ctx, "signed-out-saved"))}
            {link_button(t!(ctx, "signed-out-again"), paths::SIGN_IN.to_owned())}
        }
    })
}

/// Named samples.
pub fn samples(_lang: Lang) -> Vec<(&'static str, SignedOutView)> {
    vec![("by-themselves", SignedOutView::ByThemselves)]
}
