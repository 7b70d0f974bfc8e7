//! The register of purposes. A version is added once and kept for ever; only the time at which it
//! retires comes later.

use super::{Moment, StoreError, Tx, all, execute, optional};
use consent::purpose::Purpose;
use consent::time::At;

#[derive(sqlx::FromRow)]
struct Row {
    body: String,
    retired_at: Option<Moment>,
}

impl Row {
    fn purpose(self) -> Result<Purpose, StoreError> {
        let mut purpose: Purpose =
            serde_json::from_str(&self.body).map_err(|_| StoreError::Row("purpose"))?;
        purpose.retired_at = self.retired_at.map(At::from);
        Ok(purpose)
    }
}

/// The newest version of a purpose.
pub async fn newest(tx: &mut Tx, id: &str) -> Result<Option<Purpose>, StoreError> {
    let row = optional!(
        tx,
        Row,
        "SELECT body, retired_at FROM purpose WHERE id = $1 ORDER BY version DESC LIMIT 1",
        id
    )?;
    row.map(Row::purpose).transpose()
}

/// One version of a purpose.
pub async fn version(tx: &mut Tx, id: &str, version: u32) -> Result<Option<Purpose>, StoreError> {
    let row = optional!(
        tx,
        Row,
        "SELECT body, retired_at FROM purpose WHERE id = $1 AND version = $2",
        id,
        i64::from(version)
    )?;
    row.map(Row::purpose).transpose()
}

/// Every version of every purpose: by id, the newest version first.
pub async fn all(tx: &mut Tx) -> Result<Vec<Purpose>, StoreError> {
    let rows = all!(tx, Row, "SELECT body, retired_at FROM purpose ORDER BY id, version DESC")?;
    rows.into_iter().map(Row::purpose).collect()
}

/// Adds a version; false where it is there already.
pub async fn insert(tx: &mut Tx, purpose: &Purpose, at: At) -> Result<bool, StoreError> {
    let retired_at = purpose.retired_at.map(Moment::from);
    let body = Purpose { retired_at: None, ..purpose.clone() };
    let body = serde_json::to_string(&body).map_err(|_| StoreError::Row("purpose"))?;
    let added = execute!(
        tx,
        "INSERT INTO purpose (id, version, body, imported_at, retired_at)
         VALUES ($1, $2, $3, $4, $5) ON CONFLICT (id, version) DO NOTHING",
        purpose.id.as_str(),
        i64::from(purpose.version),
        body.as_str(),
        Moment::from(at),
        retired_at
    )?;
    Ok(added == 1)
}

/// Says from when on nothing can be asked for under a version; 0 where that was said before.
pub async fn retire(tx: &mut Tx, id: &str, version: u32, at: At) -> Result<u64, StoreError> {
    execute!(
        tx,
        "UPDATE purpose SET retired_at = $3 WHERE id = $1 AND version = $2 AND retired_at IS NULL",
        id,
        i64::from(version),
        Moment::from(at)
    )
}
