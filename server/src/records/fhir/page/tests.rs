use super::*;
use serde_json::json;

const BASE: &str = "https://fhir.example/r4/";

fn page(bundle: &Value) -> Result<Page, SourceFault> {
    Page::of(bundle.to_string().as_bytes(), BASE)
}

fn with(entries: &[Value]) -> Value {
    json!({ "resourceType": "Bundle", "type": "searchset", "entry": entries })
}

#[test]
fn resources_keep_the_bytes_that_were_sent() {
    let resource =
        r#"{"resourceType":"Observation","id":"o1" , "valueQuantity":{"value":1.50,"value":2}}"#;
    let body = format!(
        r#"{{"resourceType":"Bundle","type":"searchset","entry":[{{"resource":{resource}}}]}}"#
    );
    let page = Page::of(body.as_bytes(), BASE).unwrap();
    assert_eq!(page.found[0].raw.get(), resource, "the strict reader must see the member twice");
}

#[test]
fn what_is_referred_to_on_this_server_is_found_and_nothing_else() {
    let references = [
        "Practitioner/1",
        "https://fhir.example/r4/Organization/2/_history/7",
        "https://other.example/Organization/3",
        "urn:uuid:4",
        "#contained",
        "Organization/5/more",
        "Organization/..",
        "Organization/6?x=1",
        "Nothing/7",
    ];
    let references: Vec<Value> =
        references.iter().map(|text| json!({ "reference": text })).collect();
    let list = json!({ "resource": { "resourceType": "List", "id": "l", "entry": references } });
    let page = page(&with(&[list])).unwrap();
    let found: Vec<String> = page.found[0].references.iter().map(Place::to_string).collect();
    assert_eq!(found, ["Organization/2", "Practitioner/1"]);
}

#[test]
fn texts_that_attachments_point_to_are_found_and_scans_are_not() {
    let attachment =
        |kind: &str, url: &str| json!({ "attachment": { "contentType": kind, "url": url } });
    let letter = json!({
        "resourceType": "DocumentReference",
        "id": "d",
        "content": [
            attachment("text/plain; charset=utf-8", "Binary/1"),
            attachment("application/RTF", "https://fhir.example/r4/Binary/2"),
            attachment("application/pdf", "Binary/3"),
            attachment("text/plain", "https://other.example/r4/Binary/4"),
            attachment("text/plain", "Patient/5"),
        ]
    });
    let page = page(&with(&[json!({ "resource": letter })])).unwrap();
    let texts: Vec<String> = page.found[0].texts.iter().map(Place::to_string).collect();
    assert_eq!(texts, ["Binary/1", "Binary/2"]);
}

#[test]
fn an_error_among_the_entries_refuses_the_answer_and_a_warning_does_not() {
    let outcome = |severity: &str| {
        json!({
            "search": { "mode": "outcome" },
            "resource": { "resourceType": "OperationOutcome", "issue": [{ "severity": severity, "code": "processing" }] }
        })
    };
    assert!(page(&with(&[outcome("warning")])).unwrap().found.is_empty());
    for severity in ["error", "fatal", "whatever"] {
        assert!(page(&with(&[outcome(severity)])).is_err());
    }
}

#[test]
fn a_subject_on_another_server_is_another_person() {
    let about = |reference: &str| {
        let subject = json!({ "reference": reference });
        page(&with(&[
            json!({ "resource": { "resourceType": "Condition", "id": "c", "subject": subject } }),
        ]))
    };
    assert!(about("Patient/1").is_ok());
    assert!(about("https://fhir.example/r4/Patient/1").is_ok());
    assert!(matches!(
        about("https://other.example/r4/Patient/1"),
        Err(SourceFault::OtherPerson(_))
    ));
}

#[test]
fn what_is_no_answer_to_a_search_is_refused() {
    let condition = json!({ "resourceType": "Condition", "id": "c" });
    let wrong = [
        condition.clone(),
        json!({ "resourceType": "Bundle", "type": "history", "entry": [] }),
        json!({ "resourceType": "Bundle", "entry": [] }),
        with(&[json!({ "fullUrl": "x" })]),
        with(&[json!({ "resource": { "resourceType": "Condition" } })]),
        with(&[json!({ "resource": { "resourceType": "Condition", "id": "a b" } })]),
        with(&[json!({ "resource": { "resourceType": "Madeup", "id": "c" } })]),
        json!({ "resourceType": "Bundle", "type": "searchset", "link": [
            { "relation": "next", "url": "?a" }, { "relation": "next", "url": "?b" }
        ] }),
    ];
    for bundle in &wrong {
        assert!(page(bundle).is_err(), "{bundle}");
    }
    let deep = format!("{}{}", "[".repeat(300), "]".repeat(300));
    let deep = format!(
        r#"{{"resourceType":"Bundle","type":"searchset","entry":[{{"resource":{{"resourceType":"Basic","id":"b","x":{deep}}}}}]}}"#
    );
    assert!(Page::of(deep.as_bytes(), BASE).is_err());
    let twice = r#"{"resourceType":"Bundle","type":"searchset","entry":[],"entry":[]}"#;
    assert!(Page::of(twice.as_bytes(), BASE).is_err());
}
