//! The last checkpoint that this machine knows to be signed, in a file beside the keys and not in the store: a store
//! that was put back to an earlier state is noticed by it. Never written before the store has committed.

use super::note::{NoteFault, Said, read_own};
use crate::whole_file::{self, Readers};
use ed25519_dalek::VerifyingKey;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

/// The name of the file.
pub const FILE: &str = "log.signed";

/// The last checkpoint, as it was signed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Remembered {
    /// What it says.
    pub said: Said,
    /// The signed note.
    pub note: String,
}

/// Why the file cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum RememberedFault {
    /// It cannot be read or written.
    #[error("{0} cannot be read or written: {1}")]
    File(PathBuf, io::Error),
    /// It was changed.
    #[error("{0} holds no checkpoint that this log has signed: {1}")]
    Changed(PathBuf, NoteFault),
}

/// Where the file is.
#[must_use]
pub fn path(keys_dir: &Path) -> PathBuf {
    keys_dir.join(FILE)
}

impl Remembered {
    /// Reads the file; none where there is none.
    pub fn read(keys_dir: &Path, keys: &[VerifyingKey]) -> Result<Option<Self>, RememberedFault> {
        let path = path(keys_dir);
        let note = match fs::read_to_string(&path) {
            Ok(note) => note,
            Err(why) if why.kind() == io::ErrorKind::NotFound => return Ok(None),
            Err(why) => return Err(RememberedFault::File(path, why)),
        };
        match read_own(&note, keys) {
            Ok(said) => Ok(Some(Self { said, note })),
            Err(why) => Err(RememberedFault::Changed(path, why)),
        }
    }

    /// Puts it in the file's place, whole or not at all; it outlives a power cut when this returns.
    pub fn write(&self, keys_dir: &Path, mark: &str) -> Result<(), RememberedFault> {
        let path = path(keys_dir);
        let beside = keys_dir.join(format!("{FILE}.{mark}"));
        whole_file::replace(&path, &beside, Readers::Owner, self.note.as_bytes())
            .map_err(|why| RememberedFault::File(path, why))
    }
}
