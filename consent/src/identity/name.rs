//! Names as people write them, and the key under which two spellings of one name meet.
//! A name must never be "corrected", and must never reach a log.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::{canonical_combining_class, is_combining_mark};

use super::{is_full_stop, is_hyphen, private_text};

/// The longest name, in Unicode characters after composing (NFC).
pub const LONGEST: usize = 100;

/// One to [`LONGEST`] characters, trimmed and composed (NFC): letters of any script with their
/// marks, apostrophes, hyphens, spaces and full stops, and at least one letter. One name only is a
/// name.
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct Name(String);

/// Why a text is not a name. The words say what to do and never repeat what was typed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum NameFault {
    /// Nothing but spaces.
    #[error("Enter a name")]
    Empty,
    /// More than [`LONGEST`] characters.
    #[error("Enter a name of 100 characters or fewer")]
    TooLong,
    /// A digit or another numeral.
    #[error("Enter the name without numbers")]
    Number,
    /// A line break, or a character that cannot be seen.
    #[error("Type the name again: it has a character in it that cannot be seen")]
    Hidden,
    /// A sign that no name has, such as `<` or `@`.
    #[error("Enter the name using letters, hyphens, apostrophes, spaces and full stops only")]
    Sign,
    /// No letter in it, or a mark with no letter to stand on.
    #[error("Enter a name with at least one letter")]
    NoLetter,
}

impl NameFault {
    /// Stable name, for message keys.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Empty => "name-empty",
            Self::TooLong => "name-too-long",
            Self::Number => "name-number",
            Self::Hidden => "name-hidden",
            Self::Sign => "name-sign",
            Self::NoLetter => "name-no-letter",
        }
    }
}

private_text!(Name, NameFault);

impl Name {
    /// Reads what somebody typed; nothing is changed but spaces at the ends and the way of
    /// composing letters.
    pub fn parse(typed: &str) -> Result<Self, NameFault> {
        let name: String = typed.trim().nfc().collect();
        if name.is_empty() {
            return Err(NameFault::Empty);
        }
        if name.chars().count() > LONGEST {
            return Err(NameFault::TooLong);
        }
        let mut before = None;
        for (place, c) in name.char_indices() {
            let after = name.get(place + c.len_utf8()..).and_then(|rest| rest.chars().next());
            if is_combining_mark(c) {
                if !before.is_some_and(carries_marks) {
                    return Err(NameFault::NoLetter);
                }
            } else if is_joiner(c) {
                // Persian, Sinhala and others are misspelt without them; between Latin letters they
                // could only hide.
                let beyond_latin =
                    |c: char| c >= '\u{0600}' && (is_letter(c) || is_combining_mark(c));
                if !(before.is_some_and(beyond_latin) && after.is_some_and(beyond_latin)) {
                    return Err(NameFault::Hidden);
                }
            } else if !(is_letter(c)
                || is_space(c)
                || is_hyphen(c)
                || is_apostrophe(c)
                || is_full_stop(c))
            {
                return Err(fault_of(c));
            }
            before = Some(c);
        }
        // Two names of nothing but punctuation would match each other.
        if matching_key(&name).is_empty() { Err(NameFault::NoLetter) } else { Ok(Self(name)) }
    }

    /// The name as it was written.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// [`matching_key`] of this name.
    pub fn matching_key(&self) -> String {
        matching_key(&self.0)
    }
}

/// What is left of a name when everything that people, keyboards and old computers leave out is
/// gone: decomposed (NFKD), without diacritics, apostrophes, hyphens, spaces, full stops, in lower
/// case, and letters that do not decompose as they are usually spelt without them (`ø` o, `ł` l,
/// `đ` and `ð` d, `ß` ss, `æ` ae, `œ` oe, `þ` th). Vowel signs and kana marks stay: they are no
/// diacritics. For comparing only; idempotent.
pub fn matching_key(name: &str) -> String {
    let mut key = String::with_capacity(name.len());
    for c in name.nfkd() {
        let silent = is_diacritic(c)
            || is_apostrophe(c)
            || is_hyphen(c)
            || is_full_stop(c)
            || is_joiner(c)
            || c.is_whitespace()
            || c == TATWEEL;
        if !silent {
            c.to_lowercase().filter(|c| !is_diacritic(*c)).for_each(|c| match spelt_out(c) {
                Some(letters) => key.push_str(letters),
                None => key.push(c),
            });
        }
    }
    key
}

/// The stroke that only stretches an Arabic word.
const TATWEEL: char = '\u{0640}';

/// For lower-case letters without a decomposition. Every answer is plain ASCII or final already.
const fn spelt_out(c: char) -> Option<&'static str> {
    Some(match c {
        'ß' => "ss",
        'æ' => "ae",
        'œ' => "oe",
        'þ' => "th",
        'ø' | 'ɔ' => "o",
        'ł' | 'ƚ' => "l",
        'đ' | 'ð' | 'ɖ' | 'ɗ' => "d",
        'ħ' => "h",
        'ı' | 'ɨ' => "i",
        'ŋ' => "n",
        'ŧ' => "t",
        'ĸ' | 'ƙ' => "k",
        'ə' | 'ɛ' => "e",
        'ɓ' => "b",
        'ƒ' => "f",
        'ƴ' => "y",
        'ƶ' => "z",
        'ʉ' => "u",
        'ς' => "σ",
        _ => return None,
    })
}

/// A letter of any script; `is_alphabetic` also holds for numerals, marks and letters in circles
/// and squares, which are none.
fn is_letter(c: char) -> bool {
    let enclosed = matches!(c, '\u{24B6}'..='\u{24E9}' | '\u{1F130}'..='\u{1F189}');
    c.is_alphabetic() && !c.is_numeric() && !enclosed && !is_combining_mark(c)
}

/// After a letter, another mark or a joiner of two letters, a mark has something to stand on.
fn carries_marks(c: char) -> bool {
    is_letter(c) || is_combining_mark(c) || is_joiner(c)
}

/// A mark that changes how a letter sounds, and that people leave out. Not viramas, nuktas, kana
/// marks and vowel signs: names differ by them.
fn is_diacritic(c: char) -> bool {
    is_combining_mark(c)
        && (matches!(canonical_combining_class(c), 1 | 10..=36 | 200..=240)
            || matches!(c, '\u{0300}'..='\u{036F}' | '\u{0483}'..='\u{0489}')
            || matches!(c, '\u{20D0}'..='\u{20FF}' | '\u{FE00}'..='\u{FE0F}'))
}

/// Apostrophes, and what is typed for one: quotation marks, accents standing alone, primes, the
/// letters of `Hawaiʻi`, geresh.
fn is_apostrophe(c: char) -> bool {
    let quotation = matches!(c, '\'' | '`' | '\u{00B4}' | '\u{2018}'..='\u{201B}' | '\u{FF07}');
    let prime =
        matches!(c, '\u{2032}' | '\u{2035}' | '\u{055A}' | '\u{05F3}' | '\u{07F4}' | '\u{07F5}');
    let letter = matches!(c, '\u{02B9}'..='\u{02BD}' | '\u{02C8}' | '\u{02CA}' | '\u{02CB}');
    quotation || prime || letter || matches!(c, '\u{A78B}' | '\u{A78C}')
}

fn is_space(c: char) -> bool {
    c.is_whitespace() && !c.is_control() && !matches!(c, '\u{2028}' | '\u{2029}')
}

/// Zero-width non-joiner and joiner.
fn is_joiner(c: char) -> bool {
    matches!(c, '\u{200C}' | '\u{200D}')
}

/// The fault that names what a character is, when no name may hold it.
fn fault_of(c: char) -> NameFault {
    let unseen = c.is_control()
        || matches!(c, '\u{061C}' | '\u{180E}' | '\u{200B}'..='\u{200F}' | '\u{2028}'..='\u{202E}')
        || matches!(c, '\u{2060}'..='\u{206F}' | '\u{FEFF}' | '\u{FFF0}'..='\u{FFFB}')
        || matches!(c, '\u{E0000}'..='\u{E0FFF}');
    if unseen {
        NameFault::Hidden
    } else if c.is_numeric() {
        NameFault::Number
    } else {
        NameFault::Sign
    }
}
