//! What the public page shows.

use crate::pages::request::{KeepFrom, Span};

use time::{Date, PrimitiveDateTime};

/// Everything on the page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TransparencyView {
    /// The figures.
    pub figures: Figures,
    /// What may be asked for.
    pub purposes: Vec<PurposeView>,
    /// Who may ask.
    pub requesters: Vec<Requester>,
    /// Whether anything leaks.
    pub canary: Canary,
    /// The log.
    pub log: LogView,
}

/// What a number says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Measure {
    /// Requests.
    Asked,
    /// First answers.
    Answered,
    /// Those that share something.
    Shared,
    /// Those that share every kind of information.
    Full,
    /// Those that share some of it.
    Part,
    /// Those that share nothing.
    NotShared,
    /// The median of the days to the first answer.
    Days,
    /// Sharing that was stopped.
    Withdrawn,
    /// Requests of which something was collected.
    Collected,
    /// Requests of which it is said that what was collected is erased.
    Erased,
    /// Requests of which it is said that what was collected was not enough.
    Insufficient,
    /// Because something is missing.
    Missing,
    /// Because it is too old.
    OutOfDate,
    /// Because it is unclear.
    Unclear,
    /// Because it says nothing about the effect.
    NotAboutEffect,
}

/// The numbers of one purpose, or of all; none: held back.
pub type Numbers = Vec<(Measure, Option<u32>)>;

/// The published months.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Figures {
    /// Their first days, newest first.
    pub months: Vec<Date>,
    /// The one that is shown.
    pub shown: Option<MonthView>,
    /// The first day of the month that is published next.
    pub next: Date,
    /// When that will be.
    pub next_on: Date,
}

/// One published month.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MonthView {
    /// Its first day.
    pub month: Date,
    /// All purposes together.
    pub all: Numbers,
    /// Purpose by purpose, with its title.
    pub purposes: Vec<(String, Numbers)>,
}

impl MonthView {
    /// Nothing at all may be shown.
    pub fn is_held_back(&self) -> bool {
        let rows = self.purposes.iter().map(|(_, numbers)| numbers).chain([&self.all]);
        rows.into_iter().all(is_held_back)
    }
}

/// None of these may be shown.
pub(super) fn is_held_back(numbers: &Numbers) -> bool {
    numbers.iter().all(|(_, number)| number.is_none())
}

/// A purpose of the register, in the language of the page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PurposeView {
    /// Its title.
    pub title: String,
    /// The benefit.
    pub benefit: String,
    /// Its fixed name and version.
    pub name: String,
    /// What has to be decided.
    pub points: Vec<String>,
    /// What may be asked for.
    pub categories: Vec<String>,
    /// Who may see it.
    pub recipients: Vec<String>,
    /// For how long it may be collected.
    pub collect_within: Span,
    /// For how long it may be kept.
    pub keep_for: Span,
    /// From when that counts.
    pub keep_from: KeepFrom,
    /// What happens to those who say no.
    pub if_refused: String,
    /// Nothing can be asked for under it any more.
    pub retired: bool,
}

/// Who may ask.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Requester {
    /// The organisation.
    pub organisation: String,
    /// Its teams.
    pub teams: Vec<String>,
}

/// What asking for a person who refused everything came to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Canary {
    /// It is turned off.
    Off,
    /// Nobody asked lately.
    Unknown,
    /// It got nothing.
    Well {
        /// When it asked last.
        at: PrimitiveDateTime,
    },
    /// It got something.
    Tripped {
        /// When it asked last.
        at: Option<PrimitiveDateTime>,
    },
}

/// The log, as far as it is public.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LogView {
    /// Its name.
    pub origin: String,
    /// The names that it had before, the oldest first.
    pub earlier: Vec<Earlier>,
    /// Its key.
    pub vkey: String,
    /// The newest checkpoint.
    pub checkpoint: Option<Checkpoint>,
    /// Who watches it.
    pub witnesses: Vec<Witness>,
}

/// A name that the log had until a restore lost what was published under it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Earlier {
    /// The name.
    pub origin: String,
    /// From which line on the log has another.
    pub until: u64,
    /// When that was.
    pub at: PrimitiveDateTime,
}

/// A checkpoint.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Checkpoint {
    /// How many leaves.
    pub size: u64,
    /// The root, 64 hex digits.
    pub root: String,
    /// When it was signed.
    pub at: PrimitiveDateTime,
}

/// A witness.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Witness {
    /// Its name.
    pub name: String,
    /// Its key, where it is known.
    pub vkey: Option<String>,
    /// When it signed last.
    pub signed: Option<PrimitiveDateTime>,
}
