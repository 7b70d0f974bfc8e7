//! Files that are there whole or not at all, also after a power cut: written beside, synced, and then given their name,
//! which is synced as well. When one of these returns without a fault, what it says is on the disk.

use std::fs::{self, File, OpenOptions};
use std::io::{self, Write as _};
use std::os::unix::fs::OpenOptionsExt as _;
use std::path::Path;

/// Who may read a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Readers {
    /// Its owner alone: 0600.
    Owner,
    /// Whoever the process lets read what it makes: 0666 less its umask.
    Anybody,
}

/// Puts these bytes in the place of whatever file is there. They are written to `beside` first, in the same folder, where
/// nobody else writes: what lies there is from an attempt that did not end, and goes.
pub(crate) fn replace(
    path: &Path,
    beside: &Path,
    readers: Readers,
    bytes: &[u8],
) -> io::Result<()> {
    gone(beside)?;
    write_new(beside, readers, bytes)
        .and_then(|()| fs::rename(beside, path))
        .inspect_err(|_| drop(fs::remove_file(beside)))?;
    sync_names(folder_of(path))
}

/// Makes a file of these bytes where there is none; the first of two wins, and nobody ever sees a part of one. `beside` is
/// as in [`replace`].
pub(crate) fn first(path: &Path, beside: &Path, readers: Readers, bytes: &[u8]) -> io::Result<()> {
    gone(beside)?;
    let named = write_new(beside, readers, bytes).and_then(|()| fs::hard_link(beside, path));
    let removed = gone(beside);
    match named {
        // The other's name may not be on the disk yet.
        Err(why) if why.kind() != io::ErrorKind::AlreadyExists => return Err(why),
        _ => removed?,
    }
    sync_names(folder_of(path))
}

/// Writes a new file where there must be none. It has no safe name before [`sync_names`] was asked for its folder.
pub(crate) fn write_new(path: &Path, readers: Readers, bytes: &[u8]) -> io::Result<()> {
    let mut file = new(path, readers)?;
    file.write_all(bytes)?;
    file.sync_all()
}

/// Opens a new file where there must be none. Who writes to it syncs it.
pub(crate) fn new(path: &Path, readers: Readers) -> io::Result<File> {
    let mode = match readers {
        Readers::Owner => 0o600,
        Readers::Anybody => 0o666,
    };
    OpenOptions::new().write(true).create_new(true).mode(mode).open(path)
}

/// Makes a folder and those above it that are missing, with the rights that the process gives; their names are synced.
pub(crate) fn folders(path: &Path) -> io::Result<()> {
    if path.as_os_str().is_empty() || path.is_dir() {
        return Ok(());
    }
    let above = folder_of(path);
    folders(above)?;
    match fs::create_dir(path) {
        Ok(()) => {}
        Err(why) if why.kind() == io::ErrorKind::AlreadyExists && path.is_dir() => {}
        Err(why) => return Err(why),
    }
    sync_names(above)
}

/// The names in this folder are on the disk as they are now.
pub(crate) fn sync_names(folder: &Path) -> io::Result<()> {
    File::open(folder)?.sync_all()
}

/// The folder that a file is in.
pub(crate) fn folder_of(path: &Path) -> &Path {
    path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."))
}

fn gone(path: &Path) -> io::Result<()> {
    match fs::remove_file(path) {
        Err(why) if why.kind() != io::ErrorKind::NotFound => Err(why),
        _ => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::os::unix::fs::PermissionsExt as _;
    use std::path::PathBuf;

    struct Place {
        home: tempfile::TempDir,
        path: PathBuf,
        beside: PathBuf,
    }

    fn place() -> Place {
        let home = tempfile::tempdir().unwrap();
        let (path, beside) = (home.path().join("file"), home.path().join("file.new"));
        Place { home, path, beside }
    }

    impl Place {
        fn names(&self) -> Vec<String> {
            let all = fs::read_dir(self.home.path()).unwrap();
            let mut names: Vec<String> =
                all.map(|one| one.unwrap().file_name().into_string().unwrap()).collect();
            names.sort();
            names
        }

        fn mode(&self) -> u32 {
            fs::metadata(&self.path).unwrap().permissions().mode() & 0o777
        }
    }

    #[test]
    fn a_file_is_put_in_the_place_of_another_whole_and_nothing_is_left_beside() {
        let place = place();
        for bytes in [b"the first, which is longer".as_slice(), b"second", b""] {
            replace(&place.path, &place.beside, Readers::Owner, bytes).unwrap();
            assert_eq!(fs::read(&place.path).unwrap(), bytes);
            assert_eq!((place.names(), place.mode()), (vec!["file".to_owned()], 0o600));
        }
    }

    #[test]
    fn what_an_attempt_left_gives_the_file_neither_its_bytes_nor_its_readers() {
        let place = place();
        let mut bytes = Vec::new();
        for put in [first, replace] {
            bytes.push(b'x');
            fs::write(&place.beside, "half of something that was longer").unwrap();
            fs::set_permissions(&place.beside, fs::Permissions::from_mode(0o644)).unwrap();
            put(&place.path, &place.beside, Readers::Owner, &bytes).unwrap();
            assert_eq!(fs::read(&place.path).unwrap(), bytes);
            assert_eq!((place.names(), place.mode()), (vec!["file".to_owned()], 0o600));
        }
    }

    #[test]
    fn whoever_may_read_what_others_make_may_read_a_file_for_anybody() {
        let place = place();
        let usual = place.home.path().join("usual");
        fs::write(&usual, "").unwrap();
        let usual = fs::metadata(usual).unwrap().permissions().mode() & 0o777;
        replace(&place.path, &place.beside, Readers::Anybody, b"for all").unwrap();
        assert_eq!(place.mode(), usual);
    }

    #[test]
    fn where_it_cannot_be_put_there_what_was_there_stays_and_nothing_is_left_beside() {
        let place = place();
        let folder = place.home.path().join("folder");
        fs::create_dir(&folder).unwrap();
        // A file cannot take the place of a folder, and not be written where one is.
        replace(&folder, &place.beside, Readers::Owner, b"new").unwrap_err();
        assert_eq!(place.names(), ["folder"]);
        fs::write(&place.path, "old").unwrap();
        for put in [first, replace] {
            put(&place.path, &folder, Readers::Owner, b"new").unwrap_err();
            assert_eq!(fs::read(&place.path).unwrap(), b"old");
            assert_eq!(place.names(), ["file", "folder"]);
        }
    }

    #[test]
    fn of_two_that_make_a_file_the_first_wins() {
        let place = place();
        let most = 16;
        std::thread::scope(|scope| {
            for number in 0..most {
                let place = &place;
                scope.spawn(move || {
                    let beside = place.path.with_extension(format!("new-{number}"));
                    let bytes = vec![number; 4096];
                    first(&place.path, &beside, Readers::Owner, &bytes).unwrap();
                });
            }
        });
        let made = fs::read(&place.path).unwrap();
        assert!(made.len() == 4096 && made.iter().all(|byte| *byte == made[0]));
        first(&place.path, &place.beside, Readers::Owner, b"later").unwrap();
        assert_eq!(fs::read(&place.path).unwrap(), made);
        assert_eq!((place.names(), place.mode()), (vec!["file".to_owned()], 0o600));
    }

    #[test]
    fn a_new_file_is_written_over_nothing() {
        let place = place();
        write_new(&place.path, Readers::Owner, b"kept").unwrap();
        write_new(&place.path, Readers::Owner, b"other").unwrap_err();
        assert_eq!((fs::read(&place.path).unwrap(), place.mode()), (b"kept".to_vec(), 0o600));
    }

    #[test]
    fn folders_are_made_where_they_are_missing() {
        let place = place();
        let deep = place.home.path().join("a").join("b").join("c");
        folders(&deep).unwrap();
        folders(&deep).unwrap();
        assert!(deep.is_dir());
        fs::write(&place.path, "a file").unwrap();
        folders(&place.path.join("below")).unwrap_err();
        folders(&place.path).unwrap_err();
        assert_eq!(folder_of(Path::new("alone")), Path::new("."));
    }
}
