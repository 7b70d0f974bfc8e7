//! The settings: from `sayso.toml`, overridden by `SAYSO_*` variables. The only place that reads the
//! environment. A setting that nobody knows is refused; a secret is never shown.

mod file;
mod records;
mod report;
mod witnesses;

pub use records::{FhirSettings, Records, SourceKind};
pub use report::{Report, Setting};
pub use witnesses::WitnessSettings;

use crate::store::db::Place;
use std::collections::BTreeMap;
use std::fmt;
use std::net::{Ipv4Addr, SocketAddr};
use std::path::{Path, PathBuf};

use file::File;

/// Every setting. [`Config::default`] is what runs without any.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Config {
    /// The address and port to listen at.
    pub bind: SocketAddr,
    /// How people and clients reach the portal: no slash at the end. With `https` cookies are Secure.
    pub base_url: String,
    /// The folder of store and keys.
    pub data_dir: PathBuf,
    /// A PostgreSQL; without it, SQLite in the data folder.
    pub database_url: Option<DatabaseUrl>,
    /// Who runs the portal, for `/privacy` and `/help`.
    pub operator: Operator,
    /// The header in which a proxy of ours says who calls; none when nobody stands in between.
    pub client_address_header: Option<String>,
    /// Public keys, besides the portal's own, whose receipts are trusted.
    pub receipt_keys: Vec<PathBuf>,
    /// What one client may do.
    pub limits: Limits,
    /// Where records are read from.
    pub records: Records,
    /// The canary.
    pub canary: Canary,
    /// What is written to standard error, and how the transparency log is published.
    pub log: Log,
    /// Pages for looking at the pages (`/_gallery`); set by `serve --demo`.
    pub demo: bool,
}

/// A PostgreSQL's address. It can hold a password: never shown.
#[derive(Clone, PartialEq, Eq)]
pub struct DatabaseUrl(String);

impl fmt::Debug for DatabaseUrl {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("DatabaseUrl(..)")
    }
}

/// Who runs the portal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Operator {
    /// The organisation's name.
    pub name: Option<String>,
    /// How people reach it.
    pub contact: Option<String>,
    /// The data protection officer, and how to reach them.
    pub data_protection_officer: Option<String>,
    /// The Caldicott Guardian.
    pub caldicott_guardian: Option<String>,
    /// The bases in law that the operator relies on, in its own words.
    pub legal_basis: Option<String>,
    /// The same in Welsh.
    pub legal_basis_cy: Option<String>,
    /// Where somebody is led who leaves in a hurry: a page that says nothing.
    pub exit_url: String,
}

impl Default for Operator {
    fn default() -> Self {
        Self {
            name: None,
            contact: None,
            data_protection_officer: None,
            caldicott_guardian: None,
            legal_basis: None,
            legal_basis_cy: None,
            exit_url: "https://www.bbc.co.uk/weather".to_owned(),
        }
    }
}

/// What one client may do before it is told to wait.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// Requests submitted, per second.
    pub submissions_per_second: u32,
    /// Checks, per second.
    pub checks_per_second: u32,
    /// How much of either may come at once.
    pub burst: u32,
    /// Assertions that do not hold, per minute.
    pub bad_assertions_per_minute: u32,
}

/// What is written to standard error, and how the transparency log is published.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Log {
    /// Which events, such as `info` or `server=debug`.
    pub filter: String,
    /// In which form.
    pub form: LogForm,
    /// Seconds between two publications of the transparency log; at least 1.
    pub publish_every_seconds: u32,
    /// Published trees have a multiple of so many leaves.
    pub pad_to: u32,
    /// The transparency log's name; none for the base URL without its scheme, and `/log`.
    pub origin: Option<String>,
    /// Who is asked to sign what is published.
    pub witnesses: Vec<WitnessSettings>,
}

impl Default for Log {
    fn default() -> Self {
        Self {
            filter: "info".to_owned(),
            form: LogForm::Text,
            publish_every_seconds: 5,
            pad_to: 16,
            origin: None,
            witnesses: Vec::new(),
        }
    }
}

/// Somebody who refused everything and is asked for all the time while serving.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Canary {
    /// So many seconds lie between; 0: never.
    pub every: u32,
}

impl Default for Canary {
    fn default() -> Self {
        Self { every: 60 }
    }
}

/// The form of the log.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum LogForm {
    /// For people.
    Text,
    /// One JSON object per line.
    Json,
}

impl Default for Config {
    fn default() -> Self {
        Self {
            bind: SocketAddr::from((Ipv4Addr::LOCALHOST, 3000)),
            base_url: "http://127.0.0.1:3000".to_owned(),
            data_dir: PathBuf::from("./data"),
            database_url: None,
            operator: Operator::default(),
            client_address_header: None,
            receipt_keys: Vec::new(),
            limits: Limits {
                submissions_per_second: 20,
                checks_per_second: 200,
                burst: 500,
                bad_assertions_per_minute: 60,
            },
            records: Records::default(),
            canary: Canary::default(),
            log: Log::default(),
            demo: false,
        }
    }
}

/// What is wrong with the settings, one sentence each. Quotes no value that could be a secret.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{}", .0.join("\n"))]
pub struct ConfigFault(pub Vec<String>);

impl Config {
    /// The settings of this process: the file that is named, or `sayso.toml` where it is there, and
    /// the environment.
    #[expect(clippy::disallowed_methods, reason = "the one place that reads the environment")]
    pub fn of_this_process(named: Option<&Path>) -> Report {
        let variables: BTreeMap<String, String> = std::env::vars_os()
            .filter_map(|(name, value)| Some((name.into_string().ok()?, value.into_string().ok()?)))
            .filter(|(name, _)| name.starts_with("SAYSO_"))
            .collect();
        let found = Path::new("sayso.toml");
        let path = named.or_else(|| found.exists().then_some(found));
        match path.map(|path| std::fs::read_to_string(path).map_err(|why| (path, why))) {
            None => Self::read(None, &variables),
            Some(Ok(text)) => Self::read(Some(&text), &variables),
            Some(Err((path, why))) => {
                let mut report = Self::read(None, &variables);
                report.faults.push(format!("{} cannot be read: {why}", path.display()));
                report
            }
        }
    }

    /// The settings in this file and these variables.
    #[must_use]
    pub fn read(text: Option<&str>, variables: &BTreeMap<String, String>) -> Report {
        match File::parse(text.unwrap_or_default()) {
            Ok(file) => report::lay_over(file, variables),
            Err(fault) => {
                let mut report = report::lay_over(File::default(), variables);
                report.faults.insert(0, fault);
                report
            }
        }
    }

    /// Where the store is.
    #[must_use]
    pub fn place(&self) -> Place {
        match &self.database_url {
            Some(address) => Place::Postgres(address.0.clone()),
            None => Place::File(self.data_dir.join("sayso.db")),
        }
    }

    /// Where the keys are.
    #[must_use]
    pub fn keys_dir(&self) -> PathBuf {
        self.data_dir.join("keys")
    }

    /// Whether people reach the portal over https, so that cookies are Secure.
    #[must_use]
    pub fn is_https(&self) -> bool {
        self.base_url.starts_with("https://")
    }
}

impl DatabaseUrl {
    /// A `postgres://` address.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let sound = text.starts_with("postgres://") || text.starts_with("postgresql://");
        sound.then(|| Self(text.to_owned()))
    }
}

#[cfg(test)]
mod tests;
