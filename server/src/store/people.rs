//! People whose identity the operator verified, and their activation codes. Who they are is sealed
//! under a key of their own; they are found by blind index.

use super::{Moment, StoreError, Tx, all, execute, one, optional};
use consent::ids::PersonId;
use consent::time::At;
use uuid::Uuid;

/// A person as they are stored.
#[derive(Clone, Debug, sqlx::FromRow)]
pub struct PersonRow {
    /// Their id.
    pub id: Uuid,
    /// When the operator added them.
    pub added_at: Moment,
    /// Their key, wrapped; none once they were erased.
    pub key_wrapped: Option<Vec<u8>>,
    /// Who they are, sealed; none once they were erased.
    pub sealed: Option<Vec<u8>>,
    /// When they died, as far as is known.
    pub died_at: Option<Moment>,
    /// When they were erased.
    pub erased_at: Option<Moment>,
}

/// What finds and tells who somebody is.
pub struct Sealed {
    /// Who they are.
    pub sealed: Vec<u8>,
    /// The blind index of their National Insurance number and date of birth.
    pub nino_index: Vec<u8>,
    /// The blind index of their NHS number.
    pub nhs_index: Option<Vec<u8>>,
}

/// Adds a person; false where another has the NHS number.
pub async fn insert(
    tx: &mut Tx,
    id: PersonId,
    at: At,
    key_wrapped: &[u8],
    who: &Sealed,
) -> Result<bool, StoreError> {
    let added = execute!(
        tx,
        "INSERT INTO person (id, added_at, key_wrapped, sealed, nino_index, nhs_index)
         VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT DO NOTHING",
        id.0,
        Moment::from(at),
        key_wrapped,
        who.sealed.as_slice(),
        who.nino_index.as_slice(),
        who.nhs_index.as_deref()
    )?;
    Ok(added == 1)
}

/// Puts who somebody is anew.
pub async fn update(tx: &mut Tx, id: PersonId, who: &Sealed) -> Result<u64, StoreError> {
    execute!(
        tx,
        "UPDATE person SET sealed = $2, nino_index = $3, nhs_index = $4 WHERE id = $1 AND erased_at IS NULL",
        id.0,
        who.sealed.as_slice(),
        who.nino_index.as_slice(),
        who.nhs_index.as_deref()
    )
}

/// The person with this id, erased or not.
pub async fn by_id(tx: &mut Tx, id: PersonId) -> Result<Option<PersonRow>, StoreError> {
    optional!(
        tx,
        PersonRow,
        "SELECT id, added_at, key_wrapped, sealed, died_at, erased_at FROM person WHERE id = $1",
        id.0
    )
}

/// Everybody who was not erased, in the order they were added; nobody who stands for nobody.
pub async fn list(tx: &mut Tx) -> Result<Vec<PersonRow>, StoreError> {
    all!(
        tx,
        PersonRow,
        "SELECT id, added_at, key_wrapped, sealed, died_at, erased_at FROM person
         WHERE erased_at IS NULL AND id NOT IN (SELECT person_id FROM canary_person)
         ORDER BY added_at, id"
    )
}

/// Puts down when somebody died, or that they did not.
pub async fn set_died(tx: &mut Tx, id: PersonId, at: Option<At>) -> Result<u64, StoreError> {
    execute!(
        tx,
        "UPDATE person SET died_at = $2 WHERE id = $1 AND erased_at IS NULL",
        id.0,
        at.map(Moment::from)
    )
}

/// Whether somebody is known to have died.
pub async fn has_died(tx: &mut Tx, id: PersonId) -> Result<bool, StoreError> {
    let row = optional!(
        tx,
        (Option<Moment>,),
        "SELECT died_at FROM person WHERE id = $1 AND erased_at IS NULL",
        id.0
    )?;
    Ok(row.is_some_and(|(at,)| at.is_some()))
}

/// Whether there is anybody, erased or not.
pub async fn any(tx: &mut Tx) -> Result<bool, StoreError> {
    let row = optional!(
        tx,
        (Moment,),
        "SELECT added_at FROM person WHERE id NOT IN (SELECT person_id FROM canary_person) LIMIT 1"
    )?;
    Ok(row.is_some())
}

/// Everybody with this National Insurance number and date of birth. Who stands for nobody is found for the canary's own
/// requests, and nobody else is found for those.
pub async fn candidates(
    tx: &mut Tx,
    nino_index: &[u8],
    for_canary: bool,
) -> Result<Vec<PersonId>, StoreError> {
    let rows = all!(
        tx,
        (Uuid,),
        "SELECT id FROM person WHERE nino_index = $1 AND erased_at IS NULL
         AND CASE WHEN id IN (SELECT person_id FROM canary_person) THEN 1 ELSE 0 END = $2
         ORDER BY added_at, id",
        nino_index,
        i64::from(for_canary)
    )?;
    Ok(rows.into_iter().map(|(id,)| PersonId(id)).collect())
}

/// Who has this NHS number.
pub async fn by_nhs_index(tx: &mut Tx, nhs_index: &[u8]) -> Result<Option<PersonId>, StoreError> {
    let row = optional!(
        tx,
        (Uuid,),
        "SELECT id FROM person WHERE nhs_index = $1 AND erased_at IS NULL",
        nhs_index
    )?;
    Ok(row.map(|(id,)| PersonId(id)))
}

/// The person's key, wrapped.
pub async fn key_wrapped(tx: &mut Tx, id: PersonId) -> Result<Option<Vec<u8>>, StoreError> {
    let row =
        optional!(tx, (Option<Vec<u8>>,), "SELECT key_wrapped FROM person WHERE id = $1", id.0)?;
    Ok(row.and_then(|(key,)| key))
}

/// How many people there are who were not erased.
pub async fn count(tx: &mut Tx) -> Result<i64, StoreError> {
    let (count,) = one!(
        tx,
        (i64,),
        "SELECT COUNT(*) FROM person WHERE erased_at IS NULL AND id NOT IN (SELECT person_id FROM canary_person)"
    )?;
    Ok(count)
}

/// Makes the code that was issued before worthless.
pub async fn replace_codes(tx: &mut Tx, person: PersonId, at: At) -> Result<u64, StoreError> {
    execute!(
        tx,
        "UPDATE activation SET replaced_at = $2
         WHERE person_id = $1 AND used_at IS NULL AND replaced_at IS NULL",
        person.0,
        Moment::from(at)
    )
}

/// Keeps a new code, as its hash.
pub async fn add_code(
    tx: &mut Tx,
    id: Uuid,
    person: PersonId,
    hash: &[u8],
    at: At,
    expires_at: At,
) -> Result<u64, StoreError> {
    execute!(
        tx,
        "INSERT INTO activation (id, person_id, code_hash, issued_at, expires_at) VALUES ($1, $2, $3, $4, $5)",
        id,
        person.0,
        hash,
        Moment::from(at),
        Moment::from(expires_at)
    )
}

/// Whose code this is, if it can be used now.
pub async fn person_of_code(
    tx: &mut Tx,
    hash: &[u8],
    now: At,
) -> Result<Option<PersonId>, StoreError> {
    let row = optional!(
        tx,
        (Uuid,),
        "SELECT a.person_id FROM activation a JOIN person p ON p.id = a.person_id
         WHERE a.code_hash = $1 AND a.used_at IS NULL AND a.replaced_at IS NULL
         AND a.expires_at > $2 AND p.erased_at IS NULL AND p.died_at IS NULL",
        hash,
        Moment::from(now)
    )?;
    Ok(row.map(|(id,)| PersonId(id)))
}

/// Uses a code up; false where it could not be used any more.
pub async fn use_code(tx: &mut Tx, hash: &[u8], now: At) -> Result<bool, StoreError> {
    let used = execute!(
        tx,
        "UPDATE activation SET used_at = $2
         WHERE code_hash = $1 AND used_at IS NULL AND replaced_at IS NULL AND expires_at > $2",
        hash,
        Moment::from(now)
    )?;
    Ok(used == 1)
}
