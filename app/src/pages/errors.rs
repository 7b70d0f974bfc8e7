//! When a page cannot be shown. It says what to do, and never what was asked for or why it failed inside.

use crate::{
    components::{body, lead, link_button, title},
    i18n::Lang,
    paths,
    render::Html,
    shell::{self, Frame, PageContext},
    t,
};
use leptos::prelude::*;

/// Which page, by what the person can do about it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ErrorView {
    /// 404: there is no such page for this person.
    NotFound,
    /// 403: signed out, or the form came from somewhere else.
    Forbidden,
    /// 422: the form could not be understood.
    Invalid,
    /// 429: too many tries.
    TooMany {
        /// How long to wait.
        minutes: u32,
    },
    /// 500: our fault.
    Fault {
        /// The number under which it is in our log.
        id: String,
    },
    /// 503: not now.
    Unavailable,
    /// The browser keeps no cookies.
    CookiesOff,
}

impl ErrorView {
    /// The status to answer with.
    pub const fn status(&self) -> u16 {
        match self {
            Self::NotFound => 404,
            Self::Forbidden | Self::CookiesOff => 403,
            Self::Invalid => 422,
            Self::TooMany { .. } => 429,
            Self::Fault { .. } => 500,
            Self::Unavailable => 503,
        }
    }
}

/// The page.
pub fn page(ctx: &PageContext, seen: &ErrorView) -> Html {
    let (heading, first, then) = words(ctx, seen);
    let frame = Frame::new(heading.clone());
    shell::render(ctx, frame, || {
        let way_on = match (seen, ctx.signed_in.is_some()) {
            (ErrorView::Forbidden | ErrorView::CookiesOff, false) => {
                link_button(t!(ctx, "errors-sign-in"), paths::SIGN_IN.to_owned())
            }
            (_, true) => link_button(t!(ctx, "errors-requests"), paths::REQUESTS.to_owned()),
            (_, false) => link_button(t!(ctx, "errors-start"), paths::START.to_owned()),
        };
        view! {
            {title(heading)}
            {lead(first)}
            {body(then)}
            {way_on}
        }
    })
}

fn words(ctx: &PageContext, seen: &ErrorView) -> (String, String, String) {
    match seen {
        ErrorView::NotFound => (
            t!(ctx, "errors-not-found"),
            t!(ctx, "errors-not-found-lead"),
            t!(ctx, "errors-not-found-then"),
        ),
        ErrorView::Forbidden => (
            t!(ctx, "errors-forbidden"),
            t!(ctx, "errors-forbidden-lead"),
            t!(ctx, "errors-forbidden-then"),
        ),
        ErrorView::Invalid => (
            t!(ctx, "errors-invalid"),
            t!(ctx, "errors-invalid-lead"),
            t!(ctx, "errors-invalid-then"),
        ),
        ErrorView::TooMany { minutes } => (
            t!(ctx, "errors-too-many"),
            t!(ctx, "errors-too-many-lead", n = *minutes),
            t!(ctx, "errors-too-many-then"),
        ),
        ErrorView::Fault { id } => (
            t!(ctx, "errors-fault"),
            t!(ctx, "errors-fault-lead"),
            t!(ctx, "errors-fault-then", id = id.clone()),
        ),
        ErrorView::Unavailable => (
            t!(ctx, "errors-unavailable"),
            t!(ctx, "errors-unavailable-lead"),
            t!(ctx, "errors-unavailable-then"),
        ),
        ErrorView::CookiesOff => (
            t!(ctx, "errors-cookies"),
            t!(ctx, "errors-cookies-lead"),
            t!(ctx, "errors-cookies-then"),
        ),
    }
}

/// Named samples.
pub fn samples(_lang: Lang) -> Vec<(&'static str, ErrorView)> {
    vec![
        ("not-found", ErrorView::NotFound),
        ("forbidden", ErrorView::Forbidden),
        ("invalid", ErrorView::Invalid),
        ("too-many", ErrorView::TooMany { minutes: 15 }),
        ("fault", ErrorView::Fault { id: "F-4T7Q2M".to_owned() }),
        ("unavailable", ErrorView::Unavailable),
        ("cookies-off", ErrorView::CookiesOff),
    ]
}
