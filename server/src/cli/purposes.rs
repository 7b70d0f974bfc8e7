//! `sayso purpose`: the public register of purposes.

use super::clients::read;
use super::{Answer, Stop};
use crate::portal::{Actor, Portal};
use clap::Subcommand;
use serde_json::{Value, json};
use std::path::PathBuf;

/// The register of purposes.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Add purposes, or new versions of them; what is in the register stays as it is
    Import {
        /// A register file (TOML, [[purpose]])
        file: PathBuf,
    },
    /// Every version of every purpose, the newest first
    List,
}

impl Command {
    pub(super) async fn run(self, portal: &Portal) -> Result<Answer, Stop> {
        match self {
            Self::Import { file } => {
                let imported =
                    portal.import_purposes(&Actor::Operator, &read(&file).await?).await?;
                let words: Vec<String> = imported
                    .iter()
                    .map(|done| {
                        format!("{} version {}: {}", done.id, done.version, done.change.as_str())
                    })
                    .collect();
                let purposes: Vec<Value> = imported
                    .iter()
                    .map(|done| json!({ "id": done.id, "version": done.version, "change": done.change.as_str() }))
                    .collect();
                Ok(Answer::new(json!({ "purposes": purposes }), words.join("\n")))
            }
            Self::List => {
                let purposes = portal.purposes().await?;
                let words: Vec<String> = purposes
                    .iter()
                    .map(|purpose| {
                        let state = if purpose.retired_at.is_some() { ", retired" } else { "" };
                        let (title, benefit) = (&purpose.title.en, &purpose.benefit.en);
                        format!(
                            "{} version {}: {title} ({benefit}){state}",
                            purpose.id, purpose.version
                        )
                    })
                    .collect();
                Ok(Answer::new(json!({ "purposes": purposes }), words.join("\n")))
            }
        }
    }
}
