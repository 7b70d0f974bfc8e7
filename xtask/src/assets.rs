//! The folder that the server embeds: every file under a name that its own content decides, compressed beside it, and a
//! list of which is which. Must never touch a file that is already right, or cargo would build the server for nothing.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use flate2::Compression;
use flate2::write::GzEncoder;
use sha2::{Digest, Sha256};

use crate::hex::hex;
use crate::place::Place;

const MANIFEST: &str = "manifest.json";
const KEPT: &str = ".gitkeep";

/// The published assets: logical name, such as `sayso.css`, to the path of the file that holds it.
pub struct Assets {
    folder: PathBuf,
    published: BTreeMap<String, String>,
}

impl Assets {
    /// What the last build published, to be added to.
    pub fn open(place: &Place) -> Result<Self> {
        Self::open_folder(&place.assets)
    }

    fn open_folder(folder: &Path) -> Result<Self> {
        let published = match fs::read(folder.join(MANIFEST)) {
            Ok(bytes) => serde_json::from_slice(&bytes).context(MANIFEST)?,
            Err(_) => BTreeMap::new(),
        };
        Ok(Self { folder: folder.to_path_buf(), published })
    }

    /// Takes every name away that `belongs` says yes to: those that are put next are what is left of them.
    pub fn forget(&mut self, belongs: impl Fn(&str) -> bool) {
        self.published.retain(|logical, _| !belongs(logical));
    }

    /// Where the asset of that name was published, relative to the folder.
    pub fn path(&self, logical: &str) -> Option<&str> {
        self.published.get(logical).map(String::as_str)
    }

    /// Publishes one asset under its name and the first 16 hex digits of its SHA-256.
    pub fn put(&mut self, logical: &str, content: &[u8]) -> Result<()> {
        let path =
            hashed(logical, content).with_context(|| format!("{logical} has no extension"))?;
        let file = self.folder.join(&path);
        if let Some(parent) = file.parent() {
            fs::create_dir_all(parent)?;
        }
        if compressible(logical) {
            keep_if_smaller(&beside(&file, "br"), content, brotli)?;
            keep_if_smaller(&beside(&file, "gz"), content, gzip)?;
        }
        write_if_other(&file, content)?;
        self.published.insert(logical.to_owned(), path);
        Ok(())
    }

    /// Writes the list and removes every file that it does not name.
    pub fn close(self) -> Result<()> {
        let mut named: BTreeSet<PathBuf> =
            [MANIFEST, KEPT].iter().map(|name| self.folder.join(name)).collect();
        for path in self.published.values() {
            let file = self.folder.join(path);
            named.extend([beside(&file, "br"), beside(&file, "gz"), file]);
        }
        remove_others(&self.folder, &named)?;
        let mut list = serde_json::to_vec_pretty(&self.published)?;
        list.push(b'\n');
        write_if_other(&self.folder.join(MANIFEST), &list)
    }
}

/// `fonts/a.woff2` becomes `fonts/a.0123456789abcdef.woff2`: the server's build reads the name back out of it.
fn hashed(logical: &str, content: &[u8]) -> Option<String> {
    let (stem, extension) = logical.rsplit_once('.')?;
    let short: String = hex(&Sha256::digest(content)).chars().take(16).collect();
    Some(format!("{stem}.{short}.{extension}"))
}

/// Fonts are compressed already.
fn compressible(logical: &str) -> bool {
    Path::new(logical).extension().is_none_or(|extension| extension != "woff2")
}

fn beside(file: &Path, extension: &str) -> PathBuf {
    let mut name = file.as_os_str().to_owned();
    name.push(".");
    name.push(extension);
    name.into()
}

/// The name says what is inside, so a file that is there is right.
fn keep_if_smaller(file: &Path, content: &[u8], pack: fn(&[u8]) -> Result<Vec<u8>>) -> Result<()> {
    if file.exists() {
        return Ok(());
    }
    let packed = pack(content)?;
    if packed.len() < content.len() { write_if_other(file, &packed) } else { Ok(()) }
}

fn brotli(content: &[u8]) -> Result<Vec<u8>> {
    let mut packed = Vec::new();
    let parameters =
        brotli::enc::BrotliEncoderParams { quality: 11, lgwin: 22, ..Default::default() };
    brotli::BrotliCompress(&mut &*content, &mut packed, &parameters)?;
    Ok(packed)
}

fn gzip(content: &[u8]) -> Result<Vec<u8>> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(content)?;
    Ok(encoder.finish()?)
}

/// Through a file of another name, so that a build that is broken off leaves no half file.
fn write_if_other(file: &Path, content: &[u8]) -> Result<()> {
    if fs::read(file).is_ok_and(|now| now == content) {
        return Ok(());
    }
    let half = beside(file, "half");
    fs::write(&half, content).with_context(|| half.display().to_string())?;
    fs::rename(&half, file).with_context(|| file.display().to_string())
}

fn remove_others(folder: &Path, named: &BTreeSet<PathBuf>) -> Result<()> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            remove_others(&path, named)?;
            if fs::read_dir(&path)?.next().is_none() {
                fs::remove_dir(&path)?;
            }
        } else if !named.contains(&path) {
            fs::remove_file(&path)?;
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_content_decides_the_name() {
        assert_eq!(hashed("fonts/a.woff2", b"").unwrap(), "fonts/a.e3b0c44298fc1c14.woff2");
        assert_eq!(hashed("licence", b""), None);
        assert_ne!(hashed("a.css", b"one"), hashed("a.css", b"two"));
    }

    #[test]
    fn what_is_no_longer_published_is_removed_and_the_rest_is_not_touched() {
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join(KEPT), "").unwrap();
        let text = "the same words again ".repeat(40);

        let mut assets = Assets::open_folder(folder.path()).unwrap();
        assets.put("sayso.css", text.as_bytes()).unwrap();
        assets.put("fonts/old.woff2", b"old").unwrap();
        assets.close().unwrap();
        let style = folder.path().join(hashed("sayso.css", text.as_bytes()).unwrap());
        let written = fs::metadata(&style).unwrap().modified().unwrap();
        assert!(beside(&style, "br").exists() && beside(&style, "gz").exists());

        let mut assets = Assets::open_folder(folder.path()).unwrap();
        assets.forget(|logical| logical.starts_with("fonts/"));
        assets.put("sayso.css", text.as_bytes()).unwrap();
        assets.close().unwrap();
        assert_eq!(fs::metadata(&style).unwrap().modified().unwrap(), written);
        assert!(!folder.path().join("fonts").exists());
        assert!(folder.path().join(KEPT).exists());
    }

    #[test]
    fn compression_that_gains_nothing_is_not_kept() {
        let folder = tempfile::tempdir().unwrap();
        let mut assets = Assets::open_folder(folder.path()).unwrap();
        assets.put("a.txt", b"x").unwrap();
        assert!(!beside(&folder.path().join(assets.path("a.txt").unwrap()), "br").exists());
    }
}
