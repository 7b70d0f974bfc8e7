//! Generated requests, decisions and records of what was said.

use crate::records::providers;
use consent::category::Category;
use consent::decision::{Answer, Decision, Hold, Narrowing, RecordedDecision, Said};
use consent::ids::RequestId;
use consent::purpose::IdentityField;
use consent::request::{Item, Request};
use consent::time::{At, Span};
use proptest::collection::{btree_map, vec};
use proptest::option;
use proptest::prelude::*;
use std::collections::{BTreeMap, BTreeSet};
use time::macros::date;
use time::{Date, Duration};

/// The categories that generated requests ask for.
pub const ASKED: &[Category] = &[
    Category::WhoIAm,
    Category::AddressAndContact,
    Category::PeopleTreatingMe,
    Category::Conditions,
    Category::Medicines,
    Category::TestResults,
    Category::HospitalAndAppointments,
    Category::LettersAndDocuments,
    Category::MentalHealth,
    Category::AlcoholAndDrugs,
    Category::SelfHarmAndSuicide,
    Category::ConsultationNotes,
    Category::DailyLivingAndMobility,
    Category::MyOwnWords,
    Category::CarersWords,
    Category::AnswersToQuestions,
];

/// 1 January 2026, midnight, UTC: when generated requests are submitted.
pub const SUBMITTED: i64 = 1_767_225_600_000_000;
const HOUR: i64 = 3_600_000_000;

pub fn at(hours: i64) -> At {
    At::from_micros(SUBMITTED + hours * HOUR)
}

fn category() -> impl Strategy<Value = Category> {
    proptest::sample::select(ASKED)
}

fn answer() -> impl Strategy<Value = Answer> {
    prop_oneof![3 => Just(Answer::Share), 2 => Just(Answer::DoNotShare)]
}

pub fn day() -> impl Strategy<Value = Date> {
    (0i64..40).prop_map(|quarter| date!(2016 - 01 - 01) + Duration::days(quarter * 91))
}

pub fn request() -> impl Strategy<Value = Request> {
    let item =
        (prop::bool::weighted(0.75), option::weighted(0.15, day()), option::weighted(0.15, day()));
    let items = vec(item, ASKED.len())
        .prop_filter("at least one item", |items| items.iter().any(|item| item.0));
    (items, prop::bool::weighted(0.1), option::weighted(0.15, 0i64..4000), 1u32..200, 28i64..180)
        .prop_map(|(items, client_disabled, closed, days, ahead)| Request {
            id: RequestId(uuid::Uuid::from_u128(0x0192_0000_0000_7000_8000_0000_0000_0001)),
            purpose: "pip-first-decision".to_owned(),
            purpose_version: 1,
            items: ASKED
                .iter()
                .zip(items)
                .filter(|(_, (asked, _, _))| *asked)
                .map(|(category, (_, one, other))| {
                    let from = one.unwrap_or(date!(2016 - 01 - 01));
                    let to = other.unwrap_or(date!(2026 - 01 - 01));
                    Item {
                        category: *category,
                        decision_points: vec!["dl1".to_owned()],
                        reason: "Needed for this question".to_owned(),
                        from: from.min(to),
                        to: from.max(to),
                    }
                })
                .collect(),
            fields: BTreeSet::from([
                IdentityField::Name,
                IdentityField::BirthDate,
                IdentityField::NhsNumber,
            ]),
            recipients: vec!["DWP PIP decision makers".to_owned()],
            keep_for: Span::parse("P24M").expect("a span"),
            collect_within: Span::parse(&format!("P{days}D")).expect("a span"),
            submitted_at: at(0),
            respond_by: date!(2026 - 01 - 01) + Duration::days(ahead),
            closed_at: closed.map(at),
            client_disabled,
        })
}

pub fn decision() -> impl Strategy<Value = Decision> {
    let end = option::weighted(0.3, 0i64..200);
    let narrowed = prop_oneof![
        2 => Just(BTreeMap::new()),
        1 => btree_map(category(), narrowing(), 1..4),
    ];
    (btree_map(category(), answer(), 0..12), end, narrowed).prop_map(|(answers, end, narrowed)| {
        Decision {
            answers,
            end_date: end.map(|days| date!(2026 - 01 - 01) + Duration::days(days)),
            narrowed,
            ..Decision::default()
        }
    })
}

/// Less than was asked for: dates, in either order, or one of those who treat the person.
pub fn narrowing() -> impl Strategy<Value = Narrowing> {
    let provider = option::weighted(0.4, proptest::sample::select(providers()));
    (option::weighted(0.5, day()), option::weighted(0.5, day()), provider)
        .prop_map(|(from, to, provider)| Narrowing { from, to, provider })
}

/// What was said, in order of time, with versions that count.
pub fn said() -> impl Strategy<Value = Vec<Said>> {
    let decided = (decision(), prop::collection::btree_set(category(), 0..12), 1u32..=2).prop_map(
        |(decision, present, rules)| (Some((decision, present, rules)), BTreeSet::new(), None),
    );
    let withdrew = prop::collection::btree_set(category(), 1..4)
        .prop_map(|categories| (None, categories, None));
    let held = prop_oneof![Just(Hold::Died), Just(Hold::Restored), Just(Hold::Fault)]
        .prop_map(|why| (None, BTreeSet::new(), Some(Ok(why))));
    let rechecked = (1u32..=2).prop_map(|rules| (None, BTreeSet::new(), Some(Err(rules))));
    let one = prop_oneof![10 => decided, 6 => withdrew, 2 => held, 2 => rechecked];
    vec((one, 1i64..600), 0..6).prop_map(|parts| {
        let mut now = 0;
        let mut version = 0;
        let mut all = Vec::new();
        for ((decided, categories, other), hours) in parts {
            now += hours;
            all.push(match (decided, other) {
                (Some((decision, present, rules)), _) => {
                    version += 1;
                    Said::Decided(RecordedDecision {
                        version,
                        at: at(now),
                        decision,
                        rules,
                        digest: None,
                        present,
                    })
                }
                (None, Some(Ok(why))) => Said::Held { at: at(now), why },
                (None, Some(Err(rules))) => Said::Rechecked { at: at(now), rules },
                (None, None) => Said::Withdrew { at: at(now), categories },
            });
        }
        all
    })
}
