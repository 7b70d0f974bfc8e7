//! When things happened to a person and by whose doing, for the picture of their history. What a requester does as often
//! as it likes is counted where it lies; all else is opened. Must never leave out what has a line in the history. Reads only.

use super::Portal;
use super::actor::Actor;
use super::error::Result;
use super::history::{Happened, Openers};
use crate::store::history as rows;
use consent::ids::PersonId;
use consent::time::At;

/// When things happened.
#[derive(Clone, Debug)]
pub struct Timeline {
    /// How often a requester checked, looked up or collected, hour by hour: when an hour begins, and how often in it.
    pub asked: Vec<(At, usize)>,
    /// All else.
    pub rest: Vec<Happened>,
}

impl Portal {
    /// When things happened to this person, all of them. Whoever shows it notes first that somebody looked.
    pub async fn timeline(&self, _actor: &Actor, subject: PersonId) -> Result<Timeline> {
        let mut tx = self.db().read().await?;
        let asked = rows::asked_by_hour(&mut tx, subject).await?;
        let asked = asked.into_iter().map(|row| {
            let begins = At::from_micros(row.hour.saturating_mul(rows::HOUR));
            (begins, usize::try_from(row.times).unwrap_or_default())
        });
        let rest = rows::not_asked(&mut tx, subject).await?;
        let mut keys = Openers::new(self, &mut tx, subject).await?;
        let rest = keys.open_all(self, &mut tx, &rest).await?;
        Ok(Timeline { asked: asked.collect(), rest })
    }
}
