//! The account page: one address, three buttons.

use super::Password;
use serde::Deserialize;

/// `/account`, as sent.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct AccountForm {
    /// What the button says; anything else is nothing.
    pub action: String,
    /// The password until now.
    pub current_password: Password,
    /// The new one.
    pub new_password: Password,
    /// The session to end.
    pub session: String,
}

/// What the button says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AccountAction {
    /// Take a new password.
    ChangePassword,
    /// End one session.
    EndSession,
    /// End every session.
    SignOutEverywhere,
}

impl AccountForm {
    /// What the button says.
    pub fn action(&self) -> Option<AccountAction> {
        match self.action.as_str() {
            "change-password" => Some(AccountAction::ChangePassword),
            "end-session" => Some(AccountAction::EndSession),
            "sign-out-everywhere" => Some(AccountAction::SignOutEverywhere),
            _ => None,
        }
    }
}
