//! Every type, with everything that its list names and much that it does not.

use consent::elements::{self, Element, If, Kind, Scope, Shape};
use consent::purpose::IdentityField;
use serde_json::{Map, Value, json};
use std::path::Path;

/// Everything may go that can.
pub fn everything() -> Scope {
    use IdentityField::{BirthDate, Name, NhsNumber, Practice};
    Scope {
        free_text: true,
        identity: [Name, BirthDate, NhsNumber, Practice].into(),
        address: true,
    }
}

/// References stay as they are.
#[expect(clippy::unnecessary_wraps, reason = "the signature that `copy` asks for")]
pub fn same(reference: &str) -> Option<String> {
    Some(reference.to_owned())
}

/// A value of this shape, and the same with junk at every place where JSON allows some.
fn sample(shape: Shape, depth: usize) -> Option<(Value, Value)> {
    let plain = |value: Value| Some((value.clone(), value));
    match shape {
        Shape::Code => plain(json!("active")),
        Shape::Uri => plain(json!("http://snomed.info/sct")),
        Shape::Mime => plain(json!("text/plain; charset=utf-8")),
        Shape::Boolean => plain(json!(true)),
        Shape::Integer => plain(json!(3)),
        Shape::Decimal => plain(json!(2.5)),
        Shape::Date => plain(json!("2024-02")),
        Shape::DateTime => plain(json!("2024-02-29T10:00:00+00:00")),
        Shape::Instant => plain(json!("2024-02-29T10:00:00.123Z")),
        Shape::Time => plain(json!("10:30:00")),
        Shape::Name => plain(json!("Bramble Lane Surgery")),
        Shape::Short | Shape::Term => plain(json!("a few words")),
        Shape::Free => plain(json!("a note")),
        Shape::Base64 => plain(json!("SGVsbG8=")),
        Shape::NhsNumber => plain(json!("9991234567")),
        Shape::Reference => Some((
            json!({"reference": "Condition/7"}),
            json!({"reference": "Condition/7", "display": "told", "type": "Condition", "identifier": {"value": "told"}, "extension": junk()}),
        )),
        Shape::Data(data) if depth > 0 => group(data.elements, depth - 1),
        Shape::Group(members) if depth > 0 => group(members, depth - 1),
        Shape::Data(_) | Shape::Group(_) => None,
    }
}

fn junk() -> Value {
    json!([{"url": "http://example.org/told", "valueString": "told"}])
}

fn group(members: &[Element], depth: usize) -> Option<(Value, Value)> {
    let (mut wanted, mut with_junk) = (Map::new(), Map::new());
    for element in members {
        let Some((value, junky)) = sample(element.shape, depth) else { continue };
        let (value, junky) = if element.list {
            // Members of another shape fall out of the middle of the list.
            (json!([value, value]), json!([junky, [], null, junky]))
        } else {
            (value, junky)
        };
        wanted.insert(element.name.into(), value);
        with_junk.insert(element.name.into(), junky);
        with_junk.insert(format!("_{}", element.name), json!({"extension": junk()}));
    }
    for name in ["id", "extension", "version", "userSelected", "url", "identifier", "other"] {
        if !members.iter().any(|element| element.name == name) {
            with_junk.insert(name.into(), junk());
        }
    }
    (!wanted.is_empty()).then(|| (wanted.into(), with_junk.into()))
}

/// A resource with all that its list names, and the same with junk.
pub fn full(kind: &Kind) -> (Value, Value) {
    let (mut wanted, mut with_junk) = group(kind.elements, 6).unwrap();
    for value in [&mut wanted, &mut with_junk] {
        value["resourceType"] = kind.name.into();
    }
    with_junk["id"] = "told".into();
    with_junk["meta"] = json!({"source": "told"});
    with_junk["text"] = json!({"status": "generated", "div": "<div>told</div>"});
    with_junk["contained"] = json!([{"resourceType": "Condition", "id": "told"}]);
    with_junk["language"] = "told".into();
    if let Some(subject) = kind.subject {
        with_junk[subject] = json!({"reference": "Patient/told"});
    }
    (wanted, with_junk)
}

#[test]
fn every_type_keeps_exactly_what_its_list_names() {
    for kind in elements::kinds().iter().filter(|kind| kind.name != "Patient") {
        let (wanted, with_junk) = full(kind);
        let copied = elements::copy(kind.name, &with_junk, &everything(), &same);
        assert_eq!(copied, Some(wanted.clone()), "{}", kind.name);
        let again = elements::copy(kind.name, &wanted, &everything(), &same);
        assert_eq!(again, Some(wanted), "{}", kind.name);
    }
}

#[test]
fn a_value_of_another_shape_is_not_copied() {
    for kind in elements::kinds() {
        for wrong in [json!(null), json!([[]]), json!({"told": 1}), json!([{"told": true}])] {
            let mut resource = json!({"resourceType": kind.name});
            for element in kind.elements {
                resource[element.name] = wrong.clone();
            }
            assert_eq!(
                elements::copy(kind.name, &resource, &everything(), &same),
                None,
                "{}",
                kind.name
            );
        }
    }
}

#[test]
fn types_without_a_list_are_never_copied() {
    for name in [
        "RelatedPerson",
        "Claim",
        "Coverage",
        "Task",
        "Consent",
        "Provenance",
        "Bundle",
        "Location",
        "",
    ] {
        let resource = json!({"resourceType": name, "status": "active"});
        assert_eq!(elements::copy(name, &resource, &everything(), &same), None, "{name}");
        assert_eq!(elements::subject_element(name), None);
    }
    let lying = json!({"resourceType": "RelatedPerson", "status": "active"});
    assert_eq!(elements::copy("Condition", &lying, &everything(), &same), None);
}

#[test]
fn the_list_names_no_identifier_extension_narrative_or_address_on_the_web() {
    fn check(path: &str, members: &[Element]) {
        const NEVER: [&str; 12] = [
            "identifier",
            "extension",
            "modifierExtension",
            "text.div",
            "meta",
            "contained",
            "fullUrl",
            "url",
            "id",
            "telecom",
            "address",
            "reference",
        ];
        for element in members {
            let patient =
                path == "Patient" && matches!(element.name, "identifier" | "telecom" | "address");
            let activity = path == "CarePlan.activity" && element.name == "reference";
            assert!(
                patient || activity || !NEVER.contains(&element.name),
                "{path}.{}",
                element.name
            );
            assert!(!(element.list && element.parent == If::Decisive), "{path}.{}", element.name);
            if let Shape::Group(inner) = element.shape {
                check(&format!("{path}.{}", element.name), inner);
            }
        }
    }
    for kind in elements::kinds() {
        check(kind.name, kind.elements);
        assert!(kind.subject.is_none_or(|subject| kind.elements.iter().all(|e| e.name != subject)));
    }
    for data in elements::datatypes() {
        check(data.name, data.elements);
    }
}

#[test]
fn every_type_that_has_a_home_has_a_list() {
    let homes = [
        "Patient",
        "PractitionerRole",
        "Organization",
        "CareTeam",
        "Practitioner",
        "Condition",
        "Observation",
        "QuestionnaireResponse",
        "ClinicalImpression",
        "MedicationRequest",
        "MedicationStatement",
        "Medication",
        "MedicationDispense",
        "AllergyIntolerance",
        "DiagnosticReport",
        "Specimen",
        "Procedure",
        "Encounter",
        "Appointment",
        "EpisodeOfCare",
        "DocumentReference",
        "Binary",
        "Composition",
        "Device",
        "DeviceUseStatement",
        "DeviceRequest",
        "SupplyRequest",
        "ServiceRequest",
        "CarePlan",
        "Goal",
        "Immunization",
        "FamilyMemberHistory",
        "Flag",
        "List",
    ];
    assert!(homes.iter().all(|name| elements::kind(name).is_some()));
    assert_eq!(elements::kinds().len(), homes.len());
}

#[test]
#[expect(
    clippy::disallowed_methods,
    reason = "a test is told by the environment to write its snapshot"
)]
fn the_published_list_is_the_one_that_is_used() {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("../docs/elements.md");
    if std::env::var_os("UPDATE_SNAPSHOTS").is_some() {
        std::fs::write(&file, elements::published()).unwrap();
    }
    let published = std::fs::read_to_string(&file).unwrap();
    assert!(
        published == elements::published(),
        "docs/elements.md is out of date: run with UPDATE_SNAPSHOTS=1"
    );
}
