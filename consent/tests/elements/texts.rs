//! Free text, references, and what a copy must not turn into its opposite.

use crate::listed::{everything, same};
use consent::elements::{self, Scope};
use serde_json::{Value, json};

const LONG: &str = "He told the doctor what happened at home with his wife and two sons.";

fn copied(resource: &Value) -> Option<Value> {
    let kind = resource["resourceType"].as_str().unwrap();
    elements::copy(kind, resource, &Scope::default(), &same)
}

#[test]
fn free_text_is_cut_unless_it_is_shared() {
    let observation = json!({
        "resourceType": "Observation", "status": "final", "code": {"text": "Pain"}, "valueString": LONG,
        "note": [{"text": "short"}, {"text": LONG}],
        "component": [{"code": {"text": LONG}, "valueString": "told"}, {"code": {"text": "Where"}, "valueString": "knee"}],
    });
    assert_eq!(
        copied(&observation).unwrap(),
        json!({"resourceType": "Observation", "status": "final", "code": {"text": "Pain"},
               "component": [{"code": {"text": "Where"}, "valueString": "knee"}]})
    );
    assert!(elements::has_free_text(&observation));
    assert!(!elements::has_free_text(&copied(&observation).unwrap()));
    assert_eq!(
        elements::copy("Observation", &observation, &everything(), &same),
        Some(observation)
    );
}

#[test]
fn sixty_characters_are_short_and_sixty_one_are_not() {
    for (length, stays) in [(60, true), (61, false)] {
        let words = "ŵ".repeat(length);
        let report =
            json!({"resourceType": "DiagnosticReport", "status": "final", "conclusion": words});
        assert_eq!(copied(&report).unwrap().get("conclusion").is_some(), stays);
    }
}

#[test]
fn a_long_term_stays_only_beside_a_code_of_a_terminology() {
    let coding = |system: &str| json!({"resourceType": "Condition", "code": {"coding": [{"system": system, "code": "1", "display": LONG}]}});
    assert_eq!(copied(&coding("http://snomed.info/sct")), Some(coding("http://snomed.info/sct")));
    let local = copied(&coding("urn:local")).unwrap();
    assert_eq!(local["code"]["coding"], json!([{"system": "urn:local", "code": "1"}]));
    let no_code = json!({"resourceType": "Condition", "code": {"coding": [{"system": "http://snomed.info/sct", "display": LONG}]}});
    assert_eq!(copied(&no_code), None, "a system alone says nothing");
}

#[test]
fn an_answer_never_stands_without_its_question() {
    let answers = json!({"resourceType": "QuestionnaireResponse", "status": "completed", "item": [
        {"linkId": "1", "text": LONG, "answer": [{"valueBoolean": true}]},
        {"linkId": "2", "text": "Do you use a stick?", "answer": [{"valueBoolean": true}]},
    ]});
    let copied = copied(&answers).unwrap();
    assert_eq!(
        copied["item"],
        json!([{"linkId": "2", "text": "Do you use a stick?", "answer": [{"valueBoolean": true}]}])
    );
}

#[test]
fn what_would_say_the_opposite_is_not_copied() {
    let request = |more: &str, value: Value| {
        let mut request = json!({"resourceType": "ServiceRequest", "status": "active", "code": {"text": "Restraint"}});
        request[more] = value;
        copied(&request).is_some()
    };
    assert!(request("doNotPerform", json!(true)));
    assert!(!request("doNotPerform", json!("true")));
    assert!(!request("modifierExtension", json!([{"url": "http://example.org/not"}])));
    assert!(!request("implicitRules", json!("http://example.org/not")));
    let below = json!({"resourceType": "Observation", "code": {"text": "CRP"}, "valueQuantity": {"value": 5, "comparator": 1}});
    assert_eq!(copied(&below).unwrap().get("valueQuantity"), None);
}

#[test]
fn a_reference_keeps_nothing_but_where_it_points() {
    let list = json!({"resourceType": "List", "status": "current", "mode": "working",
        "entry": [{"item": {"reference": "Condition/a", "display": "told"}, "date": "2024"}, {"item": {"reference": "Condition/b"}, "date": "2023"}],
        "source": {"display": "told"}, "emptyReason": {"text": "withheld"}});
    let only_a = |reference: &str| (reference == "Condition/a").then(|| "Condition/1".to_owned());
    let copy = elements::copy("List", &list, &Scope::default(), &only_a).unwrap();
    assert_eq!(
        copy["entry"],
        json!([{"item": {"reference": "Condition/1"}, "date": "2024"}]),
        "no trace of the other"
    );
    assert_eq!((copy.get("source"), copy.get("emptyReason")), (None, None));
    assert_eq!(elements::references(&copy), ["Condition/1"]);
}

#[test]
fn references_of_a_copy_can_be_rewritten_and_removed() {
    let mut copy = json!({"resourceType": "Encounter", "id": "4", "status": "finished", "subject": {"identifier": {"value": "request"}},
        "participant": [{"individual": {"reference": "Practitioner/1"}}, {"type": [{"text": "lead"}], "individual": {"reference": "Practitioner/2"}}],
        "reasonReference": [{"reference": "Condition/9"}]});
    elements::map_references(&mut copy, &|reference| {
        (reference != "Practitioner/2").then(|| format!("{reference}0"))
    });
    assert_eq!(
        copy,
        json!({"resourceType": "Encounter", "id": "4", "status": "finished", "subject": {"identifier": {"value": "request"}},
            "participant": [{"individual": {"reference": "Practitioner/10"}}], "reasonReference": [{"reference": "Condition/90"}]})
    );
    let mut nothing = json!({"resourceType": "Claim"});
    elements::map_references(&mut nothing, &same);
    assert_eq!(nothing, Value::Null);
}

#[test]
fn a_letter_goes_with_its_text_and_without_its_place() {
    let letter = json!({"resourceType": "DocumentReference", "status": "current", "content": [
        {"attachment": {"contentType": "text/plain", "data": "SGVsbG8=", "url": "https://example.org/told", "hash": "told", "size": 5}}]});
    let copy = copied(&letter).unwrap();
    assert_eq!(
        copy["content"],
        json!([{"attachment": {"contentType": "text/plain", "data": "SGVsbG8="}}])
    );
}

#[test]
fn nothing_of_a_relative_goes_but_the_relation_and_the_illness() {
    let father = json!({"resourceType": "FamilyMemberHistory", "status": "partial", "name": "Told", "sex": {"text": "told"}, "bornDate": "1949",
        "deceasedBoolean": true, "relationship": {"text": "father"}, "identifier": [{"value": "told"}],
        "condition": [{"code": {"text": "Diabetes"}, "outcome": {"text": "died"}, "contributedToDeath": true}]});
    assert_eq!(
        copied(&father).unwrap(),
        json!({"resourceType": "FamilyMemberHistory", "status": "partial", "relationship": {"text": "father"}, "condition": [{"code": {"text": "Diabetes"}}]})
    );
}
