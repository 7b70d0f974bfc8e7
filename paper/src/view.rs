//! What is on the paper, in the order in which it is read. Every text comes whole, in the document's language.

use crate::square::Square;
use time::PrimitiveDateTime;

/// The language of a document.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lang {
    /// English.
    English,
    /// Welsh.
    Welsh,
}

impl Lang {
    /// Its code.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::English => "en",
            Self::Welsh => "cy",
        }
    }
}

/// A document.
#[derive(Clone, Debug)]
pub struct Document {
    /// Its language.
    pub lang: Lang,
    /// Its title, for the window and for a list of files.
    pub title: String,
    /// What it is called for good: the same document has the same.
    pub id: String,
    /// When it was made (UTC): no clock is asked.
    pub made: PrimitiveDateTime,
    /// Whose it is, above everything else.
    pub brand: String,
    /// The heading.
    pub heading: String,
    /// The sentences under the heading, in a frame: what matters most.
    pub lead: Vec<String>,
    /// Everything else.
    pub parts: Vec<Part>,
    /// The last sentences.
    pub end: Vec<String>,
    /// What stands at the foot of each page, before its number.
    pub foot: String,
    /// The words around a page's number: "Page" 1 "of" 2.
    pub page_of: [String; 2],
}

/// A heading and what stands under it.
#[derive(Clone, Debug)]
pub struct Part {
    /// The heading.
    pub heading: String,
    /// What stands under it.
    pub pieces: Vec<Piece>,
}

/// A piece of a part.
#[derive(Clone, Debug)]
pub enum Piece {
    /// A paragraph.
    Words(String),
    /// Names with their values.
    Facts(Vec<Fact>),
    /// A list without an order.
    Bullets(Vec<String>),
    /// A long number in numbered rows.
    Rows(Vec<String>),
    /// Lines to type, letter by letter.
    Command(Vec<String>),
    /// A square code.
    Scan {
        /// The code.
        square: Square,
        /// What it is, for those who do not see it.
        alternative: String,
        /// What stands beside it.
        words: Vec<String>,
    },
}

/// A name with its value.
#[derive(Clone, Debug)]
pub struct Fact {
    /// The name.
    pub name: String,
    /// The value.
    pub value: Value,
}

/// A value.
#[derive(Clone, Debug)]
pub enum Value {
    /// Words.
    Words(String),
    /// Hexadecimal digits: in groups of four on paper, in one piece where they can be copied.
    Digits(String),
}
