//! The portal as a whole, on either database: the real store, the real router, a clock that stands.

mod accounts;
mod commands;
mod erasure;
mod people;
mod schema;
mod sessions;
mod sources;
mod support;
