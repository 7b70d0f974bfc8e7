//! Postcodes of the United Kingdom and British Forces Post Office numbers.
//! The form is checked, not the address: a right postcode must never be taken as a place that
//! exists.

use super::{is_separator, private_text};

/// A postcode in upper case with one space before its last three characters (`SW1A 1AA`), or `BFPO`
/// and a number.
#[derive(Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Postcode(String);

/// Why a text is not a postcode. The words say what to do and never repeat what was typed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum PostcodeFault {
    /// Nothing but spaces and punctuation.
    #[error("Enter a postcode, or leave it out if there is no fixed address")]
    Empty,
    /// No postcode has this form.
    #[error("Enter a full UK postcode, like AA3 1AB")]
    Shape,
}

impl PostcodeFault {
    /// Stable name, for message keys.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Empty => "postcode-empty",
            Self::Shape => "postcode-shape",
        }
    }
}

private_text!(Postcode, PostcodeFault);

/// What may stand in one place of the first half.
#[derive(Clone, Copy)]
enum Place {
    Digit,
    /// First letter: no area begins with Q, V or X.
    First,
    /// Second letter: never I, J or Z.
    Second,
    /// The letter of `A9A`: never I, L, O, Q or Z. M, N, R, V, X and Y are W1's of before 2000,
    /// which records still hold.
    Third,
    /// The letter of `AA9A`.
    Fourth,
}

/// The forms of the first half (Royal Mail, "Programmers' Guide to the Postcode Address File"); the
/// first that fits is it.
const FIRST_HALVES: [&[Place]; 6] = {
    use Place::{Digit, First, Fourth, Second, Third};
    [
        &[First, Digit],
        &[First, Digit, Digit],
        &[First, Second, Digit],
        &[First, Second, Digit, Digit],
        &[First, Digit, Third],
        &[First, Second, Digit, Fourth],
    ]
};

impl Postcode {
    /// Reads what somebody typed, in any case; spaces, hyphens and full stops are ignored, and the
    /// letter O and the digit 0 count as each other where only one of them can stand.
    pub fn parse(typed: &str) -> Result<Self, PostcodeFault> {
        let code: Vec<char> =
            typed.chars().filter(|c| !is_separator(*c)).map(|c| c.to_ascii_uppercase()).collect();
        if code.is_empty() {
            return Err(PostcodeFault::Empty);
        }
        forces(&code)
            .or_else(|| {
                let (first, last) = code.split_last_chunk::<3>()?;
                Some(Self(format!("{} {}", first_half(first)?, second_half(*last)?)))
            })
            .ok_or(PostcodeFault::Shape)
    }

    /// The normalised form: upper case, one space.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// `BFPO` and a number of one to four digits.
fn forces(code: &[char]) -> Option<Postcode> {
    let number = code.strip_prefix(&['B', 'F', 'P', 'O'])?;
    let right = (1..=4).contains(&number.len()) && number.iter().all(char::is_ascii_digit);
    right.then(|| Postcode(format!("BFPO {}", number.iter().collect::<String>())))
}

fn first_half(typed: &[char]) -> Option<String> {
    if matches!(typed, ['G', 'I', 'R']) {
        return Some("GIR".to_owned());
    }
    let fits = |repair: fn(Place, char) -> char| {
        FIRST_HALVES.iter().filter(|form| form.len() == typed.len()).find_map(|form| {
            form.iter()
                .zip(typed)
                .map(|(place, c)| Some(repair(*place, *c)).filter(|c| may_stand(*place, *c)))
                .collect()
        })
    };
    // As typed, if that can be; only then with O and 0 exchanged.
    fits(|_, c| c).or_else(|| {
        fits(|place, c| if matches!(place, Place::Digit) { as_digit(c) } else { as_letter(c) })
    })
}

fn second_half([digit, one, two]: [char; 3]) -> Option<String> {
    let (digit, one, two) = (as_digit(digit), as_letter(one), as_letter(two));
    let right = digit.is_ascii_digit() && one.is_ascii_uppercase() && two.is_ascii_uppercase();
    right.then(|| String::from_iter([digit, one, two]))
}

fn may_stand(place: Place, c: char) -> bool {
    match place {
        Place::Digit => c.is_ascii_digit(),
        Place::First => c.is_ascii_uppercase() && !matches!(c, 'Q' | 'V' | 'X'),
        Place::Second => c.is_ascii_uppercase() && !matches!(c, 'I' | 'J' | 'Z'),
        Place::Third => c.is_ascii_uppercase() && !matches!(c, 'I' | 'L' | 'O' | 'Q' | 'Z'),
        Place::Fourth => {
            matches!(c, 'A' | 'B' | 'E' | 'H' | 'M' | 'N' | 'P' | 'R' | 'V' | 'W' | 'X' | 'Y')
        }
    }
}

const fn as_digit(c: char) -> char {
    if c == 'O' { '0' } else { c }
}

const fn as_letter(c: char) -> char {
    if c == '0' { 'O' } else { c }
}
