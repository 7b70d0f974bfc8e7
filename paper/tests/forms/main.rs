//! The forms of a document, looked at from outside: the PDF by other people's readers, the square code by another
//! decoder, the text by eye and by rule.
#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test that cannot go on has failed, in its helpers as well"
)]

mod hostile;
mod outside;
mod sample;
mod square;
#[cfg(feature = "pdf")]
mod tags;
mod text;
