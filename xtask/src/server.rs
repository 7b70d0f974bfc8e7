//! Everything built, in the order in which one needs the other.

use anyhow::Result;

use crate::assets::Assets;
use crate::place::Place;
use crate::{bindgen, run, styles};

/// Builds the assets, and the server with them inside.
pub fn build(place: &Place, release: bool) -> Result<()> {
    let mut assets = Assets::open(place)?;
    assets.forget(|_| true);
    bindgen::build(place, &mut assets)?;
    styles::build(place, &mut assets)?;
    assets.close()?;

    let mut cargo = place.cargo();
    cargo.args(["build", "--package", "server", "--bin", "sayso"]);
    if release {
        cargo.arg("--release");
    }
    let what = if release {
        "Compiling the server (about 7 minutes the first time)"
    } else {
        "Compiling the server (about 2 minutes the first time)"
    };
    run::run(what, &mut cargo)?;
    println!("==> Built {}", place.binary(release).display());
    Ok(())
}
