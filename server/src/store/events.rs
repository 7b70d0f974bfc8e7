//! The log's leaves and what opens them. Leaves are only ever added.

use super::db::{Moment, StoreError, Tx};
use crate::store::{all, execute, one};
use consent::ids::{PersonId, RequestId};
use consent::time::At;
use uuid::Uuid;

/// A new leaf with its sealed opening.
pub struct NewEvent<'a> {
    /// Its place in the log, from 0.
    pub seq: i64,
    /// The leaf hash.
    pub hash: Vec<u8>,
    /// When.
    pub at: At,
    /// The kind's fixed name.
    pub kind: &'a str,
    /// Whose record it is about.
    pub person: Option<PersonId>,
    /// Which request it is about.
    pub request: Option<RequestId>,
    /// What opens the commitment, sealed.
    pub sealed: Vec<u8>,
}

/// An event about somebody.
#[derive(Clone, Debug, sqlx::FromRow)]
pub struct EventRow {
    /// Its place in the log.
    pub seq: i64,
    /// The kind's fixed name.
    pub kind: String,
    /// When.
    pub at: Moment,
    /// Which request it is about.
    pub request_id: Option<Uuid>,
    /// What opens the commitment, sealed.
    pub sealed: Vec<u8>,
}

/// The next place in the log; holds the log's head until the transaction ends.
pub async fn next(tx: &mut Tx) -> Result<i64, StoreError> {
    let (size,): (i64,) = one!(
        tx,
        (i64,),
        "UPDATE log_head SET size = size + 1 WHERE one = 1 RETURNING CAST(size AS BIGINT)"
    )?;
    Ok(size - 1)
}

/// Adds a leaf and its opening.
pub async fn insert(tx: &mut Tx, event: &NewEvent<'_>) -> Result<(), StoreError> {
    execute!(
        tx,
        "INSERT INTO leaf (seq, hash, at) VALUES ($1, $2, $3)",
        event.seq,
        event.hash.as_slice(),
        Moment::from(event.at)
    )?;
    execute!(
        tx,
        "INSERT INTO event (seq, person_id, request_id, kind, at, sealed) VALUES ($1, $2, $3, $4, $5, $6)",
        event.seq,
        event.person.map(|id| id.0),
        event.request.map(|id| id.0),
        event.kind,
        Moment::from(event.at),
        event.sealed.as_slice()
    )?;
    Ok(())
}

/// The newest events about a person, newest first.
pub async fn of_person(
    tx: &mut Tx,
    person: PersonId,
    most: i64,
) -> Result<Vec<EventRow>, StoreError> {
    all!(
        tx,
        EventRow,
        "SELECT seq, kind, at, request_id, sealed FROM event WHERE person_id = $1 ORDER BY seq DESC LIMIT $2",
        person.0,
        most
    )
}

/// The newest events about a person and one request, newest first.
pub async fn of_request(
    tx: &mut Tx,
    person: PersonId,
    request: RequestId,
    most: i64,
) -> Result<Vec<EventRow>, StoreError> {
    all!(
        tx,
        EventRow,
        "SELECT seq, kind, at, request_id, sealed FROM event WHERE person_id = $1 AND request_id = $2 ORDER BY seq DESC LIMIT $3",
        person.0,
        request.0,
        most
    )
}

/// A leaf with its place.
#[derive(Clone, Debug, sqlx::FromRow)]
pub struct LeafRow {
    /// Its place, from 0.
    pub seq: i64,
    /// The leaf hash.
    pub hash: Vec<u8>,
}

/// Leaves from a place on, in order.
pub async fn leaves(tx: &mut Tx, from: i64, most: i64) -> Result<Vec<LeafRow>, StoreError> {
    all!(
        tx,
        LeafRow,
        "SELECT seq, hash FROM leaf WHERE seq >= $1 ORDER BY seq LIMIT $2",
        from,
        most
    )
}

/// A leaf with what is left of its event.
#[derive(Clone, Debug, sqlx::FromRow)]
pub struct WalkRow {
    /// Its place, from 0.
    pub seq: i64,
    /// The leaf hash.
    pub hash: Vec<u8>,
    /// When, as the leaf says.
    pub leaf_at: Moment,
    /// The event's kind.
    pub kind: Option<String>,
    /// When, as the event's row says.
    pub at: Option<Moment>,
    /// Whose record it is about.
    pub person_id: Option<Uuid>,
    /// Which request it is about.
    pub request_id: Option<Uuid>,
    /// What opens the commitment, sealed; none where the event is gone.
    pub sealed: Option<Vec<u8>>,
}

/// Leaves from a place on, in order, each with its event.
pub async fn walk(tx: &mut Tx, from: i64, most: i64) -> Result<Vec<WalkRow>, StoreError> {
    all!(
        tx,
        WalkRow,
        "SELECT l.seq, l.hash, l.at AS leaf_at, e.kind, e.at, e.person_id, e.request_id, e.sealed
         FROM leaf l LEFT JOIN event e ON e.seq = l.seq WHERE l.seq >= $1 ORDER BY l.seq LIMIT $2",
        from,
        most
    )
}

/// How many leaves the log says it has.
pub async fn size(tx: &mut Tx) -> Result<i64, StoreError> {
    let (size,): (i64,) =
        one!(tx, (i64,), "SELECT CAST(size AS BIGINT) FROM log_head WHERE one = 1")?;
    Ok(size)
}
