//! Proofs of the log: the published vectors, and that no tampering goes unnoticed: not by ours, not by another
//! implementation, and not by one in another language.

#![cfg(feature = "proof")]
#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test stops at whatever it did not expect"
)]

#[path = "../shared/mod.rs"]
mod shared;

mod go;
mod independent;
mod tamper;
mod vectors;
mod world;
