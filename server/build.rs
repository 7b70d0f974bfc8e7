//! Puts the assets that `cargo xtask build` made into the binary. Without them, as in a clean clone without npm, the
//! table is empty and the pages come without styles and scripts. Must never fail because nothing was built.

use std::env;
use std::fmt::Write as _;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

/// `0123456789abcdef` in `sayso.0123456789abcdef.css`.
const DIGITS: usize = 16;

#[expect(
    clippy::disallowed_methods,
    reason = "Cargo tells a build script where things are by its environment"
)]
fn main() -> io::Result<()> {
    println!("cargo::rerun-if-changed=assets");
    let own = env::var_os("CARGO_MANIFEST_DIR").map(PathBuf::from).unwrap_or_default();
    let folder = own.join("assets");
    let mut files = Vec::new();
    if folder.is_dir() {
        collect(&folder, &mut files)?;
    }
    files.sort();
    let out = env::var_os("OUT_DIR").map(PathBuf::from).unwrap_or_default();
    fs::write(out.join("assets.rs"), table(&folder, &files))
}

fn collect(folder: &Path, files: &mut Vec<PathBuf>) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            collect(&path, files)?;
        } else {
            files.push(path);
        }
    }
    Ok(())
}

/// One line for each published file, with the compressed ones that lie beside it.
fn table(folder: &Path, files: &[PathBuf]) -> String {
    let mut code = String::from("static ASSETS: &[Asset] = &[\n");
    for file in files {
        let Some(path) = file.strip_prefix(folder).ok().and_then(Path::to_str) else {
            continue;
        };
        let Some(logical) = logical(path) else {
            continue;
        };
        let packed = |extension: &str| {
            let beside = format!("{path}.{extension}");
            if folder.join(&beside).is_file() {
                format!("Some({})", included(&beside))
            } else {
                String::from("None")
            }
        };
        // Writing to a string does not fail.
        let _ = writeln!(
            code,
            "    Asset {{ logical: {logical:?}, url: \"/assets/{path}\", plain: {}, brotli: {}, gzip: {} }},",
            included(path),
            packed("br"),
            packed("gz"),
        );
    }
    code.push_str("];\n");
    code
}

/// The bytes of a file by its place in whichever copy of the project is built: two copies may share their build folder.
fn included(path: &str) -> String {
    format!(
        "include_bytes!(concat!(env!(\"CARGO_MANIFEST_DIR\"), {:?}))",
        format!("/assets/{path}")
    )
}

/// The name without its hash; nothing for the list, and for compressed copies.
fn logical(path: &str) -> Option<String> {
    let (stem, extension) = path.rsplit_once('.')?;
    let (name, hash) = stem.rsplit_once('.')?;
    let hashed = hash.len() == DIGITS && hash.bytes().all(|digit| digit.is_ascii_hexdigit());
    hashed.then(|| format!("{name}.{extension}"))
}
