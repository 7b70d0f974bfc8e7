//! How a test finds the data that other people made: `SAYSO_SHARED`, else `../shared`.
//! Missing data must never pass where `SAYSO_SHARED_REQUIRED=1` says that it has to be there.

use std::path::{Path, PathBuf};

/// The path of a file or folder in the shared data; `None`, said aloud, if the data is not on this
/// machine.
#[expect(
    clippy::disallowed_methods,
    reason = "tests have no Config: where the data lies is a setting of the test run"
)]
pub fn shared(relative: &str) -> Option<PathBuf> {
    let workspace = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    // A relative setting counts from the workspace, wherever the test runs; an absolute one
    // replaces it.
    let root = workspace.join(
        std::env::var_os("SAYSO_SHARED").map_or_else(|| PathBuf::from("../shared"), PathBuf::from),
    );
    let path = root.join(relative);
    if path.exists() {
        return Some(path);
    }
    let required = std::env::var_os("SAYSO_SHARED_REQUIRED").is_some_and(|value| value == "1");
    assert!(!required, "SAYSO_SHARED_REQUIRED=1, and there is no {}", path.display());
    println!("skipped: there is no {} (set SAYSO_SHARED)", path.display());
    None
}
