//! `sayso.toml` as it is written. Every key is optional, and no other key is taken.

use super::LogForm;
use serde::Deserialize;
use std::path::PathBuf;

#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub(super) struct File {
    pub bind: Option<String>,
    pub base_url: Option<String>,
    pub data_dir: Option<PathBuf>,
    pub database_url: Option<String>,
    pub client_address_header: Option<String>,
    pub receipt_keys: Option<Vec<PathBuf>>,
    pub operator: Operator,
    pub limits: Limits,
    pub records: super::records::File,
    pub canary: Canary,
    pub log: Log,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub(super) struct Operator {
    pub name: Option<String>,
    pub contact: Option<String>,
    pub data_protection_officer: Option<String>,
    pub caldicott_guardian: Option<String>,
    pub legal_basis: Option<String>,
    pub legal_basis_cy: Option<String>,
    pub exit_url: Option<String>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub(super) struct Canary {
    pub every: Option<u32>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub(super) struct Limits {
    pub submissions_per_second: Option<u32>,
    pub checks_per_second: Option<u32>,
    pub burst: Option<u32>,
    pub bad_assertions_per_minute: Option<u32>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub(super) struct Log {
    pub filter: Option<String>,
    pub form: Option<LogForm>,
    pub publish_every_seconds: Option<u32>,
    pub pad_to: Option<u32>,
    pub origin: Option<String>,
    pub witnesses: Option<Vec<super::witnesses::File>>,
}

impl File {
    /// Reads the file; the fault says what and where, never the line's value.
    pub fn parse(text: &str) -> Result<Self, String> {
        toml::from_str(text).map_err(|why| {
            let line = why.span().map_or(1, |span| {
                text.get(..span.start).unwrap_or_default().matches('\n').count() + 1
            });
            // A message about a wrong value can quote it, and the value can be a password.
            let message = why.message();
            let safe = message.starts_with("unknown field") || message.starts_with("duplicate key");
            let what = if safe { message } else { "this cannot be read" };
            format!("sayso.toml, line {line}: {what}")
        })
    }
}
