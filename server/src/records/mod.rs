//! Where records come from. A source is only ever asked about one NHS number at a time, after the
//! portal has seen that the person permits it.

mod embedded;
mod fhir;

pub use embedded::EmbeddedSource;
pub(crate) use fhir::machine_tls;
pub use fhir::{FhirSource, SetUpFault};

use crate::chance::ChanceFault;
use crate::keys::SealFault;
use crate::store::StoreError;
use async_trait::async_trait;
use consent::classify::Counts;
use consent::digest::Digest;
use consent::identity::NhsNumber;
use consent::ids::PersonId;
use zeroize::Zeroizing;

/// The bytes of a record, wiped from memory when they go.
pub type RecordBytes = Zeroizing<Vec<u8>>;

/// Somewhere that holds records.
#[async_trait]
pub trait RecordSource: Send + Sync {
    /// Its fixed name; people permit and stop it by this.
    fn id(&self) -> &'static str;

    /// The whole record as it is now, a FHIR R4 Bundle in JSON; none where there is none. Never a
    /// part of it, and never another person's.
    async fn read(&self, number: &NhsNumber) -> Result<Option<RecordBytes>, SourceFault>;
}

/// Why a source did not answer. Says nothing of what it holds: the words are for the operator's log.
#[derive(Debug, thiserror::Error)]
pub enum SourceFault {
    /// It cannot be reached now, does not work now, or takes too long.
    #[error("the source of records cannot be reached: {0}")]
    Unreachable(&'static str),
    /// As many readings as there may be are under way.
    #[error("too many records are being read at once")]
    Busy,
    /// It answers, and the answer is wrong, too large or not whole.
    #[error("the source of records answers wrongly: {0}")]
    Wrong(String),
    /// It answers with what is another person's.
    #[error("the source of records answers with another person's data: {0}")]
    OtherPerson(String),
    /// The store.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// A record is there and cannot be opened.
    #[error("a stored record cannot be opened")]
    Damaged,
    /// It cannot be sealed.
    #[error(transparent)]
    Seal(#[from] SealFault),
    /// No key can be made.
    #[error(transparent)]
    Chance(#[from] ChanceFault),
}

impl SourceFault {
    /// A wrong answer, in words that say nothing of anybody.
    pub(crate) fn wrong(what: impl Into<String>) -> Self {
        Self::Wrong(what.into())
    }
}

/// What an import comes to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ImportReport {
    /// How many entries are where; they add up.
    pub counts: Counts,
    /// The digest of the file.
    pub digest: Digest,
    /// Whose it is, where they are known already.
    pub person: Option<PersonId>,
}
