//! What runs in the browser: `app` for wasm32, once for the islands and once for checking receipts, each with its bindings
//! and the smallest wasm that does the same.

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

/// A bundle that pages load.
struct Bundle {
    /// What its files are called: `<name>.js`, `<name>_bg.wasm`.
    name: &'static str,
    /// The feature of `app` that makes it.
    feature: &'static str,
    /// The profile that it is compiled with.
    profile: &'static str,
    /// What it is, for whoever watches.
    what: &'static str,
}

/// Apart, for neither page should wait for what only the other needs.
const BUNDLES: [Bundle; 2] = [
    Bundle { name: "app", feature: "hydrate", profile: "wasm", what: "the island" },
    Bundle {
        name: "check",
        feature: "check",
        profile: "wasm-check",
        what: "the check of receipts",
    },
];

impl Bundle {
    fn script(&self) -> String {
        format!("{}.js", self.name)
    }

    fn wasm(&self) -> String {
        format!("{}_bg.wasm", self.name)
    }
}

/// The features of `app` that the browser gets.
pub fn features() -> impl Iterator<Item = &'static str> {
    BUNDLES.iter().map(|bundle| bundle.feature)
}

/// Whether an asset of that name is made here.
pub fn owns(logical: &str) -> bool {
    logical.starts_with("snippets/")
        || BUNDLES
            .iter()
            .any(|bundle| [bundle.script(), bundle.wasm()].contains(&logical.to_owned()))
}

/// Publishes the scripts, their wasm and what they import.
pub fn build(place: &Place, assets: &mut Assets) -> Result<()> {
    npm::ready(place)?;
    target_ready(place)?;
    assets.forget(owns);
    for bundle in &BUNDLES {
        let bound = made(place, bundle)?;
        run::step(&format!("Compressing {}", bundle.what), || publish(bundle, &bound, assets))?;
    }
    Ok(())
}

/// The folder with a bundle, bound and small.
fn made(place: &Place, bundle: &Bundle) -> Result<PathBuf> {
    compile(place, bundle)?;
    let compiled = place.target.join(TARGET).join(bundle.profile).join("app.wasm");
    let bound = place.target.join("bundles").join(bundle.name);
    let made_from = made_from(place, &compiled)?;
    let stamp = bound.join("made-from");
    if fs::read_to_string(&stamp).is_ok_and(|last| last == made_from) {
        println!("==> Not changed: {}", bundle.what);
    } else {
        let _ = fs::remove_dir_all(&bound);
        let binding = format!("Binding {} to JavaScript", bundle.what);
        run::step(&binding, || bind(bundle, &compiled, &bound))?;
        run::step("Making the wasm small", || shrink(place, bundle, &bound))?;
        fs::write(&stamp, made_from)?;
    }
    Ok(bound)
}

/// Compiles `app` for the browser. The wasm goes to everybody's browser, so the builder's own folders are not named in it.
fn compile(place: &Place, bundle: &Bundle) -> Result<()> {
    let home = env::var_os("CARGO_HOME").map(PathBuf::from);
    let home = home.or_else(|| Some(PathBuf::from(env::var_os("HOME")?).join(".cargo")));
    let mut cargo = place.cargo();
    cargo.args(["build", "--package", "app", "--lib", "--target", TARGET]);
    cargo.args(["--no-default-features", "--features", bundle.feature]);
    cargo.args(["--profile", bundle.profile]);
    if let Some(home) = home {
        let sources = home.join("registry/src");
        let forget = format!("--remap-path-prefix={}=crates", sources.display());
        cargo.env("CARGO_ENCODED_RUSTFLAGS", forget);
    }
    let what = format!("Compiling {} to wasm (a minute and a half the first time)", bundle.what);
    run::run(&what, &mut cargo)
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

fn bind(bundle: &Bundle, compiled: &Path, bound: &Path) -> Result<()> {
    let mut bindgen = Bindgen::new();
    bindgen
        .input_path(compiled)
        .out_name(bundle.name)
        .typescript(false)
        .remove_producers_section(true);
    bindgen.web(true)?.generate(bound)
}

fn shrink(place: &Place, bundle: &Bundle, bound: &Path) -> Result<()> {
    let wasm = bound.join(bundle.wasm());
    let small = bound.join("small.wasm");
    let mut opt = place.npm_tool("wasm-opt");
    opt.arg("-Oz").args(FEATURES).arg(&wasm).arg("-o").arg(&small);
    run::shown(&mut opt)?;
    Ok(fs::rename(small, wasm)?)
}

fn publish(bundle: &Bundle, bound: &Path, assets: &mut Assets) -> Result<()> {
    let mut script = fs::read_to_string(bound.join(bundle.script()))?;
    for snippet in snippets(&bound.join("snippets"))? {
        let logical = snippet.strip_prefix(bound)?.to_string_lossy().into_owned();
        assets.put(&logical, &fs::read(&snippet)?)?;
        let path = assets.path(&logical).context("just published")?;
        script = script.replace(&logical, path);
    }
    assets.put(&bundle.script(), script.as_bytes())?;
    assets.put(&bundle.wasm(), &fs::read(bound.join(bundle.wasm()))?)
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
