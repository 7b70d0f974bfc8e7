//! Opening an account with a code, and signing in.

use super::{Pairs, Password, value};
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

impl SignInForm {
    /// What the names begin with under which fields of another page travel along.
    pub const TYPED: &str = "typed.";

    /// The page to go on to, and what was typed there, without the name's beginning.
    pub fn split(pairs: Pairs) -> (String, Pairs) {
        let next = value(&pairs, "next");
        let typed = pairs
            .into_iter()
            .filter_map(|(name, value)| Some((name.strip_prefix(Self::TYPED)?.to_owned(), value)));
        (next, typed.collect())
    }
}
