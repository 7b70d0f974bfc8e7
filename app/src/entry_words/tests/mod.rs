//! The words of packages made for these tests.

use super::{Lang, NoWords, Words, about, lexicon::Lexicon, read};
use serde_json::{Value, json};
use std::path::Path;

mod reach;

fn package(resources: &[Value]) -> Vec<u8> {
    let entries: Vec<Value> =
        resources.iter().map(|resource| json!({"resource": resource})).collect();
    serde_json::to_vec(&json!({"resourceType": "Bundle", "type": "collection", "entry": entries}))
        .unwrap()
}

fn one(resource: &Value, lang: Lang) -> super::EntryWords {
    read(&package(std::slice::from_ref(resource)), lang).unwrap().remove(0)
}

fn detail<'a>(entry: &'a super::EntryWords, label: &str) -> &'a str {
    &entry
        .details
        .iter()
        .find(|(found, _)| found == label)
        .unwrap_or_else(|| panic!("{label} in {:?}", entry.details))
        .1
}

#[test]
fn an_entry_is_one_line_and_all_its_elements() {
    let resources = [
        json!({"resourceType": "Condition", "id": "1", "clinicalStatus": {"coding": [{"system": "http://terminology.hl7.org/CodeSystem/condition-clinical", "code": "active"}]},
            "code": {"text": "Asthma", "coding": [{"system": "http://snomed.info/sct", "code": "195967001", "display": "Asthma"}]},
            "onsetDateTime": "2014-03", "recordedDate": "2014-03-04T14:05:00+01:00", "recorder": {"reference": "PractitionerRole/1"}}),
        json!({"resourceType": "PractitionerRole", "id": "1", "practitioner": {"reference": "Practitioner/1"}, "organization": {"reference": "Organization/1"}}),
        json!({"resourceType": "Practitioner", "id": "1", "name": [{"prefix": ["Dr"], "given": ["A"], "family": "Jones"}]}),
        json!({"resourceType": "Organization", "id": "1", "name": "Bramble Lane Surgery"}),
    ];
    let entries = read(&package(&resources), Lang::En).unwrap();
    let asthma = &entries[0];
    assert_eq!(
        asthma.line,
        "Asthma · since March 2014 · recorded by Dr A Jones, Bramble Lane Surgery"
    );
    assert_eq!((asthma.number, asthma.resource.as_str()), (1, "Condition/1"));
    assert_eq!(detail(asthma, "Kind of entry"), "Condition, number 1 in the file");
    assert_eq!(detail(asthma, "What it is"), "Asthma (SNOMED CT 195967001)");
    assert_eq!(detail(asthma, "Is it still going on"), "active (HL7 condition-clinical active)");
    assert_eq!(detail(asthma, "Recorded on"), "4\u{a0}March\u{a0}2014, 14:05 UTC+01:00");
    assert_eq!(
        detail(asthma, "Who recorded it"),
        "Dr A Jones, Bramble Lane Surgery (PractitionerRole/1)"
    );
    let welsh = read(&package(&resources), Lang::Cy).unwrap();
    assert_eq!(
        welsh[0].line,
        "Asthma · ers Mawrth 2014 · cofnodwyd gan Dr A Jones, Bramble Lane Surgery"
    );
}

#[test]
fn a_finding_says_its_value_in_the_line() {
    let part = |words: &str, value: u8| json!({"code": {"text": words}, "valueQuantity": {"value": value, "unit": "mmHg", "system": "http://unitsofmeasure.org", "code": "mm[Hg]"}});
    let pressure = json!({"resourceType": "Observation", "id": "1", "status": "final", "code": {"text": "Blood pressure"},
        "effectiveDateTime": "2026-05-06", "component": [part("Systolic", 120), part("Diastolic", 80)]});
    let entry = one(&pressure, Lang::En);
    assert_eq!(
        entry.line,
        "Blood pressure: Systolic 120 mmHg, Diastolic 80 mmHg · 6\u{a0}May\u{a0}2026"
    );
    assert_eq!(detail(&entry, "Part of the result 2, value"), "80 mmHg (UCUM mm[Hg])");
}

#[test]
fn a_question_is_the_label_of_its_answer() {
    let answers = json!({"resourceType": "QuestionnaireResponse", "id": "1", "authored": "2026-05-06", "item": [
        {"linkId": "Q1", "text": "Do you use a stick?", "answer": [{"valueBoolean": true}]},
        {"linkId": "Q2", "text": "Illness", "item": [{"linkId": "Q2a", "answer": [{"valueCoding": {"system": "http://snomed.info/sct", "code": "203082005", "display": "Fibromyalgia"}}]}]}]});
    let entry = one(&answers, Lang::En);
    assert_eq!(detail(&entry, "Do you use a stick? (question Q1)"), "yes");
    assert_eq!(detail(&entry, "question (question Q2a)"), "Fibromyalgia (SNOMED CT 203082005)");
}

#[test]
fn a_letter_is_shown_as_its_text_or_as_its_size() {
    let letter = |kind: &str| json!({"resourceType": "DocumentReference", "id": "1", "type": {"text": "Letter"}, "content": [{"attachment": {"contentType": kind, "data": "RGVhciBEciBKb25lcw=="}}]});
    assert_eq!(
        detail(
            &one(&letter("text/plain; charset=utf-8"), Lang::En),
            "Content, document, text of the document"
        ),
        "Dear Dr Jones"
    );
    assert_eq!(
        detail(
            &one(&letter("application/pdf"), Lang::En),
            "Content, document, text of the document"
        ),
        "A file that cannot be read here as text: 13 bytes"
    );
}

#[test]
fn a_package_says_under_which_rules_it_was_made() {
    let bundle = json!({"resourceType": "Bundle", "type": "collection", "meta": {"extension": [{"url": "https://sayso.example/agreement", "extension": [
        {"url": "rules", "valuePositiveInt": 3}, {"url": "purpose", "valueCode": "pip-review"}, {"url": "statement", "valueString": "Not a whole record."},
        {"url": "period", "valuePeriod": {"start": "2020-01-01", "end": "2026-01-01"}}]}]}});
    let rows = about(&serde_json::to_vec(&bundle).unwrap(), Lang::En).unwrap();
    let row = |label: &str| rows.iter().find(|(found, _)| found == label).unwrap().1.clone();
    assert_eq!(row("Version of our rules"), "3");
    assert_eq!(row("Purpose"), "pip-review");
    assert_eq!(row("Said with it"), "Not a whole record.");
    assert_eq!(
        row("From when to when"),
        "from 1\u{a0}January\u{a0}2020 to 1\u{a0}January\u{a0}2026"
    );
    assert!(rows.iter().any(|(_, text)| text == "https://sayso.example/agreement"));
}

#[test]
fn what_is_no_package_has_no_words() {
    assert_eq!(read(b"{", Lang::En), Err(NoWords::NotJson));
    for wrong in [
        json!([]),
        json!({"resourceType": "Patient"}),
        json!({"resourceType": "Bundle", "entry": [{}]}),
        json!({"resourceType": "Bundle", "entry": {}}),
    ] {
        assert_eq!(
            read(wrong.to_string().as_bytes(), Lang::En),
            Err(NoWords::NotAPackage),
            "{wrong}"
        );
    }
}

#[test]
fn every_name_has_words_and_no_two_codes_share_theirs() {
    for lang in Lang::ALL {
        let lexicon = Lexicon::of(lang);
        for (name, _) in super::element_names::ELEMENTS {
            assert!(!lexicon.element(name).contains(crate::i18n::MISSING), "{name}");
        }
        for (name, _) in super::code_names::KINDS {
            assert!(!lexicon.kind(name).contains(crate::i18n::MISSING), "{name}");
        }
        let mut codes: Vec<_> =
            super::code_names::CODES.iter().map(|(code, _)| lexicon.code(code).unwrap()).collect();
        codes.extend(
            super::code_names::SYSTEMS.iter().map(|(system, _)| lexicon.system(system).unwrap()),
        );
        assert!(codes.iter().all(|words| !words.contains(crate::i18n::MISSING)));
        let all = codes.len();
        codes.sort_unstable();
        codes.dedup();
        assert_eq!(codes.len(), all);
    }
}

#[test]
fn every_element_of_the_published_list_has_words() {
    let list =
        std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("../docs/elements.md"))
            .unwrap();
    let paths: Vec<&str> =
        list.lines().filter_map(|line| line.strip_prefix("| `")?.split('`').next()).collect();
    assert!(paths.len() > 500);
    let unknown: Vec<_> = paths
        .iter()
        .filter(|path| !Lexicon::of(Lang::En).knows(path.rsplit('.').next().unwrap()))
        .collect();
    assert!(unknown.is_empty(), "{unknown:?}");
}

#[test]
fn what_stands_beside_a_resource_is_said_too() {
    let bytes = json!({"resourceType": "Bundle", "entry": [{"resource": {"resourceType": "Flag"}, "fullUrl": "urn:told"}]}).to_string();
    let entry = read(bytes.as_bytes(), Lang::En).unwrap().remove(0);
    assert!(entry.details.iter().any(|(_, text)| text == "urn:told"));
    let package: Value = serde_json::from_str(&bytes).unwrap();
    assert_eq!(Words::new(&package, Lang::En).resources.len(), 1);
}
