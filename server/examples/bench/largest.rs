//! The records of which previews and releases are made: the largest at hand, the demo's, and a long one made of that.

use crate::Outcome;
use consent::identity::NhsNumber;
use consent::record::Record;
use serde_json::{Value, json};
use std::path::{Path, PathBuf};

/// How often each finding of the demo's largest record is repeated for a long one. Sealing is slow in a debug build.
const REPEATED: usize = if cfg!(debug_assertions) { 2 } else { 100 };
/// Whose number the long record is filed under.
const LONG_NUMBER: &str = "9997700023";
/// Whose number a record without one is filed under: of the range that is kept for tests.
const NUMBER: &str = "9997700015";

/// A record to preview.
#[derive(Clone)]
pub struct LargeRecord {
    /// Its file, without the folder.
    pub name: String,
    /// Its bytes.
    pub bytes: Vec<u8>,
    /// Its entries.
    pub entries: usize,
    /// Whose it is.
    pub number: NhsNumber,
}

impl LargeRecord {
    /// The record that was named; else the largest of Synthea's that can be read; else the demo's largest.
    pub fn find(named: Option<&Path>, shared: Option<&Path>) -> Outcome<Self> {
        if let Some(named) = named {
            return Self::read(named);
        }
        let beside = || PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/../../shared"));
        let folder = shared.map_or_else(beside, Path::to_owned).join("data/fhir/synthea");
        let mut files = Vec::new();
        for file in std::fs::read_dir(folder).into_iter().flatten() {
            let file = file?;
            files.push((file.metadata()?.len(), file.path()));
        }
        files.sort();
        if let Some(found) = files.iter().rev().find_map(|(_, path)| Self::read(path).ok()) {
            return Ok(found);
        }
        eprintln!("bench: no shared records here; the demo's largest takes their place");
        Self::demo()
    }

    /// The demo's largest: most of it can be shared.
    pub fn demo() -> Outcome<Self> {
        Self::read(&demo())
    }

    /// The demo's largest with its findings over and over, each on another day.
    pub fn long() -> Outcome<Self> {
        let own = Self::demo()?;
        let text = std::fs::read_to_string(demo())?.replace(own.number.as_str(), LONG_NUMBER);
        let mut bundle: Value = serde_json::from_str(&text)?;
        let entries = bundle.get_mut("entry").and_then(Value::as_array_mut);
        let entries = entries.ok_or("the demo's record has no entries")?;
        let findings: Vec<Value> = entries.iter().filter_map(dated_finding).cloned().collect();
        for number in 0..REPEATED {
            entries.extend(findings.iter().map(|finding| again(finding, number)));
        }
        Self::of("the demo's findings, repeated".to_owned(), bundle.to_string().into_bytes())
    }

    fn read(path: &Path) -> Outcome<Self> {
        let name = path.file_name().map(|name| name.to_string_lossy().into_owned());
        Self::of(name.unwrap_or_default(), std::fs::read(path)?)
    }

    fn of(name: String, bytes: Vec<u8>) -> Outcome<Self> {
        let record = Record::parse(&bytes, None)?;
        let number = record.nhs_number().cloned().map_or_else(|| NhsNumber::parse(NUMBER), Ok)?;
        Ok(Self { name, entries: record.entries().len(), bytes, number })
    }
}

fn demo() -> PathBuf {
    PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/demo/people/everything.json"))
}

/// The resource of an entry that says what was found on which day.
fn dated_finding(entry: &Value) -> Option<&Value> {
    let resource = entry.get("resource")?;
    let finding = resource.get("resourceType")?.as_str()? == "Observation";
    resource.get("effectiveDateTime").filter(|_| finding).map(|_| resource)
}

/// The same finding on another day, as an entry.
fn again(finding: &Value, number: usize) -> Value {
    let mut finding = finding.clone();
    let id = finding.get("id").and_then(Value::as_str).map(|id| format!("{id}-again-{number}"));
    if let Some(members) = finding.as_object_mut() {
        let day = format!(
            "20{:02}-{:02}-{:02}",
            20 + number / 336 % 5,
            1 + number / 28 % 12,
            1 + number % 28
        );
        members.insert("effectiveDateTime".to_owned(), json!(day));
        members.insert("id".to_owned(), json!(id));
    }
    json!({ "resource": finding })
}
