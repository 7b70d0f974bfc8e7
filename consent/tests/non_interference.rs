//! Promise 7 on raw JSON: the package of a real record is the package of what it holds alone, byte for byte,
//! and nothing that only withheld entries say, no text and no word, is in it. On our own records always, on other people's where
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
use consent::decision::{Answer, Decision, Narrowing};
use consent::ids::RequestId;
use consent::package::Package;
use consent::provider;
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

/// What can be recognised in a resource: every text in it (codes, displays, ids, names, dates, notes, narratives), and
/// every word of these that is long enough to say something by itself.
#[derive(Default)]
struct Strings {
    texts: BTreeSet<String>,
    words: BTreeSet<String>,
}

/// Shorter words stand in any text.
const WORD: usize = 5;

impl Strings {
    fn add(&mut self, value: &Value) {
        match value {
            Value::String(text) => {
                let words = text.split(|c: char| !c.is_alphanumeric());
                let long = words.filter(|word| word.chars().count() >= WORD);
                self.words.extend(long.map(str::to_lowercase));
                self.texts.insert(text.clone());
            }
            Value::Array(members) => members.iter().for_each(|member| self.add(member)),
            Value::Object(members) => members.values().for_each(|member| self.add(member)),
            _ => {}
        }
    }
}

/// Texts that the package itself brings, in whatever it is made of.
const OWN_TEXTS: &[&str] = &["Bundle", "collection", "urn:ietf:rfc:3986"];

/// Ids and references of the package are its own small numbers; a source may have the same ones.
fn is_numbering(text: &str) -> bool {
    let (kind, number) = text.rsplit_once('/').unwrap_or(("", text));
    number.len() < 6
        && number.bytes().all(|byte| byte.is_ascii_digit())
        && kind.bytes().all(|byte| byte.is_ascii_alphabetic())
}

fn leaves_no_trace(path: &Path) -> usize {
    let bytes = std::fs::read(path).expect("readable");
    let Ok(whole) = Record::parse(&bytes, None) else { return 0 };
    let source: Value = serde_json::from_slice(&bytes).expect("JSON");
    let mut sent = 0;
    for number in 0..DECISIONS {
        let (request, mut decision) = case(number);
        make_choices(number, &whole, &mut decision);
        let package = assemble(&request, &decision, &whole, Rules::current());
        let kept = places(&whole, &package);
        let rest = Record::parse(only(&source, &kept).to_string().as_bytes(), None)
            .expect("what is left is a record");
        let again = assemble(&request, &decision, &rest, Rules::current());
        assert!(package.bytes() == again.bytes(), "{} under decision {number}", path.display());
        assert_eq!(again.contents().withheld, [], "{} under decision {number}", path.display());
        no_string_of_withheld_entries(path, &whole, &kept, &package);
        sent += kept.len();
    }
    sent
}

/// Letters put in, entries left out, dates and a provider chosen: another mix for each number.
fn make_choices(number: u64, whole: &Record, decision: &mut Decision) {
    for (place, entry) in whole.entries().iter().enumerate() {
        let turn = number.wrapping_add(u64::try_from(place).expect("64 bits"));
        if number == 0 || turn.is_multiple_of(2) {
            decision.put_in.insert(*entry.key.digest());
        }
        if number > 0 && turn.is_multiple_of(17) {
            decision.left_out.insert(*entry.key.digest());
        }
    }
    if number % 3 == 1 {
        let from = Some(date!(2008 - 01 - 01));
        for category in [Category::Conditions, Category::TestResults, Category::Medicines] {
            decision.narrowed.insert(category, Narrowing { from, ..Narrowing::default() });
        }
    }
    if number % 4 == 3 {
        let provider = provider::of(whole).into_iter().flatten().next().map(|one| one.key);
        let chosen = Narrowing { provider, ..Narrowing::default() };
        decision.narrowed.insert(Category::HospitalAndAppointments, chosen.clone());
        decision.narrowed.insert(Category::PeopleTreatingMe, chosen);
    }
}

/// What stands in withheld entries and in no entry that is sent is nowhere in the package.
fn no_string_of_withheld_entries(
    path: &Path,
    whole: &Record,
    kept: &BTreeSet<usize>,
    package: &Package,
) {
    let (mut of_sent, mut of_withheld, mut in_package) =
        (Strings::default(), Strings::default(), Strings::default());
    for (place, entry) in whole.entries().iter().enumerate() {
        let strings = if kept.contains(&place) { &mut of_sent } else { &mut of_withheld };
        strings.add(&entry.resource);
    }
    let packaged: Value = serde_json::from_slice(package.bytes()).expect("JSON");
    let empty = Vec::new();
    for entry in packaged["entry"].as_array().unwrap_or(&empty) {
        in_package.add(&entry["resource"]);
    }
    for text in of_withheld.texts.difference(&of_sent.texts) {
        let is_own = OWN_TEXTS.contains(&text.as_str()) || is_numbering(text);
        assert!(is_own || !in_package.texts.contains(text), "{} tells {text:?}", path.display());
    }
    for word in of_withheld.words.difference(&of_sent.words) {
        // A reference begins with a type, and a source may refer in other ways.
        let is_own = OWN_TEXTS.iter().any(|text| text.to_lowercase().contains(word))
            || whole.entries().iter().any(|entry| entry.kind.as_str().to_lowercase() == *word);
        assert!(is_own || !in_package.words.contains(word), "{} tells {word:?}", path.display());
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
