//! Real and demo records to change: our own people always, other people's files where they are at hand.

use crate::shared;
use crate::turns::Turns;
use consent::record::Record;
use serde_json::{Value, json};
use std::path::{Path, PathBuf};

/// Files of these folders, as JSON.
pub fn sources() -> Vec<Value> {
    let demo = Path::new(env!("CARGO_MANIFEST_DIR")).join("../server/demo/people");
    let folders = [Some(demo), shared::shared("data/fhir")];
    let mut files: Vec<PathBuf> =
        folders.into_iter().flatten().flat_map(|at| json_in(&at)).collect();
    files.sort();
    let read = |file: &PathBuf| {
        let value: Value = serde_json::from_slice(&std::fs::read(file).ok()?).ok()?;
        value["entry"].is_array().then_some(value)
    };
    let sources: Vec<Value> = files.iter().filter_map(read).collect();
    assert!(sources.len() >= 7);
    sources
}

fn json_in(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            found.extend(json_in(&path));
        } else if path.extension().is_some_and(|ending| ending == "json") {
            found.push(path);
        }
    }
    found
}

/// A few entries of a file that stand beside one another, with its Patient.
pub fn part(sources: &[Value], turns: &mut Turns<'_>) -> Value {
    let empty = Vec::new();
    let source = &sources[turns.below(sources.len())];
    let entries = source["entry"].as_array().unwrap_or(&empty);
    let from = turns.below(entries.len());
    let patient = entries.iter().find(|entry| entry["resource"]["resourceType"] == "Patient");
    let others = entries.iter().skip(from).filter(|entry| Some(*entry) != patient);
    let mut some: Vec<Value> = patient.into_iter().chain(others).take(9).cloned().collect();
    // Another file's entry now and then: of another kind, about another person.
    if turns.below(8) == 1 {
        let other = &sources[turns.below(sources.len())]["entry"];
        some.push(other[turns.below(other.as_array().map_or(0, Vec::len))].clone());
    }
    json!({ "resourceType": "Bundle", "type": "collection", "entry": some })
}

/// The entries that can be read one by one, as far as they can be read together.
pub fn readable(bundle: &Value) -> Value {
    let mut kept: Vec<Value> = Vec::new();
    for entry in bundle["entry"].as_array().into_iter().flatten() {
        kept.push(entry.clone());
        let so_far = json!({ "resourceType": "Bundle", "type": "collection", "entry": kept });
        if Record::parse(so_far.to_string().as_bytes(), None).is_err() {
            kept.pop();
        }
    }
    json!({ "resourceType": "Bundle", "type": "collection", "entry": kept })
}
