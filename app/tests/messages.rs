//! The message files: complete, used, and alike in both languages.

#![expect(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test stops at whatever it did not expect"
)]
#![cfg(feature = "ssr")]

use fluent_syntax::{ast, parser};
use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::{Path, PathBuf},
};

type Messages = BTreeMap<String, BTreeSet<String>>;

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

fn files(lang: &str) -> BTreeMap<String, String> {
    fs::read_dir(root().join("locales").join(lang))
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "ftl"))
        .map(|path| {
            (
                path.file_name().unwrap().to_str().unwrap().to_owned(),
                fs::read_to_string(path).unwrap(),
            )
        })
        .collect()
}

fn messages(file: &str, text: &str) -> Messages {
    let resource = parser::parse(text).unwrap_or_else(|(_, errors)| panic!("{file}: {errors:?}"));
    let mut found = Messages::new();
    for entry in &resource.body {
        let ast::Entry::Message(message) = entry else { continue };
        let mut variables = BTreeSet::new();
        if let Some(pattern) = &message.value {
            in_pattern(pattern, &mut variables);
        }
        let twice = found.insert(message.id.name.to_owned(), variables).is_some();
        assert!(!twice, "{file}: {} is there twice", message.id.name);
    }
    found
}

fn in_pattern(pattern: &ast::Pattern<&str>, variables: &mut BTreeSet<String>) {
    for element in &pattern.elements {
        if let ast::PatternElement::Placeable { expression } = element {
            in_expression(expression, variables);
        }
    }
}

fn in_expression(expression: &ast::Expression<&str>, variables: &mut BTreeSet<String>) {
    match expression {
        ast::Expression::Inline(inline) => in_inline(inline, variables),
        ast::Expression::Select { selector, variants } => {
            in_inline(selector, variables);
            for variant in variants {
                in_pattern(&variant.value, variables);
            }
        }
    }
}

fn in_inline(inline: &ast::InlineExpression<&str>, variables: &mut BTreeSet<String>) {
    match inline {
        ast::InlineExpression::VariableReference { id } => {
            variables.insert(id.name.to_owned());
        }
        ast::InlineExpression::Placeable { expression } => in_expression(expression, variables),
        _ => {}
    }
}

fn all(lang: &str) -> Messages {
    let mut all = Messages::new();
    for (file, text) in files(lang) {
        for (key, variables) in messages(&file, &text) {
            assert!(all.insert(key.clone(), variables).is_none(), "{key} is in two files");
        }
    }
    all
}

fn sources(folder: &Path, into: &mut Vec<(PathBuf, String)>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            sources(&path, into);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            into.push((path.clone(), fs::read_to_string(&path).unwrap()));
        }
    }
}

fn code() -> Vec<(PathBuf, String)> {
    let mut found = Vec::new();
    sources(&root().join("src"), &mut found);
    found
}

#[test]
fn every_message_exists_in_both_languages_with_the_same_variables() {
    let (english, welsh) = (files("en"), files("cy"));
    assert_eq!(
        english.keys().collect::<Vec<_>>(),
        welsh.keys().collect::<Vec<_>>(),
        "the same files"
    );
    for (file, text) in &english {
        assert_eq!(messages(file, text), messages(file, &welsh[file]), "{file}");
    }
}

#[test]
fn every_message_is_used() {
    let code: String = code().into_iter().map(|(_, text)| text).collect();
    let unused: Vec<_> =
        all("en").into_keys().filter(|key| !code.contains(&format!("\"{key}\""))).collect();
    assert!(unused.is_empty(), "not used: {unused:?}");
}

#[test]
fn every_key_in_the_code_is_a_message() {
    let known = all("en");
    let mut missing = Vec::new();
    for (path, text) in code() {
        for mark in ["t!(", "rich!(", "FieldError::new("] {
            let own = |at: &usize| !text[..*at].ends_with(|c: char| c.is_alphanumeric());
            for at in text.match_indices(mark).map(|(at, _)| at).filter(own) {
                let rest = &text[at + mark.len()..];
                let call = &rest[..rest.find(')').unwrap_or(rest.len())];
                // The key is the second argument, written out; `text!(...)` in the macros themselves has none.
                let Some(second) = call.split_once(',').map(|(_, rest)| rest.trim_start()) else {
                    continue;
                };
                let Some(key) = second
                    .strip_prefix('"')
                    .and_then(|rest| rest.split_once('"'))
                    .map(|(key, _)| key)
                else {
                    continue;
                };
                if !known.contains_key(key) && key != "key" {
                    missing.push(format!("{key} in {}", path.display()));
                }
            }
        }
    }
    assert!(missing.is_empty(), "no message: {missing:?}");
}

#[test]
fn apostrophes_and_quotes_are_typographic() {
    for lang in ["en", "cy"] {
        for (file, text) in files(lang) {
            for line in text.lines().filter(|line| !line.starts_with('#')) {
                let words = line.replace("{\"\\u00A0\"}", "");
                assert!(!words.contains(['\'', '"']), "{lang}/{file}: {line}");
            }
        }
    }
}

#[test]
fn each_welsh_file_says_what_is_still_to_confirm() {
    for (file, text) in files("cy") {
        assert!(text.starts_with("# A Welsh speaker has still to confirm"), "{file}");
    }
}

#[test]
fn links_and_bold_words_are_the_same_in_both_languages() {
    let marks = |text: &str| {
        let links: BTreeSet<_> = text
            .match_indices("](")
            .map(|(at, _)| text[at + 2..].split(')').next().unwrap().to_owned())
            .collect();
        (links, text.matches("**").count() > 0)
    };
    let (english, welsh) = (files("en"), files("cy"));
    for (file, text) in &english {
        assert_eq!(marks(text), marks(&welsh[file]), "{file}");
    }
}
