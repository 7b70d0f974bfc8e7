//! Signing in and out, and what to do about a forgotten password. A wrong address and a wrong password are one answer.

use super::carry::carry;
use super::errors::Trouble;
use super::guard::Visitor;
use super::peer::Peer;
use super::typed::Typed;
use super::{kept, language, leave, next, render, session};
use crate::portal::{Error, Refusal};
use app::forms::{FieldError, SignInForm};
use app::pages::recover::{self, RecoverView};
use app::pages::sign_in::{self, SignInView};
use app::pages::signed_out::{self, SignedOutView};
use app::paths;
use axum::response::Response;

pub(super) async fn show(visitor: Visitor) -> Result<Response, Trouble> {
    let mut kept = kept::take(&visitor, paths::SIGN_IN).await?;
    let wanted = visitor.query("next").or_else(|| kept.remove("next")).unwrap_or_default();
    let wanted = next::ours(&wanted);
    if visitor.is_signed_in() {
        return Ok(render::go(wanted.unwrap_or(paths::REQUESTS)));
    }
    let seen = SignInView {
        email: kept.remove("email").unwrap_or_default(),
        next: wanted.unwrap_or_default().to_owned(),
        typed: kept::carried(kept),
        ..SignInView::default()
    };
    Ok(render::shown(&visitor.ctx, sign_in::page(&visitor.ctx, &seen)))
}

pub(super) async fn sign_in(
    visitor: Visitor,
    Peer(peer): Peer,
    typed: Typed,
) -> Result<Response, Trouble> {
    let (_, carried) = SignInForm::split(typed.0.clone());
    let form: SignInForm = typed.read()?;
    let wanted = next::ours(&form.next);
    let again = |errors: Vec<FieldError>| {
        let seen = SignInView {
            email: form.email.clone(),
            next: wanted.unwrap_or_default().to_owned(),
            typed: carried.clone(),
            errors,
            ..SignInView::default()
        };
        render::fault(&visitor.ctx, sign_in::page(&visitor.ctx, &seen))
    };
    let missing = [
        (form.email.trim().is_empty(), SignInView::missing_email()),
        (form.password.is_empty(), SignInView::missing_password()),
    ];
    let missing: Vec<FieldError> =
        missing.into_iter().filter(|(is, _)| *is).map(|(_, error)| error).collect();
    if !missing.is_empty() {
        return Ok(again(missing));
    }
    let device = session::device(&visitor.headers).code();
    let (portal, password) = (&visitor.portal, form.password.reveal());
    let person = match portal.sign_in_with(&peer, &form.email, password, &device).await {
        Ok(person) => person,
        Err(Error::Refused(Refusal::WrongSignIn | Refusal::EmailInvalid)) => {
            return Ok(again(vec![SignInView::wrong()]));
        }
        Err(other) => return Err(other.into()),
    };
    session::begin(&visitor.session, person, &visitor.headers).await?;
    language::keep(&visitor, person, visitor.ctx.lang).await?;
    let on = wanted.unwrap_or(paths::REQUESTS);
    carry(&visitor, person, on, &carried).await?;
    let mut response = render::go(on);
    let https = visitor.portal.config().is_https();
    if leave::left(&visitor.headers, https) {
        leave::forget(&mut response, https);
    }
    Ok(response)
}

/// `POST /sign-out`.
pub(super) async fn sign_out(visitor: Visitor) -> Result<Response, Trouble> {
    session::end(&visitor.session).await?;
    Ok(render::go(paths::SIGNED_OUT))
}

/// An address that was typed or kept: nobody is signed out by following a link.
pub(super) async fn sign_out_page(visitor: Visitor) -> Response {
    render::go(if visitor.is_signed_in() { paths::ACCOUNT } else { paths::SIGNED_OUT })
}

pub(super) async fn signed_out(visitor: Visitor) -> Response {
    render::shown(&visitor.ctx, signed_out::page(&visitor.ctx, &SignedOutView::ByThemselves))
}

pub(super) async fn recover(visitor: Visitor) -> Response {
    render::shown(&visitor.ctx, recover::page(&visitor.ctx, &RecoverView))
}
