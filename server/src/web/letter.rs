//! A ready letter to the practice, after sharing was stopped. Never sent by itself.

use super::asked::asker_of;
use super::errors::Trouble;
use super::guard::{Claimant, name};
use super::render;
use super::typed::Id;
use crate::portal::{Error, Refusal};
use app::pages::letter::{self, LetterView};
use axum::response::Response;
use consent::ids::ReceiptId;
use consent::receipt::ReceiptKind;

pub(super) async fn show(claimant: Claimant, Id(id): Id<ReceiptId>) -> Result<Response, Trouble> {
    let kept = claimant.portal.receipt(&claimant.actor, claimant.subject, id).await?;
    if kept.receipt.kind != ReceiptKind::Withdrawal {
        return Err(Error::from(Refusal::NotFound).into());
    }
    let identity = &claimant.identity;
    let seen = LetterView {
        receipt_id: id.to_string(),
        reference: kept.receipt.request.short.clone(),
        asker: asker_of(&kept.receipt.request.organisation, &kept.receipt.request.team),
        name: name(identity),
        nhs_number: identity.nhs_number.as_ref().map(consent::identity::NhsNumber::spaced),
        birth_date: identity.birth_date,
        stopped_on: kept.receipt.at.date_in_london(),
        today: claimant.portal.now().date_in_london(),
    };
    Ok(render::shown(&claimant.ctx, letter::page(&claimant.ctx, &seen)))
}
