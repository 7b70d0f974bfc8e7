//! Pictures of every sample of every page, for people to look at. They go into a folder that git ignores.

use anyhow::Result;

use crate::place::Place;
use crate::postgres::free_port;
use crate::{npm, run, server, system};

/// Builds, serves the fictional people on a store of its own, and takes the pictures; of one page where it is named.
pub fn take(place: &Place, page: Option<&str>) -> Result<()> {
    npm::ready(place)?;
    let chromium = system::chromium(place)?;
    server::build(place, false)?;
    let data = tempfile::Builder::new().prefix("sayso-pictures-").tempdir()?;
    let folder = place.root.join("pictures");
    let mut playwright = place.npm_tool("playwright");
    playwright
        .args(["test", "--config", "end2end/pictures/pictures.config.ts"])
        .env("SAYSO_BINARY", place.binary(false))
        .env("SAYSO_CHROMIUM", chromium)
        .env("SAYSO_END2END_DATA", data.path())
        .env("SAYSO_END2END_PORT", free_port()?.to_string())
        .env("SAYSO_PICTURES", &folder)
        .env("SAYSO_PICTURES_OF", page.unwrap_or_default());
    run::run("Taking pictures (some minutes for all pages)", &mut playwright)?;
    println!("==> They are in {}", folder.display());
    Ok(())
}
