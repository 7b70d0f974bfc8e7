//! The entries of generated records, one per seed.

use crate::records::{Seed, kind_of, mark};
use serde_json::{Value, json};
use time::Duration;
use time::macros::date;

/// What an entry is coded as: system, code, display.
fn coding(matter: u8, own: usize) -> Value {
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
    json!({ "coding": [{ "system": system, "code": code, "display": display }], "text": mark(own) })
}

fn day_of(seed: &Seed) -> Option<String> {
    seed.quarter.map(|quarter| (date!(2016 - 01 - 01) + Duration::days(quarter * 91)).to_string())
}

/// Words that were written here.
pub fn written(seed: &Seed, id: &str, own: usize) -> Value {
    let said = match seed.matter {
        0 | 1 => "I have depression",
        2 => "I drink too much alcohol",
        4 => "I am having palliative care",
        _ => "I walk with a stick",
    };
    let mut written = json!({ "resourceType": "QuestionnaireResponse", "id": id, "status": "completed",
        "item": [{ "linkId": "1", "text": "Getting about", "answer": [{ "valueString": format!("{said} {}", mark(own)) }] }] });
    if let Some(day) = day_of(seed) {
        written["authored"] = json!(day);
    }
    written
}

/// Lets an entry tell of another, in places that are never sent.
pub fn tell(made: &mut Value, mark: &str) {
    let div = format!("<div xmlns=\"http://www.w3.org/1999/xhtml\">See {mark}</div>");
    made["text"] = json!({ "status": "generated", "div": div });
    made["contained"] = json!([{ "resourceType": "Observation", "id": "c", "status": "final", "code": { "text": mark } }]);
}

/// Makes the name of an entry, and what it is called, of a link.
pub type Naming<'a> = dyn Fn(usize, &[&str]) -> (String, String) + 'a;

/// The entry of a seed.
#[expect(clippy::too_many_lines, reason = "one arm for each type, each with its elements")]
pub fn resource(seed: &Seed, id: &str, own: usize, name: &Naming<'_>) -> Value {
    let kind = kind_of(seed.kind);
    let day = day_of(seed);
    let code = coding(seed.matter, own);
    let link = |wanted: &[&str]| -> Vec<Value> {
        let names = seed.links.iter().map(|link| name(*link, wanted));
        let shown = |(name, mark): (String, String)| match seed.odd % 3 {
            0 => json!({ "reference": name }),
            _ => json!({ "reference": name, "display": format!("about {mark}") }),
        };
        names.map(shown).collect()
    };
    let mut made = json!({
        "resourceType": kind,
        "id": id,
        "meta": { "lastUpdated": "2025-01-01T00:00:00Z" },
        "subject": { "reference": "Patient/p" },
    });
    let Some(members) = made.as_object_mut() else { return made };
    let mut set = |member: &str, value: Value| {
        if value != json!([]) && !value.is_null() && value != json!([null]) {
            members.insert(member.to_owned(), value);
        }
    };
    let encounter = link(&["Encounter"]).into_iter().next().unwrap_or(Value::Null);
    let note = json!([{ "text": format!("Seen again, entry {own}") }]);
    let by = match seed.provider {
        2 => json!({ "reference": "Organization/o1" }),
        3 => json!({ "reference": "Organization/o2" }),
        4 => json!({ "reference": "Practitioner/d" }),
        _ => Value::Null,
    };
    match kind {
        "Condition" => {
            set("code", code);
            set("onsetDateTime", json!(day));
            set("encounter", encounter);
            set("note", note);
            set(
                "recorder",
                if by.is_null() { json!({ "reference": "Practitioner/d" }) } else { by },
            );
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
            let medicine = match seed.matter % 3 {
                0 => ("Amitriptyline 10mg tablets", "321746005"),
                _ => ("Paracetamol 500mg tablets", "322236009"),
            };
            set(
                "medicationCodeableConcept",
                json!({ "coding": [{ "system": "http://snomed.info/sct", "code": medicine.1, "display": medicine.0 }], "text": mark(own) }),
            );
            set("authoredOn", json!(day));
            set("reasonReference", json!(link(&["Condition", "Observation"])));
            set("encounter", encounter);
            set("requester", by);
        }
        "Encounter" => {
            set("status", json!("finished"));
            set(
                "class",
                json!({ "system": "http://terminology.hl7.org/CodeSystem/v3-ActCode", "code": "AMB" }),
            );
            set("type", json!([{ "text": mark(own) }]));
            set("period", json!(day.map(|day| json!({ "start": day, "end": day }))));
            set("reasonReference", json!(link(&["Condition"])));
            set("serviceProvider", by);
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
            set("performer", json!([by]));
        }
        "DiagnosticReport" => {
            set("status", json!("final"));
            set("code", code);
            set("effectiveDateTime", json!(day));
            set("result", json!(link(&["Observation"])));
            set("encounter", encounter);
            set("performer", json!([by]));
        }
        "DocumentReference" => {
            set("status", json!("current"));
            set("type", code);
            set("date", json!(day.map(|day| format!("{day}T09:00:00Z"))));
            let scan = if seed.odd < 6 { "image/png" } else { "text/plain" };
            set(
                "content",
                json!([{ "attachment": { "contentType": scan, "data": "U2VlbiBhZ2Fpbg==" } }]),
            );
            set("custodian", by);
        }
        _ => {
            set("status", json!("completed"));
            set("authored", json!(day));
            set(
                "item",
                json!([{ "linkId": "1", "text": "Getting about", "answer": [{ "valueString": format!("I walk with a stick {}", mark(own)) }] }]),
            );
            set("encounter", encounter);
            set("author", by);
        }
    }
    made
}
