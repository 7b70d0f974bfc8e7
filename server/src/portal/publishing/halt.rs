//! Why nothing is signed any more: what somebody has to look at.

use crate::log::note::NoteFault;
use crate::log::tree::Torn;

/// Why the sequencer signs nothing any more. Each says that somebody has to look.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Halt {
    /// An earlier state of the store was put back, or an earlier store.
    #[error(
        "the store was put back: a checkpoint of {signed} leaves was signed, and the newest in the store has {stored}"
    )]
    PutBack {
        /// How many leaves the checkpoint has that was signed.
        signed: u64,
        /// How many the newest in the store has.
        stored: u64,
    },
    /// A witness signed more than there is.
    #[error(
        "the store was put back: {witness} has signed a checkpoint of {size} leaves, and the newest in the store has {stored}"
    )]
    Ahead {
        /// The witness.
        witness: String,
        /// How many leaves it has signed.
        size: u64,
        /// How many the newest checkpoint in the store has.
        stored: u64,
    },
    /// The store gives another tree than the one that was signed.
    #[error(
        "the log is another than the one that was signed: the roots over its first {0} leaves differ"
    )]
    Forked(u64),
    /// Leaves are gone that were published.
    #[error("a checkpoint of {signed} leaves was published, and the log has {head}")]
    Cut {
        /// How many leaves the checkpoint has.
        signed: u64,
        /// How many the log has.
        head: u64,
    },
    /// The newest checkpoint in the store is not what this log signed.
    #[error("the checkpoint of {0} leaves: {1}")]
    NotSigned(u64, NoteFault),
    /// The row of the newest checkpoint says something else than its note.
    #[error("the row of the checkpoint of {0} leaves says something else than its note")]
    Row(u64),
    /// A hash of the tree is not in its place.
    #[error("{0}")]
    Torn(Torn),
    /// A root of a tile is there that nobody stored.
    #[error("the store has the root of a tile that is not full yet")]
    TooMany,
    /// What the machine remembers was changed.
    #[error("{0}")]
    Memory(String),
    /// The proof that the new tree extends the old one does not hold.
    #[error("the tree of {new} leaves does not extend the tree of {old}")]
    NotExtended {
        /// What would be signed.
        new: u64,
        /// What was signed.
        old: u64,
    },
}
