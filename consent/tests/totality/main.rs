//! Whatever a source sends, the rule answers: reading a record, placing its entries and assembling a package never panic
//! and always end. Records of all kinds are changed at random, for as long as `SAYSO_FUZZ_SECONDS` says (2 by default).

#![expect(
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "a test stops at whatever it did not expect"
)]

#[path = "../shared/mod.rs"]
mod shared;

mod mutation;
mod records;
mod turns;

use consent::assemble::assemble;
use consent::category::Category;
use consent::classify::Rules;
use consent::decision::{Answer, Decision, Narrowing};
use consent::ids::RequestId;
use consent::provider;
use consent::purpose::IdentityField;
use consent::recheck::{contents_as_record, still_stands};
use consent::record::Record;
use consent::request::{Item, Request};
use consent::time::{At, Span};
use std::collections::BTreeSet;
use std::time::Duration;
use time::macros::date;
use turns::Turns;

/// How long each target runs.
#[expect(
    clippy::disallowed_methods,
    reason = "tests have no Config: how long they look for faults is a setting of the test run"
)]
fn how_long() -> Duration {
    let seconds = std::env::var("SAYSO_FUZZ_SECONDS").ok().and_then(|text| text.parse().ok());
    Duration::from_secs(seconds.unwrap_or(2))
}

/// Runs a target on programs of changes, and tries to make the program that breaks it smaller.
fn fuzz(target: impl Fn(&mut Turns<'_>) + std::panic::RefUnwindSafe) {
    bolero::check!()
        .with_test_time(how_long())
        .with_max_len(512)
        .for_each(|program: &[u8]| target(&mut Turns::of(program)));
}

#[test]
fn reading_a_record_always_ends() {
    let sources = records::sources();
    fuzz(|turns| {
        let bundle = mutation::changed(&records::part(&sources, turns), turns);
        let mut bytes = bundle.to_string().into_bytes();
        mutation::scratched(&mut bytes, turns);
        if let Err(fault) = Record::parse(&bytes, None) {
            assert!(!fault.to_string().is_empty());
        }
    });
}

#[test]
fn placing_entries_always_ends() {
    let sources = records::sources();
    fuzz(|turns| {
        let Some(record) = some_record(&sources, turns) else { return };
        let placements = Rules::current().classify(&record);
        assert_eq!(placements.len(), record.entries().len());
        assert_eq!(provider::of(&record).len(), record.entries().len());
        for placement in placements {
            let restricted = placement.matters.iter().any(|matter| matter.is_restricted());
            assert!(!restricted || placement.never.is_some(), "restricted, and it could go");
        }
    });
}

#[test]
fn assembling_a_package_always_ends() {
    let sources = records::sources();
    fuzz(|turns| {
        let Some(record) = some_record(&sources, turns) else { return };
        let (request, decision) = (request(), decision(&record, turns));
        let package = assemble(&request, &decision, &record, Rules::current());
        let contents = package.contents();
        assert_eq!(contents.sent.len() + contents.withheld.len(), record.entries().len());
        let read: serde_json::Value = serde_json::from_slice(package.bytes()).expect("JSON");
        let canonical = serde_json_canonicalizer::to_vec(&read).expect("canonical JSON");
        assert!(canonical == package.bytes(), "the package is not canonical");
        let content = contents_as_record(&package).expect("a package of ours");
        assert_eq!(content.entries().len(), contents.sent.len());
        let recorded = consent::decision::RecordedDecision {
            version: 1,
            at: request.submitted_at,
            decision: decision.clone(),
            rules: contents.rules,
            digest: Some(package.digest()),
            present: contents.present.clone(),
        };
        let stands = still_stands(&package, &recorded, &request, Rules::current());
        let mut decision = decision.clone();
        decision.narrowed.clear();
        let again = assemble(&request, &decision, &content, Rules::current());
        assert!(!stands || again.contents().withheld.is_empty(), "it stands, and it would not go");
        let mut still = decision.shared();
        still.pop_first();
        let cut = package.narrow(&request, &still).expect("a package of ours can be cut");
        assert!(cut.contents().sent.len() <= contents.sent.len());
    });
}

fn some_record(sources: &[serde_json::Value], turns: &mut Turns<'_>) -> Option<Record> {
    let bundle = mutation::changed(&records::part(sources, turns), turns);
    let read = |bundle: &serde_json::Value| Record::parse(bundle.to_string().as_bytes(), None).ok();
    // Where a change makes the whole file unreadable, what of it can be read is taken.
    read(&bundle).or_else(|| read(&records::readable(&bundle)))
}

fn request() -> Request {
    let asked = Category::ALL.iter().copied().filter(|category| !category.is_restricted());
    let item = |category| Item {
        category,
        decision_points: vec!["dl1".to_owned()],
        reason: "Needed for this question".to_owned(),
        from: date!(1950 - 01 - 01),
        to: date!(2026 - 01 - 01),
    };
    Request {
        id: RequestId(uuid::Uuid::from_u128(7)),
        purpose: "pip-first-decision".to_owned(),
        purpose_version: 1,
        items: asked.map(item).collect(),
        fields: BTreeSet::from([IdentityField::Name, IdentityField::Practice]),
        recipients: vec!["DWP PIP decision makers".to_owned()],
        keep_for: Span::parse("P24M").expect("a span"),
        collect_within: Span::parse("P90D").expect("a span"),
        submitted_at: At::from_micros(1_767_225_600_000_000),
        respond_by: date!(2026 - 03 - 01),
        closed_at: None,
        client_disabled: false,
    }
}

fn decision(record: &Record, turns: &mut Turns<'_>) -> Decision {
    let mut decision = Decision::default();
    let hard = turns.below(4) == 0;
    for category in Category::ALL.iter().filter(|category| !category.is_restricted()) {
        let share = !hard || turns.below(4) > 0;
        decision.answers.insert(*category, if share { Answer::Share } else { Answer::DoNotShare });
    }
    for entry in record.entries() {
        if turns.below(3) > 0 {
            decision.put_in.insert(*entry.key.digest());
        }
    }
    if turns.below(3) == 0 {
        let category = Category::ALL[turns.below(Category::ALL.len())];
        let providers: Vec<_> = provider::of(record).into_iter().flatten().collect();
        let provider = providers.get(turns.below(providers.len() + 1)).map(|one| one.key);
        let chosen = Narrowing { from: Some(date!(2010 - 01 - 01)), to: None, provider };
        decision.narrowed.insert(category, chosen);
    }
    decision
}
