//! Any JSON at all: what comes out is in the list and is what the source says.

use crate::listed::{everything, full};
use consent::elements::{self, Element, Scope, Shape};
use proptest::prelude::*;
use proptest::sample::{Index, select};
use serde_json::{Map, Value, json};

/// Every leaf of `copied` is listed, and equals the source's leaf of the same place among those that stayed.
pub fn check(listed: &[Element], source: &Value, copied: &Value, path: &str) -> Result<(), String> {
    let (Some(source), Some(copied)) = (source.as_object(), copied.as_object()) else {
        return Err(format!("{path} is no object"));
    };
    for (name, value) in copied {
        let path = format!("{path}.{name}");
        let element = listed
            .iter()
            .find(|element| element.name == name)
            .ok_or_else(|| format!("{path} is not listed"))?;
        let original = source.get(name).ok_or_else(|| format!("{path} is not in the source"))?;
        if !element.list {
            same_value(element.shape, original, value, &path)?;
            continue;
        }
        let mut originals = original.as_array().ok_or("no list")?.iter();
        for member in value.as_array().ok_or("no list")? {
            // Members may be missing, never added or moved.
            if !originals.any(|original| same_value(element.shape, original, member, &path).is_ok())
            {
                return Err(format!("{path}: {member} is not in the source"));
            }
        }
    }
    Ok(())
}

fn same_value(shape: Shape, source: &Value, copied: &Value, path: &str) -> Result<(), String> {
    match shape {
        Shape::Group(members) => check(members, source, copied, path),
        Shape::Data(data) => check(data.elements, source, copied, path),
        Shape::Reference => {
            let only = copied.as_object().is_some_and(|object| object.len() == 1);
            if only && copied["reference"] == source["reference"] {
                Ok(())
            } else {
                Err(format!("{path} is more than a reference"))
            }
        }
        _ if copied.is_object() || copied.is_array() => Err(format!("{path} is no primitive")),
        _ => {
            if source == copied {
                Ok(())
            } else {
                Err(format!("{path} is not what the source says"))
            }
        }
    }
}

fn gather(known: &mut Vec<String>, members: &[Element]) {
    for element in members {
        known.push(element.name.to_owned());
        if let Shape::Group(inner) = element.shape {
            gather(known, inner);
        }
    }
}

/// Names that occur in lists, and names that must never come along.
fn names() -> impl Strategy<Value = String> {
    let mut known: Vec<String> = [
        "id",
        "url",
        "extension",
        "identifier",
        "modifierExtension",
        "text",
        "div",
        "meta",
        "contained",
        "display",
        "version",
        "told",
    ]
    .map(str::to_owned)
    .into();
    for kind in elements::kinds() {
        gather(&mut known, kind.elements);
    }
    for data in elements::datatypes() {
        gather(&mut known, data.elements);
    }
    select(known)
}

fn json_value() -> impl Strategy<Value = Value> {
    let words = select(vec![
        "active",
        "2024-01-02",
        "http://snomed.info/sct",
        "10:00:00",
        "Condition/1",
        "#told",
        "",
        " ",
        "a\nb",
        "9991234567",
        "SGVsbG8=",
    ]);
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i32>().prop_map(Value::from),
        words.prop_map(Value::from),
        "\\PC{0,80}".prop_map(Value::from),
    ];
    leaf.prop_recursive(4, 40, 6, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..4).prop_map(Value::from),
            prop::collection::hash_map(names(), inner, 0..6)
                .prop_map(|members| members.into_iter().collect::<Map<_, _>>().into()),
        ]
    })
}

fn objects(value: &Value) -> usize {
    match value {
        Value::Object(members) => 1 + members.values().map(objects).sum::<usize>(),
        Value::Array(members) => members.iter().map(objects).sum(),
        _ => 0,
    }
}

/// Puts a member into the object that has this place, counted from the outside in.
fn put(value: &mut Value, place: &mut usize, name: &str, new: &Value) -> bool {
    match value {
        Value::Object(members) if *place == 0 => {
            members.insert(name.into(), new.clone());
            true
        }
        Value::Object(members) => {
            *place -= 1;
            members.values_mut().any(|inner| put(inner, place, name, new))
        }
        Value::Array(members) => members.iter_mut().any(|inner| put(inner, place, name, new)),
        _ => false,
    }
}

proptest! {
    #[test]
    fn whatever_the_source_the_copy_is_listed_and_true(
        which in any::<Index>(), whole in any::<bool>(), free_text in any::<bool>(), resolved in any::<bool>(),
        changes in prop::collection::vec((any::<Index>(), names(), json_value()), 0..12),
    ) {
        let kind = which.get(elements::kinds());
        let mut source = if whole { full(kind).1 } else { json!({}) };
        for (place, name, value) in changes {
            let mut place = place.index(objects(&source));
            put(&mut source, &mut place, &name, &value);
        }
        source["resourceType"] = kind.name.into();
        let scope = Scope { free_text, ..everything() };
        let Some(copied) = elements::copy(kind.name, &source, &scope, &|reference| resolved.then(|| reference.to_owned())) else { return Ok(()) };

        let mut members = copied.clone();
        members.as_object_mut().unwrap().remove("resourceType");
        check(kind.elements, &source, &members, kind.name).map_err(TestCaseError::fail)?;
        for never in ["\"url\":", "\"extension\":", "\"modifierExtension\":", "\"contained\":", "\"meta\":", "\"div\":", "\"_"] {
            prop_assert!(!copied.to_string().contains(never), "{never} in {copied}");
        }
        prop_assert!(kind.name == "Patient" || !copied.to_string().contains("\"identifier\":"));
        prop_assert_eq!(elements::references(&copied).is_empty() || resolved, true);
        prop_assert_eq!(elements::copy(kind.name, &copied, &scope, &|reference| Some(reference.to_owned())), Some(copied.clone()), "a copy of a copy is the same");
        let mut mapped = copied.clone();
        elements::map_references(&mut mapped, &|reference| Some(reference.to_owned()));
        prop_assert_eq!(mapped, copied);
    }

    #[test]
    fn no_json_makes_a_period_panic(which in any::<Index>(), source in json_value()) {
        let _ = elements::period(which.get(elements::kinds()).name, &source);
    }
}
