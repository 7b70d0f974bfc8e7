//! What a witness signed last, one file for each log. A file is put in the place of the one before it, whole, and is on
//! the disk when that is done. One that cannot be read is never taken for nothing: the witness stops instead.

use crate::whole_file::{self, Readers};
use consent::digest::Digest;
use consent::proof::{self, Head, NoteFault, Vkey};
use std::fs::{self, File, OpenOptions};
use std::io;
use std::os::unix::fs::OpenOptionsExt as _;
use std::path::{Path, PathBuf};

/// What was signed last for a log.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Kept {
    /// What it says.
    pub head: Head,
    /// The checkpoint with the log's signatures and ours.
    pub note: String,
}

/// Why the witness cannot go on.
#[derive(Debug, thiserror::Error)]
pub enum StateFault {
    /// A file cannot be read or written.
    #[error("{0} cannot be read or written: {1}")]
    File(PathBuf, io::Error),
    /// Another process has it.
    #[error("another witness is already working with {0}")]
    Taken(PathBuf),
    /// Something else than what this witness wrote.
    #[error("{0} is not what this witness has signed ({1}); put back the file from your copy")]
    Changed(PathBuf, NoteFault),
    /// The machine's clock shows no time that can be signed.
    #[error("the machine's clock shows no time that can be signed")]
    Clock,
}

/// The folder. Whoever has this value has the folder alone.
pub(super) struct Folder {
    logs: PathBuf,
    _lock: File,
}

impl Folder {
    /// Takes the folder for this process.
    pub(super) fn lock(data_dir: &Path) -> Result<Self, StateFault> {
        let path = data_dir.join("witness.lock");
        let open =
            OpenOptions::new().write(true).create(true).truncate(false).mode(0o600).open(&path);
        let lock = open.map_err(|why| StateFault::File(path.clone(), why))?;
        match lock.try_lock() {
            Ok(()) => {}
            Err(fs::TryLockError::WouldBlock) => {
                return Err(StateFault::Taken(data_dir.to_owned()));
            }
            Err(fs::TryLockError::Error(why)) => return Err(StateFault::File(path, why)),
        }
        let logs = data_dir.join("logs");
        let made = whole_file::folders(&logs).and_then(|()| whole_file::sync_names(data_dir));
        made.map_err(|why| StateFault::File(logs.clone(), why))?;
        Ok(Self { logs, _lock: lock })
    }

    /// What was signed last; none where nothing ever was.
    pub(super) fn read(
        &self,
        origin: &str,
        keys: &[Vkey],
        own: &Vkey,
    ) -> Result<Option<Kept>, StateFault> {
        let path = self.path(origin);
        let note = match fs::read_to_string(&path) {
            Ok(note) => note,
            Err(why) if why.kind() == io::ErrorKind::NotFound => return Ok(None),
            Err(why) => return Err(StateFault::File(path, why)),
        };
        let opened = proof::open_checkpoint(&note, keys)
            .map_err(|why| StateFault::Changed(path.clone(), why))?;
        let is_own =
            opened.signed.iter().any(|signed| signed.name == own.name() && signed.id == own.id());
        if !is_own || opened.head.origin != origin {
            return Err(StateFault::Changed(path, NoteFault::Unsigned));
        }
        Ok(Some(Kept { head: opened.head, note }))
    }

    /// Keeps what is signed now. It outlives a power cut when this returns.
    pub(super) fn write(&self, kept: &Kept) -> Result<(), StateFault> {
        let path = self.path(&kept.head.origin);
        // Nobody else writes here: this process has the folder alone, and one request at a time has the log.
        let beside = path.with_extension("new");
        whole_file::replace(&path, &beside, Readers::Owner, kept.note.as_bytes())
            .map_err(|why| StateFault::File(path, why))
    }

    fn path(&self, origin: &str) -> PathBuf {
        self.logs.join(format!("{}.checkpoint", Digest::of(origin.as_bytes())))
    }
}
