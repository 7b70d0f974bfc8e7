//! `sayso record`: records into the embedded source.

use super::{Answer, Stop};
use crate::portal::{Actor, Portal};
use crate::records::ImportReport;
use clap::Subcommand;
use consent::identity::NhsNumber;
use serde_json::{Value, json};
use std::fmt::Write;
use std::path::{Path, PathBuf};

/// Health records.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Take in a FHIR R4 Bundle about one person; what was there before is replaced
    Import {
        /// Whose record it is
        #[arg(long, value_parser = NhsNumber::parse)]
        nhs_number: NhsNumber,
        /// The Bundle, in JSON
        file: PathBuf,
    },
}

impl Command {
    pub(super) async fn run(self, portal: &Portal) -> Result<Answer, Stop> {
        match self {
            Self::Import { nhs_number, file } => {
                let bytes = read(&file).await?;
                let report = portal.import_record(&Actor::Operator, &nhs_number, bytes).await?;
                answer(&report)
            }
        }
    }
}

async fn read(file: &Path) -> Result<Vec<u8>, Stop> {
    let read = tokio::fs::read(file).await;
    read.map_err(|why| Stop::refused(format_args!("{} cannot be read: {why}", file.display())))
}

fn answer(report: &ImportReport) -> Result<Answer, Stop> {
    let mut json = serde_json::to_value(&report.counts).map_err(Stop::refused)?;
    if let Value::Object(members) = &mut json {
        members.insert("digest".to_owned(), json!(report.digest));
        members.insert("person_known".to_owned(), json!(report.person.is_some()));
    }
    let counts = &report.counts;
    let mut words = format!("entries: {}", counts.entries);
    // Writing to a string does not fail.
    for (home, count) in &counts.by_home {
        let _ = write!(words, "\n  {}: {count}", home.id());
    }
    let _ = write!(
        words,
        "\nnever sent: {}\nnot recognised: {}",
        counts.never_sent, counts.not_recognised
    );
    for (why, count) in &counts.withheld {
        let _ = write!(words, "\nwithheld, {}: {count}", why.code());
    }
    Ok(Answer::new(json, words))
}
