//! Drafts and previews: what was ticked so far, and what it would send. What was shown is sealed and kept for
//! 24 hours (promise 4). Nothing is decided here.

use super::actor::Actor;
use super::asked::{Loaded, load};
use super::error::{Refusal, Result};
use super::log::{self, Entry, Kind};
use super::sealed::{self, Kept};
use super::{Portal, vault};
use crate::store::db::Tx;
use crate::store::{packages, requests};
use consent::assemble::assemble;
use consent::category::Category;
use consent::classify::Rules;
use consent::decision::{Answer, Decision};
use consent::ids::{PersonId, RequestId};
use consent::package::Package;
use consent::record::Record;
use consent::request::Request;
use consent::time::At;
use serde_json::json;
use std::collections::BTreeSet;

/// How long a preview and a draft are kept.
const KEPT_FOR_SECONDS: i64 = 24 * 60 * 60;

/// What would be sent, as it is kept sealed for the claimant to look at.
#[derive(Debug)]
pub struct Previewed {
    /// The package.
    pub package: Package,
    /// The decision that is about to be made.
    pub decision: Decision,
    /// Cut from a confirmed package after a withdrawal, not made from the record.
    pub cut: bool,
    /// Until when it is kept.
    pub until: At,
}

impl Portal {
    /// The draft of a request: what was ticked so far.
    pub async fn draft(
        &self,
        _actor: &Actor,
        subject: PersonId,
        id: RequestId,
    ) -> Result<Option<Decision>> {
        let mut tx = self.db().read().await?;
        mine(self, &mut tx, subject, id).await?;
        draft(self, &mut tx, subject, id).await
    }

    /// Keeps what was ticked so far, on the server. Nothing is decided by it.
    pub async fn save_draft(
        &self,
        actor: &Actor,
        subject: PersonId,
        id: RequestId,
        decision: &Decision,
        not_now: bool,
    ) -> Result<()> {
        let mut tx = self.db().write().await?;
        let loaded = mine(self, &mut tx, subject, id).await?;
        open_to_deciding(&loaded, self.now())?;
        let mut decision = decision.clone();
        decision.answers.retain(|category, _| loaded.asked.request.item(*category).is_some());
        let key = vault::person_key(self, &mut tx, subject).await?;
        let sealed = vault::seal(self, &key, &format!("draft:{id}"), &decision)?;
        packages::save_draft(&mut tx, subject, id, &sealed, self.now()).await?;
        if not_now {
            let entry = Entry {
                kind: Kind::DraftSaved,
                actor,
                subject: Some(subject),
                request: Some(id),
                data: json!({}),
            };
            log::append(self, &mut tx, entry).await?;
        }
        Ok(tx.commit().await?)
    }

    /// What would be sent under the draft, made from a fresh record and kept sealed for 24 hours.
    /// Without a draft: the preview that is kept, such as one cut after a withdrawal.
    pub async fn preview(
        &self,
        actor: &Actor,
        subject: PersonId,
        id: RequestId,
    ) -> Result<Previewed> {
        let (loaded, decision) = {
            let mut tx = self.db().read().await?;
            let loaded = mine(self, &mut tx, subject, id).await?;
            open_to_deciding(&loaded, self.now())?;
            let decision = draft(self, &mut tx, subject, id).await?;
            match decision {
                Some(decision) => (loaded, decision),
                None => {
                    return kept(self, &mut tx, subject, id)
                        .await?
                        .ok_or_else(|| Refusal::Incomplete.into());
                }
            }
        };
        complete(&loaded.asked.request, &decision)?;
        let package = self.assembled(actor, subject, &loaded.asked.request, &decision).await?;
        self.keep(actor, subject, id, package, decision, false).await
    }

    /// The preview that is kept, as it was made.
    pub async fn kept_preview(
        &self,
        _actor: &Actor,
        subject: PersonId,
        id: RequestId,
    ) -> Result<Option<Previewed>> {
        let mut tx = self.db().read().await?;
        mine(self, &mut tx, subject, id).await?;
        kept(self, &mut tx, subject, id).await
    }

    /// What these answers alone would send. Keeps nothing, decides nothing.
    pub async fn summary(
        &self,
        actor: &Actor,
        subject: PersonId,
        id: RequestId,
        decision: &Decision,
    ) -> Result<Package> {
        let loaded = {
            let mut tx = self.db().read().await?;
            mine(self, &mut tx, subject, id).await?
        };
        open_to_deciding(&loaded, self.now())?;
        let mut decision = decision.clone();
        for item in &loaded.asked.request.items {
            decision.answers.entry(item.category).or_insert(Answer::DoNotShare);
        }
        self.assembled(actor, subject, &loaded.asked.request, &decision).await
    }

    /// The package under a decision. The record is read only where something is to be shared.
    pub(super) async fn assembled(
        &self,
        actor: &Actor,
        subject: PersonId,
        request: &Request,
        decision: &Decision,
    ) -> Result<Package> {
        let record = if decision.shared().is_empty() {
            Record::empty()
        } else {
            self.read_record(actor, subject, Some(request.id)).await?.unwrap_or_else(Record::empty)
        };
        let (request, decision) = (request.clone(), decision.clone());
        let made = tokio::task::spawn_blocking(move || {
            assemble(&request, &decision, &record, Rules::current())
        });
        Ok(made.await?)
    }

    pub(super) async fn keep(
        &self,
        actor: &Actor,
        subject: PersonId,
        id: RequestId,
        package: Package,
        decision: Decision,
        cut: bool,
    ) -> Result<Previewed> {
        let now = self.now();
        let until = now.plus_seconds(KEPT_FOR_SECONDS);
        let sealed = sealed::seal(self, &package, &sealed::preview_context(id))?;
        let mut tx = self.db().write().await?;
        requests::lock(&mut tx, id).await?;
        keep_in(
            self,
            &mut tx,
            subject,
            id,
            &sealed,
            &Kept { decision: decision.clone(), cut },
            (now, until),
        )
        .await?;
        let data = json!({ "digest": package.digest() });
        log::append(
            self,
            &mut tx,
            Entry {
                kind: Kind::PreviewMade,
                actor,
                subject: Some(subject),
                request: Some(id),
                data,
            },
        )
        .await?;
        tx.commit().await?;
        Ok(Previewed { package, decision, cut, until })
    }
}

/// Keeps a sealed preview inside a transaction that is already open.
pub(super) async fn keep_in(
    portal: &Portal,
    tx: &mut Tx,
    subject: PersonId,
    id: RequestId,
    sealed: &packages::Sealed,
    kept: &Kept,
    (now, until): (At, At),
) -> Result<()> {
    let key = vault::person_key(portal, tx, subject).await?;
    let decision = vault::seal(portal, &key, &format!("preview:{id}:decision"), kept)?;
    let preview = portal.chance().uuid(now)?;
    packages::save_preview(tx, preview, subject, id, sealed, &decision, now, until).await?;
    Ok(())
}

/// Until when a preview made now is kept.
pub(super) fn kept_until(now: At) -> At {
    now.plus_seconds(KEPT_FOR_SECONDS)
}

/// The request, where it is about this person and they have not said otherwise.
pub(super) async fn mine(
    portal: &Portal,
    tx: &mut Tx,
    subject: PersonId,
    id: RequestId,
) -> Result<Loaded> {
    let row = requests::by_id(tx, id).await?;
    if row.is_none_or(|row| row.person_id != Some(subject.0) || row.key_wrapped.is_none()) {
        return Err(Refusal::NotFound.into());
    }
    let loaded = load(portal, tx, id).await?.filter(|loaded| loaded.person() == Some(subject));
    loaded.ok_or_else(|| Refusal::NotFound.into())
}

async fn draft(
    portal: &Portal,
    tx: &mut Tx,
    subject: PersonId,
    id: RequestId,
) -> Result<Option<Decision>> {
    let Some((sealed, saved_at)) = packages::draft(tx, subject, id).await? else { return Ok(None) };
    if At::from(saved_at).plus_seconds(KEPT_FOR_SECONDS) <= portal.now() {
        return Ok(None);
    }
    let key = vault::person_key(portal, tx, subject).await?;
    vault::open(&key, &format!("draft:{id}"), &sealed).map(Some)
}

/// The preview that is kept and has not ended.
pub(super) async fn kept(
    portal: &Portal,
    tx: &mut Tx,
    subject: PersonId,
    id: RequestId,
) -> Result<Option<Previewed>> {
    let Some(row) = packages::preview(tx, subject, id, portal.now()).await? else {
        return Ok(None);
    };
    let key = vault::person_key(portal, tx, subject).await?;
    let kept: Kept = vault::open(
        &key,
        &format!("preview:{id}:decision"),
        row.decision_sealed.as_deref().unwrap_or_default(),
    )?;
    let until = At::from(row.at);
    let package = sealed::open(portal, &row, &sealed::preview_context(id))?;
    Ok(Some(Previewed { package, decision: kept.decision, cut: kept.cut, until }))
}

pub(super) fn open_to_deciding(loaded: &Loaded, now: At) -> Result<()> {
    if loaded.is_open(now) && !loaded.asked.request.client_disabled {
        Ok(())
    } else {
        Err(Refusal::RequestClosed.into())
    }
}

/// Every item needs an answer, and nothing else has one.
fn complete(request: &Request, decision: &Decision) -> Result<()> {
    let asked: BTreeSet<Category> = request.items.iter().map(|item| item.category).collect();
    let all = !asked.is_empty() && asked.iter().eq(decision.answers.keys());
    if all { Ok(()) } else { Err(Refusal::Incomplete.into()) }
}
