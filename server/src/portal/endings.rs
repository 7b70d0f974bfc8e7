//! When sharing has come to its end by time: noticed whenever somebody looks, and proved once, with the moment at which
//! it ended and the moment at which that was noticed. Nothing waits for it: what is over is refused by the clock.
//! A requester's question notices nothing: that would make one "no" more work than the others.

use super::Portal;
use super::actor::Actor;
use super::asked::{Loaded, load};
use super::error::Result;
use super::log::{self, Entry, Kind};
use super::receipts::{self, Issue, What};
use crate::store::db::Tx;
use crate::store::{receipts as rows, requests};
use consent::decision::newest_decision;
use consent::ids::{PersonId, RequestId};
use consent::receipt::ReceiptKind;
use consent::standing::ended;
use consent::time::At;
use serde_json::json;

/// Puts it on the record and issues the receipt, where something has ended and nobody noticed before. The request must be
/// locked.
pub(super) async fn settle(portal: &Portal, tx: &mut Tx, loaded: &Loaded) -> Result<()> {
    let at = portal.at(tx);
    let (Some(subject), Some(decided)) = (loaded.person(), newest_decision(&loaded.said)) else {
        return Ok(());
    };
    let Some(ended) = ended(&loaded.asked.request, &loaded.said, at) else { return Ok(()) };
    let noticed = rows::causes(tx, subject, ReceiptKind::Expiry.as_str()).await?;
    if is_among(&noticed, loaded) {
        return Ok(());
    }
    let actor = &Actor::System;
    let language = receipts::language_of(portal, tx, subject).await?;
    let what = What::Ended(&ended);
    let issue = Issue { actor, subject, loaded, at, decided, what, language };
    let receipt = receipts::issue(portal, tx, issue).await?;
    let data = json!({
        "version": decided.version,
        "ended_at": ended.at,
        "by": ended.by,
        "receipt": receipt,
    });
    let id = loaded.id();
    let kind = Kind::SharingEnded;
    let entry = Entry { kind, actor, subject: Some(subject), request: Some(id), data };
    log::append(portal, tx, entry).await?;
    Ok(())
}

/// Those of these requests of one person that have ended without anybody having noticed.
pub(super) async fn unnoticed(
    tx: &mut Tx,
    subject: PersonId,
    all: impl IntoIterator<Item = &Loaded>,
    at: At,
) -> Result<Vec<RequestId>> {
    let over = |loaded: &&Loaded| ended(&loaded.asked.request, &loaded.said, at).is_some();
    let over: Vec<&Loaded> = all.into_iter().filter(over).collect();
    if over.is_empty() {
        return Ok(Vec::new());
    }
    let noticed = rows::causes(tx, subject, ReceiptKind::Expiry.as_str()).await?;
    let new = over.into_iter().filter(|loaded| !is_among(&noticed, loaded));
    Ok(new.map(Loaded::id).collect())
}

fn is_among(noticed: &[(uuid::Uuid, Option<String>)], loaded: &Loaded) -> bool {
    let version = newest_decision(&loaded.said).map(|decided| decided.version.to_string());
    noticed.iter().any(|(request, cause)| *request == loaded.row.id && *cause == version)
}

impl Portal {
    /// Notices that sharing under one request has ended, in a transaction of its own.
    pub(super) async fn notice_ending(&self, id: RequestId) -> Result<()> {
        let mut tx = self.db().write().await?;
        requests::lock(&mut tx, id).await?;
        if let Some(loaded) = load(self, &mut tx, id).await? {
            settle(self, &mut tx, &loaded).await?;
        }
        Ok(tx.commit().await?)
    }
}
