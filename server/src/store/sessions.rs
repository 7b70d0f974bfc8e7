//! Browsers' sessions: found by the hash of the cookie, their content sealed.
//! The cookie itself is never kept.

use super::{Moment, StoreError, Tx, all, execute, optional};
use consent::ids::PersonId;
use consent::time::At;
use uuid::Uuid;

/// A session as it is stored.
#[derive(Clone, Debug, sqlx::FromRow)]
pub struct SessionRow {
    /// The hash of the cookie.
    pub id: Vec<u8>,
    /// Who is signed in.
    pub person_id: Option<Uuid>,
    /// What the pages put there, sealed.
    pub sealed: Vec<u8>,
    /// Since when.
    pub created_at: Moment,
    /// When it was last used.
    pub seen_at: Moment,
    /// When it ends, if it is not used.
    pub expires_at: Moment,
}

/// Adds a session; false where there is one of this id.
pub async fn insert(tx: &mut Tx, row: &SessionRow) -> Result<bool, StoreError> {
    let added = execute!(
        tx,
        "INSERT INTO session (id, person_id, sealed, created_at, seen_at, expires_at)
         VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT (id) DO NOTHING",
        row.id.as_slice(),
        row.person_id,
        row.sealed.as_slice(),
        row.created_at,
        row.seen_at,
        row.expires_at
    )?;
    Ok(added == 1)
}

/// Keeps what a page put into a session that is still there; false where it has ended.
pub async fn update(tx: &mut Tx, row: &SessionRow) -> Result<bool, StoreError> {
    let changed = execute!(
        tx,
        "UPDATE session SET person_id = $2, sealed = $3, seen_at = $4, expires_at = $5 WHERE id = $1",
        row.id.as_slice(),
        row.person_id,
        row.sealed.as_slice(),
        row.seen_at,
        row.expires_at
    )?;
    Ok(changed == 1)
}

/// The session of this cookie, if it has not ended.
pub async fn by_id(tx: &mut Tx, id: &[u8], now: At) -> Result<Option<SessionRow>, StoreError> {
    optional!(
        tx,
        SessionRow,
        "SELECT id, person_id, sealed, created_at, seen_at, expires_at FROM session
         WHERE id = $1 AND expires_at > $2",
        id,
        Moment::from(now)
    )
}

/// It was used just now.
pub async fn touch(tx: &mut Tx, id: &[u8], seen_at: At, expires_at: At) -> Result<u64, StoreError> {
    execute!(
        tx,
        "UPDATE session SET seen_at = $2, expires_at = $3 WHERE id = $1",
        id,
        Moment::from(seen_at),
        Moment::from(expires_at)
    )
}

/// Ends it.
pub async fn delete(tx: &mut Tx, id: &[u8]) -> Result<u64, StoreError> {
    execute!(tx, "DELETE FROM session WHERE id = $1", id)
}

/// Everywhere that this person is signed in, the last used first.
pub async fn of_person(
    tx: &mut Tx,
    person: PersonId,
    now: At,
) -> Result<Vec<SessionRow>, StoreError> {
    all!(
        tx,
        SessionRow,
        "SELECT id, person_id, sealed, created_at, seen_at, expires_at FROM session
         WHERE person_id = $1 AND expires_at > $2 ORDER BY seen_at DESC, id",
        person.0,
        Moment::from(now)
    )
}

/// Ends every session of this person but one.
pub async fn delete_others(tx: &mut Tx, person: PersonId, but: &[u8]) -> Result<u64, StoreError> {
    execute!(tx, "DELETE FROM session WHERE person_id = $1 AND id <> $2", person.0, but)
}

/// Forgets the sessions that ended before then.
pub async fn sweep(tx: &mut Tx, now: At) -> Result<u64, StoreError> {
    execute!(tx, "DELETE FROM session WHERE expires_at <= $1", Moment::from(now))
}
