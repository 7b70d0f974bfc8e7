//! The elements that FHIR R4 gives each type that can be placed, from `codes/r4_shapes.txt`.
//! An element that R4 does not have must never get past this: another version may mean something else by it.

use super::fault::Wrong;
use super::kind::Kind;
use serde_json::{Map, Value};
use std::collections::{BTreeMap, HashMap};
use std::sync::OnceLock;

/// What is wrong, and at which path.
pub(super) type Misfit = (String, Wrong);

struct Element {
    many: bool,
    form: &'static str,
    required: bool,
    /// One of the elements of this choice must be there.
    one_of: Option<&'static str>,
}

type Shape = BTreeMap<&'static str, Element>;

fn shapes() -> &'static HashMap<&'static str, Shape> {
    static SHAPES: OnceLock<HashMap<&'static str, Shape>> = OnceLock::new();
    SHAPES.get_or_init(|| {
        include_str!("../../codes/r4_shapes.txt").lines().filter_map(shape).collect()
    })
}

fn shape(line: &'static str) -> Option<(&'static str, Shape)> {
    let mut words = line.split(' ');
    let name = words.next().filter(|name| !name.is_empty() && !name.starts_with('#'))?;
    Some((name, words.filter_map(element).collect()))
}

fn element(word: &'static str) -> Option<(&'static str, Element)> {
    let (name, rest) = word.split_once(':')?;
    let (rest, one_of) =
        rest.split_once('?').map_or((rest, None), |(form, choice)| (form, Some(choice)));
    let form = rest.trim_end_matches('!');
    let required = form.len() != rest.len();
    let element = Element { many: name.ends_with('*'), form, required, one_of };
    Some((name.trim_end_matches('*'), element))
}

/// Refuses a resource, or a copy contained in it, whose elements are not those of R4.
/// Types that are never placed are not looked into.
pub(super) fn check(kind: Kind, resource: &Map<String, Value>) -> Result<(), Misfit> {
    let path = kind.as_str();
    if let Some(shape) = shapes().get(path) {
        members(resource, shape, path, true)?;
        complete(resource, shape, path)?;
    }
    for contained in resource.get("contained").and_then(Value::as_array).into_iter().flatten() {
        let at = format!("{path}.contained");
        let inner = contained.as_object().ok_or_else(|| (at.clone(), Wrong::Form))?;
        let kind = Kind::of_resource(contained)
            .ok_or_else(|| (format!("{at}.resourceType"), Wrong::UnknownType))?;
        check(kind, inner).map_err(|(element, wrong)| (format!("{at}.{element}"), wrong))?;
    }
    Ok(())
}

fn complete(resource: &Map<String, Value>, shape: &Shape, path: &str) -> Result<(), Misfit> {
    let has =
        |name: &str| resource.contains_key(name) || resource.contains_key(&format!("_{name}"));
    for (name, element) in shape {
        if element.required && !has(name) {
            return Err((format!("{path}.{name}"), Wrong::Missing));
        }
        if let Some(choice) = element.one_of
            && !shape.iter().any(|(other, alike)| alike.one_of == Some(choice) && has(other))
        {
            return Err((format!("{path}.{choice}[x]"), Wrong::Missing));
        }
    }
    Ok(())
}

fn members(
    object: &Map<String, Value>,
    shape: &Shape,
    path: &str,
    is_resource: bool,
) -> Result<(), Misfit> {
    for (name, value) in object {
        if value.is_null() {
            return Err((format!("{path}.{}", sayable(name)), Wrong::Form));
        }
        let plain = name.strip_prefix('_').unwrap_or(name);
        let Some(element) = shape.get(plain) else {
            common(plain, value, path, is_resource)?;
            continue;
        };
        let at = || format!("{path}.{plain}");
        if plain.len() != name.len() {
            // Extensions of a primitive element: only where the element is primitive.
            let primitive = element.form.starts_with(char::is_lowercase);
            if !primitive || !(value.is_object() || value.is_array()) {
                return Err((at(), Wrong::Form));
            }
        } else if element.many {
            let items = value.as_array().ok_or_else(|| (at(), Wrong::Form))?;
            for item in items {
                one(item, element.form, &at, true)?;
            }
        } else {
            one(value, element.form, &at, false)?;
        }
    }
    Ok(())
}

fn one(value: &Value, form: &str, at: &dyn Fn() -> String, in_list: bool) -> Result<(), Misfit> {
    let fits = match form {
        "string" => value.is_string() || (in_list && value.is_null()),
        "number" => value.is_number() || (in_list && value.is_null()),
        "boolean" => value.is_boolean(),
        _ => {
            let object = value.as_object().ok_or_else(|| (at(), Wrong::Form))?;
            return match shapes().get(form) {
                Some(shape) => members(object, shape, &at(), false),
                None => Ok(()),
            };
        }
    };
    if fits { Ok(()) } else { Err((at(), Wrong::Form)) }
}

/// The elements that every resource, and every element, may have.
fn common(name: &str, value: &Value, path: &str, is_resource: bool) -> Result<(), Misfit> {
    let fits = match name {
        "id" => value.is_string() || value.is_object(),
        "extension" | "modifierExtension" => extensions(value),
        "resourceType" | "implicitRules" | "language" if is_resource => {
            value.is_string() || value.is_object()
        }
        "meta" if is_resource => value.is_object(),
        "text" if is_resource => {
            value.as_object().is_some_and(|text| text.get("div").is_none_or(Value::is_string))
        }
        "contained" if is_resource => value.is_array(),
        _ => return Err((format!("{path}.{}", sayable(name)), Wrong::UnknownElement)),
    };
    if fits { Ok(()) } else { Err((format!("{path}.{name}"), Wrong::Form)) }
}

fn extensions(value: &Value) -> bool {
    value
        .as_array()
        .is_some_and(|list| list.iter().all(|one| one.get("url").is_some_and(Value::is_string)))
}

/// A name from the file, only where it looks like a name: anything else could be a content.
pub(super) fn sayable(name: &str) -> &str {
    let sound = name.len() <= 40 && name.bytes().all(|b| b.is_ascii_alphabetic() || b == b'_');
    if sound { name } else { "(an element without a proper name)" }
}
