//! A receipt as a signed file and as a page to print.
//!
//! The file is JSON: `receipt` holds the fields, `jws` a detached JWS (RFC 7515, appendix F) with `EdDSA`
//! (RFC 8037) whose payload is the canonical JSON (RFC 8785) of `receipt`. No key travels in the file:
//! whoever checks it brings the portal's public key.

use super::printed::square;
use super::words;
use crate::keys::Keys;
use crate::portal::error::{Fault, Result};
use app::receipt_words::{Printed, Sheet, printed};
use askama::Template;
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD as BASE64;
use consent::digest::Digest;
use consent::proof::receipt::{File, HEADER, Trust, Trusted, Wrong, check, signing_input};
use consent::receipt::Receipt;
use ed25519_dalek::{Signer as _, VerifyingKey};
use paper::Square;

/// Signs a receipt; gives the file.
pub fn sign(keys: &Keys, receipt: &Receipt) -> Result<Vec<u8>> {
    let payload = serde_json_canonicalizer::to_vec(receipt)?;
    let signature = keys.receipt_signing().sign(signing_input(&payload).as_bytes());
    let jws = format!("{}..{}", BASE64.encode(HEADER), BASE64.encode(signature.to_bytes()));
    let receipt = serde_json::from_slice(&payload)?;
    let mut file = serde_json::to_vec_pretty(&File { receipt, jws, proof: None })?;
    file.push(b'\n');
    Ok(file)
}

/// What a file of ours says, unverified.
#[must_use]
pub fn read(file: &[u8]) -> Option<Receipt> {
    serde_json::from_slice::<File>(file).ok().map(|file| file.receipt)
}

/// Checks a file against the portal's public key alone; gives what it proves.
pub fn verify(file: &[u8], key: &VerifyingKey) -> std::result::Result<Receipt, Wrong> {
    // A key that anybody could sign for has signed nothing.
    let key = Trusted::of(key.to_bytes()).map_err(|_| Wrong::Signature)?;
    let trust = Trust::new(vec![key], Vec::new(), 0).map_err(|_| Wrong::Signature)?;
    check(file, &trust).map(|checked| checked.receipt)
}

/// The digest of a receipt: SHA-256 over the canonical JSON (RFC 8785) of its members `jws` and `receipt`. The log and
/// the code on paper name it. A proof that is attached is not in it.
#[must_use]
pub fn digest(file: &[u8]) -> Option<Digest> {
    consent::proof::receipt::digest(file).ok()
}

/// The signed file with this proof at its end. Every byte before it stays as it was signed and sealed.
#[must_use]
pub fn with_proof(signed: &[u8], proof: &str) -> Vec<u8> {
    let end = b"\n}\n";
    let (Some(before), Ok(proof)) = (signed.strip_suffix(end), serde_json::to_vec(proof)) else {
        return signed.to_vec();
    };
    [before, b",\n  \"proof\": ", &proof, end].concat()
}

#[derive(Template)]
#[template(path = "receipt.html")]
struct Page {
    sheet: Sheet,
    square: Square,
    printed: Printed,
}

/// The page to print, wholly in the receipt's language: self-contained, no script, no network, readable in ten years.
pub fn html(receipt: &Receipt, signed: &[u8]) -> Result<Vec<u8>> {
    let sheet = words::sheet(receipt, signed);
    let printed = printed(sheet.lang, &receipt.issuer);
    let page = Page { sheet, square: square(receipt, signed)?, printed };
    let html = page.render().map_err(|_| Fault::new("a receipt cannot be written as a page"))?;
    Ok(html.into_bytes())
}
