//! Where things are: the workspace, the target folder, the folder of built assets.

use std::env;
use std::path::PathBuf;
use std::process::Command;

use anyhow::{Context, Result, ensure};
use serde_json::Value;

use crate::run;

/// The paths that every task needs.
pub struct Place {
    /// The workspace's own folder.
    pub root: PathBuf,
    /// Where cargo builds, whatever the environment or a configuration file says about it.
    pub target: PathBuf,
    /// The assets that the server embeds.
    pub assets: PathBuf,
}

impl Place {
    /// Finds the workspace that this program was started from.
    ///
    /// # Errors
    /// When it was not started by cargo, or cargo cannot read the workspace.
    pub fn find() -> Result<Self> {
        let own = env::var_os("CARGO_MANIFEST_DIR").context("start this with `cargo xtask`")?;
        let root = PathBuf::from(own).parent().context("xtask has no parent folder")?.to_path_buf();
        let mut metadata = Command::new(cargo_program());
        metadata.args(["metadata", "--no-deps", "--format-version", "1"]).current_dir(&root);
        let output = metadata.output().context("cargo metadata")?;
        ensure!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr).trim());
        let known: Value = serde_json::from_slice(&output.stdout)?;
        let target = known
            .get("target_directory")
            .and_then(Value::as_str)
            .context("cargo metadata names no target folder")?
            .into();
        let assets = root.join("server/assets");
        Ok(Self { root, target, assets })
    }

    /// The cargo that started this program, in the workspace.
    pub fn cargo(&self) -> Command {
        run::command(cargo_program(), self)
    }

    /// A tool of the npm packages.
    pub fn npm_tool(&self, name: &str) -> Command {
        run::command(self.root.join("node_modules/.bin").join(name), self)
    }

    /// The server's binary, once built.
    pub fn binary(&self, release: bool) -> PathBuf {
        self.target.join(if release { "release" } else { "debug" }).join("sayso")
    }
}

fn cargo_program() -> PathBuf {
    env::var_os("CARGO").map_or_else(|| PathBuf::from("cargo"), PathBuf::from)
}
