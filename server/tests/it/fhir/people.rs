//! What the scripted server holds, and what it answers where it is honest.

use super::script::{Asked, Reply, fhir, status};
use serde_json::{Value, json};

/// The first person's NHS number.
pub const NUMBER: &str = "9434765919";
/// Their id on the server.
pub const ID: &str = "pat-1";

/// A Patient with this id and number.
pub fn patient(id: &str, number: &str) -> Value {
    json!({
        "resourceType": "Patient",
        "id": id,
        "identifier": [{ "system": "https://fhir.nhs.uk/Id/nhs-number", "value": number }]
    })
}

/// A condition of this Patient.
pub fn condition(id: &str, of: &str, code: &str, display: &str) -> Value {
    json!({
        "resourceType": "Condition",
        "id": id,
        "meta": { "versionId": "3", "lastUpdated": "2026-10-01T10:00:00Z" },
        "clinicalStatus": { "coding": [{ "system": "http://terminology.hl7.org/CodeSystem/condition-clinical", "code": "active" }] },
        "code": { "coding": [{ "system": "http://snomed.info/sct", "code": code, "display": display }] },
        "subject": { "reference": format!("Patient/{of}") },
        "recorder": { "reference": "Practitioner/doc-1" },
        "onsetDateTime": "2020-05-01"
    })
}

/// A Patient with asthma, and who recorded it; two organisations that are part of each other.
pub fn record() -> Vec<Value> {
    let organisation = |id: &str, of: &str| json!({ "resourceType": "Organization", "id": id, "name": "Bramble Lane Surgery", "partOf": { "reference": format!("Organization/{of}") } });
    vec![
        patient(ID, NUMBER),
        condition("con-1", ID, "195967001", "Asthma"),
        json!({
            "resourceType": "Observation",
            "id": "obs-1",
            "status": "final",
            "code": { "coding": [{ "system": "http://snomed.info/sct", "code": "27113001", "display": "Body weight" }] },
            "subject": { "reference": format!("Patient/{ID}") },
            "effectiveDateTime": "2026-03-01",
            "valueQuantity": { "value": 80.50, "unit": "kg" },
            "hasMember": [{ "reference": "Observation/obs-1" }]
        }),
        json!({ "resourceType": "Practitioner", "id": "doc-1", "name": [{ "text": "Dr Bramble" }] }),
        json!({
            "resourceType": "PractitionerRole",
            "id": "role-1",
            "practitioner": { "reference": "Practitioner/doc-1" },
            "organization": { "reference": "Organization/org-1" }
        }),
        organisation("org-1", "org-2"),
        organisation("org-2", "org-1"),
    ]
}

/// What a search finds.
pub fn found(resources: &[&Value]) -> Value {
    let entry: Vec<Value> = resources
        .iter()
        .map(|one| json!({ "resource": one, "search": { "mode": "match" } }))
        .collect();
    json!({ "resourceType": "Bundle", "type": "searchset", "total": entry.len(), "entry": entry })
}

/// The type in `Type/_search`.
pub fn searched(asked: &Asked) -> Option<&str> {
    asked.path.strip_prefix('/')?.strip_suffix("/_search").filter(|_| asked.method == "POST")
}

/// An honest server that has `$everything` and says nothing of what it can do.
pub fn honest(asked: &Asked, resources: &[Value]) -> Reply {
    if asked.path.starts_with(&format!("/Patient/{ID}/$everything")) {
        let theirs: Vec<&Value> = resources.iter().filter(|one| is_theirs(one)).collect();
        return fhir(&found(&theirs));
    }
    type_by_type(asked, resources)
}

/// An honest server without `$everything`.
pub fn type_by_type(asked: &Asked, resources: &[Value]) -> Reply {
    let Some(kind) = searched(asked) else { return status(404) };
    let matches = |one: &&Value| {
        let id = one["id"].as_str().unwrap();
        if let Some(identifier) = asked.field("identifier") {
            let (system, value) = identifier.split_once('|').unwrap();
            return one["identifier"].as_array().is_some_and(|all| {
                all.iter().any(|one| one["system"] == system && one["value"] == value)
            });
        }
        if let Some(ids) = asked.field("_id") {
            return ids.split(',').any(|wanted| wanted == id);
        }
        let person = asked.field("patient").or_else(|| asked.field("subject")).unwrap();
        one["subject"]["reference"] == person.as_str()
    };
    let of_kind = resources.iter().filter(|one| one["resourceType"] == kind);
    fhir(&found(&of_kind.filter(matches).collect::<Vec<_>>()))
}

fn is_theirs(resource: &Value) -> bool {
    resource["id"] == ID || resource["subject"]["reference"] == format!("Patient/{ID}").as_str()
}
