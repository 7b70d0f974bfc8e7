//! Walks the whole log: every leaf in its place, every opening that can still be opened hashing to its
//! leaf, every row saying what its event says. Stops at the first fault; mends nothing.

use super::broken::{Broken, Whole};
use super::trees::Trees;
use super::{Kind, Opening, context};
use crate::keys::SealKey;
use crate::portal::error::Result;
use crate::portal::{Portal, vault};
use crate::store::db::Tx;
use crate::store::events::{self, WalkRow};
use crate::store::{people, requests};
use consent::digest::Digest;
use consent::ids::{PersonId, RequestId};
use consent::log::{Frontier, SALT_BYTES, leaf, leaf_hash};
use consent::time::At;
use serde_json::Value;
use std::collections::BTreeMap;
use uuid::Uuid;

/// So many leaves are read at once.
const STRIDE: i64 = 1000;

/// What the walk has seen so far.
#[derive(Default)]
struct Walk {
    next: i64,
    tree: Frontier,
    opened: u64,
    gone: u64,
    first_gone: i64,
    sealed_for_good: u64,
    erased: u64,
}

/// Keys by whom or what they belong to; none where they were destroyed.
type Known = BTreeMap<Uuid, Option<SealKey>>;

impl Portal {
    /// Walks the whole log as it is at one moment.
    pub async fn verify_log(&self) -> Result<std::result::Result<Whole, Broken>> {
        self.verify_log_and_tell(|_, _| ()).await
    }

    /// The same, and tells now and then how many leaves it has walked, and of how many.
    pub async fn verify_log_and_tell(
        &self,
        tell: impl Fn(u64, u64),
    ) -> Result<std::result::Result<Whole, Broken>> {
        let mut tx = self.db().read().await?;
        self.verify_log_in(&mut tx, true, tell).await
    }

    /// The same inside this transaction. Without `remembered`, what this machine remembers to be signed is left aside:
    /// an older log that is put back on purpose is whole in itself.
    pub(crate) async fn verify_log_in(
        &self,
        tx: &mut Tx,
        remembered: bool,
        tell: impl Fn(u64, u64),
    ) -> Result<std::result::Result<Whole, Broken>> {
        let head = events::size(tx).await?;
        let mut trees = match Trees::begin(self, tx, remembered).await? {
            Ok(trees) => trees,
            Err(broken) => return Ok(Err(broken)),
        };
        let mut walk = Walk::default();
        let mut from = i64::MIN;
        loop {
            let rows = events::walk(tx, from, STRIDE).await?;
            let Some(last) = rows.last() else { break };
            from = last.seq.saturating_add(1);
            let mut known = Known::new();
            for row in &rows {
                let leaf = match walk.step(self, tx, &mut known, row).await? {
                    Ok(leaf) => leaf,
                    Err(broken) => return Ok(Err(broken)),
                };
                if let Err(broken) = trees.step(tx, &walk.tree, leaf).await? {
                    return Ok(Err(broken));
                }
            }
            tell(walk.tree.size(), u64::try_from(head).unwrap_or_default());
        }
        let mut whole = match walk.end(head) {
            Ok(whole) => whole,
            Err(broken) => return Ok(Err(broken)),
        };
        Ok(trees.end(tx).await?.map(|(tiles, checkpoints)| {
            (whole.tiles, whole.checkpoints) = (tiles, checkpoints);
            whole
        }))
    }
}

impl Walk {
    async fn step(
        &mut self,
        portal: &Portal,
        tx: &mut Tx,
        known: &mut Known,
        row: &WalkRow,
    ) -> Result<std::result::Result<Digest, Broken>> {
        let place = self.next;
        if row.seq != place {
            let missing = row.seq > place;
            return Ok(Err(if missing {
                Broken::Missing(place)
            } else {
                Broken::Misplaced(row.seq)
            }));
        }
        let Ok(hash) = <[u8; 32]>::try_from(row.hash.as_slice()).map(Digest::from_bytes) else {
            return Ok(Err(Broken::NoHash(place)));
        };
        self.next += 1;
        self.tree.push(hash);
        let Some(sealed) = &row.sealed else {
            if self.gone == 0 {
                self.first_gone = place;
            }
            self.gone += 1;
            return Ok(Ok(hash));
        };
        let key = match key(portal, tx, known, row).await? {
            Ok(Some(key)) => key,
            Ok(None) => {
                self.sealed_for_good += 1;
                return Ok(Ok(hash));
            }
            Err(broken) => return Ok(Err(broken)),
        };
        let event = match opened(key, row, sealed, hash) {
            Ok(event) => event,
            Err(broken) => return Ok(Err(broken)),
        };
        if event.get("kind").and_then(Value::as_str) == Some(Kind::PersonErased.as_str()) {
            self.erased +=
                event.pointer("/data/events").and_then(Value::as_u64).unwrap_or_default();
        }
        self.opened += 1;
        Ok(Ok(hash))
    }

    fn end(self, head: i64) -> std::result::Result<Whole, Broken> {
        if head != self.next {
            return Err(Broken::Size { head, leaves: self.next });
        }
        if self.gone != self.erased {
            return Err(Broken::Gone {
                gone: self.gone,
                first: self.first_gone,
                erased: self.erased,
            });
        }
        Ok(Whole {
            size: self.tree.size(),
            root: self.tree.head(),
            opened: self.opened,
            erased: self.gone + self.sealed_for_good,
            tiles: 0,
            checkpoints: 0,
        })
    }
}

/// The key under which an event is sealed; none where it was destroyed.
#[expect(clippy::map_entry, reason = "the store is asked in between")]
async fn key<'a>(
    portal: &Portal,
    tx: &mut Tx,
    known: &'a mut Known,
    row: &WalkRow,
) -> Result<std::result::Result<Option<&'a SealKey>, Broken>> {
    let owner = row.person_id.or(row.request_id).unwrap_or_default();
    if !known.contains_key(&owner) {
        let (wrapped, context) = match (row.person_id, row.request_id) {
            (Some(id), _) => {
                (people::key_wrapped(tx, PersonId(id)).await?, vault::person_context(PersonId(id)))
            }
            (None, Some(id)) => (
                requests::key_wrapped(tx, RequestId(id)).await?,
                vault::request_context(RequestId(id)),
            ),
            (None, None) => {
                known.insert(owner, Some(vault::portal_key(portal)?));
                (None, String::new())
            }
        };
        if !known.contains_key(&owner) {
            let key = wrapped.as_deref().map(|wrapped| portal.keys().unwrap_key(wrapped, &context));
            let Some(key) = key.map_or(Some(None), |key| key.map(Some)) else {
                return Ok(Err(Broken::Key(row.seq)));
            };
            known.insert(owner, key);
        }
    }
    Ok(Ok(known.get(&owner).and_then(Option::as_ref)))
}

/// The event that a row holds, where it is the one its leaf commits to and the row says the same.
fn opened(
    key: &SealKey,
    row: &WalkRow,
    sealed: &[u8],
    hash: Digest,
) -> std::result::Result<Value, Broken> {
    let place = row.seq;
    let opening = key.open(&context(place), sealed).ok_or(Broken::Sealed(place))?;
    let opening: Opening =
        serde_json::from_slice(&opening).map_err(|_| Broken::NotCommitted(place))?;
    let salt: [u8; SALT_BYTES] =
        *Digest::parse(&opening.salt).map_err(|_| Broken::NotCommitted(place))?.as_bytes();
    if leaf_hash(&leaf(&salt, opening.event.as_bytes())) != hash {
        return Err(Broken::NotCommitted(place));
    }
    let event: Value =
        serde_json::from_str(&opening.event).map_err(|_| Broken::NotCommitted(place))?;
    let text = |name: &str| event.get(name).and_then(Value::as_str).map(str::to_owned);
    let at = text("at").and_then(|at| At::parse_rfc3339(&at).ok());
    let same = [
        ("kind", text("kind") == row.kind),
        ("time", at.is_some() && at == row.at.map(At::from) && at == Some(row.leaf_at.into())),
        ("person", text("subject") == row.person_id.map(|id| id.to_string())),
        ("request", text("request") == row.request_id.map(|id| id.to_string())),
    ];
    match same.into_iter().find(|(_, same)| !same) {
        Some((what, _)) => Err(Broken::Row(place, what)),
        None => Ok(event),
    }
}
