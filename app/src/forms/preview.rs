//! Leaving entries out, on the page that shows what would be sent.

use super::Pairs;

/// `/requests/{id}/preview`: one checkbox `out` for each entry that is left out.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PreviewForm {
    /// The entries that were ticked.
    pub out: Vec<String>,
}

impl PreviewForm {
    /// Reads the form.
    pub fn from_pairs(pairs: Pairs) -> Self {
        Self { out: pairs.into_iter().filter(|(name, _)| name == "out").map(|(_, value)| value).collect() }
    }
}
