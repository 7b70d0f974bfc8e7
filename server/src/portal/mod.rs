//! The use cases, and the only place that opens write transactions. Every one is told who acts and
//! whose record it is about.
//! Nothing here decides what may be shared: it asks `consent`.

pub mod accounts;
pub mod actor;
pub mod answers;
pub mod asked;
pub mod backups;
pub mod canary;
pub mod changes;
pub mod checks;
pub mod clients;
pub mod collections;
pub mod copies;
pub mod deaths;
pub mod decisions;
pub mod deeds;
mod doubts;
mod drafts;
mod earlier;
mod endings;
mod epochs;
mod erasures;
pub mod error;
mod guesses;
mod hashing;
pub mod helpers;
pub mod history;
mod joining;
pub mod letters;
pub mod letters_made;
pub mod lines;
pub mod log;
pub mod looking;
pub mod marked;
pub mod matching;
mod nobody;
mod open;
pub mod passwords;
pub mod people;
pub mod previews;
mod proving;
pub mod publishing;
pub mod purposes;
pub mod reading;
pub mod receipts;
pub mod rechecks;
pub mod records;
mod register;
pub mod releases;
pub mod requests;
pub mod restoring;
pub mod sealed;
pub mod sessions;
pub mod sources;
pub mod standings;
mod sweep;
pub mod timeline;
pub mod tokens;
#[cfg(test)]
mod trace;
pub mod transparency;
pub mod vault;
pub mod withdrawals;
pub mod witnessing;
pub mod words;

pub use actor::Actor;
pub use error::{Error, Fault, Refusal, Result};
pub use open::OpenFault;

use crate::chance::Chance;
use crate::clock::Clock;
use crate::config::Config;
use crate::keys::Keys;
use crate::records::{EmbeddedSource, RecordSource};
use crate::store::{Db, Tx};
use consent::identity::{NhsNumber, Nino};
use consent::time::{At, Date};
use hashing::Hasher;
use std::fmt;
use std::sync::Arc;

/// The portal: everything that a use case needs. Cheap to clone.
#[derive(Clone)]
pub struct Portal(Arc<Inner>);

pub(crate) struct Inner {
    db: Db,
    clock: Arc<dyn Clock>,
    keys: Arc<Keys>,
    config: Config,
    hasher: Hasher,
    register: register::Register,
    looking: looking::Looking,
    embedded: EmbeddedSource,
    source: Arc<dyn RecordSource>,
    nobody: nobody::Nobody,
    sequencer: publishing::Sequencer,
    witnessing: witnessing::Witnessing,
    public: transparency::Kept,
}

impl fmt::Debug for Portal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Portal(..)")
    }
}

impl Portal {
    /// The store.
    #[must_use]
    pub fn db(&self) -> &Db {
        &self.0.db
    }

    /// The one time of this transaction, from the clock when it is asked for first. Whatever is done and said in the
    /// transaction has this time, and no other.
    #[must_use]
    pub fn at(&self, tx: &Tx) -> At {
        tx.at(|| self.now())
    }

    /// What time it is. In a transaction, ask [`Portal::at`] instead.
    #[must_use]
    pub fn now(&self) -> At {
        self.0.clock.now()
    }

    /// What nobody can guess.
    #[must_use]
    pub const fn chance(&self) -> Chance {
        Chance
    }

    /// The keys.
    #[must_use]
    pub fn keys(&self) -> &Keys {
        &self.0.keys
    }

    /// The settings.
    #[must_use]
    pub fn config(&self) -> &Config {
        &self.0.config
    }

    /// Finds people and requests by National Insurance number and date of birth.
    #[must_use]
    pub fn nino_index(&self, nino: &Nino, birth_date: Date) -> Vec<u8> {
        let text = format!("{}|{}", nino.as_str(), consent::time::day(birth_date));
        self.keys().blind_index("nino", &text)
    }

    /// Finds people and records by NHS number.
    #[must_use]
    pub fn nhs_index(&self, number: &NhsNumber) -> Vec<u8> {
        self.keys().blind_index("nhs-number", number.as_str())
    }
}
