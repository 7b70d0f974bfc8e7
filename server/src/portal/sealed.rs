//! Packages at rest: each sealed under a key of its own, which is wrapped by the master key and destroyed
//! with the permission. Nothing opens without the very digest that was stored.

use super::error::{Fault, Result};
use super::{Portal, vault};
use crate::store::packages::{Sealed, SealedRow};
use consent::decision::Decision;
use consent::digest::Digest;
use consent::ids::RequestId;
use consent::package::{Contents, Package};
use serde::{Deserialize, Serialize};

/// What is kept beside a preview.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Kept {
    /// The decision that it was made under.
    pub decision: Decision,
    /// Cut from a confirmed package after a withdrawal.
    pub cut: bool,
    /// The same bytes were shown under other answers before, say in another window: the digest alone does not tell
    /// which of them are meant.
    #[serde(default)]
    pub doubtful: bool,
}

/// The context of a preview.
pub fn preview_context(request: RequestId) -> String {
    format!("preview:{request}")
}

/// The context of a confirmed package.
pub fn package_context(request: RequestId, version: u32) -> String {
    format!("package:{request}:{version}")
}

/// Seals a package under a new key.
pub fn seal(portal: &Portal, package: &Package, context: &str) -> Result<Sealed> {
    let (key, key_wrapped) = vault::new_key(portal, context)?;
    Ok(Sealed {
        digest: package.digest().as_bytes().to_vec(),
        size: i64::try_from(package.bytes().len()).unwrap_or(i64::MAX),
        sealed: key.seal(portal.chance(), &format!("{context}:bytes"), package.bytes())?,
        contents_sealed: vault::seal(
            portal,
            &key,
            &format!("{context}:contents"),
            package.contents(),
        )?,
        key_wrapped,
    })
}

/// Opens what was sealed; a fault where anything differs.
pub fn open(portal: &Portal, row: &SealedRow, context: &str) -> Result<Package> {
    let key = vault::unwrap(portal, row.key_wrapped.clone(), context)?;
    let sealed = row.sealed.as_deref().unwrap_or_default();
    let bytes = key
        .open(&format!("{context}:bytes"), sealed)
        .ok_or_else(|| Fault::new("a sealed package cannot be opened"))?;
    let contents: Contents = vault::open(
        &key,
        &format!("{context}:contents"),
        row.contents_sealed.as_deref().unwrap_or_default(),
    )?;
    let digest = <[u8; 32]>::try_from(row.digest.as_slice()).map(Digest::from_bytes);
    let digest = digest.map_err(|_| Fault::new("a stored digest is damaged"))?;
    let package = Package::reopen(bytes.to_vec(), digest, contents);
    Ok(package.ok_or_else(|| Fault::new("a sealed package is not the one that was stored"))?)
}
