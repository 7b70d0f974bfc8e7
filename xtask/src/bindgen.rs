//! The island for the browser: `app` for wasm32, its bindings, and the smallest wasm that does the same.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use sha2::{Digest, Sha256};
use wasm_bindgen_cli_support::Bindgen;

use crate::assets::Assets;
use crate::hex::hex;
use crate::place::Place;
use crate::{npm, run};

const TARGET: &str = "wasm32-unknown-unknown";
/// What rustc writes for this target; wasm-opt has to be told.
const FEATURES: [&str; 6] = [
    "--enable-bulk-memory",
    "--enable-multivalue",
    "--enable-mutable-globals",
    "--enable-nontrapping-float-to-int",
    "--enable-reference-types",
    "--enable-sign-ext",
];

/// Whether an asset of that name is made here.
pub fn owns(logical: &str) -> bool {
    matches!(logical, "app.js" | "app_bg.wasm") || logical.starts_with("snippets/")
}

/// Publishes `app.js`, `app_bg.wasm` and what they import.
pub fn build(place: &Place, assets: &mut Assets) -> Result<()> {
    npm::ready(place)?;
    target_ready(place)?;
    compile(place)?;

    let compiled = place.target.join(TARGET).join("wasm/app.wasm");
    let bound = place.target.join("island");
    let made_from = made_from(place, &compiled)?;
    let stamp = bound.join("made-from");
    if fs::read_to_string(&stamp).is_ok_and(|last| last == made_from) {
        println!("==> The island has not changed");
    } else {
        let _ = fs::remove_dir_all(&bound);
        run::step("Binding the island to JavaScript", || bind(&compiled, &bound))?;
        run::step("Making the wasm small", || shrink(place, &bound))?;
        fs::write(&stamp, made_from)?;
    }
    run::step("Compressing the island", || publish(&bound, assets))
}

/// Compiles `app` for the browser. The wasm goes to everybody's browser, so the builder's own folders are not named in it.
fn compile(place: &Place) -> Result<()> {
    let home = env::var_os("CARGO_HOME").map(PathBuf::from);
    let home = home.or_else(|| Some(PathBuf::from(env::var_os("HOME")?).join(".cargo")));
    let mut cargo = place.cargo();
    cargo.args(["build", "--package", "app", "--lib", "--target", TARGET, "--profile", "wasm"]);
    cargo.args(["--no-default-features", "--features", "hydrate"]);
    if let Some(home) = home {
        let sources = home.join("registry/src");
        let forget = format!("--remap-path-prefix={}=crates", sources.display());
        cargo.env("CARGO_ENCODED_RUSTFLAGS", forget);
    }
    run::run("Compiling the island to wasm (a minute and a half the first time)", &mut cargo)
}

/// Adds the target to the toolchain when it is not there.
pub fn target_ready(place: &Place) -> Result<()> {
    let sysroot = run::read(run::command("rustc", place).args(["--print", "sysroot"]))?;
    let sysroot = PathBuf::from(String::from_utf8(sysroot)?.trim());
    if sysroot.join("lib/rustlib").join(TARGET).is_dir() {
        return Ok(());
    }
    let mut rustup = run::command("rustup", place);
    run::run("Adding the wasm target to the toolchain", rustup.args(["target", "add", TARGET]))
}

/// Everything that the bound and shrunk files follow from.
fn made_from(place: &Place, compiled: &Path) -> Result<String> {
    let mut digest = Sha256::new();
    digest.update(fs::read(compiled).with_context(|| compiled.display().to_string())?);
    digest.update(fs::read(place.root.join("package-lock.json"))?);
    digest.update(FEATURES.concat());
    Ok(hex(&digest.finalize()))
}

fn bind(compiled: &Path, bound: &Path) -> Result<()> {
    let mut bindgen = Bindgen::new();
    bindgen.input_path(compiled).out_name("app").typescript(false).remove_producers_section(true);
    bindgen.web(true)?.generate(bound)
}

fn shrink(place: &Place, bound: &Path) -> Result<()> {
    let wasm = bound.join("app_bg.wasm");
    let small = bound.join("small.wasm");
    let mut opt = place.npm_tool("wasm-opt");
    opt.arg("-Oz").args(FEATURES).arg(&wasm).arg("-o").arg(&small);
    run::shown(&mut opt)?;
    Ok(fs::rename(small, wasm)?)
}

fn publish(bound: &Path, assets: &mut Assets) -> Result<()> {
    assets.forget(owns);
    let mut script = fs::read_to_string(bound.join("app.js"))?;
    for snippet in snippets(&bound.join("snippets"))? {
        let logical = snippet.strip_prefix(bound)?.to_string_lossy().into_owned();
        assets.put(&logical, &fs::read(&snippet)?)?;
        let path = assets.path(&logical).context("just published")?;
        script = script.replace(&logical, path);
    }
    assets.put("app.js", script.as_bytes())?;
    assets.put("app_bg.wasm", &fs::read(bound.join("app_bg.wasm"))?)
}

/// JavaScript that a dependency brought along; most have none.
fn snippets(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    if !folder.is_dir() {
        return Ok(found);
    }
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            found.extend(snippets(&path)?);
        } else {
            found.push(path);
        }
    }
    Ok(found)
}
