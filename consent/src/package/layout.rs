//! The bytes of a package: ordered, renumbered, canonical. Nothing in them counts, names or numbers what is not there.

use super::{AGREEMENT, Contents, Package, Piece, SENTENCE, Sent, Withheld, order};
use crate::canonical;
use crate::category::Category;
use crate::digest::Digest;
use crate::elements;
use crate::request::Request;
use crate::seeded::{Fault, planted};
use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet};

impl Package {
    /// Lays these pieces out. Every piece that one refers to is among them.
    pub(crate) fn lay_out(
        request: &Request,
        rules: u32,
        pieces: Vec<Piece>,
        mut withheld: Vec<Withheld>,
        shared: &BTreeSet<Category>,
        size: usize,
    ) -> Self {
        withheld.sort_by(|a, b| (a.home, &a.why, a.key).cmp(&(b.home, &b.why, b.key)));
        let present = present(&pieces, shared);
        let (bytes, sent) = write(request, rules, pieces, size);
        let digest = Digest::of(&bytes);
        Self { bytes, digest, contents: Contents { rules, sent, withheld, present } }
    }
}

/// The items of which something is in the package.
fn present(pieces: &[Piece], shared: &BTreeSet<Category>) -> BTreeSet<Category> {
    let each = pieces.iter();
    let mut present: BTreeSet<Category> =
        each.clone().flat_map(|piece| piece.matters.iter().copied().chain([piece.home])).collect();
    if each.clone().any(|piece| piece.copied.tells_address) {
        present.insert(Category::AddressAndContact);
    }
    if !each.clone().any(|piece| piece.copied.tells_identity) {
        present.remove(&Category::WhoIAm);
    }
    let own_words = [Category::MyOwnWords, Category::CarersWords, Category::AnswersToQuestions];
    let mut others = each.filter(|piece| !own_words.contains(&piece.home));
    if others.any(|piece| piece.copied.has_free_text()) {
        present.insert(Category::ConsultationNotes);
    }
    present.intersection(shared).copied().collect()
}

fn write(
    request: &Request,
    rules: u32,
    mut pieces: Vec<Piece>,
    size: usize,
) -> (Vec<u8>, Vec<Sent>) {
    let places: BTreeMap<usize, usize> =
        pieces.iter().enumerate().map(|(place, piece)| (piece.number, place)).collect();
    let targets = |piece: &Piece| {
        let targets = piece.copied.refers_to.iter();
        targets.filter_map(|number| places.get(number).copied()).collect::<Vec<usize>>()
    };
    let ranks = order::ranks(&pieces, &pieces.iter().map(targets).collect::<Vec<_>>());
    // In their own place: a large package is in memory often enough.
    pieces.sort_unstable_by_key(|piece| places.get(&piece.number).and_then(|at| ranks.get(*at)));
    let mut counters: BTreeMap<&str, usize> = BTreeMap::new();
    let mut names: BTreeMap<usize, String> = BTreeMap::new();
    for piece in &pieces {
        let number = counters.entry(piece.kind.as_str()).or_default();
        *number += 1;
        names.insert(piece.number, format!("{}/{number}", piece.kind));
    }
    let name_of = |number: usize| names.get(&number).map_or("", String::as_str);
    let [subject, patient] = ["subject", "patient"].map(|name| about(request, name));
    let agreement = canonical::to_vec(&agreement(request, rules, size)).unwrap_or_default();
    let mut bytes = Vec::with_capacity(room(&pieces) + agreement.len());
    bytes.push(b'{');
    let mut sent = Vec::with_capacity(pieces.len());
    for (place, piece) in pieces.into_iter().enumerate() {
        bytes.extend_from_slice(if place == 0 { b"\"entry\":[" } else { b"," });
        bytes.extend_from_slice(b"{\"resource\":");
        let own = name_of(piece.number).split_once('/').map(|(_, id)| id);
        let id = if planted(Fault::IdsKept) { piece.source_id.as_deref() } else { own };
        let element = elements::subject_element(piece.kind.as_str());
        let about = if element == Some("patient") { &patient } else { &subject };
        piece.copied.write_named(&mut bytes, id, about, name_of);
        bytes.push(b'}');
        sent.push(Sent {
            key: piece.key,
            name: name_of(piece.number).to_owned(),
            home: piece.home,
            matters: piece.matters,
            touched: piece.touched,
            date: piece.date,
        });
    }
    if !sent.is_empty() {
        bytes.extend_from_slice(b"],");
    }
    // Of all members of a Bundle only its entries come before these.
    bytes.extend_from_slice(agreement.get(1..).unwrap_or_default());
    (bytes, sent)
}

/// Enough bytes for the entries, so that the largest file is never in memory twice: to each its id, its subject and a
/// name for whatever it refers to.
fn room(pieces: &[Piece]) -> usize {
    let each = pieces.iter().map(|piece| &piece.copied);
    each.map(|copied| copied.text().len() + 192 + 48 * copied.refers_to.len()).sum()
}

/// The request instead of the person, as a member of an entry.
fn about(request: &Request, element: &str) -> Vec<u8> {
    format!(
        r#""{element}":{{"identifier":{{"system":"urn:ietf:rfc:3986","value":"urn:uuid:{}"}}}}"#,
        request.id
    )
    .into_bytes()
}

/// The Bundle without its entries.
fn agreement(request: &Request, rules: u32, size: usize) -> Value {
    let part = |url: &str, member: &str, value: Value| json!({ "url": url, member: value });
    let mut parts = vec![
        part("rules", "valuePositiveInt", json!(rules)),
        part("purpose", "valueCode", json!(request.purpose)),
        part("purpose-version", "valuePositiveInt", json!(request.purpose_version)),
        part("statement", "valueString", json!(SENTENCE)),
    ];
    if let Some((from, to)) = request.period() {
        let period = json!({ "start": from.to_string(), "end": to.to_string() });
        parts.push(part("period", "valuePeriod", period));
    }
    if planted(Fault::CountKept) {
        parts.push(part("of", "valueUnsignedInt", json!(size)));
    }
    json!({
        "resourceType": "Bundle",
        "type": "collection",
        "meta": { "extension": [{ "url": AGREEMENT, "extension": parts }] },
    })
}
