//! What a checkpoint says: which log, how many leaves, which root (C2SP `tlog-checkpoint`). Who signed it is in `note`.

use crate::digest::Digest;
use tlog_tiles::{Checkpoint, Hash};

/// A tree head. It says nothing about who vouches for it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Head {
    /// The name of the log.
    pub origin: String,
    /// How many leaves.
    pub size: u64,
    /// The root over them.
    pub root: Digest,
    /// Further lines, each ended by a newline; ours has none.
    pub extension: String,
}

/// Why a text is no checkpoint.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error(
    "a checkpoint has a line with the log's name, one with its size and one with a root of 32 bytes"
)]
pub struct HeadFault;

impl Head {
    /// The head of our own kind: without further lines.
    #[must_use]
    pub const fn new(origin: String, size: u64, root: Digest) -> Self {
        Self { origin, size, root, extension: String::new() }
    }

    /// Reads the text of a checkpoint, without its signatures.
    pub fn parse(text: &str) -> Result<Self, HeadFault> {
        let checkpoint = Checkpoint::from_bytes(text.as_bytes()).map_err(|_| HeadFault)?;
        let head = Self {
            origin: checkpoint.origin().to_owned(),
            size: checkpoint.size(),
            root: Digest::from_bytes(checkpoint.hash().0),
            extension: checkpoint.extension().to_owned(),
        };
        // Whatever another reader would let through, only the one form is a checkpoint.
        if head.text() == text { Ok(head) } else { Err(HeadFault) }
    }

    /// The text that is signed.
    #[must_use]
    pub fn text(&self) -> String {
        format!(
            "{}\n{}\n{}\n{}",
            self.origin,
            self.size,
            Hash(*self.root.as_bytes()),
            self.extension
        )
    }
}
