//! The documents say what is there: every path on the map exists, the map stays short, links lead somewhere, and every
//! test that the threat model relies on is one. Must never pass because it found nothing to check.

#![expect(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test that cannot go on stops"
)]

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

/// The map has fewer lines than this.
const LINES: usize = 150;
/// What a file that the map names can end in.
const ENDINGS: [&str; 11] =
    ["rs", "md", "toml", "sql", "scss", "ts", "csv", "txt", "ftl", "html", "json"];
/// Where code is, for looking up tests.
const CODE: [&str; 6] = ["consent", "app", "paper", "server", "xtask", "end2end"];

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap().to_path_buf()
}

fn read(path: &str) -> String {
    fs::read_to_string(root().join(path)).unwrap_or_else(|why| panic!("{path}: {why}"))
}

/// The lines that are not in fenced blocks.
fn prose(text: &str) -> Vec<&str> {
    let mut fenced = false;
    let mut lines = Vec::new();
    for line in text.lines() {
        if line.trim_start().starts_with("```") {
            fenced = !fenced;
        } else if !fenced {
            lines.push(line);
        }
    }
    lines
}

/// What stands between single backticks.
fn quoted(text: &str) -> Vec<&str> {
    prose(text).into_iter().flat_map(|line| line.split('`').skip(1).step_by(2)).collect()
}

/// Where the links of a text lead, those of pictures and in backticks left out.
fn links(text: &str) -> Vec<String> {
    let plain: Vec<String> =
        prose(text).into_iter().map(|line| line.split('`').step_by(2).collect()).collect();
    let plain = plain.join("\n");
    let parts: Vec<&str> = plain.split("](").collect();
    let is_picture = |words: &str| words.rfind('[').is_some_and(|at| words[..at].ends_with('!'));
    let pairs = parts.windows(2).filter(|pair| !is_picture(pair[0]));
    pairs.filter_map(|pair| pair[1].split(')').next().map(String::from)).collect()
}

/// A file or a folder of the workspace, and not an address of a page, a type or a command.
fn is_path(text: &str) -> bool {
    let plain = |c: char| c.is_ascii_alphanumeric() || "/._-".contains(c);
    let ending = text.rsplit_once('.').is_some_and(|(_, ending)| ENDINGS.contains(&ending));
    !text.starts_with('/') && text.chars().all(plain) && (text.contains('/') || ending)
}

fn documents() -> Vec<String> {
    let mut all: Vec<String> = ["README.md", "ARCHITECTURE.md", "CONTRIBUTING.md", "CHANGELOG.md"]
        .map(String::from)
        .into();
    for folder in ["docs", "docs/adr"] {
        for entry in fs::read_dir(root().join(folder)).unwrap() {
            let name = entry.unwrap().file_name().into_string().unwrap();
            if Path::new(&name).extension().is_some_and(|ending| ending == "md") {
                all.push(format!("{folder}/{name}"));
            }
        }
    }
    all
}

fn sources(folder: &Path, into: &mut String) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_name().and_then(|name| name.to_str()).unwrap_or_default();
        if path.is_dir() && !["node_modules", "target", "assets"].contains(&name) {
            sources(&path, into);
        } else if path.extension().is_some_and(|ending| ending == "rs" || ending == "ts") {
            into.push_str(&fs::read_to_string(&path).unwrap());
        }
    }
}

#[test]
fn every_path_on_the_map_exists() {
    let map = read("ARCHITECTURE.md");
    let paths: BTreeSet<&str> = quoted(&map).into_iter().filter(|text| is_path(text)).collect();
    assert!(paths.len() >= 40, "only {} paths were found", paths.len());
    let gone: Vec<_> = paths.into_iter().filter(|path| !root().join(path).exists()).collect();
    assert!(gone.is_empty(), "not there: {gone:#?}");
}

#[test]
fn the_map_stays_short() {
    let lines = read("ARCHITECTURE.md").lines().count();
    assert!(lines < LINES, "{lines} lines");
}

#[test]
fn every_link_between_documents_leads_somewhere() {
    let mut checked = 0;
    let mut gone = Vec::new();
    for document in documents() {
        let text = read(&document);
        let folder = root().join(&document).parent().unwrap().to_path_buf();
        for link in links(&text) {
            let target = link.split('#').next().unwrap_or_default();
            if target.is_empty() || target.contains("://") {
                continue;
            }
            checked += 1;
            if !folder.join(target).exists() {
                gone.push(format!("{document}: {target}"));
            }
        }
    }
    assert!(checked >= 20, "only {checked} links were found");
    assert!(gone.is_empty(), "not there: {gone:#?}");
}

#[test]
fn every_test_that_the_threat_model_names_is_there() {
    let mut code = String::new();
    for folder in CODE {
        sources(&root().join(folder), &mut code);
    }
    let text = read("docs/threat-model.md");
    let is_test = |name: &str| {
        name.matches('_').count() >= 2
            && name.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_')
    };
    let named: BTreeSet<&str> = quoted(&text).into_iter().filter(|text| is_test(text)).collect();
    assert!(named.len() >= 20, "only {} tests were found", named.len());
    let there = |name: &str| {
        ["fn ", "both!(", "both!(\n    ", "both! { "].iter().any(|before| {
            code.match_indices(&format!("{before}{name}")).any(|(at, found)| {
                !code[at + found.len()..].starts_with(|c: char| c.is_alphanumeric() || c == '_')
            })
        })
    };
    let gone: Vec<_> = named.into_iter().filter(|name| !there(name)).collect();
    assert!(gone.is_empty(), "no such test: {gone:#?}");
}

#[test]
fn what_looks_like_a_path_is_told_from_what_does_not() {
    let text = "`consent/src/lib.rs` `Cargo.toml` `style/` `/requests` `GET /x` `consent::log`\n```\n`a/b`\n```\n`Vec<u8>`";
    let paths: Vec<_> = quoted(text).into_iter().filter(|text| is_path(text)).collect();
    assert_eq!(paths, ["consent/src/lib.rs", "Cargo.toml", "style/"]);
    let linked = "[a](b.md) ![c](d.png) `[e](f)` [`g`](h/) [i\nj](k#l)";
    assert_eq!(links(linked), ["b.md", "h/", "k#l"]);
}
