//! `sayso config check`: what is set, from where, and what is wrong. Never shows a secret, and opens
//! neither keys nor store.

use super::{Answer, Stop};
use crate::config::Report;
use clap::Subcommand;
use serde_json::json;
use std::fmt::Write;

/// The settings.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Say what is set, from where, and what is wrong
    Check,
}

impl Command {
    pub(super) fn run(self, report: &Report) -> Result<Answer, Stop> {
        match self {
            Self::Check => check(report),
        }
    }
}

fn check(report: &Report) -> Result<Answer, Stop> {
    let mut words = String::new();
    for setting in &report.settings {
        let value = setting.value.as_deref().unwrap_or("(not set)");
        // Writing to a string does not fail.
        let _ =
            writeln!(words, "{} = {value}  [{}; {}]", setting.name, setting.from, setting.variable);
    }
    for name in report.missing() {
        let _ = writeln!(
            words,
            "Missing: {name}. Set it before real people use this; /privacy says that it is missing."
        );
    }
    if report.config.canary.every == 0 {
        words.push_str("The canary is off (canary.every = 0): nothing shows all the time that a refusal is kept.\n");
    }
    let sound = report.faults.is_empty();
    let json = json!({ "ok": sound, "settings": report.settings, "wrong": report.faults, "missing": report.missing() });
    if sound {
        words.push_str("Nothing is wrong.");
        return Ok(Answer::new(json, words));
    }
    words.push_str("What is wrong stands on standard error; the default is shown in its place.");
    Err(Stop::Told(Box::new(Answer::new(json, words)), report.faults.join("\nsayso: ")))
}
