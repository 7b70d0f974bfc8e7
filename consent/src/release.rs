//! The only thing that can leave. Made by [`crate::package::Package::authorise`] and nowhere else.

use crate::digest::Digest;

/// A package that a recorded decision authorises.
#[derive(Debug)]
#[must_use]
pub struct Release {
    bytes: Vec<u8>,
    digest: Digest,
    decision_version: u32,
}

impl Release {
    pub(crate) const fn new(bytes: Vec<u8>, digest: Digest, decision_version: u32) -> Self {
        Self { bytes, digest, decision_version }
    }

    /// Canonical JSON, exactly as it was shown.
    #[must_use]
    pub fn bytes(&self) -> &[u8] {
        &self.bytes
    }

    /// The same, given away.
    #[must_use]
    pub fn into_bytes(self) -> Vec<u8> {
        self.bytes
    }

    /// SHA-256 of the bytes.
    #[must_use]
    pub const fn digest(&self) -> Digest {
        self.digest
    }

    /// The version of the decision that authorises it.
    #[must_use]
    pub const fn decision_version(&self) -> u32 {
        self.decision_version
    }
}
