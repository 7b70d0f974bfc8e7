//! Which elements of an entry may be sent at all: a published allow-list per resource type, and the copy that obeys it.
//! Nothing that the list does not name may ever be copied: no identifier, extension, narrative, `meta`, contained copy or web address.

mod copying;
mod datatypes;
mod patient;
mod period;
mod published;
mod references;
mod table;
mod types;
mod value;

pub use copying::copy;
pub(crate) use copying::copy_noting;
pub use period::{ClinicalPeriod, period};
pub use published::published;
pub use references::{has_free_text, map_references, references};
pub use table::{DataType, Element, Exception, If, Kind, Shape, datatypes, kind, kinds};

use crate::purpose::IdentityField;
use std::collections::BTreeSet;

/// What the decision lets into a copy, beyond the allow-list.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Scope {
    /// Notes and long texts stay: `consultation-notes` is shared, or the entry is somebody's own words, which are its whole point.
    pub free_text: bool,
    /// The fields of `who-i-am` that the purpose lists, if `who-i-am` is shared; none otherwise.
    pub identity: BTreeSet<IdentityField>,
    /// `address-and-contact` is shared.
    pub address: bool,
}

/// The element that names the person in this type (`subject` or `patient`); none where R4 has none, and for types that are never sent.
/// It is never copied: whoever builds the package sets it.
#[must_use]
pub fn subject_element(kind: &str) -> Option<&'static str> {
    table::kind(kind)?.subject
}
