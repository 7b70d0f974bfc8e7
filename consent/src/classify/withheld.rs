//! What withholds an entry whatever is decided, matters and labels aside: rules 5, 7 and 9, errors, unread letters.
//! When in doubt the entry is withheld.

use super::contents::Contents;
use super::home::Saying;
use super::kinds;
use super::reading::Reading;
use crate::record::{Entry, Record};
use serde_json::Value;

/// The record itself says that this was a mistake.
pub(super) fn is_entered_in_error(resource: &Value) -> bool {
    const WORD: &str = "entered-in-error";
    let said = |name: &str| resource.get(name).and_then(Value::as_str) == Some(WORD);
    let verification = resource
        .get("verificationStatus")
        .and_then(|status| status.get("coding"))
        .and_then(Value::as_array);
    let coded = |coding: &Value| coding.get("code").and_then(Value::as_str) == Some(WORD);
    said("status")
        || said("docStatus")
        || verification.is_some_and(|codings| codings.iter().any(coded))
}

/// Rule 7.
pub(super) fn is_about_somebody_else(
    record: &Record,
    entry: &Entry,
    reading: &Reading<'_>,
    saying: &Saying,
) -> bool {
    let kind = entry.kind.as_str();
    let names_another = || {
        reading.references.iter().any(|reference| {
            let is_patient = reference.split('/').any(|part| part == "Patient");
            is_patient && !record.is_person(reference)
        })
    };
    let about = ["subject", "patient"]
        .iter()
        .filter_map(|name| entry.resource.get(name)?.get("reference")?.as_str());
    let other_subject = || about.into_iter().any(|reference| !record.is_person(reference));
    let focus = entry.resource.get("focus").and_then(Value::as_array).into_iter().flatten();
    let relative = |one: &Value| {
        let reference = one.get("reference").and_then(Value::as_str).unwrap_or_default();
        reference.contains("RelatedPerson")
    };
    let in_focus = || kind == "Observation" && focus.into_iter().any(relative);
    kind == "RelatedPerson"
        || kind == "Person"
        || saying.is_somebody_else()
        || other_subject()
        || names_another()
        || in_focus()
}

/// Rules 5 and 9: it says what it is in words or codes that Sayso knows, and that it is about this person.
pub(super) fn is_recognised(record: &Record, entry: &Entry, reading: &Reading<'_>) -> bool {
    let kind = entry.kind.as_str();
    let resource = &entry.resource;
    let is_words = entry.origin.home().is_some();
    let has_subject = || is_words || resource.get("subject").is_some();
    let attends = || reading.references.iter().any(|reference| record.is_person(reference));
    let is_tied = match kind {
        "Appointment" => attends(),
        _ => !kinds::needs_subject(kind) || has_subject(),
    };
    let is_elsewhere = resource.get("medicationReference").is_some();
    let has_meaning = !kinds::needs_meaning(kind)
        || is_elsewhere
        || !reading.main.is_empty()
        || reading.title.chars().any(char::is_alphanumeric);
    is_tied && has_meaning && !reading.modified && !reading.is_only_unknown_codes(entry.kind)
}

/// A letter, or an answer with a document attached, that cannot be read in full; anything in another language.
pub(super) fn is_unreadable(
    record: &Record,
    contents: &Contents<'_>,
    entry: &Entry,
    reading: &Reading<'_>,
) -> bool {
    let is_read_elsewhere = |url: &&str| {
        record.resolve(url).is_some_and(|index| {
            let is_text = |entry: &Entry| entry.kind.as_str() == "Binary";
            record.entries().get(index).is_some_and(is_text)
                && contents
                    .each
                    .get(index)
                    .is_some_and(|text| !text.reading.unreadable && !text.reading.is_foreign)
        })
    };
    let is_letter =
        matches!(entry.kind.as_str(), "DocumentReference" | "Binary" | "QuestionnaireResponse");
    reading.is_foreign
        || is_letter && (reading.unreadable || !reading.elsewhere.iter().all(is_read_elsewhere))
}
