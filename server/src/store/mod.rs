//! The SQL: every statement once, for both databases. One file per kind of thing that is kept.
//! Nothing here decides who may do what, and nothing here opens a write transaction of its own.

pub mod accounts;
pub mod clients;
pub mod db;
pub mod erasure;
pub mod events;
pub mod packages;
pub mod people;
pub mod purposes;
pub mod receipts;
pub mod records;
pub mod requests;
pub mod sessions;
pub mod sources;
pub mod tokens;
pub mod words;

pub use db::{Db, Moment, StoreError, Tx};
pub(crate) use db::{all, execute, one, optional};
