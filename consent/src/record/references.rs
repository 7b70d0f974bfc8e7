//! Which entry a reference means: by `fullUrl`, by type and id, or by `urn:uuid:`.
//! Two entries must never answer to the same address.

use super::Entry;
use super::fault::{RecordFault, Wrong};
use super::kind::Kind;
use serde_json::{Map, Value};
use std::collections::{BTreeSet, HashMap};
use std::sync::Arc;

/// The entries by address. A part of a record shares the table of the whole.
#[derive(Clone, Debug, Default)]
pub(super) struct Addresses {
    all: Arc<HashMap<Arc<str>, usize>>,
    /// For each entry of the whole its place in this part; none where it is not in it.
    places: Option<Arc<[Option<usize>]>>,
}

/// The addresses of one entry: its `fullUrl`, and its type and id.
pub(super) fn addresses(
    full_url: Option<String>,
    kind: Kind,
    resource: &Map<String, Value>,
) -> Arc<[Arc<str>]> {
    let id = resource.get("id").and_then(Value::as_str).map(|id| format!("{kind}/{id}").into());
    let full_url = full_url.map(|url| without_version(&url).into());
    let mut all: Vec<Arc<str>> = full_url.into_iter().chain(id).collect();
    all.dedup();
    all.into()
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
        let mut all = HashMap::with_capacity(entries.len() * 2);
        for (index, entry) in entries.iter().enumerate() {
            for address in &*entry.addresses {
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
        Ok(Self { all: Arc::new(all), places: None })
    }

    /// The addresses of entries that are known to have different ones.
    pub(super) fn of_sound(entries: &[Entry]) -> Self {
        let each = entries.iter().enumerate();
        let all =
            each.flat_map(|(index, entry)| entry.addresses.iter().map(move |a| (a.clone(), index)));
        Self { all: Arc::new(all.collect()), places: None }
    }

    /// Those of the entries at these places, of a whole or part with so many.
    pub(super) fn only(&self, keep: &BTreeSet<usize>, size: usize) -> Self {
        let mut new = vec![None; size];
        for (place, old) in keep.iter().enumerate() {
            if let Some(slot) = new.get_mut(*old) {
                *slot = Some(place);
            }
        }
        let places = match &self.places {
            None => new.into(),
            Some(before) => before
                .iter()
                .map(|place| new.get((*place)?).copied().flatten())
                .collect::<Vec<_>>()
                .into(),
        };
        Self { all: self.all.clone(), places: Some(places) }
    }

    /// The index of the entry that this reference means.
    pub(super) fn find(&self, reference: &str) -> Option<usize> {
        if reference.starts_with('#') {
            return None;
        }
        let plain = without_version(reference);
        let by_type_and_id = || {
            let (kind, id) = type_and_id(plain)?;
            let relative = plain.get(plain.len() - kind.as_str().len() - 1 - id.len()..)?;
            (relative.len() != plain.len()).then(|| self.place(relative)).flatten()
        };
        self.place(plain).or_else(by_type_and_id)
    }

    fn place(&self, address: &str) -> Option<usize> {
        let found = *self.all.get(address)?;
        match &self.places {
            None => Some(found),
            Some(places) => places.get(found).copied().flatten(),
        }
    }
}
