//! One answer: a Bundle, taken apart without touching the bytes of its resources, so that whoever reads the
//! whole record strictly sees what the server sent. An error among the entries refuses the answer.

use super::SourceFault;
use consent::record::{EntryKey, Kind};
use reqwest::Url;
use serde::Deserialize;
use serde_json::Value;
use serde_json::value::RawValue;
use std::collections::BTreeSet;
use std::fmt;
use zeroize::Zeroizing;

/// The type and the id of a resource on the server.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) struct Place {
    /// Its type.
    pub kind: Kind,
    /// Its id there.
    pub id: String,
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}/{}", self.kind, self.id)
    }
}

/// A resource as it came.
pub(super) struct Found {
    /// Where it is on the server.
    pub place: Place,
    /// The digest of its content.
    pub key: EntryKey,
    /// What it refers to on the same server.
    pub references: BTreeSet<Place>,
    /// The texts that its attachments point to on the same server.
    pub texts: BTreeSet<Place>,
    /// It is what was searched for, not what came along with it.
    pub matched: bool,
    /// Its bytes.
    pub raw: Box<RawValue>,
}

/// One answer.
pub(super) struct Page {
    /// Its resources.
    pub found: Vec<Found>,
    /// Where it goes on.
    pub next: Option<String>,
    /// How many resources the server says there are.
    pub total: Option<u64>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Bundle {
    resource_type: String,
    r#type: Option<String>,
    total: Option<u64>,
    #[serde(default)]
    link: Vec<Link>,
    #[serde(default)]
    entry: Vec<Entry>,
}

#[derive(Deserialize)]
struct Link {
    relation: String,
    url: String,
}

#[derive(Deserialize)]
struct Entry {
    resource: Option<Box<RawValue>>,
    search: Option<Search>,
}

#[derive(Deserialize)]
struct Search {
    mode: Option<String>,
}

impl Page {
    /// Takes an answer apart, away from the threads that serve.
    pub(super) async fn read(body: Zeroizing<Vec<u8>>, base: &Url) -> Result<Self, SourceFault> {
        let base = format!("{}/", base.as_str().trim_end_matches('/'));
        let read = tokio::task::spawn_blocking(move || Self::of(&body, &base)).await;
        read.map_err(|_| SourceFault::wrong("an answer cannot be taken apart"))?
    }

    fn of(body: &[u8], base: &str) -> Result<Self, SourceFault> {
        let bundle: Bundle = serde_json::from_slice(body).map_err(|why| {
            // Where, never what: the message could quote a value.
            let (line, column) = (why.line(), why.column());
            SourceFault::wrong(format!(
                "an answer is no whole Bundle (line {line}, column {column})"
            ))
        })?;
        let kinds = ["searchset", "collection"];
        let sound = bundle.resource_type == "Bundle"
            && bundle.r#type.is_some_and(|kind| kinds.contains(&kind.as_str()));
        if !sound {
            return Err(SourceFault::wrong("an answer is no Bundle of search results"));
        }
        let mut links = bundle.link.into_iter().filter(|link| link.relation == "next");
        let next = links.next().map(|link| link.url);
        if links.next().is_some() {
            return Err(SourceFault::wrong("an answer goes on in two places"));
        }
        let mut found = Vec::with_capacity(bundle.entry.len());
        for entry in bundle.entry {
            let raw = entry
                .resource
                .ok_or_else(|| SourceFault::wrong("an entry of an answer has no resource"))?;
            let mode = entry.search.and_then(|search| search.mode);
            found.extend(Found::of(raw, mode.is_none_or(|mode| mode == "match"), base)?);
        }
        Ok(Self { found, next, total: bundle.total })
    }
}

impl Found {
    /// None for what the server only says about its answer.
    fn of(raw: Box<RawValue>, matched: bool, base: &str) -> Result<Option<Self>, SourceFault> {
        let value: Value = serde_json::from_str(raw.get())
            .map_err(|_| SourceFault::wrong("a resource is nested too deep, or is no JSON"))?;
        let kind = value
            .get("resourceType")
            .and_then(Value::as_str)
            .and_then(Kind::of)
            .ok_or_else(|| SourceFault::wrong("a resource has no type of FHIR R4"))?;
        if kind.as_str() == "OperationOutcome" {
            return if is_error(&value) {
                Err(SourceFault::wrong("the server reports an error among the entries"))
            } else {
                Ok(None)
            };
        }
        let id = value.get("id").and_then(Value::as_str).filter(|id| is_id(id));
        let id = id.ok_or_else(|| SourceFault::wrong(format!("a {kind} has no sound id")))?;
        let key = EntryKey::of(&value)
            .ok_or_else(|| SourceFault::wrong(format!("a {kind} has no canonical form")))?;
        if is_about_elsewhere(&value, base) {
            let what = format!("a {kind} is about a Patient of another server");
            return Err(SourceFault::OtherPerson(what));
        }
        let place = Place { kind, id: id.to_owned() };
        let (mut references, mut texts) = (BTreeSet::new(), BTreeSet::new());
        refer(&value, base, &mut references, &mut texts);
        Ok(Some(Self { place, key, references, texts, matched, raw }))
    }

    /// An answer that is one resource, and not a Bundle.
    pub(super) fn alone(body: &[u8], base: &Url) -> Result<Option<Self>, SourceFault> {
        let base = format!("{}/", base.as_str().trim_end_matches('/'));
        let raw: Box<RawValue> = serde_json::from_slice(body)
            .map_err(|_| SourceFault::wrong("a resource is no whole JSON"))?;
        Self::of(raw, true, &base)
    }
}

fn is_error(outcome: &Value) -> bool {
    let issues = outcome.get("issue").and_then(Value::as_array).into_iter().flatten();
    let mut severities = issues.map(|issue| issue.get("severity").and_then(Value::as_str));
    severities.any(|severity| !matches!(severity, Some("warning" | "information")))
}

/// An id as FHIR R4 has it (<https://hl7.org/fhir/R4/datatypes.html#id>): safe in an address and in a form.
pub(super) fn is_id(text: &str) -> bool {
    let sound = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'-' || byte == b'.';
    (1..=64).contains(&text.len())
        && text.bytes().all(sound)
        && text.bytes().any(|byte| byte != b'.')
}

/// Whether its subject is a Patient of another server: with the same id, somebody else.
fn is_about_elsewhere(resource: &Value, base: &str) -> bool {
    let subjects = ["subject", "patient", "beneficiary", "for"].into_iter();
    let subjects = subjects.filter_map(|name| resource.get(name)).flat_map(|subject| {
        subject.as_array().map_or(std::slice::from_ref(subject), Vec::as_slice)
    });
    let mut references = subjects
        .filter_map(|subject| subject.get("reference").and_then(Value::as_str))
        .filter(|reference| reference.contains("://"));
    references.any(|reference| reference.contains("/Patient/") && !reference.starts_with(base))
}

/// Every reference to a place on this server, and every text that an attachment points to there.
fn refer(value: &Value, base: &str, references: &mut BTreeSet<Place>, texts: &mut BTreeSet<Place>) {
    match value {
        Value::Array(items) => {
            items.iter().for_each(|item| refer(item, base, references, texts));
        }
        Value::Object(members) => {
            let text = |name: &str| members.get(name).and_then(Value::as_str);
            references.extend(text("reference").and_then(|text| place(text, base)));
            if text("contentType").is_some_and(is_text) {
                let elsewhere = text("url").and_then(|text| place(text, base));
                texts.extend(elsewhere.filter(|place| place.kind.as_str() == "Binary"));
            }
            members.values().for_each(|value| refer(value, base, references, texts));
        }
        _ => {}
    }
}

/// What the rules can read. A scan or a PDF is not asked for: it says nothing to them, and it is large.
fn is_text(content_type: &str) -> bool {
    const MORE: [&str; 3] = ["application/xhtml+xml", "application/xml", "application/rtf"];
    let kind = content_type.split(';').next().unwrap_or_default().trim().to_ascii_lowercase();
    kind.starts_with("text/") || MORE.contains(&kind.as_str())
}

fn place(reference: &str, base: &str) -> Option<Place> {
    let mut parts = reference.strip_prefix(base).unwrap_or(reference).split('/');
    let (kind, id) = (Kind::of(parts.next()?)?, parts.next()?);
    let whole = matches!(
        (parts.next(), parts.next(), parts.next()),
        (None, ..) | (Some("_history"), Some(_), None)
    );
    (whole && is_id(id)).then(|| Place { kind, id: id.to_owned() })
}

#[cfg(test)]
mod tests;
