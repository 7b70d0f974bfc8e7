//! Requests: one row each; what is personal in it is sealed under the request's own key.
//! What was said about a request is only ever added to.

use super::db::{Moment, StoreError, Tx};
use crate::store::{all, execute, one, optional};
use consent::ids::{ClientId, PersonId, RequestId};
use consent::time::{At, Date};
use uuid::Uuid;

/// A request as it is stored.
#[derive(Clone, Debug, sqlx::FromRow)]
pub struct Row {
    /// Its id.
    pub id: Uuid,
    /// Who asks.
    pub client_id: String,
    /// The client's reference.
    pub reference: String,
    /// The request, sealed.
    pub sealed: Option<Vec<u8>>,
    /// Its key, wrapped; none once the person was erased.
    pub key_wrapped: Option<Vec<u8>>,
    /// The person it was matched to.
    pub person_id: Option<Uuid>,
    /// Since when the person says that it is not about them.
    pub not_me_at: Option<Moment>,
    /// When it was submitted.
    pub submitted_at: Moment,
    /// Since when it is closed by the requester.
    pub closed_at: Option<Moment>,
    /// Why it was closed.
    pub close_reason: Option<String>,
    /// Since when the claimant says that nothing more will come.
    pub answer_complete_at: Option<Moment>,
    /// Which request it replaces.
    pub replaces: Option<Uuid>,
    /// Which request it follows.
    pub follows: Option<Uuid>,
}

/// A new request.
pub struct New<'a> {
    /// Its id.
    pub id: RequestId,
    /// Who asks.
    pub client: &'a ClientId,
    /// The client's reference.
    pub reference: &'a str,
    /// The purpose's id and version.
    pub purpose: (&'a str, u32),
    /// The request, sealed.
    pub sealed: Vec<u8>,
    /// Its key, wrapped.
    pub key_wrapped: Vec<u8>,
    /// The blind index of the claimant's NINO and birth date.
    pub nino_index: Vec<u8>,
    /// A code of this request and its claimant, to tell whether a later one names the same.
    pub about: Vec<u8>,
    /// Now.
    pub at: At,
    /// The reply-by date, ISO 8601.
    pub respond_by: String,
    /// Which request it replaces.
    pub replaces: Option<RequestId>,
    /// Which request it follows.
    pub follows: Option<RequestId>,
}

/// Adds a request; false where the client already used the reference.
pub async fn insert(tx: &mut Tx, new: &New<'_>) -> Result<bool, StoreError> {
    let added = execute!(
        tx,
        "INSERT INTO request (id, client_id, reference, purpose, purpose_version, sealed, key_wrapped, nino_index, submitted_at, respond_by, replaces, follows, about, version)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, 0)
         ON CONFLICT (client_id, reference) DO NOTHING",
        new.id.0,
        new.client.as_str(),
        new.reference,
        new.purpose.0,
        i64::from(new.purpose.1),
        new.sealed.as_slice(),
        new.key_wrapped.as_slice(),
        new.nino_index.as_slice(),
        Moment::from(new.at),
        new.respond_by.as_str(),
        new.replaces.map(|id| id.0),
        new.follows.map(|id| id.0),
        new.about.as_slice()
    )?;
    Ok(added == 1)
}

/// Locks the request until the transaction ends, so that no decision, withdrawal or collection of it
/// can happen in between, in any process. False where there is none.
pub async fn lock(tx: &mut Tx, id: RequestId) -> Result<bool, StoreError> {
    let locked = execute!(tx, "UPDATE request SET version = version + 1 WHERE id = $1", id.0)?;
    Ok(locked == 1)
}

/// The request with this id.
pub async fn by_id(tx: &mut Tx, id: RequestId) -> Result<Option<Row>, StoreError> {
    optional!(
        tx,
        Row,
        "SELECT id, client_id, reference, sealed, key_wrapped, person_id, not_me_at, submitted_at, closed_at, close_reason, answer_complete_at, replaces, follows FROM request WHERE id = $1",
        id.0
    )
}

/// A client's request with this reference.
pub async fn id_by_reference(
    tx: &mut Tx,
    client: &ClientId,
    reference: &str,
) -> Result<Option<RequestId>, StoreError> {
    let row: Option<(Uuid,)> = optional!(
        tx,
        (Uuid,),
        "SELECT id FROM request WHERE client_id = $1 AND reference = $2",
        client.as_str(),
        reference
    )?;
    Ok(row.map(|(id,)| RequestId(id)))
}

/// All requests that were matched to this person, newest first.
pub async fn of_person(tx: &mut Tx, person: PersonId) -> Result<Vec<Row>, StoreError> {
    all!(
        tx,
        Row,
        "SELECT id, client_id, reference, sealed, key_wrapped, person_id, not_me_at, submitted_at, closed_at, close_reason, answer_complete_at, replaces, follows FROM request WHERE person_id = $1 ORDER BY submitted_at DESC, id DESC",
        person.0
    )
}

/// Requests that match nobody, oldest first.
pub async fn unmatched(tx: &mut Tx) -> Result<Vec<Row>, StoreError> {
    all!(
        tx,
        Row,
        "SELECT id, client_id, reference, sealed, key_wrapped, person_id, not_me_at, submitted_at, closed_at, close_reason, answer_complete_at, replaces, follows FROM request WHERE person_id IS NULL AND nino_index IS NOT NULL AND closed_at IS NULL AND key_wrapped IS NOT NULL ORDER BY submitted_at, id"
    )
}

/// Requests that were closed, or whose reply-by date is before this day, and of which it is still kept whom
/// they were about.
pub async fn over(tx: &mut Tx, reply_by_before: Date) -> Result<Vec<RequestId>, StoreError> {
    let rows: Vec<(Uuid,)> = all!(
        tx,
        (Uuid,),
        "SELECT id FROM request WHERE (nino_index IS NOT NULL OR about IS NOT NULL) AND (closed_at IS NOT NULL OR respond_by < $1) ORDER BY submitted_at, id",
        reply_by_before.to_string()
    )?;
    Ok(rows.into_iter().map(|(id,)| RequestId(id)).collect())
}

/// Nobody's numbers lead to this request any more, nor from it.
pub async fn forget_index(tx: &mut Tx, id: RequestId) -> Result<u64, StoreError> {
    execute!(tx, "UPDATE request SET nino_index = NULL, about = NULL WHERE id = $1", id.0)
}

/// Requests without a person for whom this blind index was given.
pub async fn unmatched_for(tx: &mut Tx, nino_index: &[u8]) -> Result<Vec<Row>, StoreError> {
    all!(
        tx,
        Row,
        "SELECT id, client_id, reference, sealed, key_wrapped, person_id, not_me_at, submitted_at, closed_at, close_reason, answer_complete_at, replaces, follows FROM request WHERE person_id IS NULL AND nino_index = $1 AND closed_at IS NULL AND key_wrapped IS NOT NULL ORDER BY submitted_at, id",
        nino_index
    )
}

/// Whose request it is, and whom it is about: the code of both, and the blind index. None of the two once it is over.
#[derive(Clone, Debug, sqlx::FromRow)]
pub struct EarlierRow {
    /// Who asked.
    pub client_id: String,
    /// A code of that request and its claimant.
    pub about: Option<Vec<u8>>,
    /// The blind index of the claimant's NINO and birth date; none once the person was erased.
    pub nino_index: Option<Vec<u8>>,
}

/// What a later request is compared with.
pub async fn earlier(tx: &mut Tx, id: RequestId) -> Result<Option<EarlierRow>, StoreError> {
    optional!(
        tx,
        EarlierRow,
        "SELECT client_id, about, nino_index FROM request WHERE id = $1",
        id.0
    )
}

/// The request's key, wrapped.
pub async fn key_wrapped(tx: &mut Tx, id: RequestId) -> Result<Option<Vec<u8>>, StoreError> {
    let row: Option<(Option<Vec<u8>>,)> =
        optional!(tx, (Option<Vec<u8>>,), "SELECT key_wrapped FROM request WHERE id = $1", id.0)?;
    Ok(row.and_then(|(key,)| key))
}

/// Ties the request to a person, once; or notes that nobody was found, the first time.
pub async fn set_person(
    tx: &mut Tx,
    id: RequestId,
    person: Option<PersonId>,
    at: At,
) -> Result<bool, StoreError> {
    let done = execute!(
        tx,
        "UPDATE request SET person_id = $2, matched_at = $3 WHERE id = $1 AND person_id IS NULL AND (matched_at IS NULL OR $4 = 1)",
        id.0,
        person.map(|person| person.0),
        Moment::from(at),
        i64::from(person.is_some())
    )?;
    Ok(done == 1)
}

/// Puts what was asked in place of what it was, under another key.
pub async fn reseal(
    tx: &mut Tx,
    id: RequestId,
    sealed: &[u8],
    key_wrapped: &[u8],
) -> Result<u64, StoreError> {
    execute!(
        tx,
        "UPDATE request SET sealed = $2, key_wrapped = $3 WHERE id = $1",
        id.0,
        sealed,
        key_wrapped
    )
}

/// The person says that it is not about them.
pub async fn set_not_me(tx: &mut Tx, id: RequestId, at: At) -> Result<u64, StoreError> {
    execute!(
        tx,
        "UPDATE request SET not_me_at = $2 WHERE id = $1 AND not_me_at IS NULL",
        id.0,
        Moment::from(at)
    )
}

/// Nothing more will come; or something may, after all.
pub async fn set_answer_complete(
    tx: &mut Tx,
    id: RequestId,
    at: Option<At>,
) -> Result<u64, StoreError> {
    execute!(
        tx,
        "UPDATE request SET answer_complete_at = $2 WHERE id = $1",
        id.0,
        at.map(Moment::from)
    )
}

/// Closes it; 0 where it was closed before.
pub async fn close(tx: &mut Tx, id: RequestId, reason: &str, at: At) -> Result<u64, StoreError> {
    execute!(
        tx,
        "UPDATE request SET closed_at = $2, close_reason = $3 WHERE id = $1 AND closed_at IS NULL",
        id.0,
        Moment::from(at),
        reason
    )
}

/// One record of what was said, sealed.
#[derive(Clone, Debug, sqlx::FromRow)]
pub struct SaidRow {
    /// About which request.
    pub request_id: Uuid,
    /// Its place, from 0.
    pub seq: i64,
    /// The record.
    pub sealed: Vec<u8>,
}

/// What was said about a request, in order.
pub async fn said(tx: &mut Tx, id: RequestId) -> Result<Vec<SaidRow>, StoreError> {
    all!(
        tx,
        SaidRow,
        "SELECT request_id, CAST(seq AS BIGINT) AS seq, sealed FROM said WHERE request_id = $1 ORDER BY seq",
        id.0
    )
}

/// What was said about every request of this person, in order.
pub async fn said_of_person(tx: &mut Tx, person: PersonId) -> Result<Vec<SaidRow>, StoreError> {
    all!(
        tx,
        SaidRow,
        "SELECT s.request_id, CAST(s.seq AS BIGINT) AS seq, s.sealed FROM said s JOIN request r ON r.id = s.request_id WHERE r.person_id = $1 ORDER BY s.request_id, s.seq",
        person.0
    )
}

/// Adds a record.
pub async fn add_said(
    tx: &mut Tx,
    id: RequestId,
    seq: i64,
    kind: &str,
    sealed: &[u8],
    at: At,
) -> Result<u64, StoreError> {
    execute!(
        tx,
        "INSERT INTO said (request_id, seq, at, kind, sealed) VALUES ($1, $2, $3, $4, $5)",
        id.0,
        seq,
        Moment::from(at),
        kind,
        sealed
    )
}

/// How many requests there are.
pub async fn count(tx: &mut Tx) -> Result<i64, StoreError> {
    let (count,): (i64,) = one!(tx, (i64,), "SELECT CAST(COUNT(*) AS BIGINT) FROM request")?;
    Ok(count)
}
