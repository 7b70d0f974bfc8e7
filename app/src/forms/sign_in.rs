//! Opening an account with a code, and signing in.

use super::Password;
use serde::Deserialize;

/// `/activate`.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct ActivateForm {
    /// The code from the letter, as typed.
    pub code: String,
    /// The e-mail address.
    pub email: String,
    /// The new password.
    pub password: Password,
}

/// `/sign-in`.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct SignInForm {
    /// The e-mail address.
    pub email: String,
    /// The password.
    pub password: Password,
    /// The page to go on to: a path of ours, to be checked.
    pub next: String,
}
