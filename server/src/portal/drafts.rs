//! What was ticked so far, sealed, and which letters were opened. Nothing is decided here; and nothing that Sayso
//! cannot read is put in before the claimant has looked at that very one.

use super::actor::Actor;
use super::error::{Refusal, Result};
use super::log::{self, Entry, Kind};
use super::previews::{KEPT_FOR_SECONDS, Previewed, kept, mine, open_to_deciding};
use super::{Portal, vault};
use crate::store::db::Tx;
use crate::store::packages;
use consent::classify::WhyNever;
use consent::decision::Decision;
use consent::digest::Digest;
use consent::ids::{PersonId, RequestId};
use consent::package::Why;
use consent::time::At;
use serde::{Deserialize, Serialize};
use serde_json::json;
use std::collections::{BTreeMap, BTreeSet};

/// A draft as it is kept.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub(super) struct Draft {
    /// What was ticked.
    #[serde(flatten)]
    pub decision: Decision,
    /// Of each letter, which of its files were opened.
    #[serde(default)]
    pub looked_at: BTreeMap<Digest, BTreeSet<usize>>,
    /// The letters of which every file was opened.
    #[serde(default)]
    pub opened: BTreeSet<Digest>,
}

impl Portal {
    /// The draft of a request: what was ticked so far.
    pub async fn draft(
        &self,
        _actor: &Actor,
        subject: PersonId,
        id: RequestId,
    ) -> Result<Option<Decision>> {
        let mut tx = self.db().read().await?;
        mine(self, &mut tx, subject, id).await?;
        decision(self, &mut tx, subject, id).await
    }

    /// The letters that the claimant opened since they began to answer.
    pub async fn opened_letters(
        &self,
        _actor: &Actor,
        subject: PersonId,
        id: RequestId,
    ) -> Result<BTreeSet<Digest>> {
        let mut tx = self.db().read().await?;
        mine(self, &mut tx, subject, id).await?;
        Ok(stored(self, &mut tx, subject, id).await?.unwrap_or_default().opened)
    }

    /// Keeps what was ticked so far, on the server. Nothing is decided by it.
    pub async fn save_draft(
        &self,
        actor: &Actor,
        subject: PersonId,
        id: RequestId,
        decision: &Decision,
        not_now: bool,
    ) -> Result<()> {
        let mut tx = self.db().write().await?;
        let loaded = mine(self, &mut tx, subject, id).await?;
        open_to_deciding(&loaded, self.at(&tx))?;
        let mut decision = decision.clone();
        let asked = |category| loaded.asked.request.item(category).is_some();
        decision.answers.retain(|category, _| asked(*category));
        decision.narrowed.retain(|category, _| asked(*category));
        let before = stored(self, &mut tx, subject, id).await?.unwrap_or_default();
        let unseen = |key: &&Digest| !before.decision.put_in.contains(*key);
        if decision.put_in.iter().any(|key| unseen(&key)) {
            let shown = kept(self, &mut tx, subject, id).await?;
            let may = |key: &Digest| may_be_put_in(key, shown.as_ref(), &before.opened);
            if !decision.put_in.iter().filter(unseen).all(may) {
                return Err(Refusal::LetterNotOpened.into());
            }
        }
        keep(self, &mut tx, subject, id, &Draft { decision, ..before }).await?;
        if not_now {
            let entry = Entry {
                kind: Kind::DraftSaved,
                actor,
                subject: Some(subject),
                request: Some(id),
                data: json!({}),
            };
            log::append(self, &mut tx, entry).await?;
        }
        Ok(tx.commit().await?)
    }
}

/// Only what was shown to them goes in by name; and of that, what Sayso cannot read only after they opened it.
fn may_be_put_in(key: &Digest, shown: Option<&Previewed>, opened: &BTreeSet<Digest>) -> bool {
    let Some(shown) = shown else { return false };
    let mut withheld = shown.package.contents().withheld.iter();
    shown.decision.put_in.contains(key)
        || withheld.any(|one| {
            one.key.digest() == key
                && match one.why {
                    Why::Never(WhyNever::Unreadable) => opened.contains(key),
                    Why::Never(_) => false,
                    _ => true,
                }
        })
}

/// The decision that is drafted, where it has not ended.
pub(super) async fn decision(
    portal: &Portal,
    tx: &mut Tx,
    subject: PersonId,
    id: RequestId,
) -> Result<Option<Decision>> {
    Ok(stored(portal, tx, subject, id).await?.map(|draft| draft.decision))
}

/// The draft, where it has not ended.
pub(super) async fn stored(
    portal: &Portal,
    tx: &mut Tx,
    subject: PersonId,
    id: RequestId,
) -> Result<Option<Draft>> {
    let Some((sealed, saved_at)) = packages::draft(tx, subject, id).await? else { return Ok(None) };
    if At::from(saved_at).plus_seconds(KEPT_FOR_SECONDS) <= portal.at(tx) {
        return Ok(None);
    }
    let key = vault::person_key(portal, tx, subject).await?;
    vault::open(&key, &format!("draft:{id}"), &sealed).map(Some)
}

/// Keeps a draft inside a transaction that is already open.
pub(super) async fn keep(
    portal: &Portal,
    tx: &mut Tx,
    subject: PersonId,
    id: RequestId,
    draft: &Draft,
) -> Result<()> {
    let key = vault::person_key(portal, tx, subject).await?;
    let sealed = vault::seal(portal, &key, &format!("draft:{id}"), draft)?;
    let at = portal.at(tx);
    packages::save_draft(tx, subject, id, &sealed, at).await?;
    Ok(())
}
