//! From a fresh clone to a running portal with fictional people. Must never fill a store that holds anything.

use std::os::unix::process::CommandExt;

use anyhow::{Result, bail};

use crate::place::Place;
use crate::{run, server};

/// Builds everything and becomes the server.
pub fn serve(place: &Place) -> Result<()> {
    server::build(place, false)?;
    let mut sayso = run::command(place.binary(false), place);
    sayso.arg("serve").env("SAYSO_DATA_DIR", "./data");
    if place.root.join("data/sayso.db").exists() {
        println!(
            "==> ./data/sayso.db is there already: served as it is. For new people, remove ./data first."
        );
    } else {
        sayso.arg("--demo");
    }
    println!("==> Serving at http://127.0.0.1:3000 (Ctrl-C ends it)");
    bail!("cannot start the server: {}", sayso.env("SAYSO_BIND", "127.0.0.1:3000").exec())
}
