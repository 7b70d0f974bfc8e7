//! Styles, fonts and public files. Must never let a style name a file that was not published.

use std::fs;

use anyhow::{Context, Result, bail};

use crate::assets::Assets;
use crate::place::Place;
use crate::{npm, run};

/// What English and Welsh need, made here; and the letters of other languages.
const SUBSETS: [(&str, &str); 2] = [
    ("latin", "style/fonts"),
    ("latin-ext", "node_modules/@fontsource/atkinson-hyperlegible-next/files"),
];
const WEIGHTS: [&str; 2] = ["400", "700"];

/// Publishes everything that is not wasm.
pub fn build(place: &Place, assets: &mut Assets) -> Result<()> {
    npm::ready(place)?;
    run::step("Building styles", || {
        assets.forget(|logical| !crate::bindgen::owns(logical));
        fonts(place, assets)?;
        public(place, assets)?;
        let css = compile(place)?;
        let css = published_urls(&css, |logical| assets.path(logical).map(str::to_owned))?;
        assets.put("sayso.css", css.as_bytes())
    })
}

fn fonts(place: &Place, assets: &mut Assets) -> Result<()> {
    for (subset, folder) in SUBSETS {
        for weight in WEIGHTS {
            let name = format!("atkinson-hyperlegible-next-{subset}-{weight}-normal.woff2");
            let file = place.root.join(folder).join(&name);
            let font = fs::read(file).with_context(|| name.clone())?;
            assets.put(&format!("fonts/{name}"), &font)?;
        }
    }
    // The Open Font License travels with the fonts.
    let licence = fs::read(place.root.join("style/fonts/OFL.txt")).context("the fonts' licence")?;
    assets.put("fonts/OFL.txt", &licence)
}

/// Every file of `public/`, under its own name.
fn public(place: &Place, assets: &mut Assets) -> Result<()> {
    for entry in fs::read_dir(place.root.join("public"))? {
        let entry = entry?;
        let name = entry.file_name().to_string_lossy().into_owned();
        if entry.file_type()?.is_file() && !name.starts_with('.') {
            assets.put(&name, &fs::read(entry.path())?)?;
        }
    }
    Ok(())
}

fn compile(place: &Place) -> Result<String> {
    let mut sass = place.npm_tool("sass");
    sass.args([
        "--style=compressed",
        "--no-charset",
        "--no-source-map",
        "--load-path=node_modules",
    ]);
    sass.arg("style/sayso.scss");
    let whole = run::read(&mut sass)?;
    // Only what the pages name: old phones pay for the rest.
    let folder = tempfile::Builder::new().prefix("sayso-styles-").tempdir()?;
    let file = folder.path().join("sayso.css");
    fs::write(&file, whole)?;
    let mut purge = place.npm_tool("purgecss");
    purge.args(["--config", "style/purgecss.config.cjs", "--css"]).arg(&file);
    run::read(purge.arg("--output").arg(folder.path()))?;
    fs::read_to_string(&file).context("the purged styles")
}

/// Every `url(…)` with the path under which that file was published. The style sheet lies in the folder's root, so
/// those paths are relative to it already.
fn published_urls(css: &str, path: impl Fn(&str) -> Option<String>) -> Result<String> {
    let mut rewritten = String::with_capacity(css.len());
    let mut rest = css;
    while let Some((before, after)) = rest.split_once("url(") {
        let (inside, after) = after.split_once(')').context("url( without an end")?;
        let logical = inside.trim_matches(['"', '\'']);
        let Some(published) = path(logical) else {
            bail!("the styles name {logical}, which is not published");
        };
        rewritten.push_str(before);
        rewritten.push_str("url(");
        rewritten.push_str(&published);
        rewritten.push(')');
        rest = after;
    }
    rewritten.push_str(rest);
    Ok(rewritten)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn styles_name_files_as_they_are_published() {
        let css = "a{src:url(\"fonts/a.woff2\") format(\"woff2\")}b{background:url(b.svg)}";
        let changed = published_urls(css, |logical| Some(format!("hashed/{logical}"))).unwrap();
        assert_eq!(
            changed,
            "a{src:url(hashed/fonts/a.woff2) format(\"woff2\")}b{background:url(hashed/b.svg)}"
        );
    }

    #[test]
    fn every_letter_of_welsh_is_in_the_first_font_file_and_none_is_in_two() {
        let type_ = include_str!("../../style/_type.scss");
        let (first, second) = (ranges(type_, "$latin:"), ranges(type_, "$ext:"));
        let has = |ranges: &[(u32, u32)], letter: char| {
            let letter = u32::from(letter);
            ranges.iter().any(|(from, to)| (*from..=*to).contains(&letter))
        };
        for letter in "ÀÁÂÄÈÉÊËÌÍÎÏÒÓÔÖÙÚÛÜẀẂŴẄỲÝŶŸàáâäèéêëìíîïòóôöùúûüẁẃŵẅỳýŷÿ’“”–…".chars()
        {
            assert!(has(&first, letter), "{letter}");
        }
        assert!(has(&second, 'ł') && !has(&first, 'ł'));
        for (from, to) in &first {
            assert!(second.iter().all(|(other, last)| to < other || last < from), "U+{from:04X}");
        }
    }

    fn ranges(styles: &str, name: &str) -> Vec<(u32, u32)> {
        let said = styles.split_once(name).unwrap().1.split_once(';').unwrap().0;
        let code = |hex: &str| u32::from_str_radix(hex, 16).unwrap();
        let one = |part: &str| {
            let part = part.trim().strip_prefix("U+").unwrap();
            let (from, to) = part.split_once('-').unwrap_or((part, part));
            (code(from), code(to))
        };
        said.split(',').map(one).collect()
    }

    #[test]
    fn a_style_that_names_an_unpublished_file_is_refused() {
        assert!(published_urls("a{src:url(gone.woff2)}", |_| None).is_err());
    }
}
