//! The nine rules, each on its own, then on whole records against what other people labelled.

#[path = "classification/entries.rs"]
mod entries;
#[path = "classification/found.rs"]
mod found;
#[path = "classification/labelled.rs"]
mod labelled;
#[path = "classification/placed.rs"]
mod placed;
mod shared;
