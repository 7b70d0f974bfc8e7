//! How much happened on each day and by whose doing, for the picture of the history.

use super::errors::Trouble;
use super::guard::Claimant;
use super::happening::Known;
use app::pages::history::{Show, Sides};
use consent::time::Date;
use std::collections::BTreeMap;

/// Every event that has a line, once, on its day in London.
pub(super) async fn times(
    claimant: &Claimant,
    known: &Known,
) -> Result<BTreeMap<Date, Sides>, Trouble> {
    let timeline = claimant.portal.timeline(&claimant.actor, claimant.subject).await?;
    let mut days: BTreeMap<Date, Sides> = BTreeMap::new();
    // A day of London begins and ends with an hour, in summer as well.
    for (hour, times) in timeline.asked {
        days.entry(hour.date_in_london()).or_default().add(Show::Asker, times);
    }
    for one in timeline.rest.iter().filter(|one| !known.happenings(one).is_empty()) {
        days.entry(one.at.date_in_london()).or_default().add(known.side(one), 1);
    }
    Ok(days)
}
