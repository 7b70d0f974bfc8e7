//! The copy that obeys the allow-list: it walks the list, never the source, so that what is not listed cannot come along.

use super::table::{self, Element, If, Shape};
use super::value::{self, Fit};
use super::{Scope, patient};
use crate::seeded::{Fault, planted};
use serde_json::{Map, Value, json};
use std::cell::Cell;

/// A copy with only the allow-listed elements of this type. `resolve` says what a reference becomes; where it answers none,
/// the reference is removed whole. The caller sets `id` and the [subject](super::subject_element).
///
/// None if the type is never sent, if nothing listed is left, or if the source would mean something else without what the list
/// does not name (`modifierExtension`, `implicitRules`, a decisive element that does not fit).
#[must_use]
pub fn copy(
    kind: &str,
    resource: &Value,
    scope: &Scope,
    resolve: &dyn Fn(&str) -> Option<String>,
) -> Option<Value> {
    copy_noting(kind, resource, scope, resolve).map(|(copied, _)| copied)
}

/// The same, and whether free text was met and kept. What was met may have gone with the element that held it:
/// [`has_free_text`](super::has_free_text) tells.
pub(crate) fn copy_noting(
    kind: &str,
    resource: &Value,
    scope: &Scope,
    resolve: &dyn Fn(&str) -> Option<String>,
) -> Option<(Value, bool)> {
    let source = resource.as_object()?;
    if source.contains_key("implicitRules") {
        return None;
    }
    let met = Cell::new(false);
    let copied = if kind == "Patient" {
        let chosen = Value::Object(patient::chosen(source, scope)?);
        copy_listed(kind, &chosen, scope.free_text, resolve, &met)
    } else {
        copy_listed(kind, resource, scope.free_text, resolve, &met)
    }?;
    Some((copied, met.get()))
}

/// The same, of everything that the list has for this type; `met` becomes true where free text was met and kept.
pub(super) fn copy_listed(
    kind: &str,
    resource: &Value,
    free_text: bool,
    resolve: &dyn Fn(&str) -> Option<String>,
    met: &Cell<bool>,
) -> Option<Value> {
    let list = table::kind(kind)?;
    let source = resource.as_object()?;
    if source.get("resourceType").and_then(Value::as_str) != Some(list.name) {
        return None;
    }
    let mut copied = Copying { free_text, resolve, met }.members(list.elements, source)?;
    for (fault, member) in [(Fault::ContainedKept, "contained"), (Fault::NarrativeKept, "text")] {
        if let Some(more) = source.get(member).filter(|_| planted(fault)) {
            copied.insert(member.to_owned(), more.clone());
        }
    }
    copied.insert("resourceType".into(), list.name.into());
    Some(Value::Object(copied))
}

struct Copying<'a> {
    free_text: bool,
    resolve: &'a dyn Fn(&str) -> Option<String>,
    met: &'a Cell<bool>,
}

impl Copying<'_> {
    fn members(&self, list: &[Element], source: &Map<String, Value>) -> Option<Map<String, Value>> {
        if source.contains_key("modifierExtension") {
            return None;
        }
        let mut copied = Map::new();
        for element in list {
            let found = source.get(element.name);
            match (found.and_then(|found| self.element(element, found, source)), element.parent) {
                (Some(kept), _) => {
                    copied.insert(element.name.into(), kept);
                }
                (None, If::Needed) => return None,
                (None, If::Decisive) if found.is_some() => return None,
                (None, If::Decisive | If::Optional) => {}
            }
        }
        (!copied.is_empty()).then_some(copied)
    }

    fn element(
        &self,
        listed: &Element,
        found: &Value,
        within: &Map<String, Value>,
    ) -> Option<Value> {
        if !listed.list {
            return self.shaped(listed.shape, found, within);
        }
        let members = found.as_array()?.iter();
        let kept: Vec<Value> =
            members.filter_map(|member| self.shaped(listed.shape, member, within)).collect();
        (!kept.is_empty()).then_some(Value::Array(kept))
    }

    fn shaped(&self, shape: Shape, found: &Value, within: &Map<String, Value>) -> Option<Value> {
        match shape {
            Shape::Reference => {
                let target = (self.resolve)(found.as_object()?.get("reference")?.as_str()?);
                if target.is_none() && planted(Fault::TitleKept) {
                    return found.get("display").map(|title| json!({ "display": title }));
                }
                let target = target?;
                Some(Value::Object(Map::from_iter([("reference".into(), target.into())])))
            }
            Shape::Group(list) => self.members(list, found.as_object()?).map(Value::Object),
            Shape::Data(datatype) => {
                let source = found.as_object()?;
                let excepted =
                    |value| datatype.except.is_some_and(|except| (except.applies)(value));
                let copied = self.members(datatype.elements, source)?;
                (!excepted(source) && !excepted(&copied)).then_some(Value::Object(copied))
            }
            primitive => match value::primitive(primitive, found, within) {
                Fit::Goes(value) => Some(value),
                Fit::GoesAsFreeText(value) if self.free_text => {
                    self.met.set(true);
                    Some(value)
                }
                Fit::GoesAsFreeText(_) | Fit::Stays => None,
            },
        }
    }
}
