//! The nine rules, each on its own, then on whole records against what other people labelled.

#![expect(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::needless_pass_by_value,
    reason = "a test that cannot go on stops; entries are written where they are used"
)]

#[path = "classification/entries.rs"]
mod entries;
#[path = "classification/found.rs"]
mod found;
#[path = "classification/measured.rs"]
mod measured;
#[path = "classification/placed.rs"]
mod placed;
#[path = "classification/read.rs"]
mod read;
mod shared;
#[path = "classification/unseen.rs"]
mod unseen;
