//! The log as others read it: an RFC 6962 tree over the leaves, in tiles (C2SP `tlog-tiles`), under checkpoints that are
//! signed notes. Reads the store and never writes it: what is published is `portal::publishing`'s to say.

pub mod mirror;
pub mod note;
pub mod remembered;
pub mod tiles;
pub mod tree;
pub mod witnesses;

pub use remembered::Remembered;
pub use tree::{TreeFault, consistency, inclusion, root_at};

use crate::store::transparency::{self, CheckpointRow};
use crate::store::{StoreError, Tx};
use consent::digest::Digest;
use consent::time::At;

/// A checkpoint that was signed and committed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Published {
    /// How many leaves it is about.
    pub size: u64,
    /// The root over them.
    pub root: Digest,
    /// When it was signed.
    pub at: At,
    /// The signed note, with the lines of the witnesses that have signed it too.
    pub note: String,
}

impl Published {
    /// The name under which it was signed: not the log's of today where an operator gave it another.
    #[must_use]
    pub fn origin(&self) -> &str {
        self.note.lines().next().unwrap_or_default()
    }
}

/// What a witness has signed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cosigned {
    /// The checkpoint's size.
    pub size: u64,
    /// The witness's name.
    pub witness: String,
    /// When the witness signed.
    pub at: At,
    /// Its line of the note, with the line's end.
    pub line: String,
}

/// The newest checkpoint.
pub async fn newest(tx: &mut Tx) -> Result<Option<Published>, StoreError> {
    match transparency::newest(tx).await? {
        Some(row) => published(tx, row).await.map(Some),
        None => Ok(None),
    }
}

/// The checkpoint to prove a leaf against: the newest one that a witness has signed where it covers the leaf, else the
/// newest of all. None where the leaf is not published yet.
pub async fn covering(tx: &mut Tx, seq: u64) -> Result<Option<Published>, StoreError> {
    let covers = |row: &CheckpointRow| u64::try_from(row.size).is_ok_and(|size| size > seq);
    let row = match transparency::newest_cosigned(tx).await?.filter(covers) {
        Some(row) => Some(row),
        None => transparency::newest(tx).await?.filter(covers),
    };
    match row {
        Some(row) => published(tx, row).await.map(Some),
        None => Ok(None),
    }
}

/// A row with the lines of its witnesses.
pub async fn published(tx: &mut Tx, row: CheckpointRow) -> Result<Published, StoreError> {
    let lines = transparency::cosignatures(tx, row.size).await?;
    let mut published = signed(row)?;
    for cosigned in lines {
        published.note.push_str(&cosigned.line);
    }
    Ok(published)
}

/// A row as the log alone signed it.
pub fn signed(row: CheckpointRow) -> Result<Published, StoreError> {
    let size = u64::try_from(row.size).map_err(|_| StoreError::Row("checkpoint"))?;
    let root = digest(&row.root).ok_or(StoreError::Row("checkpoint"))?;
    Ok(Published { size, root, at: row.at.into(), note: row.note })
}

/// 32 bytes of a row.
pub(crate) fn digest(bytes: &[u8]) -> Option<Digest> {
    <[u8; 32]>::try_from(bytes).ok().map(Digest::from_bytes)
}

/// A place or a size as the store counts.
pub(crate) fn place(number: u64) -> Result<i64, StoreError> {
    i64::try_from(number).map_err(|_| StoreError::Row("log_head"))
}
