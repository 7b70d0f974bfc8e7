//! Everything that happened about a person, newest first, read from the log. Nothing is left out.

use super::actor::Actor;
use super::error::{Fault, Result};
use super::log::{Kind, Opening, context};
use super::{Portal, vault};
use crate::keys::SealKey;
use crate::store::Tx;
use crate::store::events::{self, EventRow};
use consent::digest::Digest;
use consent::ids::{PersonId, RequestId};
use consent::log::{SALT_BYTES, leaf, leaf_hash};
use consent::time::At;
use serde_json::Value;
use std::collections::BTreeMap;
use std::collections::btree_map::Entry;
use uuid::Uuid;

/// At most so many events are read at once.
const MOST: i64 = 500;

/// One thing that happened.
#[derive(Clone, Debug)]
pub struct Happened {
    /// Its place in the log, from 0.
    pub seq: i64,
    /// The leaf hash that this very event has in the log.
    pub leaf_hash: Digest,
    /// What.
    pub kind: Kind,
    /// When.
    pub at: At,
    /// Who did it.
    pub actor: Value,
    /// About which request.
    pub request: Option<RequestId>,
    /// What else there is to say.
    pub data: Value,
}

impl Happened {
    /// What an event that stands alone says; its place in the log is not known from it. None where it is no event.
    #[must_use]
    pub fn of(event: &Value) -> Option<Self> {
        let said = |name: &str| event.get(name).and_then(Value::as_str);
        Some(Self {
            seq: 0,
            leaf_hash: Digest::of(&[]),
            kind: Kind::parse(said("kind")?)?,
            at: At::parse_rfc3339(said("at")?).ok()?,
            actor: event.get("actor").cloned().unwrap_or_default(),
            request: said("request").and_then(|id| id.parse().ok()),
            data: event.get("data").cloned().unwrap_or_default(),
        })
    }
}

/// A stretch of what happened, newest first.
#[derive(Clone, Debug)]
pub struct Past {
    /// What happened.
    pub events: Vec<Happened>,
    /// There is more that happened before.
    pub more: bool,
}

impl Portal {
    /// What happened about this person before this place in the log, newest first. Whoever shows it to somebody notes
    /// first that they looked.
    pub async fn history(
        &self,
        _actor: &Actor,
        subject: PersonId,
        before: Option<i64>,
    ) -> Result<Past> {
        let mut tx = self.db().read().await?;
        let before = before.unwrap_or(i64::MAX);
        let mut rows = events::of_person(&mut tx, subject, before, MOST.saturating_add(1)).await?;
        let most = usize::try_from(MOST).unwrap_or(usize::MAX);
        let more = rows.len() > most;
        rows.truncate(most);
        let mut keys = Openers::new(self, &mut tx, subject).await?;
        let events = keys.open_all(self, &mut tx, &rows).await?;
        Ok(Past { events, more })
    }

    /// Everything of these kinds about one request, newest first. Only for kinds that the claimant's own doing bounds:
    /// nothing is cut.
    pub async fn happened_about(
        &self,
        _actor: &Actor,
        subject: PersonId,
        request: RequestId,
        kinds: &[Kind],
    ) -> Result<Vec<Happened>> {
        let mut tx = self.db().read().await?;
        let mut rows = Vec::new();
        for kind in kinds {
            rows.extend(events::of_kind(&mut tx, subject, request, kind.as_str()).await?);
        }
        rows.sort_by_key(|row| std::cmp::Reverse(row.seq));
        let mut keys = Openers::new(self, &mut tx, subject).await?;
        keys.open_all(self, &mut tx, &rows).await
    }
}

/// The keys that open what happened about a person: theirs, and of each request that of what was done about it before
/// it was known to be about them.
pub(super) struct Openers {
    person: SealKey,
    requests: BTreeMap<Uuid, SealKey>,
}

impl Openers {
    pub(super) async fn new(portal: &Portal, tx: &mut Tx, subject: PersonId) -> Result<Self> {
        let person = vault::person_key(portal, tx, subject).await?;
        Ok(Self { person, requests: BTreeMap::new() })
    }

    pub(super) async fn open_all(
        &mut self,
        portal: &Portal,
        tx: &mut Tx,
        rows: &[EventRow],
    ) -> Result<Vec<Happened>> {
        let mut happened = Vec::with_capacity(rows.len());
        for row in rows {
            happened.push(self.open_one(portal, tx, row).await?.0);
        }
        Ok(happened)
    }

    /// What happened, and what opens its leaf.
    pub(super) async fn open_one(
        &mut self,
        portal: &Portal,
        tx: &mut Tx,
        row: &EventRow,
    ) -> Result<(Happened, Opening)> {
        let key = match (row.person_id, row.request_id) {
            (None, Some(request)) => match self.requests.entry(request) {
                Entry::Occupied(known) => &*known.into_mut(),
                Entry::Vacant(new) => {
                    let key = vault::request_key(portal, tx, RequestId(request)).await?;
                    &*new.insert(key)
                }
            },
            _ => &self.person,
        };
        opened(key, row)
    }
}

pub(super) fn open(key: &SealKey, row: &EventRow) -> Result<Happened> {
    opened(key, row).map(|(happened, _)| happened)
}

fn opened(key: &SealKey, row: &EventRow) -> Result<(Happened, Opening)> {
    let opening: Opening = vault::open(key, &context(row.seq), &row.sealed)?;
    let event: Value = serde_json::from_str(&opening.event)?;
    let kind = Kind::parse(&row.kind).ok_or_else(|| Fault::new("an event of an unknown kind"))?;
    let salt = salt(&opening.salt).ok_or_else(|| Fault::new("a damaged salt"))?;
    let happened = Happened {
        seq: row.seq,
        leaf_hash: leaf_hash(&leaf(&salt, opening.event.as_bytes())),
        kind,
        at: row.at.into(),
        actor: event.get("actor").cloned().unwrap_or_default(),
        request: row.request_id.map(RequestId),
        data: event.get("data").cloned().unwrap_or_default(),
    };
    Ok((happened, opening))
}

fn salt(hex: &str) -> Option<[u8; SALT_BYTES]> {
    Digest::parse(hex).ok().map(|bytes| *bytes.as_bytes())
}
