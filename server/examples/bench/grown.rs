//! Records of any size, made up: ten entries to a visit, as a practice would write them, a thousand bytes each on average.
//! Nothing of them is kept in a file.

use crate::Outcome;
use serde_json::{Value, json};
use std::io::Write as _;

/// The entries of a visit, itself included.
const VISIT: usize = 10;
/// So many clinicians write them.
const CLINICIANS: usize = 7;

/// A Bundle with so many entries, as JSON.
pub fn bundle(entries: usize) -> Outcome<Vec<u8>> {
    let mut bytes = br#"{"resourceType":"Bundle","type":"collection","entry":["#.to_vec();
    let mut put = |number: usize, resource: &Value| -> Outcome<()> {
        if number > 0 {
            bytes.push(b',');
        }
        write!(bytes, r#"{{"resource":{resource}}}"#)?;
        Ok(())
    };
    let first = first();
    for (number, resource) in first.iter().take(entries).enumerate() {
        put(number, resource)?;
    }
    for number in first.len()..entries {
        put(number, &entry(number))?;
    }
    bytes.extend_from_slice(b"]}");
    Ok(bytes)
}

/// The person, the practice and its clinicians.
fn first() -> Vec<Value> {
    let mut first = vec![
        json!({ "resourceType": "Patient", "id": "p", "birthDate": "1961-04-12",
            "identifier": [{ "system": "https://fhir.nhs.uk/Id/nhs-number", "value": "9997700015" }],
            "name": [{ "use": "official", "family": "Grown", "given": ["Ada"] }] }),
        json!({ "resourceType": "Organization", "id": "practice", "name": "Mill Lane Surgery" }),
    ];
    first.extend((0..CLINICIANS).map(|number| {
        json!({ "resourceType": "Practitioner", "id": format!("d{number}"),
            "name": [{ "family": format!("Clinician {number}"), "prefix": ["Dr"] }] })
    }));
    first
}

fn entry(number: usize) -> Value {
    let visit = json!({ "reference": format!("Encounter/v{}", number / VISIT) });
    let by = json!({ "reference": format!("Practitioner/d{}", number % CLINICIANS) });
    let person = json!({ "reference": "Patient/p" });
    let day = format!(
        "20{:02}-{:02}-{:02}",
        5 + number / 10_000 % 20,
        1 + number / 700 % 12,
        1 + number / 25 % 28
    );
    let id = format!("e{number}");
    match number % VISIT {
        0 => {
            json!({ "resourceType": "Encounter", "id": format!("v{}", number / VISIT), "status": "finished",
            "class": { "system": "http://terminology.hl7.org/CodeSystem/v3-ActCode", "code": "AMB" },
            "subject": person, "participant": [{ "individual": by }],
            "serviceProvider": { "reference": "Organization/practice" },
            "period": { "start": format!("{day}T09:10:00Z"), "end": format!("{day}T09:22:00Z") },
            "text": narrative(number) })
        }
        1 | 6 => {
            json!({ "resourceType": "MedicationRequest", "id": id, "status": "completed", "intent": "order",
            "medicationCodeableConcept": { "coding": [{ "system": "http://snomed.info/sct", "code": "322236009",
                "display": "Paracetamol 500mg tablets" }] },
            "subject": person, "encounter": visit, "authoredOn": day, "requester": by,
            "dosageInstruction": [{ "text": "One or two tablets, up to four times a day" }],
            "note": [{ "text": note(number) }] })
        }
        2 => {
            json!({ "resourceType": "Condition", "id": id, "subject": person, "encounter": visit,
            "code": { "coding": [{ "system": "http://snomed.info/sct", "code": "396275006",
                "display": "Osteoarthritis" }] },
            "onsetDateTime": day, "abatementDateTime": day, "recorder": by,
            "note": [{ "text": note(number) }] })
        }
        3 | 8 => {
            json!({ "resourceType": "Observation", "id": id, "status": "final", "subject": person, "encounter": visit,
            "code": { "text": "History of presenting complaint" }, "effectiveDateTime": day,
            "performer": [by],
            "valueString": (0..3).map(|part| note(number + part)).collect::<Vec<_>>().join(" ") })
        }
        _ => {
            json!({ "resourceType": "Observation", "id": id, "status": "final", "subject": person, "encounter": visit,
            "code": { "coding": [{ "system": "http://loinc.org", "code": "2160-0", "display": "Creatinine" }] },
            "effectiveDateTime": format!("{day}T08:{:02}:00Z", number % 60), "performer": [by],
            "valueQuantity": { "value": 60 + number % 50, "unit": "umol/L" } })
        }
    }
}

fn narrative(number: usize) -> Value {
    let div = format!("<div xmlns=\"http://www.w3.org/1999/xhtml\"><p>{}</p></div>", note(number));
    json!({ "status": "generated", "div": div })
}

/// What is written at a visit, never twice the same.
fn note(number: usize) -> String {
    const SAID: [&str; 6] = [
        "Knees stiff in the morning, eases within the hour, worse on stairs and after standing.",
        "Walks to the shop with a stick, rests twice on the way, manages the bus with help.",
        "No fever, no weight loss, appetite as before, sleeps on the left side only.",
        "Advised to keep moving, to heat the joint, and to come back if it swells again.",
        "Blood taken, result by telephone next week, letter to the hospital to follow.",
        "Exercises shown and written down, will try the class at the leisure centre.",
    ];
    let parts = (0..6).filter_map(|part| SAID.get((number / 7 + part * 5) % SAID.len()));
    parts.fold(format!("Entry {number}."), |text, part| text + " " + part)
}
