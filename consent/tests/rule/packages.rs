//! Properties of the package: what is in it, in which order, and that nothing else shows.

use crate::generate::{Seed, bundle, decision, only, record, request, seeds};
use crate::{oracle, run};
use consent::assemble::assemble;
use consent::category::Category;
use consent::classify::{Placement, Rules};
use consent::decision::{Answer, Decision, RecordedDecision, Said};
use consent::digest::Digest;
use consent::elements::{ClinicalPeriod, period};
use consent::package::{Package, SENTENCE};
use consent::record::Record;
use consent::request::Request;
use consent::standing::{Powers, standing};
use consent::time::At;
use proptest::prelude::*;
use serde_json::Value;
use std::cell::Cell;
use std::collections::{BTreeMap, BTreeSet};

/// A request, a decision that mostly answers its items, and a record.
fn world() -> impl Strategy<Value = (Request, Decision, Vec<Seed>)> {
    let shares = proptest::collection::vec(prop::bool::weighted(0.7), 12);
    (request(), decision(), shares, seeds()).prop_map(|(request, mut decision, shares, seeds)| {
        for (item, share) in request.items.iter().zip(shares) {
            decision
                .answers
                .insert(item.category, if share { Answer::Share } else { Answer::DoNotShare });
        }
        (request, decision, seeds)
    })
}

fn made(request: &Request, decision: &Decision, record: &Record) -> Package {
    assemble(request, decision, record, Rules::current())
}

fn shared(request: &Request, decision: &Decision) -> BTreeSet<Category> {
    let asked: BTreeSet<Category> = request.items.iter().map(|item| item.category).collect();
    decision.shared().intersection(&asked).copied().collect()
}

/// The places of the entries that are in the package. Entries with the same content share a key.
fn places(record: &Record, package: &Package) -> BTreeSet<usize> {
    let sent: BTreeSet<_> = package.contents().sent.iter().map(|sent| sent.key).collect();
    let entries = record.entries().iter().enumerate();
    entries.filter(|(_, entry)| sent.contains(&entry.key)).map(|(place, _)| place).collect()
}

/// What the naive implementation keeps: ask it about every entry, drop what may not go, and again.
fn expected(request: &Request, decision: &Decision, record: &Record) -> BTreeSet<usize> {
    let mut kept: BTreeSet<usize> = (0..record.entries().len()).collect();
    loop {
        let current = record.only(&kept);
        let placements: Vec<Placement> = Rules::current().classify(&current);
        let goes = |place: usize| {
            let entry = &current.entries()[place];
            let when = period(entry.kind.as_str(), &entry.resource);
            when != ClinicalPeriod::Undated
                && oracle::goes(request, decision, &placements[place], |first, last| match when {
                    ClinicalPeriod::Between(from, to) => from <= last && to >= first,
                    ClinicalPeriod::From(from) => from <= last,
                    _ => true,
                })
        };
        let going: BTreeSet<usize> = (0..kept.len()).filter(|place| goes(*place)).collect();
        // The only supporting entry that is generated is the clinician, whom conditions name.
        let named =
            going.iter().any(|place| current.entries()[*place].kind.as_str() == "Condition");
        let stays =
            |place: &usize| named || current.entries()[*place].kind.as_str() != "Practitioner";
        let next: BTreeSet<usize> = kept
            .iter()
            .enumerate()
            .filter(|(place, _)| going.contains(place) && stays(place))
            .map(|(_, source)| *source)
            .collect();
        if next == kept {
            return kept;
        }
        kept = next;
    }
}

pub fn selection_agrees_with_the_oracle(cases: u32) -> Result<(), String> {
    run(cases, &world(), |(request, decision, seeds)| {
        let record = record(&bundle(&seeds));
        let package = made(&request, &decision, &record);
        let going = places(&record, &package);
        let mut wanted = expected(&request, &decision, &record);
        // A Patient of whom nothing may be copied is no entry.
        wanted.retain(|place| {
            record.entries()[*place].kind.as_str() != "Patient" || going.contains(place)
        });
        prop_assert_eq!(going, wanted);
        Ok(())
    })
}

pub fn released_is_within_decided(cases: u32) -> Result<(), String> {
    run(cases, &world(), |(request, decision, seeds)| {
        let record = record(&bundle(&seeds));
        let package = made(&request, &decision, &record);
        let shared = shared(&request, &decision);
        for sent in &package.contents().sent {
            prop_assert!(
                sent.matters.is_subset(&shared) && sent.touched.is_subset(&shared),
                "{:?}",
                sent
            );
            prop_assert!(sent.matters.iter().all(|matter| !matter.is_restricted()));
        }
        prop_assert!(package.contents().present.is_subset(&shared));
        prop_assert!(package.contents().sent.is_empty() || !shared.is_empty());
        Ok(())
    })
}

pub fn decided_is_within_asked(cases: u32) -> Result<(), String> {
    run(cases, &world(), |(request, decision, seeds)| {
        let record = record(&bundle(&seeds));
        let package = made(&request, &decision, &record);
        let mut asked = decision.clone();
        asked.answers.retain(|category, _| request.item(*category).is_some());
        let as_asked = made(&request, &asked, &record);
        prop_assert_eq!(as_asked.bytes(), package.bytes());
        for sent in &package.contents().sent {
            let at_home = request.item(sent.home).is_some();
            let address = sent.home == Category::WhoIAm
                && request.item(Category::AddressAndContact).is_some();
            let by_matter = !sent.matters.is_empty()
                && sent.matters.iter().all(|matter| request.item(*matter).is_some());
            prop_assert!(at_home || address || by_matter, "{:?}", sent);
        }
        Ok(())
    })
}

pub fn every_entry_is_accounted_for(cases: u32) -> Result<(), String> {
    run(cases, &world(), |(request, decision, seeds)| {
        let record = record(&bundle(&seeds));
        let package = made(&request, &decision, &record);
        let contents = package.contents();
        let mut told: Vec<_> = contents.sent.iter().map(|sent| sent.key).collect();
        told.extend(contents.withheld.iter().map(|withheld| withheld.key));
        told.sort_unstable();
        let mut all: Vec<_> = record.entries().iter().map(|entry| entry.key).collect();
        all.sort_unstable();
        prop_assert_eq!(told, all);
        let bundle: Value = serde_json::from_slice(package.bytes()).expect("JSON");
        let entries = bundle["entry"].as_array().map_or(0, Vec::len);
        prop_assert_eq!(entries, contents.sent.len());
        prop_assert_eq!(package.digest(), Digest::of(package.bytes()));
        let names: BTreeSet<&str> = contents.sent.iter().map(|sent| sent.name.as_str()).collect();
        for reference in references(&bundle) {
            prop_assert!(names.contains(reference.as_str()), "{} is not in the package", reference);
        }
        Ok(())
    })
}

pub fn narrowing_never_adds(cases: u32) -> Result<(), String> {
    let fewer =
        proptest::collection::btree_set(proptest::sample::select(crate::generate::ASKED), 1..6);
    run(cases, &(world(), fewer), |((request, decision, seeds), gone)| {
        let record = record(&bundle(&seeds));
        let wide = made(&request, &decision, &record);
        let mut less = decision.clone();
        for category in &gone {
            less.answers.insert(*category, Answer::DoNotShare);
        }
        let narrow = made(&request, &less, &record);
        let keys = |package: &Package| -> BTreeSet<_> {
            package.contents().sent.iter().map(|sent| sent.key).collect()
        };
        prop_assert!(keys(&narrow).is_subset(&keys(&wide)));
        let still: BTreeSet<Category> =
            shared(&request, &decision).difference(&gone).copied().collect();
        let cut = wide.narrow(&request, &still).expect("a package of ours can be cut");
        prop_assert!(keys(&cut).is_subset(&keys(&wide)));
        for sent in &cut.contents().sent {
            prop_assert!(sent.touched.is_subset(&still), "{:?}", sent);
        }
        prop_assert!(cut.contents().present.is_subset(&still));
        if !shared(&request, &decision).iter().any(|category| gone.contains(category)) {
            prop_assert_eq!(cut.bytes(), wide.bytes());
        }
        Ok(())
    })
}

pub fn order_does_not_matter(cases: u32) -> Result<(), String> {
    run(cases, &(world(), any::<u64>()), |((request, decision, seeds), order)| {
        let source = bundle(&seeds);
        let mut shuffled = source.clone();
        if let Some(entries) = shuffled["entry"].as_array_mut() {
            let mut state = order | 1;
            for place in (1..entries.len()).rev() {
                state = state
                    .wrapping_mul(6_364_136_223_846_793_005)
                    .wrapping_add(1_442_695_040_888_963_407);
                entries.swap(place, usize::try_from(state >> 33).expect("64 bits") % (place + 1));
            }
        }
        let (one, other) = (record(&source), record(&shuffled));
        let (one, other) = (made(&request, &decision, &one), made(&request, &decision, &other));
        prop_assert_eq!(one.bytes(), other.bytes());
        Ok(())
    })
}

/// Promise 7: the package of a record is the package of what it holds alone, byte for byte.
pub fn no_trace(request: &Request, decision: &Decision, source: &Value) -> Result<(), String> {
    let whole = record(source);
    let package = made(request, decision, &whole);
    let kept = places(&whole, &package);
    let rest = record(&only(source, &kept));
    let again = made(request, decision, &rest);
    if package.bytes() != again.bytes() {
        return Err(format!(
            "with:    {}\nwithout: {}",
            String::from_utf8_lossy(package.bytes()),
            String::from_utf8_lossy(again.bytes())
        ));
    }
    let text = String::from_utf8_lossy(package.bytes());
    if !text.contains(SENTENCE) {
        return Err("the sentence is missing".to_owned());
    }
    Ok(())
}

pub fn a_withheld_matter_leaves_no_trace(cases: u32) -> Result<(), String> {
    let crossing = Cell::new(0u32);
    let result = run(cases, &world(), |(request, decision, seeds)| {
        let source = bundle(&seeds);
        let whole = record(&source);
        let package = made(&request, &decision, &whole);
        let kept = places(&whole, &package);
        let links = whole.entries().iter().enumerate().any(|(place, entry)| {
            references(&entry.resource).iter().filter_map(|reference| whole.resolve(reference)).any(
                |target| {
                    kept.contains(&place) != kept.contains(&target)
                        && whole.patient() != Some(target)
                },
            )
        });
        if links {
            crossing.set(crossing.get() + 1);
        }
        no_trace(&request, &decision, &source).map_err(TestCaseError::fail)
    });
    if result.is_ok() && crossing.get() < cases / 5 {
        return Err(format!(
            "only {} of {cases} cases cross a link between shared and unshared",
            crossing.get()
        ));
    }
    result
}

fn references(value: &Value) -> Vec<String> {
    match value {
        Value::Object(members) => {
            let own = members.get("reference").and_then(Value::as_str).map(str::to_owned);
            own.into_iter().chain(members.values().flat_map(references)).collect()
        }
        Value::Array(members) => members.iter().flat_map(references).collect(),
        _ => Vec::new(),
    }
}

pub fn unknown_is_withheld(cases: u32) -> Result<(), String> {
    run(cases, &world(), |(request, decision, seeds)| {
        let source = bundle(&seeds);
        let text = String::from_utf8_lossy(made(&request, &decision, &record(&source)).bytes())
            .into_owned();
        prop_assert!(!text.contains("codes.example"), "an unknown code system");
        prop_assert!(!text.contains("entered-in-error"), "a mistake");
        prop_assert!(!text.contains("Palliative"), "a restricted matter");
        prop_assert!(
            !text.contains("lastUpdated") && !text.contains("\"e0\""),
            "what the source calls it"
        );
        Ok(())
    })
}

pub fn what_is_left_out_stays_out(cases: u32) -> Result<(), String> {
    run(cases, &(world(), any::<u8>()), |((request, mut decision, seeds), which)| {
        let record = record(&bundle(&seeds));
        let before = made(&request, &decision, &record);
        let sent = &before.contents().sent;
        let Some(left_out) = sent.get(usize::from(which) % sent.len().max(1)) else {
            return Ok(());
        };
        decision.left_out.insert(*left_out.key.digest());
        let after = made(&request, &decision, &record);
        let keys: BTreeSet<_> = sent.iter().map(|sent| sent.key).collect();
        for still in &after.contents().sent {
            prop_assert!(keys.contains(&still.key), "leaving out adds");
            prop_assert!(still.key != left_out.key, "left out and sent");
        }
        Ok(())
    })
}

pub fn refused_and_empty_look_alike(cases: u32) -> Result<(), String> {
    run(cases, &(world(), 0usize..9), |((request, mut decision, seeds), place)| {
        let category = request.items[place % request.items.len()].category;
        decision.answers.insert(category, Answer::Share);
        let record = record(&bundle(&seeds));
        let sharing = made(&request, &decision, &record);
        let placements = Rules::current().classify(&record);
        let touched = placements.iter().any(|placement| {
            placement.matters.contains(&category) || placement.home == Some(category)
        });
        if touched || sharing.contents().present.contains(&category) {
            return Ok(());
        }
        decision.answers.insert(category, Answer::DoNotShare);
        let refusing = made(&request, &decision, &record);
        prop_assert_eq!(sharing.bytes(), refusing.bytes(), "{}", category);
        let told = |package: &Package, decision: &Decision| -> Vec<_> {
            let said = [Said::Decided(recorded(&request, decision, package))];
            let now = At::from_micros(request.submitted_at.micros() + 1);
            let all = standing(&request, &said, &Powers::Everything, 1, now);
            all.into_iter().map(|standing| (standing.category, standing.reason.told())).collect()
        };
        let mut yes = decision.clone();
        yes.answers.insert(category, Answer::Share);
        prop_assert_eq!(told(&sharing, &yes), told(&refusing, &decision));
        Ok(())
    })
}

fn recorded(request: &Request, decision: &Decision, package: &Package) -> RecordedDecision {
    RecordedDecision {
        version: 1,
        at: request.submitted_at,
        decision: decision.clone(),
        rules: package.contents().rules,
        digest: Some(package.digest()),
        present: package.contents().present.clone(),
    }
}

pub fn only_what_was_confirmed_is_released(cases: u32) -> Result<(), String> {
    run(cases, &(world(), 0i64..3_000, 0u8..4), |((request, decision, seeds), hours, tamper)| {
        let record = record(&bundle(&seeds));
        let package = made(&request, &decision, &record);
        let bytes = package.bytes().to_vec();
        let present = package.contents().present.clone();
        let mut confirmed = recorded(&request, &decision, &package);
        let mut said = vec![Said::Decided(confirmed.clone())];
        let now = request.submitted_at.plus_seconds(hours * 3600);
        match tamper {
            1 => confirmed.digest = Some(Digest::of(b"another package")),
            2 => said
                .push(Said::Withdrew { at: request.submitted_at, categories: decision.shared() }),
            3 => said.clear(),
            _ => {}
        }
        let standings = standing(&request, &said, &Powers::Everything, 1, now);
        let permitted: BTreeMap<Category, bool> =
            standings.iter().map(|standing| (standing.category, standing.permits())).collect();
        let all = !present.is_empty()
            && present.iter().all(|category| permitted.get(category) == Some(&true));
        let released = package.authorise(&confirmed, &standings);
        match tamper {
            0 => prop_assert_eq!(released.is_some(), all),
            _ => prop_assert!(released.is_none()),
        }
        if let Some(release) = released {
            prop_assert_eq!(release.bytes(), bytes.as_slice());
        }
        Ok(())
    })
}
