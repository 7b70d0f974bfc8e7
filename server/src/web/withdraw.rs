//! Stopping: one page, no password, at once. What stays shared is offered on the page that follows.

use super::asked::{asker, reference, title};
use super::errors::Trouble;
use super::guard::Claimant;
use super::language::of_account;
use super::moments::in_london;
use super::typed::{Id, Typed};
use super::{copies, render, standing};
use crate::portal::history::Happened;
use crate::portal::log::Kind;
use crate::portal::reading::RequestRead;
use crate::portal::{Error, Refusal};
use app::forms::WithdrawForm;
use app::pages::own_copy::OwnCopy;
use app::pages::withdraw::{self, Collected, Fault, SharedItem, Stage, WithdrawView};
use app::paths;
use axum::response::Response;
use consent::category::Category;
use consent::digest::Digest;
use consent::ids::RequestId;
use consent::time::At;
use std::collections::BTreeSet;

pub(super) async fn show(claimant: Claimant, Id(id): Id<RequestId>) -> Result<Response, Trouble> {
    let read = claimant.portal.request_of(&claimant.actor, claimant.subject, id).await?;
    let seen = view(&claimant, &read, None).await?;
    Ok(render::shown(&claimant.ctx, withdraw::page(&claimant.ctx, &seen)))
}

pub(super) async fn withdraw(
    claimant: Claimant,
    Id(id): Id<RequestId>,
    Typed(pairs): Typed,
) -> Result<Response, Trouble> {
    let (portal, actor, subject) = (&claimant.portal, &claimant.actor, claimant.subject);
    let form = WithdrawForm::from_pairs(&pairs);
    let language = of_account(claimant.ctx.lang);
    let ticked: Result<BTreeSet<Category>, _> =
        form.items.iter().map(|id| Category::parse(id)).collect();
    // Nothing ticked is not everything: only what is named is stopped.
    let fault = match ticked {
        Err(_) => Fault::NotShared,
        Ok(ticked) if ticked.is_empty() => Fault::NothingTicked,
        Ok(ticked) => match portal.withdraw(actor, subject, id, &ticked, language).await {
            Ok(receipt) => {
                let rest = portal.kept_preview(actor, subject, id).await?;
                return Ok(match rest {
                    Some(rest) if rest.cut => render::go(&paths::preview(&id.to_string())),
                    _ => render::go(&paths::receipt(&receipt.to_string())),
                });
            }
            Err(Error::Refused(Refusal::NothingToWithdraw)) => Fault::NotShared,
            Err(other) => return Err(other.into()),
        },
    };
    let read = portal.request_of(actor, subject, id).await?;
    let seen = view(&claimant, &read, Some(fault)).await?;
    Ok(render::fault(&claimant.ctx, withdraw::page(&claimant.ctx, &seen)))
}

async fn view(
    claimant: &Claimant,
    read: &RequestRead,
    fault: Option<Fault>,
) -> Result<WithdrawView, Trouble> {
    let shared = standing::shared(read);
    let stage = if shared.is_empty() {
        Stage::NothingShared
    } else {
        let item = |category: &Category| SharedItem {
            category: category.id().to_owned(),
            title: title(claimant.ctx.lang, *category),
        };
        Stage::Choosing {
            shared: shared.iter().map(item).collect(),
            collected: collected(claimant, read).await?,
            fault,
        }
    };
    // Stopping never needs the file: where it does not open, there is no copy to offer.
    let copy = copies::of_request(claimant, read.loaded.id()).await.ok().flatten();
    Ok(WithdrawView {
        id: read.loaded.id().to_string(),
        reference: reference(read),
        asker: asker(&read.loaded),
        copy_offered: matches!(copy, Some(OwnCopy::Offer { .. })),
        stage,
    })
}

/// What was collected, oldest first, with how many entries it had; one line for the same file several times in a row.
async fn collected(claimant: &Claimant, read: &RequestRead) -> Result<Vec<Collected>, Trouble> {
    if read.collections.is_empty() {
        return Ok(Vec::new());
    }
    let (portal, actor, subject) = (&claimant.portal, &claimant.actor, claimant.subject);
    let decided = portal.happened_about(actor, subject, read.loaded.id(), &[Kind::Decided]).await?;
    let times = read.collections.iter().map(|one| (one.at, one.digest));
    Ok(grouped(times, &asker(&read.loaded), &decided))
}

/// Collections of one request, oldest first, as they are listed. What each had in it was put down when it was decided.
pub(super) fn grouped(
    collections: impl IntoIterator<Item = (At, Digest)>,
    who: &str,
    decided: &[Happened],
) -> Vec<Collected> {
    let mut lines: Vec<(Digest, Collected)> = Vec::new();
    for (at, digest) in collections {
        let at = in_london(at);
        match lines.last_mut() {
            Some((same, line)) if *same == digest => {
                (line.last, line.times) = (at, line.times.saturating_add(1));
            }
            _ => {
                let hex = digest.to_string();
                let said = decided.iter().find(|one| {
                    one.data.get("digest").and_then(serde_json::Value::as_str) == Some(&hex)
                });
                let entries = said.map(|said| number(said, "entries")).unwrap_or_default();
                let line = Collected { at, last: at, times: 1, who: who.to_owned(), entries };
                lines.push((digest, line));
            }
        }
    }
    lines.into_iter().map(|(_, line)| line).collect()
}

/// A number that belongs to an event.
pub(super) fn number(happened: &Happened, name: &str) -> u32 {
    let number = happened.data.get(name).and_then(serde_json::Value::as_u64);
    number.and_then(|number| u32::try_from(number).ok()).unwrap_or_default()
}
