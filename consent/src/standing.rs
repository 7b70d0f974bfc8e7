//! What it comes to right now, per item: permit, or deny with the true reason.
//! The first line of the rules' table that holds gives the reason; nothing else decides.

use crate::category::Category;
use crate::decision::{Answer, RecordedDecision, Said, newest_decision};
use crate::request::Request;
use crate::seeded::{Fault, planted};
use crate::time::{At, midnight_ending};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// How long after its reply-by date a request stays open.
const OPEN_AFTER_REPLY_BY: time::Duration = time::Duration::days(90);

/// The claimant's reason for a standing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Reason {
    /// The category is not an item of the request.
    NotAsked,
    /// The request is closed, or its client is disabled.
    RequestClosed,
    /// No decision yet.
    NotDecided,
    /// The newest record about the item is a withdrawal.
    Withdrawn,
    /// The newest decision says do not share.
    Refused,
    /// The end date or the time to collect is over.
    Expired,
    /// Held until the claimant confirms again.
    Paused,
    /// Shared, and nothing of it is in the confirmed package.
    NothingRecorded,
    /// Permitted.
    Granted,
}

/// What a requester may learn of a standing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Told {
    /// Permitted now.
    Available,
    /// Denied, for whatever reason.
    NotAvailable,
    /// Not an item of the request.
    NotAsked,
    /// The request is closed.
    RequestClosed,
    /// No such request of this client.
    UnknownRequest,
}

impl Reason {
    /// The one answer that a requester gets for this reason (promise 2).
    #[must_use]
    pub const fn told(self) -> Told {
        match self {
            Self::Granted => Told::Available,
            Self::NotAsked => Told::NotAsked,
            Self::RequestClosed => Told::RequestClosed,
            Self::NotDecided
            | Self::Withdrawn
            | Self::Refused
            | Self::Expired
            | Self::Paused
            | Self::NothingRecorded => Told::NotAvailable,
        }
    }
}

/// The standing of one item.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[must_use]
pub struct Standing {
    /// The item.
    pub category: Category,
    /// The claimant's reason.
    pub reason: Reason,
    /// With a permit only: until when.
    pub valid_until: Option<At>,
}

impl Standing {
    /// Permitted now? Everything else is deny.
    #[must_use]
    pub fn permits(&self) -> bool {
        self.reason == Reason::Granted && self.valid_until.is_some()
    }
}

/// What the actor may see and do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Powers {
    /// The claimant: everything.
    Everything,
    /// A delegate: these categories alone.
    Only(BTreeSet<Category>),
}

impl Powers {
    /// May the actor see this category?
    #[must_use]
    pub fn see(&self, category: Category) -> bool {
        match self {
            Self::Everything => true,
            Self::Only(allowed) => allowed.contains(&category),
        }
    }
}

/// The standing of every item that the actor may see, in the request's order.
///
/// `said` is in the order in which it was recorded; `rules` is the version in force; `now` is read
/// once by the caller.
#[must_use]
pub fn standing(
    request: &Request,
    said: &[Said],
    powers: &Powers,
    rules: u32,
    now: At,
) -> Vec<Standing> {
    let visible = request.items.iter().filter(|item| powers.see(item.category));
    visible.map(|item| standing_of(request, said, item.category, rules, now)).collect()
}

/// The standing of one category, asked for or not.
pub fn standing_of(
    request: &Request,
    said: &[Said],
    category: Category,
    rules: u32,
    now: At,
) -> Standing {
    let deny = |reason| Standing { category, reason, valid_until: None };
    if request.item(category).is_none() {
        return deny(Reason::NotAsked);
    }
    if is_closed(request, said, now)
        || (request.client_disabled && !planted(Fault::DisabledClientPermits))
    {
        return deny(Reason::RequestClosed);
    }
    let (position, decided) = match newest_about(said, category) {
        None if planted(Fault::SilencePermits) => {
            return Standing { category, reason: Reason::Granted, valid_until: Some(now) };
        }
        None => return deny(Reason::NotDecided),
        Some(Newest::Withdrawal) => return deny(Reason::Withdrawn),
        Some(Newest::Decision(position, decided)) => (position, decided),
    };
    let refused = decided.decision.answers.get(&category) != Some(&Answer::Share);
    if refused && !planted(Fault::RefusalPermits) {
        return deny(Reason::Refused);
    }
    let until = until(request, decided);
    if now >= until && !planted(Fault::ExpiryForgotten) {
        return deny(Reason::Expired);
    }
    if is_paused(said, position, decided, rules) {
        return deny(Reason::Paused);
    }
    if !decided.present.contains(&category) && !planted(Fault::EmptyPermits) {
        return deny(Reason::NothingRecorded);
    }
    Standing { category, reason: Reason::Granted, valid_until: Some(until) }
}

/// When what this decision shares can no longer be collected: the earliest of the midnight that ends
/// its end date and decided-at plus the purpose's `collect_within`.
#[must_use]
pub fn until(request: &Request, decided: &RecordedDecision) -> At {
    let collectable = request.collect_within.after_at(decided.at);
    decided.decision.end_date.map_or(collectable, |date| midnight_ending(date).min(collectable))
}

/// Why sharing came to its end by itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum EndedBy {
    /// The claimant's end date.
    EndDate,
    /// The time within which the purpose lets it be collected.
    CollectWithin,
}

/// What could be collected under a decision until its time was over.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ended {
    /// The moment from which it could not be collected any more: computed, whenever it is noticed.
    pub at: At,
    /// Why then.
    pub by: EndedBy,
    /// What was shared until then.
    pub categories: BTreeSet<Category>,
}

/// What of the newest decision came to its end by time. None while its time is not over, where something else ended all
/// of it before, and where there was nothing to collect. A pause ends nothing: what waited can no longer be confirmed.
#[must_use]
pub fn ended(request: &Request, said: &[Said], now: At) -> Option<Ended> {
    let decided = newest_decision(said)?;
    let at = until(request, decided);
    if now < at || decided.present.is_empty() || request.closed_at.is_some_and(|closed| closed < at)
    {
        return None;
    }
    let categories: BTreeSet<Category> = decided
        .decision
        .shared()
        .into_iter()
        .filter(|category| {
            matches!(newest_about(said, *category), Some(Newest::Decision(_, newest)) if newest.version == decided.version)
        })
        .collect();
    let by_date = decided.decision.end_date.is_some_and(|date| midnight_ending(date) == at);
    let by = if by_date { EndedBy::EndDate } else { EndedBy::CollectWithin };
    (!categories.is_empty()).then_some(Ended { at, by, categories })
}

/// When the request closes by itself, as things stand: 90 days after its reply-by date, or when
/// nothing that was made available can be collected any more, whichever is later.
#[must_use]
pub fn closes_at(request: &Request, said: &[Said]) -> At {
    let by_date = midnight_ending(request.respond_by.saturating_add(OPEN_AFTER_REPLY_BY));
    let still_shared = newest_decision(said).filter(|decided| {
        // What nothing is in was never made available: it tells no more than a refusal does.
        decided.decision.shared().intersection(&decided.present).any(|category| {
            matches!(newest_about(said, *category), Some(Newest::Decision(_, newest)) if newest.version == decided.version)
        })
    });
    still_shared.map_or(by_date, |decided| until(request, decided).max(by_date))
}

/// Closed by the requester, or by itself?
#[must_use]
pub fn is_closed(request: &Request, said: &[Said], now: At) -> bool {
    request.closed_at.is_some_and(|at| now >= at) || now >= closes_at(request, said)
}

enum Newest<'a> {
    Decision(usize, &'a RecordedDecision),
    Withdrawal,
}

fn newest_about(said: &[Said], category: Category) -> Option<Newest<'_>> {
    said.iter().enumerate().rev().find_map(|(position, said)| match said {
        Said::Decided(decided) if decided.decision.answers.contains_key(&category) => {
            Some(Newest::Decision(position, decided))
        }
        Said::Withdrew { categories, .. }
            if categories.contains(&category) && !planted(Fault::WithdrawalForgotten) =>
        {
            Some(Newest::Withdrawal)
        }
        Said::Decided(_) | Said::Withdrew { .. } | Said::Held { .. } | Said::Rechecked { .. } => {
            None
        }
    })
}

/// Something came after the confirmed package that it does not account for.
fn is_paused(said: &[Said], position: usize, decided: &RecordedDecision, rules: u32) -> bool {
    let shared = decided.decision.shared();
    let since = || said.iter().skip(position + 1);
    let rechecked = || {
        since().any(|said| matches!(said, Said::Rechecked { rules: under, .. } if *under == rules))
    };
    let by_other_rules = decided.rules != rules && !rechecked();
    (by_other_rules && !planted(Fault::RulesForgotten))
        || since().any(|said| match said {
            Said::Decided(_) => true,
            Said::Withdrew { categories, .. } => {
                !categories.is_disjoint(&shared)
                    && !planted(Fault::RestNotPaused)
                    && !planted(Fault::WithdrawalForgotten)
            }
            Said::Held { .. } => !planted(Fault::HoldForgotten),
            Said::Rechecked { .. } => false,
        })
}
