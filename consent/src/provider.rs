//! Who recorded or did what an entry says: the organisation, else the person. Told from what the entry itself refers to,
//! or from its visit; never guessed from a name.

use crate::digest::Digest;
use serde::{Deserialize, Serialize};

/// A provider as a choice names it: a digest, so that no address of the source stands in a form.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct ProviderKey(pub Digest);

/// An organisation or a person that treats the claimant.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Provider {
    /// How a choice names it.
    pub key: ProviderKey,
    /// What it is called, where the record says so. For showing alone: nothing is decided by it.
    pub name: Option<String>,
}

#[cfg(feature = "rules")]
pub use told::of;

#[cfg(feature = "rules")]
mod told {
    use super::{Provider, ProviderKey};
    use crate::digest::Digest;
    use crate::record::{Entry, Record};
    use serde_json::Value;

    /// The elements that name who recorded or did it, the nearest first.
    const NAMING: &[&str] = &[
        "custodian",
        "serviceProvider",
        "managingOrganization",
        "owner",
        "organization",
        "performer",
        "requester",
        "recorder",
        "asserter",
        "author",
        "assessor",
        "source",
        "informationSource",
        "expressedBy",
        "participant",
    ];
    /// Where these elements are objects, the members that name somebody.
    const INSIDE: &[&str] = &["onBehalfOf", "actor", "individual", "member"];

    /// The provider of each entry, in the same order; none where the record does not tell.
    #[must_use]
    pub fn of(record: &Record) -> Vec<Option<Provider>> {
        record.entries().iter().map(|entry| told(record, entry)).collect()
    }

    fn told(record: &Record, entry: &Entry) -> Option<Provider> {
        own(record, entry).or_else(|| {
            let visit = ["encounter", "context"].iter().find_map(|name| {
                let element = entry.resource.get(name)?;
                let inner = element.get("encounter").and_then(|list| list.get(0));
                reference(inner.unwrap_or(element))
            })?;
            let visit = record.entries().get(record.resolve(visit)?)?;
            (visit.kind.as_str() == "Encounter").then(|| own(record, visit)).flatten()
        })
    }

    /// By what the entry itself refers to: the first organisation, else the first person.
    fn own(record: &Record, entry: &Entry) -> Option<Provider> {
        match entry.kind.as_str() {
            "Organization" | "Practitioner" => return Some(itself(entry)),
            "Patient" | "RelatedPerson" | "Person" => return None,
            _ => {}
        }
        let mut person = None;
        for value in NAMING.iter().filter_map(|name| entry.resource.get(name)).flat_map(members) {
            let inside = INSIDE.iter().filter_map(|name| value.get(name));
            for named in [value].into_iter().chain(inside) {
                match named_by(record, named, true) {
                    Some((Rank::Organisation, provider)) => return Some(provider),
                    Some((Rank::Person, provider)) => person = person.or(Some(provider)),
                    None => {}
                }
            }
        }
        person
    }

    fn members(value: &Value) -> impl Iterator<Item = &Value> {
        let (list, one) = match value {
            Value::Array(list) => (list.as_slice(), None),
            one => (&[][..], Some(one)),
        };
        list.iter().chain(one)
    }

    enum Rank {
        Organisation,
        Person,
    }

    fn rank(kind: &str) -> Option<Rank> {
        match kind {
            "Organization" => Some(Rank::Organisation),
            "Practitioner" | "PractitionerRole" => Some(Rank::Person),
            _ => None,
        }
    }

    /// Whom a Reference names. A role counts as its organisation, where it is in the record and says so.
    fn named_by(record: &Record, value: &Value, through: bool) -> Option<(Rank, Provider)> {
        let text = |name: &str| value.get(name).and_then(Value::as_str);
        let display = text("display").map(str::to_owned);
        let Some(reference) = reference(value) else {
            let identifier = value.get("identifier")?;
            let part = |name: &str| identifier.get(name).and_then(Value::as_str);
            let number = [part("system")?, "|", part("value")?];
            let key = key(b"number", &number.concat());
            let rank = rank(text("type").unwrap_or("Organization"))?;
            return Some((rank, Provider { key, name: display }));
        };
        if let Some(target) = record.resolve(reference).and_then(|at| record.entries().get(at)) {
            let rank = rank(target.kind.as_str())?;
            let organisation = target.resource.get("organization").filter(|_| through);
            let organisation = organisation.and_then(|one| named_by(record, one, false));
            let provider = itself(target);
            let named = Provider { name: provider.name.or(display), ..provider };
            return Some(organisation.unwrap_or((rank, named)));
        }
        let address = Record::address(reference);
        let kind = text("type").or_else(|| address.split_once('/').map(|(kind, _)| kind))?;
        Some((rank(kind)?, Provider { key: key(b"address", &address), name: display }))
    }

    fn itself(entry: &Entry) -> Provider {
        let key = match entry.address() {
            "" => key(b"entry", &entry.key.to_string()),
            address => key(b"address", address),
        };
        Provider { key, name: name(&entry.resource) }
    }

    fn key(by: &[u8], text: &str) -> ProviderKey {
        ProviderKey(Digest::of_parts(&[by, b" ", text.as_bytes()]))
    }

    fn reference(value: &Value) -> Option<&str> {
        value.get("reference").and_then(Value::as_str)
    }

    /// The name of an organisation, or the current name of a person.
    fn name(resource: &Value) -> Option<String> {
        let name = resource.get("name")?;
        if let Some(name) = name.as_str() {
            return Some(name.to_owned());
        }
        let name = name.as_array()?.first()?;
        if let Some(text) = name.get("text").and_then(Value::as_str) {
            return Some(text.to_owned());
        }
        let parts = ["prefix", "given", "family"].iter().filter_map(|part| name.get(part));
        let words: Vec<&str> = parts.flat_map(members).filter_map(Value::as_str).collect();
        (!words.is_empty()).then(|| words.join(" "))
    }
}
