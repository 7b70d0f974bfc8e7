//! Requests as requesters see them: submit, read, close. A requester learns what is available and
//! nothing else; the answer to a submission never depends on whether the person is known.

use super::actor::Actor;
use super::asked::{Asked, Loaded, load, opened};
use super::collections::{self, CollectionSeen};
use super::earlier::{code_about, own_earlier};
use super::error::{Refusal, Result};
use super::log::{self, Entry, Kind};
use super::standings::{self, StandingSeen};
use super::{Portal, matching, rechecks, vault};
use crate::store::db::Tx;
use crate::store::{clients, packages, purposes, requests};
use consent::ids::{ClientId, PersonId, RequestId};
use consent::matching::Identity;
use consent::request::{Fault, Registration, ask};
use consent::time::At;
use serde_json::json;
use std::collections::BTreeMap;
use time::Date;

/// What a client submits, read and sound in shape.
#[derive(Clone, Debug)]
pub struct Submission {
    /// The client's own reference.
    pub reference: String,
    /// A question for a professional.
    pub ad_hoc: bool,
    /// The purpose's id.
    pub purpose: String,
    /// The version the client built for.
    pub purpose_version: Option<u32>,
    /// An own request that this one replaces.
    pub replaces: Option<String>,
    /// An own request that this one follows up.
    pub follows: Option<String>,
    /// Who asks: the reference is on the record.
    pub officer_reference: String,
    /// Who asks: the claimant sees the role.
    pub officer_role: String,
    /// Why, in the requester's words.
    pub explanation: String,
    /// The question for a professional.
    pub question: Option<String>,
    /// Who it is about.
    pub claimant: Identity,
    /// What is asked for.
    pub asked: consent::request::Asked,
}

/// Why a requester closes a request.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CloseReason {
    /// The client decided.
    Decided,
    /// The information is not needed any more.
    NoLongerNeeded,
    /// It should not have been asked.
    SentInError,
}

impl CloseReason {
    /// The name in the API.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Decided => "decided",
            Self::NoLongerNeeded => "no-longer-needed",
            Self::SentInError => "sent-in-error",
        }
    }
}

/// A request as its requester sees it.
#[derive(Clone, Debug)]
pub struct RequestSeen {
    /// Its id.
    pub id: RequestId,
    /// The client's reference.
    pub reference: String,
    /// Open or closed.
    pub open: bool,
    /// A question for a professional.
    pub ad_hoc: bool,
    /// The purpose's id.
    pub purpose: String,
    /// The purpose's version.
    pub purpose_version: u32,
    /// When it was submitted.
    pub submitted_at: At,
    /// When the requester means to decide.
    pub respond_by: Date,
    /// One for each item.
    pub standing: Vec<StandingSeen>,
    /// Counts the claimant's answers, where something is available.
    pub decision_version: Option<u32>,
    /// The claimant chose to say that nothing more will come.
    pub answer_complete: bool,
    /// Every time a release was handed out, oldest first.
    pub collections: Vec<CollectionSeen>,
}

impl Portal {
    /// Takes a request in. The answer is the same for a known person as for nobody.
    pub async fn submit_request(
        &self,
        client: &ClientId,
        submission: Submission,
    ) -> Result<RequestSeen> {
        let mut tx = self.db().write().await?;
        let now = self.at(&tx);
        let id = RequestId(self.chance().uuid(now)?);
        let registered = clients::by_id(&mut tx, client).await?.map(|client| client.registration());
        let registered =
            registered.unwrap_or(Registration::Only(std::collections::BTreeSet::new()));
        let purpose = purposes::newest(&mut tx, &submission.purpose).await?;
        let Some(purpose) = purpose.filter(|purpose| registered.covers(&purpose.id)) else {
            let fault =
                Fault::at("/purpose", "this client is not registered for a purpose of this id");
            return Err(Refusal::Invalid(vec![fault]).into());
        };
        if submission.purpose_version.is_some_and(|version| version != purpose.version) {
            return Err(Refusal::PurposeChanged.into());
        }
        let claimant = &submission.claimant;
        let nino_index = self.nino_index(&claimant.nino, claimant.birth_date);
        let about = code_about(self, id, claimant);
        let replaces = own_earlier(
            self,
            &mut tx,
            client,
            claimant,
            (submission.replaces.as_deref(), "/replaces"),
        )
        .await;
        let follows = own_earlier(
            self,
            &mut tx,
            client,
            claimant,
            (submission.follows.as_deref(), "/follows"),
        )
        .await;
        let request = ask(id, &submission.asked, &purpose, &registered, now);
        let (request, replaces, follows) = match (request, replaces?, follows?) {
            (Ok(request), Ok(replaces), Ok(follows)) => (request, replaces, follows),
            (request, replaces, follows) => {
                let mut faults = request.err().unwrap_or_default();
                faults.extend(replaces.err());
                faults.extend(follows.err());
                faults.sort();
                return Err(Refusal::Invalid(faults).into());
            }
        };
        let asked = Asked {
            request,
            ad_hoc: submission.ad_hoc,
            officer_reference: submission.officer_reference,
            officer_role: submission.officer_role,
            explanation: submission.explanation,
            question: submission.question,
            claimant: Some(submission.claimant),
        };
        let (key, key_wrapped) = vault::new_key(self, &vault::request_context(id))?;
        let sealed = vault::seal(self, &key, &format!("request:{id}:asked"), &asked)?;
        let added = requests::insert(
            &mut tx,
            &requests::New {
                id,
                client,
                reference: &submission.reference,
                purpose: (&asked.request.purpose, asked.request.purpose_version),
                sealed,
                key_wrapped,
                nino_index,
                about,
                at: now,
                respond_by: asked.request.respond_by.to_string(),
                replaces,
                follows,
            },
        )
        .await?;
        if !added {
            return Err(Refusal::ReferenceInUse.into());
        }
        let actor = Actor::Client(client.clone());
        let data = json!({ "purpose": asked.request.purpose, "version": asked.request.purpose_version, "officer": asked.officer_reference });
        let entry = Entry {
            kind: Kind::RequestSubmitted,
            actor: &actor,
            subject: None,
            request: Some(id),
            data,
        };
        log::append(self, &mut tx, entry).await?;
        if let Some(replaced) = replaces {
            close(self, &mut tx, &actor, replaced, "replaced").await?;
        }
        let loaded = load(self, &mut tx, id).await?.ok_or(Refusal::NotFound)?;
        let seen = seen(self, &mut tx, &loaded, now).await?;
        tx.commit().await?;
        matching::follow_up(self, id);
        Ok(seen)
    }

    /// A client's own request, read. It says how everything stands: so it is on the record as a check is. Another
    /// client's is not found, exactly like one that does not exist.
    pub async fn request_of_client(&self, client: &ClientId, id: RequestId) -> Result<RequestSeen> {
        let mut tx = self.db().write().await?;
        let loaded = own(self, &mut tx, client, id).await?;
        let loaded = rechecks::settle(self, &mut tx, loaded).await?;
        let at = self.at(&tx);
        let seen = seen(self, &mut tx, &loaded, at).await?;
        if !standings::is_canarys(client, seen.standing.iter()) {
            let available = |one: &StandingSeen| (one.category.clone(), one.is_available());
            let answers: BTreeMap<String, bool> = seen.standing.iter().map(available).collect();
            let refused = seen.standing.iter().filter(|one| !one.is_available());
            let refused: Vec<&str> = refused.map(|one| one.category.as_str()).collect();
            let mut reasons = standings::reasons(&loaded, &refused, at);
            standings::held_by_fault(&mut reasons);
            let entry = Entry {
                kind: Kind::StandingRead,
                actor: &Actor::Client(client.clone()),
                subject: loaded.person(),
                request: Some(id),
                data: json!({ "answers": answers, "reasons": reasons }),
            };
            log::append(self, &mut tx, entry).await?;
        }
        tx.commit().await?;
        Ok(seen)
    }

    /// Whether this request is the client's; says nothing else of it.
    pub async fn is_of_client(&self, client: &ClientId, id: RequestId) -> Result<()> {
        let mut tx = self.db().read().await?;
        own(self, &mut tx, client, id).await.map(|_| ())
    }

    /// Closes a request for good; what could still be collected is destroyed. Repeating changes nothing.
    pub async fn close_request(
        &self,
        client: &ClientId,
        id: RequestId,
        reason: CloseReason,
    ) -> Result<RequestSeen> {
        let mut tx = self.db().write().await?;
        requests::lock(&mut tx, id).await?;
        own(self, &mut tx, client, id).await?;
        close(self, &mut tx, &Actor::Client(client.clone()), id, reason.as_str()).await?;
        let loaded = own(self, &mut tx, client, id).await?;
        let at = self.at(&tx);
        let seen = seen(self, &mut tx, &loaded, at).await?;
        tx.commit().await?;
        Ok(seen)
    }
}

/// The request, where it is this client's.
pub async fn own(portal: &Portal, tx: &mut Tx, client: &ClientId, id: RequestId) -> Result<Loaded> {
    let row = requests::by_id(tx, id).await?.filter(|row| row.client_id == client.as_str());
    let row = row.filter(|row| row.key_wrapped.is_some()).ok_or(Refusal::NotFound)?;
    opened(portal, tx, row).await
}

/// The request as its requester sees it at this moment.
pub async fn seen(portal: &Portal, tx: &mut Tx, loaded: &Loaded, now: At) -> Result<RequestSeen> {
    let standing = standings::told(tx, loaded, now).await?;
    let available = standing.iter().any(StandingSeen::is_available);
    let decided = consent::decision::newest_decision(&loaded.said).map(|decided| decided.version);
    Ok(RequestSeen {
        id: loaded.id(),
        reference: loaded.row.reference.clone(),
        open: loaded.is_open(now),
        ad_hoc: loaded.asked.ad_hoc,
        purpose: loaded.asked.request.purpose.clone(),
        purpose_version: loaded.asked.request.purpose_version,
        submitted_at: loaded.asked.request.submitted_at,
        respond_by: loaded.asked.request.respond_by,
        standing,
        decision_version: decided.filter(|_| available),
        answer_complete: loaded.row.answer_complete_at.is_some(),
        collections: collections::seen(portal, tx, loaded).await?,
    })
}

async fn close(
    portal: &Portal,
    tx: &mut Tx,
    actor: &Actor,
    id: RequestId,
    reason: &str,
) -> Result<()> {
    let at = portal.at(tx);
    if requests::close(tx, id, reason, at).await? == 0 {
        return Ok(());
    }
    packages::destroy_packages(tx, id).await?;
    packages::drop_previews(tx, id).await?;
    let subject = requests::by_id(tx, id).await?.and_then(|row| row.person_id).map(PersonId);
    let data = json!({ "reason": reason });
    log::append(
        portal,
        tx,
        Entry { kind: Kind::RequestClosed, actor, subject, request: Some(id), data },
    )
    .await?;
    Ok(())
}
