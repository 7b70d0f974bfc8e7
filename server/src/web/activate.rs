//! Opening an account with the code from the letter.

use super::errors::Trouble;
use super::guard::Visitor;
use super::peer::Peer;
use super::typed::Typed;
use super::{kept, language, render, session};
use crate::portal::{Error, Refusal, passwords};
use app::forms::{ActivateForm, FieldError};
use app::pages::activate::{self, ActivateView};
use app::paths;
use axum::response::Response;

pub(super) async fn show(visitor: Visitor) -> Result<Response, Trouble> {
    let mut kept = kept::take(&visitor, paths::ACTIVATE).await?;
    let mut typed = |name: &str| kept.remove(name).unwrap_or_default();
    let seen = ActivateView { code: typed("code"), email: typed("email"), errors: Vec::new() };
    Ok(render::shown(&visitor.ctx, activate::page(&visitor.ctx, &seen)))
}

pub(super) async fn activate(
    visitor: Visitor,
    Peer(peer): Peer,
    typed: Typed,
) -> Result<Response, Trouble> {
    let form: ActivateForm = typed.read()?;
    let again = |errors: Vec<FieldError>| {
        let seen = ActivateView { code: form.code.clone(), email: form.email.clone(), errors };
        render::fault(&visitor.ctx, activate::page(&visitor.ctx, &seen))
    };
    let missing = [
        (form.code.trim().is_empty(), ActivateView::wrong_code()),
        (form.email.trim().is_empty(), ActivateView::wrong_email()),
        (form.password.is_empty(), ActivateView::short_password()),
    ];
    let missing: Vec<FieldError> =
        missing.into_iter().filter(|(is, _)| *is).map(|(_, error)| error).collect();
    if !missing.is_empty() {
        return Ok(again(missing));
    }
    let person =
        match visitor.portal.activate(&peer, &form.code, &form.email, form.password.reveal()).await
        {
            Ok(person) => person,
            Err(Error::Refused(refusal)) => {
                return to_put_right(&refusal)
                    .map(|error| again(vec![error]))
                    .ok_or_else(|| Error::Refused(refusal).into());
            }
            Err(other) => return Err(other.into()),
        };
    session::begin(&visitor.session, person, &visitor.headers).await?;
    language::keep(&visitor, person, visitor.ctx.lang).await?;
    Ok(render::go(paths::REQUESTS))
}

fn to_put_right(refusal: &Refusal) -> Option<FieldError> {
    Some(match refusal {
        Refusal::BadCode => ActivateView::wrong_code(),
        Refusal::EmailInvalid => ActivateView::wrong_email(),
        Refusal::EmailTaken => ActivateView::taken_email(),
        Refusal::PasswordTooShort => ActivateView::short_password(),
        Refusal::PasswordTooLong => ActivateView::long_password(passwords::MOST),
        Refusal::PasswordTooCommon => ActivateView::common_password(),
        _ => return None,
    })
}
