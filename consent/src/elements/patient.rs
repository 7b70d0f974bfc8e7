//! What may be known of the person: the current name, birth date, NHS number and practice as the purpose lists them, the current
//! home address and means of contact. Never a former name, a title, or anything else.

use super::{Scope, datatypes};
use crate::purpose::IdentityField;
use serde_json::{Map, Value};

const NHS_NUMBER: &str = "https://fhir.nhs.uk/Id/nhs-number";

/// The elements that the scope lets out, each with the one value that counts.
pub(super) fn chosen(source: &Map<String, Value>, scope: &Scope) -> Option<Map<String, Value>> {
    if source.contains_key("modifierExtension") {
        return None;
    }
    let hidden = is_restricted(source);
    let mut kept = Map::new();
    let mut keep = |name: &str, value: Option<Value>| {
        if let Some(value) = value {
            kept.insert(name.into(), value);
        }
    };
    keep("resourceType", source.get("resourceType").cloned());
    for field in &scope.identity {
        match field {
            IdentityField::Name => keep("name", current_name(source)),
            IdentityField::BirthDate => keep("birthDate", source.get("birthDate").cloned()),
            IdentityField::NhsNumber => keep("identifier", nhs_number(source)),
            IdentityField::Practice if hidden => {}
            IdentityField::Practice => {
                keep("generalPractitioner", source.get("generalPractitioner").cloned());
            }
        }
    }
    if scope.address && !hidden {
        keep("address", current_home(source));
        keep("telecom", Some(current_contacts(source)));
    }
    Some(kept)
}

/// Labelled as restricted (`R`, HL7 v3 Confidentiality): on the NHS's register of people this means that neither
/// the address nor the practice may be told, because somebody could be found by it.
fn is_restricted(source: &Map<String, Value>) -> bool {
    let labels = source.get("meta").and_then(|meta| meta.get("security")).and_then(Value::as_array);
    labels.into_iter().flatten().any(|label| label.get("code").and_then(Value::as_str) == Some("R"))
}

fn members<'a>(
    source: &'a Map<String, Value>,
    name: &str,
) -> impl Iterator<Item = &'a Map<String, Value>> {
    source.get(name).and_then(Value::as_array).into_iter().flatten().filter_map(Value::as_object)
}

fn text<'a>(value: &'a Map<String, Value>, name: &str) -> Option<&'a str> {
    value.get(name).and_then(Value::as_str)
}

// There is no clock here: what has an end at all counts less than what has none.
fn has_end(value: &Map<String, Value>) -> bool {
    value.get("period").is_some_and(|period| period.get("end").is_some())
}

/// One name without its titles: they would tell of sex or marriage, and so would a text that holds them.
fn current_name(source: &Map<String, Value>) -> Option<Value> {
    let rank = |name: &&Map<String, Value>| (has_end(name), text(name, "use") != Some("official"));
    let mut name = members(source, "name")
        .filter(|name| !datatypes::not_in_use(name))
        .min_by_key(rank)?
        .clone();
    if name.contains_key("family") || name.contains_key("given") {
        name.remove("text");
    }
    Some(Value::Array(vec![Value::Object(name)]))
}

/// The NHS number, unless the record has two.
fn nhs_number(source: &Map<String, Value>) -> Option<Value> {
    let mut found = members(source, "identifier").filter(|id| {
        text(id, "system") == Some(NHS_NUMBER) && text(id, "use") != Some("old") && !has_end(id)
    });
    let first = found.next()?;
    let same = found.all(|other| text(other, "value") == text(first, "value"));
    same.then(|| Value::Array(vec![Value::Object(first.clone())]))
}

fn current_home(source: &Map<String, Value>) -> Option<Value> {
    let rank = |address: &&Map<String, Value>| (has_end(address), text(address, "use").is_none());
    let mut home = members(source, "address")
        .filter(|address| {
            matches!(address.get("use").map(Value::as_str), None | Some(Some("home")))
        })
        .min_by_key(rank)?
        .clone();
    if home.contains_key("line") {
        home.remove("text");
    }
    Some(Value::Array(vec![Value::Object(home)]))
}

fn current_contacts(source: &Map<String, Value>) -> Value {
    let current: Vec<&Map<String, Value>> = members(source, "telecom")
        .filter(|contact| matches!(text(contact, "system"), Some("phone" | "sms" | "email")))
        .filter(|contact| {
            matches!(contact.get("use").map(Value::as_str), None | Some(Some("home" | "mobile")))
        })
        .collect();
    let open: Vec<_> = current.iter().copied().filter(|contact| !has_end(contact)).collect();
    let kept = if open.is_empty() { current } else { open };
    Value::Array(kept.into_iter().cloned().map(Value::Object).collect())
}
