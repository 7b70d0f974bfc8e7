//! Properties of the package: what is in it, and what may be released.

use crate::run;
use crate::traces::references;
use crate::worlds::{World, expected, made, places, recorded, shared, world};
use consent::category::Category;
use consent::classify::Rules;
use consent::decision::{Answer, Decision, Said};
use consent::digest::Digest;
use consent::package::Package;
use consent::record::Origin;
use consent::standing::{Powers, closes_at, is_closed, standing};
use consent::time::At;
use proptest::prelude::*;
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};

pub fn selection_agrees_with_the_oracle(cases: u32) -> Result<(), String> {
    run(cases, &world(), |World { request, decision, source, .. }| {
        let record = source.record();
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
    run(cases, &world(), |World { request, decision, source, .. }| {
        let record = source.record();
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
    run(cases, &world(), |World { request, decision, source, .. }| {
        let record = source.record();
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
    run(cases, &world(), |World { request, decision, source, .. }| {
        let record = source.record();
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

pub fn unknown_is_withheld(cases: u32) -> Result<(), String> {
    run(cases, &world(), |World { request, decision, source, .. }| {
        let package = made(&request, &decision, &source.record());
        let text = String::from_utf8_lossy(package.bytes());
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
    run(cases, &(world(), any::<u8>()), |(World { request, mut decision, source, .. }, which)| {
        let record = source.record();
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
    run(cases, &(world(), 0usize..9), |(World { request, mut decision, source, .. }, place)| {
        let category = request.items[place % request.items.len()].category;
        decision.answers.insert(category, Answer::Share);
        let record = source.record();
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
            let all =
                standing(&request, &said, &Powers::Everything, Rules::current().version().0, now);
            all.into_iter().map(|standing| (standing.category, standing.reason.told())).collect()
        };
        let mut yes = decision.clone();
        yes.answers.insert(category, Answer::Share);
        prop_assert_eq!(told(&sharing, &yes), told(&refusing, &decision));
        // Also when it closes, and from then on, where it could be collected for longer than it is open.
        let mut late = request.clone();
        late.respond_by = request.submitted_at.date_in_london();
        late.collect_within = "P5Y".parse().expect("a span");
        let said = |package: &Package, decision: &Decision| {
            [Said::Decided(recorded(&late, decision, package))]
        };
        let (one, other) = (said(&sharing, &yes), said(&refusing, &decision));
        let closes = closes_at(&late, &one);
        prop_assert_eq!(closes, closes_at(&late, &other));
        for now in [closes.plus_seconds(-1), closes] {
            let rules = Rules::current().version().0;
            let told = |said: &[Said]| -> Vec<_> {
                let all = standing(&late, said, &Powers::Everything, rules, now);
                all.into_iter()
                    .map(|standing| (standing.category, standing.reason.told()))
                    .collect()
            };
            prop_assert_eq!(is_closed(&late, &one, now), is_closed(&late, &other, now));
            prop_assert_eq!(told(&one), told(&other));
        }
        Ok(())
    })
}

pub fn only_what_was_confirmed_is_released(cases: u32) -> Result<(), String> {
    run(
        cases,
        &(world(), 0i64..3_000, 0u8..4),
        |(World { request, decision, source, .. }, hours, tamper)| {
            let record = source.record();
            let package = made(&request, &decision, &record);
            let bytes = package.bytes().to_vec();
            let present = package.contents().present.clone();
            let mut confirmed = recorded(&request, &decision, &package);
            let mut said = vec![Said::Decided(confirmed.clone())];
            let now = request.submitted_at.plus_seconds(hours * 3600);
            match tamper {
                1 => confirmed.digest = Some(Digest::of(b"another package")),
                2 => said.push(Said::Withdrew {
                    at: request.submitted_at,
                    categories: decision.shared(),
                }),
                3 => said.clear(),
                _ => {}
            }
            let standings =
                standing(&request, &said, &Powers::Everything, Rules::current().version().0, now);
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
        },
    )
}

/// What a source sends can never pass for somebody's own words, whatever it looks like.
pub fn only_words_written_here_are_words(cases: u32) -> Result<(), String> {
    run(cases, &world(), |World { source, .. }| {
        let record = source.record();
        let own = [Category::MyOwnWords, Category::CarersWords, Category::AnswersToQuestions];
        for (entry, placement) in record.entries().iter().zip(Rules::current().classify(&record)) {
            let is_words = placement.home.is_some_and(|home| own.contains(&home));
            prop_assert_eq!(is_words, entry.origin != Origin::Source, "{}", entry.kind);
            prop_assert!(!is_words || placement.home == entry.origin.home());
        }
        Ok(())
    })
}
