//! The opening of a leaf: its salt and its event, as they go beside a proof. Whoever has it can compute the leaf; nobody
//! else learns anything from the leaf.

use crate::log::{SALT_BYTES, leaf};
use serde::{Deserialize, Serialize};

/// Enough to compute a leaf from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Opening {
    /// The salt of the commitment: 64 lower-case hex digits.
    pub salt: String,
    /// The canonical JSON of the event, as text.
    pub event: String,
}

/// Why there is no opening.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum OpeningFault {
    /// The proof has none.
    #[error("the proof does not carry the event")]
    None,
    /// The bytes are none, or not in the one form.
    #[error("it is not written as a salt and an event are")]
    Form,
    /// The salt is no 32 bytes in hex.
    #[error("the salt is not 64 lower-case hex digits")]
    Salt,
}

impl Opening {
    /// The bytes that go into the `extra` line of a proof.
    pub fn to_extra(&self) -> Result<Vec<u8>, OpeningFault> {
        serde_json::to_vec(self).map_err(|_| OpeningFault::Form)
    }

    /// Reads those bytes, and no others that mean the same.
    pub fn from_extra(extra: &[u8]) -> Result<Self, OpeningFault> {
        let opening: Self = serde_json::from_slice(extra).map_err(|_| OpeningFault::Form)?;
        if opening.to_extra()? == extra { Ok(opening) } else { Err(OpeningFault::Form) }
    }

    /// The bytes of the leaf.
    pub fn leaf(&self) -> Result<Vec<u8>, OpeningFault> {
        let salt = crate::digest::Digest::parse(&self.salt).map_err(|_| OpeningFault::Salt)?;
        let salt: &[u8; SALT_BYTES] = salt.as_bytes();
        Ok(leaf(salt, self.event.as_bytes()))
    }
}
