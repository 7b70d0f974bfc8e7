//! Generated requests, decisions, records of what was said, and FHIR records with links across categories.

use consent::category::Category;
use consent::decision::{Answer, Decision, Hold, RecordedDecision, Said};
use consent::ids::RequestId;
use consent::purpose::IdentityField;
use consent::record::Record;
use consent::request::{Item, Request};
use consent::time::{At, Span};
use proptest::collection::{btree_map, vec};
use proptest::option;
use proptest::prelude::*;
use serde_json::{Value, json};
use std::collections::BTreeSet;
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

fn day() -> impl Strategy<Value = Date> {
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
    (btree_map(category(), answer(), 0..12), end).prop_map(|(answers, end)| Decision {
        answers,
        end_date: end.map(|days| date!(2026 - 01 - 01) + Duration::days(days)),
        ..Decision::default()
    })
}

/// What was said, in order of time, with versions that count.
pub fn said() -> impl Strategy<Value = Vec<Said>> {
    let decided = (decision(), prop::collection::btree_set(category(), 0..12), 1u32..=2).prop_map(
        |(decision, present, rules)| (Some((decision, present, rules)), BTreeSet::new(), None),
    );
    let withdrew = prop::collection::btree_set(category(), 1..4)
        .prop_map(|categories| (None, categories, None));
    let held = prop_oneof![Just(Hold::Died), Just(Hold::Restored), Just(Hold::Fault)]
        .prop_map(|why| (None, BTreeSet::new(), Some(why)));
    vec((prop_oneof![5 => decided, 3 => withdrew, 1 => held], 1i64..600), 0..6).prop_map(|parts| {
        let mut now = 0;
        let mut version = 0;
        let mut all = Vec::new();
        for ((decided, categories, why), hours) in parts {
            now += hours;
            all.push(match (decided, why) {
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
                (None, Some(why)) => Said::Held { at: at(now), why },
                (None, None) => Said::Withdrew { at: at(now), categories },
            });
        }
        all
    })
}

/// One generated entry: what it is, where it points, when it was.
#[derive(Clone, Debug)]
pub struct Seed {
    kind: u8,
    matter: u8,
    links: Vec<usize>,
    quarter: Option<i64>,
    odd: u8,
    twin: bool,
}

pub fn seeds() -> impl Strategy<Value = Vec<Seed>> {
    let seed = (
        0u8..9,
        0u8..14,
        vec(0usize..8, 0..4),
        option::weighted(0.9, 0i64..40),
        0u8..30,
        prop::bool::weighted(0.2),
    )
        .prop_map(|(kind, matter, links, quarter, odd, twin)| Seed {
            kind,
            matter,
            links,
            quarter,
            odd,
            twin,
        });
    vec(seed, 1..8)
}

/// What an entry is coded as: system, code, display.
fn coding(matter: u8) -> Value {
    let (system, code, display) = match matter {
        0 | 1 => ("http://hl7.org/fhir/sid/icd-10", "F32.1", "Moderate depressive episode"),
        2 => ("http://hl7.org/fhir/sid/icd-10", "F10.2", "Alcohol dependence syndrome"),
        3 => ("http://hl7.org/fhir/sid/icd-10", "X61", "Intentional self-poisoning"),
        4 => ("http://hl7.org/fhir/sid/icd-10", "Z51.5", "Palliative care"),
        5 => ("https://codes.example/local", "17", "Local thing"),
        6 => ("http://snomed.info/sct", "44054006", "Diabetes mellitus type 2"),
        7 => ("http://snomed.info/sct", "195967001", "Asthma"),
        8 => ("http://snomed.info/sct", "396275006", "Osteoarthritis"),
        _ => ("http://hl7.org/fhir/sid/icd-10", "M54.5", "Low back pain"),
    };
    json!({ "coding": [{ "system": system, "code": code, "display": display }] })
}

/// The Bundle that these seeds describe, as JSON: a Patient, a clinician and one entry per seed.
pub fn bundle(seeds: &[Seed]) -> Value {
    // A link names one of the entries of a fitting kind; sometimes one that is not there.
    let name = |link: usize, wanted: &[&str]| {
        let fitting: Vec<usize> = (0..seeds.len())
            .filter(|place| wanted.contains(&kind_of(seeds[*place].kind)))
            .collect();
        match fitting.get(link % (fitting.len() + 1)) {
            Some(place) => format!("{}/e{place}", kind_of(seeds[*place].kind)),
            None => format!("{}/gone", wanted[0]),
        }
    };
    let mut entries = vec![
        json!({ "resource": { "resourceType": "Patient", "id": "p", "name": [{ "family": "Example", "given": ["Ann"] }],
            "birthDate": "1970-01-01", "address": [{ "line": ["1 High Street"], "postalCode": "LS1 1AA" }] } }),
        json!({ "resource": { "resourceType": "Practitioner", "id": "d", "name": [{ "text": "Dr Example" }] } }),
    ];
    for (place, seed) in seeds.iter().enumerate() {
        let own = if seed.twin { 0 } else { place };
        entries.push(json!({ "resource": resource(seed, &format!("e{place}"), own, &name) }));
    }
    json!({ "resourceType": "Bundle", "type": "collection", "entry": entries })
}

fn kind_of(kind: u8) -> &'static str {
    match kind {
        0 | 1 => "Condition",
        2 | 3 => "MedicationRequest",
        4 => "Encounter",
        5 | 6 => "Observation",
        7 => "DiagnosticReport",
        _ => "DocumentReference",
    }
}

fn resource(seed: &Seed, id: &str, own: usize, name: &dyn Fn(usize, &[&str]) -> String) -> Value {
    let kind = kind_of(seed.kind);
    let day = seed
        .quarter
        .map(|quarter| (date!(2016 - 01 - 01) + Duration::days(quarter * 91)).to_string());
    let code = coding(seed.matter);
    let link = |wanted: &[&str]| -> Vec<Value> {
        let names = seed.links.iter().map(|link| name(*link, wanted));
        names.map(|name| json!({ "reference": name, "display": "seen before" })).collect()
    };
    let mut made = json!({
        "resourceType": kind,
        "id": id,
        "meta": { "lastUpdated": "2025-01-01T00:00:00Z" },
        "subject": { "reference": "Patient/p" },
    });
    let Some(members) = made.as_object_mut() else { return made };
    let mut set = |member: &str, value: Value| {
        if value != json!([]) && !value.is_null() {
            members.insert(member.to_owned(), value);
        }
    };
    let encounter = link(&["Encounter"]).into_iter().next().unwrap_or(Value::Null);
    let note = json!([{ "text": format!("Seen again, entry {own}") }]);
    match kind {
        "Condition" => {
            set("code", code);
            set("onsetDateTime", json!(day));
            set("encounter", encounter);
            set("note", note);
            set("recorder", json!({ "reference": "Practitioner/d" }));
            if seed.odd < 4 {
                set(
                    "verificationStatus",
                    json!({ "coding": [{ "system": "http://terminology.hl7.org/CodeSystem/condition-ver-status", "code": "entered-in-error" }] }),
                );
            }
        }
        "MedicationRequest" => {
            set("status", json!(if seed.odd < 3 { "entered-in-error" } else { "completed" }));
            set("intent", json!("order"));
            set(
                "medicationCodeableConcept",
                json!({ "coding": [{ "system": "http://snomed.info/sct", "code": "322236009", "display": "Paracetamol 500mg tablets" }] }),
            );
            set("authoredOn", json!(day));
            set("reasonReference", json!(link(&["Condition", "Observation"])));
            set("encounter", encounter);
        }
        "Encounter" => {
            set("status", json!("finished"));
            set(
                "class",
                json!({ "system": "http://terminology.hl7.org/CodeSystem/v3-ActCode", "code": "AMB" }),
            );
            set("period", json!(day.map(|day| json!({ "start": day, "end": day }))));
            set("reasonReference", json!(link(&["Condition"])));
        }
        "Observation" => {
            set("status", json!("final"));
            set(
                "category",
                json!([{ "coding": [{ "system": "http://terminology.hl7.org/CodeSystem/observation-category", "code": "laboratory" }] }]),
            );
            set("code", code);
            set("effectiveDateTime", json!(day));
            set("valueQuantity", json!({ "value": own, "unit": "mmol/L" }));
            set("encounter", encounter);
            set("hasMember", json!(link(&["Observation"])));
        }
        "DiagnosticReport" => {
            set("status", json!("final"));
            set("code", code);
            set("effectiveDateTime", json!(day));
            set("result", json!(link(&["Observation"])));
            set("encounter", encounter);
        }
        _ => {
            set("status", json!("current"));
            set("type", code);
            set("date", json!(day.map(|day| format!("{day}T09:00:00Z"))));
            set(
                "content",
                json!([{ "attachment": { "contentType": "text/plain", "data": "U2VlbiBhZ2Fpbg==" } }]),
            );
        }
    }
    made
}

/// The record that a Bundle holds.
pub fn record(bundle: &Value) -> Record {
    Record::parse(bundle.to_string().as_bytes(), None).expect("a generated Bundle is sound")
}

/// The entries of a Bundle at these places only.
pub fn only(bundle: &Value, keep: &BTreeSet<usize>) -> Value {
    let mut smaller = bundle.clone();
    if let Some(entries) = smaller["entry"].as_array_mut() {
        let mut place = 0;
        entries.retain(|_| {
            place += 1;
            keep.contains(&(place - 1))
        });
    }
    smaller
}
