//! What a command says: one JSON object or words, and why it stopped.

use crate::portal;
use serde_json::Value;
use std::fmt::{self, Display};
use std::io::Write;

/// What came of a command.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answer(Option<(Value, String)>);

impl Answer {
    /// The same, as a JSON object and in words.
    pub fn new(json: Value, words: impl Into<String>) -> Self {
        Self(Some((json, words.into())))
    }

    /// Nothing more to say: it was said while it ran.
    #[must_use]
    pub const fn silent() -> Self {
        Self(None)
    }

    /// Says it on standard output.
    pub fn print(&self, as_json: bool) {
        let Some((json, words)) = &self.0 else { return };
        // There is something for programs only.
        if !as_json && words.is_empty() {
            return;
        }
        let mut out = std::io::stdout();
        let said = if as_json { writeln!(out, "{json}") } else { writeln!(out, "{words}") };
        // Whoever closed the pipe does not want to know.
        drop(said.and_then(|()| out.flush()));
    }
}

/// Why a command did not do it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Stop {
    /// Refused, with the reason.
    Refused(String),
    /// Refused, with what there is to say all the same, and the reason.
    Told(Box<Answer>, String),
    /// Not used as it is meant.
    Usage(String),
}

impl Stop {
    /// Refused for this reason.
    pub fn refused(why: impl Display) -> Self {
        Self::Refused(why.to_string())
    }

    /// The exit code.
    #[must_use]
    pub const fn code(&self) -> u8 {
        match self {
            Self::Refused(_) | Self::Told(..) => 1,
            Self::Usage(_) => 2,
        }
    }
}

impl Display for Stop {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Refused(why) | Self::Told(_, why) | Self::Usage(why) => f.write_str(why),
        }
    }
}

impl From<portal::Error> for Stop {
    fn from(why: portal::Error) -> Self {
        Self::refused(why)
    }
}
