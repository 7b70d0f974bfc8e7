//! The canary's rows: who it is, when it was asked for, and whether it was ever given anything. Whoever hands something
//! out asks [`stopped`] in the same transaction.

use super::{Moment, StoreError, Tx, all, execute, one, optional};
use consent::ids::{PersonId, RequestId};
use consent::time::At;
use uuid::Uuid;

/// The name of the canary's client. No requester can have it.
pub const CLIENT: &str = "sayso-canary";

/// Who the canary is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, sqlx::FromRow)]
pub struct CanaryRow {
    /// The request that it refused.
    pub request_id: Uuid,
    /// The request of its client that is about nobody.
    pub stranger_id: Uuid,
    /// The person who does not exist.
    pub person_id: Uuid,
}

/// When it was asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, sqlx::FromRow)]
pub struct LookRow {
    /// When last.
    pub last_at: Moment,
    /// How often since then.
    pub times: i64,
    /// Since when that is counted.
    pub since: Moment,
}

/// Something that it was given.
#[derive(Clone, Debug, PartialEq, Eq, sqlx::FromRow)]
pub struct TripRow {
    /// When.
    pub at: Moment,
    /// What it was, by its fixed name.
    pub what: String,
    /// When an operator had looked.
    pub cleared_at: Option<Moment>,
    /// What they say about it.
    pub reason: Option<String>,
}

/// The newest canary.
pub async fn newest(tx: &mut Tx) -> Result<Option<CanaryRow>, StoreError> {
    optional!(
        tx,
        CanaryRow,
        "SELECT request_id, stranger_id, person_id FROM canary ORDER BY made_at DESC, request_id DESC LIMIT 1"
    )
}

/// Puts a new one in its place.
pub async fn insert(
    tx: &mut Tx,
    request: RequestId,
    stranger: RequestId,
    person: PersonId,
    at: At,
) -> Result<u64, StoreError> {
    execute!(
        tx,
        "INSERT INTO canary (request_id, stranger_id, person_id, made_at) VALUES ($1, $2, $3, $4)",
        request.0,
        stranger.0,
        person.0,
        Moment::from(at)
    )
}

/// This person stands for nobody, from the transaction on in which they are added.
pub async fn mark(tx: &mut Tx, person: PersonId, at: At) -> Result<u64, StoreError> {
    execute!(
        tx,
        "INSERT INTO canary_person (person_id, made_at) VALUES ($1, $2)",
        person.0,
        Moment::from(at)
    )
}

/// It was asked for; gives how often since when. With `anew` counting begins at this time.
pub async fn looked(tx: &mut Tx, at: At, anew: bool) -> Result<LookRow, StoreError> {
    let restart = i64::from(anew);
    one!(
        tx,
        LookRow,
        "INSERT INTO canary_look (one, last_at, times, since) VALUES (1, $1, 1, $1)
         ON CONFLICT (one) DO UPDATE SET last_at = excluded.last_at,
            times = CASE WHEN $2 = 1 THEN 1 ELSE canary_look.times + 1 END,
            since = CASE WHEN $2 = 1 THEN excluded.since ELSE canary_look.since END
         RETURNING last_at, CAST(times AS BIGINT) AS times, since",
        Moment::from(at),
        restart
    )
}

/// When it was asked for.
pub async fn look(tx: &mut Tx) -> Result<Option<LookRow>, StoreError> {
    optional!(
        tx,
        LookRow,
        "SELECT last_at, CAST(times AS BIGINT) AS times, since FROM canary_look WHERE one = 1"
    )
}

/// It was given something: from here on nothing is released.
pub async fn trip(tx: &mut Tx, id: Uuid, what: &str, at: At) -> Result<u64, StoreError> {
    execute!(
        tx,
        "INSERT INTO canary_trip (id, at, what) VALUES ($1, $2, $3)",
        id,
        Moment::from(at),
        what
    )
}

/// Whether nothing may be released, because nobody has looked yet.
pub async fn stopped(tx: &mut Tx) -> Result<bool, StoreError> {
    let row =
        optional!(tx, (Moment,), "SELECT at FROM canary_trip WHERE cleared_at IS NULL LIMIT 1")?;
    Ok(row.is_some())
}

/// Everything that it was ever given, oldest first.
pub async fn trips(tx: &mut Tx) -> Result<Vec<TripRow>, StoreError> {
    all!(tx, TripRow, "SELECT at, what, cleared_at, reason FROM canary_trip ORDER BY at, id")
}

/// An operator has looked; gives how many there were to look at.
pub async fn clear(tx: &mut Tx, reason: &str, at: At) -> Result<u64, StoreError> {
    execute!(
        tx,
        "UPDATE canary_trip SET cleared_at = $1, reason = $2 WHERE cleared_at IS NULL",
        Moment::from(at),
        reason
    )
}
