//! The copy of an entry as text: canonical JSON in which every reference is a gap, so that it can be ordered before
//! anything has a name, and named without being copied again.

use crate::canonical;
use crate::elements::{self, Scope};
use serde_json::{Map, Value};
use std::cell::RefCell;

/// What a reference in a source becomes.
pub(crate) enum Target {
    /// The entry with this number.
    Entry(usize),
    /// This text.
    Text(String),
}

/// A copy without its id, its subject and the names that it refers to.
#[derive(Clone, Debug)]
pub(crate) struct Copied {
    /// Canonical JSON; every reference to another entry is `"#"`.
    text: Vec<u8>,
    /// What is missing where, in the order of the text.
    gaps: Vec<(usize, Gap)>,
    /// The entries that it refers to, in the order of the allow-list.
    pub(crate) refers_to: Vec<usize>,
    /// Every entry that was asked for while it was made: without one of them it could look different.
    pub(crate) asked_for: Vec<usize>,
    /// Free text was met while it was made; that may have gone with the element that held it.
    met_free_text: bool,
    /// Of a Patient: it tells an address or a means of contact.
    pub(crate) tells_address: bool,
    /// Of a Patient: it tells a name, a birth date, a number or a practice.
    pub(crate) tells_identity: bool,
}

#[derive(Clone, Copy, Debug)]
enum Gap {
    /// Before another member.
    Id,
    /// Before another member, or behind the last.
    Subject { is_last: bool },
    /// In place of `#`: which of those asked for.
    Name(usize),
}

impl Copied {
    /// The copy that the allow-list makes. None where nothing of the entry may be sent.
    pub(crate) fn of(
        kind: &str,
        resource: &Value,
        scope: &Scope,
        resolve: &dyn Fn(&str) -> Option<Target>,
    ) -> Option<Self> {
        let asked_for = RefCell::new(Vec::new());
        let gap = |reference: &str| match resolve(reference)? {
            Target::Entry(target) => {
                let mut asked_for = asked_for.borrow_mut();
                asked_for.push(target);
                Some(format!("#{}", asked_for.len() - 1))
            }
            Target::Text(text) => Some(text),
        };
        let (value, met_free_text) = elements::copy_noting(kind, resource, scope, &gap)?;
        let has = |names: &[&str]| names.iter().any(|name| value.get(name).is_some());
        let mut copied = Self {
            text: Vec::new(),
            gaps: Vec::new(),
            refers_to: Vec::new(),
            asked_for: asked_for.into_inner(),
            met_free_text,
            tells_address: kind == "Patient" && has(&["address", "telecom"]),
            tells_identity: kind == "Patient"
                && has(&["name", "birthDate", "identifier", "generalPractitioner"]),
        };
        copied.write_whole(value.as_object()?, elements::subject_element(kind))?;
        copied.text.shrink_to_fit();
        copied.gaps.shrink_to_fit();
        let mut kept: Vec<usize> = copied.gaps.iter().filter_map(|(_, gap)| gap.number()).collect();
        kept.sort_unstable();
        copied.refers_to =
            kept.iter().filter_map(|number| copied.asked_for.get(*number).copied()).collect();
        Some(copied)
    }

    /// The text without names: the same for all entries that say the same.
    pub(crate) fn text(&self) -> &[u8] {
        &self.text
    }

    /// Whether it holds something that would have been cut if free text were not shared. Asked of few: it is copied twice.
    pub(crate) fn has_free_text(&self) -> bool {
        self.met_free_text
            && serde_json::from_slice(&self.text)
                .map_or(true, |copied| elements::has_free_text(&copied))
    }

    /// Appends the text with its id, its subject (a member and its value), and the names of what it refers to.
    pub(crate) fn write_named<'n>(
        &self,
        out: &mut Vec<u8>,
        id: Option<&str>,
        subject: &[u8],
        name_of: impl Fn(usize) -> &'n str,
    ) {
        let mut from = 0;
        for (at, gap) in &self.gaps {
            out.extend_from_slice(self.text.get(from..*at).unwrap_or_default());
            from = *at;
            match (gap, id) {
                (Gap::Id, Some(id)) => {
                    out.extend_from_slice(b"\"id\":\"");
                    out.extend_from_slice(id.as_bytes());
                    out.extend_from_slice(b"\",");
                }
                (Gap::Id, None) => {}
                (Gap::Subject { is_last: true }, _) => {
                    out.push(b',');
                    out.extend_from_slice(subject);
                }
                (Gap::Subject { is_last: false }, _) => {
                    out.extend_from_slice(subject);
                    out.push(b',');
                }
                (Gap::Name(number), _) => {
                    let target = self.asked_for.get(*number).copied();
                    out.extend_from_slice(target.map_or("", &name_of).as_bytes());
                    from += 1;
                }
            }
        }
        out.extend_from_slice(self.text.get(from..).unwrap_or_default());
    }

    /// The whole resource. Its `resourceType` stands behind where an id belongs, so that the id is never the last.
    fn write_whole(&mut self, members: &Map<String, Value>, subject: Option<&str>) -> Option<()> {
        self.text.push(b'{');
        let mut id = Some("id");
        let mut subject = subject;
        let mut is_first = true;
        canonical::each_in_order(members, |name, value| {
            if !is_first {
                self.text.push(b',');
            }
            is_first = false;
            let mut missing = Vec::new();
            missing.extend(id.take_if(|id| *id < name).map(|name| (name, Gap::Id)));
            let before = subject.take_if(|subject| *subject < name);
            missing.extend(before.map(|name| (name, Gap::Subject { is_last: false })));
            missing.sort_unstable_by_key(|(name, _)| *name);
            self.gaps.extend(missing.into_iter().map(|(_, gap)| (self.text.len(), gap)));
            self.write_member(name, value)
        })?;
        if subject.is_some() {
            self.gaps.push((self.text.len(), Gap::Subject { is_last: true }));
        }
        self.text.push(b'}');
        Some(())
    }

    fn write_member(&mut self, name: &str, value: &Value) -> Option<()> {
        canonical::write_text(name, &mut self.text)?;
        self.text.push(b':');
        // Only a Reference has such a member, and only numbers of ours have this form.
        let number = value.as_str().filter(|_| name == "reference");
        let number = number.and_then(|text| text.strip_prefix('#')?.parse().ok());
        match number {
            Some(number) => {
                self.gaps.push((self.text.len() + 1, Gap::Name(number)));
                self.text.extend_from_slice(b"\"#\"");
                Some(())
            }
            None => self.write(value),
        }
    }

    fn write(&mut self, value: &Value) -> Option<()> {
        match value {
            Value::Object(members) => {
                self.text.push(b'{');
                let mut is_first = true;
                canonical::each_in_order(members, |name, value| {
                    if !is_first {
                        self.text.push(b',');
                    }
                    is_first = false;
                    self.write_member(name, value)
                })?;
                self.text.push(b'}');
            }
            Value::Array(items) => {
                self.text.push(b'[');
                for (place, item) in items.iter().enumerate() {
                    if place > 0 {
                        self.text.push(b',');
                    }
                    self.write(item)?;
                }
                self.text.push(b']');
            }
            plain => canonical::write(plain, &mut self.text)?,
        }
        Some(())
    }
}

impl Gap {
    const fn number(self) -> Option<usize> {
        match self {
            Self::Name(number) => Some(number),
            Self::Id | Self::Subject { .. } => None,
        }
    }
}
