//! Confirming: who acts, what goes and what stays, the password again. What was shown is what is recorded, or
//! nothing is.

use super::asked::{asker, recipients, reference, titles};
use super::choose::closed;
use super::errors::{Trouble, minutes};
use super::guard::{Claimant, name};
use super::held::is_asked_about;
use super::language::of_account;
use super::moments::in_london;
use super::previewed::{self, Beside};
use super::render;
use super::typed::{Id, Typed};
use crate::portal::decisions::{Confirmed, Shown};
use crate::portal::previews::Previewed;
use crate::portal::reading::RequestRead;
use crate::portal::{Error, Refusal};
use app::forms::ConfirmForm;
use app::pages::confirm::{self, ConfirmView, Ends, Fault};
use app::pages::preview;
use app::paths;
use axum::http::header::RETRY_AFTER;
use axum::http::{HeaderValue, StatusCode};
use axum::response::Response;
use consent::category::Category;
use consent::decision::Decision;
use consent::digest::Digest;
use consent::ids::RequestId;
use consent::package::{Why, Withheld};
use consent::time::midnight_ending;
use std::collections::BTreeSet;

pub(super) async fn show(claimant: Claimant, Id(id): Id<RequestId>) -> Result<Response, Trouble> {
    let (portal, actor, subject) = (&claimant.portal, &claimant.actor, claimant.subject);
    let read = portal.request_of(actor, subject, id).await?;
    let draft = portal.draft(actor, subject, id).await?;
    let shown = portal.kept_preview(actor, subject, id).await?;
    // What was never shown, or was changed since, is looked at first.
    let fresh = shown.filter(|shown| draft.is_none_or(|draft| draft == shown.decision));
    if !read.open {
        return Ok(render::go(&paths::request(&id.to_string())));
    }
    let Some(shown) = fresh else { return Ok(render::go(&paths::preview(&id.to_string()))) };
    Ok(render::shown(
        &claimant.ctx,
        confirm::page(&claimant.ctx, &view(&claimant, &read, Some(&shown), None)),
    ))
}

pub(super) async fn confirm(
    claimant: Claimant,
    Id(id): Id<RequestId>,
    typed: Typed,
) -> Result<Response, Trouble> {
    let form: ConfirmForm = typed.read()?;
    let (portal, actor, subject) = (&claimant.portal, &claimant.actor, claimant.subject);
    let read = portal.request_of(actor, subject, id).await?;
    let shown = portal.kept_preview(actor, subject, id).await?;
    let again = |fault: Fault| {
        render::fault(
            &claimant.ctx,
            confirm::page(&claimant.ctx, &view(&claimant, &read, shown.as_ref(), Some(fault))),
        )
    };
    let Some(kept) = &shown else {
        let receipt = recorded(&claimant, id, &form).await?;
        return Ok(receipt.unwrap_or_else(|| again(Fault::PreviewGone)));
    };
    if form.password.is_empty() {
        return Ok(again(Fault::PasswordMissing));
    }
    let Some(digest) = digest(&form, kept) else { return Ok(again(Fault::RecordChanged)) };
    let seen = kept.decision.fingerprint().map_err(Error::from)?;
    let agreed = form.agreed.trim();
    // What the page said is not what is kept now, say after another tab: the answers are looked at again.
    if !agreed.is_empty() && agreed != seen.to_string() {
        return Ok(again(Fault::AnsweredMeanwhile));
    }
    let agreed = (!agreed.is_empty()).then_some(seen);
    let shown = Shown { digest, agreed, language: of_account(claimant.ctx.lang) };
    match portal.confirm(actor, subject, id, shown, form.password.reveal()).await {
        Ok(Confirmed::Recorded(receipt)) => Ok(render::go(&paths::receipt(&receipt.to_string()))),
        Ok(Confirmed::Changed(before, now)) => {
            let changed =
                Some(previewed::changed(&before.package, &now.package, claimant.ctx.lang)?);
            let seen =
                previewed::view(&claimant, &read, &now, Beside { changed, ..Beside::default() })
                    .await?;
            Ok(render::fault(&claimant.ctx, preview::page(&claimant.ctx, &seen)))
        }
        Err(Error::Refused(refusal)) => match refusal {
            Refusal::WrongPassword => Ok(again(Fault::PasswordWrong)),
            Refusal::DigestDiffers => Ok(again(Fault::RecordChanged)),
            Refusal::PreviewGone | Refusal::Changed => {
                let fault = if matches!(refusal, Refusal::Changed) {
                    Fault::AnsweredMeanwhile
                } else {
                    Fault::PreviewGone
                };
                let receipt = recorded(&claimant, id, &form).await?;
                Ok(receipt.unwrap_or_else(|| again(fault)))
            }
            Refusal::TooManyGuesses { retry_after_seconds }
            | Refusal::Busy { retry_after_seconds } => {
                let mut page = again(Fault::TooManyTries { minutes: minutes(retry_after_seconds) });
                *page.status_mut() = StatusCode::TOO_MANY_REQUESTS;
                page.headers_mut().insert(RETRY_AFTER, HeaderValue::from(retry_after_seconds));
                Ok(page)
            }
            Refusal::SourceNotPermitted => Err(super::preview::elsewhere(refusal.into(), id)),
            other => Err(closed(other.into(), id)),
        },
        Err(other) => Err(other.into()),
    }
}

/// The receipt, where this very decision is recorded already: the button was pressed twice, or the page sent
/// again.
async fn recorded(
    claimant: &Claimant,
    id: RequestId,
    form: &ConfirmForm,
) -> Result<Option<Response>, Trouble> {
    let (actor, subject) = (&claimant.actor, claimant.subject);
    let Ok(agreed) = Digest::parse(form.agreed.trim()) else { return Ok(None) };
    let receipt = claimant.portal.confirmed(actor, subject, id, agreed).await?;
    Ok(receipt.map(|receipt| render::go(&paths::receipt(&receipt.to_string()))))
}

/// The digest that was looked at. Where nothing would be sent there is no file, and the page names none.
fn digest(form: &ConfirmForm, kept: &Previewed) -> Option<Digest> {
    let nothing = kept.package.contents().sent.is_empty();
    if form.digest.is_empty() && nothing {
        Some(kept.package.digest())
    } else {
        Digest::parse(form.digest.trim()).ok()
    }
}

fn view(
    claimant: &Claimant,
    read: &RequestRead,
    shown: Option<&Previewed>,
    fault: Option<Fault>,
) -> ConfirmView {
    let lang = claimant.ctx.lang;
    let none = Decision::default();
    let decision = shown.map_or(&none, |shown| &shown.decision);
    // After a partial withdrawal the rest was not asked again: it stays private.
    let shared = decision.shared();
    let items = &read.loaded.asked.request.items;
    let private: Vec<_> = items
        .iter()
        .map(|item| item.category)
        .filter(|category| !shared.contains(category))
        .collect();
    ConfirmView {
        id: read.loaded.id().to_string(),
        reference: reference(read),
        asker: asker(&read.loaded),
        recipients: recipients(lang, &read.loaded.asked.request.recipients),
        name: name(&claimant.identity),
        shared: titles(lang, &shared),
        private: titles(lang, &private),
        agreed: decision.fingerprint().map(|digest| digest.to_string()).unwrap_or_default(),
        narrowed: previewed::narrowed(lang, decision),
        keeps_back: shown.is_some_and(|shown| keeps_back(shown, &shared)),
        ends: ends(claimant, read, decision),
        file: shown.and_then(|shown| previewed::file(&shown.package)),
        fault,
    }
}

/// Whether the claimant keeps back something of what is shared: left out, or never put in.
fn keeps_back(shown: &Previewed, shared: &BTreeSet<Category>) -> bool {
    let could_go = |one: &Withheld| {
        let home = one.home.is_some_and(|home| shared.contains(&home));
        one.matters.is_subset(shared) && (home || !one.matters.is_empty())
    };
    shown
        .package
        .contents()
        .withheld
        .iter()
        .any(|one| one.why == Why::LeftOut || (is_asked_about(one, &one.why) && could_go(one)))
}

/// The end date, or what the purpose allows where that comes first.
fn ends(claimant: &Claimant, read: &RequestRead, decision: &Decision) -> Ends {
    let collectable = read.loaded.asked.request.collect_within.after_at(claimant.portal.now());
    match decision.end_date {
        Some(date) if midnight_ending(date) <= collectable => Ends::On(date),
        _ => Ends::CollectUntil(in_london(collectable)),
    }
}
