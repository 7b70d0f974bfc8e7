//! `sayso canary`: how it is, and going on after somebody has looked.

use super::{Answer, Stop};
use crate::portal::{Actor, Portal};
use clap::Subcommand;
use consent::time::At;
use serde_json::{Value, json};

/// Somebody who refused everything, and is asked for all the time while serving.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Say how it is, and what it was ever given
    Status,
    /// You have looked at why it was given something: releases go on
    Clear {
        /// What you found, for the record
        #[arg(long, value_name = "TEXT")]
        reason: String,
    },
}

impl Command {
    pub(super) async fn run(self, portal: &Portal) -> Result<Answer, Stop> {
        match self {
            Self::Status => status(portal).await,
            Self::Clear { reason } => {
                let cleared = portal.clear_canary(&Actor::Operator, &reason).await?;
                let words = "On the record. What is agreed can be collected again.";
                Ok(Answer::new(json!({ "cleared": cleared }), words))
            }
        }
    }
}

async fn status(portal: &Portal) -> Result<Answer, Stop> {
    let seen = portal.canary().await?;
    let trips = portal.canary_trips(&Actor::Operator).await?;
    let mut words = format!("The canary: {}", seen.state.as_str());
    words += &seen.last_checked.map_or_else(
        || "\nnever asked for".to_owned(),
        |at| format!("\nasked for last: {}", at.rfc3339()),
    );
    let trips: Vec<Value> = trips
        .into_iter()
        .map(|trip| {
            let (at, cleared_at) = (At::from(trip.at), trip.cleared_at.map(At::from));
            words += &format!("\n{}: given {}", at.rfc3339(), trip.what);
            words += &match (cleared_at, &trip.reason) {
                (Some(at), Some(reason)) => format!("; cleared {}: {reason}", at.rfc3339()),
                _ => "; NOT CLEARED: nothing is released".to_owned(),
            };
            json!({ "at": at, "given": trip.what, "cleared_at": cleared_at, "reason": trip.reason })
        })
        .collect();
    let json = json!({
        "state": seen.state.as_str(),
        "last_checked": seen.last_checked,
        "trips": trips,
    });
    Ok(Answer::new(json, words))
}
