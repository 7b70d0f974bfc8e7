//! Entries of our own to try the rules on, and short questions about them.

use consent::category::Category;
use consent::classify::{Placement, Rules, WhyNever};
use consent::record::Record;
use serde_json::{Value, json};
use std::collections::BTreeSet;

pub const SNOMED: &str = "http://snomed.info/sct";

/// A collection Bundle of one patient and these resources.
pub fn record(resources: &[Value]) -> Record {
    let patient = json!({"resourceType": "Patient", "id": "p"});
    let entries: Vec<Value> = std::iter::once(&patient)
        .chain(resources)
        .map(|resource| json!({"resource": resource}))
        .collect();
    let file = json!({"resourceType": "Bundle", "type": "collection", "entry": entries});
    Record::parse(file.to_string().as_bytes(), None).unwrap_or_else(|fault| panic!("{fault}"))
}

/// The placements of these resources in one record, the patient's left out.
pub fn place(resources: &[Value]) -> Vec<Placement> {
    Rules::current().classify(&record(resources)).split_off(1)
}

pub fn concept(system: &str, code: &str, display: &str) -> Value {
    json!({"coding": [{"system": system, "code": code, "display": display}]})
}

pub fn condition(id: &str, code: Value) -> Value {
    json!({"resourceType": "Condition", "id": id, "subject": {"reference": "Patient/p"}, "code": code})
}

pub fn observation(code: Value, more: Value) -> Value {
    let mut all = json!({"resourceType": "Observation", "status": "final", "subject": {"reference": "Patient/p"}, "code": code});
    all.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
    all
}

pub fn medicine(id: &str, name: &str, more: Value) -> Value {
    let mut all = json!({"resourceType": "MedicationRequest", "id": id, "status": "active", "intent": "order",
        "subject": {"reference": "Patient/p"}, "medicationCodeableConcept": {"text": name}});
    all.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
    all
}

pub fn letter(attachment: Value) -> Value {
    json!({"resourceType": "DocumentReference", "status": "current", "subject": {"reference": "Patient/p"},
        "type": {"text": "Clinic letter"}, "content": [{"attachment": attachment}]})
}

pub fn touched(resource: Value) -> BTreeSet<Category> {
    place(&[resource])[0].matters.clone()
}

pub fn never(resource: Value) -> Option<WhyNever> {
    place(&[resource])[0].never.clone()
}

pub fn home(resource: Value) -> Option<Category> {
    place(&[resource])[0].home
}

pub fn set(categories: &[Category]) -> BTreeSet<Category> {
    categories.iter().copied().collect()
}
