//! Browsers' sessions: where somebody is signed in, since when, and ending it. They end after twenty
//! minutes without use, and after twelve hours in any case, by the portal's clock.
//! The cookie is never kept: only its hash.

use super::error::{Refusal, Result};
use super::log::{self, Entry, Kind};
use super::{Actor, Portal, vault};
use crate::store::sessions::{self, SessionRow};
use async_trait::async_trait;
use consent::digest::Digest;
use consent::ids::{PersonId, SessionId};
use consent::time::At;
use serde_json::{Value, json};
use std::collections::HashMap;
use tower_sessions::session::{Id, Record};
use tower_sessions::session_store::{Error as StoreFault, Result as StoreResult, SessionStore};
use uuid::Uuid;

/// Without use for so long, a session ends.
pub const IDLE_SECONDS: i64 = 20 * 60;
/// After so long it ends in any case.
pub const LONGEST_SECONDS: i64 = 12 * 60 * 60;
/// So often is it written down that a session is used.
const TOUCH_SECONDS: i64 = 60;
/// Under this name the pages keep who is signed in: a [`PersonId`].
pub const PERSON: &str = "person";
/// Under this name the pages keep what browser it is, for `/account`: a short code.
pub const BROWSER: &str = "browser";

/// Somewhere that a person is signed in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SessionSeen {
    /// What to end it by; of no use as a cookie.
    pub id: SessionId,
    /// Since when.
    pub since: At,
    /// When it was last used, to the minute.
    pub seen: At,
    /// What kind of browser.
    pub browser: Option<String>,
    /// Whether it is the one that asks.
    pub is_this: bool,
}

/// The sessions of the pages, in the store.
#[derive(Clone, Debug)]
pub struct Sessions(pub Portal);

type Data = HashMap<String, Value>;

/// Where a session is kept.
pub(super) fn row_id(id: &Id) -> Vec<u8> {
    Digest::of(&id.0.to_be_bytes()).as_bytes().to_vec()
}

/// What a session is ended by: half of the hash.
fn handle(row_id: &[u8]) -> SessionId {
    let half = row_id.first_chunk::<16>().copied().unwrap_or_default();
    SessionId(Uuid::from_bytes(half))
}

fn context(row_id: &[u8]) -> String {
    format!("session:{}", handle(row_id))
}

fn ends(created: At, now: At) -> At {
    now.plus_seconds(IDLE_SECONDS).min(created.plus_seconds(LONGEST_SECONDS))
}

fn person(data: &Data) -> Option<PersonId> {
    data.get(PERSON).and_then(Value::as_str).and_then(|id| id.parse().ok())
}

impl Portal {
    /// Everywhere that this person is signed in, the last used first.
    pub async fn sessions_of(
        &self,
        actor: &Actor,
        person: PersonId,
        this: &Id,
    ) -> Result<Vec<SessionSeen>> {
        actor.owns(person)?;
        let mut tx = self.db().read().await?;
        let this = row_id(this);
        let at = self.at(&tx);
        let rows = sessions::of_person(&mut tx, person, at).await?;
        rows.into_iter()
            .map(|row| {
                let data = self.session_data(&row)?;
                Ok(SessionSeen {
                    id: handle(&row.id),
                    since: row.created_at.into(),
                    seen: row.seen_at.into(),
                    browser: data.get(BROWSER).and_then(Value::as_str).map(str::to_owned),
                    is_this: row.id == this,
                })
            })
            .collect()
    }

    /// Ends one of this person's sessions.
    pub async fn end_session(&self, actor: &Actor, person: PersonId, id: SessionId) -> Result<()> {
        actor.owns(person)?;
        let mut tx = self.db().write().await?;
        let at = self.at(&tx);
        let rows = sessions::of_person(&mut tx, person, at).await?;
        let row = rows.into_iter().find(|row| handle(&row.id) == id).ok_or(Refusal::NotFound)?;
        sessions::delete(&mut tx, &row.id).await?;
        self.note_end(&mut tx, Kind::SessionEnded, actor, person).await?;
        Ok(tx.commit().await?)
    }

    /// Ends all of this person's sessions but the one that asks.
    pub async fn end_other_sessions(
        &self,
        actor: &Actor,
        person: PersonId,
        this: &Id,
    ) -> Result<()> {
        actor.owns(person)?;
        let mut tx = self.db().write().await?;
        sessions::delete_others(&mut tx, person, &row_id(this)).await?;
        self.note_end(&mut tx, Kind::SignedOutEverywhere, actor, person).await?;
        Ok(tx.commit().await?)
    }

    async fn note_end(
        &self,
        tx: &mut crate::store::Tx,
        kind: Kind,
        actor: &Actor,
        person: PersonId,
    ) -> Result<()> {
        let entry = Entry { kind, actor, subject: Some(person), request: None, data: json!({}) };
        log::append(self, tx, entry).await?;
        Ok(())
    }

    fn session_data(&self, row: &SessionRow) -> Result<Data> {
        vault::open(&self.keys().derived("sessions"), &context(&row.id), &row.sealed)
    }

    fn session_row(&self, record: &Record, created: At, now: At) -> Result<SessionRow> {
        let id = row_id(&record.id);
        let sealed =
            vault::seal(self, &self.keys().derived("sessions"), &context(&id), &record.data)?;
        Ok(SessionRow {
            sealed,
            person_id: person(&record.data).map(|person| person.0),
            created_at: created.into(),
            seen_at: now.into(),
            expires_at: ends(created, now).into(),
            id,
        })
    }

    async fn create_session(&self, record: &mut Record) -> Result<()> {
        let mut tx = self.db().write().await?;
        let now = self.at(&tx);
        loop {
            record.id = Id(i128::from_be_bytes(self.chance().bytes::<16>()?));
            let row = self.session_row(record, now, now)?;
            if sessions::insert(&mut tx, &row).await? {
                return Ok(tx.commit().await?);
            }
        }
    }

    /// What has ended stays ended: a page that was still at work does not bring it back.
    async fn save_session(&self, record: &Record) -> Result<()> {
        let mut tx = self.db().write().await?;
        let now = self.at(&tx);
        if let Some(row) = sessions::by_id(&mut tx, &row_id(&record.id), now).await? {
            let row = self.session_row(record, row.created_at.into(), now)?;
            sessions::update(&mut tx, &row).await?;
        }
        Ok(tx.commit().await?)
    }

    async fn load_session(&self, id: &Id) -> Result<Option<Record>> {
        let now = self.now();
        let mut tx = self.db().read().await?;
        let row = sessions::by_id(&mut tx, &row_id(id), now).await?;
        drop(tx);
        let Some(row) = row else { return Ok(None) };
        if now >= At::from(row.seen_at).plus_seconds(TOUCH_SECONDS) {
            let mut tx = self.db().write().await?;
            sessions::touch(&mut tx, &row.id, now, ends(row.created_at.into(), now)).await?;
            tx.commit().await?;
        }
        let data = self.session_data(&row)?;
        // Far off for the layer's own clock: when a session ends is decided here.
        let expiry_date = time::OffsetDateTime::UNIX_EPOCH + time::Duration::days(365 * 400);
        Ok(Some(Record { id: *id, data, expiry_date }))
    }
}

#[expect(clippy::needless_pass_by_value, reason = "the shape that map_err wants")]
fn fault(why: super::Error) -> StoreFault {
    StoreFault::Backend(why.to_string())
}

#[async_trait]
impl SessionStore for Sessions {
    async fn create(&self, record: &mut Record) -> StoreResult<()> {
        self.0.create_session(record).await.map_err(fault)
    }

    async fn save(&self, record: &Record) -> StoreResult<()> {
        self.0.save_session(record).await.map_err(fault)
    }

    async fn load(&self, id: &Id) -> StoreResult<Option<Record>> {
        self.0.load_session(id).await.map_err(fault)
    }

    async fn delete(&self, id: &Id) -> StoreResult<()> {
        let delete = async {
            let mut tx = self.0.db().write().await?;
            sessions::delete(&mut tx, &row_id(id)).await?;
            Ok(tx.commit().await?)
        };
        delete.await.map_err(fault)
    }
}
