//! Drafts, previews and decisions. What was shown is sealed and kept; confirming assembles again from a
//! fresh record and records nothing unless the bytes are the ones that were shown (promise 4).

use super::actor::Actor;
use super::error::{Refusal, Result};
use super::log::{self, Entry, Kind};
use super::receipts::{self, Issue};
use super::requests::{Loaded, load, say};
use super::sealed::{self, Kept};
use super::{Portal, standings, vault};
use crate::store::db::Tx;
use crate::store::{packages, requests};
use consent::assemble::assemble;
use consent::category::Category;
use consent::classify::Rules;
use consent::decision::{Answer, Decision, RecordedDecision, Said, newest_decision};
use consent::digest::Digest;
use consent::ids::{PersonId, ReceiptId, RequestId};
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

/// What came of confirming.
#[derive(Debug)]
pub enum Confirmed {
    /// Recorded; here is the receipt.
    Recorded(ReceiptId),
    /// The record or the rules have changed: nothing is recorded; what was shown and what would go now.
    Changed(Box<Previewed>, Box<Previewed>),
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

    /// Records what the claimant decided, if the digest is the one they were shown and it still holds.
    pub async fn confirm(
        &self,
        actor: &Actor,
        subject: PersonId,
        id: RequestId,
        digest: Digest,
        password: &str,
    ) -> Result<Confirmed> {
        self.step_up(actor, password).await?;
        let (loaded, shown) = {
            let mut tx = self.db().read().await?;
            let loaded = mine(self, &mut tx, subject, id).await?;
            (loaded, kept(self, &mut tx, subject, id).await?.ok_or(Refusal::PreviewGone)?)
        };
        open_to_deciding(&loaded, self.now())?;
        if shown.package.digest() != digest {
            return Err(Refusal::DigestDiffers.into());
        }
        if !shown.cut {
            let fresh =
                self.assembled(actor, subject, &loaded.asked.request, &shown.decision).await?;
            if fresh.digest() != digest || fresh.contents().rules != shown.package.contents().rules
            {
                let decision = shown.decision.clone();
                let now = self.keep(actor, subject, id, fresh, decision, false).await?;
                return Ok(Confirmed::Changed(Box::new(shown), Box::new(now)));
            }
        }
        self.record(actor, subject, &loaded, shown).await.map(Confirmed::Recorded)
    }

    async fn record(
        &self,
        actor: &Actor,
        subject: PersonId,
        before: &Loaded,
        shown: Previewed,
    ) -> Result<ReceiptId> {
        let id = before.id();
        let contents = shown.package.contents();
        let version = newest_decision(&before.said).map_or(0, |decided| decided.version) + 1;
        let (entries, size) = (contents.sent.len(), shown.package.bytes().len());
        let kept = (!contents.present.is_empty())
            .then(|| sealed::seal(self, &shown.package, &sealed::package_context(id, version)))
            .transpose()?;
        let mut tx = self.db().write().await?;
        requests::lock(&mut tx, id).await?;
        let loaded = mine(self, &mut tx, subject, id).await?;
        let now = self.now();
        open_to_deciding(&loaded, now)?;
        if loaded.said != before.said || contents.rules != standings::rules() {
            return Err(Refusal::Changed.into());
        }
        if shown.cut && !loaded.said.iter().any(|said| matches!(said, Said::Withdrew { .. })) {
            return Err(Refusal::Changed.into());
        }
        let decided = RecordedDecision {
            version,
            at: now,
            decision: shown.decision,
            rules: contents.rules,
            digest: Some(shown.package.digest()),
            present: contents.present.clone(),
        };
        let narrower = narrower(newest_decision(&loaded.said), &decided, shown.package.digest());
        say(self, &mut tx, &loaded, subject, &Said::Decided(decided.clone())).await?;
        packages::destroy_packages(&mut tx, id).await?;
        if let Some(kept) = kept {
            packages::save_package(&mut tx, id, version, &kept).await?;
        }
        packages::drop_previews(&mut tx, id).await?;
        packages::drop_draft(&mut tx, subject, id).await?;
        if narrower && packages::ask_erasure(&mut tx, id, now).await? > 0 {
            let entry = Entry {
                kind: Kind::ErasureAsked,
                actor,
                subject: Some(subject),
                request: Some(id),
                data: json!({}),
            };
            log::append(self, &mut tx, entry).await?;
        }
        let issue =
            Issue { actor, subject, loaded: &loaded, at: now, decided: &decided, withdrawn: None };
        let receipt = receipts::issue(self, &mut tx, issue).await?;
        let data = json!({
            "version": version,
            "answers": decided.decision.answers,
            "end_date": decided.decision.end_date.map(|date| date.to_string()),
            "digest": decided.digest,
            "receipt": receipt,
            "entries": entries,
            "size": size,
            "left_out": decided.decision.left_out.len(),
        });
        log::append(
            self,
            &mut tx,
            Entry { kind: Kind::Decided, actor, subject: Some(subject), request: Some(id), data },
        )
        .await?;
        tx.commit().await?;
        Ok(receipt)
    }

    /// The package under a decision. The record is read only where something is to be shared.
    async fn assembled(
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

    async fn keep(
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

fn open_to_deciding(loaded: &Loaded, now: At) -> Result<()> {
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

/// Does the new answer let less out than what could be collected before?
fn narrower(before: Option<&RecordedDecision>, after: &RecordedDecision, digest: Digest) -> bool {
    before.is_some_and(|before| {
        let less = !before.decision.shared().is_subset(&after.decision.shared());
        less || (before.digest != Some(digest) && !before.present.is_subset(&after.present))
    })
}
