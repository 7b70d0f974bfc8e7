//! What the list of requests is told.

use crate::components::Paused;
use time::Date;

/// The list.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RequestsView {
    /// What waits for an answer or another look; the soonest date first.
    pub waiting: Vec<Waiting>,
    /// What is shared now.
    pub sharing: Vec<Answered>,
    /// What is over, or was answered with no.
    pub ended: Vec<Answered>,
}

/// A request that waits.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Waiting {
    /// Its id, for the link.
    pub id: String,
    /// Its reference, as people read it.
    pub reference: String,
    /// Who asks, as the register names them.
    pub asker: String,
    /// For how many things they ask.
    pub things: usize,
    /// When they asked.
    pub asked_on: Date,
    /// When they mean to decide.
    pub reply_by: Date,
    /// Whole days until then; nothing when it has passed.
    pub days_left: Option<u32>,
    /// Why it waits.
    pub why: Why,
}

/// Why a request waits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Why {
    /// Nobody has answered.
    Undecided,
    /// The claimant said "not now".
    NotNow,
    /// It asks in words, and for nothing from the record: there is nothing to choose.
    InWords,
    /// Something changed: what was shared is paused until they look again.
    Paused(Paused),
}

/// A request that was answered or is over.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answered {
    /// Its id, for the link.
    pub id: String,
    /// Its reference, as people read it.
    pub reference: String,
    /// Who asks, as the register names them.
    pub asker: String,
    /// How many things are shared.
    pub shared: usize,
    /// How many stay private.
    pub private: usize,
    /// When it was answered.
    pub answered_on: Option<Date>,
    /// Whether something was collected.
    pub collected: Collected,
    /// How it stands.
    pub state: State,
}

/// Whether something was collected under a request.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Collected {
    /// Nothing.
    Never,
    /// Something that was shared under an earlier answer only.
    Before,
    /// What is shared under the newest answer.
    Newest,
}

/// How an answered request stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// Shared, to the end of this day.
    Sharing {
        /// The last day.
        until: Date,
    },
    /// Shared, and there is nothing in it.
    NothingRecorded,
    /// Answered with no, for all.
    Refused,
    /// The sharing came to its end.
    Expired {
        /// On this day.
        on: Date,
    },
    /// The claimant stopped it.
    Withdrawn {
        /// On this day.
        on: Date,
    },
    /// The asker closed it, it closed by itself, or the asker may ask for nothing now.
    Closed {
        /// On this day, where it has one.
        on: Option<Date>,
    },
}
