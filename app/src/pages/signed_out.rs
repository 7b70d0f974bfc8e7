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
    /// Nothing happened for this many minutes.
    ByTime {
        /// How long a session waits.
        minutes: u32,
    },
}

/// The page.
pub fn page(ctx: &PageContext, seen: &SignedOutView) -> Html {
    let frame = Frame::new(t!(ctx, "signed-out-title"));
    shell::render(ctx, frame, || {
        let (heading, why, then) = match *seen {
            SignedOutView::ByThemselves => (
                t!(ctx, "signed-out-heading"),
                t!(ctx, "signed-out-lead"),
                t!(ctx, "signed-out-saved"),
            ),
            SignedOutView::ByTime { minutes } => (
                t!(ctx, "signed-out-time-heading"),
                t!(ctx, "signed-out-time-lead", minutes = minutes),
                t!(ctx, "signed-out-time-saved"),
            ),
        };
        view! {
            {title(heading)}
            {lead(why)}
            {body(then)}
            {link_button(t!(ctx, "signed-out-again"), paths::SIGN_IN.to_owned())}
        }
    })
}

/// Named samples.
pub fn samples(_lang: Lang) -> Vec<(&'static str, SignedOutView)> {
    vec![
        ("by-themselves", SignedOutView::ByThemselves),
        ("by-time", SignedOutView::ByTime { minutes: 30 }),
    ]
}
