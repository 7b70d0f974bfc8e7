//! A receipt as a PDF and as plain text, and all receipts as one file. Each is made when it is asked for, from the signed
//! file; each costs work, and is made only so often.

use super::Site;
use super::errors::Trouble;
use super::guard::Claimant;
use super::receipt::{file_name, seen_by};
use super::render;
use super::typed::Id;
use crate::documents::all::{About, All, PAPERS};
use crate::documents::{pdf, printed};
use crate::portal::error::Fault;
use axum::extract::State;
use axum::response::Response;
use consent::ids::ReceiptId;

/// The PDF; with `?size=large` in large print.
pub(super) async fn pdf(
    State(site): State<Site>,
    claimant: Claimant,
    Id(id): Id<ReceiptId>,
) -> Result<Response, Trouble> {
    site.counters.paper(claimant.subject, site.portal.now())?;
    let kept = seen_by(&claimant, id).await?;
    let document = printed::document(&kept.receipt, &kept.signed)?;
    let large = claimant.ctx.is_large();
    let bytes = pdf::set(document, large).await?;
    let name = file_name(id, if large { "large.pdf" } else { "pdf" });
    Ok(render::file("application/pdf", &name, bytes))
}

/// The plain text.
pub(super) async fn text(claimant: Claimant, Id(id): Id<ReceiptId>) -> Result<Response, Trouble> {
    let kept = seen_by(&claimant, id).await?;
    let text = paper::text(&printed::document(&kept.receipt, &kept.signed)?);
    Ok(render::file("text/plain; charset=utf-8", &file_name(id, "txt"), text.into_bytes()))
}

/// All of them as one file.
pub(super) async fn all(State(site): State<Site>, claimant: Claimant) -> Result<Response, Trouble> {
    let (portal, subject) = (&claimant.portal, claimant.subject);
    site.counters.all_papers(subject, portal.now())?;
    let receipts = portal.receipts(&claimant.actor, subject).await?;
    let mut all = All::begin(&About {
        receipts: &receipts,
        lang: claimant.ctx.lang,
        at: portal.now(),
        address: &portal.config().base_url,
        keys: portal.keys(),
    })?;
    for (place, receipt) in receipts.iter().enumerate() {
        let kept = seen_by(&claimant, receipt.id).await?;
        let pdf = if pdf::AVAILABLE && place < PAPERS {
            Some(pdf::set(printed::document(&kept.receipt, &kept.signed)?, false).await?)
        } else {
            None
        };
        let packed = tokio::task::spawn_blocking(move || all.with(&kept, pdf.as_deref())).await;
        all = packed.map_err(|_| Fault::new("packing receipts stopped"))??;
    }
    Ok(render::file("application/zip", "receipts.zip", all.finish()?))
}
