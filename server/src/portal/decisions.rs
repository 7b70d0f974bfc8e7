//! Decisions: confirming assembles again from a fresh record, and records nothing unless the bytes are the ones
//! that were shown (promise 4).

use super::actor::Actor;
use super::asked::{Loaded, say};
use super::error::{Refusal, Result};
use super::log::{self, Entry, Kind};
use super::previews::{Previewed, kept, mine, open_to_deciding};
use super::receipts::{self, Issue, What};
use super::{Portal, doubts, drafts, endings, sealed, standings};
use crate::store::{packages, people, requests};
use consent::decision::{RecordedDecision, Said, newest_decision};
use consent::digest::Digest;
use consent::ids::{PersonId, ReceiptId, RequestId};
use consent::language::Language;
use serde_json::json;

/// What the claimant saw when they confirmed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Shown {
    /// The digest of the package.
    pub digest: Digest,
    /// The fingerprint of the answers that were on the page; a tool may leave it out.
    pub agreed: Option<Digest>,
    /// The language of the page.
    pub language: Language,
}

impl Shown {
    /// This digest, by a tool that speaks English and names no answers.
    #[must_use]
    pub const fn of(digest: Digest) -> Self {
        Self { digest, agreed: None, language: Language::English }
    }
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
    /// Records what the claimant decided, if the digest is the one they were shown and it still holds.
    pub async fn confirm(
        &self,
        actor: &Actor,
        subject: PersonId,
        id: RequestId,
        seen: Shown,
        password: &str,
    ) -> Result<Confirmed> {
        self.step_up(actor, password).await?;
        let (loaded, shown, draft) = {
            let mut tx = self.db().read().await?;
            let loaded = mine(self, &mut tx, subject, id).await?;
            let shown = kept(self, &mut tx, subject, id).await?.ok_or(Refusal::PreviewGone)?;
            (loaded, shown, drafts::decision(self, &mut tx, subject, id).await?)
        };
        open_to_deciding(&loaded, self.now())?;
        if shown.package.digest() != seen.digest {
            return Err(Refusal::DigestDiffers.into());
        }
        // The same bytes can come of other answers or another end date: those were not agreed to.
        let meant = match seen.agreed {
            Some(agreed) => agreed == shown.decision.fingerprint()?,
            // Who names no answers means those that were shown, if these are the only ones.
            None => !shown.doubtful && draft.is_none_or(|draft| draft == shown.decision),
        };
        if !meant {
            if shown.doubtful {
                doubts::end(self, subject, id, &shown).await?;
            }
            return Err(Refusal::Changed.into());
        }
        if !shown.cut {
            let fresh =
                self.assembled(actor, subject, &loaded.asked.request, &shown.decision).await?;
            if fresh.digest() != seen.digest
                || fresh.contents().rules != shown.package.contents().rules
            {
                let decision = shown.decision.clone();
                let now = self.keep(actor, subject, id, fresh, decision, false).await?;
                return Ok(Confirmed::Changed(Box::new(shown), Box::new(now)));
            }
        }
        self.record(actor, subject, &loaded, shown, seen.language).await.map(Confirmed::Recorded)
    }

    /// The receipt of the newest decision, where that is the one with this fingerprint and it still stands.
    pub async fn confirmed(
        &self,
        _actor: &Actor,
        subject: PersonId,
        id: RequestId,
        agreed: Digest,
    ) -> Result<Option<ReceiptId>> {
        let mut tx = self.db().read().await?;
        let loaded = mine(self, &mut tx, subject, id).await?;
        let Some(Said::Decided(decided)) = loaded.said.last() else { return Ok(None) };
        if decided.decision.fingerprint()? != agreed {
            return Ok(None);
        }
        receipts::in_force(&mut tx, &loaded).await
    }

    async fn record(
        &self,
        actor: &Actor,
        subject: PersonId,
        before: &Loaded,
        shown: Previewed,
        language: Language,
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
        let now = self.at(&tx);
        open_to_deciding(&loaded, now)?;
        if people::has_died(&mut tx, subject).await? {
            return Err(Refusal::WrongPassword.into());
        }
        if loaded.said != before.said || contents.rules != standings::rules() {
            return Err(Refusal::Changed.into());
        }
        if shown.cut && !loaded.said.iter().any(|said| matches!(said, Said::Withdrew { .. })) {
            return Err(Refusal::Changed.into());
        }
        endings::settle(self, &mut tx, &loaded).await?;
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
        let issue = Issue {
            actor,
            subject,
            loaded: &loaded,
            at: now,
            decided: &decided,
            what: What::Decided,
            language,
        };
        let receipt = receipts::issue(self, &mut tx, issue).await?;
        let data = json!({
            "version": version,
            "answers": decided.decision.of_all(&loaded.asked.request),
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
        let (was, now) = (&before.decision, &after.decision);
        let less = !was.shared().is_subset(&now.shared());
        // Of what is shared as before: fewer things of it, other dates, one provider only, an entry or a letter less.
        let less_of_it = !before.present.is_subset(&after.present)
            || was.narrowed != now.narrowed
            || !now.left_out.is_subset(&was.left_out)
            || !was.put_in.is_subset(&now.put_in);
        less || (before.digest != Some(digest) && less_of_it)
    })
}
