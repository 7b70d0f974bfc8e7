//! Words in two languages, from the message files and from nowhere else.
//! A message that is missing is said in English; what a message is about is never logged.

#[cfg(feature = "ssr")]
mod bundles;
mod dates;
#[cfg(feature = "ssr")]
mod lists;
mod numbers;
#[cfg(any(not(feature = "ssr"), test))]
mod plain;
#[cfg(feature = "ssr")]
mod rich;

#[cfg(feature = "ssr")]
pub use bundles::{Value, text};
pub use dates::{clock, day, day_and_time, long_day, machine_day, machine_time, month};
#[cfg(feature = "ssr")]
pub use lists::join;
pub use numbers::grouped;
#[cfg(not(feature = "ssr"))]
pub use plain::{Value, text};
#[cfg(feature = "ssr")]
pub use rich::{rich_text, unbroken, with_reference};

/// The language of a page.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Lang {
    /// English.
    #[default]
    En,
    /// Welsh.
    Cy,
}

impl Lang {
    /// Both, in the order in which they are offered.
    pub const ALL: [Self; 2] = [Self::En, Self::Cy];

    /// The code that stands in `<html lang>`, in the cookie and in the form.
    pub const fn code(self) -> &'static str {
        match self {
            Self::En => "en",
            Self::Cy => "cy",
        }
    }

    /// Reads a code as [`Lang::code`] writes it.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|lang| lang.code() == code)
    }

    /// The one that the page can be changed to.
    #[must_use]
    pub const fn other(self) -> Self {
        match self {
            Self::En => Self::Cy,
            Self::Cy => Self::En,
        }
    }

    /// Itself, so that `t!` takes a page's context or a bare language.
    #[must_use]
    pub const fn lang(self) -> Self {
        self
    }
}

/// What stands in the place of a message that no file has. A test looks for it on every page.
pub const MISSING: char = '\u{27E6}';

/// A message: `t!(ctx, "key")`, `t!(ctx, "key", n = 3, who = name)`. Values are numbers or strings.
#[macro_export]
macro_rules! t {
    ($speaker:expr, $key:expr $(, $name:ident = $value:expr)* $(,)?) => {
        $crate::i18n::text(
            $speaker.lang(),
            $key,
            &[$((stringify!($name), $crate::i18n::Value::from($value))),*],
        )
    };
}

/// A message with `**bold words**` or `[links](name)`, as a view:
/// `rich!(ctx, "key", n = 3; help => paths::HELP)`. Values never make bold words or links.
#[macro_export]
macro_rules! rich {
    ($speaker:expr, $key:expr $(, $name:ident = $value:expr)* $(,)? $(; $($link:ident => $href:expr),+ $(,)?)?) => {
        $crate::i18n::rich_text(
            $speaker.lang(),
            $key,
            &[$((stringify!($name), $crate::i18n::Value::from($value))),*],
            &[$($((stringify!($link), ::std::string::String::from($href))),+)?],
        )
    };
}
