//! A log of fixed keys with events in it, two witnesses, and the proofs that they give. The tree's proofs come from another
//! implementation than the one under test.

use consent::digest::Digest;
use consent::log::leaf;
use consent::proof::{
    Cosigner, Head, LogSigner, Opening, Policy, TlogProof, Vkey, cosignature_line, sign_head,
};
use ct_merkle::mem_backed_tree::MemoryBackedTree;
use ed25519_dalek::{Signer as _, SigningKey};
use sha2::Sha256;

pub const ORIGIN: &str = "sayso.example/log";
pub const WITNESSES: [&str; 2] = ["one.example/w", "two.example/w"];
/// When the witnesses signed.
pub const AT: u64 = 1_795_000_000;

/// The keys of one world; another `seed`, other keys.
pub struct World {
    pub log: SigningKey,
    pub log_vkey: Vkey,
    pub witnesses: Vec<(SigningKey, Vkey)>,
    openings: Vec<Opening>,
}

fn key(seed: u8) -> SigningKey {
    SigningKey::from_bytes(&[seed; 32])
}

impl World {
    pub fn new(seed: u8, leaves: usize) -> Self {
        let log = key(seed);
        let log_vkey = Vkey::log(ORIGIN, log.verifying_key().as_bytes()).unwrap();
        let witnesses = WITNESSES.iter().enumerate().map(|(place, name)| {
            let key = key(seed + 1 + u8::try_from(place).unwrap());
            let vkey = Vkey::witness(name, key.verifying_key().as_bytes()).unwrap();
            (key, vkey)
        });
        let openings = (0..leaves).map(|place| Opening {
            salt: Digest::of(format!("salt {seed} {place}").as_bytes()).to_string(),
            event: format!(r#"{{"kind":"receipt-issued","place":{place}}}"#),
        });
        Self { witnesses: witnesses.collect(), openings: openings.collect(), log, log_vkey }
    }

    /// Both witnesses must have signed.
    pub fn policy(&self) -> Policy {
        let witnesses: Vec<Vkey> = self.witnesses.iter().map(|(_, vkey)| vkey.clone()).collect();
        Policy::new(self.log_vkey.clone(), witnesses, 2).unwrap()
    }

    pub fn opening(&self, place: usize) -> &Opening {
        &self.openings[place]
    }

    pub fn tree(&self, size: usize) -> MemoryBackedTree<Sha256, Vec<u8>> {
        let mut tree = MemoryBackedTree::new();
        for opening in &self.openings[..size] {
            let salt = Digest::parse(&opening.salt).unwrap();
            tree.push(leaf(salt.as_bytes(), opening.event.as_bytes()));
        }
        tree
    }

    pub fn head(&self, size: usize) -> Head {
        let root: [u8; 32] = (*self.tree(size).root().as_bytes()).into();
        Head::new(ORIGIN.to_owned(), size as u64, Digest::from_bytes(root))
    }

    /// The checkpoint as the log alone signs it.
    pub fn log_signed(&self, head: &Head) -> String {
        let signer =
            LogSigner::new(&self.log_vkey, |message: &[u8]| self.log.sign(message).to_bytes());
        sign_head(head, &[&signer]).unwrap()
    }

    /// The line of one witness.
    pub fn cosigned(&self, witness: usize, head: &Head, at: u64) -> String {
        let (key, vkey) = &self.witnesses[witness];
        let signer = Cosigner::new(vkey, at, |message: &[u8]| key.sign(message).to_bytes());
        cosignature_line(&head.text(), &signer).unwrap()
    }

    pub fn checkpoint(&self, size: usize) -> String {
        let head = self.head(size);
        let lines = self.cosigned(0, &head, AT) + &self.cosigned(1, &head, AT + 1);
        self.log_signed(&head) + &lines
    }

    pub fn path(&self, place: usize, size: usize) -> Vec<Digest> {
        let proof = self.tree(size).prove_inclusion(place);
        let hashes = proof.as_bytes().chunks_exact(32);
        hashes.map(|hash| Digest::from_bytes(hash.try_into().unwrap())).collect()
    }

    pub fn proof(&self, place: usize, size: usize) -> TlogProof {
        TlogProof {
            extra: Some(self.openings[place].to_extra().unwrap()),
            index: place as u64,
            path: self.path(place, size),
            checkpoint: self.checkpoint(size),
        }
    }
}
