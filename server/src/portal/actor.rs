//! Who acts. Every use case is told, and says so in the log.

use super::error::Refusal;
use consent::ids::{ClientId, PersonId};
use serde::ser::SerializeMap;
use serde::{Serialize, Serializer};

/// Who does something.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Actor {
    /// Somebody who is signed in.
    Person(PersonId),
    /// A requester's client.
    Client(ClientId),
    /// Whoever runs the program's commands.
    Operator,
    /// The portal itself.
    System,
}

impl Actor {
    /// Whether this is the person whose record it is about.
    #[must_use]
    pub fn is(&self, subject: PersonId) -> bool {
        matches!(self, Self::Person(person) if *person == subject)
    }

    /// Whether it is the owner of an account. To everybody else, whatever they may do for its owner, there is none.
    pub fn owns(&self, subject: PersonId) -> Result<(), Refusal> {
        if self.is(subject) { Ok(()) } else { Err(Refusal::NotFound) }
    }
}

impl Serialize for Actor {
    /// `{"is": "person", "id": "…"}`; the operator and the portal have no id.
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        let mut map = to.serialize_map(None)?;
        match self {
            Self::Person(id) => {
                map.serialize_entry("is", "person")?;
                map.serialize_entry("id", id)?;
            }
            Self::Client(id) => {
                map.serialize_entry("is", "client")?;
                map.serialize_entry("id", id)?;
            }
            Self::Operator => map.serialize_entry("is", "operator")?,
            Self::System => map.serialize_entry("is", "system")?,
        }
        map.end()
    }
}
