//! Opening the portal: keys, store, tables up to date. Refuses what would lose or hide something.

use super::hashing::Hasher;
use super::nobody::Nobody;
use super::{Inner, Portal, receipts};
use crate::clock::Clock;
use crate::config::{Config, SourceKind};
use crate::keys::{Keys, KeysFault};
use crate::records::{EmbeddedSource, FhirSource, RecordSource, SetUpFault};
use crate::store::{Db, StoreError, events};
use std::fs::{DirBuilder, File};
use std::os::unix::fs::DirBuilderExt;
use std::sync::Arc;

/// Why the portal cannot be opened.
#[derive(Debug, thiserror::Error)]
pub enum OpenFault {
    /// The keys.
    #[error(transparent)]
    Keys(#[from] KeysFault),
    /// The store.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// The keys are gone: what the store holds cannot be read without them.
    #[error("the store is in use, and its keys are not in {0}; put them back")]
    KeysGone(std::path::PathBuf),
    /// A backup that is not put back.
    #[error(transparent)]
    Restoring(super::Error),
    /// The FHIR server that records are read from.
    #[error(transparent)]
    Records(#[from] SetUpFault),
    /// The purposes that ship with the program could not be put into the register, or rows of an earlier version not
    /// brought up to date.
    #[error("the store cannot be made ready: {0}")]
    Register(#[from] super::Error),
}

impl Portal {
    /// Opens keys and store, and brings the store up to date. Safe beside other processes.
    pub async fn open(config: Config, clock: Arc<dyn Clock>) -> Result<Self, OpenFault> {
        let (portal, lock) = Self::put_together(config, clock).await?;
        let mut tx = portal.db().read().await?;
        portal.see_epoch(&mut tx).await?;
        drop(tx);
        portal.ship_purposes().await?;
        receipts::number_old(&portal).await?;
        portal.put_down_erasures().await?;
        drop(lock);
        Ok(portal)
    }

    /// Keys and store, and nothing put into the store yet. Nobody else opens them before the file is let go.
    pub(super) async fn put_together(
        config: Config,
        clock: Arc<dyn Clock>,
    ) -> Result<(Self, File), OpenFault> {
        // Nobody else's business, where we make it; whoever made it before has said who may look.
        let folder = DirBuilder::new().recursive(true).mode(0o700).create(&config.data_dir);
        folder.map_err(StoreError::from)?;
        let db = Db::open(&config.place()).await?;
        // One process at a time: two that migrate or make keys at once would trip over each other.
        let lock = File::create(config.data_dir.join("opening.lock")).map_err(StoreError::from)?;
        lock.lock().map_err(StoreError::from)?;
        db.migrate().await?;
        let folder = config.keys_dir();
        // Without them nothing could be opened, and nobody found: never make new ones beside an old store.
        let complete = ["master.key", "index.key"].iter().all(|key| folder.join(key).exists());
        if !complete && events::size(&mut db.read().await?).await? > 0 {
            return Err(OpenFault::KeysGone(folder));
        }
        let keys = Arc::new(Keys::open(&folder)?);
        let embedded = EmbeddedSource::new(db.clone(), keys.clone());
        let source: Arc<dyn RecordSource> = match config.records.source {
            SourceKind::Embedded => Arc::new(embedded.clone()),
            SourceKind::Fhir => Arc::new(FhirSource::new(&config.records.fhir, clock.clone())?),
        };
        let hasher = Hasher::new();
        let nobody = Nobody::new(&keys)?;
        let (register, looking, sequencer, public, witnessing) = Default::default();
        let portal = Self(Arc::new(Inner {
            db,
            clock,
            keys,
            config,
            hasher,
            register,
            looking,
            embedded,
            source,
            nobody,
            sequencer,
            witnessing,
            public,
        }));
        Ok((portal, lock))
    }
}
