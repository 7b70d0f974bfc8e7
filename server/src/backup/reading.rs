//! Reading a backup: the signature first, then each file against what the signed manifest says of it. Nothing of a file
//! counts until its end was reached and it was the right one.

use super::{
    BackupFault, FORMAT, FileSaid, MANIFEST, Manifest, SIGNATURE, SIGNED, cells, file_name,
};
use crate::store::db::{Cell, Holds};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use consent::digest::Digest;
use ed25519_dalek::{Signature, VerifyingKey};
use sha2::{Digest as _, Sha256};
use std::fs::{self, File};
use std::io::{self, BufRead as _, BufReader};
use std::path::Path;

/// At most so many bytes in a manifest.
const LONGEST_MANIFEST: u64 = 1 << 20;

/// The manifest of the backup in this folder, where this key signed it.
pub fn open(folder: &Path, key: &VerifyingKey) -> Result<Manifest, BackupFault> {
    let path = folder.join(MANIFEST);
    let read = |path: &Path| match fs::metadata(path) {
        Ok(found) if found.len() > LONGEST_MANIFEST => Err(BackupFault::NotSigned),
        Ok(_) => fs::read(path).map_err(|why| BackupFault::File(path.to_owned(), why)),
        Err(why) if why.kind() == io::ErrorKind::NotFound => {
            Err(BackupFault::NoManifest(folder.to_owned()))
        }
        Err(why) => Err(BackupFault::File(path.to_owned(), why)),
    };
    let text = read(&path)?;
    let signature = STANDARD.decode(read(&folder.join(SIGNATURE))?.trim_ascii());
    let signature = signature.ok().and_then(|bytes| Signature::from_slice(&bytes).ok());
    let signature = signature.ok_or(BackupFault::NotSigned)?;
    key.verify_strict(&[SIGNED, &text].concat(), &signature).map_err(|_| BackupFault::NotSigned)?;
    let manifest: Manifest = serde_json::from_slice(&text).map_err(|_| BackupFault::Format)?;
    if manifest.format == FORMAT { Ok(manifest) } else { Err(BackupFault::Format) }
}

/// The rows of one file.
pub struct Rows<'a> {
    said: &'a FileSaid,
    file: BufReader<File>,
    hash: Sha256,
    holds: &'a [Holds],
    line: String,
    rows: u64,
}

impl<'a> Rows<'a> {
    /// Begins to read the file of a table.
    pub fn of(folder: &Path, said: &'a FileSaid, holds: &'a [Holds]) -> Result<Self, BackupFault> {
        let path = said.path(folder);
        let fault = |why| BackupFault::File(path.clone(), why);
        let file = File::open(&path).map_err(fault)?;
        // So that no line can be longer than the file that was signed.
        if file.metadata().map_err(fault)?.len() != said.bytes {
            return Err(BackupFault::Changed(file_name(&said.table)));
        }
        let file = BufReader::with_capacity(1 << 20, file);
        Ok(Self { said, file, hash: Sha256::new(), holds, line: String::new(), rows: 0 })
    }

    /// The next row, and how long its line is; none at the end, where the whole file was the right one.
    pub fn row(&mut self) -> Result<Option<(Vec<Cell>, usize)>, BackupFault> {
        self.line.clear();
        let name = || file_name(&self.said.table);
        let read = self.file.read_line(&mut self.line);
        let long = read.map_err(|_| BackupFault::Changed(name()))?;
        if long == 0 {
            let hash = Digest::from_bytes(std::mem::take(&mut self.hash).finalize().into());
            let right = hash == self.said.sha256 && self.rows == self.said.rows;
            return if right { Ok(None) } else { Err(BackupFault::Changed(name())) };
        }
        self.hash.update(self.line.as_bytes());
        self.rows += 1;
        let row = self.line.strip_suffix('\n').and_then(|line| cells(line, self.holds));
        let row = row.ok_or_else(|| BackupFault::Line(name(), self.rows))?;
        Ok(Some((row, long)))
    }
}
