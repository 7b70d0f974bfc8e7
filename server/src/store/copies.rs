//! Copies of what was sent, that claimants keep. Their bytes are sealed under the person's key; a deleted one is gone.

use super::db::{Moment, StoreError, Tx};
use super::{all, execute, optional};
use consent::ids::{CopyId, PersonId, RequestId};
use consent::time::At;
use uuid::Uuid;

/// A new copy.
pub struct New<'a> {
    /// Its id.
    pub id: CopyId,
    /// Whose it is.
    pub person: PersonId,
    /// Of which request.
    pub request: RequestId,
    /// Of which decision.
    pub version: u32,
    /// SHA-256 of the bytes.
    pub digest: &'a [u8],
    /// How many bytes.
    pub size: i64,
    /// When.
    pub at: At,
    /// The bytes, sealed.
    pub sealed: &'a [u8],
}

/// What is kept, without its bytes.
#[derive(Clone, Debug, sqlx::FromRow)]
pub struct Row {
    /// Its id.
    pub id: Uuid,
    /// Of which request.
    pub request_id: Uuid,
    /// Of which decision.
    pub decision_version: i64,
    /// SHA-256 of the bytes.
    pub digest: Vec<u8>,
    /// How many bytes.
    pub size: i64,
    /// When it was kept.
    pub at: Moment,
}

/// Keeps a copy; none is added where there is one of this decision.
pub async fn insert(tx: &mut Tx, new: &New<'_>) -> Result<u64, StoreError> {
    execute!(
        tx,
        "INSERT INTO own_copy (id, person_id, request_id, decision_version, digest, size, at, sealed)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT (person_id, request_id, decision_version) DO NOTHING",
        new.id.0,
        new.person.0,
        new.request.0,
        i64::from(new.version),
        new.digest,
        new.size,
        Moment::from(new.at),
        new.sealed
    )
}

/// A person's copies, newest first.
pub async fn of_person(tx: &mut Tx, person: PersonId) -> Result<Vec<Row>, StoreError> {
    all!(
        tx,
        Row,
        "SELECT id, request_id, CAST(decision_version AS BIGINT) AS decision_version, digest, size, at
         FROM own_copy WHERE person_id = $1 ORDER BY at DESC, id DESC",
        person.0
    )
}

/// A person's copies of one request, newest first.
pub async fn of_request(
    tx: &mut Tx,
    person: PersonId,
    request: RequestId,
) -> Result<Vec<Row>, StoreError> {
    all!(
        tx,
        Row,
        "SELECT id, request_id, CAST(decision_version AS BIGINT) AS decision_version, digest, size, at
         FROM own_copy WHERE person_id = $1 AND request_id = $2 ORDER BY at DESC, id DESC",
        person.0,
        request.0
    )
}

/// One of them.
pub async fn by_id(tx: &mut Tx, person: PersonId, id: CopyId) -> Result<Option<Row>, StoreError> {
    optional!(
        tx,
        Row,
        "SELECT id, request_id, CAST(decision_version AS BIGINT) AS decision_version, digest, size, at
         FROM own_copy WHERE person_id = $1 AND id = $2",
        person.0,
        id.0
    )
}

/// Its bytes, sealed.
pub async fn sealed(tx: &mut Tx, id: CopyId) -> Result<Option<Vec<u8>>, StoreError> {
    let row: Option<(Vec<u8>,)> =
        optional!(tx, (Vec<u8>,), "SELECT sealed FROM own_copy WHERE id = $1", id.0)?;
    Ok(row.map(|(sealed,)| sealed))
}

/// Deletes it for good.
pub async fn delete(tx: &mut Tx, person: PersonId, id: CopyId) -> Result<u64, StoreError> {
    execute!(tx, "DELETE FROM own_copy WHERE person_id = $1 AND id = $2", person.0, id.0)
}
