//! National Insurance numbers.
//! A number that exists here has a prefix that may be given out; it must never be taken as proof
//! that somebody has it.

use super::{is_separator, private_text};

/// Two letters, six digits and a letter from A to D, upper case (HMRC, National Insurance Manual,
/// NIM39110).
#[derive(Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Nino(String);

/// Why a text is not a National Insurance number. The words say what to do and never repeat what
/// was typed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum NinoFault {
    /// Nothing but spaces and punctuation.
    #[error("Enter a National Insurance number")]
    Empty,
    /// Not two letters, six digits and a letter.
    #[error("Enter 2 letters, 6 numbers, then 1 letter, like QQ 12 34 56 C")]
    Shape,
    /// A prefix that is never given out.
    #[error(
        "Check the first 2 letters of the National Insurance number: no number starts with these"
    )]
    Prefix,
    /// The last letter is none of A, B, C and D.
    #[error("Check the last letter of the National Insurance number: it must be A, B, C or D")]
    Suffix,
}

impl NinoFault {
    /// Stable name, for message keys.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Empty => "nino-empty",
            Self::Shape => "nino-shape",
            Self::Prefix => "nino-prefix",
            Self::Suffix => "nino-suffix",
        }
    }
}

private_text!(Nino, NinoFault);

impl Nino {
    /// Reads what somebody typed, in any case; spaces (also no-break), hyphens, dashes and full
    /// stops are ignored.
    pub fn parse(typed: &str) -> Result<Self, NinoFault> {
        let number: String =
            typed.chars().filter(|c| !is_separator(*c)).map(|c| c.to_ascii_uppercase()).collect();
        if number.is_empty() {
            return Err(NinoFault::Empty);
        }
        let &[first, second, ref digits @ .., suffix] = number.as_bytes() else {
            return Err(NinoFault::Shape);
        };
        let letters = [first, second, suffix].iter().all(u8::is_ascii_uppercase);
        if !letters || digits.len() != 6 || !digits.iter().all(u8::is_ascii_digit) {
            return Err(NinoFault::Shape);
        }
        if never_given_out(first, second) {
            return Err(NinoFault::Prefix);
        }
        if !(b'A'..=b'D').contains(&suffix) {
            return Err(NinoFault::Suffix);
        }
        Ok(Self(number))
    }

    /// The nine characters, upper case, without spaces.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// As it is shown to people: `QQ 12 34 56 C`.
    pub fn spaced(&self) -> String {
        let mut shown = self.0.clone();
        for place in [8, 6, 4, 2] {
            shown.insert(place, ' ');
        }
        shown
    }
}

const fn never_given_out(first: u8, second: u8) -> bool {
    matches!(first, b'D' | b'F' | b'I' | b'Q' | b'U' | b'V')
        || matches!(second, b'D' | b'F' | b'I' | b'O' | b'Q' | b'U' | b'V')
        || matches!(
            [first, second],
            [b'B', b'G'] | [b'G', b'B'] | [b'K' | b'T', b'N'] | [b'N', b'K' | b'T'] | [b'Z', b'Z']
        )
}
