//! A second implementation, deliberately naive: no function of the crate is called, only its data is read.

use consent::category::{Category, Sensitivity};
use consent::classify::{Placement, WhyNever};
use consent::decision::{Answer, Decision, Said};
use consent::digest::Digest;
use consent::provider::ProviderKey;
use consent::request::Request;
use consent::standing::Reason;
use consent::time::At;
use time::Date;

/// The table of the rules, line by line. `until` is what line 6 compares with, worked out by the caller.
pub fn reason(
    request: &Request,
    said: &[Said],
    category: Category,
    rules: u32,
    now: At,
    closed: bool,
    until: impl Fn(usize) -> At,
) -> Reason {
    let mut asked = false;
    for item in &request.items {
        asked = asked || item.category == category;
    }
    if !asked {
        return Reason::NotAsked;
    }
    if closed || request.client_disabled {
        return Reason::RequestClosed;
    }
    let mut newest = None;
    for (place, one) in said.iter().enumerate() {
        match one {
            Said::Decided(decided) => {
                if let Some(answer) = decided.decision.answers.get(&category) {
                    newest = Some((place, *answer == Answer::Share, false));
                }
            }
            Said::Withdrew { categories, .. } => {
                if categories.contains(&category) {
                    newest = Some((place, false, true));
                }
            }
            Said::Held { .. } | Said::Rechecked { .. } => {}
        }
    }
    let Some((place, shares, withdrawn)) = newest else { return Reason::NotDecided };
    if withdrawn {
        return Reason::Withdrawn;
    }
    if !shares {
        return Reason::Refused;
    }
    if now >= until(place) {
        return Reason::Expired;
    }
    let Said::Decided(decided) = &said[place] else { unreachable!("a share is a decision") };
    let mut by_these_rules = decided.rules == rules;
    let mut paused = false;
    for later in &said[place + 1..] {
        paused = paused
            || match later {
                Said::Rechecked { rules: under, .. } => {
                    by_these_rules = by_these_rules || *under == rules;
                    false
                }
                Said::Decided(_) | Said::Held { .. } => true,
                Said::Withdrew { categories, .. } => categories
                    .iter()
                    .any(|gone| decided.decision.answers.get(gone) == Some(&Answer::Share)),
            };
    }
    if paused || !by_these_rules {
        return Reason::Paused;
    }
    if decided.present.contains(&category) { Reason::Granted } else { Reason::NothingRecorded }
}

/// Does an entry with this placement go, when it stays among the same neighbours?
pub fn goes(
    request: &Request,
    decision: &Decision,
    placement: &Placement,
    entry: &Seen<'_>,
) -> bool {
    let Some(home) = placement.home else { return false };
    let asked_about = decision.put_in.contains(&entry.key);
    let never = match placement.never {
        Some(WhyNever::Unreadable) => !asked_about,
        Some(_) => true,
        None => false,
    };
    if never
        || (placement.ambiguous && !asked_about)
        || home.sensitivity() == Sensitivity::Restricted
    {
        return false;
    }
    let item = |category: Category| request.items.iter().find(|item| item.category == category);
    let shared = |category: Category| {
        item(category).is_some() && decision.answers.get(&category) == Some(&Answer::Share)
    };
    for matter in &placement.matters {
        if matter.sensitivity() == Sensitivity::Restricted || !shared(*matter) {
            return false;
        }
    }
    let home_is_open = match item(home) {
        Some(_) => shared(home),
        None => !placement.matters.is_empty(),
    };
    let address = home == Category::WhoIAm && shared(Category::AddressAndContact);
    if !home_is_open && !address {
        return false;
    }
    if home == Category::LettersAndDocuments && !decision.put_in.contains(&entry.key) {
        return false;
    }
    if decision.left_out.contains(&entry.key) {
        return false;
    }
    for deciding in placement.matters.iter().copied().chain([home]) {
        if let Some(item) = item(deciding)
            && !(entry.within)(Some(item.from), Some(item.to), false)
        {
            return false;
        }
        let Some(chosen) = decision.narrowed.get(&deciding) else { continue };
        if !(entry.within)(chosen.from, chosen.to, true) {
            return false;
        }
        let is_medicine_itself = entry.supports && home != Category::PeopleTreatingMe;
        if chosen.provider.is_some() && chosen.provider != entry.provider && !is_medicine_itself {
            return false;
        }
    }
    true
}

/// What else the naive implementation is told about an entry.
pub struct Seen<'a> {
    /// Its key.
    pub key: Digest,
    /// Who recorded it.
    pub provider: Option<ProviderKey>,
    /// It has no date because it only supports others.
    pub supports: bool,
    /// Was it within these days? Of dates that the claimant chose (the third), nothing that began later is.
    pub within: &'a dyn Fn(Option<Date>, Option<Date>, bool) -> bool,
}
