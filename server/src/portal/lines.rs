//! One line of somebody's history, with what proves that it stands in the public log. Only events about this person or
//! their requests: anything else is not found.

use super::Portal;
use super::actor::Actor;
use super::error::{Refusal, Result};
use super::history::{Happened, Openers};
use crate::store::history as rows;
use consent::ids::PersonId;

/// A line with its proof.
#[derive(Clone, Debug)]
pub struct ProvedLine {
    /// What happened.
    pub happened: Happened,
    /// The C2SP tlog-proof, with what opens the leaf; none until the log with this line is published.
    pub proof: Option<String>,
}

impl Portal {
    /// The line at this place in the log, as far as it is this person's.
    pub async fn line(&self, actor: &Actor, subject: PersonId, seq: i64) -> Result<ProvedLine> {
        actor.owns(subject)?;
        let mut tx = self.db().read().await?;
        let row = rows::line(&mut tx, subject, seq).await?.ok_or(Refusal::NotFound)?;
        let mut keys = Openers::new(self, &mut tx, subject).await?;
        let (happened, opening) = keys.open_one(self, &mut tx, &row).await?;
        let proof = self.proof_of(&mut tx, seq, Some(&opening)).await?;
        Ok(ProvedLine { happened, proof })
    }
}
