//! The account: the password, and where somebody is signed in.

use super::errors::{Trouble, minutes};
use super::guard::{Claimant, name};
use super::moments::in_london;
use super::typed::Typed;
use super::{render, session};
use crate::portal::sessions::SessionSeen;
use crate::portal::{Error, Fault as Broken, Refusal, passwords};
use app::forms::{AccountAction, AccountForm};
use app::pages::account::{self, AccountView, Done, Fault, Session};
use app::paths;
use axum::http::StatusCode;
use axum::http::header::RETRY_AFTER;
use axum::response::Response;
use consent::ids::SessionId;

pub(super) async fn show(claimant: Claimant) -> Result<Response, Trouble> {
    let done = match claimant.query("done").as_deref() {
        Some("password") => Some(Done::PasswordChanged),
        Some("session") => Some(Done::SessionEnded),
        Some("session-unknown") => Some(Done::SessionUnknown),
        _ => None,
    };
    let seen = view(&claimant, done, Vec::new()).await?;
    Ok(render::shown(&claimant.ctx, account::page(&claimant.ctx, &seen)))
}

pub(super) async fn change(claimant: Claimant, typed: Typed) -> Result<Response, Trouble> {
    let form: AccountForm = typed.read()?;
    match form.action() {
        Some(AccountAction::ChangePassword) => change_password(&claimant, &form).await,
        Some(AccountAction::EndSession) => end_session(&claimant, &form).await,
        Some(AccountAction::SignOutEverywhere) => {
            let this = this(&claimant)?;
            claimant.portal.end_other_sessions(&claimant.actor, claimant.subject, &this).await?;
            session::end(&claimant.session).await?;
            Ok(render::go(paths::SIGNED_OUT))
        }
        None => Err(Trouble::invalid()),
    }
}

async fn change_password(claimant: &Claimant, form: &AccountForm) -> Result<Response, Trouble> {
    let (current, new) = (form.current_password.reveal(), form.new_password.reveal());
    let faults = [
        (current.is_empty(), Fault::CurrentMissing),
        (new.is_empty(), Fault::NewMissing),
        (!new.is_empty() && current == new, Fault::NewIsOld),
    ];
    let faults: Vec<Fault> =
        faults.into_iter().filter(|(is, _)| *is).map(|(_, fault)| fault).collect();
    if !faults.is_empty() {
        return again(claimant, faults).await;
    }
    let (actor, subject) = (&claimant.actor, claimant.subject);
    match claimant.portal.change_password(actor, subject, &this(claimant)?, current, new).await {
        Ok(()) => Ok(render::go(&format!("{}?done=password", paths::ACCOUNT))),
        Err(Error::Refused(refusal)) => {
            let fault = match refusal {
                Refusal::WrongPassword => Fault::CurrentWrong,
                Refusal::PasswordTooShort => Fault::NewTooShort { min: count(passwords::FEWEST) },
                Refusal::PasswordTooLong => Fault::NewTooLong { max: count(passwords::MOST) },
                Refusal::PasswordTooCommon => Fault::NewIsCommon,
                Refusal::TooManyGuesses { retry_after_seconds }
                | Refusal::Busy { retry_after_seconds } => {
                    let mut page = again(
                        claimant,
                        vec![Fault::TooManyTries { minutes: minutes(retry_after_seconds) }],
                    )
                    .await?;
                    *page.status_mut() = StatusCode::TOO_MANY_REQUESTS;
                    page.headers_mut().insert(RETRY_AFTER, retry_after_seconds.into());
                    return Ok(page);
                }
                other => return Err(Error::Refused(other).into()),
            };
            again(claimant, vec![fault]).await
        }
        Err(other) => Err(other.into()),
    }
}

async fn end_session(claimant: &Claimant, form: &AccountForm) -> Result<Response, Trouble> {
    let ended = match form.session.parse::<SessionId>() {
        Ok(id) => claimant.portal.end_session(&claimant.actor, claimant.subject, id).await,
        Err(_) => Err(Refusal::NotFound.into()),
    };
    // What is over already needs no mending: it is told.
    let done = match ended {
        Ok(()) => "session",
        Err(Error::Refused(Refusal::NotFound)) => "session-unknown",
        Err(other) => return Err(other.into()),
    };
    Ok(render::go(&format!("{}?done={done}", paths::ACCOUNT)))
}

async fn again(claimant: &Claimant, faults: Vec<Fault>) -> Result<Response, Trouble> {
    let seen = view(claimant, None, faults).await?;
    Ok(render::fault(&claimant.ctx, account::page(&claimant.ctx, &seen)))
}

/// The session that asks.
fn this(claimant: &Claimant) -> Result<tower_sessions::session::Id, Trouble> {
    claimant
        .session
        .id()
        .ok_or_else(|| Broken::new("somebody is signed in without a session").into())
}

fn count(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}

async fn view(
    claimant: &Claimant,
    done: Option<Done>,
    faults: Vec<Fault>,
) -> Result<AccountView, Trouble> {
    let (portal, actor, subject) = (&claimant.portal, &claimant.actor, claimant.subject);
    let account = portal.account_of(actor, subject).await?;
    let mut sessions = portal.sessions_of(actor, subject, &this(claimant)?).await?;
    sessions.sort_by_key(|session| !session.is_this);
    let one = |session: &SessionSeen| Session {
        id: session.id.to_string(),
        device: session::noted(session.browser.as_deref()),
        since: in_london(session.since),
        used: in_london(session.seen),
        here: session.is_this,
    };
    Ok(AccountView {
        name: name(&claimant.identity),
        email: account.email,
        nhs_number: claimant.identity.nhs_number.as_ref().map(consent::identity::NhsNumber::spaced),
        sessions: sessions.iter().map(one).collect(),
        password_min: count(passwords::FEWEST),
        done,
        faults,
    })
}
