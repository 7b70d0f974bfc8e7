//! What stays with the claimant, by reason. What must never be named has no name here.

use super::aside::Fate;
use super::asked::{title, titles};
use app::i18n::Lang;
use app::pages::preview::{Held, WhyHeld};
use consent::category::Category;
use consent::classify::WhyNever;
use consent::decision::Decision;
use consent::package::{Why, Withheld};
use consent::record::EntryKey;
use consent::request::Request;
use std::collections::{BTreeMap, BTreeSet};

/// The reasons in the order in which they were met, each with its count; then what was refused and is not there.
pub(super) fn of(
    lang: Lang,
    request: &Request,
    decision: &Decision,
    withheld: &[Withheld],
    aside: &BTreeMap<EntryKey, Fate>,
) -> Vec<Held> {
    let mut rows: Vec<Held> = Vec::new();
    let mut named: BTreeSet<Category> = BTreeSet::new();
    for one in withheld {
        // An entry that is asked about first, and would stay all the same, stays for that reason.
        let why = match (&one.why, aside.get(&one.key)) {
            (Why::LeftOut, _) => continue,
            (why, Some(Fate::Goes(..))) if is_asked_about(one, why) => continue,
            (why, Some(Fate::Stays(instead))) if is_asked_about(one, why) => instead,
            (why, _) => why,
        };
        let Some((category, why)) = reason(lang, request, one, why) else { continue };
        named.extend(category.filter(|_| why == WhyHeld::NotShared));
        let category = category.map(|category| title(lang, category));
        match rows.iter_mut().find(|row| row.category == category && row.why == why) {
            Some(row) => row.count = row.count.saturating_add(1),
            None => rows.push(Held { category, count: 1, why }),
        }
    }
    let refused = decision.refused();
    let empty = refused
        .iter()
        .filter(|category| request.item(**category).is_some() && !named.contains(category));
    let empty = empty.map(|category| Held {
        category: Some(title(lang, *category)),
        count: 0,
        why: WhyHeld::NotShared,
    });
    rows.extend(empty);
    rows
}

/// It goes only when the claimant says so for this very one, and they are asked.
pub(super) fn is_asked_about(one: &Withheld, why: &Why) -> bool {
    let by_name = matches!(why, Why::AskFirst | Why::LetterNotChosen);
    let scan = *why == Why::Never(WhyNever::Unreadable);
    (by_name || scan) && one.kind != "Binary"
}

fn reason(
    lang: Lang,
    request: &Request,
    one: &Withheld,
    why: &Why,
) -> Option<(Option<Category>, WhyHeld)> {
    Some(match why {
        Why::HomeNotShared(home) => (Some(*home), WhyHeld::NotShared),
        Why::MatterNotShared(under) => return Some(by_matter(lang, request, one, under)),
        Why::HomeNotAsked(_) => (None, WhyHeld::NotAsked),
        Why::OutsideDates => (None, WhyHeld::OutsideDates),
        Why::OutsideChosenDates => (None, WhyHeld::OutsideChosenDates),
        Why::OtherProvider => (None, WhyHeld::OtherProvider),
        // A file that only a letter points to: the letter itself holds what can go.
        Why::LetterNotChosen if one.kind == "Binary" => (None, WhyHeld::NotNeeded),
        Why::LetterNotChosen => (None, WhyHeld::LetterNotChosen),
        Why::Undated => (None, WhyHeld::NoDate),
        Why::NothingNeedsIt => (None, WhyHeld::NotNeeded),
        Why::NothingLeft => (None, WhyHeld::NothingLeft),
        Why::AskFirst => (None, WhyHeld::NotRecognised),
        Why::LeftOut => return None,
        Why::Never(never) => (
            None,
            match never {
                WhyNever::EnteredInError => WhyHeld::Mistake,
                WhyNever::AboutSomebodyElse => WhyHeld::SomebodyElse,
                WhyNever::NotForPatient | WhyNever::VeryRestricted => WhyHeld::Marked,
                WhyNever::NeverSentType | WhyNever::Restricted(_) | WhyNever::Administrative => {
                    WhyHeld::NeverSent
                }
                WhyNever::NotRecognised => WhyHeld::NotRecognised,
                WhyNever::Unreadable => WhyHeld::NotRead,
            },
        ),
    })
}

fn by_matter(
    lang: Lang,
    request: &Request,
    one: &Withheld,
    under: &BTreeSet<Category>,
) -> (Option<Category>, WhyHeld) {
    let asked = |category: &Category| request.item(*category).is_some();
    match one.home {
        Some(home) if under.contains(&home) && asked(&home) => (Some(home), WhyHeld::NotShared),
        // What was asked for as well goes unsaid: sharing that would not be enough.
        home if !under.iter().all(asked) => {
            let unasked: BTreeSet<Category> =
                under.iter().filter(|category| !asked(category)).copied().collect();
            (home.filter(asked), WhyHeld::NeedsUnasked(titles(lang, &unasked)))
        }
        Some(Category::Medicines) => {
            (Some(Category::Medicines), WhyHeld::MedicinesNeedAlso(titles(lang, under)))
        }
        home => (home.filter(asked), WhyHeld::NeedsAlso(titles(lang, under))),
    }
}
