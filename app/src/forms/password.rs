//! A password on its way to be checked. It is never printed, compared here or written into a page.

use serde::Deserialize;
use std::fmt;

/// What was typed, as it was typed: nothing is trimmed.
#[derive(Clone, Default, Deserialize)]
#[serde(transparent)]
pub struct Password(String);

impl Password {
    /// Takes what was typed.
    pub const fn new(typed: String) -> Self {
        Self(typed)
    }

    /// Gives it to the one place that checks or hashes it.
    pub fn reveal(&self) -> &str {
        &self.0
    }

    /// Whether nothing was typed.
    pub const fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl fmt::Debug for Password {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("Password(…)")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_password_is_not_printed() {
        assert!(!format!("{:?}", Password::new("correct horse".to_owned())).contains("horse"));
    }
}
