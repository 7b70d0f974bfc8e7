//! `sayso log`: is the log whole? Its key, and a mirror of it for somebody else to check. Reads it; changes nothing.

use super::{Answer, Stop, proofs};
use crate::log::mirror::{self, MirrorFault};
use crate::portal::{Actor, Portal};
use clap::Subcommand;
use indicatif::{ProgressBar, ProgressStyle};
use serde_json::json;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};

/// The log of everything that happened.
#[derive(Clone, Debug, Subcommand)]
pub enum Command {
    /// Walk the whole log: every leaf, every tile, every checkpoint, and every event that can still be opened
    Verify {
        /// A mirror instead, as `sayso log export` or somebody else made it; needs neither store nor settings
        #[arg(long, value_name = "DIR", requires = "key")]
        mirror: Option<PathBuf>,
        /// The key of the log that the mirror is of, as `sayso log key` prints it
        #[arg(long, value_name = "VKEY", requires = "mirror")]
        key: Option<String>,
    },
    /// Print the key with which others check the log's checkpoints
    Key,
    /// Write the published log into a folder, for an auditor's tools; into one that is there, what is new
    Export {
        /// The folder
        dir: PathBuf,
    },
    /// The proof of one line of somebody's history
    #[command(subcommand)]
    Proof(proofs::Command),
    /// After a restore that lost what was published: go on publishing all the same, under another origin
    AcceptRestore {
        /// Why, for the record
        #[arg(long, value_name = "TEXT")]
        reason: String,
    },
}

impl Command {
    /// The check of a mirror, which needs no portal.
    pub(super) fn alone(&self) -> Option<Result<Answer, Stop>> {
        match self {
            Self::Verify { mirror: Some(folder), key: Some(key) } => {
                Some(verify_mirror(folder, key))
            }
            Self::Proof(command) => Some(command.run()),
            _ => None,
        }
    }

    pub(super) async fn run(self, portal: &Portal) -> Result<Answer, Stop> {
        match self {
            Self::Verify { .. } => verify(portal).await,
            Self::Proof(command) => command.run(),
            Self::Key => {
                let (key, origin) = (portal.log_vkey(), portal.log_origin());
                Ok(Answer::new(json!({ "vkey": key, "origin": origin }), key))
            }
            Self::Export { dir } => export(portal, &dir).await,
            Self::AcceptRestore { reason } => {
                let epoch = portal.accept_restore(&Actor::Operator, &reason).await?;
                let (origin, vkey) = (portal.log_origin(), portal.log_vkey());
                let words = format!(
                    "On the record. From here on the log has another name, because it lost what was published under the one before:\n  origin = \"{origin}\"\n  vkey = \"{vkey}\"\nSend both lines to everybody who runs a witness, and say why. They add them under [[logs]], leave what is there, and start their witness again; until then they do not sign.\nTell those who read the log too. Where sayso serve runs, it publishes again within seconds: you need not start it again."
                );
                let json = json!({ "epoch": epoch, "origin": origin, "vkey": vkey });
                Ok(Answer::new(json, words))
            }
        }
    }
}

async fn verify(portal: &Portal) -> Result<Answer, Stop> {
    let bar = bar();
    let walked = portal.verify_log_and_tell(|done, all| told(&bar, done, all)).await;
    bar.finish_and_clear();
    let whole =
        walked?.map_err(|broken| Stop::refused(format_args!("the log is not whole: {broken}")))?;
    let json = json!({
        "whole": true,
        "size": whole.size,
        "root": whole.root,
        "opened": whole.opened,
        "erased": whole.erased,
        "tiles": whole.tiles,
        "checkpoints": whole.checkpoints,
    });
    let mut words = format!(
        "The log is whole.\nsize: {}\nroot: {}\nevents opened, each the one that its leaf commits to: {}\n\
         full tiles, each with the root of its hashes: {}\ncheckpoints, each signed and over its leaves: {}",
        whole.size, whole.root, whole.opened, whole.tiles, whole.checkpoints
    );
    if whole.erased > 0 {
        let gone = format_args!(
            "\nevents that nobody can open any more, because somebody was erased: {}",
            whole.erased
        );
        // Writing to a string cannot fail.
        let _ = words.write_fmt(gone);
    }
    Ok(Answer::new(json, words))
}

fn verify_mirror(folder: &Path, key: &str) -> Result<Answer, Stop> {
    let bar = bar();
    let checked = mirror::verify(folder, key, |done, all| told(&bar, done, all));
    bar.finish_and_clear();
    let said =
        checked.map_err(|why| Stop::refused(format_args!("the mirror does not hold: {why}")))?;
    let json =
        json!({ "whole": true, "origin": said.origin, "size": said.size, "root": said.root });
    let words = format!(
        "The mirror is whole: every tile is there, and the log’s key has signed their root.\norigin: {}\nsize: {}\nroot: {}",
        said.origin, said.size, said.root
    );
    Ok(Answer::new(json, words))
}

async fn export(portal: &Portal, dir: &Path) -> Result<Answer, Stop> {
    let bar = bar();
    let exported = portal.export_log(dir, |done, all| told(&bar, done, all)).await?;
    bar.finish_and_clear();
    let (size, new) = exported.map_err(|why: MirrorFault| Stop::refused(why))?;
    let (key, shown) = (portal.log_vkey(), dir.display());
    let json = json!({ "dir": dir, "size": size, "new_tiles": new, "vkey": key });
    let words = format!("{size} leaves are in {shown}; new tiles: {new}. Their key: {key}");
    Ok(Answer::new(json, words))
}

/// How far it is, for people at a terminal; nobody else sees it.
fn bar() -> ProgressBar {
    let bar = ProgressBar::new(0);
    if let Ok(style) = ProgressStyle::with_template("{bar:40} {pos} of {len} leaves, {per_sec}") {
        bar.set_style(style);
    }
    bar
}

fn told(bar: &ProgressBar, done: u64, all: u64) {
    bar.set_length(all);
    bar.set_position(done);
}
