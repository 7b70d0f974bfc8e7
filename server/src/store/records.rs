//! Records of the embedded source, sealed, one for each NHS number.

use super::{Moment, StoreError, Tx, execute, optional};
use uuid::Uuid;

/// A record as it is stored.
#[derive(Clone, Debug, sqlx::FromRow)]
pub struct RecordRow {
    /// Its id.
    pub id: Uuid,
    /// Its key, wrapped.
    pub key_wrapped: Vec<u8>,
    /// The Bundle, sealed.
    pub sealed: Vec<u8>,
    /// SHA-256 of the Bundle.
    pub digest: Vec<u8>,
    /// When it was imported.
    pub imported_at: Moment,
}

/// Keeps a record; the one that was there before is gone, and its key with it.
pub async fn replace(
    tx: &mut Tx,
    nhs_index: &[u8],
    source: &str,
    row: &RecordRow,
) -> Result<(), StoreError> {
    execute!(
        tx,
        "INSERT INTO record (id, nhs_index, source, key_wrapped, sealed, digest, imported_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7)
         ON CONFLICT (nhs_index) DO UPDATE SET id = excluded.id, source = excluded.source,
         key_wrapped = excluded.key_wrapped, sealed = excluded.sealed, digest = excluded.digest,
         imported_at = excluded.imported_at",
        row.id,
        nhs_index,
        source,
        row.key_wrapped.as_slice(),
        row.sealed.as_slice(),
        row.digest.as_slice(),
        row.imported_at
    )?;
    Ok(())
}

/// The record of this NHS number.
pub async fn by_nhs_index(tx: &mut Tx, nhs_index: &[u8]) -> Result<Option<RecordRow>, StoreError> {
    optional!(
        tx,
        RecordRow,
        "SELECT id, key_wrapped, sealed, digest, imported_at FROM record WHERE nhs_index = $1",
        nhs_index
    )
}
