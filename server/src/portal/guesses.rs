//! Guessing is limited: every guess is noted before it is checked, and forgiven when it was right.
//! Whom a guess was about is kept only as a hash.

use super::Portal;
use super::error::{Refusal, Result};
use crate::store::{Tx, accounts};
use consent::ids::PersonId;
use consent::time::At;

/// What is guessed, and by whom.
#[derive(Clone, Copy)]
pub(super) enum Bucket<'a> {
    /// The password of an address (its blind index), by one caller.
    SignIn(&'a [u8], &'a str),
    /// The password of an address, by anybody.
    Address(&'a [u8]),
    /// Activation codes, by one caller.
    Activation(&'a str),
    /// Links of helpers, by one caller.
    Helper(&'a str),
    /// The password that a signed-in person is asked for again.
    StepUp(PersonId),
}

impl Bucket<'_> {
    fn id(self, portal: &Portal) -> Vec<u8> {
        let text = match self {
            Self::SignIn(index, peer) => format!("sign-in|{index:02x?}|{peer}"),
            Self::Address(index) => format!("address|{index:02x?}"),
            Self::Activation(peer) => format!("activation|{peer}"),
            Self::Helper(peer) => format!("helper|{peer}"),
            Self::StepUp(person) => format!("step-up|{person}"),
        };
        portal.keys().blind_index("guesses", &text)
    }

    /// How many, and within how many seconds.
    const fn limit(self) -> (i64, i64) {
        match self {
            Self::SignIn(..) | Self::StepUp(_) => (10, 15 * 60),
            // More, so that a stranger cannot lock somebody out by guessing badly from one place.
            Self::Address(_) => (100, 60 * 60),
            Self::Activation(_) | Self::Helper(_) => (20, 60 * 60),
        }
    }
}

/// The longest that a guess counts, in seconds.
pub(super) const LONGEST: i64 = 60 * 60;

/// A guess that was noted.
pub(super) struct Guess {
    buckets: Vec<Vec<u8>>,
    first_only_once: bool,
    at: At,
}

/// Notes a guess in each bucket; refused where one of them is full.
pub(super) async fn count(portal: &Portal, buckets: &[Bucket<'_>]) -> Result<Guess> {
    let mut tx = portal.db().write().await?;
    let at = portal.at(&tx);
    let mut ids = Vec::new();
    for bucket in buckets {
        let (most, seconds) = bucket.limit();
        let id = bucket.id(portal);
        let (count, first) = accounts::guesses(&mut tx, &id, at.plus_seconds(-seconds)).await?;
        if count >= most {
            let over = first.map_or(at, At::from).plus_seconds(seconds);
            let micros = over.micros().saturating_sub(at.micros()).max(1_000_000);
            let retry_after_seconds = u64::try_from(micros / 1_000_000).unwrap_or(1);
            return Err(Refusal::TooManyGuesses { retry_after_seconds }.into());
        }
        accounts::add_guess(&mut tx, &id, at).await?;
        ids.push(id);
    }
    tx.commit().await?;
    let first_only_once =
        matches!(buckets.first(), Some(Bucket::Activation(_) | Bucket::Helper(_)));
    Ok(Guess { buckets: ids, first_only_once, at })
}

impl Guess {
    /// It was right. Who knows the password may have mistyped it before: those go too. Who had one
    /// good code may have guessed at others: those stay.
    pub async fn forgive(&self, tx: &mut Tx) -> Result<()> {
        for (place, bucket) in self.buckets.iter().enumerate() {
            if place == 0 && !self.first_only_once {
                accounts::forgive_all(tx, bucket).await?;
            } else {
                accounts::forgive(tx, bucket, self.at).await?;
            }
        }
        Ok(())
    }
}

/// Forgets guesses that no longer count.
pub async fn sweep(tx: &mut Tx, now: At) -> Result<()> {
    accounts::sweep_guesses(tx, now.plus_seconds(-LONGEST)).await?;
    Ok(())
}
