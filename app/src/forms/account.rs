//! The account page.

use super::Password;
use serde::Deserialize;

/// A new password.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct PasswordForm {
    /// The password until now.
    pub current_password: Password,
    /// The new one.
    pub new_password: Password,
}

/// Ending a session.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct EndSessionForm {
    /// Which session.
    pub session: String,
}
