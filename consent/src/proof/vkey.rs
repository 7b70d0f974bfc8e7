//! The public key of a log or a witness, with its name, as C2SP `signed-note` writes it. Never a secret key.

use super::cosignature;
use base64::{Engine as _, engine::general_purpose::STANDARD};
use ed25519_dalek_2::{Signature, VerifyingKey};
use std::fmt;

/// Whose key it is, which says what its signatures look like.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum KeyKind {
    /// A log's: Ed25519 over the text (type 0x01).
    Log,
    /// A witness's: a timestamped Ed25519 cosignature (type 0x04).
    Witness,
}

impl KeyKind {
    const fn byte(self) -> u8 {
        match self {
            Self::Log => 0x01,
            Self::Witness => 0x04,
        }
    }
}

/// A named public key.
#[derive(Clone, PartialEq, Eq)]
pub struct Vkey {
    name: String,
    id: u32,
    kind: KeyKind,
    public: VerifyingKey,
}

/// Why a text or some bytes are no such key.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum VkeyFault {
    /// Not the form of a verifier key.
    #[error("a verifier key has the form name+8 hex digits+base64")]
    Form,
    /// The name cannot stand in a signature line.
    #[error("a key's name is not empty and has no spaces, no control characters and no +")]
    Name,
    /// Another kind of key.
    #[error("only Ed25519 keys of logs (type 1) and of witnesses (type 4) are understood")]
    Kind,
    /// The digits do not belong to this name and key.
    #[error("the key's id does not belong to its name and its bytes")]
    Id,
    /// The bytes are no public key, or one that anybody could sign for.
    #[error("the bytes are no Ed25519 public key that can be trusted")]
    Bytes,
}

impl Vkey {
    /// The key of the log with this origin.
    pub fn log(origin: &str, public: &[u8; 32]) -> Result<Self, VkeyFault> {
        Self::new(origin, KeyKind::Log, public)
    }

    /// The key of the witness with this name.
    pub fn witness(name: &str, public: &[u8; 32]) -> Result<Self, VkeyFault> {
        Self::new(name, KeyKind::Witness, public)
    }

    fn new(name: &str, kind: KeyKind, public: &[u8; 32]) -> Result<Self, VkeyFault> {
        if !signed_note::is_key_name_valid(name) || name.chars().any(char::is_control) {
            return Err(VkeyFault::Name);
        }
        let id = signed_note::key_id(name, &typed(kind, public));
        let public = VerifyingKey::from_bytes(public).map_err(|_| VkeyFault::Bytes)?;
        if public.is_weak() {
            return Err(VkeyFault::Bytes);
        }
        Ok(Self { name: name.to_owned(), id, kind, public })
    }

    /// Reads a verifier key, in the one form in which [`fmt::Display`] writes it.
    pub fn parse(text: &str) -> Result<Self, VkeyFault> {
        let (name, rest) = text.split_once('+').ok_or(VkeyFault::Form)?;
        let (_, key) = rest.split_once('+').ok_or(VkeyFault::Form)?;
        let key = STANDARD.decode(key).map_err(|_| VkeyFault::Form)?;
        let (byte, public) = key.split_first().ok_or(VkeyFault::Form)?;
        let kind = match byte {
            0x01 => KeyKind::Log,
            0x04 => KeyKind::Witness,
            _ => return Err(VkeyFault::Kind),
        };
        let public: &[u8; 32] = public.try_into().map_err(|_| VkeyFault::Bytes)?;
        let vkey = Self::new(name, kind, public)?;
        if vkey.to_string() == text { Ok(vkey) } else { Err(VkeyFault::Id) }
    }

    /// The name of the log or the witness.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The short id that signature lines carry.
    #[must_use]
    pub const fn id(&self) -> u32 {
        self.id
    }

    /// Whose key it is.
    #[must_use]
    pub const fn kind(&self) -> KeyKind {
        self.kind
    }

    /// The 32 bytes of the public key.
    #[must_use]
    pub fn public(&self) -> [u8; 32] {
        self.public.to_bytes()
    }
}

fn typed(kind: KeyKind, public: &[u8; 32]) -> Vec<u8> {
    [[kind.byte()].as_slice(), public].concat()
}

impl fmt::Display for Vkey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let key = STANDARD.encode(typed(self.kind, &self.public()));
        write!(f, "{}+{:08x}+{key}", self.name, self.id)
    }
}

impl fmt::Debug for Vkey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl signed_note::Verifier for Vkey {
    fn name(&self) -> &str {
        &self.name
    }

    fn key_id(&self) -> u32 {
        self.id
    }

    fn verify(&self, message: &[u8], signature: &[u8]) -> bool {
        match self.kind {
            KeyKind::Log => ed25519(&self.public, message, signature),
            KeyKind::Witness => cosignature::verify(signature, message, |message, signature| {
                ed25519(&self.public, message, signature)
            }),
        }
    }
}

fn ed25519(public: &VerifyingKey, message: &[u8], signature: &[u8]) -> bool {
    Signature::from_slice(signature)
        .is_ok_and(|signature| public.verify_strict(message, &signature).is_ok())
}

#[cfg(test)]
mod tests {
    use super::*;

    const EXAMPLE: &str = "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k";

    #[test]
    fn a_key_is_read_and_written_as_the_specification_has_it() {
        let vkey = Vkey::parse(EXAMPLE).unwrap();
        assert_eq!(vkey.to_string(), EXAMPLE);
        assert_eq!(
            (vkey.name(), vkey.id(), vkey.kind()),
            ("example.com/foo", 0x530d_903a, KeyKind::Log)
        );
        assert_eq!(Vkey::log("example.com/foo", &vkey.public()), Ok(vkey.clone()));
        let witness = Vkey::witness("example.com/foo", &vkey.public()).unwrap();
        assert_ne!(witness.id(), vkey.id());
        assert_eq!(Vkey::parse(&witness.to_string()), Ok(witness));
    }

    #[test]
    fn every_single_changed_character_makes_it_another_key_or_none() {
        for place in 0..EXAMPLE.len() {
            for byte in 0x20..0x7f_u8 {
                let mut text = EXAMPLE.as_bytes().to_vec();
                if text[place] == byte {
                    continue;
                }
                text[place] = byte;
                let text = String::from_utf8(text).unwrap();
                assert!(Vkey::parse(&text).is_err(), "{text}");
            }
        }
    }

    #[test]
    fn a_key_that_anybody_could_sign_for_is_none() {
        assert_eq!(Vkey::log("log", &[0; 32]), Err(VkeyFault::Bytes));
        let mut identity = [0; 32];
        identity[0] = 1;
        assert_eq!(Vkey::witness("witness", &identity), Err(VkeyFault::Bytes));
        for name in ["", "a b", "a+b", "a\nb", "a\u{7}b", "a\u{a0}b"] {
            assert_eq!(
                Vkey::log(name, &Vkey::parse(EXAMPLE).unwrap().public()),
                Err(VkeyFault::Name)
            );
        }
    }
}
