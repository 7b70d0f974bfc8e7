//! Sealing: XChaCha20-Poly1305 with the nonce in front and the context as associated data, so that
//! what was sealed for one place cannot be opened in another.

use chacha20poly1305::aead::{Aead, KeyInit, Payload};
use chacha20poly1305::{Key, XChaCha20Poly1305, XNonce};
use std::fmt;
use zeroize::Zeroizing;

use crate::chance::{Chance, ChanceFault};
use crate::work;

const NONCE: usize = 24;

/// A key that seals and opens; wiped from memory when it goes.
pub struct SealKey(Zeroizing<[u8; 32]>);

impl fmt::Debug for SealKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("SealKey(..)")
    }
}

/// Why something could not be sealed.
#[derive(Clone, Copy, Debug, thiserror::Error)]
pub enum SealFault {
    /// There is no randomness for a key or a nonce.
    #[error(transparent)]
    Chance(#[from] ChanceFault),
    /// It is longer than the cipher takes (256 GiB).
    #[error("this is too long to seal")]
    TooLong,
}

impl SealKey {
    /// A key nobody had before.
    pub fn new(chance: Chance) -> Result<Self, ChanceFault> {
        chance.bytes::<32>().map(Self::from_bytes)
    }

    /// A key that was kept.
    #[must_use]
    pub fn from_bytes(bytes: [u8; 32]) -> Self {
        Self(Zeroizing::new(bytes))
    }

    pub(super) fn bytes(&self) -> &[u8] {
        self.0.as_slice()
    }

    fn cipher(&self) -> XChaCha20Poly1305 {
        XChaCha20Poly1305::new(&Key::from(*self.0))
    }

    /// Seals these bytes for this context.
    pub fn seal(&self, chance: Chance, context: &str, plain: &[u8]) -> Result<Vec<u8>, SealFault> {
        work::done(|work| work.sealed += 1);
        let nonce = chance.bytes::<NONCE>()?;
        let payload = Payload { msg: plain, aad: context.as_bytes() };
        let secret = self.cipher().encrypt(&XNonce::from(nonce), payload);
        let secret = secret.map_err(|_| SealFault::TooLong)?;
        let mut sealed = Vec::with_capacity(NONCE + secret.len());
        sealed.extend_from_slice(&nonce);
        sealed.extend_from_slice(&secret);
        Ok(sealed)
    }

    /// Opens what was sealed with this key for this context; none for anything else.
    #[must_use]
    pub fn open(&self, context: &str, sealed: &[u8]) -> Option<Zeroizing<Vec<u8>>> {
        work::done(|work| work.unsealed += 1);
        let (nonce, secret) = sealed.split_first_chunk::<NONCE>()?;
        let payload = Payload { msg: secret, aad: context.as_bytes() };
        let plain = self.cipher().decrypt(&XNonce::from(*nonce), payload);
        plain.ok().map(Zeroizing::new)
    }
}
