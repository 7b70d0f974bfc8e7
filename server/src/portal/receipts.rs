//! Receipts: the signed proof of every event that matters, made in the transaction of the event, each with a leaf of its
//! own in the log. Signed bytes never change.

mod made;
mod reading;

use super::actor::Actor;
use super::asked::{Loaded, say};
use super::error::{Fault, Result};
use super::log::{self, Entry, Kind};
use super::{Portal, accounts, standings, vault};
use crate::documents::receipt as document;
use crate::store::db::Tx;
use crate::store::packages::{self, CollectionRow};
use crate::store::receipts as rows;
use consent::category::Category;
use consent::decision::{Hold, RecordedDecision, Said, newest_decision};
use consent::digest::Digest;
use consent::ids::{CollectionId, PersonId, ReceiptId, RequestId};
use consent::language::Language;
use consent::receipt::{Receipt, ReceiptCollection, ReceiptErasure, ReceiptFile, ReceiptKind};
use consent::standing::Ended;
use consent::time::At;
use serde_json::json;
use std::collections::BTreeSet;

/// What a receipt is made of.
pub struct Issue<'a> {
    /// Who acted.
    pub actor: &'a Actor,
    /// Whose record it is about.
    pub subject: PersonId,
    /// The request, as it was before.
    pub loaded: &'a Loaded,
    /// Now.
    pub at: At,
    /// The decision: the one that was just made, or the one that the event is about.
    pub decided: &'a RecordedDecision,
    /// What happened.
    pub what: What<'a>,
    /// The language that the claimant saw, or used last.
    pub language: Language,
}

/// What happened.
#[derive(Debug)]
pub enum What<'a> {
    /// A decision.
    Decided,
    /// These were withdrawn.
    Withdrawn(&'a BTreeSet<Category>),
    /// The time of it was over.
    Ended(&'a Ended),
    /// It is held.
    Held(Hold),
    /// It was collected.
    Collected {
        /// The collection.
        collection: ReceiptCollection,
        /// What was handed out.
        file: ReceiptFile,
    },
    /// The requester said what became of a collection.
    Answered {
        /// The collection.
        collection: ReceiptCollection,
        /// What it said.
        erasure: ReceiptErasure,
        /// How many answers about it came before.
        before: usize,
    },
}

/// A receipt as it is kept: what it says, the signed file, the page to print, and its proof as far as there is one.
#[derive(Debug)]
pub struct Kept {
    /// What it says.
    pub receipt: Receipt,
    /// The signed file (JSON), without a proof.
    pub signed: Vec<u8>,
    /// The self-contained page (HTML).
    pub html: Vec<u8>,
    /// Where the log says that it was issued; none for those from before.
    pub leaf_seq: Option<i64>,
    /// The proof that the log holds it (C2SP `tlog-proof`); none until that is published.
    pub proof: Option<String>,
    /// Since when the published log holds it.
    pub published_at: Option<At>,
}

impl Kept {
    /// The file to hand out: the signed bytes, and the proof after them where there is one.
    #[must_use]
    pub fn file(&self) -> Vec<u8> {
        match &self.proof {
            Some(proof) => document::with_proof(&self.signed, proof),
            None => self.signed.clone(),
        }
    }
}

/// Issues a receipt inside the transaction of its event.
pub async fn issue(portal: &Portal, tx: &mut Tx, issue: Issue<'_>) -> Result<ReceiptId> {
    let id = ReceiptId(portal.chance().uuid(issue.at)?);
    let request = issue.loaded.id();
    let collections = match &issue.what {
        What::Withdrawn(_) => {
            let rows = packages::collections(tx, request).await?;
            rows.iter().map(named).collect::<Result<_>>()?
        }
        What::Collected { collection, .. } | What::Answered { collection, .. } => {
            vec![collection.clone()]
        }
        What::Decided | What::Ended(_) | What::Held(_) => Vec::new(),
    };
    let kind = made::kind(&issue);
    let about = match kind {
        ReceiptKind::Decision => None,
        ReceiptKind::Amendment => newest_decision(&issue.loaded.said).map(|before| before.version),
        _ => Some(issue.decided.version),
    };
    let follows = match about {
        Some(version) => rows::of_decision(tx, request, version).await?,
        None => None,
    };
    let purpose = portal.purpose_of(tx, &issue.loaded.asked.request).await?;
    let found = made::Found { id, collections, follows };
    let receipt = made::receipt(portal, &issue, &purpose, found);
    let signed = document::sign(portal.keys(), &receipt)?;
    let html = document::html(&receipt, &signed)?;
    let digest = document::digest(&signed).ok_or_else(|| Fault::new("a receipt has no digest"))?;
    // The proof shows this event to whoever checks the receipt: it names nobody, not even by our own id.
    let entry = Entry {
        kind: Kind::ReceiptIssued,
        actor: &Actor::System,
        subject: None,
        request: Some(request),
        data: json!({ "receipt": id, "sha256": digest }),
    };
    let leaf_seq = log::append(portal, tx, entry).await?;
    let key = vault::person_key(portal, tx, issue.subject).await?;
    let cause = cause(&issue);
    let row = rows::New {
        id,
        person: issue.subject,
        request,
        kind: kind.as_str(),
        cause: Some(&cause),
        leaf_seq: Some(leaf_seq),
        at: issue.at,
        digest: Digest::of(&signed).as_bytes().to_vec(),
        sealed: key.seal(portal.chance(), &signed_context(id), &signed)?,
        html_sealed: key.seal(portal.chance(), &html_context(id), &html)?,
    };
    rows::insert(tx, &row).await?;
    if kind.is_answer() {
        rows::prove(tx, request, issue.decided.version, id).await?;
    }
    Ok(id)
}

/// Which event of its kind about the request it is: the store takes one receipt of each.
fn cause(issue: &Issue<'_>) -> String {
    match &issue.what {
        What::Decided | What::Ended(_) => issue.decided.version.to_string(),
        What::Withdrawn(_) | What::Held(_) => issue.loaded.said.len().to_string(),
        What::Collected { collection, .. } => collection.id.to_string(),
        What::Answered { collection, before, .. } => format!("{}:{before}", collection.id),
    }
}

/// A collection, as receipts name it.
pub(super) fn named(row: &CollectionRow) -> Result<ReceiptCollection> {
    let digest = <[u8; 32]>::try_from(row.digest.as_slice()).map(Digest::from_bytes);
    let digest = digest.map_err(|_| Fault::new("a stored digest is damaged"))?;
    Ok(ReceiptCollection { id: CollectionId(row.id), at: row.at.into(), digest })
}

/// The language of a receipt of something that happened while nobody looked at a page: the one that they used last.
pub(super) async fn language_of(
    portal: &Portal,
    tx: &mut Tx,
    subject: PersonId,
) -> Result<Language> {
    Ok(accounts::last_language(portal, tx, subject).await?.unwrap_or_default())
}

/// Holds what is shared under this request until the claimant confirms again: says so, proves it, puts it on the record.
/// The request must be locked.
pub async fn hold(
    portal: &Portal,
    tx: &mut Tx,
    actor: &Actor,
    subject: PersonId,
    loaded: &Loaded,
    why: Hold,
) -> Result<()> {
    let at = portal.at(tx);
    let mut data = json!({ "why": why, "rules": standings::rules() });
    if let Some(decided) = newest_decision(&loaded.said) {
        let language = language_of(portal, tx, subject).await?;
        let what = What::Held(why);
        let receipt =
            issue(portal, tx, Issue { actor, subject, loaded, at, decided, what, language })
                .await?;
        if let Some(members) = data.as_object_mut() {
            members.insert("receipt".to_owned(), json!(receipt));
        }
    }
    say(portal, tx, loaded, subject, &Said::Held { at, why }).await?;
    let id = loaded.id();
    let entry = Entry { kind: Kind::Held, actor, subject: Some(subject), request: Some(id), data };
    log::append(portal, tx, entry).await?;
    Ok(())
}

/// The receipt of the newest decision about this request. Found by the decision's version: two can bear
/// the same time, and clocks are put back.
pub async fn in_force(tx: &mut Tx, loaded: &Loaded) -> Result<Option<ReceiptId>> {
    // Looked up where there is no decision too: there is as much to do for every answer.
    let version = newest_decision(&loaded.said).map_or(0, |decided| decided.version);
    Ok(rows::of_decision(tx, loaded.id(), version).await?)
}

/// Puts down which version each receipt proves, of those that are older than that is kept.
pub(super) async fn number_old(portal: &Portal) -> Result<()> {
    let old = rows::unnumbered(&mut portal.db().read().await?).await?;
    if old.is_empty() {
        return Ok(());
    }
    let mut tx = portal.db().write().await?;
    for (person, request, id, sealed) in old {
        let id = ReceiptId(id);
        let key = vault::person_key(portal, &mut tx, PersonId(person)).await?;
        let signed = key.open(&signed_context(id), &sealed);
        if let Some(receipt) = signed.and_then(|signed| document::read(&signed)) {
            rows::prove(&mut tx, RequestId(request), receipt.decision_version, id).await?;
        }
    }
    Ok(tx.commit().await?)
}

fn signed_context(id: ReceiptId) -> String {
    format!("receipt:{id}:signed")
}

fn html_context(id: ReceiptId) -> String {
    format!("receipt:{id}:html")
}
