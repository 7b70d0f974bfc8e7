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
        // A form with a `next` of its own, which is kept, says `page` for the page that it stands on.
        let page = value(&pairs, "page");
        let (way, next) =
            if page.is_empty() { ("next", value(&pairs, "next")) } else { ("page", page) };
        let rest = pairs.into_iter().filter(|(name, _)| name != "lang" && name != way).collect();
        Self { lang, next, rest }
    }
}
