//! Where records are read from: the settings of `[records]`, and what does not go together in them.
//! A secret is only ever named by its file, never held here.

use super::report::Walk;
use serde::Deserialize;
use std::net::IpAddr;
use std::path::PathBuf;
use std::time::Duration;

/// Where records are read from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Records {
    /// Which source.
    pub source: SourceKind,
    /// What people call it, in a sentence: "your record at Bramble Lane Surgery".
    pub name: Option<String>,
    /// The same in Welsh; without it, the name stands in both languages.
    pub name_cy: Option<String>,
    /// The FHIR server, for [`SourceKind::Fhir`].
    pub fhir: FhirSettings,
}

/// Which source.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum SourceKind {
    /// The records that the operator imported into the store.
    Embedded,
    /// A FHIR R4 server.
    Fhir,
}

/// A FHIR R4 server, how Sayso signs in there, and how long and how much it may answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FhirSettings {
    /// Its address, without a slash at the end: `https`, or `http` on this machine.
    pub base_url: Option<String>,
    /// The certificates to trust, in PEM; without it, those that the machine trusts.
    pub ca_file: Option<PathBuf>,
    /// Where tokens are issued; none where the server asks for none.
    pub token_url: Option<String>,
    /// Who Sayso is there.
    pub client_id: Option<String>,
    /// The file of the shared secret.
    pub client_secret_file: Option<PathBuf>,
    /// The file of the private key, in PEM, with which Sayso signs (SMART Backend Services).
    pub key_file: Option<PathBuf>,
    /// The `kid` under which the server knows that key.
    pub key_id: Option<String>,
    /// What Sayso asks to be let do.
    pub scope: Option<String>,
    /// How long connecting may take.
    pub connect: Duration,
    /// How long the server may be silent.
    pub silence: Duration,
    /// How long one reading may take, all in all.
    pub deadline: Duration,
    /// How many MiB one reading may bring.
    pub most_mib: u32,
    /// How many answers one reading may take.
    pub most_answers: u32,
    /// How many readings there are at once in one process.
    pub at_once: u32,
}

impl Default for Records {
    fn default() -> Self {
        Self {
            source: SourceKind::Embedded,
            name: None,
            name_cy: None,
            fhir: FhirSettings {
                base_url: None,
                ca_file: None,
                token_url: None,
                client_id: None,
                client_secret_file: None,
                key_file: None,
                key_id: None,
                scope: None,
                connect: Duration::from_secs(3),
                silence: Duration::from_secs(10),
                deadline: Duration::from_secs(20),
                most_mib: 64,
                most_answers: 500,
                at_once: 16,
            },
        }
    }
}

/// `[records]` as it is written.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub(super) struct File {
    pub source: Option<SourceKind>,
    pub name: Option<String>,
    pub name_cy: Option<String>,
    pub fhir_base_url: Option<String>,
    pub fhir_ca_file: Option<PathBuf>,
    pub fhir_token_url: Option<String>,
    pub fhir_client_id: Option<String>,
    pub fhir_client_secret_file: Option<PathBuf>,
    pub fhir_key_file: Option<PathBuf>,
    pub fhir_key_id: Option<String>,
    pub fhir_scope: Option<String>,
    pub fhir_connect_ms: Option<u32>,
    pub fhir_silence_ms: Option<u32>,
    pub fhir_deadline_ms: Option<u32>,
    pub fhir_most_mib: Option<u32>,
    pub fhir_most_answers: Option<u32>,
    pub fhir_at_once: Option<u32>,
}

/// Walks through the settings of `[records]`.
pub(super) fn take(walk: &mut Walk<'_>, file: File, into: &mut Records) {
    walk.take(
        ("records.source", "SAYSO_RECORDS_SOURCE"),
        file.source.map(|kind| named(kind).to_owned()),
        &mut into.source,
        |text| match text {
            "embedded" => Ok(SourceKind::Embedded),
            "fhir" => Ok(SourceKind::Fhir),
            _ => Err("is neither embedded nor fhir"),
        },
        |kind| Some(named(*kind).to_owned()),
    );
    let fhir = &mut into.fhir;
    for (names, in_file, into, parse) in [
        (("records.name", "SAYSO_RECORDS_NAME"), file.name, &mut into.name, line as Parse),
        (("records.name_cy", "SAYSO_RECORDS_NAME_CY"), file.name_cy, &mut into.name_cy, line),
        (
            ("records.fhir_base_url", "SAYSO_RECORDS_FHIR_BASE_URL"),
            file.fhir_base_url,
            &mut fhir.base_url,
            address,
        ),
        (
            ("records.fhir_token_url", "SAYSO_RECORDS_FHIR_TOKEN_URL"),
            file.fhir_token_url,
            &mut fhir.token_url,
            address,
        ),
        (
            ("records.fhir_client_id", "SAYSO_RECORDS_FHIR_CLIENT_ID"),
            file.fhir_client_id,
            &mut fhir.client_id,
            line,
        ),
        (
            ("records.fhir_key_id", "SAYSO_RECORDS_FHIR_KEY_ID"),
            file.fhir_key_id,
            &mut fhir.key_id,
            line,
        ),
        (
            ("records.fhir_scope", "SAYSO_RECORDS_FHIR_SCOPE"),
            file.fhir_scope,
            &mut fhir.scope,
            line,
        ),
    ] {
        walk.take(names, in_file, into, parse, Clone::clone);
    }
    for (names, in_file, into) in [
        (
            ("records.fhir_ca_file", "SAYSO_RECORDS_FHIR_CA_FILE"),
            file.fhir_ca_file,
            &mut fhir.ca_file,
        ),
        (
            ("records.fhir_client_secret_file", "SAYSO_RECORDS_FHIR_CLIENT_SECRET_FILE"),
            file.fhir_client_secret_file,
            &mut fhir.client_secret_file,
        ),
        (
            ("records.fhir_key_file", "SAYSO_RECORDS_FHIR_KEY_FILE"),
            file.fhir_key_file,
            &mut fhir.key_file,
        ),
    ] {
        walk.take(
            names,
            in_file.map(|path| path.to_string_lossy().into_owned()),
            into,
            |text| line(text).map(|text| text.map(PathBuf::from)),
            |path| path.as_ref().map(|path| path.display().to_string()),
        );
    }
    for (names, in_file, into) in [
        (
            ("records.fhir_connect_ms", "SAYSO_RECORDS_FHIR_CONNECT_MS"),
            file.fhir_connect_ms,
            &mut fhir.connect,
        ),
        (
            ("records.fhir_silence_ms", "SAYSO_RECORDS_FHIR_SILENCE_MS"),
            file.fhir_silence_ms,
            &mut fhir.silence,
        ),
        (
            ("records.fhir_deadline_ms", "SAYSO_RECORDS_FHIR_DEADLINE_MS"),
            file.fhir_deadline_ms,
            &mut fhir.deadline,
        ),
    ] {
        walk.take(
            names,
            in_file.map(|number| number.to_string()),
            into,
            |text| positive(text).map(|ms| Duration::from_millis(ms.into())),
            |time| Some(time.as_millis().to_string()),
        );
    }
    for (names, in_file, into) in [
        (
            ("records.fhir_most_mib", "SAYSO_RECORDS_FHIR_MOST_MIB"),
            file.fhir_most_mib,
            &mut fhir.most_mib,
        ),
        (
            ("records.fhir_most_answers", "SAYSO_RECORDS_FHIR_MOST_ANSWERS"),
            file.fhir_most_answers,
            &mut fhir.most_answers,
        ),
        (
            ("records.fhir_at_once", "SAYSO_RECORDS_FHIR_AT_ONCE"),
            file.fhir_at_once,
            &mut fhir.at_once,
        ),
    ] {
        walk.take(names, in_file.map(|number| number.to_string()), into, positive, |number| {
            Some(number.to_string())
        });
    }
    walk.faults.extend(together(into).into_iter().map(str::to_owned));
}

type Parse = fn(&str) -> Result<Option<String>, &'static str>;

const fn named(kind: SourceKind) -> &'static str {
    match kind {
        SourceKind::Embedded => "embedded",
        SourceKind::Fhir => "fhir",
    }
}

/// What does not go together.
fn together(records: &Records) -> Vec<&'static str> {
    let fhir = &records.fhir;
    let keys = [fhir.client_secret_file.is_some(), fhir.key_file.is_some()];
    let mut wrong = Vec::new();
    if records.source == SourceKind::Fhir && fhir.base_url.is_none() {
        wrong.push("records.fhir_base_url is missing: records.source is fhir");
    }
    if keys == [true, true] {
        wrong.push(
            "records.fhir_client_secret_file and records.fhir_key_file are both set: use one",
        );
    }
    let says_who = fhir.client_id.is_some() && keys.contains(&true);
    if fhir.token_url.is_some() && !says_who {
        wrong.push(
            "records.fhir_token_url needs records.fhir_client_id, and a secret or a key in a file",
        );
    }
    if fhir.token_url.is_none() && (fhir.client_id.is_some() || keys.contains(&true)) {
        wrong.push(
            "records.fhir_token_url is missing: there is a client or a key, and nowhere to use it",
        );
    }
    wrong
}

/// Where a server is: `https`, or `http` on this machine alone, for nobody may listen on the way.
fn address(text: &str) -> Result<Option<String>, &'static str> {
    let why = "is no address like https://fhir.example/r4 (http only on this machine, nothing before an @, nothing after a ?)";
    let url = reqwest::Url::parse(text.trim()).map_err(|_| why)?;
    let here = match url.host_str() {
        None => return Err(why),
        Some("localhost") => true,
        Some(host) => {
            host.trim_matches(['[', ']']).parse::<IpAddr>().is_ok_and(|ip| ip.is_loopback())
        }
    };
    let sound = (url.scheme() == "https" || (url.scheme() == "http" && here))
        && url.username().is_empty()
        && url.password().is_none()
        && url.query().is_none()
        && url.fragment().is_none();
    if sound { Ok(Some(url.as_str().trim_end_matches('/').to_owned())) } else { Err(why) }
}

fn line(text: &str) -> Result<Option<String>, &'static str> {
    let text = text.trim();
    let sound = !text.is_empty() && text.chars().count() <= 500 && !text.contains(char::is_control);
    if sound {
        Ok(Some(text.to_owned()))
    } else {
        Err("is empty, too long, or has more than one line")
    }
}

fn positive(text: &str) -> Result<u32, &'static str> {
    match text.parse() {
        Ok(number) if number > 0 => Ok(number),
        _ => Err("is no whole number above 0"),
    }
}
