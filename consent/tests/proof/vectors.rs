//! The vectors that other people published, and a proof at every place of small trees.

use crate::shared::shared;
use crate::world::{AT, ORIGIN, World};
use consent::digest::Digest;
use consent::proof::{
    Head, NotIncluded, NoteFault, Policy, PolicyFault, TlogProof, Vkey, check_consistency,
    open_checkpoint, verify, verify_opened,
};
use ed25519_dalek_2::{Signature, VerifyingKey};
use serde_json::Value;
use signed_note::Verifier as _;

fn read(path: &str) -> Option<Value> {
    let path = shared(path)?;
    Some(serde_json::from_slice(&std::fs::read(path).unwrap()).unwrap())
}

#[test]
fn the_notes_of_the_specification_verify_and_no_others() {
    let Some(file) = read("data/vectors/c2sp-notes/signed-note-examples.json") else { return };
    for example in file["verifiable"].as_array().unwrap() {
        let (vkey, note) = (example["vkey"].as_str().unwrap(), example["note"].as_str().unwrap());
        let vkey = Vkey::parse(vkey).unwrap();
        let parsed = signed_note::Note::from_bytes(note.as_bytes()).unwrap();
        let known = || signed_note::VerifierList::new(vec![Box::new(vkey.clone())]);
        assert_eq!(parsed.verify(&known()).unwrap().0.len(), 1);
        let other = note.replacen("message", "massage", 1);
        let other = signed_note::Note::from_bytes(other.as_bytes()).unwrap();
        assert!(other.verify(&known()).is_err());
        // It is a note, and no checkpoint.
        assert!(matches!(open_checkpoint(note, &[vkey]), Err(NoteFault::Head(_))));
    }
    for example in file["format_only"].as_array().unwrap() {
        let note = example["note"].as_str().unwrap();
        let parsed = signed_note::Note::from_bytes(note.as_bytes()).unwrap();
        assert_eq!(parsed.to_bytes(), note.as_bytes());
        assert_eq!(open_checkpoint(note, &[]), Err(NoteFault::Unsigned));
    }
}

/// The published cases allow any root and any lines; a root of this tree has 32 bytes, and lines after it are not empty.
#[test]
fn checkpoints_are_read_as_the_published_cases_say() {
    let Some(file) = read("data/vectors/c2sp-notes/checkpoint-parse-cases.json") else { return };
    let root = "CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=";
    let mut met = (0, 0);
    for case in file.as_array().unwrap() {
        let text = case["text"].as_str().unwrap();
        assert!(Head::parse(text).is_err(), "{}", case["desc"]);
        let with_root = ["YmFuYW5hcw==", "dGhlIHZpZXcgZnJvbSB0aGUgdHJlZSB0b3BzIGlzIGdyZWF0IQ=="]
            .iter()
            .fold(text.to_owned(), |text, other| text.replace(other, root));
        let head = Head::parse(&with_root);
        let empty_lines = with_root.ends_with("\n\n");
        if case["valid"] == true && !empty_lines {
            let head = head.unwrap();
            assert_eq!(
                (head.origin.as_str(), head.size),
                (case["origin"].as_str().unwrap(), case["size"].as_u64().unwrap())
            );
            assert_eq!(head.text(), with_root);
            met.0 += 1;
        } else {
            assert!(head.is_err(), "{}", case["desc"]);
            met.1 += 1;
        }
    }
    assert!(met.0 >= 4 && met.1 >= 8, "{met:?}");
}

#[test]
fn signatures_are_judged_as_wycheproof_says() {
    let Some(file) = read("data/vectors/wycheproof/ed25519_test.json") else { return };
    let bytes = |value: &Value| -> Vec<u8> {
        let text = value.as_str().unwrap();
        (0..text.len() / 2)
            .map(|place| u8::from_str_radix(&text[2 * place..2 * place + 2], 16).unwrap())
            .collect()
    };
    let mut met = (0, 0);
    for group in file["testGroups"].as_array().unwrap() {
        let public: [u8; 32] = bytes(&group["publicKey"]["pk"]).try_into().unwrap();
        let key = VerifyingKey::from_bytes(&public).unwrap();
        let vkey = Vkey::log(ORIGIN, &public);
        for case in group["tests"].as_array().unwrap() {
            let (message, signature) = (bytes(&case["msg"]), bytes(&case["sig"]));
            let strict = Signature::from_slice(&signature)
                .is_ok_and(|sig| key.verify_strict(&message, &sig).is_ok());
            let ours = vkey.as_ref().is_ok_and(|vkey| vkey.verify(&message, &signature));
            assert_eq!(strict, case["result"] == "valid", "{case}");
            assert_eq!(ours, strict, "{case}");
            if ours { met.0 += 1 } else { met.1 += 1 }
        }
    }
    println!("wycheproof: {} valid, {} not", met.0, met.1);
    assert!(met.0 > 40 && met.1 > 30, "{met:?}");
}

#[test]
fn every_place_of_every_small_tree_is_proved() {
    let world = World::new(9, 20);
    for size in 1..=20 {
        for place in 0..size {
            let text = world.proof(place, size).to_text();
            let (included, opening) = verify_opened(&text, &world.policy()).unwrap();
            assert_eq!((included.index, included.size), (place as u64, size as u64));
            let leaf = opening.leaf().unwrap();
            assert_eq!(verify(&text, &leaf, &world.policy()).unwrap(), included);
            assert_eq!(
                verify(&text, b"another leaf", &world.policy()),
                Err(NotIncluded::NotInTree)
            );
            assert_eq!(TlogProof::parse(&text).unwrap().to_text(), text);
        }
    }
}

#[test]
fn a_proof_needs_as_many_witnesses_as_the_reader_wants() {
    let world = World::new(9, 20);
    let witnesses: Vec<Vkey> = world.witnesses.iter().map(|(_, vkey)| vkey.clone()).collect();
    let policy = |quorum| Policy::new(world.log_vkey.clone(), witnesses.clone(), quorum);
    let mut proof = world.proof(3, 20);
    let head = world.head(20);
    proof.checkpoint = world.log_signed(&head);
    let alone = proof.to_text();
    proof.checkpoint += &world.cosigned(1, &head, 5);
    let with_one = proof.to_text();
    assert!(verify_opened(&alone, &policy(0).unwrap()).is_ok());
    assert_eq!(
        verify_opened(&alone, &policy(1).unwrap()).unwrap_err(),
        NotIncluded::TooFewWitnesses { have: 0, need: 1 }
    );
    let (included, _) = verify_opened(&with_one, &policy(1).unwrap()).unwrap();
    assert_eq!(included.witnesses[0].at, 5);
    assert_eq!(
        verify_opened(&with_one, &policy(2).unwrap()).unwrap_err(),
        NotIncluded::TooFewWitnesses { have: 1, need: 2 }
    );
    assert_eq!(policy(3).unwrap_err(), PolicyFault::Quorum);
}

#[test]
fn a_log_that_signs_under_another_name_is_another_log() {
    let world = World::new(9, 20);
    let mut proof = world.proof(3, 20);
    let head = Head { origin: "elsewhere.example/log".to_owned(), ..world.head(20) };
    let lines = world.cosigned(0, &head, AT) + &world.cosigned(1, &head, AT);
    proof.checkpoint = world.log_signed(&head) + &lines;
    let refused = verify_opened(&proof.to_text(), &world.policy()).unwrap_err();
    assert_eq!(refused, NotIncluded::OtherLog { origin: head.origin });
}

#[test]
fn one_witness_under_two_names_counts_once() {
    let world = World::new(9, 1);
    let (_, vkey) = &world.witnesses[0];
    let again = Vkey::witness("another.name", &vkey.public()).unwrap();
    let twice = Policy::new(world.log_vkey.clone(), vec![vkey.clone(), again], 2);
    assert_eq!(twice.unwrap_err(), PolicyFault::Twice);
    let confused = Policy::new(vkey.clone(), vec![], 0);
    assert_eq!(confused.unwrap_err(), PolicyFault::Kind);
    let confused = Policy::new(world.log_vkey.clone(), vec![world.log_vkey.clone()], 1);
    assert_eq!(confused.unwrap_err(), PolicyFault::Kind);
}

#[test]
fn a_tree_extends_those_that_it_began_with_and_no_others() {
    let world = World::new(9, 20);
    let other = World::new(20, 20);
    for new in 0..=20 {
        for old in 0..=new {
            let tree = world.tree(new);
            let proof: Vec<Digest> = if old == 0 || old == new {
                Vec::new()
            } else {
                let proof = tree.prove_consistency(new - old);
                proof
                    .as_bytes()
                    .chunks_exact(32)
                    .map(|hash| Digest::from_bytes(hash.try_into().unwrap()))
                    .collect()
            };
            let root = |world: &World, size| {
                if size == 0 { Digest::of(&[]) } else { world.head(size).root }
            };
            let (old_root, new_root) = (root(&world, old), root(&world, new));
            let (from, to) = ((old as u64, &old_root), (new as u64, &new_root));
            assert!(check_consistency(from, to, &proof), "{old} {new}");
            if old > 0 {
                assert!(
                    !check_consistency((old as u64, &root(&other, old)), to, &proof),
                    "{old} {new}"
                );
                assert!(
                    !check_consistency(from, (new as u64, &root(&other, new)), &proof),
                    "{old} {new}"
                );
                assert!(old == new || !check_consistency(to, from, &proof), "{old} {new}");
            }
            let longer: Vec<Digest> = proof.iter().copied().chain([new_root]).collect();
            assert!(!check_consistency(from, to, &longer), "{old} {new}");
            if let Some((_, shorter)) = proof.split_last() {
                assert!(!check_consistency(from, to, shorter), "{old} {new}");
            }
        }
    }
    assert!(!check_consistency((0, &Digest::of(b"x")), (1, &world.head(1).root), &[]));
    assert!(!check_consistency((0, &Digest::of(&[])), (0, &world.head(1).root), &[]));
}
