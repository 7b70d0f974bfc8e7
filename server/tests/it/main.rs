//! The portal as a whole, on either database: the real store, the real router, a clock that stands.

mod accounts;
mod api_commands;
mod api_door;
mod api_releases;
mod api_requests;
mod api_tokens;
mod api_vectors;
mod commands;
mod decisions;
mod erasure;
mod forgotten;
mod log;
mod people;
mod receipts;
mod releases;
mod schema;
mod sessions;
mod sources;
mod story;
mod support;
mod withdrawals;
