//! How an event becomes a leaf of the log: a salted commitment, then the leaf hash of RFC 6962.
//! A leaf tells nothing about a person, not even that two belong together.

use crate::digest::Digest;

/// The version of this encoding; the first byte of every leaf.
pub const LEAF_VERSION: u8 = 1;
/// Bytes of salt, drawn anew for each event.
pub const SALT_BYTES: usize = 32;

/// The bytes of a leaf: version, then SHA-256 over the salt and the canonical JSON of the event.
#[must_use]
pub fn leaf(salt: &[u8; SALT_BYTES], event: &[u8]) -> Vec<u8> {
    let commitment = Digest::of_parts(&[salt, event]);
    let mut leaf = Vec::with_capacity(33);
    leaf.push(LEAF_VERSION);
    leaf.extend_from_slice(commitment.as_bytes());
    leaf
}

/// The leaf hash of RFC 6962, section 2.1: SHA-256 over 0x00 and the leaf.
#[must_use]
pub fn leaf_hash(leaf: &[u8]) -> Digest {
    Digest::of_parts(&[&[0], leaf])
}

/// The node hash of RFC 6962, section 2.1: SHA-256 over 0x01, left and right.
#[must_use]
pub fn node_hash(left: &Digest, right: &Digest) -> Digest {
    Digest::of_parts(&[&[1], left.as_bytes(), right.as_bytes()])
}

/// The Merkle tree head of RFC 6962, section 2.1, over these leaf hashes.
#[must_use]
pub fn tree_head(leaves: &[Digest]) -> Digest {
    match leaves {
        [] => Digest::of(&[]),
        [one] => *one,
        many => {
            let (left, right) = many.split_at(many.len().next_power_of_two() / 2);
            node_hash(&tree_head(left), &tree_head(right))
        }
    }
}
