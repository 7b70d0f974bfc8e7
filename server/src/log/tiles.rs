//! Tiles by their address, as C2SP `tlog-tiles` writes it. A tile that no published checkpoint needs does not exist:
//! nobody learns from a tile what is not published.

use super::place;
use super::tree::{HEIGHT, LEVELS, TreeFault, WIDTH, hashes};
use crate::store::{Tx, transparency};
use consent::digest::Digest;
use tlog_tiles::tile::Tile;

/// Which tile.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Address {
    level: u8,
    n: u64,
    width: u64,
}

impl Address {
    /// Reads `<level>/<n>[.p/<width>]`; none where it is not written exactly so.
    #[must_use]
    pub fn parse(path: &str) -> Option<Self> {
        let (level, _) = path.split_once('/')?;
        // What the crate takes for a fault of its caller's, or what this log has none of.
        let level = level.parse::<u8>().ok().filter(|level| *level < LEVELS)?;
        if path.rsplit_once(".p/").is_some_and(|(_, width)| width.starts_with(['0', '+'])) {
            return None;
        }
        let tile = Tile::from_path(&format!("tile/{HEIGHT}/{path}")).ok()?;
        Some(Self { level, n: tile.level_index(), width: tile.width().into() })
    }

    /// How it is written.
    #[must_use]
    pub fn path(&self) -> String {
        let width = u32::try_from(self.width).unwrap_or_default();
        let path = Tile::new(HEIGHT, self.level, self.n, width, false).path();
        let prefix = format!("tile/{HEIGHT}/");
        path.strip_prefix(&prefix).unwrap_or(&path).to_owned()
    }

    /// Of which level; 0 are leaves.
    #[must_use]
    pub const fn level(&self) -> u8 {
        self.level
    }

    /// Which of its level, from 0.
    #[must_use]
    pub const fn n(&self) -> u64 {
        self.n
    }

    /// How many hashes it has.
    #[must_use]
    pub const fn width(&self) -> u64 {
        self.width
    }

    /// Whether it has all of its hashes.
    #[must_use]
    pub const fn is_full(&self) -> bool {
        self.width == WIDTH
    }

    /// Every tile of a tree of this size, the partial ones last of their level.
    pub fn all(size: u64) -> impl Iterator<Item = Self> {
        (0..LEVELS).flat_map(move |level| {
            let hashes = size >> (HEIGHT * level);
            let full = (0..hashes / WIDTH).map(move |n| Self { level, n, width: WIDTH });
            let rest = Self { level, n: hashes / WIDTH, width: hashes % WIDTH };
            full.chain((rest.width > 0).then_some(rest))
        })
    }

    /// From which size of the tree on it is there, and below which it is this wide; none where no log is that large.
    fn sizes(&self) -> Option<(i64, i64)> {
        let hashes = self.n.checked_mul(WIDTH)?.checked_add(self.width)?;
        let each = 1_u64.checked_shl(u32::from(HEIGHT) * u32::from(self.level))?;
        let least = hashes.checked_mul(each)?;
        let below = if self.is_full() { i64::MAX } else { place(least.checked_add(each)?).ok()? };
        Some((place(least).ok()?, below))
    }
}

/// The bytes of a tile; none where no published tree has it.
pub async fn read(tx: &mut Tx, address: Address) -> Result<Option<Vec<u8>>, TreeFault> {
    let Some((least, below)) = address.sizes() else { return Ok(None) };
    if transparency::between(tx, least, below).await?.is_none() {
        return Ok(None);
    }
    let hashes = hashes(tx, address.level, address.n * WIDTH, address.width).await?;
    Ok(Some(hashes.iter().flat_map(|hash: &Digest| *hash.as_bytes()).collect()))
}

/// Stores the roots of the tiles that became full since the tree had its old size.
pub(crate) async fn extend(tx: &mut Tx, old: u64, new: u64) -> Result<(), TreeFault> {
    for level in 0..LEVELS {
        let each = u32::from(HEIGHT) * (u32::from(level) + 1);
        let full = |size: u64| size.checked_shr(each).unwrap_or_default();
        for n in full(old)..full(new) {
            let root = super::tree::tile_root(&hashes(tx, level, n * WIDTH, WIDTH).await?);
            let n = place(n)?;
            transparency::insert_tile_root(tx, level.into(), n, root.as_bytes()).await?;
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_taken_only_as_the_specification_writes_it() {
        for (path, level, n, width) in [
            ("0/000", 0, 0, 256),
            ("0/x001/x234/067", 0, 1_234_067, 256),
            ("1/273.p/112", 1, 273, 112),
            ("2/000.p/1", 2, 0, 1),
            ("7/999.p/255", 7, 999, 255),
        ] {
            let address = Address::parse(path);
            assert_eq!(address, Some(Address { level, n, width }), "{path}");
            assert_eq!(address.unwrap().path(), path);
        }
        for path in [
            "",
            "0",
            "0/",
            "/0/000",
            "0/0",
            "0/00",
            "0/0000",
            "00/000",
            "+0/000",
            "0/+00",
            "0/x000/001",
            "0/001/234",
            "0/x1/234",
            "0/x001/x234",
            "0/000.p",
            "0/000.p/",
            "0/000.p/0",
            "0/000.p/00",
            "0/000.p/01",
            "0/000.p/256",
            "0/000.p/-1",
            "0/000/",
            "0/000.p/1/",
            "64/000",
            "99/000",
            "8/000",
            "-1/000",
            "data/000",
            "entries/000",
            "0/../000",
            "0/0 0",
            "0/x999/x999/x999/x999/x999/x999/x999/999",
            "0/x018/x446/x744/x073/x709/x551/616",
        ] {
            assert_eq!(Address::parse(path), None, "{path}");
        }
    }

    #[test]
    fn whatever_is_asked_for_is_no_fault_of_ours() {
        let letters = ['0', '1', '9', 'x', '/', '.', 'p', '+', '-', '%', 'é'];
        for length in 0..6 {
            for number in 0..letters.len().pow(length) {
                let mut rest = number;
                let mut path = String::new();
                for _ in 0..length {
                    path.push(letters[rest % letters.len()]);
                    rest /= letters.len();
                }
                for path in [format!("0/{path}"), format!("0/00{path}"), format!("0/000.p/{path}")]
                {
                    if let Some(address) = Address::parse(&path) {
                        assert_eq!(address.path(), path);
                    }
                }
            }
        }
    }

    #[test]
    fn a_tree_has_the_tiles_of_the_specification() {
        let count = |size, level| Address::all(size).filter(|tile| tile.level == level).count();
        let all: Vec<_> = Address::all(70_000).collect();
        assert_eq!((count(70_000, 0), count(70_000, 1), count(70_000, 2)), (274, 2, 1));
        let partial: Vec<_> =
            all.iter().filter(|tile| !tile.is_full()).map(Address::path).collect();
        assert_eq!(partial, ["0/273.p/112", "1/001.p/17", "2/000.p/1"]);
        let of_256: Vec<_> = Address::all(256).map(|tile| tile.path()).collect();
        assert_eq!(of_256, ["0/000", "1/000.p/1"]);
        assert_eq!(Address::all(0).count(), 0);
    }

    #[test]
    fn a_tile_is_there_for_the_sizes_of_the_specification() {
        let sizes = |path| Address::parse(path).unwrap().sizes();
        assert_eq!(sizes("0/000.p/5"), Some((5, 6)));
        assert_eq!(sizes("0/001"), Some((512, i64::MAX)));
        assert_eq!(sizes("1/000.p/1"), Some((256, 512)));
        assert_eq!(sizes("2/000.p/1"), Some((65_536, 131_072)));
        assert_eq!(sizes("7/x999/999"), None);
    }
}
