//! Which key seals what. A person's rows are sealed under the person's key, a request under its own.
//! Where a key is destroyed, what it sealed is gone for good.

use super::Portal;
use super::error::{Error, Fault, Result};
use crate::keys::SealKey;
use crate::store::db::Tx;
use crate::store::{people, requests};
use consent::ids::{PersonId, RequestId};
use serde::Serialize;
use serde::de::DeserializeOwned;

/// The person's key; a fault where it was destroyed.
pub async fn person_key(portal: &Portal, tx: &mut Tx, person: PersonId) -> Result<SealKey> {
    let wrapped = people::key_wrapped(tx, person).await?;
    unwrap(portal, wrapped, &person_context(person))
}

/// The request's own key; a fault where it was destroyed.
pub async fn request_key(portal: &Portal, tx: &mut Tx, request: RequestId) -> Result<SealKey> {
    let wrapped = requests::key_wrapped(tx, request).await?;
    unwrap(portal, wrapped, &request_context(request))
}

/// A key for events about nobody in particular.
pub fn portal_key(portal: &Portal) -> Result<SealKey> {
    Ok(portal.keys().derived("events of the portal"))
}

/// The context in which a person's key is wrapped.
pub fn person_context(person: PersonId) -> String {
    format!("person:{person}")
}

/// The context in which a request's key is wrapped.
pub fn request_context(request: RequestId) -> String {
    format!("request:{request}")
}

/// A new key and its wrapped form.
pub fn new_key(portal: &Portal, context: &str) -> Result<(SealKey, Vec<u8>)> {
    let key = SealKey::new(portal.chance())?;
    let wrapped = portal.keys().wrap(portal.chance(), &key, context)?;
    Ok((key, wrapped))
}

/// A wrapped key, opened; a fault where it is missing or not what it should be.
pub fn unwrap(portal: &Portal, wrapped: Option<Vec<u8>>, context: &str) -> Result<SealKey> {
    let key = wrapped.and_then(|wrapped| portal.keys().unwrap_key(&wrapped, context));
    key.ok_or_else(|| Error::Failed(Fault::new("a key is missing or damaged")))
}

/// Seals a value as JSON.
pub fn seal<T: Serialize>(
    portal: &Portal,
    key: &SealKey,
    context: &str,
    value: &T,
) -> Result<Vec<u8>> {
    let plain = zeroize::Zeroizing::new(serde_json::to_vec(value)?);
    Ok(key.seal(portal.chance(), context, &plain)?)
}

/// Opens a value that was sealed as JSON.
pub fn open<T: DeserializeOwned>(key: &SealKey, context: &str, sealed: &[u8]) -> Result<T> {
    let plain = key.open(context, sealed);
    let plain = plain.ok_or_else(|| Error::Failed(Fault::new("a sealed row cannot be opened")))?;
    Ok(serde_json::from_slice(&plain)?)
}
