//! The proof of what a requester answers when it is asked to erase. It says what was answered, never whether that is so.

use super::Portal;
use super::actor::Actor;
use super::asked::Loaded;
use super::error::Result;
use super::receipts::{self, Issue, What, named};
use crate::store::db::Tx;
use crate::store::packages::{self, CollectionRow};
use consent::decision::{RecordedDecision, Said};
use consent::ids::ReceiptId;
use consent::receipt::{ErasureOutcome, ReceiptErasure};

/// The receipt of an answer about an erasure; none of other answers, and none where it is about nobody any more.
pub(super) async fn proved(
    portal: &Portal,
    tx: &mut Tx,
    actor: &Actor,
    loaded: &Loaded,
    row: &CollectionRow,
    word: &str,
    data: &serde_json::Value,
) -> Result<Option<ReceiptId>> {
    let outcome = match word {
        "erased" => ErasureOutcome::Erased,
        "kept" => ErasureOutcome::Kept,
        _ => return Ok(None),
    };
    let (Some(subject), Some(decided)) = (loaded.person(), decided_for(loaded, row)) else {
        return Ok(None);
    };
    let statement = data.get("statement").and_then(serde_json::Value::as_str).unwrap_or_default();
    let answers = packages::answers(tx, loaded.id()).await?;
    let before = answers
        .iter()
        .filter(|answer| answer.collection_id == row.id)
        .filter(|answer| ["erased", "kept"].contains(&answer.kind.as_str()));
    let what = What::Answered {
        collection: named(row)?,
        erasure: ReceiptErasure { outcome, statement: statement.to_owned() },
        before: before.count(),
    };
    let language = receipts::language_of(portal, tx, subject).await?;
    let at = portal.at(tx);
    let issue = Issue { actor, subject, loaded, at, decided, what, language };
    receipts::issue(portal, tx, issue).await.map(Some)
}

/// The decision under which it was collected.
fn decided_for<'a>(loaded: &'a Loaded, row: &CollectionRow) -> Option<&'a RecordedDecision> {
    loaded.said.iter().find_map(|said| match said {
        Said::Decided(decided) if i64::from(decided.version) == row.decision_version => {
            Some(decided)
        }
        _ => None,
    })
}
