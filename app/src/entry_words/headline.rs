//! The one line by which people know an entry: what, when, and by whom. The whole is in the details; nothing here may add to it.

use super::{Words, compose::person};
use serde_json::Value;

/// Where the name of an entry stands, the first that is there.
const WHAT: [&str; 22] = [
    "code",
    "vaccineCode",
    "medicationCodeableConcept",
    "medicationReference",
    "codeCodeableConcept",
    "codeReference",
    "itemCodeableConcept",
    "itemReference",
    "deviceName.0.name",
    "title",
    "name",
    "description",
    "type",
    "type.0",
    "device",
    "serviceType",
    "serviceType.0",
    "appointmentType",
    "class",
    "category.0",
    "reasonCode.0",
    "contentType",
];

const WHEN: [&str; 34] = [
    "onsetDateTime",
    "onsetPeriod",
    "effectiveDateTime",
    "effectivePeriod",
    "effectiveInstant",
    "performedDateTime",
    "performedPeriod",
    "occurrenceDateTime",
    "occurrencePeriod",
    "occurrenceString",
    "authoredOn",
    "authored",
    "period",
    "context.period",
    "start",
    "startDate",
    "timingDateTime",
    "timingPeriod",
    "collection.collectedDateTime",
    "collection.collectedPeriod",
    "whenHandedOver",
    "whenPrepared",
    "content.0.attachment.creation",
    "date",
    "created",
    "issued",
    "recordedDate",
    "recorded",
    "recordedOn",
    "dateAsserted",
    "receivedTime",
    "statusDate",
    "onsetString",
    "performedString",
];

/// Who recorded it; then who did it.
const RECORDED_BY: [&str; 6] =
    ["recorder", "asserter", "requester", "author.0", "author", "assessor"];
const BY: [&str; 7] = [
    "performer.0.actor",
    "performer.0",
    "participant.0.individual",
    "participant.0.actor",
    "informationSource",
    "collection.collector",
    "serviceProvider",
];

/// Elements whose start is the start of something that goes on.
const LASTING: [&str; 6] = [
    "Condition",
    "AllergyIntolerance",
    "MedicationRequest",
    "MedicationStatement",
    "CarePlan",
    "CareTeam",
];

fn at<'a>(value: &'a Value, path: &str) -> Option<&'a Value> {
    path.split('.').try_fold(value, |within, step| match step.parse::<usize>() {
        Ok(place) => within.get(place),
        Err(_) => within.get(step),
    })
}

fn text<'a>(value: &'a Value, path: &str) -> Option<&'a str> {
    at(value, path)?.as_str()
}

/// The words of a concept, without its codes.
fn words(value: &Value) -> Option<&str> {
    text(value, "text")
        .or_else(|| {
            at(value, "coding")?.as_array()?.iter().find_map(|coding| text(coding, "display"))
        })
        .or_else(|| text(value, "display"))
        .or_else(|| text(value, "coding.0.code"))
        .or_else(|| text(value, "code"))
}

/// What an entry is called, if it says so. References are followed that many steps.
pub(super) fn name(words_of: &Words<'_>, resource: &Value, steps: u8) -> Option<String> {
    let kind = text(resource, "resourceType").unwrap_or_default();
    let person = |path| Some(person(at(resource, path)?.as_object()?));
    let target = |path: &str| followed(words_of, at(resource, path)?, steps);
    let joined = |parts: [Option<String>; 3]| {
        let parts: Vec<String> = parts.into_iter().flatten().collect();
        (!parts.is_empty()).then(|| parts.join(", "))
    };
    let concept = |path| at(resource, path).and_then(words).map(str::to_owned);
    let found = match kind {
        "Patient" | "Practitioner" => person("name.0"),
        "PractitionerRole" => {
            joined([target("practitioner"), concept("code.0"), target("organization")])
        }
        "FamilyMemberHistory" => {
            joined([concept("relationship"), concept("condition.0.code"), None])
        }
        "QuestionnaireResponse" => text(resource, "item.0.text").map(str::to_owned),
        "CarePlan" => joined([
            text(resource, "title").map(str::to_owned).or_else(|| concept("category.0")),
            concept("activity.0.detail.code"),
            None,
        ]),
        _ => None,
    };
    let first = || {
        WHAT.iter().find_map(|path| match at(resource, path)? {
            Value::String(text) => Some(text.clone()),
            value => followed(words_of, value, steps).or_else(|| words(value).map(str::to_owned)),
        })
    };
    found.filter(|name| !name.is_empty()).or_else(first)
}

fn followed(words: &Words<'_>, reference: &Value, steps: u8) -> Option<String> {
    let target = words.resources.get(text(reference, "reference")?)?;
    name(words, target, steps.checked_sub(1)?)
}

/// The name, with what was found or how it is taken.
pub(super) fn what(words: &Words<'_>, resource: &Value) -> String {
    let kind = text(resource, "resourceType").unwrap_or_default();
    let name = name(words, resource, 3).unwrap_or_else(|| words.lexicon.kind(kind));
    let parts: Vec<String> = match text(resource, "resourceType") {
        Some("Observation") => {
            value(words, resource).map_or_else(|| components(words, resource), |value| vec![value])
        }
        Some("MedicationRequest") => {
            text(resource, "dosageInstruction.0.text").map(str::to_owned).into_iter().collect()
        }
        Some("MedicationStatement") => {
            text(resource, "dosage.0.text").map(str::to_owned).into_iter().collect()
        }
        Some("DiagnosticReport") => {
            text(resource, "conclusion").map(str::to_owned).into_iter().collect()
        }
        _ => Vec::new(),
    };
    if parts.is_empty() { name } else { format!("{name}: {}", parts.join(", ")) }
}

fn value(words_of: &Words<'_>, observed: &Value) -> Option<String> {
    let (element, value) =
        observed.as_object()?.iter().find(|(name, _)| name.starts_with("value"))?;
    if element == "valueCodeableConcept" {
        return words(value).map(str::to_owned);
    }
    if element == "valueQuantity" {
        let mut short = value.as_object()?.clone();
        short.remove("system");
        short.remove("code");
        return words_of.composed(element, &Value::Object(short));
    }
    words_of.composed(element, value)
}

/// Blood pressure is two numbers; of a questionnaire with many the line says none.
fn components(words_of: &Words<'_>, observed: &Value) -> Vec<String> {
    let parts =
        at(observed, "component").and_then(Value::as_array).filter(|parts| parts.len() <= 3);
    parts
        .into_iter()
        .flatten()
        .filter_map(|part| {
            Some(format!("{} {}", words(at(part, "code")?)?, value(words_of, part)?))
        })
        .collect()
}

/// "March 2014", "since March 2014", "from March 2014 to 2 May 2015".
pub(super) fn when(words: &Words<'_>, resource: &Value) -> Option<String> {
    let found = WHEN.iter().find_map(|path| at(resource, path))?;
    let day = |value: Option<&Value>| {
        value.and_then(Value::as_str).and_then(|text| words.lexicon.day(text))
    };
    let start = day(Some(found)).or_else(|| day(found.get("start")));
    let end = day(found.get("end"))
        .or_else(|| day(at(resource, "abatementDateTime")))
        .or_else(|| day(at(resource, "abatementPeriod.end")));
    let kind = text(resource, "resourceType").unwrap_or_default();
    let state = text(resource, "status").or_else(|| text(resource, "clinicalStatus.coding.0.code"));
    let goes_on =
        LASTING.contains(&kind) && matches!(state, Some("active" | "recurrence" | "relapse"));
    match (start, end) {
        (Some(start), Some(end)) if start == end => Some(start),
        (Some(start), Some(end)) => Some(words.lexicon.between.with(&start, &end)),
        (Some(start), None) if goes_on => Some(words.lexicon.since.with(&start, "")),
        (Some(start), None) => Some(start),
        (None, Some(end)) => Some(words.lexicon.until.with(&end, "")),
        (None, None) => found.as_str().map(str::to_owned),
    }
}

/// Who recorded or did it, as far as the package says: the name, and the name in the words of the line.
pub(super) fn who(words: &Words<'_>, resource: &Value) -> Option<(String, String)> {
    let first =
        |paths: &[&str]| paths.iter().find_map(|path| followed(words, at(resource, path)?, 3));
    if let Some(name) = first(&RECORDED_BY) {
        let said = words.lexicon.recorded_by.with(&name, "");
        return Some((name, said));
    }
    let name = first(&BY)?;
    let said = words.lexicon.by.with(&name, "");
    Some((name, said))
}
