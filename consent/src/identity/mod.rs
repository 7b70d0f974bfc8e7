//! Who a person is, as typed by people: numbers, postcodes and names, parsed into types that are
//! right once they exist.
//! Nothing here may print a value: no `Display`, and `Debug` shows the type's name only.

pub mod name;
pub mod nhs_number;
pub mod nino;
pub mod postcode;

pub use name::{Name, NameFault};
pub use nhs_number::{NhsNumber, NhsNumberFault};
pub use nino::{Nino, NinoFault};
pub use postcode::{Postcode, PostcodeFault};

/// What people type between groups of digits and letters, and what forms must ignore: white space
/// of every kind that can be seen (so not the zero-width space), hyphens, dashes, full stops.
fn is_separator(c: char) -> bool {
    c.is_whitespace() || is_hyphen(c) || is_full_stop(c)
}

/// Hyphens, dashes and minus signs of every script.
fn is_hyphen(c: char) -> bool {
    matches!(
        c,
        '-' | '\u{00AD}' | '\u{058A}' | '\u{05BE}' | '\u{1806}' | '\u{2010}'
            ..='\u{2015}'
                | '\u{2043}'
                | '\u{2212}'
                | '\u{30A0}'
                | '\u{FE58}'
                | '\u{FE63}'
                | '\u{FF0D}'
    )
}

/// Full stops, and the raised dots that stand for one in some keyboards and join names in Catalan
/// and Japanese.
fn is_full_stop(c: char) -> bool {
    matches!(c, '.' | '\u{00B7}' | '\u{2027}' | '\u{30FB}' | '\u{FF65}' | '\u{FE52}' | '\u{FF0E}')
}

/// Gives a newtype over `String` a `Debug` that hides the value, and serde as a string that goes
/// through `parse`.
macro_rules! private_text {
    ($type:ident, $fault:ident) => {
        impl std::fmt::Debug for $type {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(concat!(stringify!($type), "(…)"))
            }
        }

        impl std::str::FromStr for $type {
            type Err = $fault;

            fn from_str(typed: &str) -> Result<Self, Self::Err> {
                Self::parse(typed)
            }
        }

        impl serde::Serialize for $type {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(self.as_str())
            }
        }

        impl<'de> serde::Deserialize<'de> for $type {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                use serde::de::Error;
                // serde's own words for a wrong type would repeat the value.
                let typed = String::deserialize(deserializer)
                    .map_err(|_| D::Error::custom("expected a string"))?;
                Self::parse(&typed).map_err(D::Error::custom)
            }
        }
    };
}
use private_text;
