//! A backup as a folder: one file of rows for each table, and a signed manifest that says what they must be. Knows
//! nothing of people and decides nothing; what is in a backup is said in `store::tables`.

pub mod erasures;
mod lines;
mod reading;
mod writing;

pub use lines::{cells, line};
pub use reading::{Rows, open};
pub use writing::{TableFile, Writing};

use consent::digest::Digest;
use consent::time::At;
use serde::{Deserialize, Serialize};
use std::io;
use std::path::{Path, PathBuf};

/// The format of these folders.
pub const FORMAT: &str = "urn:sayso:backup:1";
/// What the portal's key signs is this, then the manifest: so that nothing else it signed passes for a manifest.
const SIGNED: &[u8] = b"urn:sayso:backup:1\0";
const MANIFEST: &str = "manifest.json";
const SIGNATURE: &str = "manifest.sig";

/// What a backup says of itself.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Manifest {
    /// [`FORMAT`].
    pub format: String,
    /// As of when.
    pub made_at: At,
    /// The version of the program that made it.
    pub program: String,
    /// The versions of the tables, with their names.
    pub migrations: Vec<(i64, String)>,
    /// The log.
    pub log: LogSaid,
    /// The files, in the order in which they are put back.
    pub tables: Vec<FileSaid>,
}

/// What a backup says of the log.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LogSaid {
    /// How many leaves it has.
    pub size: u64,
    /// The root over them.
    pub root: Digest,
    /// The newest checkpoint, as it was published.
    pub checkpoint: Option<String>,
}

/// What a backup says of one of its files.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FileSaid {
    /// The table.
    pub table: String,
    /// Its columns, in order.
    pub columns: Vec<String>,
    /// How many rows: one line each.
    pub rows: u64,
    /// How many bytes.
    pub bytes: u64,
    /// SHA-256 of them.
    pub sha256: Digest,
}

impl FileSaid {
    fn path(&self, folder: &Path) -> PathBuf {
        folder.join(file_name(&self.table))
    }
}

fn file_name(table: &str) -> String {
    format!("{table}.jsonl")
}

/// Why a backup cannot be made or is not taken. Names files and lines, never what is in them.
#[derive(Debug, thiserror::Error)]
pub enum BackupFault {
    /// A file or folder.
    #[error("{0}: {1}")]
    File(PathBuf, io::Error),
    /// The folder is there.
    #[error("{0} is there already; name a folder that is not")]
    There(PathBuf),
    /// No manifest.
    #[error("{0} is no backup, or one that was never finished: it has no manifest")]
    NoManifest(PathBuf),
    /// Another key, or another manifest.
    #[error(
        "the manifest is not the one that this portal signed: it was changed, or the keys are another portal's"
    )]
    NotSigned,
    /// Signed, and not understood.
    #[error("this program does not know this format; use the one that made the backup")]
    Format,
    /// A file is not the one that the manifest names.
    #[error(
        "{0} is not the file that the manifest names: it was changed, cut or comes from another backup"
    )]
    Changed(String),
    /// A line is no row.
    #[error("{0}, line {1}: no row of this table")]
    Line(String, u64),
}
