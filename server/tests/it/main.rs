//! The portal as a whole, on either database: the real store, the real router, a clock that stands.
#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test that cannot go on has failed, in its helpers as well"
)]

mod accounts;
mod answers;
mod api_bodies;
mod api_commands;
mod api_door;
mod api_example;
mod api_releases;
mod api_requests;
mod api_tokens;
mod api_vectors;
mod backups;
mod before_matching;
mod browser;
mod canary;
mod commands;
mod connections;
mod crash;
mod deaths;
mod decisions;
mod earlier;
mod erasure;
mod fhir;
mod figures;
mod forgotten;
mod helpers;
mod in_words;
mod letters;
mod log;
mod log_vectors;
mod looking;
mod many_checks;
mod matching;
mod my_log;
mod one_time;
mod outside;
mod own_copies;
mod page_work;
mod papers;
mod people;
mod power_loss;
mod published;
mod receipt_checks;
mod receipt_elsewhere;
mod receipt_fhir;
mod receipt_kinds;
mod receipt_language;
mod receipt_now;
mod receipts;
mod receipts_command;
mod rechecks;
mod releases;
mod same_work;
mod schema;
mod sessions;
mod sources;
mod story;
mod support;
mod sweeping;
mod tampering;
mod timeline;
mod turns;
mod web_choices;
mod web_journey;
mod web_leaving;
mod web_limits;
mod web_preview;
mod web_preview_letters;
mod web_preview_ticks;
mod web_privacy;
mod web_secrecy;
mod web_signing_in;
mod web_structure;
mod web_verify;
mod web_words;
mod whole_way;
mod withdrawals;
mod witness;
mod words;
