//! The portal as a whole, on either database: the real store, the real router, a clock that stands.
#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test that cannot go on has failed, in its helpers as well"
)]

mod accounts;
mod api_commands;
mod api_door;
mod api_example;
mod api_releases;
mod api_requests;
mod api_tokens;
mod api_vectors;
mod browser;
mod commands;
mod crash;
mod decisions;
mod erasure;
mod forgotten;
mod log;
mod matching;
mod people;
mod receipts;
mod receipts_command;
mod releases;
mod schema;
mod sessions;
mod sources;
mod story;
mod support;
mod sweeping;
mod web_choices;
mod web_journey;
mod web_secrecy;
mod web_signing_in;
mod web_structure;
mod whole_way;
mod withdrawals;
