//! Backups: the store as it is at one moment, written away while it is used. What a backup holds lets nobody collect
//! anything: no key of a package or a preview is in it.

use super::actor::Actor;
use super::error::{Error, Fault, Refusal, Result};
use super::log::{self, Entry, Kind};
use super::{OpenFault, Portal};
use crate::backup::{self, BackupFault, FORMAT, FileSaid, LogSaid, Manifest, Writing, erasures};
use crate::log::newest;
use crate::store::db::{Cell, Tx};
use crate::store::tables::{KEPT, PUBLISHED, Table};
use crate::store::{events, restoring};
use consent::digest::Digest;
use consent::ids::PersonId;
use consent::log::Frontier;
use consent::time::At;
use serde_json::json;
use std::path::Path;

/// So many rows are told of at once.
const TELL: u64 = 50_000;

/// What is told while a backup is made or put back: the table, and how many of its rows are done.
pub type Tell<'a> = &'a (dyn Fn(&str, u64) + Send + Sync);

impl From<BackupFault> for Error {
    fn from(why: BackupFault) -> Self {
        Refusal::FileRefused(why.to_string()).into()
    }
}

impl Portal {
    /// Writes the store as it is at one moment into a new folder.
    ///
    /// # Errors
    /// Refused where the folder is there or cannot be written; then there is none.
    pub async fn backup(&self, actor: &Actor, folder: &Path, tell: Tell<'_>) -> Result<Manifest> {
        let writing = Writing::begin(folder, &self.chance().code()?)?;
        let mut tx = self.db().write().await?;
        let (kind, data) = (Kind::BackupMade, json!({}));
        let entry = Entry { kind, actor, subject: None, request: None, data };
        log::append(self, &mut tx, entry).await?;
        tx.commit().await?;

        let mut tx = self.db().read().await?;
        let mut tree = Frontier::default();
        let mut tables = Vec::new();
        let migrations = tx.migrations().await?;
        for table in KEPT.iter().chain(PUBLISHED) {
            let tree = (table.name == "leaf").then_some(&mut tree);
            tables.push(written(&mut tx, &writing, table, tree, tell).await?);
        }
        let head = events::size(&mut tx).await?;
        if u64::try_from(head) != Ok(tree.size()) {
            return Err(Fault::new("the log has not as many leaves as it says").into());
        }
        let manifest = Manifest {
            format: FORMAT.to_owned(),
            made_at: self.at(&tx),
            program: env!("CARGO_PKG_VERSION").to_owned(),
            migrations,
            log: LogSaid {
                size: tree.size(),
                root: tree.head(),
                checkpoint: newest(&mut tx).await?.map(|published| published.note),
            },
            tables,
        };
        drop(tx);
        writing.finish(&manifest, self.keys().receipt_signing())?;
        Ok(manifest)
    }

    /// Everybody who was erased, for the operator: to be kept apart from the backups.
    pub async fn erased(&self, _actor: &Actor) -> Result<Vec<(PersonId, At)>> {
        let mut tx = self.db().read().await?;
        Ok(restoring::erased(&mut tx).await?)
    }

    /// Puts down beside the keys who was erased; they are erased all the same where that fails.
    pub(super) fn put_down(&self, erased: &[(PersonId, At)]) {
        let path = erasures::path(&self.config().keys_dir());
        if let Err(why) = erasures::add(&path, erased) {
            tracing::error!(%why, "an erasure could not be put down beside the keys; it is tried again at the next start");
        }
    }

    /// The same for everybody who is not there yet: of another process, or of before a power cut.
    pub(super) async fn put_down_erasures(&self) -> Result<(), OpenFault> {
        let mut tx = self.db().read().await?;
        let erased = restoring::erased(&mut tx).await?;
        drop(tx);
        let known = erasures::read(&erasures::path(&self.config().keys_dir()));
        let known = known.map_err(|why| Error::from(Refusal::FileRefused(why.to_string())))?;
        let new: Vec<_> = erased.into_iter().filter(|(id, _)| !known.contains(id)).collect();
        self.put_down(&new);
        Ok(())
    }
}

/// Writes one table; the leaves of the log grow the tree as well.
async fn written(
    tx: &mut Tx,
    writing: &Writing,
    table: &'static Table,
    mut tree: Option<&mut Frontier>,
    tell: Tell<'_>,
) -> Result<FileSaid> {
    let mut file = writing.table(table.name)?;
    let take = |cells: Vec<Cell>| -> Result<()> {
        if let Some(tree) = &mut tree {
            tree.push(leaf(&cells)?);
        }
        file.put(&backup::line(&cells))?;
        if file.rows().is_multiple_of(TELL) {
            tell(table.name, file.rows());
        }
        Ok(())
    };
    tx.each_row(table.question(), &table.holds(), take).await?;
    tell(table.name, file.rows());
    Ok(file.finish(table.columns.iter().map(|(name, _)| (*name).to_owned()).collect())?)
}

/// The hash of a leaf's row.
pub(super) fn leaf(cells: &[Cell]) -> Result<Digest> {
    let hash = match cells.get(1) {
        Some(Cell::Bytes(Some(bytes))) => <[u8; 32]>::try_from(bytes.as_slice()).ok(),
        _ => None,
    };
    Ok(hash.map(Digest::from_bytes).ok_or_else(|| Fault::new("a leaf holds no hash"))?)
}
