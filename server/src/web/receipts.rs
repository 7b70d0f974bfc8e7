//! All receipts, newest first. A line names no category.

use super::asked::{asker_of, receipt_code};
use super::errors::Trouble;
use super::guard::Claimant;
use super::moments::in_london;
use super::render;
use app::pages::receipts::{self, Line, LineKind, ReceiptsView};
use axum::response::Response;
use consent::receipt::{ItemState, Receipt, ReceiptKind};

pub(super) async fn show(claimant: Claimant) -> Result<Response, Trouble> {
    let receipts = claimant.portal.receipts(&claimant.actor, claimant.subject).await?;
    let seen = ReceiptsView { receipts: receipts.iter().map(line).collect(), verify: None };
    Ok(render::shown(&claimant.ctx, receipts::page(&claimant.ctx, &seen)))
}

fn line(receipt: &Receipt) -> Line {
    let shared = receipt.items.iter().filter(|item| item.state == ItemState::Shared).count();
    let kind = match receipt.kind {
        ReceiptKind::Withdrawal => LineKind::Withdrawn,
        ReceiptKind::Decision if shared == 0 => LineKind::Refused,
        ReceiptKind::Decision if shared == receipt.items.len() => LineKind::Shared,
        ReceiptKind::Decision => LineKind::InPart,
    };
    Line {
        id: receipt.id.to_string(),
        code: receipt_code(receipt.id),
        kind,
        at: in_london(receipt.at),
        reference: receipt.request.short.clone(),
        asker: asker_of(&receipt.request.organisation, &receipt.request.team),
    }
}
