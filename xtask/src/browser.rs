//! The end-to-end tests: a real browser against the binary that was just built, on a store of its own.

use anyhow::Result;

use crate::place::Place;
use crate::postgres::free_port;
use crate::tally::Tally;
use crate::{npm, run, system};

/// Runs every browser test and counts.
pub fn test(place: &Place, tally: &mut Tally) -> Result<()> {
    npm::ready(place)?;
    let chromium = system::chromium(place)?;
    let data = tempfile::Builder::new().prefix("sayso-end2end-").tempdir()?;
    let mut playwright = place.npm_tool("playwright");
    playwright
        .args(["test", "--config", "end2end/playwright.config.ts"])
        .env("SAYSO_BINARY", place.binary(false))
        .env("SAYSO_CHROMIUM", chromium)
        .env("SAYSO_END2END_DATA", data.path())
        .env("SAYSO_END2END_PORT", free_port()?.to_string())
        .env("FORCE_COLOR", "0");
    run::watched(&mut playwright, |line| tally.playwright(line))
}
