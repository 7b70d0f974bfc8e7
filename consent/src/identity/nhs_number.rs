//! NHS numbers, and the Scottish and Northern Irish numbers of the same form.
//! One that exists here has a right check digit; it must never prove that somebody has it.

use super::{is_separator, private_text};

/// Ten ASCII digits, the last a modulus 11 check digit (NHS Data Dictionary, "NHS NUMBER"); never
/// all zeros.
#[derive(Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct NhsNumber(String);

/// Why a text is not an NHS number. The words say what to do and never repeat what was typed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum NhsNumberFault {
    /// Nothing but spaces and punctuation.
    #[error("Enter an NHS number")]
    Empty,
    /// Something other than the digits 0 to 9, spaces, hyphens and full stops.
    #[error("Enter the NHS number using the digits 0 to 9 only")]
    NotDigits,
    /// Fewer or more than ten digits.
    #[error("Enter all 10 digits of the NHS number, like 999 123 4567")]
    WrongLength,
    /// The last digit does not follow from the others: a slip in typing.
    #[error("Check the NHS number: one of its digits is wrong, or two are swapped")]
    CheckDigit,
    /// All zeros: passes the check, and stands for nobody.
    #[error("Enter the person's own NHS number, or leave it out if you do not know it")]
    Placeholder,
}

impl NhsNumberFault {
    /// Stable name, for message keys.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Empty => "nhs-number-empty",
            Self::NotDigits => "nhs-number-not-digits",
            Self::WrongLength => "nhs-number-wrong-length",
            Self::CheckDigit => "nhs-number-check-digit",
            Self::Placeholder => "nhs-number-placeholder",
        }
    }
}

private_text!(NhsNumber, NhsNumberFault);

impl NhsNumber {
    /// Reads what somebody typed; spaces (also no-break), hyphens, dashes and full stops are
    /// ignored.
    pub fn parse(typed: &str) -> Result<Self, NhsNumberFault> {
        let digits: String = typed.chars().filter(|c| !is_separator(*c)).collect();
        if digits.is_empty() {
            return Err(NhsNumberFault::Empty);
        }
        if !digits.bytes().all(|b| b.is_ascii_digit()) {
            return Err(NhsNumberFault::NotDigits);
        }
        if digits.len() != 10 {
            return Err(NhsNumberFault::WrongLength);
        }
        if digits.bytes().all(|b| b == b'0') {
            return Err(NhsNumberFault::Placeholder);
        }
        // With the check digit weighted 1 the whole sum is a multiple of 11; a remainder that would
        // need "10" never is.
        let sum: u32 = digits
            .bytes()
            .zip((1..=10).rev())
            .map(|(b, weight)| u32::from(b - b'0') * weight)
            .sum();
        if !sum.is_multiple_of(11) {
            return Err(NhsNumberFault::CheckDigit);
        }
        Ok(Self(digits))
    }

    /// The ten digits.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// As it is shown to people: `999 123 4567`.
    pub fn spaced(&self) -> String {
        let mut shown = self.0.clone();
        shown.insert(6, ' ');
        shown.insert(3, ' ');
        shown
    }
}
