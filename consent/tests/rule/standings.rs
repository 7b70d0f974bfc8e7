//! Properties of the standing: what was said, and the clock.

use crate::generate::{ASKED, SUBMITTED, at, request, said};
use crate::{oracle, run};
use consent::category::Category;
use consent::decision::{Answer, Decision, RecordedDecision, Said, newest_decision};
use consent::ids::RequestId;
use consent::purpose::{Bilingual, DecisionPoint, KeepFrom, Nation, Purpose};
use consent::request::{Asked, AskedItem, Registration, ask};
use consent::standing::{Powers, Reason, closes_at, standing, standing_of, until};
use consent::time::{At, Span, midnight_ending};
use proptest::prelude::*;
use std::collections::{BTreeMap, BTreeSet};
use time::Duration;
use time::macros::date;

const RULES: u32 = 1;

fn now() -> impl Strategy<Value = At> {
    (0i64..9_000).prop_map(at)
}

pub fn nothing_without_a_decision(cases: u32) -> Result<(), String> {
    run(cases, &(request(), now()), |(request, now)| {
        let standings = standing(&request, &[], &Powers::Everything, RULES, now);
        prop_assert_eq!(standings.len(), request.items.len());
        for standing in standings {
            prop_assert!(!standing.permits(), "{:?}", standing);
        }
        Ok(())
    })
}

pub fn silence_is_never_a_yes(cases: u32) -> Result<(), String> {
    run(cases, &(request(), said(), now()), |(request, said, now)| {
        for standing in standing(&request, &said, &Powers::Everything, RULES, now) {
            let asked_yes = said.iter().any(|said| {
                matches!(said, Said::Decided(decided) if decided.decision.answers.get(&standing.category) == Some(&Answer::Share))
            });
            prop_assert!(asked_yes || !standing.permits(), "{:?}", standing);
        }
        Ok(())
    })
}

pub fn refusal_beats_agreement(cases: u32) -> Result<(), String> {
    run(cases, &(request(), said(), now(), 0usize..9), |(request, mut said, now, place)| {
        let category = request.items[place % request.items.len()].category;
        let version = newest_decision(&said).map_or(1, |decided| decided.version + 1);
        said.push(Said::Decided(RecordedDecision {
            version,
            at: now,
            decision: Decision {
                answers: BTreeMap::from([(category, Answer::DoNotShare)]),
                ..Decision::default()
            },
            rules: RULES,
            digest: None,
            present: ASKED.iter().copied().collect(),
        }));
        let standing = standing_of(&request, &said, category, RULES, now);
        prop_assert!(
            matches!(standing.reason, Reason::Refused | Reason::RequestClosed),
            "{:?}",
            standing
        );
        Ok(())
    })
}

pub fn withdrawal_empties(cases: u32) -> Result<(), String> {
    run(cases, &(request(), said(), now(), 1usize..9), |(request, mut said, now, how_many)| {
        let gone: BTreeSet<Category> =
            request.items.iter().take(how_many).map(|item| item.category).collect();
        let shared_before =
            newest_decision(&said).map(|decided| decided.decision.shared()).unwrap_or_default();
        said.push(Said::Withdrew { at: now, categories: gone.clone() });
        for standing in standing(&request, &said, &Powers::Everything, RULES, now) {
            if gone.contains(&standing.category) {
                prop_assert!(
                    matches!(standing.reason, Reason::Withdrawn | Reason::RequestClosed),
                    "{:?}",
                    standing
                );
            }
            // Whatever was in the same package waits for the smaller one to be confirmed.
            if !gone.is_disjoint(&shared_before) {
                prop_assert!(!standing.permits(), "{:?}", standing);
            }
        }
        Ok(())
    })
}

pub fn expiry_empties(cases: u32) -> Result<(), String> {
    run(cases, &(request(), said(), 0i64..10_000), |(request, said, later)| {
        let Some(decided) = newest_decision(&said) else { return Ok(()) };
        let collectable = request.collect_within.after_at(decided.at);
        let end = decided.decision.end_date.map(midnight_ending);
        let over = end.map_or(collectable, |end| end.min(collectable));
        for standing in
            standing(&request, &said, &Powers::Everything, RULES, over.plus_seconds(later))
        {
            prop_assert!(!standing.permits(), "{:?}", standing);
        }
        for standing in
            standing(&request, &said, &Powers::Everything, RULES, over.plus_seconds(-1 - later))
        {
            prop_assert!(
                !standing.permits() || standing.valid_until.is_some_and(|until| until <= over)
            );
        }
        Ok(())
    })
}

pub fn agrees_with_the_oracle(cases: u32) -> Result<(), String> {
    let categories = proptest::sample::select(Category::ALL);
    run(cases, &(request(), said(), now(), categories), |(request, said, now, other)| {
        let by_date = midnight_ending(request.respond_by + Duration::days(90));
        let ends = |place: usize| match &said[place] {
            Said::Decided(decided) => {
                let collectable = request.collect_within.after_at(decided.at);
                decided
                    .decision
                    .end_date
                    .map(midnight_ending)
                    .map_or(collectable, |end| end.min(collectable))
            }
            _ => at(0),
        };
        // What is still made available keeps the request open until it can no longer be collected.
        let newest = said.iter().rposition(|said| matches!(said, Said::Decided(_)));
        let available = newest.filter(|place| match &said[*place] {
            Said::Decided(decided) => decided.decision.answers.iter().any(|(category, answer)| {
                let gone = said[place + 1..].iter().any(|later| matches!(later, Said::Withdrew { categories, .. } if categories.contains(category)));
                *answer == Answer::Share && decided.present.contains(category) && !gone
            }),
            _ => false,
        });
        let closes = available.map_or(by_date, |place| ends(place).max(by_date));
        prop_assert_eq!(closes_at(&request, &said), closes);
        let is_closed = request.closed_at.is_some_and(|at| now >= at) || now >= closes;
        for category in request.items.iter().map(|item| item.category).chain([other]) {
            let expected = oracle::reason(&request, &said, category, RULES, now, is_closed, ends);
            let standing = standing_of(&request, &said, category, RULES, now);
            prop_assert_eq!(standing.reason, expected, "{}", category);
            prop_assert_eq!(standing.permits(), expected == Reason::Granted);
        }
        if let Some(decided) = newest_decision(&said) {
            prop_assert_eq!(until(&request, decided), ends(newest.expect("a decision")));
        }
        Ok(())
    })
}

fn purpose() -> Purpose {
    let both = |text: &str| Bilingual { en: text.to_owned(), cy: text.to_owned() };
    Purpose {
        id: "pip-first-decision".to_owned(),
        version: 1,
        title: both("A first decision"),
        benefit: both("A benefit"),
        nations: vec![Nation::England],
        decision_points: ["dl1", "dl2"]
            .map(|id| DecisionPoint { id: id.to_owned(), title: both(id) })
            .to_vec(),
        categories: ASKED[..6].to_vec(),
        recipients: vec!["one".to_owned(), "two".to_owned()],
        fields: BTreeSet::new(),
        look_back_at_most: Span::parse("P10Y").expect("a span"),
        collect_within: Span::parse("P90D").expect("a span"),
        keep_for_at_most: Span::parse("P24M").expect("a span"),
        keep_from: KeepFrom::Collection,
        if_refused: both("Nothing happens."),
        retired_at: None,
    }
}

pub fn asked_is_within_purpose(cases: u32) -> Result<(), String> {
    let item = (
        proptest::sample::select(Category::ALL),
        0u8..4,
        proptest::option::of(-4000i64..100),
        proptest::option::of(-4000i64..100),
    );
    let asked =
        (proptest::collection::vec(item, 0..5), 0u8..5, 20i64..200, 1u32..30, any::<bool>());
    run(cases, &asked, |(items, recipients, ahead, months, registered)| {
        let purpose = purpose();
        let day = |days: i64| date!(2026 - 01 - 01) + Duration::days(days);
        let asked = Asked {
            items: items
                .iter()
                .map(|(category, point, from, to)| AskedItem {
                    category: category.id().to_owned(),
                    decision_points: vec![format!("dl{point}")],
                    reason: "Needed for this".to_owned(),
                    from: from.map(day),
                    to: to.map(day),
                })
                .collect(),
            ad_hoc: false,
            recipients: ["one", "two", "three"]
                .iter()
                .take(recipients.into())
                .map(|name| (*name).to_owned())
                .collect(),
            keep_for: Span::parse(&format!("P{months}M")).expect("a span"),
            respond_by: day(ahead),
        };
        let registration = if registered {
            Registration::AllPurposes
        } else {
            Registration::Only(BTreeSet::new())
        };
        let id = RequestId(uuid::Uuid::from_u128(7));
        let request = match ask(id, &asked, &purpose, &registration, At::from_micros(SUBMITTED)) {
            Ok(request) => request,
            Err(faults) => {
                prop_assert!(!faults.is_empty());
                for fault in faults {
                    prop_assert!(fault.pointer.starts_with('/'), "{:?}", fault);
                }
                return Ok(());
            }
        };
        prop_assert!(registered);
        let mut seen = BTreeSet::new();
        for item in &request.items {
            prop_assert!(
                purpose.categories.contains(&item.category) && !item.category.is_restricted()
            );
            prop_assert!(seen.insert(item.category), "a category twice");
            prop_assert!(
                item.from >= date!(2016 - 01 - 01)
                    && item.from <= item.to
                    && item.to <= date!(2026 - 01 - 01)
            );
            prop_assert!(item.decision_points.iter().all(|point| point == "dl1" || point == "dl2"));
        }
        prop_assert!(
            request.recipients.iter().all(|recipient| purpose.recipients.contains(recipient))
        );
        prop_assert!(!request.recipients.is_empty() && !request.items.is_empty());
        prop_assert!(
            (28..=180).contains(&(request.respond_by - date!(2026 - 01 - 01)).whole_days())
        );
        prop_assert!(months <= 24);
        Ok(())
    })
}
