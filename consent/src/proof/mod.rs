//! Proofs that an event is in a transparency log: signed notes, checkpoints, cosignatures, `tlog-proof` (C2SP).
//! Works offline from text and public keys alone, on the server and in the browser alike. It never holds a secret
//! key, and it never calls anything true that it has not verified down to the bytes.

mod consistency;
mod cosignature;
mod head;
mod note;
mod opening;
mod policy;
pub mod receipt;
mod signing;
mod tlog_proof;
mod vkey;

pub use consistency::check_consistency;
pub use cosignature::{MAX_TIME, cosigned_message};
pub use head::{Head, HeadFault};
pub use note::{NoteFault, Opened, Signed, open_checkpoint};
pub use opening::{Opening, OpeningFault};
pub use policy::{Policy, PolicyFault};
pub use signing::{Cosigner, LogSigner, cosignature_line, sign_head};
pub use tlog_proof::{ProofFault, TlogProof};
pub use vkey::{KeyKind, Vkey, VkeyFault};

use crate::digest::Digest;
use tlog_tiles::{Hash, check_record, record_hash};

/// What a verified proof says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Included {
    /// The place of the leaf in the log, from 0.
    pub index: u64,
    /// How many leaves the signed tree has.
    pub size: u64,
    /// The root of that tree.
    pub root: Digest,
    /// The name of the log, whose key has signed.
    pub origin: String,
    /// What came with the proof. The proof does not vouch for it; see [`verify_opened`].
    pub extra: Option<Vec<u8>>,
    /// Which known witnesses have signed the same tree, and when.
    pub witnesses: Vec<Witnessed>,
    /// How many more signatures there are, of keys that the policy does not know. They count for nothing.
    pub unknown: usize,
}

/// A known witness has signed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Witnessed {
    /// The witness.
    pub name: String,
    /// When, in seconds since 1970, as the witness said and signed.
    pub at: u64,
}

/// Why a proof does not show that a leaf is in the log.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NotIncluded {
    /// The text is no proof.
    #[error("this is not a proof: {0}")]
    Malformed(#[from] ProofFault),
    /// The checkpoint is malformed, or a signature on it is wrong.
    #[error("the checkpoint cannot be trusted: {0}")]
    Checkpoint(#[from] NoteFault),
    /// It is a proof of another log.
    #[error("the proof is of another log, {origin}")]
    OtherLog {
        /// The log that it names.
        origin: String,
    },
    /// A signature stands there twice.
    #[error("a signature stands there twice")]
    Twice,
    /// The log's key has not signed.
    #[error("the log has not signed the checkpoint")]
    NotSigned,
    /// Not enough known witnesses have signed.
    #[error("{have} known witnesses have signed, and {need} must")]
    TooFewWitnesses {
        /// How many have.
        have: usize,
        /// How many must.
        need: usize,
    },
    /// The checkpoint's tree ends before this place.
    #[error("the signed tree has {size} leaves and so none at place {index}")]
    BeyondTheTree {
        /// The place.
        index: u64,
        /// The size of the tree.
        size: u64,
    },
    /// The path does not lead from the leaf to the signed root.
    #[error("the path does not lead from this event to the signed root")]
    NotInTree,
    /// The proof carries no event, or none that can be read.
    #[error("the event beside the proof cannot be read: {0}")]
    Opening(#[from] OpeningFault),
}

/// Checks that the leaf with these bytes is in the log, as the policy wants to see it.
pub fn verify(text: &str, leaf: &[u8], policy: &Policy) -> Result<Included, NotIncluded> {
    judge(TlogProof::parse(text)?, leaf, policy)
}

/// Checks a proof that carries its event with it: the leaf comes from the opening, the opening from `extra`.
pub fn verify_opened(text: &str, policy: &Policy) -> Result<(Included, Opening), NotIncluded> {
    let proof = TlogProof::parse(text)?;
    let opening = Opening::from_extra(proof.extra.as_deref().ok_or(OpeningFault::None)?)?;
    let included = judge(proof, &opening.leaf()?, policy)?;
    Ok((included, opening))
}

fn judge(proof: TlogProof, leaf: &[u8], policy: &Policy) -> Result<Included, NotIncluded> {
    let opened = open_checkpoint(&proof.checkpoint, policy.keys())?;
    if opened.repeats {
        return Err(NotIncluded::Twice);
    }
    let head = opened.head;
    if head.origin != policy.origin() {
        return Err(NotIncluded::OtherLog { origin: head.origin });
    }
    if !opened.signed.iter().any(|signed| signed.kind == KeyKind::Log) {
        return Err(NotIncluded::NotSigned);
    }
    let witnesses: Vec<Witnessed> = opened
        .signed
        .into_iter()
        .filter_map(|signed| signed.at.map(|at| Witnessed { name: signed.name, at }))
        .collect();
    if witnesses.len() < policy.quorum() {
        let (have, need) = (witnesses.len(), policy.quorum());
        return Err(NotIncluded::TooFewWitnesses { have, need });
    }
    if proof.index >= head.size {
        return Err(NotIncluded::BeyondTheTree { index: proof.index, size: head.size });
    }
    let path = proof.path.iter().map(hash).collect();
    check_record(&path, head.size, hash(&head.root), proof.index, record_hash(leaf))
        .map_err(|_| NotIncluded::NotInTree)?;
    Ok(Included {
        index: proof.index,
        size: head.size,
        root: head.root,
        origin: head.origin,
        extra: proof.extra,
        witnesses,
        unknown: opened.unknown,
    })
}

fn hash(digest: &Digest) -> Hash {
    Hash(*digest.as_bytes())
}
