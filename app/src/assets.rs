//! Where the built files are: styles, fonts, script. Without a build there are none, and every page works.

use std::{collections::BTreeMap, fmt, sync::Arc};

/// The stylesheet.
pub const STYLES: &str = "sayso.css";
/// The mark, for the browser's tab.
pub const MARK: &str = "mark.svg";
/// The one font file that is worth asking for early.
pub const FONT: &str = "atkinson-hyperlegible-next-latin-400-normal.woff2";
/// What pages of somebody who is signed in do more with scripts: leaving quickly, and a warning before time is up.
pub const SIGNED_IN: &str = "signed-in.js";
/// The islands' script.
pub const SCRIPT: &str = "app.js";
/// The islands' code.
pub const WASM: &str = "app_bg.wasm";
/// The script that checks receipts.
pub const CHECK_SCRIPT: &str = "check.js";
/// The code that checks receipts.
pub const CHECK_WASM: &str = "check_bg.wasm";

/// From the name of a file to the path it is served under, with its hash.
#[derive(Clone, Default)]
pub struct Assets(Arc<BTreeMap<String, String>>);

impl Assets {
    /// Takes the names and paths of a build.
    pub fn new(paths: impl IntoIterator<Item = (String, String)>) -> Self {
        Self(Arc::new(paths.into_iter().collect()))
    }

    /// The path of a file, if this build has it.
    pub fn path(&self, name: &str) -> Option<String> {
        self.0.get(name).cloned()
    }
}

impl fmt::Debug for Assets {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "Assets({})", self.0.len())
    }
}
