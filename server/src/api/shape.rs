//! Reads a JSON body by the shape it must have, and collects every fault on the way, each with its JSON
//! Pointer (RFC 6901). Never stops at the first, and never repeats a value.

use consent::request::Fault;
use serde_json::{Map, Value};
use std::cell::RefCell;
use std::fmt::Display;
use std::ops::RangeInclusive;

/// What was found wrong so far.
#[derive(Debug, Default)]
pub(super) struct Faults(RefCell<Vec<Fault>>);

/// A value at its place in the body.
pub(super) struct Node<'a> {
    value: &'a Value,
    place: String,
    faults: &'a Faults,
}

/// An object at its place in the body.
pub(super) struct Members<'a> {
    named: &'a Map<String, Value>,
    place: String,
    faults: &'a Faults,
}

impl Faults {
    /// The whole body. U+0000 is taken nowhere, neither in a text nor in a name.
    pub(super) fn look_at<'a>(&'a self, body: &'a Value) -> Node<'a> {
        self.find_nul(body, "");
        Node { value: body, place: String::new(), faults: self }
    }

    /// Something is wrong here.
    pub(super) fn add(&self, pointer: impl Into<String>, detail: impl Into<String>) {
        self.0.borrow_mut().push(Fault::at(pointer, detail));
    }

    /// Everything that is wrong: in the order of the places, the first word about each place.
    pub(super) fn into_list(self) -> Vec<Fault> {
        one_per_place(self.0.into_inner())
    }

    fn find_nul(&self, value: &Value, place: &str) {
        let nul = "U+0000 is not taken";
        match value {
            Value::String(text) if text.contains('\0') => self.add(place, nul),
            Value::Array(items) => {
                for (number, item) in items.iter().enumerate() {
                    self.find_nul(item, &format!("{place}/{number}"));
                }
            }
            Value::Object(members) => {
                for (name, member) in members {
                    let place = below(place, name);
                    if name.contains('\0') {
                        self.add(&place, nul);
                    }
                    self.find_nul(member, &place);
                }
            }
            _ => {}
        }
    }
}

/// Keeps the first word about each place, in the order of the places.
pub(super) fn one_per_place(mut faults: Vec<Fault>) -> Vec<Fault> {
    faults.sort_by(|one, other| one.pointer.cmp(&other.pointer));
    faults.dedup_by(|one, other| one.pointer == other.pointer);
    faults
}

/// Nothing can be seen of it.
fn is_blank(one: char) -> bool {
    one.is_whitespace()
        || one.is_control()
        || matches!(one, '\u{ad}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{2800}' | '\u{3164}' | '\u{feff}')
}

fn below(place: &str, name: &str) -> String {
    format!("{place}/{}", name.replace('~', "~0").replace('/', "~1"))
}

impl<'a> Node<'a> {
    /// An object with no other members than these.
    pub(super) fn object(&self, names: &[&str]) -> Option<Members<'a>> {
        let Some(members) = self.value.as_object() else {
            return self.wrong("must be an object");
        };
        for name in members.keys().filter(|name| !names.contains(&name.as_str())) {
            self.faults.add(below(&self.place, name), "is not known here");
        }
        Some(Members { named: members, place: self.place.clone(), faults: self.faults })
    }

    /// A list of so many.
    pub(super) fn list(&self, many: RangeInclusive<usize>) -> Option<Vec<Node<'a>>> {
        let Some(items) = self.value.as_array() else {
            return self.wrong("must be a list");
        };
        if !many.contains(&items.len()) {
            let (least, most) = (many.start(), many.end());
            self.faults.add(&self.place, format!("must have {least} to {most} entries"));
        }
        let place = |number| format!("{}/{number}", self.place);
        let node = |(number, value)| Node { value, place: place(number), faults: self.faults };
        Some(items.iter().enumerate().map(node).collect())
    }

    /// A text.
    pub(super) fn text(&self) -> Option<&'a str> {
        self.value.as_str().or_else(|| self.wrong("must be a text"))
    }

    /// A text of so many characters, of which something can be seen.
    pub(super) fn text_of(&self, many: RangeInclusive<usize>) -> Option<String> {
        let text = self.text()?;
        if !text.is_empty() && text.chars().all(is_blank) {
            return self.wrong("must not be blank");
        }
        if many.contains(&text.chars().count()) {
            return Some(text.to_owned());
        }
        self.wrong(format!("must have {} to {} characters", many.start(), many.end()))
    }

    /// A text that reads as something.
    pub(super) fn read<T, E: Display>(&self, read: impl FnOnce(&str) -> Result<T, E>) -> Option<T> {
        match read(self.text()?) {
            Ok(value) => Some(value),
            Err(why) => self.wrong(why.to_string()),
        }
    }

    /// One of these names.
    pub(super) fn one_of<T: Copy>(&self, known: &[(&str, T)]) -> Option<T> {
        let text = self.text()?;
        let found = known.iter().find(|(name, _)| *name == text).map(|(_, value)| *value);
        found.or_else(|| {
            let names: Vec<&str> = known.iter().map(|(name, _)| *name).collect();
            self.wrong(format!("must be one of {}", names.join(", ")))
        })
    }

    /// A whole number; what does not fit is a number that no version ever has.
    pub(super) fn version(&self) -> Option<u32> {
        let whole = self.value.as_f64().filter(|number| number.fract() == 0.0);
        if whole.is_none() {
            return self.wrong("must be a whole number");
        }
        let exact = self.value.as_u64().or_else(|| {
            // Such as 1.0, which is a whole number too.
            whole.and_then(|whole| format!("{whole:.0}").parse().ok())
        });
        Some(exact.and_then(|exact| u32::try_from(exact).ok()).unwrap_or(u32::MAX))
    }

    /// Says what is wrong here.
    pub(super) fn wrong<T>(&self, detail: impl Into<String>) -> Option<T> {
        self.faults.add(&self.place, detail);
        None
    }
}

impl<'a> Members<'a> {
    /// A member that must be there.
    pub(super) fn required(&self, name: &str) -> Option<Node<'a>> {
        let member = self.optional(name);
        if member.is_none() {
            self.faults.add(below(&self.place, name), "is missing");
        }
        member
    }

    /// A member that may be missing.
    pub(super) fn optional(&self, name: &str) -> Option<Node<'a>> {
        let value = self.named.get(name)?;
        Some(Node { value, place: below(&self.place, name), faults: self.faults })
    }

    /// A member that may be missing or null.
    pub(super) fn nullable(&self, name: &str) -> Option<Node<'a>> {
        self.optional(name).filter(|member| !member.value.is_null())
    }

    /// Says what is wrong with a member.
    pub(super) fn wrong(&self, name: &str, detail: &str) {
        self.faults.add(below(&self.place, name), detail);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn every_fault_is_found_at_once_and_at_its_place() {
        let body = json!({"a": 1, "b/c~": "x", "list": ["no", 3, "yes"], "deep": {"n": "\u{0}"}, "long": "ééé"});
        let faults = Faults::default();
        let root = faults.look_at(&body).object(&["a", "list", "deep", "long", "gone"]).unwrap();
        assert_eq!(root.required("a").unwrap().text(), None);
        assert!(root.required("gone").is_none());
        assert_eq!(root.required("long").unwrap().text_of(3..=3).as_deref(), Some("ééé"));
        for item in root.required("list").unwrap().list(0..=2).unwrap() {
            item.one_of(&[("yes", true)]);
        }
        let found: Vec<String> =
            faults.into_list().into_iter().map(|fault| fault.pointer).collect();
        assert_eq!(found, ["/a", "/b~1c~0", "/deep/n", "/gone", "/list", "/list/0", "/list/1"]);
    }

    #[test]
    fn a_text_is_not_blank() {
        for blank in [" ", "\t\n \u{a0}", "\u{200b}\u{feff}", "\u{3000}\u{2800}"] {
            let (faults, body) = (Faults::default(), json!(blank));
            assert_eq!(faults.look_at(&body).text_of(1..=9), None, "{blank:?}");
            assert_eq!(faults.into_list().len(), 1);
        }
        let (faults, body) = (Faults::default(), json!(" a "));
        assert_eq!(faults.look_at(&body).text_of(1..=9).as_deref(), Some(" a "));
    }

    #[test]
    fn a_version_is_a_whole_number_however_it_is_written() {
        for (value, version) in [
            (json!(2), Some(2)),
            (json!(2.0), Some(2)),
            (json!(-1), Some(u32::MAX)),
            (json!(5_000_000_000_u64), Some(u32::MAX)),
            (json!(1.5), None),
            (json!("1"), None),
            (json!(null), None),
        ] {
            let faults = Faults::default();
            assert_eq!(faults.look_at(&value).version(), version, "{value}");
        }
    }
}
