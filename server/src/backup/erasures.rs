//! Who was erased, in a file beside the keys: an id and a time a line, and nothing that tells who it was. A backup that
//! is older than an erasure still holds the person; with this file, putting it back erases them again.

use crate::whole_file::{folder_of, sync_names};
use consent::ids::PersonId;
use consent::time::At;
use std::collections::BTreeSet;
use std::fs::{self, OpenOptions};
use std::io::{self, Write as _};
use std::os::unix::fs::OpenOptionsExt as _;
use std::path::{Path, PathBuf};

/// The name of the file.
const FILE: &str = "erased";

/// Why such a file cannot be read.
#[derive(Debug, thiserror::Error)]
pub enum ErasuresFault {
    /// The file.
    #[error("{0}: {1}")]
    File(PathBuf, io::Error),
    /// A line.
    #[error("{0}, line {1}: not the id of a person")]
    Line(PathBuf, usize),
}

/// Where the file is.
#[must_use]
pub fn path(keys_dir: &Path) -> PathBuf {
    keys_dir.join(FILE)
}

/// Everybody in this file; nobody where there is none.
pub fn read(path: &Path) -> Result<BTreeSet<PersonId>, ErasuresFault> {
    let text = match fs::read_to_string(path) {
        Ok(text) => text,
        Err(why) if why.kind() == io::ErrorKind::NotFound => return Ok(BTreeSet::new()),
        Err(why) => return Err(ErasuresFault::File(path.to_owned(), why)),
    };
    let lines = text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty());
    lines
        .map(|(number, line)| {
            let id = line.split_whitespace().next().and_then(|id| id.parse().ok());
            id.ok_or_else(|| ErasuresFault::Line(path.to_owned(), number + 1))
        })
        .collect()
}

/// Adds these; it outlives a power cut when this returns. Whoever is in it twice counts once.
pub fn add(path: &Path, erased: &[(PersonId, At)]) -> io::Result<()> {
    if erased.is_empty() {
        return Ok(());
    }
    let lines: String = erased.iter().map(|(id, at)| format!("{id} {}\n", at.rfc3339())).collect();
    let mut file = OpenOptions::new().create(true).append(true).mode(0o600).open(path)?;
    file.write_all(lines.as_bytes())?;
    file.sync_all()?;
    sync_names(folder_of(path))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whoever_was_put_down_is_found_again() {
        let home = tempfile::tempdir().unwrap();
        let path = path(home.path());
        assert_eq!(read(&path).unwrap(), BTreeSet::new());
        let ids: Vec<PersonId> = (1..4).map(|n| PersonId(uuid::Uuid::from_u128(n))).collect();
        let at = At::from_micros(0);
        add(&path, &[(ids[0], at), (ids[1], at)]).unwrap();
        add(&path, &[(ids[1], at), (ids[2], at)]).unwrap();
        assert_eq!(read(&path).unwrap(), ids.into_iter().collect());
        fs::write(&path, "no id\n").unwrap();
        assert!(matches!(read(&path), Err(ErasuresFault::Line(_, 1))));
    }
}
