//! Stopping: one page, no password, at once. What stays shared is offered on the page that follows.

use super::asked::{asker, reference, title};
use super::errors::Trouble;
use super::guard::Claimant;
use super::moments::in_london;
use super::typed::{Id, Typed};
use super::{render, standing};
use crate::portal::history::Happened;
use crate::portal::log::Kind;
use crate::portal::reading::RequestRead;
use crate::portal::{Error, Refusal};
use app::forms::WithdrawForm;
use app::pages::withdraw::{self, Collected, Fault, SharedItem, Stage, WithdrawView};
use app::paths;
use axum::response::Response;
use consent::category::Category;
use consent::ids::RequestId;
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
    let ticked: Result<BTreeSet<Category>, _> =
        form.items.iter().map(|id| Category::parse(id)).collect();
    // Nothing ticked is not everything: only what is named is stopped.
    let fault = match ticked {
        Err(_) => Fault::NotShared,
        Ok(ticked) if ticked.is_empty() => Fault::NothingTicked,
        Ok(ticked) => match portal.withdraw(actor, subject, id, &ticked).await {
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
    Ok(WithdrawView {
        id: read.loaded.id().to_string(),
        reference: reference(read),
        asker: asker(&read.loaded),
        stage,
    })
}

/// What was collected, oldest first, with how many entries it had.
pub(super) async fn collected(
    claimant: &Claimant,
    read: &RequestRead,
) -> Result<Vec<Collected>, Trouble> {
    if read.collections.is_empty() {
        return Ok(Vec::new());
    }
    let happened =
        claimant.portal.happened_about(&claimant.actor, claimant.subject, read.loaded.id()).await?;
    let one = |happened: &Happened| Collected {
        at: in_london(happened.at),
        who: asker(&read.loaded),
        entries: number(happened, "entries"),
    };
    Ok(happened.iter().rev().filter(|one| one.kind == Kind::Collected).map(one).collect())
}

/// A number that belongs to an event.
pub(super) fn number(happened: &Happened, name: &str) -> u32 {
    let number = happened.data.get(name).and_then(serde_json::Value::as_u64);
    number.and_then(|number| u32::try_from(number).ok()).unwrap_or_default()
}
