//! Where records may be read from.

use serde::Deserialize;

/// `/sources`, as sent.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct SourcesForm {
    /// Which source.
    pub source: String,
    /// What to do with it; anything else is nothing.
    pub action: String,
    /// The page to go on to: a path of ours, to be checked.
    pub next: String,
}

impl SourcesForm {
    /// What the button says.
    pub fn action(&self) -> Option<SourceAction> {
        match self.action.as_str() {
            "permit" => Some(SourceAction::Permit),
            "stop" => Some(SourceAction::Stop),
            _ => None,
        }
    }
}

/// Permit reading, or stop it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SourceAction {
    /// Sayso may read it.
    Permit,
    /// Sayso may read it no more.
    Stop,
}
