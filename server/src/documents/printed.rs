//! A receipt as a document for paper: the sheet of its words, its digests and a square code that leads to the page that
//! checks it. The code holds the receipt's id and digest, and nothing else.

use super::receipt::digest;
use super::words;
use crate::portal::error::{Fault, Result};
use app::i18n::Lang;
use app::receipt_words::{Printed, Row, Section, Sheet, printed};
use consent::receipt::Receipt;
use consent::time::At;
use paper::{Document, Fact, Part, Piece, Square, Value};
use time::{OffsetDateTime, PrimitiveDateTime};

/// The document. `signed` is the signed file.
pub fn document(receipt: &Receipt, signed: &[u8]) -> Result<Document> {
    let Sheet { lang, title, heading, sentences, sections, digest, check, footer, .. } =
        words::sheet(receipt, signed);
    let Printed { page_of, scan, scan_alternative } = printed(lang, &receipt.issuer);
    let mut parts: Vec<Part> = sections.into_iter().map(part).collect();
    parts.extend(digest.map(|digest| Part {
        heading: digest.heading,
        pieces: vec![Piece::Words(digest.text), Piece::Rows(digest.rows)],
    }));
    let mut check = part(check);
    let square = square(receipt, signed)?;
    check.pieces.insert(0, Piece::Scan { square, alternative: scan_alternative, words: scan });
    parts.push(check);
    Ok(Document {
        lang: paper_lang(lang),
        title,
        id: receipt.id.to_string(),
        made: moment(receipt.at),
        brand: "Sayso".to_owned(),
        heading,
        lead: sentences,
        parts,
        end: footer,
        foot: format!("Sayso, {}", receipt.id.short()),
        page_of,
    })
}

/// The square code of a receipt.
pub fn square(receipt: &Receipt, signed: &[u8]) -> Result<Square> {
    let digest = digest(signed).ok_or_else(|| Fault::new("a receipt has no digest"))?;
    let held = format!("{}{}#{}.{digest}", receipt.issuer, app::paths::VERIFY, receipt.id);
    Ok(Square::of(&held).map_err(|_| Fault::new("a receipt does not fit into a square code"))?)
}

pub(super) const fn paper_lang(lang: Lang) -> paper::Lang {
    match lang {
        Lang::En => paper::Lang::English,
        Lang::Cy => paper::Lang::Welsh,
    }
}

/// The moment in UTC, for a document that asks no clock.
pub(super) fn moment(at: At) -> PrimitiveDateTime {
    let moment = OffsetDateTime::from_unix_timestamp(at.micros().div_euclid(1_000_000));
    let moment = moment.unwrap_or(OffsetDateTime::UNIX_EPOCH);
    PrimitiveDateTime::new(moment.date(), moment.time())
}

fn part(Section { heading, text, items, rows }: Section) -> Part {
    let mut pieces: Vec<Piece> = text.into_iter().map(Piece::Words).collect();
    if !items.is_empty() {
        pieces.push(Piece::Bullets(items));
    }
    if !rows.is_empty() {
        pieces.push(Piece::Facts(rows.into_iter().map(fact).collect()));
    }
    Part { heading, pieces }
}

fn fact(Row { label, value, code }: Row) -> Fact {
    let digits = code && value.len() == 64 && value.bytes().all(|byte| byte.is_ascii_hexdigit());
    let value = if digits { Value::Digits(value) } else { Value::Words(value) };
    Fact { name: label, value }
}
