//! The largest record at hand.

use crate::Outcome;
use consent::identity::NhsNumber;
use consent::record::Record;
use std::path::{Path, PathBuf};

/// Whose number a record without one is filed under: of the range that is kept for tests.
const NUMBER: &str = "9997700015";

/// A record to preview.
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
        Self::read(&PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/demo/people/everything.json")))
    }

    fn read(path: &Path) -> Outcome<Self> {
        let bytes = std::fs::read(path)?;
        let record = Record::parse(&bytes, None)?;
        let number = record.nhs_number().cloned().map_or_else(|| NhsNumber::parse(NUMBER), Ok)?;
        let name = path.file_name().map(|name| name.to_string_lossy().into_owned());
        Ok(Self { name: name.unwrap_or_default(), entries: record.entries().len(), bytes, number })
    }
}
