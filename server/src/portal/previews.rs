//! Previews: what the answers so far would send. What was shown is sealed and kept for
//! 24 hours (promise 4). Nothing is decided here.

use super::actor::Actor;
use super::asked::{Loaded, load};
use super::error::{Refusal, Result};
use super::log::{self, Entry, Kind};
use super::sealed::{self, Kept};
use super::{Portal, doubts, drafts, vault};
use crate::store::db::Tx;
use crate::store::{packages, requests};
use consent::assemble::assemble;
use consent::category::Category;
use consent::classify::Rules;
use consent::decision::{Answer, Decision};
use consent::ids::{PersonId, RequestId};
use consent::package::{Package, Why};
use consent::provider::{self, Provider};
use consent::record::Record;
use consent::request::Request;
use consent::time::At;
use serde_json::json;
use std::collections::{BTreeMap, BTreeSet};

/// How long a preview and a draft are kept.
pub(super) const KEPT_FOR_SECONDS: i64 = 24 * 60 * 60;

/// What would be sent, as it is kept sealed for the claimant to look at.
#[derive(Debug)]
pub struct Previewed {
    /// The package.
    pub package: Package,
    /// The decision that is about to be made.
    pub decision: Decision,
    /// Cut from a confirmed package after a withdrawal, not made from the record.
    pub cut: bool,
    /// The same bytes were shown under other answers before: the digest alone does not tell which are meant.
    pub doubtful: bool,
    /// Until when it is kept.
    pub until: At,
}

/// What answers would send, and whom one provider only could be chosen from.
#[derive(Debug)]
pub struct Counted {
    /// The package.
    pub package: Package,
    /// Who recorded or did what is under a category, by name.
    pub providers: BTreeMap<Category, BTreeSet<Provider>>,
}

impl Portal {
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
            open_to_deciding(&loaded, self.at(&tx))?;
            let decision = drafts::decision(self, &mut tx, subject, id).await?;
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
        self.counted(actor, subject, id, decision).await.map(|counted| counted.package)
    }

    /// The same, and who treats the claimant under each category that was asked for.
    pub async fn counted(
        &self,
        actor: &Actor,
        subject: PersonId,
        id: RequestId,
        decision: &Decision,
    ) -> Result<Counted> {
        let loaded = {
            let mut tx = self.db().read().await?;
            mine(self, &mut tx, subject, id).await?
        };
        open_to_deciding(&loaded, self.now())?;
        let mut decision = decision.clone();
        for item in &loaded.asked.request.items {
            decision.answers.entry(item.category).or_insert(Answer::DoNotShare);
        }
        let request = loaded.asked.request;
        let record = self.record_for(actor, subject, &request, &decision).await?;
        let made = tokio::task::spawn_blocking(move || {
            let package = assemble(&request, &decision, &record, Rules::current());
            let providers = providers(&record, &package);
            Counted { package, providers }
        });
        Ok(made.await?)
    }

    /// The package under a decision.
    pub(super) async fn assembled(
        &self,
        actor: &Actor,
        subject: PersonId,
        request: &Request,
        decision: &Decision,
    ) -> Result<Package> {
        let record = self.record_for(actor, subject, request, decision).await?;
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
        let sealed = sealed::seal(self, &package, &sealed::preview_context(id))?;
        let mut tx = self.db().write().await?;
        requests::lock(&mut tx, id).await?;
        let now = self.at(&tx);
        let until = now.plus_seconds(KEPT_FOR_SECONDS);
        keep_in(
            self,
            &mut tx,
            subject,
            id,
            &sealed,
            &Kept { decision: decision.clone(), cut, doubtful: false },
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
        Ok(Previewed { package, decision, cut, doubtful: false, until })
    }
}

/// Under each category those who recorded or did something of it, whether it goes or not.
fn providers(record: &Record, package: &Package) -> BTreeMap<Category, BTreeSet<Provider>> {
    let contents = package.contents();
    let sent = contents.sent.iter().map(|one| (one.key, Some(one.home), &one.touched));
    let withheld = contents.withheld.iter().filter(|one| !matches!(one.why, Why::Never(_)));
    let withheld = withheld.map(|one| (one.key, one.home, &one.matters));
    let places: BTreeMap<_, _> =
        sent.chain(withheld).map(|(key, home, matters)| (key, (home, matters))).collect();
    let mut found: BTreeMap<Category, BTreeSet<Provider>> = BTreeMap::new();
    for (entry, told) in record.entries().iter().zip(provider::of(record)) {
        let (Some(provider), Some((home, matters))) = (told, places.get(&entry.key)) else {
            continue;
        };
        for category in matters.iter().chain(home) {
            found.entry(*category).or_default().insert(provider.clone());
        }
    }
    found
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
    let doubtful = doubts::arise(portal, tx, &key, (subject, id), sealed, kept).await?;
    let kept = Kept { doubtful, ..kept.clone() };
    let decision = vault::seal(portal, &key, &decision_context(id), &kept)?;
    let preview = portal.chance().uuid(now)?;
    packages::save_preview(tx, preview, subject, id, sealed, &decision, now, until).await?;
    Ok(())
}

/// The context in which what is known of a preview is sealed.
pub(super) fn decision_context(id: RequestId) -> String {
    format!("preview:{id}:decision")
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

/// The preview that is kept and has not ended.
pub(super) async fn kept(
    portal: &Portal,
    tx: &mut Tx,
    subject: PersonId,
    id: RequestId,
) -> Result<Option<Previewed>> {
    let at = portal.at(tx);
    let Some(row) = packages::preview(tx, subject, id, at).await? else {
        return Ok(None);
    };
    let key = vault::person_key(portal, tx, subject).await?;
    let sealed = row.decision_sealed.as_deref().unwrap_or_default();
    let kept: Kept = vault::open(&key, &decision_context(id), sealed)?;
    let until = At::from(row.at);
    let package = sealed::open(portal, &row, &sealed::preview_context(id))?;
    let Kept { decision, cut, doubtful } = kept;
    Ok(Some(Previewed { package, decision, cut, doubtful, until }))
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
