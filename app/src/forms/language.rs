//! Changing the language, from any page.

use super::{Pairs, value};
use crate::i18n::Lang;

/// `POST /language`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LanguageForm {
    /// The language, if it is one of ours.
    pub lang: Option<Lang>,
    /// The page to go back to: a path of ours, to be checked.
    pub next: String,
    /// What else was on the page: a choose form comes along, so that nothing typed is lost.
    pub rest: Pairs,
}

impl LanguageForm {
    /// Reads the form.
    pub fn from_pairs(pairs: Pairs) -> Self {
        let lang = Lang::from_code(&value(&pairs, "lang"));
        let next = value(&pairs, "next");
        let rest = pairs.into_iter().filter(|(name, _)| name != "lang" && name != "next").collect();
        Self { lang, next, rest }
    }
}
