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
    /// Whether what is shared was collected.
    pub collected: bool,
    /// How it stands.
    pub state: State,
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
    /// The asker closed it, or it closed by itself.
    Closed {
        /// On this day.
        on: Date,
    },
}
