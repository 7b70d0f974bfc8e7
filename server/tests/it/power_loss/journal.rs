//! A folder as a disk would have it when the power went: from a journal of every change and every sync.

use crate::support::variable;
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::OnceLock;

/// The library that writes the journal, built once; none where there is no C compiler.
pub fn library() -> Option<&'static Path> {
    static BUILT: OnceLock<Option<PathBuf>> = OnceLock::new();
    let built = BUILT.get_or_init(|| {
        let folder = tempfile::tempdir().unwrap().keep();
        let library = folder.join("journal.so");
        let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/c/journal.c");
        let mut compiler = Command::new("cc");
        compiler.args(["-shared", "-fPIC", "-O1", "-o"]).arg(&library).arg(source);
        let status = compiler.args(["-ldl", "-lpthread"]).status().ok()?;
        assert!(status.success(), "the library is not built");
        Some(library)
    });
    if built.is_none() {
        let required = variable("SAYSO_SHARED_REQUIRED").as_deref() == Some("1");
        assert!(!required, "a C compiler must be installed");
        println!("skipped: there is no C compiler");
    }
    built.as_deref()
}

/// The files of a folder, as they are on the disk for sure.
#[derive(Default)]
pub struct Journal {
    files: BTreeMap<String, Vec<u8>>,
    waiting: BTreeMap<String, Vec<Change>>,
}

enum Change {
    Write(usize, Vec<u8>),
    Cut(usize),
}

impl Journal {
    /// A folder in which nothing is under way.
    pub fn of_folder(folder: &Path) -> Self {
        let mut journal = Self::default();
        journal.read(folder, folder);
        journal
    }

    fn read(&mut self, root: &Path, folder: &Path) {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                self.read(root, &path);
            } else if !path.to_string_lossy().ends_with("-shm") {
                let name = path.strip_prefix(root).unwrap().to_str().unwrap().to_owned();
                self.files.insert(name, fs::read(path).unwrap());
            }
        }
    }

    fn take(&mut self, kind: u8, name: &str, offset: usize, data: &[u8], root: &str) {
        // A folder, whose names are taken to be there with their files.
        if kind == b'S' && !self.waiting.contains_key(name) && !self.files.contains_key(name) {
            return;
        }
        let waiting = self.waiting.entry(name.to_owned()).or_default();
        match kind {
            b'W' => waiting.push(Change::Write(offset, data.to_vec())),
            b'T' => waiting.push(Change::Cut(offset)),
            b'S' => {
                let file = self.files.entry(name.to_owned()).or_default();
                for change in waiting.drain(..) {
                    match change {
                        Change::Write(at, data) => {
                            file.resize(file.len().max(at + data.len()), 0);
                            file[at..at + data.len()].copy_from_slice(&data);
                        }
                        Change::Cut(at) => file.resize(at, 0),
                    }
                }
            }
            b'U' => {
                self.waiting.remove(name);
                self.files.remove(name);
            }
            b'R' => {
                let to = std::str::from_utf8(data).unwrap();
                let to = to.strip_prefix(root).unwrap().to_owned();
                let waiting = self.waiting.remove(name).unwrap_or_default();
                let file = self.files.remove(name).unwrap_or_default();
                self.waiting.insert(to.clone(), waiting);
                self.files.insert(to, file);
            }
            other => panic!("a record of kind {other}"),
        }
    }
}

/// Builds the folder again, without what was written and never synced.
pub fn rebuild(mut before: Journal, folder: &Path, journal: &Path, into: &Path) {
    let bytes = fs::read(journal).unwrap();
    let root = format!("{}/", folder.display());
    let mut rest = bytes.as_slice();
    while let Some((kind, name, offset, data, after)) = record(rest) {
        let name = std::str::from_utf8(name).unwrap().strip_prefix(&root).unwrap();
        before.take(kind, name, offset, data, &root);
        rest = after;
    }
    for (name, bytes) in before.files {
        let path = into.join(&name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(&path, bytes).unwrap();
        if name.starts_with("keys/") {
            use std::os::unix::fs::PermissionsExt as _;
            fs::set_permissions(&path, fs::Permissions::from_mode(0o600)).unwrap();
        }
    }
}

type Record<'a> = (u8, &'a [u8], usize, &'a [u8], &'a [u8]);

/// The next record; none where the rest is not a whole one.
fn record(bytes: &[u8]) -> Option<Record<'_>> {
    let (kind, rest) = bytes.split_first()?;
    let (numbers, rest) = rest.split_at_checked(24)?;
    let number = |at: usize| {
        let bytes = numbers[at * 8..][..8].try_into().unwrap();
        usize::try_from(u64::from_le_bytes(bytes)).unwrap()
    };
    let (name, rest) = rest.split_at_checked(number(0))?;
    let (data, rest) = rest.split_at_checked(number(2))?;
    Some((*kind, name, number(1), data, rest))
}
