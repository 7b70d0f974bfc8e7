//! What works for whom, what does not yet, and whom to tell. It claims nothing that was not tested.

use crate::{
    components::{body, bullets, heading_m, lead, title},
    i18n::Lang,
    render::Html,
    rich,
    shell::{self, Frame, PageContext},
    t,
};
use leptos::prelude::*;

const ADVISORY_SERVICE: &str = "https://www.equalityadvisoryservice.com/";

/// What the page shows.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct AccessibilityView {
    /// How to reach the people who run the service, from the configuration.
    pub contact: Option<String>,
}

/// The page.
pub fn page(ctx: &PageContext, seen: &AccessibilityView) -> Html {
    shell::render(ctx, Frame::new(t!(ctx, "accessibility-title")), || {
        let can = vec![
            t!(ctx, "accessibility-can-zoom"),
            t!(ctx, "accessibility-can-text"),
            t!(ctx, "accessibility-can-keyboard"),
            t!(ctx, "accessibility-can-voice"),
            t!(ctx, "accessibility-can-reader"),
            t!(ctx, "accessibility-can-dark"),
            t!(ctx, "accessibility-can-script"),
            t!(ctx, "accessibility-can-language"),
            t!(ctx, "accessibility-can-time"),
        ];
        let not = vec![
            t!(ctx, "accessibility-not-welsh"),
            t!(ctx, "accessibility-not-record"),
            t!(ctx, "accessibility-not-file"),
            t!(ctx, "accessibility-not-easy"),
        ];
        let tell = match &seen.contact {
            Some(contact) => t!(ctx, "accessibility-tell-text", contact = contact.clone()),
            None => t!(ctx, "accessibility-tell-unknown"),
        };
        view! {
            {title(t!(ctx, "accessibility-heading"))}
            {lead(t!(ctx, "accessibility-lead"))}
            {heading_m(t!(ctx, "accessibility-can-heading"))}
            {bullets(can.into_iter().map(IntoAny::into_any).collect())}
            {heading_m(t!(ctx, "accessibility-how-heading"))}
            {body(t!(ctx, "accessibility-how-aim"))}
            {body(t!(ctx, "accessibility-how-tested"))}
            {body(t!(ctx, "accessibility-how-people"))}
            {heading_m(t!(ctx, "accessibility-not-heading"))}
            {bullets(not.into_iter().map(IntoAny::into_any).collect())}
            {heading_m(t!(ctx, "accessibility-tell-heading"))}
            {body(tell)}
            {heading_m(t!(ctx, "accessibility-law-heading"))}
            {body(rich!(ctx, "accessibility-law-text"; service => ADVISORY_SERVICE))}
        }
    })
}

/// Named samples.
pub fn samples(_lang: Lang) -> Vec<(&'static str, AccessibilityView)> {
    vec![
        ("with-contact", AccessibilityView { contact: Some("help@sayso.example".into()) }),
        ("without-contact", AccessibilityView::default()),
    ]
}
