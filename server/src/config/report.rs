//! What is set, from where, and what is wrong: settings and `config check` come from the same walk.

use super::file::File;
use super::{Config, ConfigFault, DatabaseUrl, LogForm, witnesses};
use serde::Serialize;
use std::collections::BTreeMap;
use std::path::PathBuf;
use std::str::FromStr;

/// One setting as `config check` shows it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Setting {
    /// Its name in `sayso.toml`.
    pub name: &'static str,
    /// The variable that overrides it.
    pub variable: &'static str,
    /// What it is; `(set)` for what may hold a secret.
    pub value: Option<String>,
    /// `default`, `file` or `environment`.
    pub from: &'static str,
}

/// The settings, and how they came about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Report {
    /// The settings; the default stands where something is wrong.
    pub config: Config,
    /// Each of them.
    pub settings: Vec<Setting>,
    /// What is wrong.
    pub faults: Vec<String>,
}

/// What an operator must publish before real people use the portal.
const TO_PUBLISH: [&str; 6] = [
    "operator.name",
    "operator.contact",
    "operator.data_protection_officer",
    "operator.caldicott_guardian",
    "operator.legal_basis",
    "operator.legal_basis_cy",
];

impl Report {
    /// What is not set and has to be, before real people use the portal: it runs all the same, and `/privacy` says
    /// that it is missing.
    #[must_use]
    pub fn missing(&self) -> Vec<&'static str> {
        let unset = self.settings.iter().filter(|setting| setting.value.is_none());
        unset.map(|setting| setting.name).filter(|name| TO_PUBLISH.contains(name)).collect()
    }

    /// The settings, if nothing is wrong.
    pub fn into_config(self) -> Result<Config, ConfigFault> {
        if self.faults.is_empty() { Ok(self.config) } else { Err(ConfigFault(self.faults)) }
    }
}

/// Variables of ours that are no settings.
const NOT_SETTINGS: [&str; 3] = ["SAYSO_CONFIG", "SAYSO_SHARED", "SAYSO_SHARED_REQUIRED"];

pub(super) struct Walk<'a> {
    variables: &'a BTreeMap<String, String>,
    settings: Vec<Setting>,
    pub(super) faults: Vec<String>,
}

impl Walk<'_> {
    /// One setting: the variable, else the file, else what `into` holds.
    pub(super) fn take<T>(
        &mut self,
        (name, variable): (&'static str, &'static str),
        in_file: Option<String>,
        into: &mut T,
        parse: impl Fn(&str) -> Result<T, &'static str>,
        show: impl Fn(&T) -> Option<String>,
    ) {
        let in_environment = self.variables.get(variable).cloned();
        let (text, from) = match (in_environment, in_file) {
            (Some(text), _) => (Some(text), "environment"),
            (None, Some(text)) => (Some(text), "file"),
            (None, None) => (None, "default"),
        };
        match text.as_deref().map(parse) {
            Some(Ok(value)) => *into = value,
            Some(Err(why)) => {
                let named = if from == "environment" { variable } else { name };
                self.faults.push(format!("{named} {why}"));
            }
            None => {}
        }
        let value = show(into);
        self.settings.push(Setting { name, variable, value, from });
    }
}

pub(super) fn lay_over(file: File, variables: &BTreeMap<String, String>) -> Report {
    let mut config = Config::default();
    let mut walk = Walk { variables, settings: Vec::new(), faults: Vec::new() };
    let text = |value: &Option<String>| value.clone();
    let whole = |number: &u32| Some(number.to_string());
    let path = |path: PathBuf| path.to_string_lossy().into_owned();

    walk.take(
        ("bind", "SAYSO_BIND"),
        file.bind,
        &mut config.bind,
        |text| text.parse().map_err(|_| "is no address and port, like 127.0.0.1:3000"),
        |bind| Some(bind.to_string()),
    );
    walk.take(
        ("base_url", "SAYSO_BASE_URL"),
        file.base_url,
        &mut config.base_url,
        base_url,
        |url| Some(url.clone()),
    );
    walk.take(
        ("data_dir", "SAYSO_DATA_DIR"),
        file.data_dir.map(path),
        &mut config.data_dir,
        |text| if text.is_empty() { Err("is empty") } else { Ok(PathBuf::from(text)) },
        |path| Some(path.display().to_string()),
    );
    walk.take(
        ("database_url", "SAYSO_DATABASE_URL"),
        file.database_url,
        &mut config.database_url,
        |text| {
            DatabaseUrl::parse(text).map(Some).ok_or("is no address that begins with postgres://")
        },
        |url| url.as_ref().map(|_| "(set)".to_owned()),
    );
    walk.take(
        ("client_address_header", "SAYSO_CLIENT_ADDRESS_HEADER"),
        file.client_address_header,
        &mut config.client_address_header,
        header,
        text,
    );
    let keys =
        file.receipt_keys.map(|keys| keys.into_iter().map(path).collect::<Vec<_>>().join(":"));
    walk.take(
        ("receipt_keys", "SAYSO_RECEIPT_KEYS"),
        keys,
        &mut config.receipt_keys,
        |text| Ok(text.split(':').filter(|part| !part.is_empty()).map(PathBuf::from).collect()),
        |keys| Some(keys.iter().map(|key| key.display().to_string()).collect::<Vec<_>>().join(":")),
    );
    walk.take(
        ("operator.name", "SAYSO_OPERATOR_NAME"),
        file.operator.name,
        &mut config.operator.name,
        words,
        text,
    );
    walk.take(
        ("operator.contact", "SAYSO_OPERATOR_CONTACT"),
        file.operator.contact,
        &mut config.operator.contact,
        words,
        text,
    );
    for (names, in_file, into) in [
        (
            ("operator.data_protection_officer", "SAYSO_OPERATOR_DATA_PROTECTION_OFFICER"),
            file.operator.data_protection_officer,
            &mut config.operator.data_protection_officer,
        ),
        (
            ("operator.caldicott_guardian", "SAYSO_OPERATOR_CALDICOTT_GUARDIAN"),
            file.operator.caldicott_guardian,
            &mut config.operator.caldicott_guardian,
        ),
        (
            ("operator.legal_basis", "SAYSO_OPERATOR_LEGAL_BASIS"),
            file.operator.legal_basis,
            &mut config.operator.legal_basis,
        ),
        (
            ("operator.legal_basis_cy", "SAYSO_OPERATOR_LEGAL_BASIS_CY"),
            file.operator.legal_basis_cy,
            &mut config.operator.legal_basis_cy,
        ),
    ] {
        walk.take(names, in_file, into, words, text);
    }
    walk.take(
        ("operator.exit_url", "SAYSO_OPERATOR_EXIT_URL"),
        file.operator.exit_url,
        &mut config.operator.exit_url,
        exit_url,
        |url| Some(url.clone()),
    );
    for (names, in_file, into) in [
        (
            ("limits.submissions_per_second", "SAYSO_LIMITS_SUBMISSIONS_PER_SECOND"),
            file.limits.submissions_per_second,
            &mut config.limits.submissions_per_second,
        ),
        (
            ("limits.checks_per_second", "SAYSO_LIMITS_CHECKS_PER_SECOND"),
            file.limits.checks_per_second,
            &mut config.limits.checks_per_second,
        ),
        (("limits.burst", "SAYSO_LIMITS_BURST"), file.limits.burst, &mut config.limits.burst),
        (
            ("limits.bad_assertions_per_minute", "SAYSO_LIMITS_BAD_ASSERTIONS_PER_MINUTE"),
            file.limits.bad_assertions_per_minute,
            &mut config.limits.bad_assertions_per_minute,
        ),
    ] {
        walk.take(names, in_file.map(|number| number.to_string()), into, positive, whole);
    }
    super::records::take(&mut walk, file.records, &mut config.records);
    walk.take(
        ("canary.every", "SAYSO_CANARY_EVERY"),
        file.canary.every.map(|seconds| seconds.to_string()),
        &mut config.canary.every,
        |text| text.parse().map_err(|_| "is no whole number of seconds, 0 for never"),
        whole,
    );
    walk.take(
        ("log.filter", "SAYSO_LOG_FILTER"),
        file.log.filter,
        &mut config.log.filter,
        filter,
        |filter| Some(filter.clone()),
    );
    walk.take(
        ("log.form", "SAYSO_LOG_FORM"),
        file.log.form.map(|form| log_form(form).to_owned()),
        &mut config.log.form,
        |text| match text {
            "text" => Ok(LogForm::Text),
            "json" => Ok(LogForm::Json),
            _ => Err("is neither text nor json"),
        },
        |form| Some(log_form(*form).to_owned()),
    );
    for (names, in_file, into) in [
        (
            ("log.publish_every_seconds", "SAYSO_LOG_PUBLISH_EVERY_SECONDS"),
            file.log.publish_every_seconds,
            &mut config.log.publish_every_seconds,
        ),
        (("log.pad_to", "SAYSO_LOG_PAD_TO"), file.log.pad_to, &mut config.log.pad_to),
    ] {
        walk.take(names, in_file.map(|number| number.to_string()), into, positive, whole);
    }
    walk.take(
        ("log.origin", "SAYSO_LOG_ORIGIN"),
        file.log.origin,
        &mut config.log.origin,
        origin,
        text,
    );
    walk.take(
        ("log.witnesses", "SAYSO_LOG_WITNESSES"),
        file.log.witnesses.map(witnesses::as_text),
        &mut config.log.witnesses,
        witnesses::read,
        |all| witnesses::show(all),
    );

    let known = |name: &str| walk.settings.iter().any(|setting| setting.variable == name);
    let unknown = variables.keys().filter(|name| {
        !known(name) && !NOT_SETTINGS.contains(&name.as_str()) && !name.starts_with("SAYSO_TEST_")
    });
    let unknown: Vec<_> = unknown.map(|name| format!("{name} is no setting")).collect();
    walk.faults.extend(unknown);
    Report { config, settings: walk.settings, faults: walk.faults }
}

const fn log_form(form: LogForm) -> &'static str {
    match form {
        LogForm::Text => "text",
        LogForm::Json => "json",
    }
}

/// Scheme and host, perhaps a port, and nothing after it: paths are the portal's own.
fn base_url(text: &str) -> Result<String, &'static str> {
    let why = "is no address like https://sayso.example, without a path";
    let text = text.strip_suffix('/').unwrap_or(text);
    let uri = http::Uri::from_str(text).map_err(|_| why)?;
    let sound = matches!(uri.scheme_str(), Some("http" | "https"))
        && uri.authority().is_some_and(|authority| !authority.as_str().contains('@'))
        && uri.path() == "/"
        && uri.query().is_none();
    if sound { Ok(text.to_ascii_lowercase()) } else { Err(why) }
}

fn header(text: &str) -> Result<Option<String>, &'static str> {
    match http::HeaderName::from_str(text) {
        Ok(name) => Ok(Some(name.as_str().to_owned())),
        Err(_) => Err("is no name of a header"),
    }
}

fn words(text: &str) -> Result<Option<String>, &'static str> {
    let text = text.trim();
    if text.is_empty() { Err("is empty") } else { Ok(Some(text.to_owned())) }
}

fn exit_url(text: &str) -> Result<String, &'static str> {
    let plain = text.bytes().all(|byte| byte.is_ascii_graphic());
    if plain && text.len() > "https://".len() && text.starts_with("https://") {
        Ok(text.to_owned())
    } else {
        Err("is no address that begins with https://")
    }
}

/// As the first line of a checkpoint and the name of a key can be: no spaces, no plus.
fn origin(text: &str) -> Result<Option<String>, &'static str> {
    let plain = text.bytes().all(|byte| byte.is_ascii_graphic() && byte != b'+');
    if plain && (1..=200).contains(&text.len()) {
        Ok(Some(text.to_owned()))
    } else {
        Err("is no name like sayso.example/log, without spaces and plus signs")
    }
}

fn positive(text: &str) -> Result<u32, &'static str> {
    match text.parse() {
        Ok(number) if number > 0 => Ok(number),
        _ => Err("is no whole number above 0"),
    }
}

fn filter(text: &str) -> Result<String, &'static str> {
    match tracing_subscriber::EnvFilter::from_str(text) {
        Ok(_) => Ok(text.to_owned()),
        Err(_) => Err("is no filter like info or server=debug"),
    }
}
