//! Accounts, and how often somebody guessed. An account is found by the blind index of its e-mail
//! address; of a password only its argon2id hash is kept.

use super::{Moment, StoreError, Tx, execute, one, optional};
use consent::ids::PersonId;
use consent::time::At;
use uuid::Uuid;

/// An account as it is stored.
#[derive(Clone, sqlx::FromRow)]
pub struct AccountRow {
    /// Whose it is.
    pub person_id: Uuid,
    /// The e-mail address and the language, sealed under the person's key.
    pub sealed: Vec<u8>,
    /// argon2id, as a PHC string.
    pub password_hash: String,
    /// Since when there is an account.
    pub activated_at: Moment,
    /// Since when this is the password.
    pub password_changed_at: Moment,
}

/// The account of this e-mail address.
pub async fn by_email(tx: &mut Tx, email_index: &[u8]) -> Result<Option<AccountRow>, StoreError> {
    optional!(
        tx,
        AccountRow,
        "SELECT person_id, sealed, password_hash, activated_at, password_changed_at
         FROM account WHERE email_index = $1",
        email_index
    )
}

/// The account of this person.
pub async fn of_person(tx: &mut Tx, person: PersonId) -> Result<Option<AccountRow>, StoreError> {
    optional!(
        tx,
        AccountRow,
        "SELECT person_id, sealed, password_hash, activated_at, password_changed_at
         FROM account WHERE person_id = $1",
        person.0
    )
}

/// Opens the account, or gives an account that is there a new address and password.
pub async fn put(
    tx: &mut Tx,
    person: PersonId,
    email_index: &[u8],
    sealed: &[u8],
    password_hash: &str,
    at: At,
) -> Result<u64, StoreError> {
    execute!(
        tx,
        "INSERT INTO account (person_id, email_index, sealed, password_hash, activated_at, password_changed_at)
         VALUES ($1, $2, $3, $4, $5, $5)
         ON CONFLICT (person_id) DO UPDATE SET email_index = excluded.email_index, sealed = excluded.sealed,
         password_hash = excluded.password_hash, password_changed_at = excluded.password_changed_at",
        person.0,
        email_index,
        sealed,
        password_hash,
        Moment::from(at)
    )
}

/// A new password, if the old one is still the one that was checked; false otherwise.
pub async fn set_password(
    tx: &mut Tx,
    person: PersonId,
    old_hash: &str,
    new_hash: &str,
    at: At,
) -> Result<bool, StoreError> {
    let set = execute!(
        tx,
        "UPDATE account SET password_hash = $3, password_changed_at = $4
         WHERE person_id = $1 AND password_hash = $2",
        person.0,
        old_hash,
        new_hash,
        Moment::from(at)
    )?;
    Ok(set == 1)
}

/// What is sealed, anew.
pub async fn set_sealed(tx: &mut Tx, person: PersonId, sealed: &[u8]) -> Result<u64, StoreError> {
    execute!(tx, "UPDATE account SET sealed = $2 WHERE person_id = $1", person.0, sealed)
}

/// How many guesses there were since then, and when the first of them was.
pub async fn guesses(
    tx: &mut Tx,
    bucket: &[u8],
    since: At,
) -> Result<(i64, Option<Moment>), StoreError> {
    one!(
        tx,
        (i64, Option<Moment>),
        "SELECT COUNT(*), MIN(at) FROM attempt WHERE bucket = $1 AND at > $2",
        bucket,
        Moment::from(since)
    )
}

/// Notes a guess.
pub async fn add_guess(tx: &mut Tx, bucket: &[u8], at: At) -> Result<u64, StoreError> {
    execute!(tx, "INSERT INTO attempt (bucket, at) VALUES ($1, $2)", bucket, Moment::from(at))
}

/// The guess of this instant was right after all.
pub async fn forgive(tx: &mut Tx, bucket: &[u8], at: At) -> Result<u64, StoreError> {
    execute!(tx, "DELETE FROM attempt WHERE bucket = $1 AND at = $2", bucket, Moment::from(at))
}

/// Forgets every guess in this bucket.
pub async fn forgive_all(tx: &mut Tx, bucket: &[u8]) -> Result<u64, StoreError> {
    execute!(tx, "DELETE FROM attempt WHERE bucket = $1", bucket)
}

/// Forgets the guesses of before then.
pub async fn sweep_guesses(tx: &mut Tx, before: At) -> Result<u64, StoreError> {
    execute!(tx, "DELETE FROM attempt WHERE at <= $1", Moment::from(before))
}
