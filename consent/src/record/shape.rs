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
    form: Form,
    required: bool,
    /// One of the elements of this choice must be there.
    one_of: Option<&'static str>,
}

/// What an element is made of.
#[derive(Clone, Copy)]
enum Form {
    Text,
    Number,
    Boolean,
    /// Elements of its own: the place of their shape, where the list has one.
    Elements(Option<usize>),
}

type Shape = BTreeMap<&'static str, Element>;

struct Shapes {
    places: HashMap<&'static str, usize>,
    all: Vec<Shape>,
}

impl Shapes {
    fn named(&self, name: &str) -> Option<&Shape> {
        self.all.get(*self.places.get(name)?)
    }
}

fn shapes() -> &'static Shapes {
    static SHAPES: OnceLock<Shapes> = OnceLock::new();
    SHAPES.get_or_init(|| {
        let lines = include_str!("../../codes/r4_shapes.txt").lines();
        let lines: Vec<(&str, &str)> = lines.filter_map(named).collect();
        let places = lines.iter().enumerate().map(|(place, (name, _))| (*name, place)).collect();
        let shape = |words: &'static str| -> Shape {
            words.split(' ').filter_map(|word| element(word, &places)).collect()
        };
        let all = lines.iter().map(|(_, words)| shape(words)).collect();
        Shapes { places, all }
    })
}

fn named(line: &'static str) -> Option<(&'static str, &'static str)> {
    let (name, words) = line.split_once(' ').unwrap_or((line, ""));
    (!name.is_empty() && !name.starts_with('#')).then_some((name, words))
}

fn element(
    word: &'static str,
    places: &HashMap<&'static str, usize>,
) -> Option<(&'static str, Element)> {
    let (name, rest) = word.split_once(':')?;
    let (rest, one_of) =
        rest.split_once('?').map_or((rest, None), |(form, choice)| (form, Some(choice)));
    let form = rest.trim_end_matches('!');
    let required = form.len() != rest.len();
    let form = match form {
        "string" => Form::Text,
        "number" => Form::Number,
        "boolean" => Form::Boolean,
        elements => Form::Elements(places.get(elements).copied()),
    };
    let element = Element { many: name.ends_with('*'), form, required, one_of };
    Some((name.trim_end_matches('*'), element))
}

/// Where an element stands. Put into words only where something is wrong.
#[derive(Clone, Copy)]
struct Path<'a> {
    within: Option<&'a Path<'a>>,
    name: &'a str,
}

impl<'a> Path<'a> {
    fn then(&'a self, name: &'a str) -> Self {
        Self { within: Some(self), name }
    }

    fn misfit(&self, wrong: Wrong) -> Misfit {
        let mut names = vec![self.name];
        let mut at = self.within;
        while let Some(path) = at {
            names.push(path.name);
            at = path.within;
        }
        names.reverse();
        (names.join("."), wrong)
    }
}

/// Refuses a resource, or a copy contained in it, whose elements are not those of R4.
/// Types that are never placed are not looked into.
pub(super) fn check(kind: Kind, resource: &Map<String, Value>) -> Result<(), Misfit> {
    let path = kind.as_str();
    if let Some(shape) = shapes().named(path) {
        members(resource, shape, &Path { within: None, name: path }, true)?;
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
    path: &Path<'_>,
    is_resource: bool,
) -> Result<(), Misfit> {
    for (name, value) in object {
        if value.is_null() {
            return Err(path.then(sayable(name)).misfit(Wrong::Form));
        }
        let plain = name.strip_prefix('_').unwrap_or(name);
        let Some(element) = shape.get(plain) else {
            common(plain, value, path, is_resource)?;
            continue;
        };
        let at = path.then(plain);
        if plain.len() != name.len() {
            // Extensions of a primitive element: only where the element is primitive.
            let primitive = !matches!(element.form, Form::Elements(_));
            if !primitive || !(value.is_object() || value.is_array()) {
                return Err(at.misfit(Wrong::Form));
            }
        } else if element.many {
            let items = value.as_array().ok_or_else(|| at.misfit(Wrong::Form))?;
            for item in items {
                one(item, element.form, &at, true)?;
            }
        } else {
            one(value, element.form, &at, false)?;
        }
    }
    Ok(())
}

fn one(value: &Value, form: Form, at: &Path<'_>, in_list: bool) -> Result<(), Misfit> {
    let fits = match form {
        Form::Text => value.is_string() || (in_list && value.is_null()),
        Form::Number => value.is_number() || (in_list && value.is_null()),
        Form::Boolean => value.is_boolean(),
        Form::Elements(place) => {
            let object = value.as_object().ok_or_else(|| at.misfit(Wrong::Form))?;
            return match place.and_then(|place| shapes().all.get(place)) {
                Some(shape) => members(object, shape, at, false),
                None => Ok(()),
            };
        }
    };
    if fits { Ok(()) } else { Err(at.misfit(Wrong::Form)) }
}

/// The elements that every resource, and every element, may have.
fn common(name: &str, value: &Value, path: &Path<'_>, is_resource: bool) -> Result<(), Misfit> {
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
        _ => return Err(path.then(sayable(name)).misfit(Wrong::UnknownElement)),
    };
    if fits { Ok(()) } else { Err(path.then(name).misfit(Wrong::Form)) }
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
