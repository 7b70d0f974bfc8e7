//! `sayso answer`: a professional's answers to a question of a request. They go nowhere by themselves: the claimant
//! looks at them and decides.

use super::{Answer, Stop};
use crate::portal::{Actor, Portal};
use clap::Subcommand;
use consent::ids::RequestId;
use serde_json::json;
use std::path::{Path, PathBuf};

/// Answers of professionals.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Take in one FHIR R4 QuestionnaireResponse, or a Bundle with one
    Import {
        /// The request that asks for it
        #[arg(long, value_name = "ID")]
        request: RequestId,
        /// The file, in JSON
        file: PathBuf,
    },
}

impl Command {
    pub(super) async fn run(self, portal: &Portal) -> Result<Answer, Stop> {
        match self {
            Self::Import { request, file } => {
                let bytes = read(&file).await?;
                let done = portal.import_answers(&Actor::Operator, request, bytes).await?;
                let json = json!({
                    "request": done.request,
                    "questions": done.questions,
                    "digest": done.digest,
                });
                let words = format!(
                    "{} answered questions for request {}. The claimant sees them and decides.",
                    done.questions, done.request
                );
                Ok(Answer::new(json, words))
            }
        }
    }
}

/// Reads at most one byte more than can be taken in.
async fn read(file: &Path) -> Result<Vec<u8>, Stop> {
    use tokio::io::AsyncReadExt as _;
    let cannot = |why: std::io::Error| {
        Stop::refused(format_args!("{} cannot be read: {why}", file.display()))
    };
    let most = u64::try_from(consent::words::MOST_BYTES).unwrap_or(u64::MAX).saturating_add(1);
    let mut bytes = Vec::new();
    let opened = tokio::fs::File::open(file).await.map_err(cannot)?;
    opened.take(most).read_to_end(&mut bytes).await.map_err(cannot)?;
    Ok(bytes)
}
