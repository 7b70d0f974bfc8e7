//! The allow-list as people read it. It is written from the table that the copy uses, so that the two cannot differ.

use super::table::{self, Element, If, Shape};
use std::fmt::Write as _;

const OPENING: &str = "# What may be sent of each kind of entry

This list is written from the table that makes the copy (`consent/src/elements`). What it does not name is never sent: no
identifier, extension, narrative, `meta`, contained copy or web address, and no type that it leaves out.

- *reference*: its `reference` alone, and only to another entry of the package. `display`, `identifier` and `type` never go.
- *short text*: at most 60 characters. More is free text, which stays only where consultation notes are shared, or where the
  entry is somebody's own words.
- *term*: like a short text, but as long as 255 characters beside a code of a published terminology.
- *free text*: stays only in these two cases, whatever its length.
- *needed*: without it the element that holds it goes too.
- *decisive*: where the record has it and it cannot go, the element that holds it goes neither; without it the rest would say
  something else.
- The person (`subject` or `patient`) is never copied: the package names the request there.
- An entry or element with a `modifierExtension`, and an entry with `implicitRules`, goes not at all: it may mean the opposite.
- Of a Patient: one current name without titles, the birth date, the NHS number and the practice, each only if the purpose lists
  it and \"Who I am and where I am registered\" is shared; the current home address and means of contact only if \"My address
  and how to reach me\" is shared.
";

/// The whole list in Markdown: `docs/elements.md`.
#[must_use]
pub fn published() -> String {
    let mut text = String::from(OPENING);
    text.push_str("\n## Types\n");
    for kind in table::kinds() {
        section(&mut text, kind.name, kind.elements, None);
    }
    text.push_str("\n## Data types\n");
    for datatype in table::datatypes() {
        section(
            &mut text,
            datatype.name,
            datatype.elements,
            datatype.except.map(|except| except.words),
        );
    }
    text
}

fn section(text: &mut String, name: &str, elements: &[Element], except: Option<&str>) {
    // Writing to a String cannot fail.
    let _ = writeln!(text, "\n### {name}\n");
    if let Some(words) = except {
        let _ = writeln!(text, "Not where: {words}.\n");
    }
    text.push_str("| element | what | |\n|---|---|---|\n");
    rows(text, "", elements);
}

fn rows(text: &mut String, within: &str, elements: &[Element]) {
    for element in elements {
        let path = format!("{within}{}", element.name);
        let many = if element.list { ", repeated" } else { "" };
        let parent = match element.parent {
            If::Optional => "",
            If::Needed => "needed",
            If::Decisive => "decisive",
        };
        let _ = writeln!(text, "| `{path}` | {}{many} | {parent} |", what(element.shape));
        if let Shape::Group(members) = element.shape {
            rows(text, &format!("{path}."), members);
        }
    }
}

const fn what(shape: Shape) -> &'static str {
    match shape {
        Shape::Code => "code",
        Shape::Uri => "code system",
        Shape::Mime => "media type",
        Shape::Boolean => "yes or no",
        Shape::Integer => "whole number",
        Shape::Decimal => "number",
        Shape::Date => "date",
        Shape::DateTime => "date or time",
        Shape::Instant => "time",
        Shape::Time => "time of day",
        Shape::Name => "name, at most 100 characters",
        Shape::Short => "short text",
        Shape::Term => "term",
        Shape::Free => "free text",
        Shape::Base64 => "base64",
        Shape::NhsNumber => "NHS number",
        Shape::Reference => "reference",
        Shape::Data(datatype) => datatype.name,
        Shape::Group(_) => "group",
    }
}
