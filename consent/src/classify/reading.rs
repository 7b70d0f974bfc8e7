//! What an entry itself holds for the rules: its codes, its words, what it refers to. Reads the entry's own content
//! only, so that what stands beside it in the file cannot change what is read. Judges nothing.

use super::attachment;
use super::folding::fold;
use super::language;
use super::parts::{CLINICAL, CLINICAL_EXTENSIONS, PEOPLE, PROSE, SILENT, main_elements};
use super::systems;
use crate::record::{Entry, Kind};
use serde_json::{Map, Value};

/// What was read in one entry.
#[derive(Default)]
pub(super) struct Reading<'a> {
    /// Every code with its system, wherever it stands.
    pub codes: Vec<(&'a str, &'a str)>,
    /// The codes of the element that says what the entry is.
    pub main: Vec<(Option<&'a str>, &'a str)>,
    /// All words, folded.
    pub text: String,
    /// The words of the element that says what the entry is, folded.
    pub title: String,
    /// References over clinical links.
    pub links: Vec<&'a str>,
    /// All references.
    pub references: Vec<&'a str>,
    /// An attachment whose text could not be read, and which does not stand elsewhere.
    pub unreadable: bool,
    /// Where attachments stand that are not in the entry itself.
    pub elsewhere: Vec<&'a str>,
    /// An extension that changes the meaning of what it stands in.
    pub modified: bool,
    /// A text in another language than the lists read.
    pub is_foreign: bool,
}

impl<'a> Reading<'a> {
    /// Reads an entry.
    pub(super) fn of(entry: &'a Entry) -> Self {
        let mut reading = Self::default();
        let kind = entry.kind.as_str();
        let Some(resource) = entry.resource.as_object() else { return reading };
        if matches!(kind, "Patient" | "RelatedPerson" | "Person") {
            reading.modified = resource.contains_key("modifierExtension");
            return reading;
        }
        reading.object(resource, kind);
        for name in main_elements(kind) {
            let element = resource.get(*name);
            reading.concept(element);
        }
        reading.further_titles(kind, resource);
        if kind == "Binary" {
            reading.attached(resource);
        }
        reading.modified |= resource.contains_key("implicitRules");
        reading
    }

    /// Gives back the room that was kept for more: a large record has many entries.
    pub(super) fn shrink(&mut self) {
        self.codes.shrink_to_fit();
        self.main.shrink_to_fit();
        self.title.shrink_to_fit();
        self.links.shrink_to_fit();
        self.references.shrink_to_fit();
    }

    /// The main concept: codes and words.
    fn concept(&mut self, element: Option<&'a Value>) {
        match element {
            Some(Value::Array(items)) => items.iter().for_each(|item| self.concept(Some(item))),
            Some(Value::String(text)) => fold(text, &mut self.title),
            Some(Value::Object(concept)) => {
                for coding in concept.get("coding").and_then(Value::as_array).into_iter().flatten()
                {
                    if let Some(code) = string(coding, "code") {
                        self.main.push((string(coding, "system"), code));
                    }
                    if let Some(display) = string(coding, "display") {
                        fold(display, &mut self.title);
                    }
                }
                if let Some(text) = concept.get("text").and_then(Value::as_str) {
                    fold(text, &mut self.title);
                }
            }
            _ => {}
        }
    }

    fn further_titles(&mut self, kind: &str, resource: &'a Map<String, Value>) {
        if let Some(display) =
            resource.get("medicationReference").and_then(|medicine| string(medicine, "display"))
        {
            fold(display, &mut self.title);
        }
        if kind == "DocumentReference" {
            let contents = resource.get("content").and_then(Value::as_array).into_iter().flatten();
            for title in contents.filter_map(|content| string(content.get("attachment")?, "title"))
            {
                fold(title, &mut self.title);
            }
        }
        let contained = resource.get("contained").and_then(Value::as_array).into_iter().flatten();
        for medicine in
            contained.filter(|inner| string(inner, "resourceType") == Some("Medication"))
        {
            self.concept(medicine.get("code"));
        }
    }

    fn value(&mut self, value: &'a Value, name: &str) {
        match value {
            Value::Array(items) => items.iter().for_each(|item| self.value(item, name)),
            Value::Object(object) => self.object(object, name),
            Value::String(text) if name == "div" => {
                fold(&attachment::without_tags(text), &mut self.text);
            }
            Value::String(text) => fold(text, &mut self.text),
            Value::Null | Value::Bool(_) | Value::Number(_) => {}
        }
    }

    fn object(&mut self, object: &'a Map<String, Value>, name: &str) {
        let said = |member: &str| object.get(member).and_then(Value::as_str);
        let mut is_silent_display = false;
        if let Some(reference) = said("reference") {
            self.references.push(reference);
            if CLINICAL.contains(&name) {
                self.links.push(reference);
            }
            is_silent_display = said("type").into_iter().chain([reference]).any(is_a_person);
        }
        if let (Some(system), Some(code)) = (said("system"), said("code")) {
            self.codes.push((system, code));
        }
        if let (Some(url), Some(target)) =
            (said("url"), object.get("valueReference").and_then(|to| string(to, "reference")))
            && CLINICAL_EXTENSIONS.iter().any(|known| url.ends_with(known))
        {
            self.links.push(target);
        }
        if matches!(name, "attachment" | "valueAttachment" | "presentedForm") {
            match (object.get("data"), said("url")) {
                (None, Some(url)) => self.elsewhere.push(url),
                _ => self.attached(object),
            }
        }
        for (member, value) in object {
            let member = member.strip_prefix('_').unwrap_or(member);
            let is_name = member == "name" && !value.is_string();
            let is_code = matches!(member, "code" | "valueCode") && value.is_string();
            // As objects, some of these say more: a reference within a reference, an Attachment under another name.
            let is_silent = SILENT.contains(&member) && !value.is_object();
            self.modified |= member == "modifierExtension";
            if is_name
                || is_code
                || is_named_away(member)
                || is_silent
                || (member == "display" && is_silent_display)
            {
                continue;
            }
            if let Value::String(text) = value {
                self.language(text, member, name, said("status"));
            }
            self.value(value, member);
        }
    }

    /// Sentences have to be in a language that the lists read; names of things are too short to tell.
    fn language(&mut self, text: &str, member: &str, of: &str, status: Option<&str>) {
        let is_prose = match member {
            "text" => of == "note",
            "div" => of == "text" && status != Some("generated"),
            _ => PROSE.contains(&member) && of != "extension",
        };
        self.is_foreign |= language::has_other_letters(text)
            || is_prose && language::is_foreign(&attachment::without_tags(text));
    }

    fn attached(&mut self, attachment: &Map<String, Value>) {
        let text = attachment::text(attachment);
        self.unreadable |= text.is_none();
        let text = text.unwrap_or_default();
        self.is_foreign |= language::is_foreign(&text);
        fold(&text, &mut self.text);
    }

    /// Whether the entry says what it is only in codes of systems that Sayso does not know (rule 5).
    pub(super) fn is_only_unknown_codes(&self, kind: Kind) -> bool {
        let known = |system: Option<&str>| system.is_some_and(systems::is_known);
        if kind.as_str() == "QuestionnaireResponse" {
            return !self.codes.is_empty()
                && !self.codes.iter().any(|(system, _)| systems::is_known(system));
        }
        !self.main.is_empty() && !self.main.iter().any(|(system, _)| known(*system))
    }
}

/// Members that are left out whatever they hold.
fn is_named_away(member: &str) -> bool {
    matches!(member, "identifier" | "meta" | "telecom" | "address" | "photo" | "securityLabel")
}

fn is_a_person(reference: &str) -> bool {
    PEOPLE.iter().any(|kind| reference == *kind || reference.split('/').any(|part| part == *kind))
}

fn string<'a>(object: &'a Value, member: &str) -> Option<&'a str> {
    object.get(member).and_then(Value::as_str)
}
