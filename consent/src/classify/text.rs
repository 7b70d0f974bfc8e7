//! What an entry's words touch (rule 2), from the lists of our own in `codes/`.

use super::words::{Found, Words};
use crate::category::Category;
use std::sync::OnceLock;

fn lists() -> &'static Words<Category> {
    static WORDS: OnceLock<Words<Category>> = OnceLock::new();
    let files = [
        include_str!("../../codes/words_matters.txt"),
        include_str!("../../codes/words_welsh.txt"),
    ];
    WORDS.get_or_init(|| Words::read(&files, |name| Category::parse(name).ok()))
}

/// The phrases in this folded text that touch a matter.
pub(super) fn hits(folded: &str) -> Vec<Found<Category>> {
    lists().hits(folded)
}

/// A phrase of the lists of matters, as it is listed.
pub(super) fn phrase(number: usize) -> &'static str {
    lists().phrase(number)
}

/// Whether this folded text names a medicine that is used for several things, some of them sensitive.
pub(super) fn has_several_uses(folded: &str) -> bool {
    static WORDS: OnceLock<Words<()>> = OnceLock::new();
    let read = || {
        Words::read(&[include_str!("../../codes/words_ask.txt")], |name| {
            (name == "ask").then_some(())
        })
    };
    !WORDS.get_or_init(read).found(folded).is_empty()
}

/// What the title of an entry says about where it belongs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Says {
    /// It belongs to this category.
    Home(Category),
    /// It is about somebody else's name, address or number.
    SomebodyElse,
    /// It is about keeping records, not about health.
    Administrative,
}

/// Everything that a folded title says about where the entry belongs.
pub(super) fn says(folded: &str) -> Vec<Says> {
    static WORDS: OnceLock<Words<Says>> = OnceLock::new();
    let meaning = |name: &str| match name {
        "somebody-else" => Some(Says::SomebodyElse),
        "administrative" => Some(Says::Administrative),
        _ => Category::parse(name).ok().map(Says::Home),
    };
    WORDS
        .get_or_init(|| Words::read(&[include_str!("../../codes/words_homes.txt")], meaning))
        .found(folded)
}

#[cfg(test)]
mod tests {
    use super::super::words::is_comment;
    use super::*;

    #[test]
    fn every_section_of_the_word_lists_has_a_meaning_and_every_phrase_is_folded() {
        let files = [
            include_str!("../../codes/words_matters.txt"),
            include_str!("../../codes/words_welsh.txt"),
            include_str!("../../codes/words_homes.txt"),
            include_str!("../../codes/words_ask.txt"),
        ];
        for line in files
            .iter()
            .flat_map(|file| file.lines())
            .filter(|line| !is_comment(line) && !line.is_empty())
        {
            if let Some(name) = line.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')) {
                let other = ["somebody-else", "administrative", "ask"].contains(&name);
                assert!(other || Category::parse(name).is_ok(), "{line}");
            } else {
                let phrase = line.strip_prefix("! ").unwrap_or(line);
                let sound = |c: char| {
                    c.is_ascii_lowercase()
                        || c.is_ascii_digit()
                        || matches!(c, ' ' | '*' | '#' | '^')
                };
                assert!(
                    phrase.chars().all(sound) && !phrase.contains("  ") && phrase.trim() == phrase,
                    "{line}"
                );
            }
        }
    }

    #[test]
    fn every_matter_that_is_found_in_any_type_has_words() {
        let all = std::str::from_utf8(include_bytes!("../../codes/words_matters.txt"))
            .unwrap_or_default();
        let from = Category::ALL
            .iter()
            .position(|category| *category == Category::MentalHealth)
            .unwrap_or_default();
        let to = Category::ALL
            .iter()
            .position(|category| *category == Category::Genetics)
            .unwrap_or_default();
        for category in Category::ALL.get(from..=to).unwrap_or_default() {
            assert!(all.contains(&format!("[{}]", category.id())), "{category}");
        }
    }
}
