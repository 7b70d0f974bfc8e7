//! The npm packages: exactly those of the lock file, without their install scripts and without their browsers.

use std::fs;
use std::time::SystemTime;

use anyhow::{Result, bail};

use crate::place::Place;
use crate::run;

/// Installs the packages when the lock file is newer than what is installed.
pub fn ready(place: &Place) -> Result<()> {
    let changed = |path: &str| -> Option<SystemTime> {
        fs::metadata(place.root.join(path)).ok()?.modified().ok()
    };
    match (changed("node_modules/.package-lock.json"), changed("package-lock.json")) {
        (Some(installed), Some(locked)) if installed >= locked => Ok(()),
        _ => run::step("Installing the npm packages", || install(place)),
    }
}

/// Installs the packages anew.
pub fn install(place: &Place) -> Result<()> {
    if run::command("npm", place).arg("--version").output().is_err() {
        bail!("npm is missing; type: sudo apt-get install --no-install-recommends nodejs npm");
    }
    let mut install = run::command("npm", place);
    install.args(["ci", "--ignore-scripts", "--no-audit", "--no-fund"]);
    install.env("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
    run::shown(&mut install)
}
