//! Requesters' clients, as the operator keeps them: add, list, disable, change keys. Whoever is disabled
//! can do nothing from that moment on, in every process.

pub mod jwks;

use super::Portal;
use super::actor::Actor;
use super::error::{Error, Fault, Refusal, Result};
use super::log::{self, Entry, Kind};
use super::tokens::Scope;
use crate::store::{canary, clients, purposes, tokens};
use consent::ids::ClientId;
use consent::request::Registration;
use consent::time::At;
use jwks::KeySet;
use serde_json::json;

/// At most so many characters in the name of an organisation or a team.
const LONGEST_NAME: usize = 200;

/// A client to add.
#[derive(Clone, Debug)]
pub struct NewClient {
    /// Its id.
    pub id: ClientId,
    /// Whose it is: claimants see it.
    pub organisation: String,
    /// Which team's: claimants see it.
    pub team: String,
    /// Its public keys, a JWK Set.
    pub jwks: String,
    /// What it may do.
    pub scopes: Vec<Scope>,
    /// What it may ask for.
    pub purposes: Registration,
}

/// A client as the operator sees it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ClientSeen {
    /// Its id.
    pub id: String,
    /// Whose it is.
    pub organisation: String,
    /// Which team's.
    pub team: String,
    /// What it may do.
    pub scopes: Vec<Scope>,
    /// What it may ask for.
    pub purposes: Registration,
    /// When it was added.
    pub added_at: At,
    /// When it was disabled.
    pub disabled_at: Option<At>,
}

impl Portal {
    /// Registers a client.
    ///
    /// # Errors
    /// Refused when the id is taken, the keys are not sound public keys, or a purpose is not in the
    /// register.
    pub async fn add_client(&self, actor: &Actor, new: NewClient) -> Result<()> {
        for name in [&new.organisation, &new.team] {
            let sound = !name.trim().is_empty() && !name.chars().any(char::is_control);
            if !sound || name.chars().count() > LONGEST_NAME {
                return Err(Refusal::ClientNameInvalid.into());
            }
        }
        let keys = key_set(&new.jwks)?;
        if new.scopes.is_empty() {
            return Err(Refusal::UnknownScope.into());
        }
        if new.id.as_str() == canary::CLIENT && *actor != Actor::System {
            return Err(Refusal::ClientInUse.into());
        }
        let mut tx = self.db().write().await?;
        if let Registration::Only(ids) = &new.purposes {
            for id in ids {
                if purposes::newest(&mut tx, id).await?.is_none() {
                    return Err(Refusal::UnknownPurpose(id.clone()).into());
                }
            }
        }
        let scopes = Scope::join(&new.scopes);
        let row = clients::New {
            id: &new.id,
            organisation: new.organisation.trim(),
            team: new.team.trim(),
            jwks: &keys.to_json(),
            scopes: &scopes,
            purposes: &new.purposes,
        };
        let at = self.at(&tx);
        if !clients::insert(&mut tx, &row, at).await? {
            return Err(Refusal::ClientInUse.into());
        }
        let registered = match &new.purposes {
            Registration::AllPurposes => json!("all"),
            Registration::Only(ids) => json!(ids),
        };
        let data = json!({
            "client": new.id,
            "organisation": row.organisation,
            "team": row.team,
            "scopes": scopes,
            "purposes": registered,
            "keys": keys.ids().collect::<Vec<_>>(),
        });
        record(self, &mut tx, Kind::ClientAdded, actor, data).await?;
        Ok(tx.commit().await?)
    }

    /// Every client, disabled or not.
    pub async fn clients(&self) -> Result<Vec<ClientSeen>> {
        let mut tx = self.db().read().await?;
        let rows = clients::list(&mut tx).await?;
        Ok(rows.into_iter().map(seen).collect())
    }

    /// One client, disabled or not.
    pub async fn client(&self, id: &ClientId) -> Result<ClientSeen> {
        let mut tx = self.db().read().await?;
        Ok(clients::by_id(&mut tx, id).await?.map(seen).ok_or(Refusal::NotFound)?)
    }

    /// Disables a client for good and ends its tokens. Repeating it changes nothing; false then.
    pub async fn disable_client(&self, actor: &Actor, id: &ClientId) -> Result<bool> {
        let mut tx = self.db().write().await?;
        if clients::by_id(&mut tx, id).await?.is_none() {
            return Err(Refusal::NotFound.into());
        }
        let at = self.at(&tx);
        if !clients::disable(&mut tx, id, at).await? {
            return Ok(false);
        }
        tokens::end_all(&mut tx, id).await?;
        record(self, &mut tx, Kind::ClientDisabled, actor, json!({ "client": id })).await?;
        tx.commit().await?;
        Ok(true)
    }

    /// Puts other keys in the place of a client's keys. What was signed with the old ones is worth
    /// nothing any more, the tokens that were given for it included.
    pub async fn rotate_client(&self, actor: &Actor, id: &ClientId, jwks: &str) -> Result<()> {
        let keys = key_set(jwks)?;
        let mut tx = self.db().write().await?;
        if clients::by_id(&mut tx, id).await?.is_none() {
            return Err(Refusal::NotFound.into());
        }
        if !clients::set_keys(&mut tx, id, &keys.to_json()).await? {
            return Err(Refusal::ClientDisabled.into());
        }
        tokens::end_all(&mut tx, id).await?;
        let data = json!({ "client": id, "keys": keys.ids().collect::<Vec<_>>() });
        record(self, &mut tx, Kind::ClientRotated, actor, data).await?;
        Ok(tx.commit().await?)
    }
}

/// The keys that a stored client has.
pub(super) fn stored_keys(jwks: &str) -> Result<KeySet> {
    KeySet::parse(jwks).map_err(|_| Error::Failed(Fault::new("a client's stored keys are damaged")))
}

fn key_set(jwks: &str) -> Result<KeySet> {
    KeySet::parse(jwks).map_err(|why| Refusal::FileRefused(why.to_string()).into())
}

fn seen(row: clients::ClientRow) -> ClientSeen {
    ClientSeen {
        purposes: row.registered(),
        scopes: Scope::split(&row.scopes),
        id: row.id,
        organisation: row.organisation,
        team: row.team,
        added_at: row.added_at.into(),
        disabled_at: row.disabled_at.map(At::from),
    }
}

async fn record(
    portal: &Portal,
    tx: &mut crate::store::Tx,
    kind: Kind,
    actor: &Actor,
    data: serde_json::Value,
) -> Result<()> {
    log::append(portal, tx, Entry { kind, actor, subject: None, request: None, data }).await?;
    Ok(())
}
