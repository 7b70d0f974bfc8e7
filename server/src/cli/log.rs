//! `sayso log`: is the log whole? Reads it; changes nothing.

use super::{Answer, Stop};
use crate::portal::Portal;
use clap::Subcommand;
use serde_json::json;
use std::fmt::Write as _;

/// The log of everything that happened.
#[derive(Clone, Copy, Debug, Subcommand)]
pub enum Command {
    /// Walk the whole log: every leaf, and every event that can still be opened
    Verify,
}

impl Command {
    pub(super) async fn run(self, portal: &Portal) -> Result<Answer, Stop> {
        match self {
            Self::Verify => verify(portal).await,
        }
    }
}

async fn verify(portal: &Portal) -> Result<Answer, Stop> {
    let whole = portal
        .verify_log()
        .await?
        .map_err(|broken| Stop::refused(format_args!("the log is not whole: {broken}")))?;
    let json = json!({
        "whole": true,
        "size": whole.size,
        "root": whole.root,
        "opened": whole.opened,
        "erased": whole.erased,
    });
    let mut words = format!(
        "The log is whole.\nsize: {}\nroot: {}\nevents opened, each the one that its leaf commits to: {}",
        whole.size, whole.root, whole.opened
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
