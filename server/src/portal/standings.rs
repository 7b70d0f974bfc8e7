//! The standing of each item as a requester is told it. Asks the rule; decides nothing.

use super::asked::Loaded;
use super::error::Result;
use super::receipts;
use crate::store::canary;
use crate::store::db::Tx;
use consent::category::Category;
use consent::classify::Rules;
use consent::ids::{ClientId, ReceiptId};
use consent::standing::{Powers, Reason, Standing, Told, standing, standing_of};
use consent::time::At;
use std::collections::BTreeMap;

/// The standing of one category, as a requester is told it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StandingSeen {
    /// The category's id, as it was asked.
    pub category: String,
    /// Available or not.
    pub told: Told,
    /// With a permit only: until when.
    pub valid_until: Option<At>,
    /// With a permit only: the receipt in force.
    pub receipt: Option<ReceiptId>,
}

impl StandingSeen {
    /// Permitted now?
    #[must_use]
    pub fn is_available(&self) -> bool {
        self.told == Told::Available
    }

    /// A denial that tells nothing else.
    #[must_use]
    pub fn denied(category: &str, told: Told) -> Self {
        Self { category: category.to_owned(), told, valid_until: None, receipt: None }
    }
}

/// The standing of every item, with the claimant's reasons.
#[must_use]
pub fn now(loaded: &Loaded, powers: &Powers, now: At) -> Vec<Standing> {
    if loaded.person().is_none() {
        return standing(&loaded.asked.request, &[], powers, rules(), now);
    }
    standing(&loaded.asked.request, &loaded.said, powers, rules(), now)
}

/// The version of the rules in force.
#[must_use]
pub fn rules() -> u32 {
    Rules::current().version().0
}

/// The standing of every item, as the requester is told it.
pub async fn told(tx: &mut Tx, loaded: &Loaded, at: At) -> Result<Vec<StandingSeen>> {
    let receipt = receipts::in_force(tx, loaded).await?;
    let stopped = canary::stopped(tx).await?;
    let standings = now(loaded, &Powers::Everything, at);
    Ok(standings.iter().map(|standing| unless(stopped, tell(standing, receipt))).collect())
}

/// The same, or not available where nothing may be released until an operator has looked.
pub(super) fn unless(stopped: bool, seen: StandingSeen) -> StandingSeen {
    if stopped && seen.is_available() {
        return StandingSeen::denied(&seen.category, Told::NotAvailable);
    }
    seen
}

/// The reasons for what was not given: what would be permitted, but for a fault, counts as paused.
pub(super) fn held_by_fault<K: Ord>(reasons: &mut BTreeMap<K, Reason>) {
    for reason in reasons.values_mut().filter(|reason| **reason == Reason::Granted) {
        *reason = Reason::Paused;
    }
}

/// Whether this is the canary's client, asking for nobody, and was given nothing: that it asks is on the record once a
/// day and not each time. Whatever it is given is on the record like anybody's.
pub(super) fn is_canarys<'a>(
    client: &ClientId,
    mut given: impl Iterator<Item = &'a StandingSeen>,
) -> bool {
    client.as_str() == canary::CLIENT && !given.any(StandingSeen::is_available)
}

/// The claimant's true reasons for these categories; for their history alone.
#[must_use]
pub fn reasons(loaded: &Loaded, categories: &[&str], at: At) -> BTreeMap<String, Reason> {
    let said: &[_] = if loaded.person().is_some() { &loaded.said } else { &[] };
    let known = categories.iter().filter_map(|category| Category::parse(category).ok());
    known
        .map(|category| {
            let standing = standing_of(&loaded.asked.request, said, category, rules(), at);
            (category.id().to_owned(), standing.reason)
        })
        .collect()
}

/// The standing of one category, asked for or not, as the requester is told it.
#[must_use]
pub fn tell_one(
    loaded: &Loaded,
    receipt: Option<ReceiptId>,
    category: &str,
    at: At,
) -> StandingSeen {
    let said: &[_] = if loaded.person().is_some() { &loaded.said } else { &[] };
    match Category::parse(category) {
        Ok(known) => tell(&standing_of(&loaded.asked.request, said, known, rules(), at), receipt),
        Err(_) => StandingSeen::denied(category, Told::NotAsked),
    }
}

fn tell(standing: &Standing, receipt: Option<ReceiptId>) -> StandingSeen {
    let permitted = standing.permits();
    StandingSeen {
        category: standing.category.id().to_owned(),
        told: standing.reason.told(),
        valid_until: standing.valid_until.filter(|_| permitted),
        receipt: receipt.filter(|_| permitted),
    }
}
