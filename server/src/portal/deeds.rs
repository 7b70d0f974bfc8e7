//! What a requester did about one request, also before it was known whom it is about. Counted where it is kept: however
//! often something was done, nothing is left out.

use super::Portal;
use super::actor::Actor;
use super::error::Result;
use super::history::{Happened, Openers};
use super::previews::mine;
use crate::store::events;
use consent::ids::{PersonId, RequestId};
use consent::time::At;

/// So many lines are read at once.
const LINES: i64 = 50;

/// Something that a requester did, once or several times with nothing else between.
#[derive(Clone, Debug)]
pub struct Done {
    /// How often.
    pub times: u32,
    /// When first.
    pub first_at: At,
    /// The last time.
    pub last: Happened,
}

/// A stretch of what was done, newest first.
#[derive(Clone, Debug)]
pub struct Deeds {
    /// What.
    pub done: Vec<Done>,
    /// Where older ones go on.
    pub older: Option<i64>,
}

impl Portal {
    /// What the requester did before this place in the log.
    pub async fn deeds(
        &self,
        _actor: &Actor,
        subject: PersonId,
        request: RequestId,
        before: Option<i64>,
    ) -> Result<Deeds> {
        let mut tx = self.db().read().await?;
        mine(self, &mut tx, subject, request).await?;
        let before = before.unwrap_or(i64::MAX);
        let mut rows = events::deeds(&mut tx, request, before, LINES.saturating_add(1)).await?;
        let most = usize::try_from(LINES).unwrap_or(usize::MAX);
        let more = rows.len() > most;
        rows.truncate(most);
        let older = rows.last().map(|row| row.first_seq).filter(|_| more);
        let last: Vec<_> = rows.iter().map(|row| row.last.clone()).collect();
        let mut keys = Openers::new(self, &mut tx, subject).await?;
        let opened = keys.open_all(self, &mut tx, &last).await?;
        let done = rows.iter().zip(opened).map(|(row, last)| Done {
            times: u32::try_from(row.times).unwrap_or(u32::MAX),
            first_at: row.first_at.into(),
            last,
        });
        Ok(Deeds { done: done.collect(), older })
    }
}
