//! The published vectors for RFC 6962 trees and for signed notes, through the crates that Sayso uses.

use crate::support::variable;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use consent::digest::Digest;
use consent::log::{leaf_hash, tree_head};
use consent::proof::check_consistency;
use serde_json::Value;
use signed_note::{Note, StandardVerifier, VerifierList};
use std::fs;
use std::path::{Path, PathBuf};
use tlog_tiles::checkpoint::Checkpoint;
use tlog_tiles::tlog::{Hash, check_record, check_tree};

fn vectors(name: &str) -> Option<PathBuf> {
    let shared = variable("SAYSO_SHARED").unwrap_or_else(|| "../shared".to_owned());
    let shared = Path::new(env!("CARGO_MANIFEST_DIR")).join("..").join(shared);
    let path = shared.join("data/vectors").join(name);
    if path.exists() {
        return Some(path);
    }
    let required = variable("SAYSO_SHARED_REQUIRED").as_deref() == Some("1");
    assert!(!required, "there is no {}", path.display());
    println!("skipped: there is no {}", path.display());
    None
}

fn json(path: &Path) -> Value {
    serde_json::from_str(&fs::read_to_string(path).unwrap()).unwrap()
}

/// Every case under a folder, with its path.
fn cases(folder: &Path) -> Vec<(PathBuf, Value)> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(cases(&path));
        } else {
            found.push((path.clone(), json(&path)));
        }
    }
    found
}

/// A hash as the cases write it; none where it is none, which no proof can be about.
fn hash(value: &Value) -> Option<Hash> {
    let bytes = STANDARD.decode(value.as_str()?).unwrap();
    bytes.try_into().ok().map(Hash)
}

fn proof(case: &Value) -> Option<Vec<Hash>> {
    case["proof"].as_array().map_or(Some(Vec::new()), |all| all.iter().map(hash).collect())
}

fn included(case: &Value) -> Option<()> {
    let (index, size) = (case["leafIdx"].as_u64()?, case["treeSize"].as_u64()?);
    let (root, leaf) = (hash(&case["root"])?, hash(&case["leafHash"])?);
    check_record(&proof(case)?, size, root, index, leaf).ok()
}

fn consistent(case: &Value) -> Option<()> {
    let (old, new) = (case["size1"].as_u64()?, case["size2"].as_u64()?);
    let (old_root, root) = (hash(&case["root1"])?, hash(&case["root2"])?);
    let proof = proof(case)?;
    let digests: Vec<Digest> = proof.iter().map(|hash| Digest::from_bytes(hash.0)).collect();
    let digest = |hash: &Hash| Digest::from_bytes(hash.0);
    let ours = check_consistency((old, &digest(&old_root)), (new, &digest(&root)), &digests);
    // An older tree of no leaves: the crate has no proof for it, and we ask for none.
    let theirs = old == 0 || check_tree(&proof, new, root, old, old_root).is_ok();
    assert!(!ours || theirs);
    ours.then_some(())
}

#[test]
fn every_case_of_the_rfc_6962_vectors_is_judged_as_it_says() {
    let Some(folder) = vectors("merkle-rfc6962") else { return };
    let mut judged = 0;
    for (name, judge) in
        [("inclusion", included as fn(&Value) -> Option<()>), ("consistency", consistent)]
    {
        for (path, case) in cases(&folder.join(name)) {
            let wrong = case["wantErr"].as_bool().unwrap_or(false);
            assert_eq!(judge(&case).is_none(), wrong, "{}: {}", path.display(), case["desc"]);
            judged += 1;
        }
    }
    assert_eq!(judged, 105);
    let tree = json(&folder.join("reference-tree.json"));
    let inputs = tree["leaf_inputs_hex"].as_array().unwrap();
    let leaves: Vec<Digest> = inputs.iter().map(|hex| leaf_hash(&bytes(hex))).collect();
    let levels = tree["node_hashes_by_level_hex"].as_array().unwrap();
    let root = levels.last().unwrap().as_array().unwrap().first().unwrap();
    assert_eq!(tree_head(&leaves).to_string(), root.as_str().unwrap());
}

fn bytes(hex: &Value) -> Vec<u8> {
    let hex = hex.as_str().unwrap();
    (0..hex.len()).step_by(2).map(|at| u8::from_str_radix(&hex[at..at + 2], 16).unwrap()).collect()
}

#[test]
fn every_case_of_the_checkpoint_vectors_is_read_as_it_says() {
    let Some(folder) = vectors("c2sp-notes") else { return };
    let root = STANDARD.encode([7; 32]);
    let mut sound = 0;
    for case in json(&folder.join("checkpoint-parse-cases.json")).as_array().unwrap() {
        let (text, desc) = (case["text"].as_str().unwrap(), &case["desc"]);
        let valid = case["valid"].as_bool().unwrap();
        // The crate is stricter than the cases: their roots have another length than 32 bytes, and a root is one.
        assert!(Checkpoint::from_bytes(text.as_bytes()).is_err(), "{desc}");
        if !valid {
            continue;
        }
        let mut lines: Vec<&str> = text.split('\n').collect();
        lines[2] = &root;
        let read = Checkpoint::from_bytes(lines.join("\n").as_bytes());
        // And no line after the root is empty (tlog-checkpoint, note text, 4).
        assert_eq!(read.is_err(), text.ends_with("\n\n"), "{desc}");
        if let Ok(read) = read {
            assert_eq!(read.origin(), case["origin"].as_str().unwrap(), "{desc}");
            assert_eq!(read.size(), case["size"].as_u64().unwrap(), "{desc}");
            sound += 1;
        }
    }
    assert_eq!(sound, 4);
}

#[test]
fn every_example_of_signed_notes_is_read_and_verified() {
    let Some(folder) = vectors("c2sp-notes") else { return };
    let examples = json(&folder.join("signed-note-examples.json"));
    for example in examples["verifiable"].as_array().unwrap() {
        let note = Note::from_bytes(example["note"].as_str().unwrap().as_bytes()).unwrap();
        let verifier = StandardVerifier::new(example["vkey"].as_str().unwrap()).unwrap();
        let (known, unknown) = note.verify(&VerifierList::new(vec![Box::new(verifier)])).unwrap();
        assert_eq!((known.len(), unknown.len()), (1, 0));
    }
    for example in examples["format_only"].as_array().unwrap() {
        let text = example["note"].as_str().unwrap();
        assert_eq!(Note::from_bytes(text.as_bytes()).unwrap().to_bytes(), text.as_bytes());
    }
}
