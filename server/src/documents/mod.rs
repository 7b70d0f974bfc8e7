//! Documents that leave the portal in a person's hands: receipts. Their bytes never change once made.

pub mod all;
pub mod fhir;
pub mod pdf;
pub mod printed;
pub mod receipt;
pub mod words;
