//! Everything that happened about a person, newest first, read from the log. Looking is itself an event.

use super::actor::Actor;
use super::error::{Fault, Result};
use super::log::{self, Entry, Kind, Opening, context};
use super::{Portal, vault};
use crate::store::events::{self, EventRow};
use consent::digest::Digest;
use consent::ids::{PersonId, RequestId};
use consent::log::{SALT_BYTES, leaf, leaf_hash};
use consent::time::At;
use serde_json::{Value, json};

/// At most so many events are shown at once.
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

impl Portal {
    /// The newest events about this person, newest first; then records that they were looked at.
    pub async fn history(&self, actor: &Actor, subject: PersonId) -> Result<Vec<Happened>> {
        let mut tx = self.db().write().await?;
        let rows = events::of_person(&mut tx, subject, MOST).await?;
        let key = vault::person_key(self, &mut tx, subject).await?;
        let happened = rows.iter().map(|row| open(&key, row)).collect::<Result<Vec<_>>>()?;
        let entry = Entry {
            kind: Kind::HistoryViewed,
            actor,
            subject: Some(subject),
            request: None,
            data: json!({}),
        };
        log::append(self, &mut tx, entry).await?;
        tx.commit().await?;
        Ok(happened)
    }

    /// What was done about one request, newest first. Part of the request's own page.
    pub async fn happened_about(
        &self,
        _actor: &Actor,
        subject: PersonId,
        request: RequestId,
    ) -> Result<Vec<Happened>> {
        let mut tx = self.db().read().await?;
        let rows = events::of_request(&mut tx, subject, request, MOST).await?;
        let key = vault::person_key(self, &mut tx, subject).await?;
        rows.iter().map(|row| open(&key, row)).collect()
    }
}

fn open(key: &crate::keys::SealKey, row: &EventRow) -> Result<Happened> {
    let opening: Opening = vault::open(key, &context(row.seq), &row.sealed)?;
    let event: Value = serde_json::from_str(&opening.event)?;
    let kind = Kind::parse(&row.kind).ok_or_else(|| Fault::new("an event of an unknown kind"))?;
    let salt = salt(&opening.salt).ok_or_else(|| Fault::new("a damaged salt"))?;
    Ok(Happened {
        seq: row.seq,
        leaf_hash: leaf_hash(&leaf(&salt, opening.event.as_bytes())),
        kind,
        at: row.at.into(),
        actor: event.get("actor").cloned().unwrap_or_default(),
        request: row.request_id.map(RequestId),
        data: event.get("data").cloned().unwrap_or_default(),
    })
}

fn salt(hex: &str) -> Option<[u8; SALT_BYTES]> {
    Digest::parse(hex).ok().map(|bytes| *bytes.as_bytes())
}
