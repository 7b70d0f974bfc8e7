//! `cargo xtask`: everything between the sources and a running or tested portal, without tools that have to be installed
//! by hand. Must never be needed to build a binary that serves: plain `cargo build` does that, without styles.

mod assets;
mod bindgen;
mod browser;
mod check;
mod demo;
mod hex;
mod npm;
mod pictures;
mod place;
mod postgres;
mod run;
mod server;
mod styles;
mod system;
mod tally;
mod words;

use std::process::ExitCode;

use anyhow::Result;
use clap::Parser;

use crate::place::Place;

/// Builds, demonstrates and tests Sayso.
#[derive(Parser)]
#[command(name = "cargo xtask", bin_name = "cargo xtask")]
enum Task {
    /// Builds styles, fonts and wasm, and the server with them inside.
    Build {
        /// The server as it is deployed: slower to build, faster to run.
        #[arg(long)]
        release: bool,
    },
    /// Builds everything and serves fictional people at 127.0.0.1:3000, from ./data.
    Demo,
    /// Everything that CI runs. The last line says how many tests passed and failed.
    Test,
    /// Only the styles, fonts and public files.
    Styles,
    /// Only the island that runs in the browser.
    Wasm,
    /// Takes pictures of every sample of every page, into ./pictures.
    Pictures {
        /// Only this page of the gallery.
        page: Option<String>,
    },
    /// How hard the words of every page are.
    Words,
    /// Measures a release build under load; arguments go to the bench.
    Bench {
        /// What the bench understands.
        #[arg(trailing_var_arg = true, allow_hyphen_values = true)]
        arguments: Vec<String>,
    },
}

fn main() -> ExitCode {
    match perform(Task::parse()) {
        Ok(code) => code,
        Err(error) => {
            eprintln!("xtask: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn perform(task: Task) -> Result<ExitCode> {
    let place = Place::find()?;
    match task {
        Task::Build { release } => server::build(&place, release)?,
        Task::Demo => demo::serve(&place)?,
        Task::Test => return Ok(check::everything(&place)),
        Task::Styles => {
            let mut assets = assets::Assets::open(&place)?;
            styles::build(&place, &mut assets)?;
            assets.close()?;
        }
        Task::Wasm => {
            let mut assets = assets::Assets::open(&place)?;
            bindgen::build(&place, &mut assets)?;
            assets.close()?;
        }
        Task::Pictures { page } => pictures::take(&place, page.as_deref())?,
        Task::Words => words::measure(&place)?,
        Task::Bench { arguments } => {
            let mut bench = place.cargo();
            bench.args(["run", "--release", "--package", "server", "--example", "bench", "--"]);
            bench.args(arguments);
            run::run("Measuring a release build", &mut bench)?;
        }
    }
    Ok(ExitCode::SUCCESS)
}
