//! A document as a PDF, where this program was built with the typesetter. Setting one takes a whole core for a moment:
//! only so many are set at once.

#[cfg(not(feature = "pdf"))]
use crate::portal::error::Refusal;
use crate::portal::error::{Error, Fault, Result};
use paper::Document;
use tokio::sync::Semaphore;

/// So many are set at once, in this process.
static DESKS: Semaphore = Semaphore::const_new(2);

/// The PDF; not found where the program has no typesetter.
pub async fn set(document: Document, large: bool) -> Result<Vec<u8>> {
    let desk = DESKS.acquire().await;
    let set = tokio::task::spawn_blocking(move || written(&document, large)).await;
    drop(desk);
    set.map_err(|_| Fault::new("setting a PDF stopped"))?
}

/// Whether this program has a typesetter.
pub const AVAILABLE: bool = cfg!(feature = "pdf");

#[cfg(feature = "pdf")]
fn written(document: &Document, large: bool) -> Result<Vec<u8>> {
    let size = if large { paper::Size::Large } else { paper::Size::Normal };
    // What the typesetter says can quote the document: it goes nowhere.
    paper::pdf(document, size).map_err(|_| Error::from(Fault::new("a PDF cannot be set")))
}

#[cfg(not(feature = "pdf"))]
fn written(_: &Document, _: bool) -> Result<Vec<u8>> {
    Err(Error::from(Refusal::NotFound))
}
