//! The document as the template's values. Every text goes through the letters that the fonts have.

use super::Size;
use super::world::shown;
use crate::letters::{breakable, grouped, only, plain};
use crate::view::{Document, Fact, Part, Piece, Value as Said};
use typst::foundations::{Array, Bytes, Dict, IntoValue, Value};

/// A word of so many letters can be wider than a line of normal print.
const fn longest(size: Size) -> usize {
    match size {
        Size::Normal => 40,
        Size::Large => 24,
    }
}

/// The values.
pub fn of(document: &Document, size: Size) -> Dict {
    let words = Words { longest: longest(size) };
    let text = |text: &str| words.of(text);
    dict([
        ("large", (size == Size::Large).into_value()),
        ("lang", document.lang.code().into_value()),
        // A title is no line that could be too long.
        ("title", named(only(&plain(&document.title), shown)).into_value()),
        ("brand", text(&document.brand)),
        ("heading", words.heading(&document.heading)),
        ("lead", words.all(&document.lead)),
        ("parts", list(document.parts.iter().map(|part| words.part(part)))),
        ("end", words.all(&document.end)),
        ("foot", text(&document.foot)),
        ("page", list(document.page_of.iter().map(|word| text(word)))),
    ])
}

struct Words {
    longest: usize,
}

impl Words {
    fn of(&self, text: &str) -> Value {
        self.text(text).into_value()
    }

    fn text(&self, text: &str) -> String {
        breakable(&only(&plain(text), shown), self.longest)
    }

    fn heading(&self, text: &str) -> Value {
        named(self.text(text)).into_value()
    }

    fn all(&self, texts: &[String]) -> Value {
        list(texts.iter().map(|text| self.of(text)))
    }

    fn part(&self, part: &Part) -> Value {
        let pieces = list(part.pieces.iter().map(|piece| self.piece(piece)));
        dict([("heading", self.heading(&part.heading)), ("pieces", pieces)]).into_value()
    }

    fn piece(&self, piece: &Piece) -> Value {
        let (kind, value) = match piece {
            Piece::Words(words) => ("words", self.of(words)),
            Piece::Facts(facts) => ("facts", list(facts.iter().map(|fact| self.fact(fact)))),
            Piece::Bullets(items) => ("bullets", self.all(items)),
            Piece::Rows(rows) => ("rows", self.all(rows)),
            Piece::Command(lines) => ("command", self.all(lines)),
            Piece::Scan { square, alternative, words } => {
                let scan = dict([
                    ("picture", Bytes::from_string(square.svg()).into_value()),
                    ("alternative", named(only(&plain(alternative), shown)).into_value()),
                    ("words", self.all(words)),
                ]);
                ("scan", scan.into_value())
            }
        };
        dict([("kind", kind.into_value()), ("value", value)]).into_value()
    }

    fn fact(&self, fact: &Fact) -> Value {
        let (digits, value) = match &fact.value {
            Said::Words(words) => (false, self.of(words)),
            Said::Digits(digits) => (true, self.of(&grouped(digits))),
        };
        let name = self.of(&fact.name);
        dict([("name", name), ("value", value), ("digits", digits.into_value())]).into_value()
    }
}

/// A heading, a title and a picture have words: an empty one would be none.
fn named(text: String) -> String {
    if text.is_empty() { "–".to_owned() } else { text }
}

fn dict<const N: usize>(entries: [(&str, Value); N]) -> Dict {
    entries.into_iter().map(|(name, value)| (name.into(), value)).collect()
}

fn list(values: impl Iterator<Item = Value>) -> Value {
    values.collect::<Array>().into_value()
}
