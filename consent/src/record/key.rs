//! The name of an entry that depends on nothing but its content. Never leaves Sayso.

use crate::canonical;
use crate::digest::{Digest, DigestFault};
use serde::{Deserialize, Serialize};
use std::fmt;
use std::str::FromStr;

/// The SHA-256 of the canonical JSON (RFC 8785) of a resource; 64 lower-case hex digits in text and JSON.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct EntryKey(Digest);

impl EntryKey {
    /// The key of this resource. None where it has no canonical form.
    #[must_use]
    pub fn of(resource: &serde_json::Value) -> Option<Self> {
        canonical::to_vec(resource).map(|bytes| Self(Digest::of(&bytes)))
    }

    /// Reads 64 lower-case hex digits.
    pub fn parse(text: &str) -> Result<Self, DigestFault> {
        Digest::parse(text).map(Self)
    }

    /// The digest itself.
    #[must_use]
    pub const fn digest(&self) -> &Digest {
        &self.0
    }
}

impl FromStr for EntryKey {
    type Err = DigestFault;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        Self::parse(text)
    }
}

impl fmt::Display for EntryKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl fmt::Debug for EntryKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&self.0, f)
    }
}
