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

/// The tree head of leaf hashes that come one after the other, in memory that grows with the logarithm
/// of their number. The same as [`tree_head`].
#[derive(Clone, Debug, Default)]
pub struct Frontier {
    size: u64,
    peaks: Vec<Digest>,
}

impl Frontier {
    /// Puts the next leaf hash on.
    pub fn push(&mut self, leaf: Digest) {
        let mut node = leaf;
        for _ in 0..self.size.trailing_ones() {
            if let Some(left) = self.peaks.pop() {
                node = node_hash(&left, &node);
            }
        }
        self.peaks.push(node);
        self.size += 1;
    }

    /// How many leaf hashes it has seen.
    #[must_use]
    pub const fn size(&self) -> u64 {
        self.size
    }

    /// The head over all of them.
    #[must_use]
    pub fn head(&self) -> Digest {
        let joined =
            self.peaks.iter().rev().copied().reduce(|right, left| node_hash(&left, &right));
        joined.unwrap_or_else(|| tree_head(&[]))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn leaves(count: usize) -> Vec<Digest> {
        (0..count).map(|number| leaf_hash(&number.to_be_bytes())).collect()
    }

    /// The eight leaves and the roots of the reference implementation of RFC 6962.
    #[test]
    fn the_heads_are_those_of_the_reference_tree() {
        let inputs: [&[u8]; 8] = [
            b"",
            b"\x00",
            b"\x10",
            b"\x20\x21",
            b"\x30\x31",
            b"\x40\x41\x42\x43",
            b"\x50\x51\x52\x53\x54\x55\x56\x57",
            b"\x60\x61\x62\x63\x64\x65\x66\x67\x68\x69\x6a\x6b\x6c\x6d\x6e\x6f",
        ];
        let roots = [
            "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
            "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
            "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
            "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
            "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
            "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
            "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
            "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
            "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
        ];
        let hashes: Vec<Digest> = inputs.iter().map(|input| leaf_hash(input)).collect();
        for (size, root) in roots.iter().enumerate() {
            assert_eq!(tree_head(&hashes[..size]).to_string(), *root, "{size} leaves");
        }
    }

    #[test]
    fn one_by_one_comes_to_the_same_head() {
        let all = leaves(300);
        let mut frontier = Frontier::default();
        for size in 0..all.len() {
            assert_eq!(frontier.head(), tree_head(&all[..size]), "{size} leaves");
            frontier.push(all[size]);
        }
        assert_eq!(frontier.size(), 300);
    }
}
