//! Text as it can be shown: one line, composed letters, nothing that cannot be seen or turns the reading direction.

#[cfg(feature = "pdf")]
use std::fmt::Write as _;
use unicode_normalization::UnicodeNormalization as _;

/// The text in one line: runs of white space become one space, what cannot be seen is gone.
pub fn plain(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    for letter in text.nfc().filter(|letter| !unseen(*letter)) {
        if !letter.is_whitespace() && !letter.is_control() {
            plain.push(letter);
        } else if letter == '\u{a0}' || letter == '\u{202f}' {
            plain.push('\u{a0}');
        } else if !plain.is_empty() && !plain.ends_with(' ') {
            plain.push(' ');
        }
    }
    plain.truncate(plain.trim_end_matches(' ').len());
    plain
}

/// Format characters: joiners, soft hyphens, marks that turn the reading direction, tags, variation selectors,
/// non-characters and private ones.
const fn unseen(letter: char) -> bool {
    matches!(letter,
        '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}'
        | '\u{180b}'..='\u{180f}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}' | '\u{3164}' | '\u{e000}'..='\u{f8ff}' | '\u{fdd0}'..='\u{fdef}'
        | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{ffa0}' | '\u{fff0}'..='\u{fffb}' | '\u{fffe}'
        | '\u{ffff}' | '\u{1d173}'..='\u{1d17a}' | '\u{e0000}'..='\u{10ffff}')
}

/// The text with every letter that `shown` says no to as its number: nothing is left out in silence.
#[cfg(feature = "pdf")]
pub fn only(text: &str, shown: impl Fn(char) -> bool) -> String {
    let mut only = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            _ if shown(letter) => only.push(letter),
            '\u{2010}' | '\u{2011}' => only.push('-'),
            // Writing to a string cannot fail.
            _ => drop(write!(only, "[U+{:04X}]", u32::from(letter))),
        }
    }
    only
}

/// The text with places to break in every word that is longer than a line could be.
#[cfg(feature = "pdf")]
pub fn breakable(text: &str, longest: usize) -> String {
    let mut breakable = String::with_capacity(text.len());
    let mut run = 0;
    for letter in text.chars() {
        run = if letter == ' ' { 0 } else { run + 1 };
        if run > longest {
            breakable.push('\u{200b}');
            run = 1;
        }
        breakable.push(letter);
    }
    breakable
}

/// Digits in groups of four.
#[cfg(feature = "pdf")]
pub fn grouped(digits: &str) -> String {
    let mut grouped = String::with_capacity(digits.len() * 5 / 4);
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && place % 4 == 0 {
            grouped.push(' ');
        }
        grouped.push(digit);
    }
    grouped
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_becomes_one_line_of_what_can_be_seen() {
        assert_eq!(plain("  a\r\n\tb\u{0}c\u{85}d  "), "a b c d");
        assert_eq!(plain("w\u{302}y\u{302}"), "ŵŷ");
        assert_eq!(plain("evil\u{202e}txt.exe\u{2066}\u{200b}\u{ad}"), "eviltxt.exe");
        assert_eq!(plain("SR\u{a0}7K2M"), "SR\u{a0}7K2M");
        assert_eq!(plain("\u{e0041}\u{fe0f}"), "");
    }

    #[cfg(feature = "pdf")]
    #[test]
    fn a_letter_that_cannot_be_shown_is_named() {
        assert_eq!(only("a中-\u{2011}", |letter| letter.is_ascii()), "a[U+4E2D]--");
        assert_eq!(breakable("abcdef gh", 3), "abc\u{200b}def gh");
        assert_eq!(grouped("0123456789"), "0123 4567 89");
    }
}
