//! Withdrawing: as easy as giving, at once, in one transaction on the primary database. It never needs the
//! record source, a preview or a mail to arrive.

use super::accounts::last_language;
use super::actor::Actor;
use super::asked::{Loaded, load, say};
use super::error::{Refusal, Result};
use super::log::{self, Entry, Kind};
use super::previews::{keep_in, kept, kept_until, mine};
use super::receipts::{self, Issue, What};
use super::sealed::{self, Kept};
use super::{Portal, standings};
use crate::store::db::Tx;
use crate::store::{packages, requests};
use consent::category::Category;
use consent::decision::{Answer, Decision, RecordedDecision, Said, newest_decision};
use consent::digest::Digest;
use consent::ids::{PersonId, ReceiptId, RequestId};
use consent::language::Language;
use consent::package::{Package, Withheld};
use consent::standing::{Powers, Reason};
use consent::time::At;
use serde_json::json;
use std::collections::BTreeSet;

impl Portal {
    /// Withdraws these items, or all that are shared where none is named. What could still be collected is
    /// destroyed; what stays shared is paused and offered, cut from the sealed package, for confirming.
    /// `language` is that of the page, and of the receipt.
    pub async fn withdraw(
        &self,
        actor: &Actor,
        subject: PersonId,
        id: RequestId,
        categories: &BTreeSet<Category>,
        language: Language,
    ) -> Result<ReceiptId> {
        let smaller = self.smaller(subject, id, categories).await;
        let mut tx = self.db().write().await?;
        requests::lock(&mut tx, id).await?;
        let loaded = mine(self, &mut tx, subject, id).await?;
        let receipt = withdraw_in(
            self,
            &mut tx,
            actor,
            subject,
            &loaded,
            categories,
            Kind::Withdrawn,
            json!({}),
            language,
        )
        .await?;
        if let Some((before, package, decision)) = smaller
            && before == loaded.said
        {
            let now = self.at(&tx);
            let sealed = sealed::seal(self, &package, &sealed::preview_context(id))?;
            let kept = Kept { decision, cut: true, doubtful: false };
            keep_in(self, &mut tx, subject, id, &sealed, &kept, (now, kept_until(now))).await?;
        }
        tx.commit().await?;
        Ok(receipt)
    }

    /// The operator withdraws for a claimant who asked by phone or letter. Never grants.
    pub async fn withdraw_for(&self, id: RequestId, evidence: &str) -> Result<ReceiptId> {
        let mut tx = self.db().write().await?;
        requests::lock(&mut tx, id).await?;
        let loaded = load(self, &mut tx, id).await?.ok_or(Refusal::NotFound)?;
        let subject = loaded.person().ok_or(Refusal::NotFound)?;
        let data = json!({ "evidence": evidence });
        // Nobody saw a page: the words are in the language that the person used last.
        let language = last_language(self, &mut tx, subject).await?.unwrap_or_default();
        let receipt = withdraw_in(
            self,
            &mut tx,
            &Actor::Operator,
            subject,
            &loaded,
            &BTreeSet::new(),
            Kind::WithdrawnByOperator,
            data,
            language,
        )
        .await?;
        tx.commit().await?;
        Ok(receipt)
    }

    /// The smaller package, cut from the sealed one. A withdrawal goes on without it.
    async fn smaller(
        &self,
        subject: PersonId,
        id: RequestId,
        categories: &BTreeSet<Category>,
    ) -> Option<(Vec<Said>, Package, Decision)> {
        let mut tx = self.db().read().await.ok()?;
        let loaded = mine(self, &mut tx, subject, id).await.ok()?;
        let decided = newest_decision(&loaded.said)?;
        let withdrawn = if categories.is_empty() { return None } else { categories };
        let still: BTreeSet<Category> =
            withdrawable(&loaded, self.at(&tx)).difference(withdrawn).copied().collect();
        if still.is_empty() {
            return None;
        }
        // Where something was withdrawn just before, the whole is destroyed and its smaller file is kept.
        let cut = kept(self, &mut tx, subject, id).await.ok()?.filter(|shown| shown.cut);
        let whole = if let Some(cut) = cut {
            cut.package
        } else {
            let row = packages::package(&mut tx, id, decided.version).await.ok()??;
            row.key_wrapped.as_ref()?;
            sealed::open(self, &row, &sealed::package_context(id, decided.version)).ok()?
        };
        drop(tx);
        let package = whole.narrow(&loaded.asked.request, &still)?;
        // What was stopped stays so until it is decided anew; what was private before stays private.
        let goes_on = |category: &Category, answer: Answer| {
            answer == Answer::DoNotShare || still.contains(category)
        };
        let of_the_rest = |one: &Withheld| {
            one.home.is_none_or(|home| still.contains(&home)) && one.matters.is_subset(&still)
        };
        let withheld = whole.contents().withheld.iter().filter(|one| of_the_rest(one));
        let kept: BTreeSet<Digest> = withheld.map(|one| *one.key.digest()).collect();
        let before = &decided.decision;
        let decision = Decision {
            answers: before
                .answers
                .iter()
                .filter(|(category, answer)| goes_on(category, **answer))
                .map(|(category, answer)| (*category, *answer))
                .collect(),
            left_out: before.left_out.intersection(&kept).copied().collect(),
            ..before.clone()
        };
        Some((loaded.said, package, decision))
    }
}

/// What can be withdrawn now: everything that the newest decision shares and that is not withdrawn or over.
#[must_use]
pub fn withdrawable(loaded: &Loaded, now: At) -> BTreeSet<Category> {
    let standings = standings::now(loaded, &Powers::Everything, now);
    standings
        .into_iter()
        .filter(|standing| {
            matches!(standing.reason, Reason::Granted | Reason::Paused | Reason::NothingRecorded)
        })
        .map(|standing| standing.category)
        .collect()
}

#[expect(clippy::too_many_arguments, reason = "one transaction, named parts")]
async fn withdraw_in(
    portal: &Portal,
    tx: &mut Tx,
    actor: &Actor,
    subject: PersonId,
    loaded: &Loaded,
    categories: &BTreeSet<Category>,
    kind: Kind,
    data: serde_json::Value,
    language: Language,
) -> Result<ReceiptId> {
    let id = loaded.id();
    let now = portal.at(tx);
    let shared = withdrawable(loaded, now);
    let withdrawn = if categories.is_empty() { shared.clone() } else { categories.clone() };
    let decided: RecordedDecision = match newest_decision(&loaded.said) {
        Some(decided) if !withdrawn.is_empty() && withdrawn.is_subset(&shared) => decided.clone(),
        _ => return Err(Refusal::NothingToWithdraw.into()),
    };
    say(portal, tx, loaded, subject, &Said::Withdrew { at: now, categories: withdrawn.clone() })
        .await?;
    packages::destroy_packages(tx, id).await?;
    packages::drop_previews(tx, id).await?;
    packages::drop_draft(tx, subject, id).await?;
    let asked = packages::ask_erasure(tx, id, now).await?;
    let issue = Issue {
        actor,
        subject,
        loaded,
        at: now,
        decided: &decided,
        what: What::Withdrawn(&withdrawn),
        language,
    };
    let receipt = receipts::issue(portal, tx, issue).await?;
    let mut data = data;
    if let Some(members) = data.as_object_mut() {
        members.insert("categories".to_owned(), json!(withdrawn));
        members.insert("receipt".to_owned(), json!(receipt));
    }
    log::append(portal, tx, Entry { kind, actor, subject: Some(subject), request: Some(id), data })
        .await?;
    if asked > 0 {
        let data = json!({ "collections": asked });
        log::append(
            portal,
            tx,
            Entry {
                kind: Kind::ErasureAsked,
                actor,
                subject: Some(subject),
                request: Some(id),
                data,
            },
        )
        .await?;
    }
    Ok(receipt)
}
