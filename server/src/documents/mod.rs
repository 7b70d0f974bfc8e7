//! Documents that leave the portal in a person's hands: receipts. Their bytes never change once made.

pub mod receipt;
pub mod words;
