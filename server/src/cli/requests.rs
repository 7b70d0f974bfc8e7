//! `sayso request` and `sayso withdraw`: what an operator may do about requests. An operator can take
//! permission away for somebody who asked by phone or letter, and never give it.

use super::{Answer, Stop};
use crate::portal::Portal;
use clap::{Args, Subcommand};
use consent::ids::RequestId;
use serde_json::{Value, json};

/// Requests.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Requests that match nobody
    Unmatched,
}

/// Withdraw everything that a request may collect.
#[derive(Debug, Args)]
pub struct Withdraw {
    /// Which request
    #[arg(long, value_name = "ID")]
    request: RequestId,
    /// Where it is on record that the claimant asked for it, such as the number of a letter
    #[arg(long, value_name = "REF")]
    evidence: String,
}

impl Command {
    pub(super) async fn run(self, portal: &Portal) -> Result<Answer, Stop> {
        match self {
            Self::Unmatched => {
                portal.operator_looked("requests-unmatched").await?;
                let requests = portal.unmatched_requests().await?;
                let words: Vec<String> = requests
                    .iter()
                    .map(|(id, reference, client)| {
                        // What a requester wrote is shown, and never obeyed by a terminal.
                        format!("{id}  {}, asked by {client}", reference.escape_debug())
                    })
                    .collect();
                let requests: Vec<Value> = requests
                    .iter()
                    .map(|(id, reference, client)| {
                        json!({ "request_id": id, "reference": reference, "client_id": client })
                    })
                    .collect();
                Ok(Answer::new(json!({ "requests": requests }), words.join("\n")))
            }
        }
    }
}

impl Withdraw {
    pub(super) async fn run(self, portal: &Portal) -> Result<Answer, Stop> {
        if self.evidence.trim().is_empty() {
            return Err(Stop::Usage(
                "--evidence says where the claimant's wish is on record".to_owned(),
            ));
        }
        let receipt = portal.withdraw_for(self.request, self.evidence.trim()).await?;
        let json = json!({ "request_id": self.request, "receipt_id": receipt, "withdrawn": true });
        Ok(Answer::new(json, format!("Withdrawn. The receipt is {receipt}.")))
    }
}
