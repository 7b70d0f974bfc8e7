//! Properties of sharing less: by category, by date, by provider; and whether a package still stands under newer rules.

use crate::generate::{ASKED, narrowing};
use crate::run;
use crate::worlds::{World, keys, made, places, recorded, shared, world};
use consent::category::Category;
use consent::classify::Rules;
use consent::decision::{Answer, Decision, Narrowing};
use consent::package::{Package, Why};
use consent::recheck::{contents_as_record, still_stands};
use consent::request::Request;
use proptest::prelude::*;
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};

pub fn narrowing_never_adds(cases: u32) -> Result<(), String> {
    let fewer = proptest::collection::btree_set(proptest::sample::select(ASKED), 1..6);
    run(cases, &(world(), fewer), |(World { request, decision, source, .. }, gone)| {
        let record = source.record();
        let wide = made(&request, &decision, &record);
        let mut less = decision.clone();
        for category in &gone {
            less.answers.insert(*category, Answer::DoNotShare);
        }
        let narrow = made(&request, &less, &record);
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

/// Dates and a provider only ever take away, and less of them more.
pub fn choosing_less_never_adds(cases: u32) -> Result<(), String> {
    let choice = (proptest::sample::select(ASKED), narrowing());
    run(cases, &(world(), choice), |(World { request, decision, source, .. }, (category, less))| {
        let record = source.record();
        let mut whole = decision.clone();
        whole.narrowed.clear();
        let whole = made(&request, &whole, &record);
        let wide = made(&request, &decision, &record);
        prop_assert!(keys(&wide).is_subset(&keys(&whole)));
        prop_assert!(wide.contents().present.is_subset(&whole.contents().present));
        let narrow = Decision {
            narrowed: {
                let mut narrowed = decision.narrowed.clone();
                let before = narrowed.remove(&category).unwrap_or_default();
                narrowed.insert(category, both(&before, &less));
                narrowed
            },
            ..decision.clone()
        };
        let narrow = made(&request, &narrow, &record);
        prop_assert!(keys(&narrow).is_subset(&keys(&wide)));
        for withheld in &narrow.contents().withheld {
            let new = matches!(withheld.why, Why::OutsideChosenDates | Why::OtherProvider);
            prop_assert!(!new || !keys(&narrow).contains(&withheld.key));
        }
        Ok(())
    })
}

/// Where both ask for a provider, the second counts if it is the same: else nothing is left for either.
fn both(one: &Narrowing, other: &Narrowing) -> Narrowing {
    Narrowing {
        from: one.from.max(other.from),
        to: [one.to, other.to].into_iter().flatten().min(),
        provider: one.provider.or(other.provider),
    }
}

/// The Bundle without its entries.
fn around(package: &Package) -> Value {
    let mut bundle: Value = serde_json::from_slice(package.bytes()).expect("JSON");
    let entries = bundle.as_object_mut().expect("a Bundle").remove("entry");
    for entry in entries.as_ref().and_then(Value::as_array).into_iter().flatten() {
        assert_eq!(entry.as_object().map(serde_json::Map::len), Some(1), "more than a resource");
    }
    bundle
}

/// A narrowed package looks like the package of a record that holds no more: the same Bundle, the same period, byte for
/// byte. Nothing tells that anything was narrowed, left out or not put in.
pub fn a_narrowed_package_looks_like_a_smaller_record(cases: u32) -> Result<(), String> {
    run(cases, &world(), |World { request, decision, source, .. }| {
        let record = source.record();
        let narrowed = made(&request, &decision, &record);
        let kept = places(&record, &narrowed);
        let plain = Decision {
            narrowed: BTreeMap::default(),
            left_out: BTreeSet::default(),
            ..decision.clone()
        };
        let smaller = made(&request, &plain, &source.only(&kept).record());
        prop_assert_eq!(
            String::from_utf8_lossy(narrowed.bytes()),
            String::from_utf8_lossy(smaller.bytes())
        );
        let wide = made(&request, &plain, &record);
        prop_assert_eq!(around(&narrowed), around(&wide));
        let refused = Decision {
            answers: plain.answers.keys().map(|item| (*item, Answer::DoNotShare)).collect(),
            ..Decision::default()
        };
        prop_assert_eq!(around(&made(&request, &refused, &record)), around(&wide));
        Ok(())
    })
}

/// A package stands only where assembling its own content would withhold nothing of it.
pub fn what_would_be_withheld_does_not_stand(cases: u32) -> Result<(), String> {
    let fewer = proptest::collection::btree_set(proptest::sample::select(ASKED), 0..4);
    let judged = (world(), fewer, proptest::option::weighted(0.5, narrowing()));
    run(cases, &judged, |(World { request, decision, source, .. }, gone, less)| {
        let package = made(&request, &decision, &source.record());
        let rules = Rules::current();
        let same = recorded(&request, &decision, &package);
        let content = contents_as_record(&package).expect("a package of ours");
        let again = made(&request, &of_any_provider(&decision), &content);
        prop_assert_eq!(
            still_stands(&package, &same, &request, rules),
            again.contents().withheld.is_empty()
        );
        // Stricter rules are like a decision for less.
        let mut strict = decision.clone();
        strict.answers.extend(gone.iter().map(|category| (*category, Answer::DoNotShare)));
        if let Some(less) = less {
            let category = package.contents().sent.first().map(|sent| sent.home);
            strict.narrowed.extend(category.map(|category| (category, less)));
        }
        let stands =
            still_stands(&package, &recorded(&request, &strict, &package), &request, rules);
        let again = made(&request, &of_any_provider(&strict), &content);
        prop_assert!(!stands || again.contents().withheld.is_empty());
        let left = shared(&request, &strict);
        let touches_gone =
            package.contents().sent.iter().any(|sent| !sent.matters.is_subset(&left));
        prop_assert!(!stands || !touches_gone, "{:?}", gone);
        let other = consent::digest::Digest::of(b"another package");
        let tampered = consent::decision::RecordedDecision { digest: Some(other), ..same };
        prop_assert!(!still_stands(&package, &tampered, &request, rules));
        Ok(())
    })
}

/// Under the rules that made it a package stands, so that nobody is asked again for nothing; but for a medicine of
/// several uses whose reason stayed behind.
pub fn what_was_just_made_stands(cases: u32) -> Result<(), String> {
    run(cases, &world(), |World { request, decision, source, .. }| {
        let package = made(&request, &decision, &source.record());
        let recorded = recorded(&request, &decision, &package);
        if !still_stands(&package, &recorded, &request, Rules::current()) {
            let why = withheld_of_itself(&package, &request, &decision);
            let and_who_recorded_it =
                |why: &Why| matches!(why, Why::AskFirst | Why::NothingNeedsIt);
            prop_assert!(why.contains(&Why::AskFirst), "{:?}", why);
            prop_assert!(why.iter().all(and_who_recorded_it), "{:?}", why);
        }
        Ok(())
    })
}

/// A package has no addresses of its source any more, from which a provider could be told.
fn of_any_provider(decision: &Decision) -> Decision {
    let mut decision = decision.clone();
    decision.narrowed.values_mut().for_each(|chosen| chosen.provider = None);
    decision
}

fn withheld_of_itself(package: &Package, request: &Request, decision: &Decision) -> Vec<Why> {
    let content = contents_as_record(package).expect("a package of ours");
    let again = made(request, &of_any_provider(decision), &content);
    again.contents().withheld.iter().map(|withheld| withheld.why.clone()).collect()
}
