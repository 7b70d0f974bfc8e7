//! Drafts, previews, confirmed packages and collections. Whatever is sealed here has a key of its own,
//! and ends with it.

use super::db::{Moment, StoreError, Tx};
use crate::store::{all, execute, optional};
use consent::ids::{CollectionId, PersonId, RequestId};
use consent::time::At;
use uuid::Uuid;

/// Saves the draft of a request.
pub async fn save_draft(
    tx: &mut Tx,
    person: PersonId,
    request: RequestId,
    sealed: &[u8],
    at: At,
) -> Result<u64, StoreError> {
    execute!(
        tx,
        "INSERT INTO draft (person_id, request_id, sealed, saved_at) VALUES ($1, $2, $3, $4)
         ON CONFLICT (person_id, request_id) DO UPDATE SET sealed = excluded.sealed, saved_at = excluded.saved_at",
        person.0,
        request.0,
        sealed,
        Moment::from(at)
    )
}

/// The draft of a request, sealed, and when it was saved.
pub async fn draft(
    tx: &mut Tx,
    person: PersonId,
    request: RequestId,
) -> Result<Option<(Vec<u8>, Moment)>, StoreError> {
    optional!(
        tx,
        (Vec<u8>, Moment),
        "SELECT sealed, saved_at FROM draft WHERE person_id = $1 AND request_id = $2",
        person.0,
        request.0
    )
}

/// The requests that this person has a draft of (false) and those of which a preview is kept (true).
pub async fn begun(
    tx: &mut Tx,
    person: PersonId,
    now: At,
) -> Result<Vec<(RequestId, bool)>, StoreError> {
    let rows: Vec<(Uuid, i64)> = all!(
        tx,
        (Uuid, i64),
        "SELECT request_id, CAST(0 AS BIGINT) FROM draft WHERE person_id = $1
         UNION SELECT request_id, CAST(1 AS BIGINT) FROM preview WHERE person_id = $1 AND expires_at > $2",
        person.0,
        Moment::from(now)
    )?;
    Ok(rows.into_iter().map(|(id, preview)| (RequestId(id), preview == 1)).collect())
}

/// Forgets the draft.
pub async fn drop_draft(
    tx: &mut Tx,
    person: PersonId,
    request: RequestId,
) -> Result<u64, StoreError> {
    execute!(tx, "DELETE FROM draft WHERE person_id = $1 AND request_id = $2", person.0, request.0)
}

/// A sealed preview or package.
#[derive(Clone, Debug, sqlx::FromRow)]
pub struct SealedRow {
    /// SHA-256 of the bytes.
    pub digest: Vec<u8>,
    /// The key, wrapped; none once it was destroyed.
    pub key_wrapped: Option<Vec<u8>>,
    /// The bytes, sealed.
    pub sealed: Option<Vec<u8>>,
    /// The contents, sealed.
    pub contents_sealed: Option<Vec<u8>>,
    /// For a preview: the decision it was made under, sealed.
    pub decision_sealed: Option<Vec<u8>>,
    /// When it ends, for a preview; when it was made, for a package.
    pub at: Moment,
}

/// What is sealed, ready to store.
pub struct Sealed {
    /// SHA-256 of the bytes.
    pub digest: Vec<u8>,
    /// How many bytes.
    pub size: i64,
    /// The key, wrapped.
    pub key_wrapped: Vec<u8>,
    /// The bytes, sealed.
    pub sealed: Vec<u8>,
    /// The contents, sealed.
    pub contents_sealed: Vec<u8>,
}

/// Keeps a preview; earlier ones of the same request are gone.
#[expect(clippy::too_many_arguments, reason = "one row")]
pub async fn save_preview(
    tx: &mut Tx,
    id: Uuid,
    person: PersonId,
    request: RequestId,
    sealed: &Sealed,
    decision_sealed: &[u8],
    at: At,
    expires_at: At,
) -> Result<(), StoreError> {
    drop_previews(tx, request).await?;
    execute!(
        tx,
        "INSERT INTO preview (id, person_id, request_id, digest, key_wrapped, sealed, contents_sealed, decision_sealed, made_at, expires_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
        id,
        person.0,
        request.0,
        sealed.digest.as_slice(),
        sealed.key_wrapped.as_slice(),
        sealed.sealed.as_slice(),
        sealed.contents_sealed.as_slice(),
        decision_sealed,
        Moment::from(at),
        Moment::from(expires_at)
    )?;
    Ok(())
}

/// The preview of a request that has not ended.
pub async fn preview(
    tx: &mut Tx,
    person: PersonId,
    request: RequestId,
    now: At,
) -> Result<Option<SealedRow>, StoreError> {
    optional!(
        tx,
        SealedRow,
        "SELECT digest, key_wrapped, sealed, contents_sealed, decision_sealed, expires_at AS at FROM preview WHERE person_id = $1 AND request_id = $2 AND expires_at > $3 ORDER BY made_at DESC LIMIT 1",
        person.0,
        request.0,
        Moment::from(now)
    )
}

/// Puts down anew what is known of the preview of a request.
pub async fn set_preview_decision(
    tx: &mut Tx,
    request: RequestId,
    decision_sealed: &[u8],
) -> Result<u64, StoreError> {
    execute!(
        tx,
        "UPDATE preview SET decision_sealed = $2 WHERE request_id = $1",
        request.0,
        decision_sealed
    )
}

/// Destroys the previews of a request.
pub async fn drop_previews(tx: &mut Tx, request: RequestId) -> Result<u64, StoreError> {
    execute!(tx, "DELETE FROM preview WHERE request_id = $1", request.0)
}

/// Destroys the previews and drafts whose time is over.
pub async fn sweep(tx: &mut Tx, previews_before: At, drafts_before: At) -> Result<u64, StoreError> {
    let previews =
        execute!(tx, "DELETE FROM preview WHERE expires_at <= $1", Moment::from(previews_before))?;
    let drafts =
        execute!(tx, "DELETE FROM draft WHERE saved_at <= $1", Moment::from(drafts_before))?;
    Ok(previews + drafts)
}

/// Keeps the package that was confirmed; the keys of earlier ones are destroyed.
pub async fn save_package(
    tx: &mut Tx,
    request: RequestId,
    version: u32,
    sealed: &Sealed,
) -> Result<(), StoreError> {
    execute!(
        tx,
        "INSERT INTO package (request_id, decision_version, digest, size, key_wrapped, sealed, contents_sealed) VALUES ($1, $2, $3, $4, $5, $6, $7)",
        request.0,
        i64::from(version),
        sealed.digest.as_slice(),
        sealed.size,
        sealed.key_wrapped.as_slice(),
        sealed.sealed.as_slice(),
        sealed.contents_sealed.as_slice()
    )?;
    Ok(())
}

/// The package of one decision.
pub async fn package(
    tx: &mut Tx,
    request: RequestId,
    version: u32,
) -> Result<Option<SealedRow>, StoreError> {
    optional!(
        tx,
        SealedRow,
        "SELECT digest, key_wrapped, sealed, contents_sealed, NULL AS decision_sealed, CAST(0 AS BIGINT) AS at FROM package WHERE request_id = $1 AND decision_version = $2",
        request.0,
        i64::from(version)
    )
}

/// The requests of which a package is kept.
pub async fn kept(tx: &mut Tx) -> Result<Vec<RequestId>, StoreError> {
    let rows: Vec<(Uuid,)> = all!(
        tx,
        (Uuid,),
        "SELECT DISTINCT request_id FROM package WHERE key_wrapped IS NOT NULL ORDER BY request_id"
    )?;
    Ok(rows.into_iter().map(|(id,)| RequestId(id)).collect())
}

/// Destroys the keys and the bytes of every package of this request.
pub async fn destroy_packages(tx: &mut Tx, request: RequestId) -> Result<u64, StoreError> {
    execute!(
        tx,
        "UPDATE package SET key_wrapped = NULL, sealed = NULL, contents_sealed = NULL WHERE request_id = $1 AND key_wrapped IS NOT NULL",
        request.0
    )
}

/// One time that a release was handed out.
#[derive(Clone, Debug, sqlx::FromRow)]
pub struct CollectionRow {
    /// Its id.
    pub id: Uuid,
    /// Of which request.
    pub request_id: Uuid,
    /// Under which decision.
    pub decision_version: i64,
    /// SHA-256 of what was handed out.
    pub digest: Vec<u8>,
    /// How many bytes.
    pub size: i64,
    /// When.
    pub at: Moment,
    /// Since when its erasure is asked for.
    pub erasure_asked_at: Option<Moment>,
}

/// Records a collection.
pub async fn add_collection(
    tx: &mut Tx,
    id: CollectionId,
    request: RequestId,
    version: u32,
    digest: &[u8],
    size: i64,
    at: At,
) -> Result<u64, StoreError> {
    execute!(
        tx,
        "INSERT INTO collection (id, request_id, decision_version, digest, size, at) VALUES ($1, $2, $3, $4, $5, $6)",
        id.0,
        request.0,
        i64::from(version),
        digest,
        size,
        Moment::from(at)
    )
}

/// The collections of a request, oldest first.
pub async fn collections(
    tx: &mut Tx,
    request: RequestId,
) -> Result<Vec<CollectionRow>, StoreError> {
    all!(
        tx,
        CollectionRow,
        "SELECT id, request_id, CAST(decision_version AS BIGINT) AS decision_version, digest, size, at, erasure_asked_at FROM collection WHERE request_id = $1 ORDER BY at, id",
        request.0
    )
}

/// The collections of every request of this person, oldest first.
pub async fn collections_of(
    tx: &mut Tx,
    person: PersonId,
) -> Result<Vec<CollectionRow>, StoreError> {
    all!(
        tx,
        CollectionRow,
        "SELECT c.id, c.request_id, CAST(c.decision_version AS BIGINT) AS decision_version, c.digest, c.size, c.at, c.erasure_asked_at FROM collection c JOIN request r ON r.id = c.request_id WHERE r.person_id = $1 ORDER BY c.at, c.id",
        person.0
    )
}

/// From now on the erasure of everything that was collected is asked for.
pub async fn ask_erasure(tx: &mut Tx, request: RequestId, at: At) -> Result<u64, StoreError> {
    execute!(
        tx,
        "UPDATE collection SET erasure_asked_at = $2 WHERE request_id = $1 AND erasure_asked_at IS NULL",
        request.0,
        Moment::from(at)
    )
}

/// An answer of the requester about a collection.
#[derive(Clone, Debug, sqlx::FromRow)]
pub struct AnswerRow {
    /// About which collection.
    pub collection_id: Uuid,
    /// erased, kept, sufficient or insufficient.
    pub kind: String,
    /// What was said, sealed.
    pub sealed: Vec<u8>,
    /// When.
    pub at: Moment,
}

/// The answers about a request's collections, oldest first.
pub async fn answers(tx: &mut Tx, request: RequestId) -> Result<Vec<AnswerRow>, StoreError> {
    all!(
        tx,
        AnswerRow,
        "SELECT a.collection_id, a.kind, a.sealed, a.at FROM collection_answer a JOIN collection c ON c.id = a.collection_id WHERE c.request_id = $1 ORDER BY a.at",
        request.0
    )
}

/// The answers about the collections of every request of this person, oldest first.
pub async fn answers_of(tx: &mut Tx, person: PersonId) -> Result<Vec<AnswerRow>, StoreError> {
    all!(
        tx,
        AnswerRow,
        "SELECT a.collection_id, a.kind, a.sealed, a.at FROM collection_answer a JOIN collection c ON c.id = a.collection_id JOIN request r ON r.id = c.request_id WHERE r.person_id = $1 ORDER BY a.at",
        person.0
    )
}

/// Records an answer.
pub async fn add_answer(
    tx: &mut Tx,
    collection: CollectionId,
    kind: &str,
    sealed: &[u8],
    at: At,
) -> Result<u64, StoreError> {
    execute!(
        tx,
        "INSERT INTO collection_answer (collection_id, kind, sealed, at) VALUES ($1, $2, $3, $4)",
        collection.0,
        kind,
        sealed,
        Moment::from(at)
    )
}
