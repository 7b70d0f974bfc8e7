//! A receipt as a signed file and as a page to print.
//!
//! The file is JSON: `receipt` holds the fields, `jws` a detached JWS (RFC 7515, appendix F) with `EdDSA`
//! (RFC 8037) whose payload is the canonical JSON (RFC 8785) of `receipt`. No key travels in the file:
//! whoever checks it brings the portal's public key.

use super::words;
use crate::keys::Keys;
use crate::portal::error::{Fault, Result};
use crate::strict;
use app::i18n::{day, day_and_time};
use app::receipt_words::{Item, Paper, paper, sentences};
use askama::Template;
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD as BASE64;
use consent::digest::Digest;
use consent::receipt::{FIRST_SCHEMA, Receipt, ReceiptKind, SCHEMA};
use consent::time::At;
use ed25519_dalek::{Signature, Signer as _, VerifyingKey};
use serde::{Deserialize, Serialize};
use serde_json::Value;

/// The only header that is ever signed or accepted.
const HEADER: &str = r#"{"alg":"EdDSA","typ":"sayso-receipt+jws"}"#;

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    receipt: Receipt,
    jws: String,
}

/// Why a file proves nothing.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NotProven {
    /// It is no receipt file.
    #[error("this is not a receipt of Sayso: {0}")]
    NotAReceipt(String),
    /// Its schema is another one.
    #[error("this receipt has the schema {0:?}, which this program does not know")]
    Schema(String),
    /// Its signature has another shape.
    #[error("the signature is not a detached EdDSA signature of a Sayso receipt")]
    Shape,
    /// The signature does not fit.
    #[error("the signature does not fit: the receipt was changed, or another key signed it")]
    Signature,
}

/// Signs a receipt; gives the file.
pub fn sign(keys: &Keys, receipt: &Receipt) -> Result<Vec<u8>> {
    let payload = serde_json_canonicalizer::to_vec(receipt)?;
    let header = BASE64.encode(HEADER);
    let signature = keys.receipt_signing().sign(signing_input(&header, &payload).as_bytes());
    let jws = format!("{header}..{}", BASE64.encode(signature.to_bytes()));
    let receipt = serde_json::from_slice(&payload)?;
    let mut file = serde_json::to_vec_pretty(&File { receipt, jws })?;
    file.push(b'\n');
    Ok(file)
}

/// What a file of ours says, unverified.
#[must_use]
pub fn read(file: &[u8]) -> Option<Receipt> {
    serde_json::from_slice::<File>(file).ok().map(|file| file.receipt)
}

/// Checks a file against the portal's public key; gives what it proves. What is signed is the file's own
/// `receipt`, as it stands there: nothing in it is beside the signature.
pub fn verify(file: &[u8], key: &VerifyingKey) -> std::result::Result<Receipt, NotProven> {
    let no_receipt = |why: &dyn std::fmt::Display| NotProven::NotAReceipt(why.to_string());
    let written = strict::read(file).map_err(|why| no_receipt(&why))?;
    let schema = written.pointer("/receipt/schema").and_then(Value::as_str);
    if let Some(other) = schema.filter(|schema| ![SCHEMA, FIRST_SCHEMA].contains(schema)) {
        return Err(NotProven::Schema(other.to_owned()));
    }
    let payload = written.get("receipt").map(serde_json_canonicalizer::to_vec);
    let payload = payload.and_then(std::result::Result::ok).unwrap_or_default();
    let File { receipt, jws } = serde_json::from_value(written).map_err(|why| no_receipt(&why))?;
    if !receipt.fits_its_schema() {
        return Err(no_receipt(&"its members are not those of its schema"));
    }
    let (header, signature) = jws.split_once("..").ok_or(NotProven::Shape)?;
    if BASE64.decode(header).ok().as_deref() != Some(HEADER.as_bytes()) {
        return Err(NotProven::Shape);
    }
    let signature = BASE64.decode(signature).map_err(|_| NotProven::Shape)?;
    let signature = Signature::from_slice(&signature).map_err(|_| NotProven::Shape)?;
    let input = signing_input(header, &payload);
    key.verify_strict(input.as_bytes(), &signature).map_err(|_| NotProven::Signature)?;
    Ok(receipt)
}

fn signing_input(header: &str, payload: &[u8]) -> String {
    format!("{header}.{}", BASE64.encode(payload))
}

#[derive(Template)]
#[template(path = "receipt.html")]
struct Page<'a> {
    receipt: &'a Receipt,
    words: Paper,
    happened: String,
    asker: &'a str,
    last_day: Option<String>,
    until: Option<String>,
    collected: Vec<(String, String)>,
    groups: [(&'a str, Vec<String>); 4],
    withdrawal: bool,
    rows: Vec<String>,
    signed: String,
}

/// The page to print, wholly in the receipt's language: self-contained, no script, no network, readable in ten years.
pub fn html(receipt: &Receipt, signed: &[u8]) -> Result<Vec<u8>> {
    let told = words::told(receipt);
    let lang = told.lang;
    let when = |at: At| day_and_time(lang, words::in_london(at));
    let titles = |items: &[Item]| items.iter().map(|item| item.words(lang)).collect::<Vec<_>>();
    let paper = paper(&told);
    let (share, stopped, paused, private) =
        (paper.share.clone(), paper.stopped.clone(), paper.paused.clone(), paper.private.clone());
    let page = Page {
        words: paper,
        happened: sentences(&told).into_iter().next().unwrap_or_default(),
        asker: &told.asker,
        last_day: receipt.end_date.map(|date| day(lang, date)),
        until: receipt.collect_until.map(when),
        collected: receipt
            .collections
            .iter()
            .map(|collection| (when(collection.at), collection.digest.to_string()))
            .collect(),
        groups: [
            (&share, titles(&told.shared)),
            (&stopped, titles(&told.stopped)),
            (&paused, titles(&told.paused)),
            (&private, titles(&told.private)),
        ],
        withdrawal: receipt.kind == ReceiptKind::Withdrawal,
        rows: receipt.digest.map(rows).unwrap_or_default(),
        signed: Digest::of(signed).to_string(),
        receipt,
    };
    let html = page.render().map_err(|_| Fault::new("a receipt cannot be written as a page"))?;
    Ok(html.into_bytes())
}

/// Four rows of four groups of four digits.
fn rows(digest: Digest) -> Vec<String> {
    let text = digest.to_string();
    let groups: Vec<&str> =
        (0..16).filter_map(|group| text.get(group * 4..group * 4 + 4)).collect();
    groups.chunks(4).map(|row| row.join(" ")).collect()
}
