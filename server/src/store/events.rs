//! The log's leaves and what opens them. Leaves are only ever added.

pub use super::db::NewEvent;

use super::db::{Moment, StoreError, Tx};
use crate::store::{all, one, optional};
use consent::ids::{PersonId, RequestId};
use uuid::Uuid;

/// An event about somebody.
#[derive(Clone, Debug, sqlx::FromRow)]
pub struct EventRow {
    /// Its place in the log.
    pub seq: i64,
    /// The kind's fixed name.
    pub kind: String,
    /// When.
    pub at: Moment,
    /// Whose record it is about; none where that was not known when it happened.
    pub person_id: Option<Uuid>,
    /// Which request it is about.
    pub request_id: Option<Uuid>,
    /// What opens the commitment, sealed.
    pub sealed: Vec<u8>,
}

/// The place in the log of the event that is added next in this transaction.
pub async fn next(tx: &mut Tx) -> Result<i64, StoreError> {
    tx.next_place().await
}

/// Adds an event, at the place that [`next`] gave: a leaf and its opening. It is written before the next statement of
/// this transaction, or with its commit.
pub fn insert(tx: &mut Tx, event: NewEvent) {
    tx.add(event);
}

/// The newest events about a person from before this place in the log, newest first: also what was done about their
/// requests before it was known whom those are about.
pub async fn of_person(
    tx: &mut Tx,
    person: PersonId,
    before: i64,
    most: i64,
) -> Result<Vec<EventRow>, StoreError> {
    all!(
        tx,
        EventRow,
        "SELECT seq, kind, at, person_id, request_id, sealed FROM
            (SELECT seq, kind, at, person_id, request_id, sealed FROM event
             WHERE person_id = $1 AND seq < $2 ORDER BY seq DESC LIMIT $3) AS theirs
         UNION ALL SELECT seq, kind, at, person_id, request_id, sealed FROM
            (SELECT e.seq, e.kind, e.at, e.person_id, e.request_id, e.sealed FROM request r JOIN event e ON e.request_id = r.id
             WHERE r.person_id = $1 AND r.not_me_at IS NULL AND COALESCE(e.person_id, e.request_id) = e.request_id
             AND e.seq < $2 ORDER BY e.seq DESC LIMIT $3) AS before_that
         ORDER BY seq DESC LIMIT $3",
        person.0,
        before,
        most
    )
}

/// Every event of one kind about a person and one request, newest first. For what the claimant did themselves: what a
/// requester does is counted by [`deeds`].
pub async fn of_kind(
    tx: &mut Tx,
    person: PersonId,
    request: RequestId,
    kind: &str,
) -> Result<Vec<EventRow>, StoreError> {
    all!(
        tx,
        EventRow,
        "SELECT seq, kind, at, person_id, request_id, sealed FROM event WHERE person_id = $1 AND request_id = $2 AND kind = $3 ORDER BY seq DESC",
        person.0,
        request.0,
        kind
    )
}

/// Something that a requester did, as often as it did it with nothing else between.
#[derive(Clone, Debug, sqlx::FromRow)]
pub struct DeedRow {
    /// How often.
    pub times: i64,
    /// The place in the log of the first time.
    pub first_seq: i64,
    /// When first.
    pub first_at: Moment,
    /// The last time.
    #[sqlx(flatten)]
    pub last: EventRow,
}

/// What a requester did about one request, whoever it was found to be about: what came last before this place in the
/// log, newest first.
pub async fn deeds(
    tx: &mut Tx,
    request: RequestId,
    before: i64,
    most: i64,
) -> Result<Vec<DeedRow>, StoreError> {
    all!(
        tx,
        DeedRow,
        "SELECT d.times, d.first_seq, d.first_at, e.seq, e.kind, e.at, e.person_id, e.request_id, e.sealed FROM
            (SELECT COUNT(*) AS times, MIN(seq) AS first_seq, MIN(at) AS first_at, MAX(seq) AS last_seq FROM
                (SELECT seq, kind, at, ROW_NUMBER() OVER (ORDER BY seq) - ROW_NUMBER() OVER (PARTITION BY kind ORDER BY seq) AS stretch
                 FROM event WHERE request_id = $1 AND kind IN ('checked', 'standing-read', 'collected', 'collection-denied', 'erasure-erased',
                 'erasure-kept', 'outcome-sufficient', 'outcome-insufficient', 'request-closed')) AS numbered
             GROUP BY kind, stretch) AS d
         JOIN event e ON e.seq = d.last_seq WHERE d.last_seq < $2 ORDER BY d.last_seq DESC LIMIT $3",
        request.0,
        before,
        most
    )
}

/// Of these kinds the one that was newest about a person and one request.
pub async fn newest_of(
    tx: &mut Tx,
    (person, request): (PersonId, RequestId),
    kinds: [&str; 3],
) -> Result<Option<String>, StoreError> {
    let [first, second, third] = kinds;
    let row: Option<(String,)> = optional!(
        tx,
        (String,),
        "SELECT kind FROM event WHERE person_id = $1 AND request_id = $2 AND kind IN ($3, $4, $5) ORDER BY seq DESC LIMIT 1",
        person.0,
        request.0,
        first,
        second,
        third
    )?;
    Ok(row.map(|(kind,)| kind))
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
