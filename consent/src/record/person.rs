//! Who a record is about. Every entry that has a subject must be about the same person, also when the Patient is
//! not in the file; an entry about another patient must never get in.

use super::fault::{RecordFault, Wrong};
use super::references::{Addresses, type_and_id, without_version};
use super::{Entry, Kind};
use crate::identity::NhsNumber;
use serde_json::Value;
use std::sync::Arc;

/// The systems that NHS numbers are given under.
const NHS_NUMBER: &[&str] = &[
    "https://fhir.nhs.uk/Id/nhs-number",
    "https://fhir.nhs.uk/id/nhs-number",
    "http://fhir.nhs.net/Id/nhs-number",
];

/// The elements that say who an entry is about, in one type or another.
const SUBJECTS: &[&str] = &["subject", "patient", "beneficiary", "for"];

/// The person, by NHS number and by how the entries refer to them.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Person {
    references: Vec<Arc<str>>,
    nhs_number: Option<NhsNumber>,
}

impl Person {
    pub(super) fn of(
        entries: &[Entry],
        addresses: &Addresses,
        expected: Option<&NhsNumber>,
    ) -> Result<Self, RecordFault> {
        let mut patients =
            entries.iter().enumerate().filter(|(_, entry)| entry.kind.as_str() == "Patient");
        let patient = patients.next();
        if let (Some((first, _)), Some((second, _))) = (patient, patients.next()) {
            return Err(RecordFault::SeveralPatients { first: first + 1, second: second + 1 });
        }
        let stated = patient.map(|(index, entry)| own_number(index, entry)).transpose()?.flatten();
        if let (Some(stated), Some(expected)) = (&stated, expected)
            && stated != expected
        {
            return Err(RecordFault::OtherNhsNumber);
        }
        let references = patient.map(|(_, entry)| entry.addresses.to_vec()).unwrap_or_default();
        let mut person = Self { references, nhs_number: stated.or_else(|| expected.cloned()) };
        for (index, entry) in entries.iter().enumerate() {
            person.check(index, entry, patient.map(|(index, _)| index), addresses)?;
        }
        Ok(person)
    }

    /// Nobody: no reference means them.
    pub(super) const fn unknown() -> Self {
        Self { references: Vec::new(), nhs_number: None }
    }

    pub(super) const fn nhs_number(&self) -> Option<&NhsNumber> {
        self.nhs_number.as_ref()
    }

    /// Whether this reference is one that the person is known by.
    pub(super) fn is(&self, reference: &str) -> bool {
        self.references.iter().any(|known| same(known, reference))
    }

    fn check(
        &mut self,
        index: usize,
        entry: &Entry,
        patient: Option<usize>,
        addresses: &Addresses,
    ) -> Result<(), RecordFault> {
        for name in SUBJECTS {
            let subject = entry.resource.get(name);
            let several = subject.and_then(Value::as_array).into_iter().flatten();
            for one in subject.filter(|value| value.is_object()).into_iter().chain(several) {
                self.admit(one, patient, addresses).map_err(|wrong| RecordFault::Entry {
                    number: index + 1,
                    kind: Some(entry.kind),
                    element: format!("{}.{name}", entry.kind),
                    wrong,
                })?;
            }
        }
        Ok(())
    }

    /// Admits a subject that is this person, or no patient at all (a device, a relative: withheld later).
    fn admit(
        &mut self,
        subject: &Value,
        patient: Option<usize>,
        addresses: &Addresses,
    ) -> Result<(), Wrong> {
        let Some(reference) = subject.get("reference").and_then(Value::as_str) else {
            return self.admit_by_number(subject);
        };
        let found = addresses.find(reference);
        if found.is_some() && found == patient {
            return Ok(());
        }
        let kind =
            type_and_id(reference).map(|(kind, _)| kind.as_str()).or_else(|| said_type(subject));
        match kind {
            Some("Group") => return Err(Wrong::AboutGroup),
            Some("Patient") | None => {}
            Some(_) => return Ok(()),
        }
        if kind.is_none() && found.is_some() {
            return Ok(());
        }
        if reference.starts_with('#') || reference.contains('?') {
            return Err(Wrong::NoSubject);
        }
        if patient.is_some() {
            return Err(Wrong::OtherPerson);
        }
        if self.references.iter().all(|known| same(known, reference)) {
            self.references.push(without_version(reference).into());
            return Ok(());
        }
        Err(Wrong::OtherPerson)
    }

    fn admit_by_number(&mut self, subject: &Value) -> Result<(), Wrong> {
        let identifier = subject.get("identifier").ok_or(Wrong::NoSubject)?;
        let number = number_of(identifier).ok_or(Wrong::NoSubject)??;
        match &self.nhs_number {
            Some(known) if *known == number => Ok(()),
            Some(_) => Err(Wrong::OtherPerson),
            None => {
                self.nhs_number = Some(number);
                Ok(())
            }
        }
    }
}

fn said_type(subject: &Value) -> Option<&'static str> {
    subject.get("type").and_then(Value::as_str).and_then(Kind::of).map(Kind::as_str)
}

/// Whether two references mean the same: equal, or one of them the relative form of the other.
fn same(one: &str, other: &str) -> bool {
    let (one, other) = (without_version(one), without_version(other));
    one == other || (!(one.contains("://") && other.contains("://")) && tail(one) == tail(other))
}

fn tail(reference: &str) -> Option<&str> {
    reference.rsplit(['/', ':']).next()
}

/// The NHS number in this identifier, if it is under a system of NHS numbers.
fn number_of(identifier: &Value) -> Option<Result<NhsNumber, Wrong>> {
    let system = identifier.get("system").and_then(Value::as_str)?;
    if !NHS_NUMBER.contains(&system) {
        return None;
    }
    let value = identifier.get("value").and_then(Value::as_str)?;
    Some(NhsNumber::parse(value).map_err(|_| Wrong::NhsNumber))
}

fn own_number(index: usize, patient: &Entry) -> Result<Option<NhsNumber>, RecordFault> {
    let fault = |wrong| RecordFault::Entry {
        number: index + 1,
        kind: Some(patient.kind),
        element: "Patient.identifier".to_owned(),
        wrong,
    };
    let identifiers =
        patient.resource.get("identifier").and_then(Value::as_array).into_iter().flatten();
    let mut found: Option<NhsNumber> = None;
    for number in identifiers.filter_map(number_of) {
        let number = number.map_err(fault)?;
        if found.as_ref().is_some_and(|other| *other != number) {
            return Err(fault(Wrong::NhsNumber));
        }
        found = Some(number);
    }
    Ok(found)
}
