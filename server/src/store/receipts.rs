//! Receipts: only ever added; the bytes are sealed under the person's key.

use super::db::{Moment, StoreError, Tx};
use crate::store::{all, execute, one, optional};
use consent::ids::{PersonId, ReceiptId, RequestId};
use consent::time::At;
use uuid::Uuid;

/// A new receipt.
pub struct New<'a> {
    /// Its id.
    pub id: ReceiptId,
    /// Whose it is.
    pub person: PersonId,
    /// About which request.
    pub request: RequestId,
    /// What kind of event it proves.
    pub kind: &'a str,
    /// Which event of that kind about this request: there is one receipt of each.
    pub cause: Option<&'a str>,
    /// Where the log says that it was issued.
    pub leaf_seq: Option<i64>,
    /// When.
    pub at: At,
    /// SHA-256 of the signed file.
    pub digest: Vec<u8>,
    /// The signed file, sealed.
    pub sealed: Vec<u8>,
    /// The page to print, sealed.
    pub html_sealed: Vec<u8>,
}

/// A receipt as it is stored.
#[derive(Clone, Debug, sqlx::FromRow)]
pub struct Row {
    /// Its id.
    pub id: Uuid,
    /// The signed file, sealed.
    pub sealed: Vec<u8>,
    /// The page to print, sealed.
    pub html_sealed: Vec<u8>,
    /// Where the log says that it was issued; none for those from before.
    pub leaf_seq: Option<i64>,
}

/// Adds a receipt.
pub async fn insert(tx: &mut Tx, new: &New<'_>) -> Result<u64, StoreError> {
    execute!(
        tx,
        "INSERT INTO receipt (id, person_id, request_id, kind, at, digest, sealed, html_sealed, cause, leaf_seq) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
        new.id.0,
        new.person.0,
        new.request.0,
        new.kind,
        Moment::from(new.at),
        new.digest.as_slice(),
        new.sealed.as_slice(),
        new.html_sealed.as_slice(),
        new.cause,
        new.leaf_seq
    )
}

/// A person's receipts, newest first.
pub async fn of_person(tx: &mut Tx, person: PersonId) -> Result<Vec<Row>, StoreError> {
    all!(
        tx,
        Row,
        "SELECT id, sealed, html_sealed, leaf_seq FROM receipt WHERE person_id = $1 ORDER BY at DESC, COALESCE(leaf_seq, -1) DESC, id DESC",
        person.0
    )
}

/// Some of a person's receipts, newest first: those that come after so many.
pub async fn some_of_person(
    tx: &mut Tx,
    person: PersonId,
    skip: i64,
    most: i64,
) -> Result<Vec<Row>, StoreError> {
    all!(
        tx,
        Row,
        "SELECT id, sealed, html_sealed, leaf_seq FROM receipt WHERE person_id = $1 ORDER BY at DESC, COALESCE(leaf_seq, -1) DESC, id DESC LIMIT $3 OFFSET $2",
        person.0,
        skip,
        most
    )
}

/// How many receipts a person has.
pub async fn count(tx: &mut Tx, person: PersonId) -> Result<i64, StoreError> {
    let (count,): (i64,) =
        one!(tx, (i64,), "SELECT COUNT(*) FROM receipt WHERE person_id = $1", person.0)?;
    Ok(count)
}

/// The newest receipt of these kinds about this person and this request.
pub async fn newest_of(
    tx: &mut Tx,
    (person, request): (PersonId, RequestId),
    kinds: [&str; 3],
) -> Result<Option<Row>, StoreError> {
    let [first, second, third] = kinds;
    optional!(
        tx,
        Row,
        "SELECT id, sealed, html_sealed, leaf_seq FROM receipt WHERE person_id = $1 AND request_id = $2 AND kind IN ($3, $4, $5) ORDER BY at DESC, COALESCE(leaf_seq, -1) DESC, id DESC LIMIT 1",
        person.0,
        request.0,
        first,
        second,
        third
    )
}

/// What there is a receipt of this kind for: which request, and which event of it.
pub async fn causes(
    tx: &mut Tx,
    person: PersonId,
    kind: &str,
) -> Result<Vec<(Uuid, Option<String>)>, StoreError> {
    all!(
        tx,
        (Uuid, Option<String>),
        "SELECT request_id, cause FROM receipt WHERE person_id = $1 AND kind = $2 ORDER BY at, id",
        person.0,
        kind
    )
}

/// One receipt of this person.
pub async fn by_id(
    tx: &mut Tx,
    person: PersonId,
    id: ReceiptId,
) -> Result<Option<Row>, StoreError> {
    optional!(
        tx,
        Row,
        "SELECT id, sealed, html_sealed, leaf_seq FROM receipt WHERE person_id = $1 AND id = $2",
        person.0,
        id.0
    )
}

/// This receipt proves this version of the decision.
pub async fn prove(
    tx: &mut Tx,
    request: RequestId,
    version: u32,
    receipt: ReceiptId,
) -> Result<u64, StoreError> {
    execute!(
        tx,
        "INSERT INTO decision_receipt (request_id, decision_version, receipt_id) VALUES ($1, $2, $3)
         ON CONFLICT (request_id, decision_version) DO NOTHING",
        request.0,
        i64::from(version),
        receipt.0
    )
}

/// The receipt that proves this version of the decision.
pub async fn of_decision(
    tx: &mut Tx,
    request: RequestId,
    version: u32,
) -> Result<Option<ReceiptId>, StoreError> {
    let row: Option<(Uuid,)> = optional!(
        tx,
        (Uuid,),
        "SELECT receipt_id FROM decision_receipt WHERE request_id = $1 AND decision_version = $2",
        request.0,
        i64::from(version)
    )?;
    Ok(row.map(|(id,)| ReceiptId(id)))
}

/// Receipts of decisions from before it was kept which version they prove, newest first: whose, about what, and itself.
pub async fn unnumbered(tx: &mut Tx) -> Result<Vec<(Uuid, Uuid, Uuid, Vec<u8>)>, StoreError> {
    all!(
        tx,
        (Uuid, Uuid, Uuid, Vec<u8>),
        "SELECT person_id, request_id, id, sealed FROM receipt WHERE kind IN ('decision', 'amendment') AND id NOT IN (SELECT receipt_id FROM decision_receipt) ORDER BY at DESC, COALESCE(leaf_seq, -1) DESC, id DESC"
    )
}
