//! Exactly what would be sent under the choices, and leaving out or putting in single entries. An entry is named
//! only by its place in what was shown; what the page sends back is looked up there and never trusted.

use super::asked::reference;
use super::choose::closed;
use super::errors::Trouble;
use super::guard::Claimant;
use super::previewed::{self, Beside};
use super::typed::{Id, Typed};
use super::{next, render};
use crate::portal::previews::Previewed;
use crate::portal::reading::RequestRead;
use crate::portal::{Error, Refusal};
use app::forms::{PreviewAction, PreviewForm};
use app::pages::preview::{self, Fault};
use app::paths;
use axum::response::Response;
use consent::decision::{Answer, Decision};
use consent::digest::Digest;
use consent::ids::RequestId;
use consent::package::Why;

pub(super) async fn show(claimant: Claimant, Id(id): Id<RequestId>) -> Result<Response, Trouble> {
    let (portal, actor, subject) = (&claimant.portal, &claimant.actor, claimant.subject);
    let read = portal.request_of(actor, subject, id).await?;
    let before = portal.kept_preview(actor, subject, id).await?;
    let shown = match portal.preview(actor, subject, id).await {
        Ok(shown) => shown,
        Err(why) => return Err(elsewhere(why, id)),
    };
    let changed = match before {
        Some(before)
            if before.decision == shown.decision
                && before.package.digest() != shown.package.digest() =>
        {
            Some(previewed::changed(&before.package, &shown.package, claimant.ctx.lang)?)
        }
        _ => None,
    };
    let seen = previewed::view(&claimant, &read, &shown, Beside { changed, fault: None }).await?;
    Ok(render::shown(&claimant.ctx, preview::page(&claimant.ctx, &seen)))
}

/// Where somebody has to go before there is something to see.
pub(super) fn elsewhere(why: Error, id: RequestId) -> Trouble {
    let id_text = id.to_string();
    match why {
        Error::Refused(Refusal::SourceNotPermitted) => {
            Trouble::To(next::sources(&paths::preview(&id_text)))
        }
        Error::Refused(Refusal::Incomplete | Refusal::PreviewGone) => {
            Trouble::To(format!("{}?missing=answers", paths::choose(&id_text)))
        }
        other => closed(other, id),
    }
}

/// `GET …/package.json`: the bytes that were shown.
pub(super) async fn package(
    claimant: Claimant,
    Id(id): Id<RequestId>,
) -> Result<Response, Trouble> {
    let read = claimant.portal.request_of(&claimant.actor, claimant.subject, id).await?;
    let Some(shown) = claimant.portal.kept_preview(&claimant.actor, claimant.subject, id).await?
    else {
        return Ok(render::go(&paths::preview(&id.to_string())));
    };
    let name = previewed::file_name(&reference(&read));
    Ok(render::file("application/json", &name, shown.package.bytes().to_vec()))
}

pub(super) async fn change(
    claimant: Claimant,
    Id(id): Id<RequestId>,
    Typed(pairs): Typed,
) -> Result<Response, Trouble> {
    let (portal, actor, subject) = (&claimant.portal, &claimant.actor, claimant.subject);
    let read = portal.request_of(actor, subject, id).await?;
    let again = Ok(render::go(&paths::preview(&id.to_string())));
    let Some(shown) = portal.kept_preview(actor, subject, id).await? else { return again };
    let form = PreviewForm::from_pairs(&pairs);
    let looked_at =
        pairs.iter().find(|(name, _)| name == "digest").map(|(_, value)| value.as_str());
    let draft = match portal.draft(actor, subject, id).await? {
        Some(draft) => draft,
        None => whole(&read, &shown),
    };
    let stale = looked_at
        .is_some_and(|digest| !digest.is_empty() && digest != shown.package.digest().to_string());
    let changed = if stale { Err(Fault::UnknownEntry) } else { changed(&form, &shown, draft) };
    match changed {
        Ok(decision) => {
            portal
                .save_draft(actor, subject, id, &decision, false)
                .await
                .map_err(|why| closed(why, id))?;
            again
        }
        Err(fault) => {
            let seen = previewed::view(
                &claimant,
                &read,
                &shown,
                Beside { changed: None, fault: Some(fault) },
            )
            .await?;
            Ok(render::fault(&claimant.ctx, preview::page(&claimant.ctx, &seen)))
        }
    }
}

/// A preview that was cut after a withdrawal answers only what stays shared; what was stopped is not shared.
fn whole(read: &RequestRead, shown: &Previewed) -> Decision {
    let mut decision = shown.decision.clone();
    for item in &read.loaded.asked.request.items {
        decision.answers.entry(item.category).or_insert(Answer::DoNotShare);
    }
    decision
}

/// The draft with what was ticked.
fn changed(form: &PreviewForm, shown: &Previewed, mut draft: Decision) -> Result<Decision, Fault> {
    let contents = shown.package.contents();
    let withheld = |key: &str, why: &Why| {
        let known =
            contents.withheld.iter().find(|one| one.why == *why && one.key.to_string() == key);
        known.map(|one| *one.key.digest()).ok_or(Fault::UnknownEntry)
    };
    if form.action == Some(PreviewAction::PutBack) {
        draft.left_out.remove(&withheld(&form.put_back, &Why::LeftOut)?);
        return Ok(draft);
    }
    if form.leave_out.is_empty() && form.put_in.is_empty() {
        return Err(Fault::NothingTicked);
    }
    let numbered = |number: &String| -> Option<Digest> {
        let place = number.parse::<usize>().ok()?.checked_sub(1)?;
        contents.sent.get(place).map(|sent| *sent.key.digest())
    };
    for number in &form.leave_out {
        draft.left_out.insert(numbered(number).ok_or(Fault::UnknownEntry)?);
    }
    for key in &form.put_in {
        draft.put_in.insert(withheld(key, &Why::AskFirst)?);
    }
    Ok(draft)
}
