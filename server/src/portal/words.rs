//! What a claimant writes about a request, in their own words: kept sealed as a draft, and on its way only once they
//! say that it is finished. Nothing is written for them, and nobody else sees a draft.

use super::actor::Actor;
use super::answers::{self, AnswersKept};
use super::asked::Loaded;
use super::error::{Refusal, Result};
use super::helpers::{self, HelperWords, InvitationSeen};
use super::log::{self, Entry, Kind};
use super::marked::{self, Marked};
use super::previews::{mine, open_to_deciding};
use super::{Portal, vault};
use crate::store::db::Tx;
use crate::store::{purposes, words as rows};
use consent::ids::{PersonId, RequestId};
use consent::language::Language;
use consent::purpose::DecisionPoint;
use consent::request::Request;
use consent::time::At;
use consent::words::{MOST_CHARACTERS, is_longer, tidy};
use serde::{Deserialize, Serialize};
use serde_json::json;
use std::collections::BTreeMap;

/// What is to become of what was typed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Save {
    /// Kept, and going nowhere.
    Draft,
    /// Finished: it goes where the claimant shares their own words.
    Finish,
}

/// What the claimant wrote about one decision point.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OwnWords {
    /// The text.
    pub text: String,
    /// Whether it goes where they share their own words.
    pub finished: bool,
    /// In which language.
    pub language: Language,
    /// When it was saved.
    pub saved_at: At,
}

/// What a claimant wrote, by decision point.
pub type Book = BTreeMap<String, OwnWords>;

/// All that was said about a request by people, for the claimant.
#[derive(Debug)]
pub struct WordsRead {
    /// The decision points that the request asks about, in the order of the purpose.
    pub points: Vec<DecisionPoint>,
    /// Their own words, by decision point.
    pub own: Book,
    /// Links for helpers that can still be used.
    pub invitations: Vec<InvitationSeen>,
    /// What helpers wrote.
    pub helpers: Vec<HelperWords>,
    /// What professionals answered.
    pub answers: Vec<AnswersKept>,
    /// Entries that they marked as wrong.
    pub marked: Vec<Marked>,
}

impl Portal {
    /// All that was said about a request by people, for the claimant.
    pub async fn words_of(
        &self,
        _actor: &Actor,
        subject: PersonId,
        id: RequestId,
    ) -> Result<WordsRead> {
        let mut tx = self.db().read().await?;
        let loaded = mine(self, &mut tx, subject, id).await?;
        Ok(WordsRead {
            points: points(&mut tx, &loaded.asked.request).await?,
            own: book(self, &mut tx, subject, id).await?,
            invitations: helpers::invitations(self, &mut tx, subject, id).await?,
            helpers: helpers::words(self, &mut tx, subject, id).await?,
            answers: answers::kept(self, &mut tx, subject, id).await?,
            marked: marked::of(self, &mut tx, subject, id).await?,
        })
    }

    /// Keeps what the claimant typed about a decision point; nothing typed takes it away. Only they write it.
    pub async fn save_words(
        &self,
        actor: &Actor,
        subject: PersonId,
        id: RequestId,
        point: &str,
        (typed, language): (&str, Language),
        save: Save,
    ) -> Result<()> {
        if !actor.is(subject) {
            return Err(Refusal::NotFound.into());
        }
        let mut tx = self.db().write().await?;
        let loaded = mine(self, &mut tx, subject, id).await?;
        let now = self.at(&tx);
        open_to_deciding(&loaded, now)?;
        known(&loaded.asked.request, point)?;
        let text = text(typed)?;
        if text.is_none() && save == Save::Finish {
            return Err(Refusal::WordsMissing.into());
        }
        let mut book = book(self, &mut tx, subject, id).await?;
        let before = book.remove(point);
        let was_finished = before.as_ref().is_some_and(|before| before.finished);
        let finished = save == Save::Finish;
        if let Some(text) = text {
            if before.is_some_and(|before| before.text == text && before.finished == finished) {
                return Ok(());
            }
            book.insert(point.to_owned(), OwnWords { text, finished, language, saved_at: now });
        }
        let key = vault::person_key(self, &mut tx, subject).await?;
        let sealed = vault::seal(self, &key, &context(id), &book)?;
        rows::save(&mut tx, subject, id, &sealed, now).await?;
        let kind = match (was_finished, finished) {
            (_, true) => Some(Kind::WordsFinished),
            (true, false) => Some(Kind::WordsTakenBack),
            (false, false) => None,
        };
        if let Some(kind) = kind {
            note(self, &mut tx, kind, actor, subject, id).await?;
        }
        Ok(tx.commit().await?)
    }
}

/// An event about somebody's words. It never holds a word of them.
pub(super) async fn note(
    portal: &Portal,
    tx: &mut Tx,
    kind: Kind,
    actor: &Actor,
    subject: PersonId,
    request: RequestId,
) -> Result<()> {
    let entry =
        Entry { kind, actor, subject: Some(subject), request: Some(request), data: json!({}) };
    log::append(portal, tx, entry).await?;
    Ok(())
}

/// What was typed, as it is kept.
pub(super) fn text(typed: &str) -> Result<Option<String>> {
    let text = tidy(typed);
    if text.as_ref().is_some_and(|text| is_longer(text, MOST_CHARACTERS)) {
        return Err(Refusal::WordsTooLong.into());
    }
    Ok(text)
}

/// Not found, where the request does not ask about this.
pub(super) fn known(request: &Request, point: &str) -> Result<()> {
    let known = consent::gauge::points(request).contains(&point);
    if known { Ok(()) } else { Err(Refusal::NotFound.into()) }
}

/// The decision points that a request asks about, in the order of its purpose.
pub(super) async fn points(tx: &mut Tx, request: &Request) -> Result<Vec<DecisionPoint>> {
    let asked = consent::gauge::points(request);
    let purpose = purposes::version(tx, &request.purpose, request.purpose_version).await?;
    let all = purpose.map(|purpose| purpose.decision_points).unwrap_or_default();
    Ok(all.into_iter().filter(|point| asked.contains(&point.id.as_str())).collect())
}

/// What the claimant wrote about a request.
pub(super) async fn book(
    portal: &Portal,
    tx: &mut Tx,
    subject: PersonId,
    id: RequestId,
) -> Result<Book> {
    let Some(sealed) = rows::own(tx, subject, id).await? else { return Ok(Book::new()) };
    let key = vault::person_key(portal, tx, subject).await?;
    vault::open(&key, &context(id), &sealed)
}

/// Whether the request asks for this kind of words.
pub(super) fn asks_for(loaded: &Loaded, category: consent::category::Category) -> bool {
    loaded.asked.request.item(category).is_some()
}

fn context(id: RequestId) -> String {
    format!("words:{id}")
}
