//! Writing signed checkpoints and cosignatures. The secret key stays with the caller: all that comes in is a function
//! that signs.

use super::cosignature::{MAX_TIME, cosigned_message};
use super::head::Head;
use super::note::NoteFault;
use super::vkey::{KeyKind, Vkey};
use ed25519_dalek_2::SignatureError;
use signed_note::{Note, Signature, Signer};

/// Signs as a log.
pub struct LogSigner<'a, F> {
    vkey: &'a Vkey,
    sign: F,
}

impl<'a, F: Fn(&[u8]) -> [u8; 64]> LogSigner<'a, F> {
    /// Signs with the secret key that belongs to this public one.
    pub const fn new(vkey: &'a Vkey, sign: F) -> Self {
        Self { vkey, sign }
    }
}

impl<F: Fn(&[u8]) -> [u8; 64]> Signer for LogSigner<'_, F> {
    fn name(&self) -> &str {
        self.vkey.name()
    }

    fn key_id(&self) -> u32 {
        self.vkey.id()
    }

    fn sign(&self, message: &[u8]) -> Result<Vec<u8>, SignatureError> {
        match self.vkey.kind() {
            KeyKind::Log => Ok((self.sign)(message).to_vec()),
            KeyKind::Witness => Err(SignatureError::new()),
        }
    }
}

/// Signs as a witness, at one moment.
pub struct Cosigner<'a, F> {
    vkey: &'a Vkey,
    at: u64,
    sign: F,
}

impl<'a, F: Fn(&[u8]) -> [u8; 64]> Cosigner<'a, F> {
    /// Signs with the secret key that belongs to this public one, at this second since 1970.
    pub const fn new(vkey: &'a Vkey, at: u64, sign: F) -> Self {
        Self { vkey, at, sign }
    }
}

impl<F: Fn(&[u8]) -> [u8; 64]> Signer for Cosigner<'_, F> {
    fn name(&self) -> &str {
        self.vkey.name()
    }

    fn key_id(&self) -> u32 {
        self.vkey.id()
    }

    fn sign(&self, message: &[u8]) -> Result<Vec<u8>, SignatureError> {
        if self.vkey.kind() != KeyKind::Witness || self.at == 0 || self.at > MAX_TIME {
            return Err(SignatureError::new());
        }
        let signature = (self.sign)(&cosigned_message(message, self.at));
        Ok([self.at.to_be_bytes().as_slice(), &signature].concat())
    }
}

/// The whole signed checkpoint.
pub fn sign_head(head: &Head, signers: &[&dyn Signer]) -> Result<String, NoteFault> {
    let text = head.text();
    Head::parse(&text)?;
    let mut note = Note::new(text.as_bytes(), &[]).map_err(|_| NoteFault::Malformed)?;
    note.add_sigs(signers).map_err(|_| NoteFault::Malformed)?;
    String::from_utf8(note.to_bytes()).map_err(|_| NoteFault::Malformed)
}

/// One signature line over a checkpoint's text, with its newline.
pub fn cosignature_line(text: &str, signer: &dyn Signer) -> Result<String, NoteFault> {
    let signature = signer.sign(text.as_bytes()).map_err(|_| NoteFault::Malformed)?;
    let line = Signature::new(signer.name().to_owned(), signer.key_id(), signature)
        .map_err(|_| NoteFault::Malformed)?;
    String::from_utf8(line.to_bytes()).map_err(|_| NoteFault::Malformed)
}
