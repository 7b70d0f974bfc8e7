//! Confirming a decision, and telling that nothing more will come.

use super::Password;
use serde::Deserialize;

/// `/requests/{id}/confirm`.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct ConfirmForm {
    /// The digest of the file that was seen.
    pub digest: String,
    /// The fingerprint of the answers that were seen.
    pub agreed: String,
    /// The password, again.
    pub password: Password,
}

/// `/requests/{id}/complete`: "nothing more will come" (`complete=yes`), or taking that back (`complete=no`).
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct CompleteForm {
    /// `yes` or `no`.
    pub complete: String,
}
