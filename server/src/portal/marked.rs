//! Entries that the claimant says are wrong: what they say is wrong, and what is to become of the entry meanwhile.
//! The record itself is never changed here, and nobody but the claimant is told.

use super::actor::Actor;
use super::error::{Refusal, Result};
use super::log::Kind;
use super::previews::mine;
use super::words::{note, text};
use super::{Portal, vault};
use crate::store::db::Tx;
use crate::store::words::{self as rows, Pile, SealedOne};
use consent::digest::Digest;
use consent::ids::{PersonId, RequestId};
use consent::language::Language;
use consent::time::At;
use consent::words::is_longer;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// The most entries that are marked for one request.
const MOST: usize = 200;
/// The most characters of what is wrong: as many as a letter takes.
const MOST_WRONG: usize = 2000;

/// What is to become of an entry that is wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Meanwhile {
    /// It stays out.
    LeaveOut,
    /// Nothing is decided until it is put right.
    Wait,
    /// It goes, with a statement beside it.
    SendWithStatement,
}

/// What the claimant says of an entry.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Mark {
    /// The entry's key, as in what is left out.
    pub key: Digest,
    /// The entry in words, as it was shown.
    pub line: String,
    /// What is wrong, in their own words.
    pub wrong: String,
    /// What is to become of it.
    pub meanwhile: Meanwhile,
    /// What is to go beside it.
    pub statement: Option<String>,
    /// In which language.
    pub language: Language,
}

/// An entry that is marked as wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Marked {
    /// Its id.
    pub id: Uuid,
    /// When it was marked.
    pub at: At,
    /// What was said.
    pub mark: Mark,
}

impl Portal {
    /// Marks an entry as wrong; what was said of the same entry before is gone.
    pub async fn mark_wrong(
        &self,
        actor: &Actor,
        subject: PersonId,
        id: RequestId,
        mark: &Mark,
    ) -> Result<()> {
        if !actor.is(subject) {
            return Err(Refusal::NotFound.into());
        }
        let wrong = text(&mark.wrong)?.ok_or(Refusal::WordsMissing)?;
        if is_longer(&wrong, MOST_WRONG) {
            return Err(Refusal::WordsTooLong.into());
        }
        let statement = mark.statement.as_deref().map_or(Ok(None), text)?;
        let with_statement = mark.meanwhile == Meanwhile::SendWithStatement;
        if with_statement && statement.is_none() {
            return Err(Refusal::WordsMissing.into());
        }
        let mut tx = self.db().write().await?;
        let loaded = mine(self, &mut tx, subject, id).await?;
        super::previews::open_to_deciding(&loaded, self.at(&tx))?;
        let before = of(self, &mut tx, subject, id).await?;
        if before.len() >= MOST {
            return Err(Refusal::TooManyMarks.into());
        }
        for known in before.iter().filter(|known| known.mark.key == mark.key) {
            rows::remove(&mut tx, Pile::Marked, subject, id, known.id).await?;
        }
        let now = self.at(&tx);
        let statement = statement.filter(|_| with_statement);
        let mark = Mark { wrong, statement, ..mark.clone() };
        let one = self.chance().uuid(now)?;
        let key = vault::person_key(self, &mut tx, subject).await?;
        let sealed = vault::seal(self, &key, &context(one), &mark)?;
        let row = SealedOne { id: one, sealed, at: now.into() };
        rows::add(&mut tx, Pile::Marked, subject, id, &row).await?;
        note(self, &mut tx, Kind::EntryMarkedWrong, actor, subject, id).await?;
        Ok(tx.commit().await?)
    }

    /// Takes a mark away again, and the statement with it.
    pub async fn unmark(
        &self,
        actor: &Actor,
        subject: PersonId,
        id: RequestId,
        key: Digest,
    ) -> Result<()> {
        let mut tx = self.db().write().await?;
        mine(self, &mut tx, subject, id).await?;
        let all = of(self, &mut tx, subject, id).await?;
        let known = all.into_iter().find(|known| known.mark.key == key).ok_or(Refusal::NotFound)?;
        rows::remove(&mut tx, Pile::Marked, subject, id, known.id).await?;
        note(self, &mut tx, Kind::EntryMarkTakenAway, actor, subject, id).await?;
        Ok(tx.commit().await?)
    }
}

/// The entries that the claimant marked as wrong, oldest first.
pub(super) async fn of(
    portal: &Portal,
    tx: &mut Tx,
    subject: PersonId,
    id: RequestId,
) -> Result<Vec<Marked>> {
    let rows = rows::all_of(tx, Pile::Marked, subject, id).await?;
    let key = vault::person_key(portal, tx, subject).await?;
    let all = rows.into_iter().map(|row| {
        let mark = vault::open(&key, &context(row.id), &row.sealed)?;
        Ok(Marked { id: row.id, at: row.at.into(), mark })
    });
    all.collect()
}

fn context(id: Uuid) -> String {
    format!("marked:{id}")
}
