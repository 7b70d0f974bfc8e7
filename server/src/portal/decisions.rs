//! Decisions: confirming assembles again from a fresh record, and records nothing unless the bytes are the ones
//! that were shown (promise 4).

use super::actor::Actor;
use super::asked::{Loaded, say};
use super::error::{Refusal, Result};
use super::log::{self, Entry, Kind};
use super::previews::{Previewed, kept, mine, open_to_deciding};
use super::receipts::{self, Issue};
use super::{Portal, sealed, standings};
use crate::store::{packages, requests};
use consent::decision::{RecordedDecision, Said, newest_decision};
use consent::digest::Digest;
use consent::ids::{PersonId, ReceiptId, RequestId};
use serde_json::json;

/// What came of confirming.
#[derive(Debug)]
pub enum Confirmed {
    /// Recorded; here is the receipt.
    Recorded(ReceiptId),
    /// The record or the rules have changed: nothing is recorded; what was shown and what would go now.
    Changed(Box<Previewed>, Box<Previewed>),
}

impl Portal {
    /// Records what the claimant decided, if the digest is the one they were shown and it still holds.
    /// `agreed` is the fingerprint of the answers that were on the page; a tool may leave it out.
    pub async fn confirm(
        &self,
        actor: &Actor,
        subject: PersonId,
        id: RequestId,
        digest: Digest,
        agreed: Option<Digest>,
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
        // The same bytes can come of other answers or another end date: those were not agreed to.
        if let Some(agreed) = agreed
            && agreed != shown.decision.fingerprint()?
        {
            return Err(Refusal::Changed.into());
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
}

/// Does the new answer let less out than what could be collected before?
fn narrower(before: Option<&RecordedDecision>, after: &RecordedDecision, digest: Digest) -> bool {
    before.is_some_and(|before| {
        let less = !before.decision.shared().is_subset(&after.decision.shared());
        less || (before.digest != Some(digest) && !before.present.is_subset(&after.present))
    })
}
