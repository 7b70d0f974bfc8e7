//! Programs of the system that the tests need: installed where that is possible, else the line to type is printed.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};

use crate::place::Place;
use crate::run;

/// The folder with `initdb` and `postgres`.
pub fn postgres(place: &Place) -> Result<PathBuf> {
    find_or_install(place, "postgresql-15", postgres_folder)
}

/// The browser of the end-to-end tests; `SAYSO_CHROMIUM` may name another one.
pub fn chromium(place: &Place) -> Result<PathBuf> {
    find_or_install(place, "chromium", || match env::var_os("SAYSO_CHROMIUM") {
        Some(named) => Some(PathBuf::from(named)),
        None => on_path("chromium").map(|folder| folder.join("chromium")),
    })
}

/// Whether this program may do everything.
pub fn is_root(place: &Place) -> Result<bool> {
    Ok(user_number(place, &["-u"])? == 0)
}

/// What `id` says about a user, as a number.
pub fn user_number(place: &Place, arguments: &[&str]) -> Result<u32> {
    let number = run::read(run::command("id", place).args(arguments))?;
    String::from_utf8(number)?.trim().parse().context("id gave no number")
}

fn find_or_install(
    place: &Place,
    package: &str,
    find: impl Fn() -> Option<PathBuf>,
) -> Result<PathBuf> {
    if let Some(found) = find() {
        return Ok(found);
    }
    let by_hand = format!(
        "{package} is missing; type: sudo apt-get install --no-install-recommends {package}"
    );
    if !is_root(place)? || on_path("apt-get").is_none() {
        bail!(by_hand);
    }
    let apt = |arguments: &[&str]| -> Result<()> {
        let mut apt = run::command("apt-get", place);
        run::shown(apt.args(arguments).env("DEBIAN_FRONTEND", "noninteractive"))
    };
    run::step(&format!("Installing Debian's {package}"), || {
        let install = ["install", "--yes", "--no-install-recommends", package];
        apt(&install).or_else(|_| apt(&["update"]).and_then(|()| apt(&install)))
    })
    .context(by_hand.clone())?;
    find().context(by_hand)
}

/// Debian keeps the programs of each version apart and off the path; the newest is taken.
fn postgres_folder() -> Option<PathBuf> {
    let versions = fs::read_dir("/usr/lib/postgresql").ok().into_iter().flatten().flatten();
    let newest = versions
        .filter_map(|entry| {
            Some((entry.file_name().to_str()?.parse::<u32>().ok()?, entry.path().join("bin")))
        })
        .filter(|(_, folder)| folder.join("initdb").exists())
        .max();
    newest.map(|(_, folder)| folder).or_else(|| on_path("initdb"))
}

fn on_path(program: &str) -> Option<PathBuf> {
    let path = env::var_os("PATH")?;
    env::split_paths(&path).find(|folder| Path::new(folder).join(program).is_file())
}
