//! When a page cannot be shown. It says what to do, and never what was asked for or why it failed inside.

use crate::{
    components::{body, lead, link_button, title},
    forms::Pairs,
    i18n::Lang,
    pages::{
        sign_in::{self, SignInView},
        sources::Unread,
    },
    paths,
    render::Html,
    rich,
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
    /// 403: signed out by time while something was typed. It is not lost.
    Ended {
        /// The page to go on to after signing in.
        next: String,
        /// What was typed there.
        typed: Pairs,
    },
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
    /// 503: a record could not be read. Nothing of it is used.
    Unread {
        /// Why.
        why: Unread,
        /// The number under which it is in our log, where it is there.
        id: Option<String>,
        /// The page to try again: a path of ours.
        again: Option<String>,
    },
    /// The browser keeps no cookies.
    CookiesOff,
}

impl ErrorView {
    /// The status to answer with.
    pub const fn status(&self) -> u16 {
        match self {
            Self::NotFound => 404,
            Self::Forbidden | Self::Ended { .. } | Self::CookiesOff => 403,
            Self::Invalid => 422,
            Self::TooMany { .. } => 429,
            Self::Fault { .. } => 500,
            Self::Unavailable | Self::Unread { .. } => 503,
        }
    }
}

/// The page.
pub fn page(ctx: &PageContext, seen: &ErrorView) -> Html {
    let (heading, first, then) = match seen {
        ErrorView::Ended { next, typed } => return ended(ctx, next, typed),
        other => words(ctx, other),
    };
    let frame = Frame::new(heading.clone());
    shell::render(ctx, frame, || {
        let way_on = match (seen, ctx.signed_in.is_some()) {
            (ErrorView::Unread { again: Some(again), .. }, _) => view! {
                {link_button(t!(ctx, "errors-again"), again.clone())}
                {body(view! { <a class="govuk-link" href=paths::REQUESTS>{t!(ctx, "errors-requests")}</a> })}
            }
            .into_any(),
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

fn ended(ctx: &PageContext, next: &str, typed: &Pairs) -> Html {
    let (next, typed) = (next.to_owned(), typed.clone());
    sign_in::page(ctx, &SignInView { next, typed, ended: true, ..SignInView::default() })
}

// What it is, what that means, and what to do.
fn words(ctx: &PageContext, seen: &ErrorView) -> (String, String, AnyView) {
    let (heading, first, then) = match seen {
        ErrorView::Fault { id } => {
            return (
                t!(ctx, "errors-fault"),
                t!(ctx, "errors-fault-lead"),
                rich!(ctx, "errors-fault-then", code = id.clone(); help => paths::HELP_REACH),
            );
        }
        ErrorView::Unread { why, id, .. } => {
            return unread(ctx, *why, id.clone().unwrap_or_default());
        }
        ErrorView::NotFound => (
            t!(ctx, "errors-not-found"),
            t!(ctx, "errors-not-found-lead"),
            t!(ctx, "errors-not-found-then"),
        ),
        // Has a page of its own.
        ErrorView::Forbidden | ErrorView::Ended { .. } => (
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
    };
    (heading, first, then.into_any())
}

fn unread(ctx: &PageContext, why: Unread, code: String) -> (String, String, AnyView) {
    match why {
        Unread::Busy => (
            t!(ctx, "errors-record-busy"),
            t!(ctx, "errors-record-busy-lead"),
            t!(ctx, "errors-record-busy-then").into_any(),
        ),
        Unread::Unreachable => (
            t!(ctx, "errors-record-unreachable"),
            t!(ctx, "errors-record-unreachable-lead"),
            t!(ctx, "errors-record-unreachable-then").into_any(),
        ),
        Unread::OtherPerson => (
            t!(ctx, "errors-record-wrong"),
            t!(ctx, "errors-record-other-person-lead"),
            rich!(ctx, "errors-record-other-person-then", code = code; help => paths::HELP_REACH),
        ),
        Unread::Wrong | Unread::NoRecord | Unread::Fault => (
            t!(ctx, "errors-record-wrong"),
            t!(ctx, "errors-record-wrong-lead"),
            rich!(ctx, "errors-record-wrong-then", code = code; help => paths::HELP_REACH),
        ),
    }
}

/// Named samples.
pub fn samples(_lang: Lang) -> Vec<(&'static str, ErrorView)> {
    let sample = |why, id: Option<&str>| ErrorView::Unread {
        why,
        id: id.map(str::to_owned),
        again: Some("/requests/01936b7e-0000-7000-8000-000000000001/preview".to_owned()),
    };
    vec![
        ("not-found", ErrorView::NotFound),
        ("forbidden", ErrorView::Forbidden),
        (
            "ended",
            ErrorView::Ended {
                next: paths::REQUESTS.to_owned(),
                typed: vec![("choice.conditions".to_owned(), "share".to_owned())],
            },
        ),
        ("invalid", ErrorView::Invalid),
        ("too-many", ErrorView::TooMany { minutes: 15 }),
        ("fault", ErrorView::Fault { id: "7K2M-9QDX-4RTW".to_owned() }),
        ("unavailable", ErrorView::Unavailable),
        ("record-unreachable", sample(Unread::Unreachable, None)),
        ("record-busy", sample(Unread::Busy, None)),
        ("record-wrong", sample(Unread::Wrong, Some("7K2M-9QDX-4RTW"))),
        ("record-other-person", sample(Unread::OtherPerson, Some("7K2M-9QDX-4RTW"))),
        ("cookies-off", ErrorView::CookiesOff),
    ]
}
