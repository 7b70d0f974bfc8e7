//! Leaving entries out, and putting them back, on the page that shows what would be sent.

use super::{Pairs, value};

/// `/requests/{id}/preview`, as sent.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PreviewForm {
    /// The entries that were ticked to be left out.
    pub leave_out: Vec<String>,
    /// The entries that were ticked to go although nothing says what they are for.
    pub put_in: Vec<String>,
    /// The entry to put back.
    pub put_back: String,
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
}

impl PreviewForm {
    /// Reads the form.
    pub fn from_pairs(pairs: &Pairs) -> Self {
        let all = |name: &str| {
            pairs.iter().filter(|(key, _)| key == name).map(|(_, value)| value.clone()).collect()
        };
        Self {
            leave_out: all("leave_out"),
            put_in: all("put_in"),
            put_back: value(pairs, "put_back"),
            action: match value(pairs, "action").as_str() {
                "leave-out" => Some(PreviewAction::LeaveOut),
                "put-back" => Some(PreviewAction::PutBack),
                _ => None,
            },
        }
    }
}
