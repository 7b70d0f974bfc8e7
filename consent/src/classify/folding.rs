//! Text in the form in which the lists have it. What folding drops is never a letter or a digit.

use unicode_normalization::UnicodeNormalization;

/// Before a word that is written in capitals, in folded text and in phrases that mean only such a word.
pub(super) const CAPITALS: u8 = b'^';

/// Appends a text as the lists have it: lower case, without accents and apostrophes, everything that is neither letter
/// nor digit a single space, a line break at the end and between sentences. A word of two letters or more that was all
/// capitals is marked.
pub(super) fn fold(text: &str, into: &mut String) {
    let begins = into.len();
    let mut folding =
        Folding { into, begins, letters: 0, has_small: false, apostrophe: None, stop: Stop::None };
    if text.is_ascii() {
        text.chars().for_each(|c| folding.put(c));
    } else {
        text.nfkd().for_each(|c| folding.put(c));
    }
    folding.end();
}

/// Words that Welsh leans on the one before: mae'n, o'r, a'i, i'w.
const SHORT_WORDS: &[&str] = &["n", "r", "i", "u", "m", "w", "th"];

/// A text on its way into folded form.
struct Folding<'a> {
    into: &'a mut String,
    /// The word that is being folded: where it begins, its letters, whether one of them is small.
    begins: usize,
    letters: usize,
    has_small: bool,
    /// Where an apostrophe stood in it.
    apostrophe: Option<usize>,
    stop: Stop,
}

/// How far the end of a sentence has been seen.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Stop {
    None,
    Mark,
    Space,
}

impl Folding<'_> {
    /// The longest word that is taken for an abbreviation.
    const LONGEST: usize = 8;
    /// A full stop after a shorter word shortens it.
    const SHORTEST: usize = 4;

    fn put(&mut self, c: char) {
        if c.is_alphanumeric() {
            if self.stop == Stop::Space && c.is_uppercase() {
                self.into.pop();
                self.into.push('\n');
            }
            self.stop = Stop::None;
            self.letters += usize::from(c.is_alphabetic());
            self.has_small |= c.is_lowercase();
            if c.is_ascii() {
                self.into.push(c.to_ascii_lowercase());
            } else {
                self.into.extend(c.to_lowercase());
            }
        } else if is_silent(c) {
            if is_apostrophe(c) {
                self.apostrophe = Some(self.into.len());
            }
        } else {
            let length = self.into.len() - self.begins;
            self.word();
            self.stop = match c {
                '.' | '!' | '?' if length >= Self::SHORTEST => Stop::Mark,
                c if c.is_whitespace() && self.stop != Stop::None => Stop::Space,
                _ => Stop::None,
            };
        }
    }

    fn word(&mut self) {
        let length = self.into.len() - self.begins;
        if length > 0 {
            let shortened = self.apostrophe.filter(|at| *at > self.begins);
            if let Some(at) = shortened
                && self.into.get(at..).is_some_and(|rest| SHORT_WORDS.contains(&rest))
            {
                self.into.insert(at, ' ');
            }
            if self.letters >= 2 && !self.has_small && length <= Self::LONGEST {
                self.into.insert(self.begins, char::from(CAPITALS));
            }
            self.into.push(' ');
        }
        (self.begins, self.letters, self.has_small) = (self.into.len(), 0, false);
        self.apostrophe = None;
    }

    fn end(&mut self) {
        self.word();
        if self.into.ends_with(' ') {
            self.into.pop();
        }
        self.into.push('\n');
    }
}

const fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '\u{2019}' | '\u{2018}' | '\u{02BC}')
}

/// Marks that do not part a word: apostrophes, accents, soft hyphens, zero-width characters.
const fn is_silent(c: char) -> bool {
    is_apostrophe(c)
        || matches!(c, '\u{00AD}' | '\u{200B}'..='\u{200D}' | '\u{2060}' | '\u{FEFF}' | '\u{0300}'..='\u{036F}')
}
