//! Receipts: the signed proof of each decision and withdrawal, made in the transaction of the event.
//! Signed bytes never change.

use super::actor::Actor;
use super::asked::Loaded;
use super::error::{Fault, Refusal, Result};
use super::{Portal, vault};
use crate::documents::{receipt as document, words};
use crate::registers;
use crate::store::db::Tx;
use crate::store::packages;
use crate::store::receipts as rows;
use app::receipt_words::sentences;
use consent::category::Category;
use consent::decision::{Answer, RecordedDecision, newest_decision};
use consent::digest::Digest;
use consent::ids::{CollectionId, PersonId, ReceiptId, RequestId};
use consent::language::Language;
use consent::receipt::{
    ItemState, Receipt, ReceiptCollection, ReceiptItem, ReceiptKind, ReceiptNarrowing,
    ReceiptRequest, SCHEMA,
};
use consent::standing::until;
use consent::time::At;
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
    /// The decision: the one that was just made, or the one that is withdrawn from.
    pub decided: &'a RecordedDecision,
    /// What was withdrawn; none for a decision.
    pub withdrawn: Option<&'a BTreeSet<Category>>,
    /// The language that the claimant saw.
    pub language: Language,
}

/// A receipt as it is kept: what it says, the signed file, the page to print.
#[derive(Debug)]
pub struct Kept {
    /// What it says.
    pub receipt: Receipt,
    /// The signed file (JSON).
    pub signed: Vec<u8>,
    /// The self-contained page (HTML).
    pub html: Vec<u8>,
}

/// Issues a receipt inside the transaction of its event.
pub async fn issue(portal: &Portal, tx: &mut Tx, issue: Issue<'_>) -> Result<ReceiptId> {
    let id = ReceiptId(portal.chance().uuid(issue.at)?);
    let request = issue.loaded.id();
    let collections = match issue.withdrawn {
        Some(_) => packages::collections(tx, request).await?,
        None => Vec::new(),
    };
    let collections = collections
        .iter()
        .map(|row| {
            let digest = <[u8; 32]>::try_from(row.digest.as_slice()).map(Digest::from_bytes);
            let digest = digest.map_err(|_| Fault::new("a stored digest is damaged"))?;
            Ok(ReceiptCollection { id: CollectionId(row.id), at: row.at.into(), digest })
        })
        .collect::<Result<Vec<_>>>()?;
    let receipt = receipt(portal, id, &issue, collections);
    let signed = document::sign(portal.keys(), &receipt)?;
    let html = document::html(&receipt, &signed)?;
    let key = vault::person_key(portal, tx, issue.subject).await?;
    let row = rows::New {
        id,
        person: issue.subject,
        request,
        kind: receipt.kind.as_str(),
        at: issue.at,
        digest: Digest::of(&signed).as_bytes().to_vec(),
        sealed: key.seal(portal.chance(), &signed_context(id), &signed)?,
        html_sealed: key.seal(portal.chance(), &format!("receipt:{id}:html"), &html)?,
    };
    rows::insert(tx, &row).await?;
    if issue.withdrawn.is_none() {
        rows::prove(tx, request, issue.decided.version, id).await?;
    }
    Ok(id)
}

fn receipt(
    portal: &Portal,
    id: ReceiptId,
    issue: &Issue<'_>,
    collections: Vec<ReceiptCollection>,
) -> Receipt {
    let asked = &issue.loaded.asked;
    let decided = issue.decided;
    let state = |category: &Category, answer: Answer| match (issue.withdrawn, answer) {
        (Some(withdrawn), _) if withdrawn.contains(category) => ItemState::Withdrawn,
        (Some(_), Answer::Share) => ItemState::Paused,
        (None, Answer::Share) => ItemState::Shared,
        (_, Answer::DoNotShare) => ItemState::NotShared,
    };
    let items =
        decided.decision.of_all(&asked.request).into_iter().map(|(category, answer)| ReceiptItem {
            category,
            title: registers::title(category, issue.language == Language::Welsh).to_owned(),
            state: state(&category, answer),
            narrowed: narrowed(decided, category, answer),
        });
    // What the record has nothing of is shared, and can never be collected.
    let collectable = issue.withdrawn.is_none() && !decided.present.is_empty();
    let mut receipt = Receipt {
        schema: SCHEMA.to_owned(),
        language: Some(issue.language),
        words: Vec::new(),
        id,
        kind: if issue.withdrawn.is_some() {
            ReceiptKind::Withdrawal
        } else {
            ReceiptKind::Decision
        },
        at: issue.at,
        issuer: portal.config().base_url.clone(),
        actor: match issue.actor {
            Actor::Operator => "operator".to_owned(),
            Actor::Person(person) if *person != issue.subject => "delegate".to_owned(),
            Actor::Person(_) | Actor::Client(_) | Actor::System => "claimant".to_owned(),
        },
        subject: Some(subject(portal, issue)),
        request: ReceiptRequest {
            id: asked.request.id,
            short: asked.request.id.short(),
            organisation: issue.loaded.asker.0.clone(),
            team: issue.loaded.asker.1.clone(),
            purpose: asked.request.purpose.clone(),
            purpose_version: asked.request.purpose_version,
            submitted_at: asked.request.submitted_at,
            recipients: asked.request.recipients.clone(),
            keep_for: asked.request.keep_for.to_string(),
        },
        decision_version: decided.version,
        items: items.collect(),
        end_date: decided.decision.end_date,
        collect_until: collectable.then(|| until(&asked.request, decided)),
        digest: decided.digest,
        rules: decided.rules,
        collections,
    };
    receipt.words = sentences(&words::told(&receipt));
    receipt
}

/// How much less of an item is shared than was asked for. Who the one provider is stays out of the receipt.
fn narrowed(
    decided: &RecordedDecision,
    category: Category,
    answer: Answer,
) -> Option<ReceiptNarrowing> {
    let less = decided.decision.narrowed.get(&category).filter(|_| answer == Answer::Share)?;
    let narrowed =
        ReceiptNarrowing { from: less.from, to: less.to, one_provider: less.provider.is_some() };
    (narrowed != ReceiptNarrowing::default()).then_some(narrowed)
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

/// Whose receipt it is, for one requester: two requesters cannot compare.
fn subject(portal: &Portal, issue: &Issue<'_>) -> String {
    let pair = format!("{}:{}", issue.subject, issue.loaded.row.client_id);
    let code = portal.keys().blind_index("receipt-subject", &pair);
    code.iter().take(16).map(|byte| format!("{byte:02x}")).collect()
}

fn signed_context(id: ReceiptId) -> String {
    format!("receipt:{id}:signed")
}

impl Portal {
    /// All receipts of a person, newest first.
    pub async fn receipts(&self, _actor: &Actor, subject: PersonId) -> Result<Vec<Receipt>> {
        let mut tx = self.db().read().await?;
        let key = vault::person_key(self, &mut tx, subject).await?;
        let rows = rows::of_person(&mut tx, subject).await?;
        rows.iter().map(|row| Ok(opened(&key, row)?.receipt)).collect()
    }

    /// One receipt; somebody else's is not found.
    pub async fn receipt(&self, _actor: &Actor, subject: PersonId, id: ReceiptId) -> Result<Kept> {
        let mut tx = self.db().read().await?;
        let row = rows::by_id(&mut tx, subject, id).await?.ok_or(Refusal::NotFound)?;
        let key = vault::person_key(self, &mut tx, subject).await?;
        opened(&key, &row)
    }
}

fn opened(key: &crate::keys::SealKey, row: &rows::Row) -> Result<Kept> {
    let id = ReceiptId(row.id);
    let lost = || Fault::new("a receipt cannot be opened");
    let signed = key.open(&signed_context(id), &row.sealed).ok_or_else(lost)?.to_vec();
    let html = key.open(&format!("receipt:{id}:html"), &row.html_sealed).ok_or_else(lost)?.to_vec();
    let receipt = document::read(&signed).ok_or_else(lost)?;
    Ok(Kept { receipt, signed, html })
}
