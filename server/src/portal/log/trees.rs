//! Walks what was published beside the leaves: the root of every full tile, every checkpoint, and what this machine
//! remembers to be signed. Stops at the first fault; mends nothing.

use super::Broken;
use crate::log::note::{self, Said};
use crate::log::remembered::Remembered;
use crate::log::tree::{HEIGHT, LEVELS, WIDTH, tile_root};
use crate::log::{digest, place, published, signed};
use crate::portal::Portal;
use crate::portal::error::Result;
use crate::store::db::Tx;
use crate::store::transparency::{self, CheckpointRow};
use consent::digest::Digest;
use consent::log::Frontier;
use consent::proof::{Vkey, open_checkpoint};
use ed25519_dalek::VerifyingKey;
use std::collections::VecDeque;

/// So many checkpoints are read at once.
const STRIDE: i64 = 1000;

/// Checks, leaf by leaf, what was published.
pub(super) struct Trees {
    keys: Vec<VerifyingKey>,
    /// The witnesses that the settings name: what they signed is checked as well.
    witnesses: Vec<Vkey>,
    /// How many leaves the newest checkpoint has.
    published: u64,
    /// The hashes of the tile that is not full yet, for each level.
    open: Vec<Vec<Digest>>,
    tiles: u64,
    coming: VecDeque<CheckpointRow>,
    checkpoints: u64,
    remembered: Option<Said>,
}

impl Trees {
    pub(super) async fn begin(
        portal: &Portal,
        tx: &mut Tx,
        remembered: bool,
    ) -> Result<std::result::Result<Self, Broken>> {
        let keys = portal.log_keys();
        let remembered = match Remembered::read(&portal.config().keys_dir(), &keys) {
            Ok(known) => known.filter(|_| remembered).map(|known| known.said),
            Err(why) => return Ok(Err(Broken::Memory(why.to_string()))),
        };
        portal.see_epoch(tx).await?;
        let remembered = remembered.filter(|said| portal.binds(&said.origin));
        let newest = transparency::newest(tx).await?;
        let published = newest.map_or(0, |row| u64::try_from(row.size).unwrap_or_default());
        if let Some(said) = remembered.as_ref().filter(|said| said.size > published) {
            return Ok(Err(Broken::PutBack { signed: said.size, stored: published }));
        }
        let coming = transparency::from(tx, i64::MIN, STRIDE).await?.into();
        let witnesses = portal.config().log.witnesses.iter().map(|one| one.vkey.clone()).collect();
        let open = vec![Vec::new(); usize::from(LEVELS)];
        Ok(Ok(Self {
            keys,
            witnesses,
            published,
            open,
            tiles: 0,
            coming,
            checkpoints: 0,
            remembered,
        }))
    }

    /// What a leaf completes; the tree holds it already.
    pub(super) async fn step(
        &mut self,
        tx: &mut Tx,
        tree: &Frontier,
        leaf: Digest,
    ) -> Result<std::result::Result<(), Broken>> {
        if let Err(broken) = self.tile(tx, tree.size(), leaf).await? {
            return Ok(Err(broken));
        }
        if self
            .remembered
            .as_ref()
            .is_some_and(|said| said.size == tree.size() && said.root != tree.head())
        {
            return Ok(Err(Broken::Forked(tree.size())));
        }
        let Some(row) = self.coming.front() else { return Ok(Ok(())) };
        if u64::try_from(row.size).is_ok_and(|size| size > tree.size()) {
            return Ok(Ok(()));
        }
        let row = row.clone();
        self.coming.pop_front();
        if self.coming.is_empty() {
            self.coming = transparency::from(tx, row.size.saturating_add(1), STRIDE).await?.into();
        }
        self.checkpoints += 1;
        self.checkpoint(tx, tree, row).await
    }

    /// A leaf and the tiles that are full with it.
    async fn tile(
        &mut self,
        tx: &mut Tx,
        size: u64,
        leaf: Digest,
    ) -> Result<std::result::Result<(), Broken>> {
        let mut hash = leaf;
        for (level, open) in (0_u8..).zip(&mut self.open) {
            open.push(hash);
            let each = u32::from(HEIGHT) * (u32::from(level) + 1);
            if !u64::try_from(open.len()).is_ok_and(|width| width == WIDTH) {
                break;
            }
            hash = tile_root(open);
            open.clear();
            let n = (size >> each) - 1;
            let due = size <= self.published;
            let rows = transparency::tile_roots(tx, level.into(), place(n)?, 1).await?;
            let stored = rows.first().filter(|row| u64::try_from(row.n) == Ok(n));
            match stored.map(|row| digest(&row.hash)) {
                Some(stored) if due && stored == Some(hash) => self.tiles += 1,
                Some(_) if due => return Ok(Err(Broken::Tile { level, n })),
                Some(_) => return Ok(Err(Broken::TileTooEarly { level, n })),
                None if due => return Ok(Err(Broken::TileMissing { level, n })),
                None => {}
            }
        }
        Ok(Ok(()))
    }

    async fn checkpoint(
        &self,
        tx: &mut Tx,
        tree: &Frontier,
        row: CheckpointRow,
    ) -> Result<std::result::Result<(), Broken>> {
        let size = row.size;
        let wrong = |what: &str| Ok(Err(Broken::Checkpoint(size, what.to_owned())));
        let with_lines = published(tx, row.clone()).await;
        let (Ok(stored), Ok(with_lines)) = (signed(row), with_lines) else {
            return wrong("its row holds no size or no root");
        };
        let said = match note::read_own(&stored.note, &self.keys) {
            Ok(said) => said,
            Err(why) => return wrong(&why.to_string()),
        };
        if (said.size, said.root) != (stored.size, stored.root) {
            return wrong("its row says something else than its note");
        }
        if said.size != tree.size() || said.root != tree.head() {
            return wrong("its root is not the root over so many leaves");
        }
        let own = self.keys.iter().filter_map(|key| Vkey::log(&said.origin, key.as_bytes()).ok());
        let mut known: Vec<Vkey> = Vec::new();
        for key in own.chain(self.witnesses.iter().cloned()) {
            if !known.contains(&key) {
                known.push(key);
            }
        }
        if note::read_own(&with_lines.note, &self.keys) != Ok(said) {
            return wrong("the line of a witness is none");
        }
        if !self.witnesses.is_empty() && open_checkpoint(&with_lines.note, &known).is_err() {
            return wrong("the signature of a witness does not hold");
        }
        Ok(Ok(()))
    }

    /// How many roots of tiles and how many checkpoints there are, where there are no more than the leaves bear out.
    pub(super) async fn end(
        mut self,
        tx: &mut Tx,
    ) -> Result<std::result::Result<(u64, u64), Broken>> {
        if let Some(row) = self.coming.pop_front() {
            let why = "the log has fewer leaves".to_owned();
            return Ok(Err(Broken::Checkpoint(row.size, why)));
        }
        let stored = transparency::count_tile_roots(tx).await?;
        if stored != self.tiles {
            return Ok(Err(Broken::TilesTooMany { stored, tiles: self.tiles }));
        }
        Ok(Ok((self.tiles, self.checkpoints)))
    }
}
