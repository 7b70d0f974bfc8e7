//! Promise 4: the words reach every element.

use super::{one, package};
use crate::{
    entry_words::{lexicon::Lexicon, read},
    i18n::Lang,
};
use proptest::prelude::*;
use serde_json::{Map, Value, json};
use std::path::{Path, PathBuf};

/// Every scalar of a resource with the name of its element, as it must be found in the words.
fn leaves(lexicon: &Lexicon, element: &str, value: &Value, found: &mut Vec<String>) {
    match value {
        Value::Object(members) => {
            for (name, value) in members {
                match value {
                    // Documents and the names of extensions have their own tests.
                    Value::String(_) if name == "data" => {}
                    Value::String(text) if name == "url" && lexicon.knows(text) => {}
                    _ => leaves(lexicon, name, value, found),
                }
            }
        }
        Value::Array(members) => {
            for member in members {
                leaves(lexicon, element, member, found);
            }
        }
        Value::Null => {}
        scalar => found.push(lexicon.scalar(element, scalar)),
    }
}

fn all_is_said(resource: &Value, lang: Lang) -> Result<(), String> {
    let entry = one(resource, lang);
    let mut said = format!("{}\n{}\n", entry.resource, entry.line);
    for (label, text) in &entry.details {
        said.extend([label, "\n", text, "\n"]);
    }
    let mut wanted = Vec::new();
    leaves(Lexicon::of(lang), "", resource, &mut wanted);
    match wanted.iter().find(|leaf| !said.contains(leaf.as_str())) {
        Some(missing) => Err(format!("{missing:?} is not said of {resource}: {said}")),
        None => Ok(()),
    }
}

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

fn resources(value: &Value, found: &mut Vec<Value>) {
    match value {
        Value::Object(members) => {
            if members.get("resourceType").is_some_and(|kind| kind != "Bundle") {
                found.push(value.clone());
            }
            for inner in members.values() {
                resources(inner, found);
            }
        }
        Value::Array(members) => {
            for inner in members {
                resources(inner, found);
            }
        }
        _ => {}
    }
}

/// Not only what may be sent: whatever a record holds would be said, were it in a package.
#[test]
#[expect(
    clippy::disallowed_methods,
    reason = "where the shared records are is a setting of the tests"
)]
fn the_words_reach_every_element_of_every_shared_record() {
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
    let mut found = Vec::new();
    for path in paths {
        resources(&serde_json::from_slice(&std::fs::read(path).unwrap()).unwrap(), &mut found);
    }
    assert!(found.len() > 2000);
    for (place, resource) in found.iter().enumerate() {
        let lang = Lang::ALL[place % 2];
        all_is_said(resource, lang).unwrap_or_else(|missing| panic!("{missing}"));
    }
    assert_eq!(read(&package(&found), Lang::En).unwrap().len(), found.len());
}

fn any_value() -> impl Strategy<Value = Value> {
    let names = [
        "code",
        "coding",
        "system",
        "display",
        "text",
        "value",
        "unit",
        "comparator",
        "start",
        "end",
        "low",
        "high",
        "numerator",
        "denominator",
        "reference",
        "family",
        "given",
        "item",
        "linkId",
        "answer",
        "valueCoding",
        "extension",
        "url",
        "use",
        "time",
        "status",
        "period",
        "recordedDate",
        "event",
        "contentType",
        "note",
        "prefix",
        "name",
        "bodyOfWork",
    ];
    let leaf = prop_oneof![
        any::<bool>().prop_map(Value::from),
        any::<i32>().prop_map(Value::from),
        "\\PC{1,12}".prop_map(Value::from),
        proptest::sample::select(vec![
            "active",
            "http://snomed.info/sct",
            "http://hl7.org/fhir/x",
            "2024-02-29",
            "2024",
            "2024-02-29T10:00:00.5Z",
            "2024-13",
            "rules",
            "Condition/1"
        ])
        .prop_map(Value::from),
    ];
    leaf.prop_recursive(5, 50, 6, move |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..4).prop_map(Value::from),
            prop::collection::hash_map(proptest::sample::select(names.to_vec()), inner, 0..6)
                .prop_map(|members| members
                    .into_iter()
                    .map(|(name, value)| (name.to_owned(), value))
                    .collect::<Map<_, _>>()
                    .into()),
        ]
    })
}

proptest! {
    #[test]
    fn the_words_reach_every_element_of_anything(element in any_value(), other in any_value(), welsh in any::<bool>()) {
        let resource = json!({"resourceType": "Condition", "id": "1", "code": element, "item": other});
        let lang = if welsh { Lang::Cy } else { Lang::En };
        all_is_said(&resource, lang).map_err(TestCaseError::fail)?;
    }
}
