//! The records that the operator imported, kept in the store, each sealed under a key of its own.
//! Importing again replaces: the bytes of before are gone with their key.

use super::{RecordBytes, RecordSource, SourceFault};
use crate::chance::Chance;
use crate::keys::{Keys, SealKey};
use crate::store::records::{self, RecordRow};
use crate::store::{Db, StoreError, Tx};
use async_trait::async_trait;
use consent::digest::Digest;
use consent::identity::NhsNumber;
use consent::time::At;
use std::sync::Arc;
use uuid::Uuid;

/// The embedded source.
#[derive(Clone, Debug)]
pub struct EmbeddedSource {
    db: Db,
    keys: Arc<Keys>,
}

impl EmbeddedSource {
    /// Its fixed name.
    pub const ID: &str = "gp-record";

    /// Over this store.
    #[must_use]
    pub const fn new(db: Db, keys: Arc<Keys>) -> Self {
        Self { db, keys }
    }

    /// Puts this record in place of the one that is there.
    pub async fn put(
        &self,
        tx: &mut Tx,
        number: &NhsNumber,
        bytes: &[u8],
        digest: Digest,
        at: At,
    ) -> Result<(), SourceFault> {
        let id = Chance.uuid(at)?;
        let key = SealKey::new(Chance)?;
        let row = RecordRow {
            id,
            key_wrapped: self.keys.wrap(Chance, &key, &context(id))?,
            sealed: key.seal(Chance, &context(id), bytes)?,
            digest: digest.as_bytes().to_vec(),
            imported_at: at.into(),
        };
        records::replace(tx, &self.index(number), Self::ID, &row).await?;
        Ok(())
    }

    async fn row(&self, number: &NhsNumber) -> Result<Option<RecordRow>, StoreError> {
        let mut tx = self.db.read().await?;
        records::by_nhs_index(&mut tx, &self.index(number)).await
    }

    fn index(&self, number: &NhsNumber) -> Vec<u8> {
        self.keys.blind_index("nhs-number", number.as_str())
    }
}

fn context(id: Uuid) -> String {
    format!("record:{id}")
}

#[async_trait]
impl RecordSource for EmbeddedSource {
    fn id(&self) -> &'static str {
        Self::ID
    }

    async fn read(&self, number: &NhsNumber) -> Result<Option<RecordBytes>, SourceFault> {
        let Some(row) = self.row(number).await? else { return Ok(None) };
        let key =
            self.keys.unwrap_key(&row.key_wrapped, &context(row.id)).ok_or(SourceFault::Damaged)?;
        let bytes = key.open(&context(row.id), &row.sealed).ok_or(SourceFault::Damaged)?;
        if Digest::of(&bytes).as_bytes().as_slice() == row.digest {
            Ok(Some(bytes))
        } else {
            Err(SourceFault::Damaged)
        }
    }
}
