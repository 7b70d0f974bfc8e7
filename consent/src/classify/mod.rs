//! Which category each entry of a record belongs to and which matters it touches: the nine rules.
//! Depends on the record alone. When in doubt an entry touches the matter, or is not recognised; never the reverse.

mod attachment;
mod because;
mod codes;
mod contents;
mod evaluate;
mod folding;
mod home;
mod icd10;
mod kinds;
mod labels;
mod language;
mod links;
mod mutations;
mod parts;
mod placement;
mod reading;
mod several_uses;
mod systems;
mod text;
mod withheld;
mod words;

pub use contents::Contents;
pub use evaluate::{Evaluation, Tally, Truth, TruthFault};
pub use placement::{Counts, Placement, WhyNever};

use crate::category::Category;
use crate::record::{Entry, Record};
use contents::Content;
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
        static CURRENT: Rules = Rules { version: RulesVersion(2) };
        &CURRENT
    }

    /// Their version.
    #[must_use]
    pub const fn version(&self) -> RulesVersion {
        self.version
    }

    /// What each entry holds by itself: the slow part, which does not change with what stands beside it.
    #[must_use]
    pub fn read<'a>(&self, record: &'a Record) -> Contents<'a> {
        Contents::of(record)
    }

    /// One placement per entry of this record, in the same order. The contents are those of the same entries, of this
    /// record or of one that it is a part of.
    #[must_use]
    pub fn place(&self, record: &Record, contents: &Contents<'_>) -> Vec<Placement> {
        let entries = record.entries();
        let spread = links::spread(record, contents);
        let reasons = several_uses::Reasons::of(record);
        let each = entries.iter().zip(&contents.each).zip(spread).enumerate();
        each.map(|(index, ((entry, content), matters))| Placement {
            ambiguous: several_uses::is_ambiguous(
                record,
                contents,
                &reasons,
                (index, entry),
                content,
            ),
            ..place(record, contents, entry, content, matters)
        })
        .collect()
    }

    /// One placement per entry, in the same order.
    #[must_use]
    pub fn classify(&self, record: &Record) -> Vec<Placement> {
        self.place(record, &self.read(record))
    }

    /// How many entries are where.
    #[must_use]
    pub fn count(&self, record: &Record) -> Counts {
        Counts::of(&self.classify(record))
    }
}

fn place(
    record: &Record,
    contents: &Contents<'_>,
    entry: &Entry,
    content: &Content<'_>,
    matters: BTreeSet<Category>,
) -> Placement {
    let Content { reading, labels, saying, own, .. } = content;
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
    let home = home::home(entry, reading, saying, own);
    let restricted = matters.iter().copied().find(|matter| matter.is_restricted());
    let reasons = [
        (withheld::is_entered_in_error(&entry.resource), WhyNever::EnteredInError),
        (
            withheld::is_about_somebody_else(record, entry, reading, saying),
            WhyNever::AboutSomebodyElse,
        ),
        (labels.not_for_patient, WhyNever::NotForPatient),
        (labels.very_restricted && own.is_empty(), WhyNever::VeryRestricted),
        (saying.is_administrative(), WhyNever::Administrative),
        (
            home.is_none() || !withheld::is_recognised(record, entry, reading),
            WhyNever::NotRecognised,
        ),
        (withheld::is_unreadable(record, contents, entry, reading), WhyNever::Unreadable),
    ];
    let found = reasons.into_iter().filter(|(holds, _)| *holds).map(|(_, why)| why);
    let never = found.chain(restricted.map(WhyNever::Restricted)).min();
    Placement { home, matters, own: own.clone(), never, ambiguous: false }
}
