//! Receipts with their proofs: genuine they say all there is to say, and no tampering gets through. A table of what was
//! tried is printed.

use crate::receipts::{others, places};
use crate::story::*;
use crate::support::{Kind, Stage};
use consent::proof::receipt::{Checked, File, LogWrong, Trust, Wrong, check, signing_input};
use consent::proof::{Cosigner, TlogProof, Vkey, cosignature_line};
use ed25519_dalek::{Signer as _, SigningKey};
use serde_json::{Value, json};
use server::log::{Cosigned, Published};
use server::portal::receipts::Kept;
use std::collections::BTreeMap;

/// The second since 1970 in which both witnesses signed.
const SIGNED: u64 = 1_795_600_000;

pub struct Witnesses([(SigningKey, Vkey); 2]);

impl Witnesses {
    pub fn new() -> Self {
        Self([1, 2].map(|seed| {
            let key = SigningKey::from_bytes(&[seed; 32]);
            let name = format!("w{seed}.example");
            let vkey = Vkey::witness(&name, key.verifying_key().as_bytes()).unwrap();
            (key, vkey)
        }))
    }

    pub fn vkeys(&self) -> Vec<Vkey> {
        self.0.iter().map(|(_, vkey)| vkey.clone()).collect()
    }

    fn line(&self, which: usize, text: &str, at: u64) -> String {
        let (key, vkey) = &self.0[which];
        cosignature_line(
            text,
            &Cosigner::new(vkey, at, |message: &[u8]| key.sign(message).to_bytes()),
        )
        .unwrap()
    }

    /// Both sign what was published.
    pub async fn sign(&self, stage: &Stage, published: &Published) {
        let (text, _) = published.note.split_once("\n\n").unwrap();
        for (which, (_, vkey)) in self.0.iter().enumerate() {
            let cosigned = Cosigned {
                size: published.size,
                witness: vkey.name().to_owned(),
                at: stage.portal.now(),
                line: self.line(which, &format!("{text}\n"), SIGNED),
            };
            stage.portal.keep_cosignature(&cosigned).await.unwrap();
        }
    }
}

/// Receipts of one portal, with their proofs, and whom to believe.
pub struct Proven {
    pub stage: Stage,
    pub kept: Vec<Kept>,
    pub trust: Trust,
}

/// A decision and a withdrawal, published and signed by both witnesses.
pub async fn proven(witnesses: &Witnesses) -> Proven {
    let stage = Stage::new(Kind::Sqlite).await.unwrap();
    let story = Story::begin(&stage).await;
    let (_, decision) = story.decide(&[Conditions, Medicines]).await;
    story.collect().await.unwrap();
    let withdrawal = story.withdraw(&[Medicines]).await;
    let published = stage.portal.publish_now().await.unwrap().unwrap();
    witnesses.sign(&stage, &published).await;
    let mut kept = Vec::new();
    for id in [decision, withdrawal] {
        kept.push(story.portal.receipt(&story.actor(), story.me, id).await.unwrap());
    }
    drop(story);
    let trust = Trust::read(&stage.portal.log_vkey(), &lines(&witnesses.vkeys()), 2).unwrap();
    Proven { stage, kept, trust }
}

fn lines(vkeys: &[Vkey]) -> String {
    vkeys.iter().map(|vkey| format!("{vkey}\n")).collect()
}

/// How often each kind of tampering was tried, and what was found.
#[derive(Default)]
struct Table(BTreeMap<&'static str, BTreeMap<&'static str, usize>>);

impl Table {
    /// The file must prove nothing.
    #[track_caller]
    fn detected(&mut self, what: &'static str, file: &[u8], trust: &Trust) {
        match check(file, trust) {
            Ok(checked) => panic!("{what}: {checked:?}"),
            Err(wrong) => {
                *self.0.entry(what).or_default().entry(wrong.code()).or_default() += 1;
            }
        }
    }

    fn count(&self) -> usize {
        self.0.values().flat_map(BTreeMap::values).sum()
    }

    fn print(&self) {
        for (what, found) in &self.0 {
            let all: usize = found.values().sum();
            println!("{all:6} {what}: {found:?}");
        }
        println!("{:6} in all, every one detected", self.count());
    }
}

pub fn file(kept: &Kept) -> Vec<u8> {
    assert!(kept.proof.is_some(), "published");
    kept.file()
}

fn with_proof(kept: &Kept, proof: &str) -> Vec<u8> {
    server::documents::receipt::with_proof(&kept.signed, proof)
}

fn signed_by(key: &SigningKey, receipt: &Value) -> String {
    let payload = serde_json_canonicalizer::to_vec(receipt).unwrap();
    let input = signing_input(&payload);
    let (header, _) = input.split_once('.').unwrap();
    use base64::Engine as _;
    let signature = key.sign(input.as_bytes()).to_bytes();
    let signature = base64::engine::general_purpose::URL_SAFE_NO_PAD.encode(signature);
    format!("{header}..{signature}")
}

#[tokio::test]
async fn a_receipt_with_its_proof_says_which_checkpoint_and_which_witnesses_contain_it() {
    let witnesses = Witnesses::new();
    let Proven { stage, kept, trust } = proven(&witnesses).await;
    let published = stage.portal.checkpoint().await.unwrap().unwrap();
    for one in &kept {
        let Checked { receipt, digest, logged, .. } = check(&file(one), &trust).unwrap();
        assert_eq!(receipt, one.receipt);
        assert_eq!(Some(digest), server::documents::receipt::digest(&one.signed));
        let logged = logged.unwrap();
        assert_eq!(Some(i64::try_from(logged.index).unwrap()), one.leaf_seq);
        assert_eq!((logged.size, logged.root), (published.size, published.root));
        assert_eq!(logged.origin, stage.portal.log_origin());
        let signed: Vec<_> = logged.witnesses.iter().map(|one| one.name.as_str()).collect();
        assert_eq!(signed, ["w1.example", "w2.example"]);
        let at = logged.witnesses[0].at.micros();
        assert_eq!(at, i64::try_from(SIGNED).unwrap() * 1_000_000);
        assert_eq!(logged.unknown, 0);

        // Whoever knows no witness sees that others have signed, and that it counts for nothing.
        let alone = Trust::read(&stage.portal.log_vkey(), "", 0).unwrap();
        let logged = check(&file(one), &alone).unwrap().logged.unwrap();
        assert_eq!((logged.witnesses.len(), logged.unknown), (0, 2));
        // Without a proof only the signature speaks, and where one is demanded that is not enough.
        assert_eq!(check(&one.signed, &alone).unwrap().logged, None);
        let mut demanding = alone;
        demanding.require_log = true;
        assert_eq!(check(&one.signed, &demanding), Err(LogWrong::NoProof.into()));
    }
}

#[tokio::test]
async fn the_key_of_the_portal_alone_is_enough_whatever_its_log_is_called() {
    let witnesses = Witnesses::new();
    let Proven { stage, kept, .. } = proven(&witnesses).await;
    let pem = stage.portal.keys().receipt_public_pem().unwrap();
    let trust = Trust::read(&pem, "", 0).unwrap();
    assert!(check(&file(&kept[0]), &trust).unwrap().logged.is_some());
    let public = *trust.keys()[0].public();
    let other = Vkey::log("another.example/log", &public).unwrap().to_string();
    let other = Trust::read(&other, "", 0).unwrap();
    let origin = stage.portal.log_origin();
    let wrong = Wrong::Log(LogWrong::OtherLog { origin });
    assert_eq!(check(&file(&kept[0]), &other), Err(wrong));
}

#[tokio::test]
async fn no_tampering_gets_through() {
    let witnesses = Witnesses::new();
    let ours = proven(&witnesses).await;
    let theirs = proven(&witnesses).await;
    let mut table = Table::default();
    for one in &ours.kept {
        edited(&mut table, one, &ours.trust);
        damaged(&mut table, one, &ours.trust);
        proofs(&mut table, one, &ours.trust);
        cosignatures(&mut table, one, &ours.trust, &witnesses);
    }
    let [decision, withdrawal] = &ours.kept[..] else { panic!("two receipts") };
    for (one, other) in [(decision, withdrawal), (withdrawal, decision)] {
        let swapped = with_proof(one, other.proof.as_ref().unwrap());
        table.detected("the proof of another receipt", &swapped, &ours.trust);
    }
    for one in &theirs.kept {
        table.detected("a receipt of another portal", &file(one), &ours.trust);
        for mine in &ours.kept {
            let proof = one.proof.as_ref().unwrap();
            table.detected("the proof of another log", &with_proof(mine, proof), &ours.trust);
        }
    }
    let believed = check(&file(decision), &theirs.trust);
    assert_eq!(believed, Err(Wrong::Signature));
    table.print();
    assert!(table.count() >= 4_000, "{}", table.count());
}

/// Every place of the file changed; and every place of the receipt changed and signed again with another key.
fn edited(table: &mut Table, one: &Kept, trust: &Trust) {
    let other_key = SigningKey::from_bytes(&[77; 32]);
    let whole: Value = serde_json::from_slice(&file(one)).unwrap();
    let mut found = Vec::new();
    places(&whole, "", &mut found);
    for place in found {
        for other in others(whole.pointer(&place).unwrap()) {
            if Some(&other) == whole.pointer(&place) {
                continue;
            }
            let mut edited = whole.clone();
            *edited.pointer_mut(&place).unwrap() = other;
            let bytes = serde_json::to_vec(&edited).unwrap();
            table.detected("edited", &bytes, trust);
            if place.starts_with("/receipt") {
                edited["jws"] = json!(signed_by(&other_key, &edited["receipt"]));
                let bytes = serde_json::to_vec(&edited).unwrap();
                table.detected("edited and signed with another key", &bytes, trust);
            }
        }
    }
    let mut forged = whole.clone();
    forged["jws"] = json!(signed_by(&other_key, &whole["receipt"]));
    table.detected("signed with another key", &serde_json::to_vec(&forged).unwrap(), trust);
}

/// Cut off anywhere, and a bit turned anywhere.
fn damaged(table: &mut Table, one: &Kept, trust: &Trust) {
    let whole = file(one);
    // The last byte is the end of the line.
    for length in (0..whole.len() - 1).step_by(7) {
        table.detected("cut off", &whole[..length], trust);
    }
    for place in (0..whole.len()).step_by(3) {
        let mut turned = whole.clone();
        turned[place] ^= 1 << (place / 3 % 8);
        table.detected("a bit turned", &turned, trust);
    }
    let mut twice = whole.clone();
    twice.extend_from_slice(&whole);
    table.detected("two files in one", &twice, trust);
    let text = String::from_utf8(whole).unwrap();
    for name in ["\"jws\"", "\"kind\"", "\"actor\"", "\"schema\""] {
        let again = text.replacen(name, &format!("{name}: null, {name}"), 1);
        table.detected("a member twice", again.as_bytes(), trust);
    }
}

/// The proof's lines: left out, doubled, exchanged; another place, another event, another salt.
fn proofs(table: &mut Table, one: &Kept, trust: &Trust) {
    let proof = one.proof.as_ref().unwrap();
    let lines: Vec<&str> = proof.split_inclusive('\n').collect();
    let mut tried = |what, text: &str| table.detected(what, &with_proof(one, text), trust);
    for place in 0..lines.len() {
        let mut less = lines.clone();
        less.remove(place);
        tried("a line of the proof left out", &less.concat());
        let mut twice = lines.clone();
        twice.insert(place, lines[place]);
        tried("a line of the proof twice", &twice.concat());
        let mut turned = lines.clone();
        turned.swap(place, (place + 1) % lines.len());
        // The order of witnesses says nothing.
        if !(turned[place].starts_with('—') && lines[place].starts_with('—')) {
            tried("two lines of the proof exchanged", &turned.concat());
        }
    }
    let parsed = TlogProof::parse(proof).unwrap();
    for index in (0..64).filter(|index| *index != parsed.index) {
        tried("another place", &TlogProof { index, ..parsed.clone() }.to_text());
    }
    let opening: Value = serde_json::from_slice(parsed.extra.as_ref().unwrap()).unwrap();
    let event: Value = serde_json::from_str(opening["event"].as_str().unwrap()).unwrap();
    let mut found = Vec::new();
    places(&event, "", &mut found);
    for place in found {
        for other in others(event.pointer(&place).unwrap()) {
            let mut edited = event.clone();
            *edited.pointer_mut(&place).unwrap() = other;
            if edited == event {
                continue;
            }
            let event = serde_json_canonicalizer::to_string(&edited).unwrap();
            let extra = json!({ "salt": opening["salt"], "event": event });
            let extra = format!("{{\"salt\":{},\"event\":{}}}", extra["salt"], extra["event"]);
            let text = TlogProof { extra: Some(extra.into_bytes()), ..parsed.clone() }.to_text();
            tried("another event", &text);
        }
    }
    for spaced in [" ", "\n"] {
        let mut extra = parsed.extra.clone().unwrap();
        extra.extend_from_slice(spaced.as_bytes());
        let text = TlogProof { extra: Some(extra), ..parsed.clone() }.to_text();
        tried("the same event written otherwise", &text);
    }
}

/// Where both witnesses are demanded, neither can be left out, doubled or signed for by somebody else.
fn cosignatures(table: &mut Table, one: &Kept, trust: &Trust, witnesses: &Witnesses) {
    let proof = one.proof.as_ref().unwrap();
    let (before, lines) = proof.rsplit_once("\n\n").unwrap();
    let (_, text) = before.split_once("\n\n").unwrap();
    let lines: Vec<&str> = lines.split_inclusive('\n').collect();
    let [log, first, second] = lines[..] else { panic!("{lines:?}") };
    let mut tried = |what, lines: &[&str]| {
        let text = format!("{before}\n\n{}", lines.concat());
        table.detected(what, &with_proof(one, &text), trust);
    };
    for less in [&[log][..], &[log, first], &[log, second], &[first, second], &[first]] {
        tried("a signature left out", less);
    }
    tried("a witness twice", &[log, first, first]);
    let again = witnesses.line(0, &format!("{text}\n"), SIGNED + 1);
    tried("a witness twice at two times", &[log, first, &again]);
    for (place, key) in [(0, 90), (1, 91)] {
        let key = SigningKey::from_bytes(&[key; 32]);
        let (_, vkey) = &witnesses.0[place];
        let at = SIGNED;
        let cosigner = Cosigner::new(vkey, at, |message: &[u8]| key.sign(message).to_bytes());
        let false_line = cosignature_line(&format!("{text}\n"), &cosigner).unwrap();
        let lines = if place == 0 { [log, &false_line, second] } else { [log, first, &false_line] };
        tried("a witness's name under another key", &lines);
        let name = vkey.name();
        let impostor = Vkey::witness(name, key.verifying_key().as_bytes()).unwrap();
        let cosigner = Cosigner::new(&impostor, at, |message: &[u8]| key.sign(message).to_bytes());
        let line = cosignature_line(&format!("{text}\n"), &cosigner).unwrap();
        let lines = if place == 0 { [log, &line, second] } else { [log, first, &line] };
        tried("an impostor with a witness's name", &lines);
    }
}

#[test]
fn a_file_has_nothing_but_its_three_members() {
    let members = |text: &str| serde_json::from_str::<File>(text).is_ok();
    assert!(!members("{}"));
    assert!(!members(r#"{"receipt":{},"jws":""}"#));
    let huge = vec![b' '; consent::proof::receipt::MOST_BYTES + 1];
    let key = "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k";
    assert_eq!(check(&huge, &Trust::read(key, "", 0).unwrap()), Err(Wrong::TooLarge));
}
