//! Records by other people: everything passes through the copy, and nothing comes out that was not in.

use crate::arbitrary::check;
use crate::listed::{everything, same};
use consent::elements::{self, Scope};
use serde_json::Value;
use std::path::{Path, PathBuf};

fn files(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            files(&path, found);
        } else if path.extension().is_some_and(|extension| extension == "json") {
            found.push(path);
        }
    }
}

fn resources<'a>(value: &'a Value, found: &mut Vec<&'a Value>) {
    match value {
        Value::Object(members) => {
            if members.get("resourceType").is_some_and(|kind| kind != "Bundle") {
                found.push(value);
            }
            members.values().for_each(|inner| resources(inner, found));
        }
        Value::Array(members) => members.iter().for_each(|inner| resources(inner, found)),
        _ => {}
    }
}

#[test]
#[expect(
    clippy::disallowed_methods,
    reason = "where the shared records are is a setting of the tests"
)]
fn every_shared_record_passes_through_the_copy() {
    let shared = std::env::var_os("SAYSO_SHARED")
        .map_or_else(|| Path::new(env!("CARGO_MANIFEST_DIR")).join("../../shared"), PathBuf::from)
        .join("data/fhir");
    if !shared.is_dir() {
        assert_ne!(
            std::env::var("SAYSO_SHARED_REQUIRED").as_deref(),
            Ok("1"),
            "SAYSO_SHARED is required"
        );
        println!("skipped: no records at {}", shared.display());
        return;
    }
    let mut paths = Vec::new();
    files(&shared, &mut paths);
    let (mut seen, mut sent) = (0, 0);
    for path in paths {
        let file: Value = serde_json::from_slice(&std::fs::read(&path).unwrap()).unwrap();
        let mut found = Vec::new();
        resources(&file, &mut found);
        for resource in found {
            let name = resource["resourceType"].as_str().unwrap();
            for scope in [everything(), Scope::default()] {
                seen += 1;
                let _ = elements::period(name, resource);
                let Some(copied) = elements::copy(name, resource, &scope, &same) else { continue };
                sent += 1;
                let mut members = copied.clone();
                members.as_object_mut().unwrap().remove("resourceType");
                let kind = elements::kind(name).unwrap();
                // The strings of the copy are in the source, each at its own place.
                check(kind.elements, resource, &members, name)
                    .unwrap_or_else(|fault| panic!("{}: {fault}", path.display()));
            }
        }
    }
    assert!(sent > 1000 && sent < seen, "{sent} of {seen}");
}
