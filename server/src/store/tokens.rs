//! Access tokens and the assertions that were used for them. Only hashes are kept: what is in the
//! store opens nothing.

use super::{Moment, StoreError, Tx, execute, optional};
use consent::ids::ClientId;
use consent::time::At;

/// Whom a token stands for.
#[derive(Clone, Debug, sqlx::FromRow)]
pub struct TokenRow {
    /// Which client.
    pub client_id: String,
    /// What it may do: names, separated by spaces.
    pub scopes: String,
}

/// Marks an assertion as used; false where it was used before.
pub async fn spend(
    tx: &mut Tx,
    client: &ClientId,
    jti_hash: &[u8],
    expires_at: At,
) -> Result<bool, StoreError> {
    let spent = execute!(
        tx,
        "INSERT INTO assertion_seen (client_id, jti_hash, expires_at) VALUES ($1, $2, $3)
         ON CONFLICT (client_id, jti_hash) DO NOTHING",
        client.as_str(),
        jti_hash,
        Moment::from(expires_at)
    )?;
    Ok(spent == 1)
}

/// Adds a token.
pub async fn insert(
    tx: &mut Tx,
    hash: &[u8],
    client: &ClientId,
    scopes: &str,
    (issued_at, expires_at): (At, At),
) -> Result<u64, StoreError> {
    execute!(
        tx,
        "INSERT INTO access_token (hash, client_id, scopes, issued_at, expires_at)
         VALUES ($1, $2, $3, $4, $5)",
        hash,
        client.as_str(),
        scopes,
        Moment::from(issued_at),
        Moment::from(expires_at)
    )
}

/// Whom the token with this hash stands for, if it is alive and its client is not disabled.
pub async fn alive(tx: &mut Tx, hash: &[u8], now: At) -> Result<Option<TokenRow>, StoreError> {
    optional!(
        tx,
        TokenRow,
        "SELECT t.client_id, t.scopes FROM access_token t JOIN client c ON c.id = t.client_id
         WHERE t.hash = $1 AND t.expires_at > $2 AND c.disabled_at IS NULL",
        hash,
        Moment::from(now)
    )
}

/// Ends every token of a client.
pub async fn end_all(tx: &mut Tx, client: &ClientId) -> Result<u64, StoreError> {
    execute!(tx, "DELETE FROM access_token WHERE client_id = $1", client.as_str())
}

/// Forgets tokens and assertions that are over anyhow.
pub async fn forget_past(tx: &mut Tx, now: At) -> Result<u64, StoreError> {
    let tokens =
        execute!(tx, "DELETE FROM access_token WHERE expires_at <= $1", Moment::from(now))?;
    let seen =
        execute!(tx, "DELETE FROM assertion_seen WHERE expires_at <= $1", Moment::from(now))?;
    Ok(tokens + seen)
}
