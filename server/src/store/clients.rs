//! Requesters' clients: who they are, their public keys, what they may do. A client is never removed,
//! so that what it asked stays explained; disabling it is for good.

use super::{Moment, StoreError, Tx, all, execute, optional};
use consent::ids::ClientId;
use consent::request::Registration;
use consent::time::At;
use std::collections::BTreeSet;

/// What stands for every purpose.
const EVERY_PURPOSE: &str = "all";

/// A client as it is stored.
#[derive(Clone, Debug, sqlx::FromRow)]
pub struct ClientRow {
    /// Its id.
    pub id: String,
    /// Whose it is.
    pub organisation: String,
    /// Which team's.
    pub team: String,
    /// Its public keys: a JWK Set.
    pub jwks: String,
    /// What it may do: names, separated by spaces.
    pub scopes: String,
    /// What it may ask for: a JSON list of purposes' ids, or `all`.
    pub purposes: String,
    /// When it was added.
    pub added_at: Moment,
    /// When it was disabled.
    pub disabled_at: Option<Moment>,
}

impl ClientRow {
    /// What it is registered for; nothing at all once it is disabled.
    #[must_use]
    pub fn registration(&self) -> Registration {
        if self.is_disabled() { Registration::Only(BTreeSet::new()) } else { self.registered() }
    }

    /// What it was registered for, disabled or not.
    #[must_use]
    pub fn registered(&self) -> Registration {
        if self.purposes == EVERY_PURPOSE {
            return Registration::AllPurposes;
        }
        // A list that cannot be read permits nothing.
        Registration::Only(serde_json::from_str(&self.purposes).unwrap_or_default())
    }

    /// May it do nothing any more?
    #[must_use]
    pub const fn is_disabled(&self) -> bool {
        self.disabled_at.is_some()
    }
}

/// A new client.
pub struct New<'a> {
    /// Its id.
    pub id: &'a ClientId,
    /// Whose it is.
    pub organisation: &'a str,
    /// Which team's.
    pub team: &'a str,
    /// Its public keys: a JWK Set.
    pub jwks: &'a str,
    /// What it may do: names, separated by spaces.
    pub scopes: &'a str,
    /// What it may ask for.
    pub purposes: &'a Registration,
}

/// Adds a client; false where the id is taken.
pub async fn insert(tx: &mut Tx, new: &New<'_>, at: At) -> Result<bool, StoreError> {
    let purposes = match new.purposes {
        Registration::AllPurposes => EVERY_PURPOSE.to_owned(),
        Registration::Only(ids) => serde_json::json!(ids).to_string(),
    };
    let added = execute!(
        tx,
        "INSERT INTO client (id, organisation, team, jwks, scopes, purposes, added_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT (id) DO NOTHING",
        new.id.as_str(),
        new.organisation,
        new.team,
        new.jwks,
        new.scopes,
        purposes.as_str(),
        Moment::from(at)
    )?;
    Ok(added == 1)
}

/// The client with this id, disabled or not.
pub async fn by_id(tx: &mut Tx, id: &ClientId) -> Result<Option<ClientRow>, StoreError> {
    optional!(
        tx,
        ClientRow,
        "SELECT id, organisation, team, jwks, scopes, purposes, added_at, disabled_at
         FROM client WHERE id = $1",
        id.as_str()
    )
}

/// Every client, disabled or not, in the order of their ids; not the canary's, which is nobody's.
pub async fn list(tx: &mut Tx) -> Result<Vec<ClientRow>, StoreError> {
    all!(
        tx,
        ClientRow,
        "SELECT id, organisation, team, jwks, scopes, purposes, added_at, disabled_at
         FROM client WHERE id <> $1 ORDER BY id",
        super::canary::CLIENT
    )
}

/// Keeps the client's row as it is until the transaction ends, in every process: nobody disables it
/// or changes its keys meanwhile. False where there is none, or where it is disabled.
pub async fn hold(tx: &mut Tx, id: &ClientId) -> Result<bool, StoreError> {
    let held = execute!(
        tx,
        "UPDATE client SET disabled_generation = disabled_generation
         WHERE id = $1 AND disabled_at IS NULL",
        id.as_str()
    )?;
    Ok(held == 1)
}

/// Disables it; false where it was disabled before, or where there is none.
pub async fn disable(tx: &mut Tx, id: &ClientId, at: At) -> Result<bool, StoreError> {
    let done = execute!(
        tx,
        "UPDATE client SET disabled_at = $2, disabled_generation = disabled_generation + 1
         WHERE id = $1 AND disabled_at IS NULL",
        id.as_str(),
        Moment::from(at)
    )?;
    Ok(done == 1)
}

/// Puts other keys in the place of its keys; false where there is none, or where it is disabled.
pub async fn set_keys(tx: &mut Tx, id: &ClientId, jwks: &str) -> Result<bool, StoreError> {
    let done = execute!(
        tx,
        "UPDATE client SET jwks = $2 WHERE id = $1 AND disabled_at IS NULL",
        id.as_str(),
        jwks
    )?;
    Ok(done == 1)
}
