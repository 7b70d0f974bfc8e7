//! How each thing stands, for the claimant: the rule's own reason, with the day that belongs to it.

use super::moments::last_day;
use crate::portal::reading::RequestRead;
use app::components::{Paused, Standing as Shown};
use app::pages::requests::Collected;
use consent::category::Category;
use consent::decision::{Hold, RecordedDecision, Said, newest_decision};
use consent::receipt::{Receipt, ReceiptKind};
use consent::standing::{Reason, Standing, until};
use consent::time::{At, Date};

/// How one thing stands.
pub(super) fn shown(read: &RequestRead, standing: &Standing) -> Shown {
    match standing.reason {
        Reason::NotDecided | Reason::NotAsked => Shown::NotDecided,
        Reason::Granted => Shown::Granted {
            until: standing.valid_until.map_or(read.loaded.asked.request.respond_by, last_day),
        },
        Reason::Refused => Shown::Refused,
        Reason::Expired => Shown::Expired { on: ended_on(read) },
        Reason::Withdrawn => Shown::Withdrawn,
        Reason::Paused => Shown::Paused,
        Reason::NothingRecorded => Shown::NothingRecorded,
        Reason::RequestClosed => Shown::RequestClosed,
    }
}

/// Whether any of it stands so.
pub(super) fn any(read: &RequestRead, reason: Reason) -> bool {
    read.standings.iter().any(|standing| standing.reason == reason)
}

/// Why it is paused, where it is: what came last since the decision.
pub(super) fn paused(read: &RequestRead) -> Option<Paused> {
    if !any(read, Reason::Paused) {
        return None;
    }
    let since = read.loaded.said.iter().rev().take_while(|said| !matches!(said, Said::Decided(_)));
    let told = since.into_iter().find_map(|said| match said {
        Said::Held { why, .. } => Some(match why {
            Hold::RulesChanged => Paused::Rules,
            Hold::Restored => Paused::Restored,
            Hold::Died | Hold::Fault | Hold::Operator => Paused::Other,
        }),
        Said::Withdrew { .. } => Some(Paused::PartStopped),
        Said::Decided(_) | Said::Rechecked { .. } => None,
    });
    Some(told.unwrap_or(Paused::Rules))
}

/// Whether nothing that was said about the request since takes the place of what this receipt proves.
pub(super) fn is_newest(read: &RequestRead, receipt: &Receipt) -> bool {
    let said = &read.loaded.said;
    let last = said.iter().rev().find(|said| !matches!(said, Said::Rechecked { .. }));
    match receipt.kind {
        ReceiptKind::Decision | ReceiptKind::Amendment => {
            matches!(last, Some(Said::Decided(decided)) if decided.version == receipt.decision_version)
        }
        ReceiptKind::Withdrawal => {
            matches!(last, Some(Said::Withdrew { at, .. }) if *at == receipt.at)
        }
        ReceiptKind::Pause => matches!(last, Some(Said::Held { at, .. }) if *at == receipt.at),
        ReceiptKind::Expiry => {
            decision(read).is_some_and(|decided| decided.version == receipt.decision_version)
        }
        // Each collection stays what it was.
        ReceiptKind::Collection => true,
        ReceiptKind::ErasureAnswer => {
            let about = receipt.collections.first().map(|named| named.id);
            let now = read.collections.iter().find(|one| Some(one.id) == about);
            let said = now.and_then(|one| one.erasure.as_ref()).and_then(|erasure| erasure.at);
            said == Some(receipt.at)
        }
    }
}

/// The decision that was made last.
pub(super) fn decision(read: &RequestRead) -> Option<&RecordedDecision> {
    newest_decision(&read.loaded.said)
}

/// The last day on which it was shared.
pub(super) fn ended_on(read: &RequestRead) -> Date {
    let request = &read.loaded.asked.request;
    decision(read).map_or(request.respond_by, |decided| last_day(until(request, decided)))
}

/// When something was said last.
pub(super) fn said_at(read: &RequestRead) -> Option<At> {
    read.loaded.said.iter().rev().find_map(|said| match said {
        Said::Decided(decided) => Some(decided.at),
        Said::Withdrew { at, .. } => Some(*at),
        Said::Held { .. } | Said::Rechecked { .. } => None,
    })
}

/// When something was withdrawn last.
pub(super) fn withdrawn_at(read: &RequestRead) -> Option<At> {
    read.loaded.said.iter().rev().find_map(|said| match said {
        Said::Withdrew { at, .. } => Some(*at),
        Said::Decided(_) | Said::Held { .. } | Said::Rechecked { .. } => None,
    })
}

/// Since when the request is over. Where its client was disabled and nothing else ended it, there is no such day.
pub(super) fn closed_on(read: &RequestRead, now: At) -> Option<Date> {
    let closed = read.loaded.asked.request.closed_at.unwrap_or(read.closes_at);
    (closed <= now).then(|| closed.date_in_london())
}

/// Whether something was collected, and whether under the newest decision.
pub(super) fn collected(read: &RequestRead) -> Collected {
    let newest = decision(read).map(|decided| decided.version);
    match read.collections.last() {
        None => Collected::Never,
        Some(last) if Some(last.decision_version) == newest => Collected::Newest,
        Some(_) => Collected::Before,
    }
}

/// What is shared now, and what would be if it were not paused.
pub(super) fn shared(read: &RequestRead) -> Vec<Category> {
    let shares =
        |reason| matches!(reason, Reason::Granted | Reason::Paused | Reason::NothingRecorded);
    read.standings
        .iter()
        .filter(|standing| shares(standing.reason))
        .map(|standing| standing.category)
        .collect()
}
