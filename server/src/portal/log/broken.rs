//! What a walk of the whole log comes to: a log that is whole, or the first thing that is wrong. Names places, never what
//! is in them.

use consent::digest::Digest;

/// A log that is whole.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Whole {
    /// How many leaves it has.
    pub size: u64,
    /// The Merkle tree head over them (RFC 6962, section 2.1).
    pub root: Digest,
    /// How many events were opened and are what their leaf commits to.
    pub opened: u64,
    /// How many can be opened by nobody any more, because somebody was erased.
    pub erased: u64,
    /// How many roots of full tiles are stored, each the root of its hashes.
    pub tiles: u64,
    /// How many checkpoints there are, each signed and over its leaves.
    pub checkpoints: u64,
}

/// The first thing that is wrong. Places count from 0.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Broken {
    /// A place without a leaf.
    #[error("leaf {0} is missing")]
    Missing(i64),
    /// A leaf where there is no place.
    #[error("there is a leaf at the place {0}, where none can be")]
    Misplaced(i64),
    /// Leaves and head do not agree.
    #[error("the log says that it has {head} leaves, and it has {leaves}")]
    Size {
        /// What the head says.
        head: i64,
        /// What there is.
        leaves: i64,
    },
    /// No hash.
    #[error("leaf {0} holds no hash")]
    NoHash(i64),
    /// A key that is not what it was.
    #[error("the key of event {0} is damaged")]
    Key(i64),
    /// A sealed row that is not what it was.
    #[error("event {0} was changed or moved: its key does not open it")]
    Sealed(i64),
    /// Another event than the leaf's.
    #[error("event {0} is not the one that leaf {0} commits to")]
    NotCommitted(i64),
    /// A row that says otherwise.
    #[error("the row of event {0} says something else than the event: its {1}")]
    Row(i64, &'static str),
    /// Events are gone.
    #[error(
        "{gone} events are gone, the first at the place {first}, and erasures account for {erased}"
    )]
    Gone {
        /// How many there are none of.
        gone: u64,
        /// The first of them.
        first: i64,
        /// How many went with a person.
        erased: u64,
    },
    /// The stored root of a tile is another.
    #[error("the stored root of tile {n} at level {level} is not the root of its hashes")]
    Tile {
        /// Of which level.
        level: u8,
        /// Which.
        n: u64,
    },
    /// The root of a published tile is gone.
    #[error("the root of tile {n} at level {level} is missing")]
    TileMissing {
        /// Of which level.
        level: u8,
        /// Which.
        n: u64,
    },
    /// The root of a tile that is not published yet.
    #[error("the root of tile {n} at level {level} is stored, and the tile is not published")]
    TileTooEarly {
        /// Of which level.
        level: u8,
        /// Which.
        n: u64,
    },
    /// Roots of tiles that there are not.
    #[error("{stored} roots of tiles are stored, and {tiles} tiles are full")]
    TilesTooMany {
        /// How many are stored.
        stored: u64,
        /// How many there can be.
        tiles: u64,
    },
    /// A checkpoint that does not hold.
    #[error("the checkpoint of {0} leaves: {1}")]
    Checkpoint(i64, String),
    /// An earlier state was put back.
    #[error(
        "the store was put back: this machine remembers a signed checkpoint of {signed} leaves, and the newest in the store has {stored}"
    )]
    PutBack {
        /// How many leaves were signed for.
        signed: u64,
        /// How many the newest checkpoint in the store has.
        stored: u64,
    },
    /// Another tree than the one that this machine remembers.
    #[error(
        "the root over the first {0} leaves is another than the one that this machine remembers to be signed"
    )]
    Forked(u64),
    /// What this machine remembers was changed.
    #[error("{0}")]
    Memory(String),
}
