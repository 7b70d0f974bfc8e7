//! All receipts, newest first. A line names no category.

use super::asked::asker_of;
use super::errors::Trouble;
use super::guard::Claimant;
use super::moments::in_london;
use super::render;
use app::pages::receipts::{self, Line, LineKind, ReceiptsView};
use app::paths;
use axum::response::Response;
use consent::receipt::{ErasureOutcome, ItemState, Receipt, ReceiptKind};

/// So many stand on one page: each collection has its own.
const MOST: u32 = 50;

pub(super) async fn show(claimant: Claimant) -> Result<Response, Trouble> {
    let (portal, actor, subject) = (&claimant.portal, &claimant.actor, claimant.subject);
    // What has ended since gets its receipt now.
    portal.requests_of(actor, subject).await?;
    let page = claimant.query("page").and_then(|text| text.parse::<u32>().ok()).unwrap_or(1);
    let skip = page.max(1).saturating_sub(1).saturating_mul(MOST);
    let (mut receipts, mut all) = portal.some_receipts(actor, subject, (skip, MOST)).await?;
    let mut page = page.max(1);
    if receipts.is_empty() && page > 1 {
        (receipts, all) = portal.some_receipts(actor, subject, (0, MOST)).await?;
        page = 1;
    }
    let seen = ReceiptsView {
        receipts: receipts.iter().map(line).collect(),
        page: page as usize,
        pages: usize::try_from(all.div_ceil(MOST.into())).unwrap_or(1),
        verify: Some(paths::VERIFY.to_owned()),
    };
    Ok(render::shown(&claimant.ctx, receipts::page(&claimant.ctx, &seen)))
}

fn line(receipt: &Receipt) -> Line {
    let shared = receipt.items.iter().filter(|item| item.state == ItemState::Shared).count();
    let answer = match shared {
        0 => LineKind::Refused,
        all if all == receipt.items.len() => LineKind::Shared,
        _ => LineKind::InPart,
    };
    let part = receipt.items.iter().any(|item| item.state == ItemState::Paused);
    let erased = receipt.erasure.as_ref().map(|erasure| erasure.outcome);
    let kinds = match receipt.kind {
        ReceiptKind::Decision => vec![answer],
        ReceiptKind::Amendment => vec![LineKind::Changed, answer],
        ReceiptKind::Withdrawal if part => vec![LineKind::WithdrawnPart],
        ReceiptKind::Withdrawal => vec![LineKind::Withdrawn],
        ReceiptKind::Expiry => vec![LineKind::Expired],
        ReceiptKind::Pause => vec![LineKind::Paused],
        ReceiptKind::Collection => vec![LineKind::Collected],
        ReceiptKind::ErasureAnswer if erased == Some(ErasureOutcome::Erased) => {
            vec![LineKind::Erased]
        }
        ReceiptKind::ErasureAnswer => vec![LineKind::Kept],
    };
    Line {
        id: receipt.id.to_string(),
        code: receipt.id.short(),
        kinds,
        at: in_london(receipt.ended.map_or(receipt.at, |ended| ended.at)),
        reference: receipt.request.short.clone(),
        asker: asker_of(&receipt.request.organisation, &receipt.request.team),
    }
}
