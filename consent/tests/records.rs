//! What makes a record file sound, and why others are refused whole.

#![expect(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on stops")]

mod shared;

use consent::identity::NhsNumber;
use consent::record::{EntryKey, Kind, MOST_BYTES, Record, RecordFault, Wrong};
use serde_json::{Value, json};
use std::collections::BTreeSet;

fn patient() -> Value {
    json!({"resourceType": "Patient", "id": "p1",
        "identifier": [{"system": "https://fhir.nhs.uk/Id/nhs-number", "value": "9990000018"}]})
}

fn condition(id: &str, subject: &str) -> Value {
    json!({"resourceType": "Condition", "id": id, "subject": {"reference": subject}, "code": {"text": "Asthma"}})
}

fn bundle(resources: &[Value]) -> Value {
    let entries: Vec<Value> =
        resources.iter().map(|resource| json!({"resource": resource})).collect();
    json!({"resourceType": "Bundle", "type": "collection", "entry": entries})
}

fn parse(file: &Value) -> Result<Record, RecordFault> {
    Record::parse(file.to_string().as_bytes(), None)
}

fn wrong(file: &Value) -> (usize, String, Wrong) {
    match parse(file) {
        Err(RecordFault::Entry { number, element, wrong, .. }) => (number, element, wrong),
        other => panic!("expected a fault in an entry: {other:?}"),
    }
}

#[test]
fn a_bundle_of_one_person_is_read_in_source_order() {
    let record =
        parse(&bundle(&[patient(), condition("c1", "Patient/p1"), condition("c2", "Patient/p1")]))
            .unwrap();
    let kinds: Vec<&str> = record.entries().iter().map(|entry| entry.kind.as_str()).collect();
    assert_eq!(kinds, ["Patient", "Condition", "Condition"]);
    assert_eq!(record.patient(), Some(0));
    assert_eq!(
        record.nhs_number().map(|number| number.as_str().to_owned()).as_deref(),
        Some("9990000018")
    );
}

#[test]
fn the_key_of_an_entry_depends_on_its_content_alone() {
    let one = br#"{"resourceType":"Bundle","type":"collection","entry":[{"resource":{"resourceType":"Flag","status":"active","code":{"text":"x"},"subject":{"reference":"Patient/1"}}}]}"#;
    let other = br#"{"type":"collection","resourceType":"Bundle","entry":[{"fullUrl":"urn:uuid:9","resource":{"subject":{"reference":"Patient/1"},"code":{"text":"x"},"resourceType":"Flag","status":"active"}}]}"#;
    let key = |bytes: &[u8]| Record::parse(bytes, None).unwrap().entries()[0].key;
    assert_eq!(key(one), key(other));
    assert_eq!(EntryKey::parse(&key(one).to_string()).unwrap(), key(one));
}

#[test]
fn an_element_that_occurs_twice_refuses_the_file() {
    let file = br#"{"resourceType":"Bundle","type":"collection","type":"collection"}"#;
    assert!(matches!(Record::parse(file, None), Err(RecordFault::DuplicateKey { .. })));
}

#[test]
fn a_number_that_no_double_holds_refuses_the_file() {
    for number in ["1e400", "-1e400"] {
        let file = format!(r#"{{"resourceType":"Bundle","type":"collection","total":{number}}}"#);
        let fault = Record::parse(file.as_bytes(), None);
        assert!(matches!(fault, Err(RecordFault::NumberOutOfRange { .. })), "{fault:?}");
    }
}

#[test]
fn nesting_deeper_than_64_refuses_the_file() {
    let nested = |deep: usize| format!("{}{}", "[".repeat(deep), "]".repeat(deep));
    assert!(matches!(Record::parse(nested(65).as_bytes(), None), Err(RecordFault::TooDeep { .. })));
    assert!(matches!(Record::parse(nested(64).as_bytes(), None), Err(RecordFault::NotAResource)));
}

#[test]
fn what_is_no_json_or_too_large_or_followed_by_more_is_refused() {
    assert!(matches!(Record::parse(b"<Bundle/>", None), Err(RecordFault::NotJson { line: 1, .. })));
    assert!(matches!(Record::parse(b"{} {}", None), Err(RecordFault::NotJson { .. })));
    assert!(matches!(Record::parse(b"{\"a\":\"\xff\"}", None), Err(RecordFault::NotJson { .. })));
    assert_eq!(Record::parse(&vec![b' '; MOST_BYTES + 1], None), Err(RecordFault::TooLarge));
}

#[test]
fn a_single_resource_is_refused_and_told_to_be_wrapped() {
    let fault = parse(&patient()).unwrap_err();
    assert_eq!(fault, RecordFault::SingleResource(Kind::of("Patient").unwrap()));
    assert!(fault.to_string().contains("Bundle of type collection"));
}

#[test]
fn a_bundle_of_messages_or_versions_is_refused() {
    for kind in ["history", "message", "batch-response", ""] {
        assert_eq!(
            parse(&json!({"resourceType": "Bundle", "type": kind})),
            Err(RecordFault::BundleType)
        );
    }
}

#[test]
fn an_entry_without_a_resource_refuses_the_file() {
    let file = json!({"resourceType": "Bundle", "type": "transaction", "entry": [{"fullUrl": "urn:uuid:1"}]});
    assert_eq!(wrong(&file), (1, "resource".to_owned(), Wrong::NoResource));
}

#[test]
fn a_type_that_r4_lacks_refuses_the_file() {
    for name in ["ReferralRequest", "ProcedureRequest", "DeviceUsage", "Nonsense"] {
        let file = bundle(&[patient(), json!({"resourceType": name})]);
        assert_eq!(wrong(&file).2, Wrong::UnknownType, "{name}");
    }
}

#[test]
fn shapes_of_other_versions_refuse_the_file_and_are_named() {
    let subject = json!({"reference": "Patient/p1"});
    let cases = [
        (
            "MedicationStatement.taken",
            Wrong::UnknownElement,
            json!({"resourceType": "MedicationStatement", "status": "active",
            "subject": subject, "medicationCodeableConcept": {"text": "x"}, "taken": "y"}),
        ),
        (
            "Condition.clinicalStatus",
            Wrong::Form,
            json!({"resourceType": "Condition", "subject": subject, "clinicalStatus": "active"}),
        ),
        (
            "Condition.assertedDate",
            Wrong::UnknownElement,
            json!({"resourceType": "Condition", "subject": subject, "assertedDate": "2020"}),
        ),
        (
            "DocumentReference.indexed",
            Wrong::UnknownElement,
            json!({"resourceType": "DocumentReference", "status": "current",
            "content": [{"attachment": {}}], "subject": subject, "indexed": "2020-01-01T00:00:00Z"}),
        ),
        (
            "Observation.comment",
            Wrong::UnknownElement,
            json!({"resourceType": "Observation", "status": "final", "code": {"text": "x"},
            "subject": subject, "comment": "x"}),
        ),
        (
            "AllergyIntolerance.assertedDate",
            Wrong::UnknownElement,
            json!({"resourceType": "AllergyIntolerance", "patient": subject,
            "assertedDate": "2020"}),
        ),
        (
            "MedicationRequest.requester.agent",
            Wrong::UnknownElement,
            json!({"resourceType": "MedicationRequest", "status": "active",
            "intent": "order", "subject": subject, "medicationCodeableConcept": {"text": "x"},
            "requester": {"agent": {"reference": "Practitioner/1"}}}),
        ),
        (
            "Procedure.code",
            Wrong::Form,
            json!({"resourceType": "Procedure", "status": "completed", "subject": subject, "code": [{"text": "x"}]}),
        ),
        (
            "Observation.status",
            Wrong::Missing,
            json!({"resourceType": "Observation", "code": {"text": "x"}, "subject": subject}),
        ),
        (
            "MedicationRequest.medication[x]",
            Wrong::Missing,
            json!({"resourceType": "MedicationRequest", "status": "active",
            "intent": "order", "subject": subject}),
        ),
        (
            "Condition.contained.Observation.comment",
            Wrong::UnknownElement,
            json!({"resourceType": "Condition", "subject": subject,
            "contained": [{"resourceType": "Observation", "status": "final", "code": {"text": "x"}, "comment": "x"}]}),
        ),
    ];
    for (element, expected, resource) in cases {
        let (number, found, what) = wrong(&bundle(&[patient(), resource]));
        assert_eq!((number, found.as_str(), what), (2, element, expected));
    }
}

#[test]
fn a_fault_never_repeats_what_the_file_says() {
    let secret = json!({"resourceType": "Condition", "subject": {"reference": "Patient/p1"}, "Jane Secret": "has scabies"});
    let said = parse(&bundle(&[patient(), secret])).unwrap_err().to_string();
    assert!(!said.contains("Secret") && !said.contains("scabies"), "{said}");
    assert!(said.starts_with("entry 2 (Condition), "), "{said}");
}

#[test]
fn two_patients_refuse_the_file() {
    let second = json!({"resourceType": "Patient", "id": "p2"});
    assert_eq!(
        parse(&bundle(&[patient(), second])),
        Err(RecordFault::SeveralPatients { first: 1, second: 2 })
    );
}

#[test]
fn an_entry_about_another_patient_or_a_group_or_nobody_refuses_the_file() {
    let another = wrong(&bundle(&[patient(), condition("c", "Patient/p2")]));
    assert_eq!(another, (2, "Condition.subject".to_owned(), Wrong::OtherPerson));
    assert_eq!(wrong(&bundle(&[patient(), condition("c", "Group/g")])).2, Wrong::AboutGroup);
    assert_eq!(wrong(&bundle(&[patient(), condition("c", "#p")])).2, Wrong::NoSubject);
    let nameless = json!({"resourceType": "Condition", "subject": {"display": "Somebody"}});
    assert_eq!(wrong(&bundle(&[patient(), nameless])).2, Wrong::NoSubject);
    let never_sent = json!({"resourceType": "Claim", "patient": {"reference": "Patient/p2"}});
    assert_eq!(wrong(&bundle(&[patient(), never_sent])).2, Wrong::OtherPerson);
}

#[test]
fn without_the_patient_all_subjects_must_still_agree() {
    assert!(
        parse(&bundle(&[
            condition("a", "Patient/p1"),
            condition("b", "https://gp.example/fhir/Patient/p1")
        ]))
        .is_ok()
    );
    let two = bundle(&[condition("a", "Patient/p1"), condition("b", "Patient/p2")]);
    assert_eq!(wrong(&two), (2, "Condition.subject".to_owned(), Wrong::OtherPerson));
    let hosts = bundle(&[
        condition("a", "https://a.example/Patient/p1"),
        condition("b", "https://b.example/Patient/p1"),
    ]);
    assert_eq!(wrong(&hosts).2, Wrong::OtherPerson);
}

#[test]
fn a_subject_may_be_named_by_nhs_number() {
    let by = |value: &str| {
        json!({"resourceType": "Condition",
        "subject": {"identifier": {"system": "https://fhir.nhs.uk/Id/nhs-number", "value": value}}})
    };
    assert!(parse(&bundle(&[patient(), by("9990000018")])).is_ok());
    assert_eq!(wrong(&bundle(&[patient(), by("9434765919")])).2, Wrong::OtherPerson);
}

#[test]
fn the_nhs_number_that_the_caller_names_holds_only_where_the_file_has_none() {
    let given = NhsNumber::parse("9434765919").unwrap();
    let with = bundle(&[patient()]).to_string();
    assert_eq!(Record::parse(with.as_bytes(), Some(&given)), Err(RecordFault::OtherNhsNumber));
    let without = bundle(&[json!({"resourceType": "Patient", "id": "p1"})]).to_string();
    let record = Record::parse(without.as_bytes(), Some(&given)).unwrap();
    assert_eq!(record.nhs_number(), Some(&given));
    assert_eq!(Record::parse(without.as_bytes(), None).unwrap().nhs_number(), None);
}

#[test]
fn two_entries_with_one_address_refuse_the_file() {
    let twice = bundle(&[patient(), condition("c", "Patient/p1"), condition("c", "Patient/p1")]);
    assert_eq!(wrong(&twice).2, Wrong::SameAddress);
}

#[test]
fn references_resolve_relative_absolute_and_by_uuid() {
    let file = json!({"resourceType": "Bundle", "type": "document", "entry": [
        {"fullUrl": "urn:uuid:aa", "resource": patient()},
        {"fullUrl": "https://gp.example/fhir/Condition/c", "resource": condition("c", "urn:uuid:aa")}]});
    let record = parse(&file).unwrap();
    for reference in
        ["Condition/c", "https://gp.example/fhir/Condition/c", "Condition/c/_history/2"]
    {
        assert_eq!(record.resolve(reference), Some(1), "{reference}");
    }
    assert_eq!(record.resolve("urn:uuid:aa"), Some(0));
    assert_eq!(record.resolve("#c"), None);
    assert_eq!(record.resolve("Condition/d"), None);
}

#[test]
fn part_of_a_record_keeps_its_order_and_who_it_is_about() {
    let record =
        parse(&bundle(&[patient(), condition("a", "Patient/p1"), condition("b", "Patient/p1")]))
            .unwrap();
    let part = record.only(&BTreeSet::from([1, 2]));
    assert_eq!(part.entries(), &record.entries()[1..]);
    assert_eq!((part.patient(), part.resolve("Condition/b")), (None, Some(1)));
    assert!(part.is_person("Patient/p1") && !part.is_person("Patient/p2"));
    assert_eq!(part.nhs_number(), record.nhs_number());
}

/// The files of the shared data that are refused, and why.
const REFUSED: &[(&str, &str)] = &[("scr/GetScrBundle.json", "Composition.title")];

#[test]
fn every_shared_bundle_is_read_or_refused_with_a_stated_reason() {
    let Some(folder) = shared::shared("data/fhir") else { return };
    let mut refused = Vec::new();
    let mut read = 0;
    for (name, bytes) in shared_files(&folder) {
        let file: Value = serde_json::from_slice(&bytes).unwrap();
        match Record::parse(&bytes, None) {
            Ok(record) => {
                read += 1;
                assert_eq!(
                    record.entries().len(),
                    file["entry"].as_array().map_or(0, Vec::len),
                    "{name}"
                );
            }
            Err(RecordFault::SingleResource(kind)) => {
                assert_eq!(file["resourceType"], kind.as_str());
            }
            Err(fault) => {
                println!("{name}: {fault}");
                refused.push((name, fault.to_string()));
            }
        }
    }
    assert!(read >= 18, "only {read} files were read");
    let names: Vec<&str> = refused.iter().map(|(name, _)| name.as_str()).collect();
    assert_eq!(names, REFUSED.iter().map(|(name, _)| *name).collect::<Vec<_>>());
    assert!(refused.iter().zip(REFUSED).all(|((_, said), (_, element))| said.contains(element)));
}

fn shared_files(folder: &std::path::Path) -> Vec<(String, Vec<u8>)> {
    let mut found = Vec::new();
    for group in std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.is_dir())
    {
        for path in std::fs::read_dir(&group).unwrap().map(|entry| entry.unwrap().path()) {
            let name = path.strip_prefix(folder).unwrap().to_string_lossy().into_owned();
            found.push((name, std::fs::read(&path).unwrap()));
        }
    }
    found.sort();
    found
}
