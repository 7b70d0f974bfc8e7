//! The key of a witness: made on its first start, readable by its owner alone, never shown.

use crate::chance::Chance;
use crate::keys::{KeysFault, files};
use ed25519_dalek::SigningKey;
use ed25519_dalek::pkcs8::spki::der::pem::LineEnding;
use ed25519_dalek::pkcs8::{DecodePrivateKey as _, EncodePrivateKey as _};
use std::path::Path;

/// The name of the file.
const FILE: &str = "witness.key";

/// Reads the key in this folder, or makes it.
pub(super) fn open(folder: &Path) -> Result<SigningKey, KeysFault> {
    files::folder(folder)?;
    let path = folder.join(FILE);
    let broken = || KeysFault::Broken(path.clone());
    let new = SigningKey::from_bytes(&Chance.bytes::<32>()?);
    let pem = new.to_pkcs8_pem(LineEnding::LF).map_err(|_| broken())?;
    let text = files::text(&path, &pem)?;
    SigningKey::from_pkcs8_pem(&text).map_err(|_| broken())
}
