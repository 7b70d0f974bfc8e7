//! What a requester says after it collected: erased or kept, enough or not. The claimant sees all of it.

use super::actor::Actor;
use super::asked::Loaded;
use super::erasures::proved;
use super::error::{Refusal, Result};
use super::log::{self, Entry, Kind};
use super::requests::{RequestSeen, own, seen as request_seen};
use super::{Portal, vault};
use crate::store::db::Tx;
use crate::store::packages::{self, AnswerRow, CollectionRow};
use crate::store::{purposes, requests};
use consent::digest::Digest;
use consent::ids::{ClientId, CollectionId, RequestId};
use consent::request::Fault;
use consent::time::At;
use serde::{Deserialize, Serialize};
use serde_json::json;

/// What became of what was collected, after a withdrawal or a narrower answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Erasure {
    /// It is erased.
    Erased,
    /// The law has it kept.
    Kept,
}

/// Was the release enough to decide on?
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// Yes.
    Sufficient,
    /// No: for which decision points, and why.
    Insufficient(Vec<Because>),
}

/// Why a release was not enough; names a decision point, never a category.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Because {
    /// The purpose's decision point.
    pub decision_point: String,
    /// missing, out-of-date, unclear or not-about-effect.
    pub code: String,
}

/// What was answered about an erasure that is asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ErasureSeen {
    /// asked, erased or kept.
    pub state: &'static str,
    /// What the requester says.
    pub statement: Option<String>,
    /// When.
    pub at: Option<At>,
}

/// One collection, as requester and claimant see it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CollectionSeen {
    /// Its id.
    pub id: CollectionId,
    /// When.
    pub at: At,
    /// Under which decision.
    pub decision_version: u32,
    /// SHA-256 of what was handed out.
    pub digest: Digest,
    /// How many bytes.
    pub size: i64,
    /// None until a withdrawal or a narrower answer follows.
    pub erasure: Option<ErasureSeen>,
    /// What was said about it: sufficient or insufficient.
    pub outcome: Option<&'static str>,
    /// Why it was not enough.
    pub because: Vec<Because>,
}

/// The collections of a request, oldest first.
pub async fn seen(portal: &Portal, tx: &mut Tx, loaded: &Loaded) -> Result<Vec<CollectionSeen>> {
    let id = loaded.id();
    let rows = packages::collections(tx, id).await?;
    let answers = if rows.is_empty() { Vec::new() } else { packages::answers(tx, id).await? };
    opened(portal, loaded, &rows, &answers)
}

/// The same from rows that were read before.
pub fn opened(
    portal: &Portal,
    loaded: &Loaded,
    rows: &[CollectionRow],
    answers: &[AnswerRow],
) -> Result<Vec<CollectionSeen>> {
    if rows.is_empty() {
        return Ok(Vec::new());
    }
    let wrapped = loaded.row.key_wrapped.clone();
    let key = vault::unwrap(portal, wrapped, &vault::request_context(loaded.id()))?;
    rows.iter()
        .map(|row| {
            let collection = CollectionId(row.id);
            let about = answers.iter().filter(|answer| answer.collection_id == row.id);
            let newest = |kinds: [&'static str; 2]| {
                let newest = about.clone().rfind(|answer| kinds.contains(&answer.kind.as_str()));
                newest.and_then(|answer| {
                    kinds.into_iter().find(|kind| *kind == answer.kind).map(|kind| (kind, answer))
                })
            };
            let open = |answer: &AnswerRow| {
                vault::open::<serde_json::Value>(&key, &context(collection), &answer.sealed)
            };
            let erasure = match (row.erasure_asked_at, newest(["erased", "kept"])) {
                (None, _) => None,
                (Some(at), None) => {
                    Some(ErasureSeen { state: "asked", statement: None, at: Some(at.into()) })
                }
                (Some(_), Some((state, answer))) => {
                    let statement = open(answer)?
                        .get("statement")
                        .and_then(|text| text.as_str())
                        .map(str::to_owned);
                    Some(ErasureSeen { state, statement, at: Some(answer.at.into()) })
                }
            };
            let outcome = newest(["sufficient", "insufficient"]);
            let because = match outcome {
                Some(("insufficient", answer)) => open(answer)?
                    .get("because")
                    .cloned()
                    .map(serde_json::from_value)
                    .transpose()?
                    .unwrap_or_default(),
                _ => Vec::new(),
            };
            Ok(CollectionSeen {
                id: collection,
                at: row.at.into(),
                decision_version: u32::try_from(row.decision_version).unwrap_or_default(),
                digest: digest(row),
                size: row.size,
                erasure,
                outcome: outcome.map(|(kind, _)| kind),
                because,
            })
        })
        .collect()
}

impl Portal {
    /// Records what became of a collection whose erasure is asked for.
    pub async fn answer_erasure(
        &self,
        client: &ClientId,
        id: RequestId,
        collection: CollectionId,
        erasure: Erasure,
        statement: &str,
    ) -> Result<RequestSeen> {
        let (kind, word) = match erasure {
            Erasure::Erased => (Kind::ErasureErased, "erased"),
            Erasure::Kept => (Kind::ErasureKept, "kept"),
        };
        let asked = |row: &CollectionRow| row.erasure_asked_at.is_some();
        let data = json!({ "statement": statement });
        self.answer(client, id, collection, (kind, word), data, asked, Refusal::NothingToErase)
            .await
    }

    /// Records whether a collection was enough to decide on.
    pub async fn report_outcome(
        &self,
        client: &ClientId,
        id: RequestId,
        collection: CollectionId,
        outcome: Outcome,
    ) -> Result<RequestSeen> {
        let (kind, word, because) = match outcome {
            Outcome::Sufficient => (Kind::OutcomeSufficient, "sufficient", Vec::new()),
            Outcome::Insufficient(because) => (Kind::OutcomeInsufficient, "insufficient", because),
        };
        self.known_points(client, id, &because).await?;
        let data = json!({ "because": because });
        self.answer(client, id, collection, (kind, word), data, |_| true, Refusal::NotCollected)
            .await
    }

    async fn known_points(
        &self,
        client: &ClientId,
        id: RequestId,
        because: &[Because],
    ) -> Result<()> {
        let mut tx = self.db().read().await?;
        let loaded = own(self, &mut tx, client, id).await?;
        let request = &loaded.asked.request;
        let purpose = purposes::version(&mut tx, &request.purpose, request.purpose_version).await?;
        let unknown = because.iter().enumerate().filter(|(_, because)| {
            purpose
                .as_ref()
                .is_none_or(|purpose| purpose.decision_point(&because.decision_point).is_none())
        });
        let faults: Vec<Fault> = unknown
            .map(|(number, _)| {
                Fault::at(
                    format!("/because/{number}/decision_point"),
                    "name one of the purpose's decision points by its id",
                )
            })
            .collect();
        if faults.is_empty() { Ok(()) } else { Err(Refusal::Invalid(faults).into()) }
    }

    #[expect(clippy::too_many_arguments, reason = "one shape for both answers")]
    async fn answer(
        &self,
        client: &ClientId,
        id: RequestId,
        collection: CollectionId,
        (kind, word): (Kind, &str),
        data: serde_json::Value,
        fits: impl Fn(&CollectionRow) -> bool + Send,
        otherwise: Refusal,
    ) -> Result<RequestSeen> {
        let mut tx = self.db().write().await?;
        requests::lock(&mut tx, id).await?;
        let loaded = own(self, &mut tx, client, id).await?;
        let rows = packages::collections(&mut tx, id).await?;
        let row = rows.iter().find(|row| row.id == collection.0 && fits(row));
        let Some(row) = row else { return Err(otherwise.into()) };
        let now = self.at(&tx);
        let actor = Actor::Client(client.clone());
        let receipt = proved(self, &mut tx, &actor, &loaded, row, word, &data).await?;
        let key = vault::request_key(self, &mut tx, id).await?;
        let sealed = vault::seal(self, &key, &context(collection), &data)?;
        packages::add_answer(&mut tx, collection, word, &sealed, now).await?;
        let mut data = data;
        if let Some(members) = data.as_object_mut() {
            members.insert("collection".to_owned(), json!(collection));
            members.extend(receipt.map(|id| ("receipt".to_owned(), json!(id))));
        }
        log::append(
            self,
            &mut tx,
            Entry { kind, actor: &actor, subject: loaded.person(), request: Some(id), data },
        )
        .await?;
        let seen = request_seen(self, &mut tx, &loaded, now).await?;
        tx.commit().await?;
        Ok(seen)
    }
}

pub(super) fn context(collection: CollectionId) -> String {
    format!("collection:{collection}:answer")
}

fn digest(row: &CollectionRow) -> Digest {
    <[u8; 32]>::try_from(row.digest.as_slice()).map_or_else(|_| Digest::of(&[]), Digest::from_bytes)
}
