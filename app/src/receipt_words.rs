//! A receipt in plain words, in the language that the claimant saw: the sentences that are signed with it, and the sheet
//! that paper, page and plain text are made of. All of it says what the receipt's fields say and nothing else: no name,
//! nothing of a record.

mod printed;
mod rights;
mod sentences;
mod sheet;

pub use printed::{Printed, ReadMe, printed, read_me};
pub use rights::{RightName, law, right_text, right_title};
pub use sentences::sentences;
pub use sheet::{DigestRows, Fields, Keep, Row, Section, Sheet, sheet};

use crate::{
    i18n::{Lang, day},
    pages::confirm::Ends,
    t,
};
use time::{Date, PrimitiveDateTime};

/// What a receipt says. Titles come in its language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Told {
    /// The language of the words.
    pub lang: Lang,
    /// What happened.
    pub event: Event,
    /// Who did it.
    pub by: By,
    /// When, as a clock in London shows it.
    pub at: PrimitiveDateTime,
    /// The request, as people say it.
    pub reference: String,
    /// Who asked, as the register names it.
    pub asker: String,
    /// What is shared.
    pub shared: Vec<Item>,
    /// What is kept private.
    pub private: Vec<Item>,
    /// What was stopped.
    pub stopped: Vec<Item>,
    /// What waits to be confirmed again.
    pub paused: Vec<Item>,
    /// What was shared until its time was over.
    pub ended: Vec<Item>,
    /// What is in the file that was collected.
    pub sent: Vec<Item>,
    /// When sharing ends; none where there is nothing to collect.
    pub ends: Option<Ends>,
    /// Each collection that the receipt names: when, and the digest of what was handed out.
    pub collected: Vec<(PrimitiveDateTime, String)>,
}

/// What happened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Event {
    /// The first decision.
    Decided,
    /// A later decision.
    Amended,
    /// A withdrawal.
    Withdrew,
    /// The time was over.
    Ended {
        /// Since when.
        since: PrimitiveDateTime,
        /// The last day that the claimant had set, where that was what ended it.
        last_day: Option<Date>,
    },
    /// It waits: why.
    Paused(Why),
    /// It was collected: how many entries.
    Collected {
        /// How many entries the file has.
        entries: u32,
    },
    /// The requester answered that it erased or keeps what it collected.
    Answered {
        /// Erased, and not kept.
        erased: bool,
        /// What it says, in its own words.
        statement: String,
    },
}

/// Why something waits to be confirmed again.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Why {
    /// A part was withdrawn.
    Part,
    /// Newer rules would withhold some of it.
    Rules,
    /// The portal was told that the person died.
    Died,
    /// The store was restored.
    Restored,
    /// Something is wrong with what is stored.
    Fault,
    /// The operator holds it.
    Operator,
}

impl Why {
    /// All of them.
    pub const ALL: [Self; 6] =
        [Self::Part, Self::Rules, Self::Died, Self::Restored, Self::Fault, Self::Operator];

    pub(crate) const fn case(self) -> &'static str {
        match self {
            Self::Part => "part",
            Self::Rules => "rules",
            Self::Died => "died",
            Self::Restored => "restored",
            Self::Fault => "fault",
            Self::Operator => "operator",
        }
    }
}

/// Who did it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum By {
    /// The claimant.
    You,
    /// Somebody who acts for them.
    Helper,
    /// The operator, because the claimant asked.
    Operator,
}

impl By {
    const fn case(self) -> &'static str {
        match self {
            Self::You => "you",
            Self::Helper => "helper",
            Self::Operator => "operator",
        }
    }
}

/// One item, with how much less of it is shared than was asked for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Item {
    /// Its title.
    pub title: String,
    /// Only from this day on.
    pub from: Option<Date>,
    /// Only up to this day.
    pub to: Option<Date>,
    /// Only what one person or place recorded.
    pub one_provider: bool,
}

impl Item {
    /// The title, and in brackets what was taken away.
    pub fn words(&self, lang: Lang) -> String {
        let dates = match (self.from, self.to) {
            (Some(from), Some(to)) => {
                Some(t!(lang, "signed-only-from-to", from = day(lang, from), to = day(lang, to)))
            }
            (Some(from), None) => Some(t!(lang, "signed-only-from", from = day(lang, from))),
            (None, Some(to)) => Some(t!(lang, "signed-only-to", to = day(lang, to))),
            (None, None) => None,
        };
        let one = self.one_provider.then(|| t!(lang, "signed-only-one"));
        let less: Vec<String> = dates.into_iter().chain(one).collect();
        if less.is_empty() {
            self.title.clone()
        } else {
            format!("{} ({})", self.title, less.join("; "))
        }
    }
}

#[cfg(test)]
mod tests;
