//! Medicines used for several things, some of them sensitive: without a recorded reason the claimant is asked.
//! Nothing here may guess what a medicine was given for.

use super::contents::{Content, Contents};
use crate::record::{Entry, Record};
use serde_json::Value;

/// A medicine of several uses for which no reason is recorded, here or in the prescription that this goes back to.
pub(super) fn is_ambiguous(
    record: &Record,
    contents: &Contents<'_>,
    reasons: &Reasons,
    (index, entry): (usize, &Entry),
    content: &Content<'_>,
) -> bool {
    if !matches!(
        entry.kind.as_str(),
        "MedicationRequest" | "MedicationStatement" | "MedicationDispense"
    ) {
        return false;
    }
    let medicine =
        entry.resource.get("medicationReference").and_then(|to| to.get("reference")?.as_str());
    let elsewhere = medicine.and_then(|reference| contents.each.get(record.resolve(reference)?));
    let has_several_uses =
        content.has_several_uses || elsewhere.is_some_and(|medicine| medicine.has_several_uses);
    has_several_uses
        && !reasons.has(index)
        && !origins(record, entry).any(|origin| reasons.has(origin))
}

/// Which entries of a record say why: looked at once, because many issues go back to one prescription.
pub(super) struct Reasons(Vec<bool>);

impl Reasons {
    /// Of every entry.
    pub(super) fn of(record: &Record) -> Self {
        Self(record.entries().iter().map(|entry| has_reason(record, entry)).collect())
    }

    fn has(&self, index: usize) -> bool {
        self.0.get(index).copied().unwrap_or_default()
    }
}

fn listed<'a>(entry: &'a Entry, name: &str) -> impl Iterator<Item = &'a Value> {
    entry.resource.get(name).and_then(Value::as_array).into_iter().flatten()
}

/// The prescriptions that this one is an issue, a summary or a renewal of.
fn origins<'a>(record: &'a Record, entry: &'a Entry) -> impl Iterator<Item = usize> {
    let lists = ["basedOn", "derivedFrom", "partOf", "authorizingPrescription"].into_iter();
    let references =
        lists.flat_map(|name| listed(entry, name)).chain(entry.resource.get("priorPrescription"));
    references.filter_map(|to| record.resolve(to.get("reference")?.as_str()?))
}

/// Whether the entry says why, in words or codes of its own or of a condition in the record.
fn has_reason(record: &Record, entry: &Entry) -> bool {
    let says_something =
        |concept: &Value| concept.get("text").is_some() || concept.get("coding").is_some();
    let resolves = |reference: &Value| {
        let target =
            reference.get("reference").and_then(Value::as_str).and_then(|to| record.resolve(to));
        let reason = target.and_then(|index| record.entries().get(index));
        reason.is_some_and(|reason| reason.resource.get("code").is_some_and(says_something))
    };
    listed(entry, "reasonCode").any(says_something)
        || listed(entry, "reasonReference").any(|to| to.get("display").is_some() || resolves(to))
}
