//! Every element of an entry as rows of a label and a text. No scalar may be left out: that is promise 4.

use super::Words;
use base64::{Engine as _, engine::general_purpose};
use serde_json::{Map, Value};

pub(super) type Row = (String, String);

impl Words<'_> {
    /// The rows of all members, but for those that were said already.
    pub(super) fn rows(
        &self,
        members: &Map<String, Value>,
        but: &[&str],
        within: &str,
        rows: &mut Vec<Row>,
    ) {
        for (name, value) in members.iter().filter(|(name, _)| !but.contains(&name.as_str())) {
            if name == "data"
                && let Some(data) = value.as_str()
            {
                rows.push((self.label(within, name), self.document(members, data)));
                continue;
            }
            self.row(name, value, &self.label(within, name), rows);
        }
    }

    fn row(&self, element: &str, value: &Value, label: &str, rows: &mut Vec<Row>) {
        if let Some(text) = self.composed(element, value) {
            rows.push((label.to_owned(), text));
            return;
        }
        match value {
            Value::Array(members) => {
                for (place, member) in members.iter().enumerate() {
                    let label = if members.len() == 1 {
                        label.to_owned()
                    } else {
                        format!("{label} {}", place + 1)
                    };
                    self.row(element, member, &label, rows);
                }
            }
            Value::Object(members) if is_question(element, members) => {
                self.question(members, label, rows);
            }
            Value::Object(members) if element == "extension" => {
                self.extension(members, label, rows);
            }
            Value::Object(members) => self.rows(members, &[], label, rows),
            _ => {}
        }
    }

    /// "Result part 2, value".
    fn label(&self, within: &str, name: &str) -> String {
        let words = self.lexicon.element(name);
        if within.is_empty() { capitalised(&words) } else { format!("{within}, {words}") }
    }

    /// A question is the label of its answer.
    fn question(&self, members: &Map<String, Value>, within: &str, rows: &mut Vec<Row>) {
        let text = |name| members.get(name).and_then(Value::as_str);
        let words = text("text").unwrap_or(&self.lexicon.question);
        let label = match text("linkId") {
            Some(number) => format!("{words} ({} {number})", self.lexicon.question),
            None => words.to_owned(),
        };
        let answers =
            members.get("answer").and_then(Value::as_array).map(Vec::as_slice).unwrap_or_default();
        if answers.is_empty() {
            rows.push((within.to_owned(), label.clone()));
        }
        for answer in answers {
            let Some(answer) = answer.as_object() else { continue };
            for (name, value) in answer {
                // What else hangs on the answer has its own labels.
                let label = if name == "item" { self.label(&label, name) } else { label.clone() };
                self.row(name, value, &label, rows);
            }
        }
        self.rows(members, &["text", "linkId", "answer"], &label, rows);
    }

    /// An extension that has a name here is labelled with it; another is shown with its address.
    fn extension(&self, members: &Map<String, Value>, within: &str, rows: &mut Vec<Row>) {
        match members.get("url").and_then(Value::as_str).filter(|name| self.lexicon.knows(name)) {
            Some(name) => {
                let label = self.label("", name);
                for (element, value) in members.iter().filter(|(element, _)| *element != "url") {
                    self.row(element, value, &label, rows);
                }
            }
            None => self.rows(members, &[], within, rows),
        }
    }

    /// The text of a document; of one that has none, how large it is (its kind stands beside it).
    fn document(&self, beside: &Map<String, Value>, data: &str) -> String {
        let packed: Vec<u8> = data.bytes().filter(|b| !b.is_ascii_whitespace()).collect();
        let Ok(bytes) = general_purpose::STANDARD.decode(&packed) else { return data.to_owned() };
        let kind = beside.get("contentType").and_then(Value::as_str).unwrap_or_default();
        let size = bytes.len().to_string();
        match String::from_utf8(bytes) {
            Ok(text) if kind.starts_with("text/") => text,
            _ => self.lexicon.file.with(&size, ""),
        }
    }
}

fn is_question(element: &str, members: &Map<String, Value>) -> bool {
    element == "item"
        && (members.contains_key("linkId") || members.contains_key("answer"))
        && ["text", "linkId"].iter().all(|name| members.get(*name).is_none_or(Value::is_string))
        && members.get("answer").is_none_or(|answers| {
            answers.as_array().is_some_and(|list| list.iter().all(Value::is_object))
        })
}

fn capitalised(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}
