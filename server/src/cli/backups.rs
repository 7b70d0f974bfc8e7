//! `sayso backup` and `sayso restore`. A line of progress goes to standard error where somebody looks at it.

use super::{Answer, Stop};
use crate::backup::erasures;
use crate::clock::SystemClock;
use crate::config::Config;
use crate::portal::{Actor, Portal};
use clap::Args;
use serde_json::json;
use std::io::{IsTerminal as _, Write as _};
use std::path::PathBuf;
use std::sync::Arc;

/// Write the store as it is at this moment into a new folder; also while serving.
#[derive(Debug, Args)]
pub struct Backup {
    /// A folder that is not there yet
    folder: PathBuf,
}

/// Put a backup into an empty store. Everything that was shared waits until it is confirmed again.
#[derive(Debug, Args)]
pub struct Restore {
    /// The folder of the backup
    folder: PathBuf,
    /// Whoever is in this file is erased again: one id a line, as `sayso person erased` prints them. Those put down
    /// beside the keys are erased without it
    #[arg(long, value_name = "FILE")]
    erasures: Option<PathBuf>,
}

impl Backup {
    pub(super) async fn run(self, portal: &Portal) -> Result<Answer, Stop> {
        let manifest = portal.backup(&Actor::Operator, &self.folder, &told).await?;
        end_of_progress();
        let rows: u64 = manifest.tables.iter().map(|file| file.rows).sum();
        let bytes: u64 = manifest.tables.iter().map(|file| file.bytes).sum();
        let json = json!({
            "folder": self.folder,
            "made_at": manifest.made_at,
            "rows": rows,
            "bytes": bytes,
            "log": { "size": manifest.log.size, "root": manifest.log.root },
        });
        let words = format!(
            "Backed up to {}.\nrows: {rows}\nbytes: {bytes}\nsize of the log: {}\nroot: {}\nIt holds no key of a package, and not the folder of keys: keep that apart, with the file of who was erased.",
            self.folder.display(),
            manifest.log.size,
            manifest.log.root
        );
        Ok(Answer::new(json, words))
    }
}

impl Restore {
    pub(super) async fn run(self, config: Config) -> Result<Answer, Stop> {
        let erased = match &self.erasures {
            Some(path) if path.exists() => erasures::read(path).map_err(Stop::refused)?,
            Some(path) => {
                return Err(Stop::refused(format_args!("{} is not there", path.display())));
            }
            None => std::collections::BTreeSet::new(),
        };
        let clock = Arc::new(SystemClock);
        let restored = Portal::restore(config, clock, &self.folder, erased, &told).await;
        end_of_progress();
        let restored = restored.map_err(Stop::refused)?;
        let log = &restored.manifest.log;
        let json = json!({
            "made_at": restored.manifest.made_at,
            "log": { "size": log.size, "root": log.root },
            "paused": restored.paused,
            "erased": restored.erased,
            "erased_unknown": restored.unknown,
        });
        let words = format!(
            "Restored as of {}.\nsize of the log: {}\nroot: {}\nrequests paused until their claimants confirm again: {}\npeople erased again: {}\nWhat happened after that moment is not in this store. Before you serve, do again what only you know of:\n  sayso person erase    whoever was erased since and is not in your list\n  sayso client disable  whoever was disabled since, and client rotate for other keys\n  sayso person died     whoever died since\nCodes, links and sign-ins are gone: issue new codes. An older password may stand again.\nIf more of the log was published than this backup holds, sayso serve publishes nothing until you say: sayso log accept-restore --reason TEXT",
            restored.manifest.made_at.rfc3339(),
            log.size,
            log.root,
            restored.paused,
            restored.erased
        );
        Ok(Answer::new(json, words))
    }
}

/// A line of progress, over the one before.
fn told(table: &str, rows: u64) {
    let mut out = std::io::stderr();
    if out.is_terminal() {
        // Where nobody looks any more, nothing is lost.
        drop(write!(out, "\r\x1b[K{table}: {rows} rows").and_then(|()| out.flush()));
    }
}

fn end_of_progress() {
    let mut out = std::io::stderr();
    if out.is_terminal() {
        drop(write!(out, "\r\x1b[K").and_then(|()| out.flush()));
    }
}
