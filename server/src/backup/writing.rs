//! Writing a backup: into a folder beside, which gets its name only when everything in it is on the disk. What is left
//! of one that was stopped has another name and no manifest.

use super::{BackupFault, FileSaid, MANIFEST, Manifest, SIGNATURE, SIGNED, file_name};
use crate::whole_file::{self, Readers, folder_of};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use consent::digest::Digest;
use ed25519_dalek::{Signer as _, SigningKey};
use sha2::{Digest as _, Sha256};
use std::fs::{self, DirBuilder, File};
use std::io::{self, BufWriter, Write as _};
use std::os::unix::fs::DirBuilderExt as _;
use std::path::{Path, PathBuf};

/// A backup that is being written.
#[derive(Debug)]
pub struct Writing {
    target: PathBuf,
    partial: PathBuf,
    done: bool,
}

/// The file of one table.
#[derive(Debug)]
pub struct TableFile {
    table: &'static str,
    path: PathBuf,
    file: BufWriter<File>,
    hash: Sha256,
    rows: u64,
    bytes: u64,
}

fn fault(path: &Path) -> impl FnOnce(io::Error) -> BackupFault {
    let path = path.to_owned();
    |why| BackupFault::File(path, why)
}

/// Refuses a folder that is there.
pub fn free(target: &Path) -> Result<(), BackupFault> {
    match fs::symlink_metadata(target) {
        Ok(_) => Err(BackupFault::There(target.to_owned())),
        Err(why) if why.kind() == io::ErrorKind::NotFound => Ok(()),
        Err(why) => Err(BackupFault::File(target.to_owned(), why)),
    }
}

impl Writing {
    /// Begins one; `mark` keeps two at once apart.
    pub fn begin(target: &Path, mark: &str) -> Result<Self, BackupFault> {
        free(target)?;
        let name = target.file_name().ok_or_else(|| BackupFault::There(target.to_owned()))?;
        let partial =
            folder_of(target).join(format!(".{}.unfinished-{mark}", name.to_string_lossy()));
        DirBuilder::new().mode(0o700).create(&partial).map_err(fault(&partial))?;
        Ok(Self { target: target.to_owned(), partial, done: false })
    }

    /// The file of a table.
    pub fn table(&self, table: &'static str) -> Result<TableFile, BackupFault> {
        let path = self.partial.join(file_name(table));
        let file = whole_file::new(&path, Readers::Owner).map_err(fault(&path))?;
        let file = BufWriter::with_capacity(1 << 20, file);
        Ok(TableFile { table, path, file, hash: Sha256::new(), rows: 0, bytes: 0 })
    }

    /// Signs the manifest, and gives the folder its name.
    pub fn finish(mut self, manifest: &Manifest, key: &SigningKey) -> Result<(), BackupFault> {
        let path = self.partial.join(MANIFEST);
        let text = serde_json::to_vec_pretty(manifest)
            .map_err(|why| BackupFault::File(path.clone(), why.into()))?;
        let signature = key.sign(&[SIGNED, &text].concat());
        let signature = format!("{}\n", STANDARD.encode(signature.to_bytes()));
        whole(&self.partial.join(SIGNATURE), signature.as_bytes())?;
        whole(&path, &text)?;
        synced(&self.partial)?;
        free(&self.target)?;
        fs::rename(&self.partial, &self.target).map_err(fault(&self.target))?;
        self.done = true;
        synced(folder_of(&self.target))
    }
}

impl Drop for Writing {
    fn drop(&mut self) {
        if !self.done {
            // It looks like no backup; where it cannot go, it may stay.
            drop(fs::remove_dir_all(&self.partial));
        }
    }
}

impl TableFile {
    /// One row more.
    pub fn put(&mut self, line: &[u8]) -> Result<(), BackupFault> {
        self.file.write_all(line).map_err(fault(&self.path))?;
        self.hash.update(line);
        self.rows += 1;
        self.bytes += u64::try_from(line.len()).unwrap_or_default();
        Ok(())
    }

    /// How many rows there are so far.
    #[must_use]
    pub const fn rows(&self) -> u64 {
        self.rows
    }

    /// All of them are on the disk.
    pub fn finish(self, columns: Vec<String>) -> Result<FileSaid, BackupFault> {
        let file = self
            .file
            .into_inner()
            .map_err(|why| BackupFault::File(self.path.clone(), why.into_error()))?;
        file.sync_all().map_err(fault(&self.path))?;
        Ok(FileSaid {
            table: self.table.to_owned(),
            columns,
            rows: self.rows,
            bytes: self.bytes,
            sha256: Digest::from_bytes(self.hash.finalize().into()),
        })
    }
}

fn whole(path: &Path, bytes: &[u8]) -> Result<(), BackupFault> {
    whole_file::write_new(path, Readers::Owner, bytes).map_err(fault(path))
}

fn synced(folder: &Path) -> Result<(), BackupFault> {
    whole_file::sync_names(folder).map_err(fault(folder))
}
