//! The one file of settings of a witness. What it does not know it refuses.

use consent::proof::{KeyKind, Vkey};
use serde::Deserialize;
use std::net::{Ipv4Addr, SocketAddr};
use std::path::PathBuf;

/// Everything that a witness has to be told.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Settings {
    /// The address and port to listen at.
    pub bind: SocketAddr,
    /// The folder of the key and of what was signed.
    pub data_dir: PathBuf,
    /// The name that stands in its signatures.
    pub name: String,
    /// The header in which a proxy in front says who calls.
    pub client_address_header: Option<String>,
    /// How often one address may ask.
    pub limits: Limits,
    /// The logs to sign for, with the keys that are trusted for them.
    pub logs: Vec<LogSettings>,
}

/// How often one address may ask.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// Per minute, in the long run.
    pub per_minute: u32,
    /// So many may come at once.
    pub burst: u32,
}

/// One key that is trusted for one log.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LogSettings {
    /// The first line of the log's checkpoints.
    pub origin: String,
    /// The key.
    pub vkey: Vkey,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    bind: Option<SocketAddr>,
    data_dir: PathBuf,
    name: String,
    client_address_header: Option<String>,
    #[serde(default)]
    limits: LimitsFile,
    #[serde(default)]
    logs: Vec<LogFile>,
}

#[derive(Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
struct LimitsFile {
    per_minute: Option<u32>,
    burst: Option<u32>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct LogFile {
    origin: String,
    vkey: String,
}

impl Settings {
    /// Reads the file; the fault says what is wrong and where.
    pub fn parse(text: &str) -> Result<Self, String> {
        let file: File =
            toml::from_str(text).map_err(|why| why.to_string().trim_end().to_owned())?;
        if !signed_note::is_key_name_valid(&file.name) || file.name.chars().any(char::is_control) {
            return Err("name: not empty, and no spaces and no +".to_owned());
        }
        let limits = Limits {
            per_minute: file.limits.per_minute.unwrap_or(120),
            burst: file.limits.burst.unwrap_or(60),
        };
        if limits.per_minute == 0 || limits.burst == 0 {
            return Err("limits: per_minute and burst are at least 1".to_owned());
        }
        let mut logs: Vec<LogSettings> = Vec::new();
        for LogFile { origin, vkey } in file.logs {
            let vkey = Vkey::parse(&vkey).map_err(|why| format!("logs: {origin}: {why}"))?;
            if vkey.kind() != KeyKind::Log
                || origin.is_empty()
                || origin.chars().any(char::is_control)
            {
                return Err(format!(
                    "logs: {origin}: it needs the log's name and the log's own key"
                ));
            }
            let log = LogSettings { origin, vkey };
            if logs.contains(&log) {
                return Err(format!("logs: {} stands there twice", log.origin));
            }
            logs.push(log);
        }
        Ok(Self {
            bind: file.bind.unwrap_or_else(|| SocketAddr::from((Ipv4Addr::LOCALHOST, 3080))),
            data_dir: file.data_dir,
            name: file.name,
            client_address_header: file.client_address_header,
            limits,
            logs,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const EXAMPLE: &str = include_str!("../../../witness.example.toml");

    #[test]
    fn the_example_is_taken_and_names_every_setting() {
        let settings = Settings::parse(EXAMPLE).unwrap();
        assert_eq!(settings.logs.len(), 1);
        let all = EXAMPLE.replace("\n# client_address_header", "\nclient_address_header");
        assert_eq!(
            Settings::parse(&all).unwrap().client_address_header.as_deref(),
            Some("x-real-ip")
        );
    }

    #[test]
    fn what_is_not_known_or_cannot_be_is_refused() {
        for (from, to) in [
            ("bind =", "bund ="),
            ("per_minute = 120", "per_minute = 0"),
            ("name = \"", "name = \"a b"),
            ("vkey = \"", "vkey = \"x"),
            ("data_dir =", "# data_dir ="),
            ("127.0.0.1:3080", "everywhere"),
        ] {
            assert!(EXAMPLE.contains(from), "{from}");
            assert!(Settings::parse(&EXAMPLE.replacen(from, to, 1)).is_err(), "{from}");
        }
        let (_, log) = EXAMPLE.split_once("[[logs]]").unwrap();
        assert!(Settings::parse(&format!("{EXAMPLE}\n[[logs]]{log}")).is_err());
    }
}
