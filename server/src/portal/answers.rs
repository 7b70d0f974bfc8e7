//! A professional's answers to a question of a request, taken in by the operator: judged strictly, kept sealed for the
//! claimant, and on their way only where the claimant looks at them and shares them. The requester is told nothing.

use super::actor::Actor;
use super::asked::load;
use super::error::{Refusal, Result};
use super::log::{self, Entry, Kind};
use super::previews::open_to_deciding;
use super::words::asks_for;
use super::{Portal, people, vault};
use crate::store::db::Tx;
use crate::store::words::{self as rows, Pile, SealedOne};
use consent::category::Category;
use consent::digest::Digest;
use consent::ids::{PersonId, RequestId};
use consent::time::At;
use consent::words::read_answer;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use uuid::Uuid;

/// The most sets of answers for one request.
const MOST: usize = 20;

/// A professional's answers, as they are kept.
#[derive(Clone, Debug, PartialEq)]
pub struct AnswersKept {
    /// When they came.
    pub imported_at: At,
    /// Who answered.
    pub author: String,
    /// How many questions have an answer.
    pub questions: usize,
    /// The resource, with only what may be sent.
    pub resource: Value,
}

/// What was taken in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AnswersImported {
    /// For which request.
    pub request: RequestId,
    /// How many questions have an answer.
    pub questions: usize,
    /// SHA-256 of the file.
    pub digest: Digest,
}

#[derive(Serialize, Deserialize)]
struct Private {
    author: String,
    questions: usize,
    resource: Value,
}

impl Portal {
    /// Takes in one set of answers for a request that asks for them, is open and is about somebody known.
    pub async fn import_answers(
        &self,
        actor: &Actor,
        id: RequestId,
        bytes: Vec<u8>,
    ) -> Result<AnswersImported> {
        let number = {
            let mut tx = self.db().read().await?;
            let subject = whose(self, &mut tx, id).await?;
            people::identity(self, &mut tx, subject).await?.nhs_number
        };
        let today = self.now().date_in_london();
        let digest = Digest::of(&bytes);
        let judged =
            tokio::task::spawn_blocking(move || read_answer(&bytes, number.as_ref(), today));
        let answered = judged.await?.map_err(|why| Refusal::FileRefused(why.to_string()))?;
        let mut tx = self.db().write().await?;
        // Whom it is about, and whether it may come in, is asked again where it is kept.
        let subject = whose(self, &mut tx, id).await?;
        if rows::all_of(&mut tx, Pile::Answers, subject, id).await?.len() >= MOST {
            return Err(Refusal::FileRefused(format!(
                "this request has {MOST} sets of answers already"
            ))
            .into());
        }
        let now = self.at(&tx);
        let questions = answered.questions;
        let private = Private { author: answered.author, questions, resource: answered.resource };
        let one = self.chance().uuid(now)?;
        let key = vault::person_key(self, &mut tx, subject).await?;
        let sealed = vault::seal(self, &key, &context(one), &private)?;
        let row = SealedOne { id: one, sealed, at: now.into() };
        rows::add(&mut tx, Pile::Answers, subject, id, &row).await?;
        let entry = Entry {
            kind: Kind::AnswersImported,
            actor,
            subject: Some(subject),
            request: Some(id),
            data: json!({ "digest": digest, "questions": questions }),
        };
        log::append(self, &mut tx, entry).await?;
        tx.commit().await?;
        Ok(AnswersImported { request: id, questions, digest })
    }
}

/// The person whom the request is about, where answers may come in now.
async fn whose(portal: &Portal, tx: &mut Tx, id: RequestId) -> Result<PersonId> {
    let loaded = load(portal, tx, id).await?.ok_or(Refusal::NotFound)?;
    open_to_deciding(&loaded, portal.at(tx))?;
    if !asks_for(&loaded, Category::AnswersToQuestions) {
        return Err(Refusal::NotAskedFor.into());
    }
    loaded.person().ok_or_else(|| Refusal::Unmatched.into())
}

/// The answers that were taken in for a request.
pub(super) async fn kept(
    portal: &Portal,
    tx: &mut Tx,
    subject: PersonId,
    id: RequestId,
) -> Result<Vec<AnswersKept>> {
    let rows = rows::all_of(tx, Pile::Answers, subject, id).await?;
    let key = vault::person_key(portal, tx, subject).await?;
    let all = rows.into_iter().map(|row| {
        let private: Private = vault::open(&key, &context(row.id), &row.sealed)?;
        Ok(AnswersKept {
            imported_at: row.at.into(),
            author: private.author,
            questions: private.questions,
            resource: private.resource,
        })
    });
    all.collect()
}

fn context(id: Uuid) -> String {
    format!("answers:{id}")
}
