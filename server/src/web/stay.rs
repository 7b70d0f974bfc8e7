//! `POST /stay`: somebody wants to stay signed in. Being asked is enough: the guard has made the session longer.

use super::carry::carry;
use super::errors::Trouble;
use super::guard::Visitor;
use super::typed::Typed;
use super::{next, render, session};
use app::forms::SignInForm;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};

/// Without a page to go back to there is nothing to say; with one, what was typed there is kept for it.
pub(super) async fn stay(visitor: Visitor, Typed(pairs): Typed) -> Result<Response, Trouble> {
    let (wanted, typed) = SignInForm::split(pairs);
    let Some(back) = next::ours(&wanted) else { return Ok(StatusCode::NO_CONTENT.into_response()) };
    if let Some(person) = session::person(&visitor.session).await? {
        carry(&visitor, person, back, &typed).await?;
    }
    Ok(render::go(back))
}
