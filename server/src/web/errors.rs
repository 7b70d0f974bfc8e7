//! When a page cannot be shown: from what went wrong to a page that says what to do.
//! It never says what was asked for, and of a fault only its id.

use super::guard::Visitor;
use super::{Site, render};
use crate::portal::{Error, Fault, Refusal};
use app::forms::Pairs;
use app::pages::errors::{self, ErrorView};
use app::pages::sources::Unread;
use app::shell::PageContext;
use axum::extract::{Request, State};
use axum::http::header::RETRY_AFTER;
use axum::http::{HeaderValue, Method, Response as HttpResponse, StatusCode};
use axum::middleware::Next;
use axum::response::{IntoResponse, Redirect, Response};
use std::any::Any;

/// Why a handler has no page.
#[derive(Debug)]
pub(super) enum Trouble {
    /// Somewhere else is what helps (303).
    To(String),
    /// This page, with this status.
    Page(ErrorView, StatusCode, Option<u64>),
}

/// Marks an answer that still has to become a page, in the language of whoever asked.
#[derive(Clone)]
struct Unfinished(ErrorView);

impl Trouble {
    fn page(view: ErrorView) -> Self {
        let status =
            StatusCode::from_u16(view.status()).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
        Self::Page(view, status, None)
    }

    /// There is no such page for this person.
    pub(super) fn not_found() -> Self {
        Self::page(ErrorView::NotFound)
    }

    /// Signed out, or the form came from somewhere else.
    pub(super) fn forbidden() -> Self {
        Self::page(ErrorView::Forbidden)
    }

    /// Signed out by time; what was typed goes along.
    pub(super) fn ended(next: String, typed: Pairs) -> Self {
        Self::page(ErrorView::Ended { next, typed })
    }

    /// A record could not be read: nothing of it is used.
    fn unread(why: Unread, fault: Option<&Fault>) -> Self {
        let id = fault.map(|fault| fault.id().to_owned());
        Self::page(ErrorView::Unread { why, id, again: None })
    }

    /// The browser keeps no cookies.
    pub(super) fn cookies_off() -> Self {
        Self::page(ErrorView::CookiesOff)
    }

    /// The form could not be understood.
    pub(super) fn invalid() -> Self {
        Self::page(ErrorView::Invalid)
    }

    /// The form could not be read, for a reason with a status of its own.
    pub(super) const fn unreadable(status: StatusCode) -> Self {
        Self::Page(ErrorView::Invalid, status, None)
    }
}

impl From<Error> for Trouble {
    fn from(why: Error) -> Self {
        match why {
            Error::Failed(fault) => fault.into(),
            Error::Refused(refusal) => match refusal {
                Refusal::NotFound => Self::not_found(),
                Refusal::Busy { retry_after_seconds }
                | Refusal::TooManyGuesses { retry_after_seconds } => {
                    let minutes = minutes(retry_after_seconds);
                    Self::Page(
                        ErrorView::TooMany { minutes },
                        StatusCode::TOO_MANY_REQUESTS,
                        Some(retry_after_seconds),
                    )
                }
                Refusal::SourceUnavailable => Self::unread(Unread::Unreachable, None),
                Refusal::SourceBusy => Self::unread(Unread::Busy, None),
                Refusal::SourceWrong(fault) => Self::unread(Unread::Wrong, Some(&fault)),
                Refusal::SourceOtherPerson(fault) => {
                    Self::unread(Unread::OtherPerson, Some(&fault))
                }
                _ => Self::invalid(),
            },
        }
    }
}

impl From<Fault> for Trouble {
    fn from(fault: Fault) -> Self {
        Self::page(ErrorView::Fault { id: fault.id().to_owned() })
    }
}

impl IntoResponse for Trouble {
    fn into_response(self) -> Response {
        match self {
            Self::To(path) => Redirect::to(&path).into_response(),
            Self::Page(view, status, retry_after) => {
                let mut response = status.into_response();
                response.extensions_mut().insert(Unfinished(view));
                if let Some(seconds) = retry_after {
                    response.headers_mut().insert(RETRY_AFTER, HeaderValue::from(seconds));
                }
                response
            }
        }
    }
}

/// Whole minutes to wait, never none.
pub(super) fn minutes(seconds: u64) -> u32 {
    u32::try_from(seconds.div_ceil(60)).unwrap_or(u32::MAX).max(1)
}

/// What no route answers.
pub(super) async fn not_found() -> Trouble {
    Trouble::not_found()
}

/// A page that is there, asked for in a way that it does not know.
pub(super) async fn method_not_allowed() -> Trouble {
    Trouble::Page(ErrorView::NotFound, StatusCode::METHOD_NOT_ALLOWED, None)
}

/// A handler that panicked. What it said could quote something: it is not logged.
pub(super) fn panicked(_said: Box<dyn Any + Send>) -> HttpResponse<axum::body::Body> {
    Trouble::from(Fault::new("a page panicked")).into_response()
}

/// Makes a page of what went wrong, in the frame of whoever asked.
pub(super) async fn dress(State(site): State<Site>, request: Request, next: Next) -> Response {
    let (parts, body) = request.into_parts();
    let asked = parts.clone();
    let mut response = next.run(Request::from_parts(parts, body)).await;
    let Some(Unfinished(mut view)) = response.extensions_mut().remove::<Unfinished>() else {
        return response;
    };
    if let ErrorView::Unread { again, .. } = &mut view {
        // Whoever was about to confirm looks again first at what would be sent.
        let path = asked.uri.path();
        let path = path.strip_suffix("/confirm").map(|request| format!("{request}/preview"));
        *again =
            path.or_else(|| (asked.method == Method::GET).then(|| asked.uri.path().to_owned()));
    }
    // Where even the session cannot be read, the page stands without it.
    let ctx = match Visitor::of(&site, &asked).await {
        Ok(visitor) => visitor.ctx,
        Err(_) => PageContext { assets: site.assets.clone(), ..PageContext::default() },
    };
    let mut page = render::page(&ctx, response.status(), errors::page(&ctx, &view));
    for (name, value) in response.headers() {
        if !page.headers().contains_key(name) && *name != axum::http::header::CONTENT_LENGTH {
            page.headers_mut().append(name.clone(), value.clone());
        }
    }
    page
}
