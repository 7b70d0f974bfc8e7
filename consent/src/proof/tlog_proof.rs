//! The text of a proof that goes with a receipt: C2SP `tlog-proof`, version 1. Reads the one form there is, and judges
//! nothing.

use crate::digest::Digest;
use base64::{Engine as _, engine::general_purpose::STANDARD};
use std::fmt::Write as _;

const HEADER: &str = "c2sp.org/tlog-proof@v1";
/// No path in a tree of fewer than 2^64 leaves is longer.
const LONGEST_PATH: usize = 64;
/// No proof of ours comes near it.
const LONGEST_TEXT: usize = 1_000_000;

/// A proof as it is written down. Nothing of it is verified.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TlogProof {
    /// What goes with it; ours is the opening of the leaf.
    pub extra: Option<Vec<u8>>,
    /// The place of the leaf, from 0.
    pub index: u64,
    /// The hashes beside the way from the leaf to the root.
    pub path: Vec<Digest>,
    /// The signed checkpoint, as the log gave it out.
    pub checkpoint: String,
}

/// Why a text is no proof.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ProofFault {
    /// It does not begin as a proof.
    #[error("it does not begin with c2sp.org/tlog-proof@v1")]
    Header,
    /// The line `extra` cannot be read.
    #[error("the line with the extra data cannot be read")]
    Extra,
    /// The line `index` is missing or cannot be read.
    #[error("the line with the place cannot be read")]
    Index,
    /// A line of the path is no hash, or there are too many.
    #[error("the path has a line that is no hash, or too many lines")]
    Path,
    /// There is no checkpoint after an empty line.
    #[error("there is no checkpoint after an empty line")]
    NoCheckpoint,
    /// It is longer than any proof.
    #[error("it is longer than a proof can be")]
    TooLong,
}

impl TlogProof {
    /// Reads a proof strictly: every accepted text is the text that [`Self::to_text`] writes.
    pub fn parse(text: &str) -> Result<Self, ProofFault> {
        if text.len() > LONGEST_TEXT {
            return Err(ProofFault::TooLong);
        }
        let rest = text.strip_prefix(HEADER).and_then(|rest| rest.strip_prefix('\n'));
        let rest = rest.ok_or(ProofFault::Header)?;
        let (head, checkpoint) = rest.split_once("\n\n").ok_or(ProofFault::NoCheckpoint)?;
        let mut lines = head.split('\n').peekable();
        let extra = lines.next_if(|line| line.starts_with("extra")).map(read_extra).transpose()?;
        let index = read_index(lines.next().ok_or(ProofFault::Index)?)?;
        let path: Vec<Digest> =
            lines.map(read_hash).collect::<Option<_>>().ok_or(ProofFault::Path)?;
        if path.len() > LONGEST_PATH {
            return Err(ProofFault::Path);
        }
        Ok(Self { extra, index, path, checkpoint: checkpoint.to_owned() })
    }

    /// Writes it down.
    #[must_use]
    pub fn to_text(&self) -> String {
        let mut text = format!("{HEADER}\n");
        // Writing to a string cannot fail.
        if let Some(extra) = &self.extra {
            let _ = writeln!(text, "extra {}", STANDARD.encode(extra));
        }
        let _ = writeln!(text, "index {}", self.index);
        for hash in &self.path {
            let _ = writeln!(text, "{}", STANDARD.encode(hash.as_bytes()));
        }
        text.push('\n');
        text.push_str(&self.checkpoint);
        text
    }
}

fn read_extra(line: &str) -> Result<Vec<u8>, ProofFault> {
    let data = line.strip_prefix("extra ").filter(|data| !data.is_empty());
    data.and_then(|data| STANDARD.decode(data).ok()).ok_or(ProofFault::Extra)
}

fn read_index(line: &str) -> Result<u64, ProofFault> {
    let digits = line.strip_prefix("index ").ok_or(ProofFault::Index)?;
    let index: u64 = digits.parse().map_err(|_| ProofFault::Index)?;
    if index.to_string() == digits { Ok(index) } else { Err(ProofFault::Index) }
}

fn read_hash(line: &str) -> Option<Digest> {
    let bytes: [u8; 32] = STANDARD.decode(line).ok()?.try_into().ok()?;
    Some(Digest::from_bytes(bytes))
}
