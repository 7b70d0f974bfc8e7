//! The steps of the check, one by one: each that fails refuses the whole.

use super::*;
use crate::log::{leaf, leaf_hash, node_hash};
use crate::proof::{Cosigner, Head, LogSigner, Opening, TlogProof, Vkey, sign_head};
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use ed25519_dalek_2::{Signer as _, SigningKey};

const ORIGIN: &str = "sayso.example/log";

fn key(seed: u8) -> SigningKey {
    SigningKey::from_bytes(&[seed; 32])
}

fn public(seed: u8) -> [u8; 32] {
    key(seed).verifying_key().to_bytes()
}

fn receipt(id: &str) -> Value {
    json!({
        "schema": SECOND_SCHEMA,
        "language": "en",
        "words": ["You share: Medicines."],
        "id": id,
        "kind": "decision",
        "at": "2026-11-24T10:16:00Z",
        "issuer": "https://sayso.example",
        "actor": "claimant",
        "subject": "5c3f9a0e7b1d4c26",
        "request": {
            "id": "01a20210-def5-72aa-8547-a6e1c48c3901",
            "short": "SR 7K2M-9QDX",
            "organisation": "Department for Work and Pensions",
            "team": "PIP, Leeds",
            "purpose": "pip-first-decision",
            "purpose_version": 1,
            "submitted_at": "2026-11-20T09:00:00Z",
            "recipients": ["Department for Work and Pensions"],
            "keep_for": "P24M",
        },
        "decision_version": 1,
        "items": [{ "category": "medicines", "title": "Medicines", "state": "shared" }],
        "end_date": null,
        "collect_until": "2026-12-24T10:16:00Z",
        "digest": null,
        "rules": 2,
        "collections": [],
    })
}

/// The members `receipt` and `jws`.
fn signed(receipt: &Value, by: u8) -> Value {
    let input = signing_input(&canonical::whole(receipt).unwrap());
    let signature = URL_SAFE_NO_PAD.encode(key(by).sign(input.as_bytes()).to_bytes());
    let jws = format!("{}..{signature}", URL_SAFE_NO_PAD.encode(HEADER));
    json!({ "receipt": receipt, "jws": jws })
}

fn event(kind: &str, file: &Value) -> String {
    let digest = digest_of(file).unwrap();
    let event =
        json!({ "kind": kind, "data": { "receipt": file["receipt"]["id"], "sha256": digest } });
    String::from_utf8(canonical::whole(&event).unwrap()).unwrap()
}

/// A log of this event and another one, signed by this key and by the witness.
fn proof(event: String, log: u8) -> String {
    let opening = Opening { salt: "07".repeat(32), event };
    let own = leaf_hash(&opening.leaf().unwrap());
    let other = leaf_hash(&leaf(&[9; 32], b"{}"));
    let head = Head::new(ORIGIN.to_owned(), 2, node_hash(&own, &other));
    let vkey = Vkey::log(ORIGIN, &public(log)).unwrap();
    let signer = LogSigner::new(&vkey, |message: &[u8]| key(log).sign(message).to_bytes());
    let witness = Vkey::witness("w.example", &public(3)).unwrap();
    let sign = |message: &[u8]| key(3).sign(message).to_bytes();
    let cosigner = Cosigner::new(&witness, 1_795_600_000, sign);
    let checkpoint = sign_head(&head, &[&signer, &cosigner]).unwrap();
    let extra = Some(opening.to_extra().unwrap());
    TlogProof { extra, index: 0, path: vec![other], checkpoint }.to_text()
}

const ONE: &str = "01a20210-def5-72aa-8547-a6e1c48c3900";
const TWO: &str = "01a20210-def5-72aa-8547-a6e1c48c3902";

fn trust(quorum: usize) -> Trust {
    let witness = Vkey::witness("w.example", &public(3)).unwrap();
    Trust::new(vec![Trusted::of(public(1)).unwrap()], vec![witness], quorum).unwrap()
}

fn checked(file: &Value, proof: Option<String>, trust: &Trust) -> Result<Checked, Wrong> {
    let mut file = file.clone();
    if let Some(proof) = proof {
        file["proof"] = json!(proof);
    }
    check(&serde_json::to_vec(&file).unwrap(), trust)
}

#[test]
fn each_step_from_the_signature_to_the_witness_is_taken() {
    let file = signed(&receipt(ONE), 1);
    let found = checked(&file, Some(proof(event(ISSUED, &file), 1)), &trust(1)).unwrap();
    let logged = found.logged.unwrap();
    assert_eq!((logged.index, logged.size, logged.origin.as_str()), (0, 2, ORIGIN));
    assert_eq!(logged.witnesses[0].name, "w.example");
    assert_eq!(found.digest, digest(&serde_json::to_vec(&file).unwrap()).unwrap());
    assert_eq!(checked(&file, None, &trust(0)).unwrap().logged, None);
}

#[test]
fn a_step_that_fails_refuses_the_whole() {
    let file = signed(&receipt(ONE), 1);
    let other = signed(&receipt(TWO), 1);
    let foreign = signed(&receipt(ONE), 2);
    let good = proof(event(ISSUED, &file), 1);
    let of =
        |file: &Value, proof: &str| checked(file, Some(proof.to_owned()), &trust(1)).unwrap_err();

    assert_eq!(of(&foreign, &proof(event(ISSUED, &foreign), 1)).code(), "signature");
    assert_eq!(checked(&file, None, &trust(1)).unwrap_err().code(), "no-proof");
    assert_eq!(of(&other, &good).code(), "other-event");
    assert_eq!(of(&file, &proof(event("collected", &file), 1)).code(), "other-event");
    // The portal's own key signs something else under the same id.
    let mut again = receipt(ONE);
    again["words"] = json!(["You share: Conditions and diagnoses."]);
    assert_eq!(of(&signed(&again, 1), &good).code(), "other-event");
    let spaced = event(ISSUED, &file).replace(':', ": ");
    assert_eq!(of(&file, &proof(spaced, 1)).code(), "other-event");
    assert_eq!(of(&file, &proof(event(ISSUED, &file), 2)).code(), "other-log");
    let moved = good.replace("index 0", "index 1");
    assert_eq!(of(&file, &moved).code(), "not-in-log");
    let (unwitnessed, _) = good.trim_end().rsplit_once('\n').unwrap();
    assert_eq!(of(&file, &format!("{unwitnessed}\n")).code(), "too-few-witnesses");
    assert_eq!(of(&file, "words").code(), "proof-unreadable");
}

#[test]
fn the_log_that_a_key_names_is_the_only_one_that_it_signs() {
    let file = signed(&receipt(ONE), 1);
    let good = proof(event(ISSUED, &file), 1);
    let named = |origin: &str| {
        let vkey = Vkey::log(origin, &public(1)).unwrap().to_string();
        Trust::read(&vkey, "", 0).unwrap()
    };
    assert!(checked(&file, Some(good.clone()), &named(ORIGIN)).is_ok());
    let wrong = checked(&file, Some(good), &named("sayso.example/other")).unwrap_err();
    assert_eq!(wrong.code(), "other-log");
}

#[test]
fn a_receipt_with_a_fraction_is_none() {
    let mut fraction = receipt(ONE);
    fraction["rules"] = json!(2.5);
    let file = json!({ "receipt": fraction, "jws": "a..b" });
    assert_eq!(checked(&file, None, &trust(0)), Err(Wrong::NotAReceipt));
    let twice = br#"{"receipt": {}, "receipt": {}, "jws": ""}"#;
    assert!(matches!(check(twice, &trust(0)), Err(Wrong::NotSound(_))));
}

#[test]
fn an_earlier_key_may_have_signed_the_receipt_and_a_later_one_the_log() {
    let file = signed(&receipt(ONE), 2);
    let good = proof(event(ISSUED, &file), 1);
    let keys = [1, 2].map(|seed| Trusted::of(public(seed)).unwrap()).to_vec();
    let both = Trust::new(keys, Vec::new(), 0).unwrap();
    let found = checked(&file, Some(good), &both).unwrap();
    assert_eq!(found.key, Trusted::of(public(2)).unwrap());
    assert!(found.logged.is_some());
}

#[test]
fn a_paper_belongs_to_one_receipt_and_to_no_other_of_its_id() {
    let one = checked(&signed(&receipt(ONE), 1), None, &trust(0)).unwrap();
    let two = checked(&signed(&receipt(TWO), 1), None, &trust(0)).unwrap();
    let code = |id: &str, digest: Digest| Paper::parse(&format!("{id}.{digest}")).unwrap();
    assert!(code(ONE, one.digest).is(&one));
    assert!(Paper { id: None, digest: one.digest }.is(&one));
    for paper in [code(ONE, two.digest), code(TWO, one.digest), code(TWO, two.digest)] {
        assert!(!paper.is(&one), "{paper:?}");
    }
    assert!(!Paper { id: None, digest: two.digest }.is(&one));
}
