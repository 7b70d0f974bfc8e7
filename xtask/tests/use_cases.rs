//! Every use case about somebody is told who acts. Must never pass because it found nothing to check.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on stops")]

use std::fs;
use std::path::{Path, PathBuf};

/// The files of the use cases.
fn files(folder: &Path) -> Vec<PathBuf> {
    let found = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    found.flat_map(|path| if path.is_dir() { files(&path) } else { vec![path] }).collect()
}

/// What stands in the parentheses of each public use case of the portal, with its name.
fn use_cases(code: &str) -> Vec<(String, String)> {
    let begins = code.split("\n    pub async fn ").skip(1);
    begins
        .filter_map(|rest| {
            let (name, rest) = rest.split_once('(')?;
            let (taken, _) = rest.split_once(") ->").or_else(|| rest.split_once(") {"))?;
            taken.contains("&self").then(|| (name.to_owned(), taken.to_owned()))
        })
        .collect()
}

#[test]
fn whoever_names_a_subject_says_who_acts() {
    let portal = Path::new(env!("CARGO_MANIFEST_DIR")).join("../server/src/portal");
    let mut about_somebody = 0;
    for file in files(&portal) {
        for (name, taken) in use_cases(&fs::read_to_string(&file).unwrap()) {
            if taken.contains(": PersonId") {
                about_somebody += 1;
                let place = file.display();
                assert!(taken.contains(": &Actor"), "{place}: {name} does not take who acts");
            }
        }
    }
    assert!(about_somebody >= 40, "only {about_somebody} use cases about somebody were found");
}
