//! The references and free texts of an entry that has been copied. A reference is what the allow-list says is one; the subject is none of them.

use super::copying::copy_listed;
use serde_json::Value;
use std::cell::{Cell, RefCell};

/// Every reference left in a copied resource, in the order of the allow-list, as often as it occurs.
#[must_use]
pub fn references(copied: &Value) -> Vec<String> {
    let found = RefCell::new(Vec::new());
    let note = |reference: &str| {
        found.borrow_mut().push(reference.to_owned());
        Some(reference.to_owned())
    };
    let _ = copy_listed(kind_of(copied), copied, true, &note, &Cell::new(false));
    found.into_inner()
}

/// Does a copied resource hold anything that would have been cut if free text were not shared?
#[must_use]
pub fn has_free_text(copied: &Value) -> bool {
    let with = |free_text| {
        let same = |reference: &str| Some(reference.to_owned());
        copy_listed(kind_of(copied), copied, free_text, &same, &Cell::new(false))
    };
    with(true) != with(false)
}

fn kind_of(copied: &Value) -> &str {
    copied.get("resourceType").and_then(Value::as_str).unwrap_or_default()
}

/// Rewrites the references of a copied resource, or removes them, with whatever would only be their trace. What the package set
/// (`id`, the subject) stays. Something that is no copy becomes null.
pub fn map_references(value: &mut Value, f: &dyn Fn(&str) -> Option<String>) {
    let before = value.take();
    let Some(list) = super::kind(kind_of(&before)) else {
        return;
    };
    let mapped = copy_listed(list.name, &before, true, f, &Cell::new(false));
    let Value::Object(before) = before else { return };
    let mut after = match mapped {
        Some(Value::Object(mapped)) => mapped,
        _ => serde_json::Map::from_iter([("resourceType".into(), list.name.into())]),
    };
    let set_by_package =
        before.into_iter().filter(|(name, _)| name == "id" || Some(name.as_str()) == list.subject);
    after.extend(set_by_package);
    *value = Value::Object(after);
}
