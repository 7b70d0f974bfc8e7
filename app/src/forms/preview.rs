//! What is left out, put in, put back or looked for, on the page that shows what would be sent.

use super::{Pairs, value};
use crate::components::Answer;

/// `/requests/{id}/preview`, as sent.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PreviewForm {
    /// The entries that were ticked to be left out.
    pub leave_out: Vec<String>,
    /// The entries that were ticked to go although nothing says what they are for.
    pub put_in: Vec<String>,
    /// The entry to put back.
    pub put_back: String,
    /// What was said about each letter. An unknown value is no answer.
    pub letters: Vec<(String, Answer)>,
    /// The words to look for.
    pub find: String,
    /// The digest of the file that the page was made of.
    pub digest: String,
    /// Which part of the page it was, so that it leads back there.
    pub part: String,
    /// Which page of the part.
    pub part_page: String,
    /// The button.
    pub action: Option<PreviewAction>,
}

/// What the button says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PreviewAction {
    /// Bring the page up to date with what is ticked.
    LeaveOut,
    /// Put one entry back.
    PutBack,
    /// Show the entries that have these words.
    Find,
    /// Take along what is ticked, and go on to confirm.
    Confirm,
    /// Take along what is ticked, and go back to the answers.
    Choose,
}

impl PreviewAction {
    /// Leads to another page, whether or not something was ticked.
    pub fn goes_on(self) -> bool {
        matches!(self, Self::Confirm | Self::Choose)
    }
}

impl PreviewForm {
    /// Reads the form. The last answer to a letter counts, as in a browser.
    pub fn from_pairs(pairs: &Pairs) -> Self {
        let all = |name: &str| {
            pairs.iter().filter(|(key, _)| key == name).map(|(_, value)| value.clone()).collect()
        };
        let mut letters: Vec<(String, Answer)> = Vec::new();
        for (name, answer) in pairs {
            let Some(key) = name.strip_prefix("letter.") else { continue };
            letters.retain(|(known, _)| known != key);
            if let Some(answer) = Answer::from_value(answer.trim()) {
                letters.push((key.to_owned(), answer));
            }
        }
        Self {
            leave_out: all("leave_out"),
            put_in: all("put_in"),
            put_back: value(pairs, "put_back"),
            letters,
            find: value(pairs, "find"),
            digest: value(pairs, "digest"),
            part: value(pairs, "part"),
            part_page: value(pairs, "part_page"),
            action: match value(pairs, "action").as_str() {
                "leave-out" => Some(PreviewAction::LeaveOut),
                "put-back" => Some(PreviewAction::PutBack),
                "find" => Some(PreviewAction::Find),
                "confirm" => Some(PreviewAction::Confirm),
                "choose" => Some(PreviewAction::Choose),
                _ => None,
            },
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_letter_has_an_answer_or_none() {
        let pairs = [
            ("letter.a", "share"),
            ("letter.b", "do-not-share"),
            ("letter.c", "on"),
            ("letter.a", "do-not-share"),
        ];
        let pairs = pairs.map(|(name, value)| (name.to_owned(), value.to_owned())).to_vec();
        assert_eq!(
            PreviewForm::from_pairs(&pairs).letters,
            [("b".to_owned(), Answer::DoNotShare), ("a".to_owned(), Answer::DoNotShare)]
        );
    }
}
