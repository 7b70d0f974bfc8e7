//! The registers that ship with Sayso: the words of the categories, and the first purposes.
//! They are read once; what is in them is checked by a test, not by whoever asks.

use consent::category::Category;
use consent::purpose::{Bilingual, Purpose};
use serde::Deserialize;
use std::collections::BTreeMap;
use std::sync::LazyLock;

const CATEGORIES: &str = include_str!("../../consent/registers/categories.toml");
const RECIPIENTS: &str = include_str!("../../consent/registers/recipients.toml");
const PURPOSES: &str = include_str!("../../consent/registers/purposes.toml");

/// The words of one category.
#[derive(Clone, Debug, Deserialize)]
pub struct CategoryWords {
    /// Which category.
    pub id: Category,
    /// Its title, used word for word everywhere.
    pub title: Bilingual,
    /// What kind of information it is, in a sentence or two.
    pub description: Bilingual,
}

#[derive(Deserialize)]
struct CategoryFile {
    category: Vec<CategoryWords>,
}

#[derive(Deserialize)]
struct PurposeFile {
    purpose: Vec<Purpose>,
}

static WORDS: LazyLock<BTreeMap<Category, CategoryWords>> = LazyLock::new(|| {
    let file: CategoryFile =
        toml::from_str(CATEGORIES).unwrap_or(CategoryFile { category: Vec::new() });
    file.category.into_iter().map(|words| (words.id, words)).collect()
});

/// The words of a category; its id where the register lacks it, which a test rules out.
#[must_use]
pub fn title(category: Category, welsh: bool) -> &'static str {
    WORDS
        .get(&category)
        .map_or(category.id(), |words| if welsh { &words.title.cy } else { &words.title.en })
}

/// What kind of information it is.
#[must_use]
pub fn description(category: Category, welsh: bool) -> &'static str {
    let words = WORDS.get(&category);
    words.map_or("", |words| if welsh { &words.description.cy } else { &words.description.en })
}

static WELSH_RECIPIENTS: LazyLock<BTreeMap<String, String>> =
    LazyLock::new(|| toml::from_str(RECIPIENTS).unwrap_or_default());

/// What a recipient is called on a page. A purpose of the operator's own may name one that has no other name.
#[must_use]
pub fn recipient(registered: &str, welsh: bool) -> &str {
    let other = WELSH_RECIPIENTS.get(registered).filter(|_| welsh);
    other.map_or(registered, String::as_str)
}

/// The words of every category, in the order in which claimants see them.
pub fn categories() -> impl Iterator<Item = &'static CategoryWords> {
    WORDS.values()
}

/// The purposes that ship with Sayso.
pub fn shipped_purposes() -> Result<Vec<Purpose>, toml::de::Error> {
    parse_purposes(PURPOSES)
}

/// Purposes from a register file (TOML, `[[purpose]]`).
pub fn parse_purposes(text: &str) -> Result<Vec<Purpose>, toml::de::Error> {
    toml::from_str::<PurposeFile>(text).map(|file| file.purpose)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn every_category_has_its_words_in_both_languages() {
        for category in Category::ALL {
            for welsh in [false, true] {
                assert_ne!(title(*category, welsh), category.id(), "{category}");
                assert!(!description(*category, welsh).is_empty(), "{category}");
            }
        }
        assert_eq!(categories().count(), Category::ALL.len());
    }

    #[test]
    fn every_shipped_recipient_but_a_firm_has_a_welsh_name() {
        let purposes = shipped_purposes().expect("the register is TOML of the right shape");
        let firms = ["Capita", "Ingeus", "Maximus", "Serco"];
        let named: BTreeSet<&str> = purposes
            .iter()
            .flat_map(|purpose| purpose.recipients.iter().map(String::as_str))
            .filter(|name| !firms.contains(name))
            .collect();
        let translated: BTreeSet<&str> = WELSH_RECIPIENTS.keys().map(String::as_str).collect();
        assert_eq!(named, translated);
        for name in named {
            assert_eq!(recipient(name, false), name);
            assert_ne!(recipient(name, true), name);
        }
        assert_eq!(recipient("Maximus", true), "Maximus");
    }

    #[test]
    fn every_shipped_purpose_is_sound() {
        let purposes = shipped_purposes().expect("the register is TOML of the right shape");
        assert_eq!(purposes.len(), 6);
        for purpose in purposes {
            purpose.check().expect("sound");
        }
    }
}
