//! The keys of this portal, and sealing with them. Files of mode 0600 in a folder of mode 0700, made
//! on first start. A key is never shown: not in a log, not by `Debug`, not in an error.

pub(crate) mod files;
mod seal;

pub use files::KeysFault;
pub use seal::{SealFault, SealKey};

use ed25519_dalek::pkcs8::spki::der::pem::LineEnding;
use ed25519_dalek::pkcs8::{
    DecodePrivateKey, DecodePublicKey, EncodePrivateKey, EncodePublicKey, KeypairBytes,
};
use ed25519_dalek::{SigningKey, VerifyingKey};
use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;
use std::fmt;
use std::path::Path;
use zeroize::Zeroizing;

use crate::chance::Chance;

/// What seals, indexes and signs for this portal.
pub struct Keys {
    master: SealKey,
    index: Zeroizing<[u8; 32]>,
    receipt: SigningKey,
}

impl fmt::Debug for Keys {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Keys(..)")
    }
}

impl Keys {
    /// Reads the keys in this folder, and makes those that are not there yet. Safe when two
    /// processes start at once: both end up with the same keys.
    pub fn open(folder: &Path) -> Result<Self, KeysFault> {
        files::folder(folder)?;
        let master = files::secret(&folder.join("master.key"))?;
        let index = files::secret(&folder.join("index.key"))?;
        let receipt = receipt_key(folder)?;
        Ok(Self { master: SealKey::from_bytes(*master), index, receipt })
    }

    /// Seals a key under the master key, for this context only.
    pub fn wrap(&self, chance: Chance, key: &SealKey, context: &str) -> Result<Vec<u8>, SealFault> {
        self.master.seal(chance, context, key.bytes())
    }

    /// The key that was sealed for this context; none where it was altered or belongs elsewhere.
    #[must_use]
    pub fn unwrap_key(&self, wrapped: &[u8], context: &str) -> Option<SealKey> {
        let bytes = self.master.open(context, wrapped)?;
        <[u8; 32]>::try_from(bytes.as_slice()).ok().map(SealKey::from_bytes)
    }

    /// The portal's own key for this purpose, derived from the master key.
    #[must_use]
    pub fn derived(&self, purpose: &str) -> SealKey {
        SealKey::from_bytes(code(self.master.bytes(), "derived", purpose))
    }

    /// A value that finds a text again without telling it: HMAC-SHA-256 of label and text (RFC 2104).
    #[must_use]
    pub fn blind_index(&self, label: &str, text: &str) -> Vec<u8> {
        code(self.index.as_slice(), label, text).to_vec()
    }

    /// The Ed25519 key that signs receipts and checkpoints (RFC 8032).
    #[must_use]
    pub const fn receipt_signing(&self) -> &SigningKey {
        &self.receipt
    }

    /// The public half of it.
    #[must_use]
    pub fn receipt_verifying(&self) -> VerifyingKey {
        self.receipt.verifying_key()
    }

    /// The public half as PEM, as it stands in `receipt.pub`.
    pub fn receipt_public_pem(&self) -> Result<String, KeysFault> {
        public_pem(&self.receipt)
    }
}

/// Reads a public key for receipts from PEM (SPKI, RFC 8410).
pub fn parse_receipt_public(pem: &str) -> Option<VerifyingKey> {
    VerifyingKey::from_public_key_pem(pem).ok()
}

/// A private key as PEM (PKCS #8 version 1, RFC 8410) without its public half: OpenSSL 3.0 reads no other.
#[must_use]
pub fn private_pem(key: &SigningKey) -> Option<Zeroizing<String>> {
    let alone = KeypairBytes { secret_key: key.to_bytes(), public_key: None };
    alone.to_pkcs8_pem(LineEnding::LF).ok()
}

/// HMAC-SHA-256 of label and text; the label has no zero byte in it.
fn code(key: &[u8], label: &str, text: &str) -> [u8; 32] {
    let Ok(mut mac) = Hmac::<Sha256>::new_from_slice(key) else {
        unreachable!("HMAC takes a key of any length")
    };
    mac.update(label.as_bytes());
    mac.update(&[0]);
    mac.update(text.as_bytes());
    mac.finalize().into_bytes().into()
}

/// Reads or makes `receipt.key`, and puts its public half beside it.
fn receipt_key(folder: &Path) -> Result<SigningKey, KeysFault> {
    let path = folder.join("receipt.key");
    let new = SigningKey::from_bytes(&Chance.bytes::<32>()?);
    let pem = private_pem(&new).ok_or_else(|| KeysFault::broken(&path))?;
    let text = files::text(&path, &pem)?;
    let key = SigningKey::from_pkcs8_pem(&text).map_err(|_| KeysFault::broken(&path))?;
    let public_path = folder.join("receipt.pub");
    let public = files::text(&public_path, &public_pem(&key)?)?;
    if parse_receipt_public(&public) == Some(key.verifying_key()) {
        Ok(key)
    } else {
        Err(KeysFault::broken(&public_path))
    }
}

fn public_pem(key: &SigningKey) -> Result<String, KeysFault> {
    key.verifying_key()
        .to_public_key_pem(LineEnding::LF)
        .map_err(|_| KeysFault::broken(Path::new("receipt.pub")))
}

#[cfg(test)]
mod tests;
