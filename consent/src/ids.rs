//! Identifiers as types, so that one can never stand where another belongs. All are `UUIDv7` in text.

use serde::{Deserialize, Serialize};
use std::fmt;
use std::str::FromStr;
use uuid::Uuid;

/// Why a text is no id.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("an id has 32 lower-case hex digits in groups of 8, 4, 4, 4 and 12")]
pub struct IdFault;

macro_rules! id {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(pub Uuid);

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.hyphenated().fmt(f)
            }
        }

        impl FromStr for $name {
            type Err = IdFault;
            fn from_str(text: &str) -> Result<Self, Self::Err> {
                let id = Uuid::parse_str(text).map(Self).map_err(|_| IdFault)?;
                // One id, one text: an id in capitals or braces is another text, and finds nothing.
                if id.to_string() == text { Ok(id) } else { Err(IdFault) }
            }
        }
    };
}

id!(
    /// A verified person known to this portal.
    PersonId
);
id!(
    /// One question of a requester about one claimant.
    RequestId
);
id!(
    /// The signed proof of one event.
    ReceiptId
);
id!(
    /// One time that a release was handed out.
    CollectionId
);
id!(
    /// A copy of what was sent, that the claimant keeps.
    CopyId
);
id!(
    /// A signed-in browser.
    SessionId
);

impl RequestId {
    /// A short form for people to read out, such as `SR 7K2M-9QDX`. For speaking about a request, never for finding one.
    #[must_use]
    pub fn short(&self) -> String {
        short("SR", self.0)
    }
}

impl ReceiptId {
    /// The code of a receipt, such as `RC 6NWT-2HBX`. For speaking about it, never for finding it.
    #[must_use]
    pub fn short(&self) -> String {
        short("RC", self.0)
    }
}

/// The last 40 bits in Crockford's base 32.
fn short(kind: &str, id: Uuid) -> String {
    const LETTERS: [char; 32] = [
        '0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'A', 'B', 'C', 'D', 'E', 'F', 'G', 'H',
        'J', 'K', 'M', 'N', 'P', 'Q', 'R', 'S', 'T', 'V', 'W', 'X', 'Y', 'Z',
    ];
    let bits = id.as_u128();
    let letters: String = (0..8)
        .rev()
        .filter_map(|place| {
            let five = usize::try_from((bits >> (5 * place)) & 31).unwrap_or_default();
            LETTERS.get(five)
        })
        .collect();
    let (first, second) = letters.split_at(4);
    format!("{kind} {first}-{second}")
}

/// The registered name of a requester's API client, such as `dwp-pip-leeds`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(transparent)]
pub struct ClientId(String);

/// Why a text is no client id.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error(
    "a client id has 1 to 64 lower-case letters, digits, dots, hyphens or underscores and begins with a letter or a digit"
)]
pub struct ClientIdFault;

impl ClientId {
    /// Reads a client id: 1 to 64 of `a-z 0-9 . - _`, the first a letter or a digit.
    pub fn parse(text: &str) -> Result<Self, ClientIdFault> {
        let fits = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit();
        let sound = (1..=64).contains(&text.len())
            && text.starts_with(fits)
            && text.chars().all(|c| fits(c) || matches!(c, '.' | '-' | '_'));
        if sound { Ok(Self(text.to_owned())) } else { Err(ClientIdFault) }
    }

    /// The id as it is registered.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for ClientId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl<'de> Deserialize<'de> for ClientId {
    fn deserialize<D: serde::Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let text = String::deserialize(from)?;
        Self::parse(&text).map_err(serde::de::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_has_one_text_only() {
        let text = "01a20210-def5-72aa-8547-a6e1c48c3900";
        assert_eq!(text.parse::<RequestId>().unwrap().to_string(), text);
        for other in [
            text.to_uppercase(),
            format!("{{{text}}}"),
            text.replace('-', ""),
            format!("urn:uuid:{text}"),
        ] {
            assert_eq!(other.parse::<RequestId>(), Err(IdFault), "{other}");
        }
    }

    #[test]
    fn the_short_form_of_a_request_has_no_letter_that_looks_like_another() {
        let id: RequestId = "01a20210-def5-72aa-8547-a6e1c48c3900".parse().unwrap();
        assert_eq!(id.short(), "SR W728-RE80");
        assert!(!id.short().contains(['I', 'L', 'O', 'U']));
    }

    #[test]
    fn a_receipt_is_called_otherwise_than_a_request() {
        let id: ReceiptId = "01a20210-def5-72aa-8547-a6e1c48c3900".parse().unwrap();
        assert_eq!(id.short(), "RC W728-RE80");
    }
}
