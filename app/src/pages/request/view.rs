//! What the page of a request is told.

use crate::components::{Paused, Standing};
use crate::pages::own_copy::OwnCopy;
use time::{Date, PrimitiveDateTime};

/// The request, in the claimant's eyes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RequestView {
    /// Its id, for links.
    pub id: String,
    /// Its reference, as people read it.
    pub reference: String,
    /// Who asks, as the register names them.
    pub asker: String,
    /// The role of the officer.
    pub role: String,
    /// The purpose's title in the page's language.
    pub purpose: String,
    /// The benefit, in the page's language. It stands inside the page only.
    pub benefit: String,
    /// Why, as the asker wrote it: text as it is.
    pub explanation: String,
    /// The question to a professional, if there is one.
    pub question: Option<String>,
    /// What is asked for, in the order of the register.
    pub items: Vec<RequestItem>,
    /// Who will see it.
    pub recipients: Vec<String>,
    /// How long it may be kept.
    pub keep_for: Span,
    /// From when that counts.
    pub keep_from: KeepFrom,
    /// Within what time after the answer it may be collected.
    pub collect_within: Span,
    /// What happens if the claimant says no: the purpose's own text, in the page's language.
    pub if_refused: String,
    /// When it was asked.
    pub asked_on: Date,
    /// When the asker means to decide.
    pub reply_by: Date,
    /// Open, late or closed.
    pub phase: Phase,
    /// Whether the claimant said "not now".
    pub not_now: bool,
    /// Why what was shared is paused, if it is.
    pub paused: Option<Paused>,
    /// The answer in force, if there is one.
    pub answer: Option<Answer>,
    /// An earlier request that this one follows up.
    pub follows: Option<Thread>,
    /// An earlier request that this one replaced.
    pub replaces: Option<Thread>,
    /// The request that replaced this one.
    pub replaced_by: Option<Thread>,
    /// A copy that the claimant keeps of what is sent, or can keep.
    pub copy: Option<OwnCopy>,
    /// What DWP did since.
    pub deeds: Deeds,
    /// Whether the claimant wrote something of their own about it.
    pub wrote: bool,
    /// Entries that the claimant marked as wrong.
    pub marked: Vec<MarkedEntry>,
}

impl RequestView {
    /// Whether something can still be said about it.
    pub const fn is_open(&self) -> bool {
        !matches!(self.phase, Phase::Closed { .. })
    }
}

/// An entry that the claimant marked as wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MarkedEntry {
    /// Its key, for links.
    pub key: String,
    /// The entry in words.
    pub line: String,
    /// When it was marked.
    pub on: Date,
}

/// One thing that is asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RequestItem {
    /// The category's title in the page's language, word for word.
    pub title: String,
    /// Whether it is asked by itself.
    pub sensitive: bool,
    /// Why it is needed, as the asker wrote it.
    pub reason: String,
    /// What it helps to decide, in words.
    pub decision_points: Vec<String>,
    /// The first day that is asked for.
    pub from: Option<Date>,
    /// The last day that is asked for.
    pub to: Option<Date>,
    /// How it stands now.
    pub standing: Standing,
}

/// Where the request is in its life.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Phase {
    /// Before its date.
    Open,
    /// After its date: a late answer still counts.
    Late,
    /// Over.
    Closed {
        /// Since this day, where it has one: a client that may ask for nothing now has none.
        on: Option<Date>,
    },
}

/// The answer in force.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answer {
    /// When it was given.
    pub on: Date,
    /// The receipt's id.
    pub receipt: String,
    /// Whether the claimant chose to tell DWP that nothing more will come.
    pub told_complete: bool,
}

/// Another request of the same thread.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Thread {
    /// Its id.
    pub id: String,
    /// Its reference.
    pub reference: String,
}

/// A length of time, as the register writes it (ISO 8601: P2Y3M10D; weeks as days).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Span {
    /// Years.
    pub years: u32,
    /// Months.
    pub months: u32,
    /// Days.
    pub days: u32,
}

/// From when keeping counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum KeepFrom {
    /// From the day it was collected.
    Collection,
    /// From the end of the claim, with any dispute about it.
    LiveInterestEnds,
}

/// A stretch of what DWP did.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Deeds {
    /// What, oldest first; repeats grouped.
    pub lines: Vec<Deed>,
    /// Where older ones go on, if there are some: the value of `before`.
    pub older: Option<String>,
    /// Whether this is not the newest part.
    pub further_back: bool,
}

/// Something that DWP did.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Deed {
    /// When, for the last time.
    pub at: PrimitiveDateTime,
    /// What.
    pub kind: DeedKind,
    /// How often, where it did nothing else in between.
    pub repeats: Option<Repeats>,
}

/// Something that was done several times.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Repeats {
    /// How often.
    pub times: u32,
    /// When first.
    pub first: PrimitiveDateTime,
}

/// What DWP did.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DeedKind {
    /// It asked whether it may have something.
    Checked {
        /// How many things were available the last time.
        available: u32,
    },
    /// It collected the file.
    Collected,
    /// It tried to collect, and got nothing.
    CollectionRefused,
    /// It says that it erased what it had collected.
    Erased,
    /// It says that it keeps what it had collected.
    Kept,
    /// It said whether what it got was enough.
    Said {
        /// Enough or not.
        outcome: Outcome,
    },
    /// It closed the request.
    Closed,
}

/// Whether it was enough.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// Enough.
    Sufficient,
    /// Not enough.
    Insufficient,
}
