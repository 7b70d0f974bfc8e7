//! Is a newer tree the older one with leaves added at its end? Never yes without a proof that was run.

use super::hash;
use crate::digest::Digest;
use tlog_tiles::check_tree;

/// Checks a consistency proof of RFC 6962, section 2.1.2. The empty tree goes before any tree, and its proof is empty;
/// a tree goes before itself only, with an empty proof too.
#[must_use]
pub fn check_consistency(old: (u64, &Digest), new: (u64, &Digest), proof: &[Digest]) -> bool {
    let empty = Digest::of(&[]);
    if (old.0 == 0 && *old.1 != empty) || (new.0 == 0 && *new.1 != empty) {
        return false;
    }
    if old.0 == 0 {
        return proof.is_empty();
    }
    let path = proof.iter().map(hash).collect();
    old.0 <= new.0 && check_tree(&path, new.0, hash(new.1), old.0, hash(old.1)).is_ok()
}
