//! Which answers a digest means that was shown with several: the same bytes can come of other answers, say in another
//! window. Where only the digest is named, nothing is recorded before the answers were shown again.

use super::error::Result;
use super::previews::{Previewed, decision_context, kept};
use super::sealed::Kept;
use super::{Portal, vault};
use crate::keys::SealKey;
use crate::store::db::Tx;
use crate::store::packages;
use consent::ids::{PersonId, RequestId};

/// Whether the preview that is kept shows the same bytes under other answers.
pub(super) async fn arise(
    portal: &Portal,
    tx: &mut Tx,
    key: &SealKey,
    (subject, id): (PersonId, RequestId),
    new: &packages::Sealed,
    kept: &Kept,
) -> Result<bool> {
    let at = portal.at(tx);
    let Some(row) = packages::preview(tx, subject, id, at).await? else {
        return Ok(false);
    };
    let sealed = row.decision_sealed.as_deref().unwrap_or_default();
    let before: Kept = vault::open(key, &decision_context(id), sealed)?;
    // What was cut after a withdrawal was offered by the portal, not answered in another window.
    let answered_otherwise = !before.cut && before.decision != kept.decision;
    Ok(row.digest == new.digest && (before.doubtful || answered_otherwise))
}

/// The answers of the preview that is kept were shown again: from now on its digest means these.
pub(super) async fn end(
    portal: &Portal,
    subject: PersonId,
    id: RequestId,
    shown: &Previewed,
) -> Result<()> {
    let mut tx = portal.db().write().await?;
    let now = kept(portal, &mut tx, subject, id).await?;
    // Another one that came in between is as doubtful as it was.
    if now.is_some_and(|now| {
        now.decision == shown.decision && now.package.digest() == shown.package.digest()
    }) {
        let key = vault::person_key(portal, &mut tx, subject).await?;
        let kept = Kept { decision: shown.decision.clone(), cut: shown.cut, doubtful: false };
        let sealed = vault::seal(portal, &key, &decision_context(id), &kept)?;
        packages::set_preview_decision(&mut tx, id, &sealed).await?;
    }
    Ok(tx.commit().await?)
}
