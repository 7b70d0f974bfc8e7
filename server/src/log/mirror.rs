//! A mirror of the published log in a folder, as C2SP `tlog-tiles` lays it out, for tools of others; and the check of one,
//! with the log's public key alone. A file that says something else than before is never written over.

use super::note::{self, NoteFault, Said};
use super::tiles::{self, Address};
use super::tree::{TreeFault, WIDTH, tile_root};
use super::{digest, newest};
use crate::chance::Chance;
use crate::store::{StoreError, Tx};
use crate::whole_file::{self, Readers, folder_of};
use consent::digest::Digest;
use consent::log::Frontier;
use consent::proof::Vkey;
use ed25519_dalek::VerifyingKey;
use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

/// What stands beside the tiles.
const README: &str = "A mirror of a transparency log: c2sp.org/tlog-tiles (checkpoint, tile/<level>/<n>[.p/<width>]). \
Leaves are salted commitments; there are no entries. Check it with: sayso log verify --mirror . --key VKEY\n";

/// Why a mirror could not be made, or does not hold.
#[derive(Debug, thiserror::Error)]
pub enum MirrorFault {
    /// Nothing has been published yet.
    #[error("nothing has been published yet")]
    Nothing,
    /// The store.
    #[error("{0}")]
    Store(#[from] StoreError),
    /// The tree.
    #[error("{0}")]
    Tree(#[from] TreeFault),
    /// A file.
    #[error("{0}: {1}")]
    File(PathBuf, io::Error),
    /// A tile is there and says something else.
    #[error("{0} is there and says something else: the log or the mirror was changed")]
    Other(PathBuf),
    /// The mirror has more than the log.
    #[error(
        "the mirror is of {mirror} leaves, and the log has published {log}: the log was put back"
    )]
    PutBack {
        /// How many the mirror has.
        mirror: u64,
        /// How many the log has.
        log: u64,
    },
    /// The log had another name then.
    #[error(
        "the mirror is of the log {0}, which has another name now: begin in another folder, and keep this one"
    )]
    OtherName(String),
    /// The checkpoint does not hold.
    #[error("the checkpoint: {0}")]
    Checkpoint(#[from] NoteFault),
    /// A tile is missing.
    #[error("tile {0} is missing")]
    Missing(String),
    /// A tile that has not its length.
    #[error("tile {0} has another length than its width says")]
    Length(String),
    /// A tile whose hashes are not those of the tiles below.
    #[error("tile {0} does not hold the roots of the tiles below it")]
    Tile(String),
    /// The leaves have another root.
    #[error("the root over the leaves is not the one that the checkpoint says")]
    Root,
}

/// Writes the newest checkpoint and every tile of its tree, the checkpoint last; gives its size and how many tiles were
/// written that were not there before.
pub async fn export(
    tx: &mut Tx,
    folder: &Path,
    vkey: &str,
    tell: impl Fn(u64, u64),
) -> Result<(u64, u64), MirrorFault> {
    let published = newest(tx).await?.ok_or(MirrorFault::Nothing)?;
    let checkpoint = folder.join("checkpoint");
    if let Some(before) = there(&checkpoint)? {
        let before = String::from_utf8_lossy(&before);
        let read = note::read(&before, vkey);
        let mirror = read.map_err(|why| of_another_name(&before, vkey).unwrap_or(why.into()))?.size;
        if mirror > published.size {
            return Err(MirrorFault::PutBack { mirror, log: published.size });
        }
    }
    let (mut new, mut walked) = (0, 0);
    for address in Address::all(published.size) {
        let torn = || MirrorFault::Missing(address.path());
        let bytes = tiles::read(tx, address).await?.ok_or_else(torn)?;
        let path = folder.join("tile").join(address.path());
        match there(&path)? {
            Some(before) if before == bytes => {}
            Some(_) => return Err(MirrorFault::Other(path)),
            None => {
                put(&path, &bytes)?;
                new += 1;
            }
        }
        walked += bytes.len() as u64 / 32;
        tell(walked.min(published.size), published.size);
    }
    put(&folder.join("README.txt"), README.as_bytes())?;
    put(&checkpoint, published.note.as_bytes())?;
    Ok((published.size, new))
}

/// Checks a mirror with the log's public key alone; gives what its checkpoint says.
pub fn verify(folder: &Path, vkey: &str, tell: impl Fn(u64, u64)) -> Result<Said, MirrorFault> {
    let path = folder.join("checkpoint");
    let none = || MirrorFault::File(path.clone(), io::ErrorKind::NotFound.into());
    let text = there(&path)?.ok_or_else(none)?;
    let text = String::from_utf8(text).map_err(|_| MirrorFault::Checkpoint(NoteFault::NoNote))?;
    let said = note::read(&text, vkey).map_err(MirrorFault::Checkpoint)?;
    check(&said, tell, |address| there(&folder.join("tile").join(address.path())))?;
    Ok(said)
}

/// Checks every tile of a tree, wherever they come from.
pub fn check(
    said: &Said,
    tell: impl Fn(u64, u64),
    tile: impl Fn(&Address) -> Result<Option<Vec<u8>>, MirrorFault>,
) -> Result<(), MirrorFault> {
    let mut tree = Frontier::default();
    let mut roots: BTreeMap<u8, Vec<Digest>> = BTreeMap::new();
    for address in Address::all(said.size) {
        let name = || address.path();
        let bytes = tile(&address)?.ok_or_else(|| MirrorFault::Missing(name()))?;
        if bytes.len() as u64 != address.width() * 32 {
            return Err(MirrorFault::Length(name()));
        }
        let hashes: Vec<Digest> = bytes.chunks_exact(32).filter_map(digest).collect();
        match address.level().checked_sub(1) {
            None => hashes.iter().for_each(|leaf| tree.push(*leaf)),
            Some(below) => {
                let from = usize::try_from(address.n() * WIDTH).unwrap_or(usize::MAX);
                let below = roots.get(&below).and_then(|roots| roots.get(from..));
                if !below.is_some_and(|below| below.starts_with(&hashes)) {
                    return Err(MirrorFault::Tile(name()));
                }
            }
        }
        if address.is_full() {
            roots.entry(address.level()).or_default().push(tile_root(&hashes));
        }
        tell(tree.size(), said.size);
    }
    if tree.size() == said.size && tree.head() == said.root {
        Ok(())
    } else {
        Err(MirrorFault::Root)
    }
}

/// The log's own key has signed it, under the name that the log had before.
fn of_another_name(checkpoint: &str, vkey: &str) -> Option<MirrorFault> {
    let key = VerifyingKey::from_bytes(&Vkey::parse(vkey).ok()?.public()).ok()?;
    let said = note::read_own(checkpoint, &[key]).ok()?;
    Some(MirrorFault::OtherName(said.origin))
}

fn there(path: &Path) -> Result<Option<Vec<u8>>, MirrorFault> {
    match fs::read(path) {
        Ok(bytes) => Ok(Some(bytes)),
        Err(why) if why.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(why) => Err(MirrorFault::File(path.to_owned(), why)),
    }
}

/// On the disk before anything is written after it: a checkpoint never stands over a tile that the power took.
fn put(path: &Path, bytes: &[u8]) -> Result<(), MirrorFault> {
    let write = || {
        // Two may write the same mirror.
        let mark = Chance.code().map_err(io::Error::other)?;
        whole_file::folders(folder_of(path))?;
        let beside = path.with_extension(format!("new-{mark}"));
        whole_file::replace(path, &beside, Readers::Anybody, bytes)
    };
    write().map_err(|why| MirrorFault::File(path.to_owned(), why))
}
