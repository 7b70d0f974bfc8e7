//! Which category each entry of a record belongs to and which matters it touches: the nine rules.
//! Depends on the record alone. When in doubt an entry touches the matter, or is not recognised; never the reverse.

mod attachment;
mod codes;
mod home;
mod icd10;
mod kinds;
mod labels;
mod links;
mod placement;
mod reading;
mod several_uses;
mod systems;
mod text;
mod withheld;
mod words;

pub use placement::{Counts, Placement, WhyNever};

use crate::category::Category;
use crate::record::{Entry, Record};
use home::Saying;
use labels::Labels;
use reading::Reading;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// The version of the rules: another number wherever an entry could be placed differently.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct RulesVersion(pub u32);

/// The rules by which entries are placed.
#[derive(Debug)]
pub struct Rules {
    version: RulesVersion,
}

impl Rules {
    /// The rules in force.
    #[must_use]
    pub fn current() -> &'static Self {
        static CURRENT: Rules = Rules { version: RulesVersion(1) };
        &CURRENT
    }

    /// Their version.
    #[must_use]
    pub const fn version(&self) -> RulesVersion {
        self.version
    }

    /// One placement per entry, in the same order.
    #[must_use]
    pub fn classify(&self, record: &Record) -> Vec<Placement> {
        let entries = record.entries();
        let readings: Vec<Reading<'_>> = entries.iter().map(read).collect();
        let labels: Vec<Labels> = entries.iter().map(Labels::of).collect();
        let own: Vec<BTreeSet<Category>> =
            readings.iter().zip(&labels).map(|(r, l)| own_matters(r, l)).collect();
        let spread = links::spread(record, &readings, &own);
        let each = entries.iter().zip(&readings).zip(&labels).zip(own.iter().zip(spread));
        each.map(|(((entry, reading), labels), (own, matters))| {
            place(record, entry, reading, labels, own, matters)
        })
        .collect()
    }

    /// How many entries are where.
    #[must_use]
    pub fn count(&self, record: &Record) -> Counts {
        Counts::of(&self.classify(record))
    }
}

/// What is never sent is not read either.
fn read(entry: &Entry) -> Reading<'_> {
    if kinds::is_never_sent(entry.kind.as_str()) { Reading::default() } else { Reading::of(entry) }
}

/// Rules 1, 2 and 8: codes, words and labels; every hit adds.
fn own_matters(reading: &Reading<'_>, labels: &Labels) -> BTreeSet<Category> {
    let distinct: BTreeSet<(&str, &str)> = reading.codes.iter().copied().collect();
    let by_code = distinct.into_iter().flat_map(|(system, code)| codes::matters(system, code));
    let mut own: BTreeSet<Category> =
        by_code.chain(text::matters(&reading.text)).chain(labels.matters.iter().copied()).collect();
    if own.contains(&Category::SelfHarmAndSuicide) {
        own.insert(Category::MentalHealth);
    }
    own
}

fn place(
    record: &Record,
    entry: &Entry,
    reading: &Reading<'_>,
    labels: &Labels,
    own: &BTreeSet<Category>,
    matters: BTreeSet<Category>,
) -> Placement {
    let kind = entry.kind.as_str();
    if kinds::is_never_sent(kind) {
        let never = Some(WhyNever::NeverSentType);
        return Placement {
            home: None,
            matters: BTreeSet::new(),
            own: BTreeSet::new(),
            never,
            ambiguous: false,
        };
    }
    let saying = Saying::of(reading);
    let home = home::home(entry, reading, &saying, own);
    let restricted = matters.iter().copied().find(|matter| matter.is_restricted());
    let reasons = [
        (withheld::is_entered_in_error(&entry.resource), WhyNever::EnteredInError),
        (
            withheld::is_about_somebody_else(record, entry, reading, &saying),
            WhyNever::AboutSomebodyElse,
        ),
        (labels.not_for_patient, WhyNever::NotForPatient),
        (labels.very_restricted && own.is_empty(), WhyNever::VeryRestricted),
        (saying.is_administrative(), WhyNever::Administrative),
        (
            home.is_none() || !withheld::is_recognised(record, entry, reading),
            WhyNever::NotRecognised,
        ),
        (withheld::is_unreadable(record, entry, reading), WhyNever::Unreadable),
    ];
    let found = reasons.into_iter().filter(|(holds, _)| *holds).map(|(_, why)| why);
    let never = found.chain(restricted.map(WhyNever::Restricted)).min();
    let ambiguous = several_uses::is_ambiguous(record, entry, reading);
    Placement { home, matters, own: own.clone(), never, ambiguous }
}
