//! The detached JWS of a receipt: `EdDSA` (RFC 8037) over the canonical JSON of its fields. One header, and no other.

use super::trust::Trusted;
use super::wrong::Wrong;
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD as BASE64;
use ed25519_dalek_2::{Signature, VerifyingKey};

/// The only header that is ever signed or accepted.
pub const HEADER: &str = r#"{"alg":"EdDSA","typ":"sayso-receipt+jws"}"#;

/// What is signed: the header and the payload, as a JWS has them.
#[must_use]
pub fn signing_input(payload: &[u8]) -> String {
    format!("{}.{}", BASE64.encode(HEADER), BASE64.encode(payload))
}

/// Which of these keys has signed the payload.
pub(super) fn verify<'a>(
    jws: &str,
    payload: &[u8],
    keys: &'a [Trusted],
) -> Result<&'a Trusted, Wrong> {
    let (header, signature) = jws.split_once("..").ok_or(Wrong::Shape)?;
    if header != BASE64.encode(HEADER) {
        return Err(Wrong::Shape);
    }
    let signature = BASE64.decode(signature).map_err(|_| Wrong::Shape)?;
    let signature = Signature::from_slice(&signature).map_err(|_| Wrong::Shape)?;
    let input = signing_input(payload);
    let signed = |key: &&Trusted| {
        VerifyingKey::from_bytes(key.public())
            .is_ok_and(|key| key.verify_strict(input.as_bytes(), &signature).is_ok())
    };
    keys.iter().find(signed).ok_or(Wrong::Signature)
}
