//! The public figures: what they are counted from, and the months that were published. What was published is never
//! changed, and the canary is in none of it.

use super::db::{Moment, StoreError, Tx};
use super::{all, execute, optional};
use consent::ids::PersonId;
use consent::time::At;
use uuid::Uuid;

/// The client of the canary: it asks about nobody.
const CANARY: &str = super::canary::CLIENT;

/// From when, until just before when, and about whom: none for everybody.
#[derive(Clone, Copy, Debug)]
pub struct Stretch {
    /// The first instant.
    pub from: At,
    /// The first instant after it.
    pub until: At,
    /// One person alone.
    pub person: Option<PersonId>,
}

impl Stretch {
    fn binds(&self) -> (Moment, Moment, Option<Uuid>) {
        (self.from.into(), self.until.into(), self.person.map(|person| person.0))
    }
}

/// A request that was submitted.
#[derive(Clone, Debug, sqlx::FromRow)]
pub struct AskedRow {
    /// For which purpose.
    pub purpose: String,
    /// The person it was matched to.
    pub person_id: Option<Uuid>,
    /// The blind index of whom it names.
    pub nino_index: Option<Vec<u8>>,
    /// Whether its reply-by date has gone by, and it reached a person who never said anything: 1, or 0.
    pub silent: i64,
}

/// The requests that were submitted in this time. `today`: which reply-by dates have gone by, ISO 8601.
pub async fn asked(
    tx: &mut Tx,
    from: At,
    until: At,
    today: &str,
) -> Result<Vec<AskedRow>, StoreError> {
    all!(
        tx,
        AskedRow,
        "SELECT r.purpose, r.person_id, r.nino_index,
         CAST(CASE WHEN r.person_id IS NOT NULL AND r.not_me_at IS NULL AND r.respond_by < $3
             AND NOT EXISTS (SELECT 1 FROM said s WHERE s.request_id = r.id) THEN 1 ELSE 0 END AS BIGINT) AS silent
         FROM request r WHERE r.submitted_at >= $1 AND r.submitted_at < $2 AND r.client_id <> $4
         ORDER BY r.submitted_at, r.id",
        Moment::from(from),
        Moment::from(until),
        today,
        CANARY
    )
}

/// The first thing of its kind that was said about a request.
#[derive(Clone, Debug, sqlx::FromRow)]
pub struct SaidRow {
    /// Which request.
    pub request_id: Uuid,
    /// For which purpose.
    pub purpose: String,
    /// Whose.
    pub person_id: Option<Uuid>,
    /// When the request was submitted.
    pub submitted_at: Moment,
    /// When it was said.
    pub at: Moment,
    /// Its place.
    pub seq: i64,
    /// The record.
    pub sealed: Vec<u8>,
    /// Whether something was collected before: 1, or 0.
    pub collected: i64,
    /// Whether there ever was a package: 1, or 0.
    pub shared: i64,
}

/// What was first said of this kind in this time.
pub async fn first_said(
    tx: &mut Tx,
    kind: &str,
    stretch: Stretch,
) -> Result<Vec<SaidRow>, StoreError> {
    let (from, until, person) = stretch.binds();
    all!(
        tx,
        SaidRow,
        "SELECT s.request_id, r.purpose, r.person_id, r.submitted_at, s.at, CAST(s.seq AS BIGINT) AS seq, s.sealed,
         CAST(CASE WHEN EXISTS (SELECT 1 FROM collection c WHERE c.request_id = s.request_id AND c.at <= s.at)
             THEN 1 ELSE 0 END AS BIGINT) AS collected,
         CAST(CASE WHEN EXISTS (SELECT 1 FROM package p WHERE p.request_id = s.request_id)
             THEN 1 ELSE 0 END AS BIGINT) AS shared
         FROM said s JOIN request r ON r.id = s.request_id
         WHERE s.kind = $1 AND s.at >= $2 AND s.at < $3 AND ($4 IS NULL OR r.person_id = $4) AND r.client_id <> $5
         AND NOT EXISTS (SELECT 1 FROM said e WHERE e.request_id = s.request_id AND e.kind = s.kind AND e.seq < s.seq)
         ORDER BY s.at, s.request_id",
        kind,
        from,
        until,
        person,
        CANARY
    )
}

/// Requests of which something was first collected in this time: for which purpose, and whose.
pub async fn first_collected(
    tx: &mut Tx,
    from: At,
    until: At,
) -> Result<Vec<(String, Option<Uuid>)>, StoreError> {
    all!(
        tx,
        (String, Option<Uuid>),
        "SELECT r.purpose, r.person_id FROM request r
         JOIN (SELECT request_id, MIN(at) AS at FROM collection GROUP BY request_id) c ON c.request_id = r.id
         WHERE c.at >= $1 AND c.at < $2 AND r.client_id <> $3 ORDER BY c.at, r.id",
        Moment::from(from),
        Moment::from(until),
        CANARY
    )
}

/// The first answer of a requester of its kind about a request's collections.
#[derive(Clone, Debug, sqlx::FromRow)]
pub struct AnswerRow {
    /// Which request.
    pub request_id: Uuid,
    /// Its key, wrapped.
    pub key_wrapped: Option<Vec<u8>>,
    /// About which collection.
    pub collection_id: Uuid,
    /// For which purpose.
    pub purpose: String,
    /// Whose.
    pub person_id: Option<Uuid>,
    /// When.
    pub at: Moment,
    /// What was said, sealed.
    pub sealed: Vec<u8>,
}

/// What requesters first said of this kind in this time.
pub async fn first_answers(
    tx: &mut Tx,
    kind: &str,
    stretch: Stretch,
) -> Result<Vec<AnswerRow>, StoreError> {
    let (from, until, person) = stretch.binds();
    all!(
        tx,
        AnswerRow,
        "SELECT c.request_id, r.key_wrapped, a.collection_id, r.purpose, r.person_id, a.at, a.sealed
         FROM collection_answer a JOIN collection c ON c.id = a.collection_id JOIN request r ON r.id = c.request_id
         WHERE a.kind = $1 AND a.at >= $2 AND a.at < $3 AND ($4 IS NULL OR r.person_id = $4) AND r.client_id <> $5
         AND NOT EXISTS (SELECT 1 FROM collection_answer e JOIN collection d ON d.id = e.collection_id
             WHERE d.request_id = c.request_id AND e.kind = a.kind AND e.at < a.at)
         ORDER BY a.at, c.request_id",
        kind,
        from,
        until,
        person,
        CANARY
    )
}

/// When the first request of all was submitted.
pub async fn first_request(tx: &mut Tx) -> Result<Option<At>, StoreError> {
    let row: Option<(Moment,)> = optional!(
        tx,
        (Moment,),
        "SELECT submitted_at FROM request WHERE client_id <> $1 ORDER BY submitted_at LIMIT 1",
        CANARY
    )?;
    Ok(row.map(|(at,)| at.into()))
}

/// Keeps that somebody who is being erased did this in a month that is not published.
pub async fn leave(tx: &mut Tx, month: &str, purpose: &str, what: &str) -> Result<u64, StoreError> {
    execute!(
        tx,
        "INSERT INTO figure_left (month, purpose, what, times) VALUES ($1, $2, $3, 1)
         ON CONFLICT (month, purpose, what) DO UPDATE SET times = figure_left.times + 1",
        month,
        purpose,
        what
    )
}

/// What erased people did in this month: purpose, what, and how often.
pub async fn left(tx: &mut Tx, month: &str) -> Result<Vec<(String, String, i64)>, StoreError> {
    all!(
        tx,
        (String, String, i64),
        "SELECT purpose, what, CAST(times AS BIGINT) FROM figure_left WHERE month = $1 ORDER BY purpose, what",
        month
    )
}

/// Publishes a month; false where it is published already. What was kept of erased people goes.
pub async fn publish(tx: &mut Tx, month: &str, rules: u32, at: At) -> Result<bool, StoreError> {
    let added = execute!(
        tx,
        "INSERT INTO figure_month (month, rules, published_at) VALUES ($1, $2, $3) ON CONFLICT (month) DO NOTHING",
        month,
        i64::from(rules),
        Moment::from(at)
    )?;
    if added == 1 {
        execute!(tx, "DELETE FROM figure_left WHERE month = $1", month)?;
    }
    Ok(added == 1)
}

/// One published number; an empty purpose is all of them together.
#[derive(Clone, Debug, PartialEq, Eq, sqlx::FromRow)]
pub struct FigureRow {
    /// Which month, as 2026-09.
    pub month: String,
    /// Which purpose.
    pub purpose: String,
    /// What it says.
    pub measure: String,
    /// The number.
    pub value: i64,
}

/// Adds a number to a month.
pub async fn add(tx: &mut Tx, row: &FigureRow) -> Result<u64, StoreError> {
    execute!(
        tx,
        "INSERT INTO figure (month, purpose, measure, value) VALUES ($1, $2, $3, $4)",
        row.month.as_str(),
        row.purpose.as_str(),
        row.measure.as_str(),
        row.value
    )
}

/// The months that are published, newest first, with the version of the rules and when.
pub async fn months(tx: &mut Tx) -> Result<Vec<(String, i64, Moment)>, StoreError> {
    all!(
        tx,
        (String, i64, Moment),
        "SELECT month, CAST(rules AS BIGINT), published_at FROM figure_month ORDER BY month DESC"
    )
}

/// Every published number.
pub async fn published(tx: &mut Tx) -> Result<Vec<FigureRow>, StoreError> {
    all!(
        tx,
        FigureRow,
        "SELECT month, purpose, measure, CAST(value AS BIGINT) AS value FROM figure ORDER BY month DESC, purpose, measure"
    )
}
