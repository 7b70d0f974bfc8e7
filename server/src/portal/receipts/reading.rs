//! Receipts as their owner reads them, each with its proof as far as there is one. Somebody else's is not found.

use super::{Kept, html_context, signed_context};
use crate::documents::receipt as document;
use crate::keys::SealKey;
use crate::portal::actor::Actor;
use crate::portal::error::{Fault, Refusal, Result};
use crate::portal::{Portal, vault};
use crate::store::receipts as rows;
use crate::store::transparency;
use consent::ids::{PersonId, ReceiptId, RequestId};
use consent::receipt::{Receipt, ReceiptKind};

impl Portal {
    /// All receipts of a person, newest first.
    pub async fn receipts(&self, actor: &Actor, subject: PersonId) -> Result<Vec<Receipt>> {
        actor.owns(subject)?;
        let mut tx = self.db().read().await?;
        let key = vault::person_key(self, &mut tx, subject).await?;
        let rows = rows::of_person(&mut tx, subject).await?;
        rows.iter().map(|row| Ok(opened(&key, row)?.receipt)).collect()
    }

    /// Some of a person's receipts, newest first: at most so many, after so many others; and how many there are.
    pub async fn some_receipts(
        &self,
        actor: &Actor,
        subject: PersonId,
        (skip, most): (u32, u32),
    ) -> Result<(Vec<Receipt>, u64)> {
        actor.owns(subject)?;
        let mut tx = self.db().read().await?;
        let key = vault::person_key(self, &mut tx, subject).await?;
        let all = rows::count(&mut tx, subject).await?;
        let rows = rows::some_of_person(&mut tx, subject, skip.into(), most.into()).await?;
        let some = rows.iter().map(|row| Ok(opened(&key, row)?.receipt)).collect::<Result<_>>()?;
        Ok((some, u64::try_from(all).unwrap_or_default()))
    }

    /// The receipt of the newest answer about a request: a decision or a withdrawal.
    pub async fn newest_answer(
        &self,
        actor: &Actor,
        subject: PersonId,
        request: RequestId,
    ) -> Result<Option<Receipt>> {
        actor.owns(subject)?;
        let mut tx = self.db().read().await?;
        let kinds = [ReceiptKind::Decision, ReceiptKind::Amendment, ReceiptKind::Withdrawal];
        let about = (subject, request);
        let row = rows::newest_of(&mut tx, about, kinds.map(ReceiptKind::as_str)).await?;
        let Some(row) = row else { return Ok(None) };
        let key = vault::person_key(self, &mut tx, subject).await?;
        Ok(Some(opened(&key, &row)?.receipt))
    }

    /// One receipt, with its proof where there is one; somebody else's is not found.
    pub async fn receipt(&self, actor: &Actor, subject: PersonId, id: ReceiptId) -> Result<Kept> {
        actor.owns(subject)?;
        let mut tx = self.db().read().await?;
        let row = rows::by_id(&mut tx, subject, id).await?.ok_or(Refusal::NotFound)?;
        let key = vault::person_key(self, &mut tx, subject).await?;
        let kept = opened(&key, &row)?;
        let Some(seq) = row.leaf_seq else { return Ok(kept) };
        let opening = self.opening_of(&mut tx, seq).await?;
        let proof = self.proof_of(&mut tx, seq, opening.as_ref()).await?;
        let first = transparency::between(&mut tx, seq.saturating_add(1), i64::MAX).await?;
        Ok(Kept { proof, published_at: first.map(|row| row.at.into()), ..kept })
    }
}

fn opened(key: &SealKey, row: &rows::Row) -> Result<Kept> {
    let id = ReceiptId(row.id);
    let lost = || Fault::new("a receipt cannot be opened");
    let signed = key.open(&signed_context(id), &row.sealed).ok_or_else(lost)?.to_vec();
    let html = key.open(&html_context(id), &row.html_sealed).ok_or_else(lost)?.to_vec();
    let receipt = document::read(&signed).ok_or_else(lost)?;
    Ok(Kept { receipt, signed, html, leaf_seq: row.leaf_seq, proof: None, published_at: None })
}
