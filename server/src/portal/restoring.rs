//! Putting a backup back into an empty store: all of it or nothing, in one transaction. Nothing that was shared can be
//! collected after it until its claimant has confirmed it again (promise 14).

use super::actor::Actor;
use super::asked;
use super::backups::{Tell, leaf};
use super::error::{Error, Fault, Refusal, Result};
use super::log::{self, Entry, Kind};
use super::{OpenFault, Portal, people, receipts, standings};
use crate::backup::{self, FileSaid, Manifest, Rows, erasures};
use crate::clock::Clock;
use crate::config::Config;
use crate::store::db::{Cell, Tx};
use crate::store::tables::{self, KEPT, PUBLISHED, Table};
use crate::store::{people as rows, restoring};
use consent::decision::Hold;
use consent::ids::PersonId;
use consent::log::Frontier;
use consent::standing::{Powers, Reason};
use serde_json::json;
use std::collections::BTreeSet;
use std::path::Path;
use std::sync::Arc;

/// So many rows, or bytes of lines, are put in at once.
const ROWS: usize = 200;
const BYTES: usize = 1 << 20;

/// What came of putting a backup back.
#[derive(Clone, Debug)]
pub struct Restored {
    /// The backup's manifest.
    pub manifest: Manifest,
    /// How many requests are paused until their claimants confirm again.
    pub paused: usize,
    /// How many people were erased again.
    pub erased: usize,
    /// How many were erased after they came, and are in no row of this backup.
    pub unknown: usize,
}

impl Portal {
    /// Puts a backup into an empty store. `erased` is everybody who is known to be erased, besides those put down beside
    /// the keys.
    ///
    /// # Errors
    /// Refused where the store holds anything, the keys are not there, or the backup is not whole and ours. Then the
    /// store is as empty as before.
    pub async fn restore(
        config: Config,
        clock: Arc<dyn Clock>,
        folder: &Path,
        erased: BTreeSet<PersonId>,
        tell: Tell<'_>,
    ) -> Result<Restored, OpenFault> {
        let keys = config.keys_dir();
        for key in ["master.key", "index.key", "receipt.key"] {
            if !keys.join(key).exists() {
                return Err(OpenFault::KeysGone(keys));
            }
        }
        let (portal, lock) = Self::put_together(config, clock).await?;
        let restored = portal.put_back(folder, erased, tell).await;
        if restored.is_ok() {
            // Whoever was erased in this transaction as well.
            portal.put_down_erasures().await?;
        }
        portal.db().close().await;
        drop(lock);
        restored.map_err(OpenFault::Restoring)
    }

    async fn put_back(
        &self,
        folder: &Path,
        mut erased: BTreeSet<PersonId>,
        tell: Tell<'_>,
    ) -> Result<Restored> {
        let manifest = backup::open(folder, &self.keys().receipt_verifying())?;
        let beside = erasures::read(&erasures::path(&self.config().keys_dir()));
        erased.extend(beside.map_err(|why| refused(why.to_string()))?);
        let mut tx = self.db().write().await?;
        if let Some(table) = tables::first_in_use(&mut tx).await? {
            return Err(refused(format!(
                "this store is in use (the table {table} holds something). Stop Sayso, put another data folder or an empty database in its place, with the keys of the old one, and restore before anything else is run"
            )));
        }
        if tx.migrations().await? != manifest.migrations {
            return Err(refused(format!(
                "the backup was made by Sayso {} with other tables than those of this program: restore it with that version, then update",
                manifest.program
            )));
        }
        tx.name_rows_before_they_come().await?;
        load(&mut tx, folder, &manifest, tell).await?;
        match self.verify_log_in(&mut tx, false, |_, _| ()).await? {
            Ok(whole) if (whole.size, whole.root) == (manifest.log.size, manifest.log.root) => {}
            Ok(_) => return Err(refused("the log is another than the manifest says".to_owned())),
            Err(broken) => return Err(refused(format!("the log is not whole: {broken}"))),
        }
        let actor = Actor::Operator;
        let mut done = Restored { manifest, paused: 0, erased: 0, unknown: 0 };
        for person in erased {
            match rows::by_id(&mut tx, person).await? {
                Some(row) if row.erased_at.is_none() => {
                    people::erase_in(self, &mut tx, &actor, person).await?;
                    done.erased += 1;
                }
                Some(_) => {}
                None => done.unknown += 1,
            }
        }
        done.paused = hold_everything(self, &mut tx, &actor).await?;
        let data = json!({
            "made_at": done.manifest.made_at,
            "size": done.manifest.log.size,
            "root": done.manifest.log.root,
            "paused": done.paused,
            "erased": done.erased,
        });
        let kind = Kind::Restored;
        let entry = Entry { kind, actor: &actor, subject: None, request: None, data };
        log::append(self, &mut tx, entry).await?;
        tx.commit().await?;
        Ok(done)
    }
}

/// Every row into its table, each file the one that the manifest names.
async fn load(tx: &mut Tx, folder: &Path, manifest: &Manifest, tell: Tell<'_>) -> Result<()> {
    let known: Vec<&Table> = KEPT.iter().chain(PUBLISHED).collect();
    let same = |(said, table): (&FileSaid, &&Table)| {
        said.table == table.name
            && said.columns.iter().eq(table.columns.iter().map(|(name, _)| name))
    };
    if manifest.tables.len() != known.len() || !manifest.tables.iter().zip(&known).all(same) {
        return Err(refused("the backup has other tables than this program".to_owned()));
    }
    let mut tree = Frontier::default();
    for (number, (said, table)) in manifest.tables.iter().zip(known).enumerate() {
        if number == KEPT.len() {
            // What was published is about leaves that are there.
            let size = i64::try_from(tree.size()).unwrap_or(i64::MAX);
            if size > 0 {
                tables::set_size(tx, size).await?;
            }
        }
        let tree = (table.name == "leaf").then_some(&mut tree);
        put(tx, folder, said, table, tree).await?;
        tell(table.name, said.rows);
    }
    let same = (tree.size(), tree.head()) == (manifest.log.size, manifest.log.root);
    if same { Ok(()) } else { Err(refused("the log is another than the manifest says".to_owned())) }
}

/// Puts the rows of one file in.
async fn put(
    tx: &mut Tx,
    folder: &Path,
    said: &FileSaid,
    table: &Table,
    mut tree: Option<&mut Frontier>,
) -> Result<()> {
    let holds = table.holds();
    let mut rows = Rows::of(folder, said, &holds)?;
    let mut waiting: Vec<Cell> = Vec::new();
    let (mut count, mut bytes) = (0, 0);
    let full = table.statement(ROWS);
    loop {
        let row = rows.row()?;
        let end = row.is_none();
        if let Some((cells, long)) = row {
            if let Some(tree) = &mut tree {
                tree.push(leaf(&cells)?);
            }
            waiting.extend(cells);
            count += 1;
            bytes += long;
        }
        if count == ROWS || bytes >= BYTES || (end && count > 0) {
            let statement = if count == ROWS { full.clone() } else { table.statement(count) };
            let put = tx.put_rows(statement, std::mem::take(&mut waiting)).await?;
            if u64::try_from(count) != Ok(put) {
                return Err(Fault::new("a row of a backup was not put back").into());
            }
            (count, bytes) = (0, 0);
        }
        if end {
            return Ok(());
        }
    }
}

/// Everything that could be collected, or could be once more, waits for its claimant.
async fn hold_everything(portal: &Portal, tx: &mut Tx, actor: &Actor) -> Result<usize> {
    let now = portal.at(tx);
    let mut held = 0;
    for id in restoring::of_somebody(tx).await? {
        let Some(loaded) = asked::load(portal, tx, id).await? else { continue };
        let Some(person) = loaded.person() else { continue };
        let shares =
            |reason| matches!(reason, Reason::Granted | Reason::NothingRecorded | Reason::Paused);
        let standings = standings::now(&loaded, &Powers::Everything, now);
        if !standings.iter().any(|standing| shares(standing.reason)) {
            continue;
        }
        receipts::hold(portal, tx, actor, person, &loaded, Hold::Restored).await?;
        held += 1;
    }
    Ok(held)
}

fn refused(why: String) -> Error {
    Refusal::FileRefused(why).into()
}
