//! Promise 7 on raw JSON: the package of a real record is the package of what it holds alone, byte for byte,
//! and no text that only withheld entries hold is in it. On our own records always, on other people's where
//! they are at hand.

#![expect(
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "a test stops at whatever it did not expect"
)]

mod shared;

use consent::assemble::assemble;
use consent::category::Category;
use consent::classify::Rules;
use consent::decision::{Answer, Decision};
use consent::ids::RequestId;
use consent::package::Package;
use consent::purpose::IdentityField;
use consent::record::Record;
use consent::request::{Item, Request};
use consent::time::{At, Span};
use serde_json::Value;
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use time::macros::date;

/// Decisions tried on each record.
const DECISIONS: u64 = 12;

fn request(asked: impl Iterator<Item = Category>) -> Request {
    Request {
        id: RequestId(uuid::Uuid::from_u128(5)),
        purpose: "pip-first-decision".to_owned(),
        purpose_version: 1,
        items: asked
            .map(|category| Item {
                category,
                decision_points: vec!["dl1".to_owned()],
                reason: "Needed for this question".to_owned(),
                from: date!(1950 - 01 - 01),
                to: date!(2026 - 01 - 01),
            })
            .collect(),
        fields: BTreeSet::from([
            IdentityField::Name,
            IdentityField::BirthDate,
            IdentityField::Practice,
        ]),
        recipients: vec!["DWP PIP decision makers".to_owned()],
        keep_for: Span::parse("P24M").expect("a span"),
        collect_within: Span::parse("P90D").expect("a span"),
        submitted_at: At::from_micros(1_767_225_600_000_000),
        respond_by: date!(2026 - 03 - 01),
        closed_at: None,
        client_disabled: false,
    }
}

/// A different mix of asked, shared and refused categories for each number.
fn case(number: u64) -> (Request, Decision) {
    let bits = number
        .wrapping_mul(0x9E37_79B9_7F4A_7C15)
        .rotate_left(17)
        .wrapping_mul(0xBF58_476D_1CE4_E5B9);
    let open = Category::ALL.iter().copied().filter(|category| !category.is_restricted());
    let asked: Vec<Category> = open
        .enumerate()
        .filter(|(place, _)| bits >> (place % 61) & 7 != 0)
        .map(|(_, c)| c)
        .collect();
    let mut decision = Decision::default();
    for (place, category) in asked.iter().enumerate() {
        // The first decision shares everything, the last nothing that is sensitive.
        let share = number == 0
            || !category.is_sensitive()
            || (number + 1 < DECISIONS && bits >> (place % 53) & 1 == 0);
        decision.answers.insert(*category, if share { Answer::Share } else { Answer::DoNotShare });
    }
    (request(asked.into_iter()), decision)
}

fn bundles(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            found.extend(bundles(&path));
        } else if path.extension().is_some_and(|ending| ending == "json") {
            found.push(path);
        }
    }
    found.sort();
    found
}

fn only(source: &Value, keep: &BTreeSet<usize>) -> Value {
    let mut smaller = source.clone();
    let entries = smaller["entry"].as_array_mut().expect("entries");
    let mut place = 0;
    entries.retain(|_| {
        place += 1;
        keep.contains(&(place - 1))
    });
    smaller
}

fn places(record: &Record, package: &Package) -> BTreeSet<usize> {
    let mut sent: Vec<_> = package.contents().sent.iter().map(|sent| sent.key).collect();
    let mut places = BTreeSet::new();
    for (place, entry) in record.entries().iter().enumerate() {
        if let Some(found) = sent.iter().position(|key| *key == entry.key) {
            sent.swap_remove(found);
            places.insert(place);
        }
    }
    places
}

fn strings(value: &Value, found: &mut BTreeSet<String>) {
    match value {
        Value::String(text) => {
            found.insert(text.clone());
        }
        Value::Array(members) => members.iter().for_each(|member| strings(member, found)),
        Value::Object(members) => members.values().for_each(|member| strings(member, found)),
        _ => {}
    }
}

/// Words that the package itself brings, in whatever it is made of.
const OWN_WORDS: &[&str] = &["Bundle", "collection", "urn:ietf:rfc:3986"];

fn leaves_no_trace(path: &Path) -> usize {
    let bytes = std::fs::read(path).expect("readable");
    let Ok(whole) = Record::parse(&bytes, None) else { return 0 };
    let source: Value = serde_json::from_slice(&bytes).expect("JSON");
    let mut sent = 0;
    for number in 0..DECISIONS {
        let (request, decision) = case(number);
        let package = assemble(&request, &decision, &whole, Rules::current());
        let kept = places(&whole, &package);
        let rest = Record::parse(only(&source, &kept).to_string().as_bytes(), None)
            .expect("what is left is a record");
        let again = assemble(&request, &decision, &rest, Rules::current());
        assert!(package.bytes() == again.bytes(), "{} under decision {number}", path.display());
        assert_eq!(again.contents().withheld, [], "{} under decision {number}", path.display());
        no_text_of_withheld_entries(path, &whole, &kept, &package);
        sent += kept.len();
    }
    sent
}

fn no_text_of_withheld_entries(
    path: &Path,
    whole: &Record,
    kept: &BTreeSet<usize>,
    package: &Package,
) {
    let (mut of_sent, mut of_withheld, mut in_package) =
        (BTreeSet::new(), BTreeSet::new(), BTreeSet::new());
    for (place, entry) in whole.entries().iter().enumerate() {
        strings(
            &entry.resource,
            if kept.contains(&place) { &mut of_sent } else { &mut of_withheld },
        );
    }
    let packaged: Value = serde_json::from_slice(package.bytes()).expect("JSON");
    let empty = Vec::new();
    for entry in packaged["entry"].as_array().unwrap_or(&empty) {
        strings(&entry["resource"], &mut in_package);
    }
    for text in of_withheld.difference(&of_sent).filter(|text| !OWN_WORDS.contains(&text.as_str()))
    {
        // Ids in the package are its own small numbers; a value of a withheld entry may be the same number.
        let is_number = text.len() < 5 && text.bytes().all(|byte| byte.is_ascii_digit());
        assert!(is_number || !in_package.contains(text), "{} tells {text:?}", path.display());
    }
}

#[test]
fn nothing_is_left_of_what_is_not_shared_in_our_own_records() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../server/demo/people");
    let files = bundles(&folder);
    assert!(files.len() >= 7);
    for file in files {
        assert!(leaves_no_trace(&file) > 0, "{} sends nothing at all", file.display());
    }
}

#[test]
fn nothing_is_left_of_what_is_not_shared_in_other_peoples_records() {
    let Some(folder) = shared::shared("data/fhir") else { return };
    let sent: usize = bundles(&folder).iter().map(|file| leaves_no_trace(file)).sum();
    assert!(sent > 10_000, "only {sent} entries were ever sent");
}
