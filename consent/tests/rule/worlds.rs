//! A request, a decision and a record together, and what the naive implementation makes of them.

use crate::generate::{ASKED, decision, request};
use crate::oracle;
use crate::records::{Seed, Source, providers, seeds, source};
use consent::assemble::assemble;
use consent::category::Category;
use consent::classify::{Placement, Rules};
use consent::decision::{Answer, Decision, RecordedDecision};
use consent::elements::{ClinicalPeriod, period};
use consent::package::Package;
use consent::record::{Origin, Record};
use consent::request::Request;
use proptest::prelude::*;
use serde_json::Value;
use std::collections::BTreeSet;
use time::Date;

/// A request, a decision that mostly answers its items, and a record.
#[derive(Clone, Debug)]
pub struct World {
    pub request: Request,
    pub decision: Decision,
    pub seeds: Vec<Seed>,
    pub source: Source,
}

pub fn world() -> impl Strategy<Value = World> {
    let shares = proptest::collection::vec(prop::bool::weighted(0.7), ASKED.len());
    (request(), decision(), shares, seeds()).prop_map(|(request, mut decision, shares, seeds)| {
        for (item, share) in request.items.iter().zip(shares) {
            decision
                .answers
                .insert(item.category, if share { Answer::Share } else { Answer::DoNotShare });
        }
        let source = source(&seeds);
        let record = source.record();
        for (entry, seed) in record.entries().iter().zip(&source.seeds) {
            let Some(seed) = seed.map(|seed| &seeds[seed]) else { continue };
            if seed.put_in {
                decision.put_in.insert(*entry.key.digest());
            }
            if seed.left_out {
                decision.left_out.insert(*entry.key.digest());
            }
        }
        World { request, decision, seeds, source }
    })
}

pub fn made(request: &Request, decision: &Decision, record: &Record) -> Package {
    assemble(request, decision, record, Rules::current())
}

pub fn shared(request: &Request, decision: &Decision) -> BTreeSet<Category> {
    let asked: BTreeSet<Category> = request.items.iter().map(|item| item.category).collect();
    decision.shared().intersection(&asked).copied().collect()
}

pub fn recorded(request: &Request, decision: &Decision, package: &Package) -> RecordedDecision {
    RecordedDecision {
        version: 1,
        at: request.submitted_at,
        decision: decision.clone(),
        rules: package.contents().rules,
        digest: Some(package.digest()),
        present: package.contents().present.clone(),
    }
}

/// The keys of what is in a package.
pub fn keys(package: &Package) -> BTreeSet<consent::record::EntryKey> {
    package.contents().sent.iter().map(|sent| sent.key).collect()
}

/// The places of the entries that are in the package. Entries with the same content share a key.
pub fn places(record: &Record, package: &Package) -> BTreeSet<usize> {
    let sent = keys(package);
    let entries = record.entries().iter().enumerate();
    entries.filter(|(_, entry)| sent.contains(&entry.key)).map(|(place, _)| place).collect()
}

/// The members under which generated entries name those who treat the person, the nearest first.
const NAMING: [&str; 6] =
    ["custodian", "serviceProvider", "performer", "requester", "recorder", "author"];

fn named(resource: &Value) -> Vec<&str> {
    let members = NAMING.iter().filter_map(|name| resource.get(name));
    members
        .flat_map(|member| match member {
            Value::Array(all) => all.iter().collect(),
            one => vec![one],
        })
        .filter_map(|member| member["reference"].as_str())
        .collect()
}

/// Who recorded an entry, as the address of a hospital or a clinician.
fn provider<'a>(record: &'a Record, place: usize) -> Option<&'a str> {
    let entry = &record.entries()[place];
    let own = |resource: &'a Value| {
        let all = named(resource);
        let hospital = all.iter().find(|name| name.starts_with("Organization/"));
        hospital.or(all.first()).copied()
    };
    match entry.resource["id"].as_str() {
        Some("o1") => return Some("Organization/o1"),
        Some("o2") => return Some("Organization/o2"),
        Some("d") => return Some("Practitioner/d"),
        Some("p") => return None,
        _ => {}
    }
    own(&entry.resource).or_else(|| {
        let visit = record.resolve(entry.resource["encounter"]["reference"].as_str()?)?;
        own(&record.entries()[visit].resource)
    })
}

/// What the naive implementation keeps: ask it about every entry, drop what may not go, and again.
pub fn expected(request: &Request, decision: &Decision, record: &Record) -> BTreeSet<usize> {
    let key_of = |address: &str| {
        let place = ["Practitioner/d", "Organization/o1", "Organization/o2"]
            .iter()
            .position(|known| *known == address);
        providers()[place.expect("a provider of ours")]
    };
    let mut kept: BTreeSet<usize> = (0..record.entries().len()).collect();
    loop {
        let current = record.only(&kept);
        let placements: Vec<Placement> = Rules::current().classify(&current);
        let goes = |place: usize| {
            let entry = &current.entries()[place];
            let when = period(entry.kind.as_str(), &entry.resource);
            // What was written here was written for the request, after the days that it asks about.
            let said = entry.origin != Origin::Source;
            let within = |first: Option<Date>, last: Option<Date>, chosen: bool| {
                let (from, to) = match when {
                    _ if said => (None, None),
                    ClinicalPeriod::Between(from, to) => (Some(from), Some(to)),
                    ClinicalPeriod::From(from) => (Some(from), None),
                    ClinicalPeriod::AlwaysInside(from) if chosen => (from, None),
                    _ => (None, None),
                };
                let after = from.zip(last).is_some_and(|(from, last)| from > last);
                let before = to.zip(first).is_some_and(|(to, first)| to < first);
                !after && !before
            };
            let seen = oracle::Seen {
                key: *entry.key.digest(),
                provider: provider(&current, place).map(key_of),
                supports: when == ClinicalPeriod::Follows,
                within: &within,
            };
            (said || when != ClinicalPeriod::Undated)
                && oracle::goes(request, decision, &placements[place], &seen)
        };
        let going: BTreeSet<usize> = (0..kept.len()).filter(|place| goes(*place)).collect();
        let is_support = |place: usize| {
            matches!(current.entries()[place].kind.as_str(), "Practitioner" | "Organization")
        };
        let needed: BTreeSet<usize> = going
            .iter()
            .filter(|place| !is_support(**place))
            .flat_map(|place| named(&current.entries()[*place].resource))
            .filter_map(|name| current.resolve(name))
            .collect();
        let next: BTreeSet<usize> = kept
            .iter()
            .enumerate()
            .filter(|(place, _)| {
                going.contains(place) && (!is_support(*place) || needed.contains(place))
            })
            .map(|(_, source)| *source)
            .collect();
        if next == kept {
            return kept;
        }
        kept = next;
    }
}
