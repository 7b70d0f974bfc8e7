//! A document as plain text: UTF-8, 72 columns, no drawn lines or boxes, so that it reads the same aloud, in a mail and
//! in thirty years. A word that is longer than a line stands on a line of its own, whole.

use crate::letters::plain;
use crate::view::{Document, Fact, Piece, Value};

/// As wide as a line gets.
const COLUMNS: usize = 72;

/// The whole text. Lines end with LF.
#[must_use]
pub fn text(document: &Document) -> String {
    let mut page = Page(String::new());
    page.words(&document.brand);
    page.heading(&document.heading);
    document.lead.iter().for_each(|sentence| page.words(sentence));
    for part in &document.parts {
        page.heading(&part.heading);
        part.pieces.iter().for_each(|piece| page.piece(piece));
    }
    page.0.push('\n');
    document.end.iter().for_each(|sentence| page.words(sentence));
    page.words(&document.foot);
    page.0.truncate(page.0.trim_end().len());
    page.0.push('\n');
    page.0
}

struct Page(String);

impl Page {
    /// One empty line, and never two, before what comes next.
    fn gap(&mut self) {
        if !self.0.is_empty() && !self.0.ends_with("\n\n") {
            self.0.push('\n');
        }
    }

    /// A heading has two empty lines before it.
    fn heading(&mut self, heading: &str) {
        self.gap();
        self.0.push('\n');
        self.lines("", "", heading);
        self.gap();
    }

    fn words(&mut self, words: &str) {
        self.lines("", "", words);
        self.gap();
    }

    fn items(&mut self, items: &[String]) {
        for item in items {
            self.lines("- ", "  ", item);
        }
        self.gap();
    }

    fn piece(&mut self, piece: &Piece) {
        match piece {
            Piece::Words(words) => self.words(words),
            Piece::Bullets(items) => self.items(items),
            Piece::Facts(facts) => {
                for fact in facts {
                    self.fact(fact);
                }
                self.gap();
            }
            Piece::Rows(rows) => {
                for (place, row) in rows.iter().enumerate() {
                    self.lines(&format!("{}. ", place + 1), "   ", row);
                }
                self.gap();
            }
            Piece::Command(lines) => {
                for line in lines {
                    self.whole("    ", &plain(line));
                }
                self.gap();
            }
            Piece::Scan { square, words, .. } => {
                for sentence in words {
                    self.words(sentence);
                }
                self.whole("", square.holds());
                self.gap();
            }
        }
    }

    fn fact(&mut self, fact: &Fact) {
        match &fact.value {
            Value::Words(words) => self.lines("", "  ", &format!("{}: {words}", fact.name)),
            Value::Digits(digits) => {
                self.lines("", "  ", &format!("{}:", fact.name));
                self.whole("  ", &plain(digits));
            }
        }
    }

    /// A line that is never broken: something to copy.
    fn whole(&mut self, before: &str, line: &str) {
        self.0.push_str(before);
        self.0.push_str(line);
        self.0.push('\n');
    }

    fn lines(&mut self, first: &str, other: &str, words: &str) {
        let words = plain(words).replace('\u{a0}', " ");
        let mut line = first.to_owned();
        let mut empty = true;
        for word in words.split(' ').filter(|word| !word.is_empty()) {
            if !empty && line.chars().count() + 1 + word.chars().count() > COLUMNS {
                self.whole("", &line);
                other.clone_into(&mut line);
                empty = true;
            }
            if !empty {
                line.push(' ');
            }
            line.push_str(word);
            empty = false;
        }
        if !empty {
            self.whole("", &line);
        }
    }
}
