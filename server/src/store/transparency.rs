//! What was published of the log: signed checkpoints, the roots of full tiles, and what witnesses signed. Only ever
//! added; nothing here decides what may be signed.

use super::db::{Moment, StoreError, Tx};
use crate::store::{all, execute, one, optional};
use consent::time::At;

/// A checkpoint as it is stored.
#[derive(Clone, Debug, sqlx::FromRow)]
pub struct CheckpointRow {
    /// How many leaves it is about.
    pub size: i64,
    /// The root over them.
    pub root: Vec<u8>,
    /// When it was signed.
    pub at: Moment,
    /// The note as the log signed it.
    pub note: String,
}

/// The root of a full tile.
#[derive(Clone, Debug, sqlx::FromRow)]
pub struct TileRootRow {
    /// Which tile of its level.
    pub n: i64,
    /// Its root.
    pub hash: Vec<u8>,
}

/// What a witness signed.
#[derive(Clone, Debug, sqlx::FromRow)]
pub struct CosignatureRow {
    /// The checkpoint's size.
    pub size: i64,
    /// The witness's name.
    pub witness: String,
    /// When the witness signed.
    pub at: Moment,
    /// The line of the note.
    pub line: String,
}

/// The newest checkpoint.
pub async fn newest(tx: &mut Tx) -> Result<Option<CheckpointRow>, StoreError> {
    optional!(
        tx,
        CheckpointRow,
        "SELECT size, root, at, note FROM checkpoint ORDER BY size DESC LIMIT 1"
    )
}

/// The checkpoint of this size.
pub async fn of_size(tx: &mut Tx, size: i64) -> Result<Option<CheckpointRow>, StoreError> {
    optional!(
        tx,
        CheckpointRow,
        "SELECT size, root, at, note FROM checkpoint WHERE size = $1",
        size
    )
}

/// The smallest checkpoint of at least one size and less than another.
pub async fn between(
    tx: &mut Tx,
    least: i64,
    below: i64,
) -> Result<Option<CheckpointRow>, StoreError> {
    optional!(
        tx,
        CheckpointRow,
        "SELECT size, root, at, note FROM checkpoint WHERE size >= $1 AND size < $2 ORDER BY size LIMIT 1",
        least,
        below
    )
}

/// The newest checkpoint that a witness has signed.
pub async fn newest_cosigned(tx: &mut Tx) -> Result<Option<CheckpointRow>, StoreError> {
    optional!(
        tx,
        CheckpointRow,
        "SELECT size, root, at, note FROM checkpoint WHERE size = (SELECT MAX(size) FROM cosignature)"
    )
}

/// Checkpoints from a size on, in order.
pub async fn from(tx: &mut Tx, size: i64, most: i64) -> Result<Vec<CheckpointRow>, StoreError> {
    all!(
        tx,
        CheckpointRow,
        "SELECT size, root, at, note FROM checkpoint WHERE size >= $1 ORDER BY size LIMIT $2",
        size,
        most
    )
}

/// Adds a checkpoint where the newest one has still this size, 0 for none; gives how many it added.
pub async fn insert(
    tx: &mut Tx,
    before: i64,
    new: (i64, &[u8], At, &str),
) -> Result<u64, StoreError> {
    let (size, root, at, note) = new;
    execute!(
        tx,
        "INSERT INTO checkpoint (size, root, at, note)
         SELECT $2, $3, $4, $5 FROM log_head WHERE (SELECT COALESCE(MAX(size), 0) FROM checkpoint) = $1",
        before,
        size,
        root,
        Moment::from(at),
        note
    )
}

/// The roots of full tiles of one level, from one on.
pub async fn tile_roots(
    tx: &mut Tx,
    level: i64,
    from: i64,
    most: i64,
) -> Result<Vec<TileRootRow>, StoreError> {
    all!(
        tx,
        TileRootRow,
        "SELECT n, hash FROM tile_root WHERE level = $1 AND n >= $2 ORDER BY n LIMIT $3",
        level,
        from,
        most
    )
}

/// How many roots of tiles there are.
pub async fn count_tile_roots(tx: &mut Tx) -> Result<u64, StoreError> {
    let (count,): (i64,) = one!(tx, (i64,), "SELECT COUNT(*) FROM tile_root")?;
    u64::try_from(count).map_err(|_| StoreError::Row("tile_root"))
}

/// Adds the root of a full tile.
pub async fn insert_tile_root(
    tx: &mut Tx,
    level: i64,
    n: i64,
    hash: &[u8],
) -> Result<u64, StoreError> {
    execute!(tx, "INSERT INTO tile_root (level, n, hash) VALUES ($1, $2, $3)", level, n, hash)
}

/// What witnesses have signed of this checkpoint, in the order of their names.
pub async fn cosignatures(tx: &mut Tx, size: i64) -> Result<Vec<CosignatureRow>, StoreError> {
    all!(
        tx,
        CosignatureRow,
        "SELECT size, witness, at, line FROM cosignature WHERE size = $1 ORDER BY witness",
        size
    )
}

/// What this witness signed last.
pub async fn newest_of(tx: &mut Tx, witness: &str) -> Result<Option<CosignatureRow>, StoreError> {
    optional!(
        tx,
        CosignatureRow,
        "SELECT size, witness, at, line FROM cosignature WHERE witness = $1 ORDER BY size DESC LIMIT 1",
        witness
    )
}

/// Keeps what a witness signed, where it is there for the first time; gives how many it added.
pub async fn insert_cosignature(
    tx: &mut Tx,
    (size, witness, at, line): (i64, &str, At, &str),
) -> Result<u64, StoreError> {
    execute!(
        tx,
        "INSERT INTO cosignature (size, witness, at, line) VALUES ($1, $2, $3, $4)
         ON CONFLICT (size, witness) DO NOTHING",
        size,
        witness,
        Moment::from(at),
        line
    )
}
