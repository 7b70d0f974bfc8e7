//! What the page shows: plain data in the page's language, nothing of a store or a rule.

use super::{FileSeen, Held, Looking, Narrowed};
use crate::{
    components::{Answer, PointGauge},
    forms::FieldError,
};
use time::{Date, PrimitiveDateTime};

/// What the page shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PreviewView {
    /// The request's id, for links.
    pub id: String,
    /// The request's reference, such as SR 7K2M-9QD.
    pub reference: String,
    /// Who asks, as the register names it.
    pub asker: String,
    /// The file, or why there is none.
    pub sends: Sends,
    /// What was asked for and is shared.
    pub items: Vec<ItemSeen>,
    /// What is in it, category by category, in package order.
    pub groups: Vec<Group>,
    /// Letters that go only if the claimant says so for each.
    pub letters: Vec<Letter>,
    /// Other entries that go only if the claimant says so for each.
    pub asked_first: Vec<SetAside>,
    /// Entries that the claimant left out.
    pub left_out: Vec<SetAside>,
    /// What else stays, and why.
    pub held: Vec<Held>,
    /// Of what less goes than was asked for.
    pub narrowed: Vec<Narrowed>,
    /// How much the file has about each thing that is decided.
    pub gauge: Vec<PointGauge>,
    /// By when they are to answer, where they have not and it has not passed.
    pub reply_by: Option<Date>,
    /// Until when the preview is kept.
    pub kept_until: PrimitiveDateTime,
    /// Whether it is the smaller file, cut after some of it was stopped.
    pub smaller: bool,
    /// The receipt of what was stopped, beside the smaller file.
    pub stopped: Option<String>,
    /// Why it has to be looked at again, where they meant to go on.
    pub again: Option<Again>,
    /// What is different since they last looked, when it is.
    pub changed: Option<Changed>,
    /// Which part of it is looked at.
    pub looking: Looking,
    /// What went wrong.
    pub fault: Option<Fault>,
}

impl PreviewView {
    /// How many entries the file has.
    pub(super) fn count(&self) -> usize {
        self.groups.iter().map(|group| group.entries.len()).sum()
    }
}

/// The file, or why there is none.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Sends {
    /// This file.
    File {
        /// Its size and fingerprint.
        file: FileSeen,
        /// Its name when it is downloaded.
        name: String,
        /// Its text, with line breaks put in; none where it is too long to stand here.
        json: Option<String>,
    },
    /// Nothing: the claimant shares nothing.
    NothingShared,
    /// Nothing: the record has nothing of what they share.
    NothingRecorded,
}

/// One thing that was asked for and is shared.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ItemSeen {
    /// The category's title in the page's language.
    pub title: String,
    /// Why it is needed, as the asker wrote it.
    pub reason: String,
    /// What is decided with it, in the page's language.
    pub points: Vec<String>,
}

/// A category and its entries.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Group {
    /// The category's title in the page's language.
    pub title: String,
    /// What is in it.
    pub entries: Vec<Entry>,
}

/// One entry of the package, in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// Its number in the package, from 1.
    pub number: u32,
    /// Its name in the record: 64 hex digits.
    pub key: String,
    /// What it says, in one plain line.
    pub line: String,
    /// When it was, and who recorded it.
    pub when_and_who: String,
    /// The year in which it began, where it has a day.
    pub year: Option<i32>,
    /// Every element of it: label and value.
    pub elements: Vec<(String, String)>,
    /// What lets it go: places among the items. None: other entries name it.
    pub items: Vec<usize>,
    /// The claimant said yes to this very one.
    pub chosen: bool,
}

/// A letter, a report or a scan, that goes only if the claimant says so.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Letter {
    /// What the form sends back for it: 64 hex digits.
    pub key: String,
    /// What it says it is.
    pub line: String,
    /// When it was, and who wrote it.
    pub when_and_who: String,
    /// Every element of it: label and value.
    pub elements: Vec<(String, String)>,
    /// How many files it has that can be opened.
    pub files: usize,
    /// Sayso cannot read it.
    pub scan: bool,
    /// Every file of it was opened.
    pub opened: bool,
    /// What the claimant said.
    pub answer: Option<Answer>,
}

/// An entry that is not in the package, and can be put in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SetAside {
    /// What the form sends back for it.
    pub key: String,
    /// What it says, in one plain line.
    pub line: String,
    /// When it was, and who recorded it.
    pub when_and_who: String,
}

/// What is different since the claimant last looked.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Changed {
    /// The lines of what is new.
    pub added: Vec<String>,
    /// The lines of what is gone.
    pub gone: Vec<String>,
}

/// Why the page has to be looked at again before it can be confirmed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Again {
    /// What they ticked went along when they went on.
    Ticks,
    /// The page on which they went on was made of another file.
    Older,
}

impl Again {
    /// Its word in an address.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Ticks => "ticks",
            Self::Older => "older",
        }
    }

    /// The one with this word.
    pub fn from_code(code: &str) -> Option<Self> {
        [Self::Ticks, Self::Older].into_iter().find(|one| one.code() == code)
    }
}

/// What can go wrong with the form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// Nothing was ticked.
    NothingTicked,
    /// What was ticked is not on the page any more.
    UnknownEntry,
    /// A scan was put in that was not opened.
    LetterNotOpened,
    /// No word was typed to look for.
    NothingToFind,
}

impl Fault {
    pub(super) fn error(self) -> FieldError {
        match self {
            Self::NothingTicked => FieldError::new("leave_out", "preview-error-none-ticked"),
            Self::UnknownEntry => FieldError::new("leave_out", "preview-error-unknown"),
            Self::LetterNotOpened => FieldError::new("letters", "preview-error-not-opened"),
            Self::NothingToFind => FieldError::new("find", "preview-error-find"),
        }
    }
}
