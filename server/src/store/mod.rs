//! The SQL: every statement once, for both databases. One file per kind of thing that is kept.
//! Nothing here decides who may do what, and nothing here opens a write transaction of its own.

pub mod accounts;
pub mod canary;
pub mod clients;
pub mod copies;
pub mod db;
pub mod epochs;
pub mod erasure;
pub mod events;
pub mod figures;
pub mod history;
pub mod packages;
pub mod people;
pub mod purposes;
pub mod receipts;
pub mod records;
pub mod requests;
pub mod restoring;
pub mod sessions;
pub mod sources;
pub mod tables;
pub mod tokens;
pub mod transparency;
pub mod words;

pub use db::{Db, Moment, StoreError, Tx};
pub(crate) use db::{all, execute, one, optional};
