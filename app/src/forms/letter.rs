//! What is typed into a letter. It is never kept and never in an address.

use super::Pairs;
use crate::{
    i18n::Lang,
    pages::letter::{FieldName, Kind, MOST},
};

/// `/requests/{id}/letters/{kind}`, as sent.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LetterForm {
    /// The language of the letter, where one was chosen.
    pub lang: Option<Lang>,
    typed: Vec<(FieldName, String)>,
}

impl LetterForm {
    /// Reads the form. Lines end as on paper, and what is one line stays one.
    pub fn from_pairs(pairs: &Pairs) -> Self {
        let value = |name: &str| pairs.iter().find(|(known, _)| known == name).map(|(_, v)| v);
        let typed = FieldName::ALL.into_iter().filter_map(|field| {
            let text = value(field.name())?.replace("\r\n", "\n").replace('\r', "\n");
            let text = if field.is_line() { text.replace('\n', " ") } else { text };
            let text = text.trim().to_owned();
            (!text.is_empty()).then_some((field, text))
        });
        Self { lang: value("in").and_then(|code| Lang::from_code(code)), typed: typed.collect() }
    }

    /// What was typed here; none where it was left empty.
    pub fn typed(&self, field: FieldName) -> Option<&str> {
        self.typed.iter().find(|(known, _)| *known == field).map(|(_, text)| text.as_str())
    }

    /// The fields of this letter that are too long, with how many characters they have.
    pub fn too_long(&self, kind: Kind) -> Vec<(FieldName, usize)> {
        let count = |field: &FieldName| (*field, self.typed(*field).unwrap_or("").chars().count());
        kind.fields().iter().map(count).filter(|(_, count)| *count > MOST).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn form(pairs: &[(&str, &str)]) -> LetterForm {
        let pairs = pairs.iter().map(|(n, v)| ((*n).to_owned(), (*v).to_owned())).collect();
        LetterForm::from_pairs(&pairs)
    }

    #[test]
    fn what_is_one_line_stays_one_and_paragraphs_stay_paragraphs() {
        let form = form(&[
            ("form", " UC50\r\nof May "),
            ("reason", "one\r\n\r\ntwo\rthree"),
            ("until", "  "),
            ("in", "cy"),
        ]);
        assert_eq!(form.typed(FieldName::Form), Some("UC50 of May"));
        assert_eq!(form.typed(FieldName::Reason), Some("one\n\ntwo\nthree"));
        assert_eq!(form.typed(FieldName::Until), None);
        assert_eq!(form.lang, Some(Lang::Cy));
    }

    #[test]
    fn characters_are_counted_and_not_bytes() {
        let most = "ŵ".repeat(MOST);
        assert!(form(&[("reason", &most)]).too_long(Kind::Objection).is_empty());
        let more = format!("{most}ŷ");
        let long = form(&[("reason", &more), ("form", &more)]);
        assert_eq!(long.too_long(Kind::Objection), [(FieldName::Reason, MOST + 1)]);
        assert_eq!(long.too_long(Kind::StopPractice), []);
    }
}
