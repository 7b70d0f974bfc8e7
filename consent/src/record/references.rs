//! Which entry a reference means: by `fullUrl`, by type and id, or by `urn:uuid:`.
//! Two entries must never answer to the same address.

use super::Entry;
use super::fault::{RecordFault, Wrong};
use super::kind::Kind;
use serde_json::{Map, Value};
use std::collections::HashMap;

/// The entries by address.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Addresses(HashMap<String, usize>);

/// The addresses of one entry: its `fullUrl`, and its type and id.
pub(super) fn addresses(
    full_url: Option<String>,
    kind: Kind,
    resource: &Map<String, Value>,
) -> Vec<String> {
    let id = resource.get("id").and_then(Value::as_str).map(|id| format!("{kind}/{id}"));
    let full_url = full_url.map(|url| without_version(&url).to_owned());
    let mut all: Vec<String> = full_url.into_iter().chain(id).collect();
    all.dedup();
    all
}

/// A reference without `/_history/…` and without a fragment.
pub(super) fn without_version(reference: &str) -> &str {
    let plain = reference.split_once("/_history/").map_or(reference, |(plain, _)| plain);
    plain.split_once('#').map_or(plain, |(plain, _)| plain)
}

/// `Type/id`, where a reference ends in that and the type is one of R4.
pub(super) fn type_and_id(reference: &str) -> Option<(Kind, &str)> {
    let mut parts = without_version(reference).rsplit('/');
    let id = parts.next().filter(|id| !id.is_empty())?;
    let kind = Kind::of(parts.next()?)?;
    Some((kind, id))
}

impl Addresses {
    /// Refuses a file in which two entries have the same address.
    pub(super) fn of(entries: &[Entry]) -> Result<Self, RecordFault> {
        let mut all = HashMap::new();
        for (index, entry) in entries.iter().enumerate() {
            for address in &entry.addresses {
                if all.insert(address.clone(), index).is_some() {
                    let element = "entry.fullUrl or id".to_owned();
                    let wrong = Wrong::SameAddress;
                    return Err(RecordFault::Entry {
                        number: index + 1,
                        kind: Some(entry.kind),
                        element,
                        wrong,
                    });
                }
            }
        }
        Ok(Self(all))
    }

    /// The addresses of entries that are part of a file that was sound.
    pub(super) fn of_sound(entries: &[Entry]) -> Self {
        let each = entries.iter().enumerate();
        Self(
            each.flat_map(|(index, entry)| entry.addresses.iter().map(move |a| (a.clone(), index)))
                .collect(),
        )
    }

    /// The index of the entry that this reference means.
    pub(super) fn find(&self, reference: &str) -> Option<usize> {
        if reference.starts_with('#') {
            return None;
        }
        let plain = without_version(reference);
        let by_type_and_id = || {
            let (kind, id) = type_and_id(plain)?;
            self.0.get(&format!("{kind}/{id}")).copied()
        };
        self.0.get(plain).copied().or_else(by_type_and_id)
    }
}
