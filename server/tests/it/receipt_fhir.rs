//! A decision as a FHIR R4 `Consent`: against the cardinalities and value sets of the published structure.

use crate::browser::Browser;
use crate::story::*;
use crate::support::both;
use consent::receipt::ReceiptNarrowing;
use serde_json::{Map, Value, json};
use server::documents::fhir::consent;

/// An element: its name, at least and at most how many, and what it holds.
struct Element(&'static str, usize, usize, Holds);

#[derive(Clone, Copy)]
enum Holds {
    Text,
    Code(&'static [&'static str]),
    Moment,
    Of(&'static [Element]),
}

const MANY: usize = usize::MAX;
const CODING: &[Element] = &[
    Element("system", 0, 1, Holds::Text),
    Element("version", 0, 1, Holds::Text),
    Element("code", 0, 1, Holds::Text),
    Element("display", 0, 1, Holds::Text),
];
const CONCEPT: &[Element] =
    &[Element("coding", 0, MANY, Holds::Of(CODING)), Element("text", 0, 1, Holds::Text)];
const IDENTIFIER: &[Element] =
    &[Element("system", 0, 1, Holds::Text), Element("value", 0, 1, Holds::Text)];
const REFERENCE: &[Element] = &[
    Element("reference", 0, 1, Holds::Text),
    Element("type", 0, 1, Holds::Text),
    Element("identifier", 0, 1, Holds::Of(IDENTIFIER)),
    Element("display", 0, 1, Holds::Text),
];
const PERIOD: &[Element] =
    &[Element("start", 0, 1, Holds::Moment), Element("end", 0, 1, Holds::Moment)];
const ACTOR: &[Element] =
    &[Element("role", 1, 1, Holds::Of(CONCEPT)), Element("reference", 1, 1, Holds::Of(REFERENCE))];
/// The rule within a rule: R4 asks for its type.
const NESTED: &[Element] = &[
    Element("type", 1, 1, Holds::Code(&["permit"])),
    Element("period", 0, 1, Holds::Of(PERIOD)),
    Element("actor", 0, MANY, Holds::Of(ACTOR)),
    Element("action", 0, MANY, Holds::Of(CONCEPT)),
    Element("purpose", 0, MANY, Holds::Of(CODING)),
    Element("code", 0, MANY, Holds::Of(CONCEPT)),
    Element("dataPeriod", 0, 1, Holds::Of(PERIOD)),
];
const BASE: &[Element] = &[
    Element("type", 1, 1, Holds::Code(&["deny"])),
    Element("provision", 0, MANY, Holds::Of(NESTED)),
];
const ATTACHMENT: &[Element] = &[
    Element("contentType", 0, 1, Holds::Text),
    Element("url", 0, 1, Holds::Text),
    Element("title", 0, 1, Holds::Text),
    Element("creation", 0, 1, Holds::Moment),
];
const NARRATIVE: &[Element] = &[
    Element("status", 1, 1, Holds::Code(&["generated", "extensions", "additional", "empty"])),
    Element("div", 1, 1, Holds::Text),
];
const STATUS: &[&str] =
    &["draft", "proposed", "active", "rejected", "inactive", "entered-in-error"];
const CONSENT: &[Element] = &[
    Element("resourceType", 1, 1, Holds::Code(&["Consent"])),
    Element("id", 0, 1, Holds::Text),
    Element("language", 0, 1, Holds::Code(&["en", "cy"])),
    Element("text", 0, 1, Holds::Of(NARRATIVE)),
    Element("identifier", 0, MANY, Holds::Of(IDENTIFIER)),
    Element("status", 1, 1, Holds::Code(STATUS)),
    Element("scope", 1, 1, Holds::Of(CONCEPT)),
    Element("category", 1, MANY, Holds::Of(CONCEPT)),
    Element("patient", 0, 1, Holds::Of(REFERENCE)),
    Element("dateTime", 0, 1, Holds::Moment),
    Element("performer", 0, MANY, Holds::Of(REFERENCE)),
    Element("organization", 0, MANY, Holds::Of(REFERENCE)),
    Element("sourceAttachment", 0, 1, Holds::Of(ATTACHMENT)),
    Element("policyRule", 1, 1, Holds::Of(CONCEPT)),
    Element("provision", 0, 1, Holds::Of(BASE)),
];

/// What is wrong with it; elements that may repeat are lists, and no list is empty.
fn faults(value: &Value, elements: &[Element], place: &str, found: &mut Vec<String>) {
    let Value::Object(members) = value else {
        found.push(format!("{place} is no object"));
        return;
    };
    if members.is_empty() {
        found.push(format!("{place} is empty"));
    }
    for name in members.keys() {
        if !elements.iter().any(|element| element.0 == name) {
            found.push(format!("{place}.{name} is no element"));
        }
    }
    for Element(name, least, most, holds) in elements {
        let place = format!("{place}.{name}");
        let items: Vec<&Value> = match members.get(*name) {
            None => Vec::new(),
            Some(Value::Array(items)) if *most == MANY && !items.is_empty() => {
                items.iter().collect()
            }
            Some(one) if *most == 1 && !one.is_array() => vec![one],
            Some(_) => {
                found.push(format!("{place} has the wrong number"));
                continue;
            }
        };
        if items.len() < *least {
            found.push(format!("{place} is missing"));
        }
        for item in items {
            match (holds, item.as_str()) {
                (Holds::Of(inside), _) => faults(item, inside, &place, found),
                (_, None | Some("")) => found.push(format!("{place} is no text")),
                (Holds::Code(codes), Some(code)) if !codes.contains(&code) => {
                    found.push(format!("{place} is {code}"));
                }
                (Holds::Moment, Some(text)) => {
                    let moment = consent::time::At::parse_rfc3339(text).is_ok();
                    if !moment && consent::time::parse_day(text).is_err() {
                        found.push(format!("{place} is {text}"));
                    }
                }
                (Holds::Code(_) | Holds::Text, Some(_)) => {}
            }
        }
    }
}

fn sound(resource: &Value) -> Vec<String> {
    let mut found = Vec::new();
    faults(resource, CONSENT, "Consent", &mut found);
    found
}

both!(a_decision_is_a_sound_consent_that_denies_all_but_what_is_shared, |stage| async {
    let story = Story::begin(stage).await;
    let (_, id) = story.decide(&[Conditions, Medicines]).await;
    let mut browser = Browser::signed_in(stage, "one@example.org").await;
    let path = format!("/receipts/{id}/consent.json");
    let served = browser.get(&path).await;
    assert_eq!(served.status, 200);
    assert_eq!(served.headers["content-type"], "application/fhir+json");
    let resource: Value = serde_json::from_str(&served.text).unwrap();
    assert_eq!(sound(&resource), [""; 0]);
    let base = &resource["provision"];
    assert_eq!(base["type"], "deny");
    let permits = base["provision"].as_array().unwrap();
    let codes: Vec<&Value> =
        permits.iter().map(|permit| &permit["code"][0]["coding"][0]["code"]).collect();
    assert_eq!(codes, ["conditions", "medicines"]);
    let receipt = story.portal.receipt(&story.actor(), story.me, id).await.unwrap().receipt;
    for permit in permits {
        assert_eq!(permit["period"]["end"], json!(receipt.collect_until));
        assert_eq!(permit["purpose"][0]["code"], "pip-first-decision");
        assert_eq!(permit["actor"][0]["reference"]["display"], "DWP PIP decision makers");
        assert!(permit.get("provision").is_none(), "one level and no more");
    }
    assert_eq!(resource["patient"]["identifier"]["value"], json!(receipt.subject));
    assert!(!served.text.contains("9434765919") && !served.text.contains("nhs-number"));
    assert_eq!(served.text, browser.get(&path).await.text);
});

both!(a_refusal_is_a_sound_consent_that_denies_all_and_other_receipts_are_none, |stage| async {
    let story = Story::begin(stage).await;
    let (_, id) = story.decide(&[]).await;
    let refusal = story.portal.receipt(&story.actor(), story.me, id).await.unwrap().receipt;
    let resource = consent(&refusal).unwrap();
    assert_eq!(sound(&resource), [""; 0]);
    assert_eq!(resource["provision"], json!({ "type": "deny" }));
    story.decide(&[Conditions]).await;
    let stopped = story.withdraw(&[]).await;
    let kept = story.portal.receipt(&story.actor(), story.me, stopped).await.unwrap();
    assert_eq!(consent(&kept.receipt), None);
    let mut browser = Browser::signed_in(stage, "one@example.org").await;
    assert_eq!(browser.get(&format!("/receipts/{stopped}/consent.json")).await.status, 404);
});

both!(less_of_a_category_is_less_of_its_time_and_names_stay_words, |stage| async {
    let story = Story::begin(stage).await;
    let (_, id) = story.decide(&[Conditions]).await;
    let mut receipt = story.portal.receipt(&story.actor(), story.me, id).await.unwrap().receipt;
    let item = receipt.items.iter_mut().find(|item| item.category == Conditions).unwrap();
    item.narrowed = Some(ReceiptNarrowing {
        from: consent::time::parse_day("2020-01-01").ok(),
        to: None,
        one_provider: false,
    });
    receipt.words.push("<script>alert(1)</script> & more".to_owned());
    let resource = consent(&receipt).unwrap();
    assert_eq!(sound(&resource), [""; 0]);
    let permit = &resource["provision"]["provision"][0];
    assert_eq!(permit["dataPeriod"], json!({ "start": "2020-01-01" }));
    let div = resource["text"]["div"].as_str().unwrap();
    assert!(
        div.contains("&lt;script&gt;alert(1)&lt;/script&gt; &amp; more")
            && !div.contains("<script")
    );
});

#[test]
fn the_check_finds_what_r4_does_not_allow() {
    let whole = json!({
        "resourceType": "Consent", "status": "active", "scope": { "text": "s" },
        "category": [{ "text": "c" }], "policyRule": { "text": "r" }, "provision": { "type": "deny" },
    });
    assert_eq!(sound(&whole), [""; 0]);
    for (name, value) in [
        ("status", json!("given")),
        ("scope", Value::Null),
        ("category", json!([])),
        ("category", json!({ "text": "c" })),
        ("dateTime", json!("yesterday")),
        ("nhsNumber", json!("9434765919")),
        ("provision", json!({ "type": "deny", "provision": [{}] })),
        (
            "provision",
            json!({ "type": "deny", "provision": [{ "type": "permit", "actor": [{}] }] }),
        ),
    ] {
        let mut edited: Map<String, Value> = whole.as_object().unwrap().clone();
        edited.insert(name.to_owned(), value.clone());
        assert!(!sound(&Value::Object(edited)).is_empty(), "{name} {value}");
    }
}
