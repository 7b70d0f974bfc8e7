//! Key files: made once, whole or not at all, readable by their owner alone.
//! A file that is there is never written again.

use std::fs::{self, DirBuilder, File, Permissions};
use std::io::{self, Read};
use std::os::unix::fs::{DirBuilderExt, PermissionsExt};
use std::path::{Path, PathBuf};
use zeroize::Zeroizing;

use crate::chance::{Chance, ChanceFault};
use crate::whole_file::{self, Readers};

/// Why the keys cannot be used. Names files, never what is in them.
#[derive(Debug, thiserror::Error)]
pub enum KeysFault {
    /// A file or the folder cannot be read or made.
    #[error("the key file {path} cannot be read or made: {why}")]
    File {
        /// Which.
        path: PathBuf,
        /// What the system says.
        why: io::Error,
    },
    /// A file is there and is no key.
    #[error("the key file {0} is broken; put back the one from your copy")]
    Broken(PathBuf),
    /// Others may read it.
    #[error("{0} can be read by others; take that away with chmod go= {0}")]
    Open(PathBuf),
    /// No new key can be made.
    #[error(transparent)]
    Chance(#[from] ChanceFault),
}

impl KeysFault {
    pub(super) fn broken(path: &Path) -> Self {
        Self::Broken(path.to_owned())
    }

    fn file(path: &Path) -> impl FnOnce(io::Error) -> Self {
        let path = path.to_owned();
        |why| Self::File { path, why }
    }
}

/// Makes the folder, 0700.
pub(crate) fn folder(path: &Path) -> Result<(), KeysFault> {
    let made = DirBuilder::new().recursive(true).mode(0o700).create(path);
    made.and_then(|()| fs::set_permissions(path, Permissions::from_mode(0o700)))
        .map_err(KeysFault::file(path))
}

/// The 32 bytes in this file; new ones where there is none.
pub(crate) fn secret(path: &Path) -> Result<Zeroizing<[u8; 32]>, KeysFault> {
    let new = Zeroizing::new(Chance.bytes::<32>()?);
    let bytes = bytes(path, new.as_slice())?;
    let key = <[u8; 32]>::try_from(bytes.as_slice()).map_err(|_| KeysFault::broken(path))?;
    Ok(Zeroizing::new(key))
}

/// The text in this file; this one where there is none.
pub(crate) fn text(path: &Path, new: &str) -> Result<Zeroizing<String>, KeysFault> {
    let bytes = bytes(path, new.as_bytes())?;
    let text = String::from_utf8(bytes.to_vec()).map_err(|_| KeysFault::broken(path))?;
    Ok(Zeroizing::new(text))
}

fn bytes(path: &Path, new: &[u8]) -> Result<Zeroizing<Vec<u8>>, KeysFault> {
    if !path.try_exists().map_err(KeysFault::file(path))? {
        let beside = path.with_extension(format!("new-{}", Chance.code()?));
        let made = whole_file::first(path, &beside, Readers::Owner, new);
        made.map_err(KeysFault::file(path))?;
    }
    let mut file = File::open(path).map_err(KeysFault::file(path))?;
    let mode = file.metadata().map_err(KeysFault::file(path))?.permissions();
    if mode.mode() & 0o077 != 0 {
        return Err(KeysFault::Open(path.to_owned()));
    }
    let mut found = Zeroizing::new(Vec::new());
    file.read_to_end(&mut found).map_err(KeysFault::file(path))?;
    Ok(found)
}
