//! A person's record as it came in: one FHIR R4 (4.0.1) Bundle about one person, in source order.
//! A file that is not wholly understood is refused whole; nothing here decides who may learn what.

mod fault;
mod joined;
mod json;
mod key;
mod kind;
mod person;
mod references;
mod shape;

pub use fault::{RecordFault, Wrong};
pub use joined::Origin;
pub use key::EntryKey;
pub use kind::Kind;

use crate::identity::NhsNumber;
use person::Person;
use references::Addresses;
use serde_json::{Map, Value};
use std::collections::BTreeSet;
use std::sync::Arc;

/// The largest file that is read, in bytes.
pub const MOST_BYTES: usize = 50 * 1024 * 1024;
/// How deep objects and lists may be nested in one another.
pub const MOST_DEEP: usize = 64;

/// One FHIR resource of the record.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    /// The digest of its canonical JSON: the same content has the same key in every file.
    pub key: EntryKey,
    /// Its type.
    pub kind: Kind,
    /// The resource as it came, numbers as doubles.
    pub resource: Arc<Value>,
    /// Where it comes from. Only this, never its content, can make it somebody's own words.
    pub origin: Origin,
    addresses: Arc<[Arc<str>]>,
}

impl Entry {
    /// Its type and id, or else its address in the file; empty where it has neither.
    pub(crate) fn address(&self) -> &str {
        self.addresses.last().map(|address| &**address).unwrap_or_default()
    }
}

/// The record of one person: its entries in source order, how references between them resolve, and who it is about.
#[derive(Clone, Debug)]
pub struct Record {
    entries: Vec<Entry>,
    addresses: Addresses,
    person: Arc<Person>,
    patient: Option<usize>,
}

impl Record {
    /// Reads a Bundle. `expected` is the NHS number that the caller names: it holds where the file has none, and
    /// refuses the file where it has another.
    ///
    /// # Errors
    /// [`RecordFault`], for the whole file, at the first thing that is wrong.
    pub fn parse(bytes: &[u8], expected: Option<&NhsNumber>) -> Result<Self, RecordFault> {
        if bytes.len() > MOST_BYTES {
            return Err(RecordFault::TooLarge);
        }
        let entries = bundle(json::read(bytes)?)?;
        let addresses = Addresses::of(&entries)?;
        let person = Person::of(&entries, &addresses, expected)?;
        Ok(Self::made(entries, addresses, person.into()))
    }

    fn made(entries: Vec<Entry>, addresses: Addresses, person: Arc<Person>) -> Self {
        let patient = entries.iter().position(|entry| entry.kind.as_str() == "Patient");
        Self { entries, addresses, person, patient }
    }

    /// A record without entries, of a person whom no source knows.
    #[must_use]
    pub fn empty() -> Self {
        Self::made(Vec::new(), Addresses::default(), Person::unknown().into())
    }

    /// The entries, in source order.
    #[must_use]
    pub fn entries(&self) -> &[Entry] {
        &self.entries
    }

    /// The NHS number of the Patient in the file; where that has none, the one the caller named.
    #[must_use]
    pub fn nhs_number(&self) -> Option<&NhsNumber> {
        self.person.nhs_number()
    }

    /// The index of the entry that this reference means: relative, absolute, or `urn:uuid:`.
    #[must_use]
    pub fn resolve(&self, reference: &str) -> Option<usize> {
        self.addresses.find(reference)
    }

    /// The same text for every way to write this reference: its type and id where it is relative, else as it stands.
    pub(crate) fn address(reference: &str) -> String {
        let plain = references::without_version(reference);
        match references::type_and_id(plain) {
            Some((kind, id)) if !plain.contains(':') => format!("{kind}/{id}"),
            _ => plain.to_owned(),
        }
    }

    /// Whether this reference means the person whose record this is, also when their Patient is not in it.
    #[must_use]
    pub fn is_person(&self, reference: &str) -> bool {
        self.person.is(reference)
            || self.patient().is_some_and(|index| self.resolve(reference) == Some(index))
    }

    /// The index of the Patient.
    #[must_use]
    pub const fn patient(&self) -> Option<usize> {
        self.patient
    }

    /// The same record with only the entries at these indices; who it is about stays known.
    #[must_use]
    pub fn only(&self, keep: &BTreeSet<usize>) -> Self {
        let kept = keep.iter().filter_map(|index| self.entries.get(*index));
        let entries: Vec<Entry> = kept.cloned().collect();
        let addresses = self.addresses.only(keep, self.entries.len());
        Self::made(entries, addresses, self.person.clone())
    }
}

/// The same entries in the same order, about the same person.
impl PartialEq for Record {
    fn eq(&self, other: &Self) -> bool {
        self.entries == other.entries && self.person == other.person
    }
}

/// The types of Bundle that hold resources themselves, rather than messages about them or old versions.
const BUNDLES: &[&str] = &["collection", "document", "searchset", "transaction", "batch"];
const BUNDLE_ELEMENTS: &[&str] = &[
    "resourceType",
    "id",
    "meta",
    "implicitRules",
    "language",
    "identifier",
    "type",
    "timestamp",
    "total",
    "link",
    "entry",
    "signature",
    "extension",
];
const ENTRY_ELEMENTS: &[&str] = &[
    "id",
    "extension",
    "modifierExtension",
    "link",
    "fullUrl",
    "resource",
    "search",
    "request",
    "response",
];

fn bundle(file: Value) -> Result<Vec<Entry>, RecordFault> {
    let kind = Kind::of_resource(&file).ok_or(RecordFault::NotAResource)?;
    if kind.as_str() != "Bundle" {
        return Err(RecordFault::SingleResource(kind));
    }
    let Value::Object(mut bundle) = file else { return Err(RecordFault::NotAResource) };
    let at = |element: &str, wrong| RecordFault::Bundle { element: element.to_owned(), wrong };
    if let Some(name) = stranger(&bundle, BUNDLE_ELEMENTS) {
        return Err(at(name, Wrong::UnknownElement));
    }
    if !bundle.get("type").and_then(Value::as_str).is_some_and(|name| BUNDLES.contains(&name)) {
        return Err(RecordFault::BundleType);
    }
    match bundle.remove("entry") {
        None => Ok(Vec::new()),
        Some(Value::Array(entries)) => {
            entries.into_iter().enumerate().map(|(index, value)| entry(index + 1, value)).collect()
        }
        Some(_) => Err(at("entry", Wrong::Form)),
    }
}

/// The first member that is none of these, in words that may be repeated.
fn stranger<'a>(object: &'a Map<String, Value>, known: &[&str]) -> Option<&'a str> {
    let plain = |name: &'a String| name.strip_prefix('_').unwrap_or(name);
    object.keys().map(plain).find(|name| !known.contains(name)).map(shape::sayable)
}

fn entry(number: usize, value: Value) -> Result<Entry, RecordFault> {
    let fault = |kind, element: &str, wrong| RecordFault::Entry {
        number,
        kind,
        element: element.to_owned(),
        wrong,
    };
    let Value::Object(mut members) = value else { return Err(fault(None, "entry", Wrong::Form)) };
    if let Some(name) = stranger(&members, ENTRY_ELEMENTS) {
        return Err(fault(None, name, Wrong::UnknownElement));
    }
    let full_url = match members.remove("fullUrl") {
        None => None,
        Some(Value::String(url)) => Some(url),
        Some(_) => return Err(fault(None, "fullUrl", Wrong::Form)),
    };
    let resource =
        members.remove("resource").ok_or_else(|| fault(None, "resource", Wrong::NoResource))?;
    checked(number, full_url, resource, Origin::Source)
}

/// A resource that R4 knows, as an entry.
fn checked(
    number: usize,
    full_url: Option<String>,
    resource: Value,
    origin: Origin,
) -> Result<Entry, RecordFault> {
    let fault = |kind, element: &str, wrong| RecordFault::Entry {
        number,
        kind,
        element: element.to_owned(),
        wrong,
    };
    let object = resource.as_object().ok_or_else(|| fault(None, "resource", Wrong::Form))?;
    let kind = Kind::of_resource(&resource)
        .ok_or_else(|| fault(None, "resource.resourceType", Wrong::UnknownType))?;
    shape::check(kind, object).map_err(|(element, wrong)| fault(Some(kind), &element, wrong))?;
    let key = EntryKey::of(&resource).ok_or_else(|| fault(Some(kind), "resource", Wrong::Form))?;
    let addresses = references::addresses(full_url, kind, object);
    Ok(Entry { key, kind, resource: Arc::new(resource), origin, addresses })
}
