//! The log under many thousand hands: every tile, checkpoint, proof and row that is changed is found out, by ours and,
//! where it can be shown to somebody outside, by Go's packages and another crate too.

mod random;
mod rows;

use crate::outside::{self, Outside};
use crate::support::{Kind, Stage};
use consent::digest::Digest;
use consent::log::{SALT_BYTES, leaf, leaf_hash};
use consent::proof::check_consistency;
use ct_merkle::{InclusionProof, RootHash};
use ed25519_dalek::SigningKey;
use random::Random;
use server::log::note::{self, Said};
use server::log::{Published, inclusion, mirror, tree};
use server::portal::Portal;
use sha2::Sha256;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use tlog_tiles::tlog::{Hash, check_record};

/// How often, and how often each of ours and the others found it out.
#[derive(Default)]
pub struct Table(BTreeMap<&'static str, [usize; 4]>);

impl Table {
    /// One tampering: whether ours found it out, Go, and the other crate; none where that was not asked.
    fn count(&mut self, kind: &'static str, ours: bool, go: Option<bool>, other: Option<bool>) {
        let row = self.0.entry(kind).or_default();
        row[0] += 1;
        row[1] += usize::from(ours);
        row[2] += usize::from(go.unwrap_or(true));
        row[3] += usize::from(other.unwrap_or(true));
        assert!(ours, "{kind}: ours did not find it out");
        assert!(go.unwrap_or(true), "{kind}: Go did not find it out");
        assert!(other.unwrap_or(true), "{kind}: the other crate did not find it out");
    }

    /// Says it, and gives how many there were.
    fn tell(&self) -> usize {
        println!("{:<52} {:>7} {:>9}", "what was done", "times", "found out");
        for (kind, [times, ours, go, other]) in &self.0 {
            println!("{kind:<52} {times:>7} {:>9}", ours.min(go).min(other));
        }
        let all = self.0.values().map(|row| row[0]).sum();
        println!("{:<52} {all:>7} {all:>9}", "in all");
        all
    }
}

/// A log of 600 leaves in two trees, with its mirror.
pub struct Log {
    pub stage: Stage,
    pub trees: [Published; 2],
    pub leaves: Vec<Vec<u8>>,
    pub mirror: tempfile::TempDir,
    pub vkey: String,
}

impl Log {
    pub async fn new(to: u32) -> Self {
        let stage = Stage::with(Kind::Sqlite, |config| config.log.pad_to = to).await.unwrap();
        let portal = &stage.portal;
        let mut trees = Vec::new();
        for _ in 0..2 {
            portal.operator_looked("clients").await.unwrap();
            trees.push(portal.publish_now().await.unwrap().unwrap());
        }
        let mirror = tempfile::tempdir().unwrap();
        portal.export_log(mirror.path(), |_, _| ()).await.unwrap().unwrap();
        let leaves = leaves(portal, trees[1].size).await;
        let vkey = portal.log_vkey();
        Self { trees: trees.try_into().unwrap(), leaves, mirror, vkey, stage }
    }
}

async fn leaves(portal: &Portal, size: u64) -> Vec<Vec<u8>> {
    let mut tx = portal.db().read().await.unwrap();
    let mut leaves = Vec::new();
    for seq in 0..i64::try_from(size).unwrap() {
        let opening = portal.opening_of(&mut tx, seq).await.unwrap().unwrap();
        let salt: [u8; SALT_BYTES] = *Digest::parse(&opening.salt).unwrap().as_bytes();
        leaves.push(leaf(&salt, opening.event.as_bytes()));
    }
    leaves
}

fn asked(go: &mut Option<Outside>, question: &serde_json::Value) -> Option<bool> {
    go.as_mut().map(|go| go.ask(question).is_err())
}

/// Changes tiles and the checkpoint of a mirror, one file at a time.
fn mirrors(log: &Log, go: &mut Option<Outside>, table: &mut Table, random: &mut Random) {
    let folder = log.mirror.path();
    let names: Vec<PathBuf> = server::log::tiles::Address::all(log.trees[1].size)
        .map(|tile| Path::new("tile").join(tile.path()))
        .collect();
    let said = note::read(&log.trees[1].note, &log.vkey).unwrap();
    let files: BTreeMap<&Path, Vec<u8>> = names
        .iter()
        .map(|name| (name.as_path(), std::fs::read(folder.join(name)).unwrap()))
        .collect();
    mirror::check(
        &said,
        |_, _| (),
        |tile| Ok(files.get(Path::new(&format!("tile/{}", tile.path()))).cloned()),
    )
    .unwrap();
    // As it is, nobody finds anything: who always says no has found nothing out.
    assert_ne!(asked(go, &outside::mirror(&log.vkey, folder)), Some(true));
    let mut judge = |kind, changed: &Path, bytes: Option<Vec<u8>>| {
        if bytes.as_ref() == files.get(changed) {
            return;
        }
        let ours = mirror::check(
            &said,
            |_, _| (),
            |tile| {
                let name = format!("tile/{}", tile.path());
                Ok(if Path::new(&name) == changed {
                    bytes.clone()
                } else {
                    files.get(Path::new(&name)).cloned()
                })
            },
        );
        let path = changed.to_str().unwrap();
        let question = outside::mirror_but(&log.vkey, folder, path, bytes.as_deref());
        table.count(kind, ours.is_err(), asked(go, &question), None);
    };
    for name in &names {
        let whole = &files[name.as_path()];
        judge("tile: gone", name, None);
        for _ in 0..900 {
            let mut bytes = whole.clone();
            let bit = random.below(bytes.len() * 8);
            bytes[bit / 8] ^= 1 << (bit % 8);
            judge("tile: a bit flipped", name, Some(bytes));
        }
        for _ in 0..60 {
            let length = random.below(whole.len());
            judge("tile: cut short", name, Some(whole[..length].to_vec()));
            let mut bytes = whole.clone();
            let (one, two) = (random.below(whole.len() / 32), random.below(whole.len() / 32));
            for at in 0..32 {
                bytes.swap(one * 32 + at, two * 32 + at);
            }
            judge("tile: two hashes swapped", name, Some(bytes));
            let other = random.of(&names);
            judge("tile: another in its place", name, Some(files[other.as_path()].clone()));
        }
    }
}

/// Whether ours and Go refuse a checkpoint.
fn refused(log: &Log, go: &mut Option<Outside>, text: &[u8]) -> (bool, Option<bool>) {
    let read = std::str::from_utf8(text).map(|text| note::read(text, &log.vkey));
    let ours = !matches!(read, Ok(Ok(_)));
    (ours, asked(go, &outside::checkpoint(&log.vkey, text)))
}

fn checkpoints(log: &Log, go: &mut Option<Outside>, table: &mut Table, random: &mut Random) {
    use base64::Engine as _;
    use base64::engine::general_purpose::STANDARD;
    let whole = log.trees[1].note.as_bytes();
    assert_eq!(refused(log, go, whole), (false, go.as_ref().map(|_| false)));
    let (text, line) = log.trees[1].note.split_once("\n\n").unwrap();
    for bit in 0..text.len() * 8 {
        let mut bytes = whole.to_vec();
        bytes[bit / 8] ^= 1 << (bit % 8);
        let (ours, theirs) = refused(log, go, &bytes);
        table.count("checkpoint: a bit of its text flipped", ours, theirs, None);
    }
    // What the signature says, not how its base64 is written: Go reads unused bits at its end as nothing.
    let (name, signature) = line.trim_end().rsplit_once(' ').unwrap();
    let signature = STANDARD.decode(signature).unwrap();
    for bit in 0..signature.len() * 8 {
        let mut bytes = signature.clone();
        bytes[bit / 8] ^= 1 << (bit % 8);
        let note = format!("{text}\n\n{name} {}\n", STANDARD.encode(&bytes));
        let (ours, theirs) = refused(log, go, note.as_bytes());
        table.count("checkpoint: a bit of its signature flipped", ours, theirs, None);
    }
    for length in 0..whole.len() {
        let (ours, theirs) = refused(log, go, &whole[..length]);
        table.count("checkpoint: cut short", ours, theirs, None);
    }
    let said = note::read(&log.trees[1].note, &log.vkey).unwrap();
    for _ in 0..300 {
        let key = SigningKey::from_bytes(&random.bytes());
        let size = said.size + u64::try_from(random.below(3)).unwrap();
        let root = Digest::from_bytes(random.bytes());
        let fork = note::sign(&key, &Said { origin: said.origin.clone(), size, root }).unwrap();
        let (ours, theirs) = refused(log, go, fork.as_bytes());
        table.count("fork: signed with another key", ours, theirs, None);
        // Under the name and the number of the log's own key.
        let line =
            fork.split_once("\n\n").unwrap().1.trim_end().rsplit_once(' ').unwrap().1.to_owned();
        let mut bytes = STANDARD.decode(line).unwrap();
        bytes[..4].copy_from_slice(&signature[..4]);
        let fork = format!(
            "{}\n\n{name} {}\n",
            fork.split_once("\n\n").unwrap().0,
            STANDARD.encode(&bytes)
        );
        let (ours, theirs) = refused(log, go, fork.as_bytes());
        table.count("fork: another key under the log's name", ours, theirs, None);
    }
}

/// A proof that a leaf is in a tree, as somebody would hold it.
#[derive(Clone)]
struct Held {
    size: u64,
    root: Digest,
    index: u64,
    leaf: Vec<u8>,
    proof: Vec<Digest>,
}

impl Held {
    fn holds(&self) -> bool {
        let proof = self.proof.iter().map(|hash| Hash(*hash.as_bytes())).collect();
        let hash = |digest: &Digest| Hash(*digest.as_bytes());
        let leaf = leaf_hash(&self.leaf);
        check_record(&proof, self.size, hash(&self.root), self.index, hash(&leaf)).is_ok()
    }

    fn holds_elsewhere(&self) -> bool {
        let bytes: Vec<u8> = self.proof.iter().flat_map(|hash| *hash.as_bytes()).collect();
        let Ok(proof) = InclusionProof::<Sha256>::try_from_bytes(bytes) else { return false };
        let root = RootHash::<Sha256>::new((*self.root.as_bytes()).into(), self.size);
        root.verify_inclusion(&self.leaf, self.index, &proof).is_ok()
    }

    fn question(&self) -> serde_json::Value {
        let leaf = leaf_hash(&self.leaf);
        outside::record((self.size, &self.root), (self.index, &leaf), &self.proof)
    }
}

fn flip(digest: Digest, bit: usize) -> Digest {
    let mut bytes = *digest.as_bytes();
    bytes[bit / 8 % 32] ^= 1 << (bit % 8);
    Digest::from_bytes(bytes)
}

async fn proofs(log: &Log, go: &mut Option<Outside>, table: &mut Table, random: &mut Random) {
    let mut tx = log.stage.portal.db().read().await.unwrap();
    let mut held = Vec::new();
    for tree in &log.trees {
        for _ in 0..60 {
            let place = random.below(usize::try_from(tree.size).unwrap());
            let index = u64::try_from(place).unwrap();
            let proof = inclusion(&mut tx, index, tree.size).await.unwrap();
            let leaf = log.leaves[place].clone();
            held.push(Held { size: tree.size, root: tree.root, index, leaf, proof });
        }
    }
    for one in &held {
        assert!(one.holds() && one.holds_elsewhere());
        assert_ne!(asked(go, &one.question()), Some(true));
    }
    let mut judge = |kind, changed: Held| {
        let theirs = asked(go, &changed.question());
        table.count(kind, !changed.holds(), theirs, Some(!changed.holds_elsewhere()));
    };
    for one in &held {
        for _ in 0..8 {
            let (which, bit) = (random.below(one.proof.len()), random.below(256));
            let mut proof = one.proof.clone();
            proof[which] = flip(proof[which], bit);
            judge("proof: a bit of a hash flipped", Held { proof, ..one.clone() });
            let mut leaf = one.leaf.clone();
            let bit = random.below(leaf.len() * 8);
            leaf[bit / 8] ^= 1 << (bit % 8);
            judge("proof: a bit of the leaf flipped", Held { leaf, ..one.clone() });
            let root = flip(one.root, random.below(256));
            judge("proof: a bit of the root flipped", Held { root, ..one.clone() });
            let index = one.index ^ (1 << random.below(10));
            judge("proof: another place", Held { index, ..one.clone() });
        }
        let mut proof = one.proof.clone();
        proof.remove(random.below(proof.len()));
        judge("proof: a hash left out", Held { proof, ..one.clone() });
        let mut proof = one.proof.clone();
        proof.insert(random.below(proof.len()), Digest::from_bytes(random.bytes()));
        judge("proof: a hash put in", Held { proof, ..one.clone() });
        let other = random.of(&held);
        if (other.index, other.size) != (one.index, one.size) {
            let (proof, leaf) = (other.proof.clone(), other.leaf.clone());
            judge("proof: another proof in its place", Held { proof, ..one.clone() });
            if other.index != one.index {
                judge("proof: another leaf in its place", Held { leaf, ..one.clone() });
            }
        }
    }
}

/// Proofs that one tree begins with another: what witnesses and mirrors rely on.
async fn growth(log: &Log, go: &mut Option<Outside>, table: &mut Table, random: &mut Random) {
    let [old, new] = &log.trees;
    let mut tx = log.stage.portal.db().read().await.unwrap();
    let proof = tree::consistency(&mut tx, old.size, new.size).await.unwrap();
    type Tree = (u64, Digest);
    let mut judge = |kind: Option<&'static str>, new: Tree, old: Tree, proof: &[Digest]| {
        let ours = !check_consistency((old.0, &old.1), (new.0, &new.1), proof);
        let theirs = asked(go, &outside::tree((new.0, &new.1), (old.0, &old.1), proof));
        match kind {
            Some(kind) => table.count(kind, ours, theirs, None),
            None => assert!(!ours && theirs != Some(true)),
        }
    };
    let (new, old) = ((new.size, new.root), (old.size, old.root));
    judge(None, new, old, &proof);
    for _ in 0..400 {
        let mut changed = proof.clone();
        let which = random.below(proof.len());
        changed[which] = flip(changed[which], random.below(256));
        judge(Some("growth: a bit of a hash flipped"), new, old, &changed);
        let bit = random.below(256);
        judge(Some("growth: a tree that went another way"), (new.0, flip(new.1, bit)), old, &proof);
        judge(Some("growth: another tree before"), new, (old.0, flip(old.1, bit)), &proof);
        let size = old.0 ^ (1 << random.below(8));
        judge(Some("growth: another size before"), new, (size, old.1), &proof);
    }
    judge(Some("rollback: the older tree after the newer"), old, new, &proof);
    judge(Some("rollback: the older tree after the newer"), old, new, &[]);
    for length in 0..proof.len() {
        judge(Some("growth: hashes left out"), new, old, &proof[..length]);
    }
}

#[tokio::test]
async fn ten_thousand_tamperings_are_all_found_out() {
    let log = Log::new(300).await;
    let (mut table, mut random, mut go) = (Table::default(), Random::new(2026), Outside::start());
    mirrors(&log, &mut go, &mut table, &mut random);
    checkpoints(&log, &mut go, &mut table, &mut random);
    proofs(&log, &mut go, &mut table, &mut random).await;
    growth(&log, &mut go, &mut table, &mut random).await;
    rows::all(&mut table, &mut random).await;
    let all = table.tell();
    assert!(all >= 10_000, "only {all}");
}
