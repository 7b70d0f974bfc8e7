//! Everything of Sayso that touches the world. Two front doors, `api` for requesters and `web` for
//! people, open onto one set of use cases, `portal`, which alone may open a write transaction.
//! Nothing here decides who may learn what: that is the `consent` crate's work.

pub mod api;
pub mod backup;
pub mod canary;
pub mod chance;
pub mod cli;
pub mod clock;
pub mod config;
pub mod demo;
pub mod documents;
pub mod keys;
mod limits;
pub mod log;
pub mod portal;
pub mod records;
pub mod registers;
pub mod serving;
pub mod store;
pub mod web;
mod whole_file;
pub mod witness;
pub mod work;

pub use consent::strict;
