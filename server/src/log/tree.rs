//! The tree over the stored leaves: roots and proofs, from whole tiles. It reads only what a question needs, and never
//! takes a hash from a row that is not in its place.

use super::{digest, place};
use crate::store::{StoreError, Tx, events, transparency};
use consent::digest::Digest;
use std::cell::RefCell;
use std::collections::{BTreeMap, HashMap};
use tlog_tiles::tile::Tile;
use tlog_tiles::tlog::{
    self, Hash, HashReader, prove_record, prove_tree, split_stored_hash_index, tree_hash,
};

/// The binary logarithm of how many hashes a tile has.
pub(crate) const HEIGHT: u8 = 8;
/// How many hashes a full tile has.
pub(crate) const WIDTH: u64 = 1 << HEIGHT;
/// No log reaches higher: 256 to the power of 8 leaves are more than there are places.
pub(crate) const LEVELS: u8 = 8;

/// Why the tree could not be read.
#[derive(Debug, thiserror::Error)]
pub enum TreeFault {
    /// The store.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// A hash is not in its place.
    #[error("{0}")]
    Torn(Torn),
    /// A question that has no answer, such as a proof of more leaves than there are.
    #[error("the tree: {0}")]
    Tree(#[from] tlog::Error),
}

/// A hash that is missing or none.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("hash {n} of tile level {level} is missing or damaged")]
pub struct Torn {
    /// Of which level of tiles; 0 are leaves.
    pub level: u8,
    /// Which, from 0.
    pub n: u64,
}

/// The root over the first leaves, from what is stored; none where there are not so many.
pub async fn root_at(tx: &mut Tx, size: u64) -> Result<Option<Digest>, TreeFault> {
    if size > u64::try_from(events::size(tx).await?).unwrap_or_default() {
        return Ok(None);
    }
    let root = ask(tx, |reader| tree_hash(size, reader)).await?;
    Ok(Some(Digest::from_bytes(root.0)))
}

/// The proof that the leaf at this place is in the tree of this size (RFC 6962, 2.1.1).
pub async fn inclusion(tx: &mut Tx, seq: u64, size: u64) -> Result<Vec<Digest>, TreeFault> {
    let proof = ask(tx, |reader| prove_record(size, seq, reader)).await?;
    Ok(proof.into_iter().map(|hash| Digest::from_bytes(hash.0)).collect())
}

/// The proof that the tree of one size begins with the tree of another (RFC 6962, 2.1.2); empty where the older is.
pub async fn consistency(tx: &mut Tx, old: u64, new: u64) -> Result<Vec<Digest>, TreeFault> {
    if old == 0 {
        return Ok(Vec::new());
    }
    let proof = ask(tx, |reader| prove_tree(new, old, reader)).await?;
    Ok(proof.into_iter().map(|hash| Digest::from_bytes(hash.0)).collect())
}

/// The hashes of a tile of this level, or of its beginning.
pub(crate) async fn hashes(
    tx: &mut Tx,
    level: u8,
    from: u64,
    count: u64,
) -> Result<Vec<Digest>, TreeFault> {
    let (first, most) = (place(from)?, place(count)?);
    let rows: Vec<(i64, Vec<u8>)> = match level.checked_sub(1) {
        None => {
            let rows = events::leaves(tx, first, most).await?;
            rows.into_iter().map(|row| (row.seq, row.hash)).collect()
        }
        Some(below) => {
            let rows = transparency::tile_roots(tx, below.into(), first, most).await?;
            rows.into_iter().map(|row| (row.n, row.hash)).collect()
        }
    };
    let mut rows = rows.into_iter();
    (from..from.saturating_add(count))
        .map(|n| {
            let row = rows.next().filter(|(found, _)| u64::try_from(*found) == Ok(n));
            let hash = row.and_then(|(_, hash)| digest(&hash));
            hash.ok_or(TreeFault::Torn(Torn { level, n }))
        })
        .collect()
}

/// The root of a full tile over these hashes.
pub(crate) fn tile_root(hashes: &[Digest]) -> Digest {
    let bytes: Vec<u8> = hashes.iter().flat_map(|hash| *hash.as_bytes()).collect();
    Digest::from_bytes(Tile::subtree_hash(&bytes).0)
}

/// What the crate's functions read from.
enum Reader {
    /// Writes down what is asked for, and answers nothing.
    Asked(RefCell<Vec<u64>>),
    /// Answers from what was read.
    Read(HashMap<u64, Hash>),
}

impl HashReader for Reader {
    fn read_hashes(&self, indexes: &[u64]) -> Result<Vec<Hash>, tlog::Error> {
        match self {
            Self::Asked(asked) => {
                asked.borrow_mut().extend_from_slice(indexes);
                Err(tlog::Error::IndexesNotInTree)
            }
            Self::Read(read) => {
                let found = indexes.iter().map(|index| read.get(index).copied());
                found.collect::<Option<_>>().ok_or(tlog::Error::IndexesNotInTree)
            }
        }
    }
}

/// Asks twice: the first time to hear which hashes it takes, the second time with them.
async fn ask<T>(
    tx: &mut Tx,
    question: impl Fn(&Reader) -> Result<T, tlog::Error>,
) -> Result<T, TreeFault> {
    let wanted = {
        let reader = Reader::Asked(RefCell::default());
        match (question(&reader), reader) {
            // It takes none.
            (Ok(answer), _) => return Ok(answer),
            (Err(_), Reader::Asked(wanted)) => wanted.into_inner(),
            (Err(why), Reader::Read(_)) => return Err(why.into()),
        }
    };
    let read = read(tx, &wanted).await?;
    Ok(question(&Reader::Read(read))?)
}

/// The hashes that are stored under these indexes: each tile is read once.
async fn read(tx: &mut Tx, indexes: &[u64]) -> Result<HashMap<u64, Hash>, TreeFault> {
    let mut spans: BTreeMap<(u8, u64), (u64, u64)> = BTreeMap::new();
    let places = indexes.iter().map(|index| (*index, Span::of(*index)));
    let places: Vec<(u64, Span)> = places.collect();
    for (_, span) in &places {
        let (from, to) = spans.entry(span.tile()).or_insert((span.from, span.to));
        *from = span.from.min(*from);
        *to = span.to.max(*to);
    }
    let mut tiles = HashMap::new();
    for ((level, tile), (from, to)) in spans {
        let hashes = hashes(tx, level, from, to - from).await?;
        tiles.insert((level, tile), (from, hashes));
    }
    let mut read = HashMap::new();
    for (index, span) in places {
        let torn = TreeFault::Torn(Torn { level: span.level, n: span.from });
        let (first, hashes) = tiles.get(&span.tile()).ok_or(torn)?;
        let within = |n: u64| usize::try_from(n - first).unwrap_or(usize::MAX);
        let hashes = hashes.get(within(span.from)..within(span.to)).unwrap_or_default();
        if hashes.is_empty() {
            return Err(TreeFault::Torn(Torn { level: span.level, n: span.from }));
        }
        read.insert(index, Hash(*tile_root(hashes).as_bytes()));
    }
    Ok(read)
}

/// Which hashes of which level make up a stored hash.
#[derive(Clone, Copy)]
struct Span {
    level: u8,
    from: u64,
    to: u64,
}

impl Span {
    fn of(index: u64) -> Self {
        let (level, n) = split_stored_hash_index(index);
        let within = level % HEIGHT;
        Self { level: level / HEIGHT, from: n << within, to: (n + 1) << within }
    }

    const fn tile(&self) -> (u8, u64) {
        (self.level, self.from / WIDTH)
    }
}
