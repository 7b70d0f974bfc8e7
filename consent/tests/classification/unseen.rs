//! One-line entries of our own that no record at hand holds: what the rules do with text that they were not made on.

use crate::entries::*;
use consent::category::Category;
use serde_json::{Value, json};
use std::collections::BTreeSet;

/// One line of a list: the entry, its words, what it has to touch.
fn lines(list: &'static str) -> impl Iterator<Item = (Value, &'static str, Option<Category>)> {
    list.lines().filter(|line| !line.starts_with('#') && !line.is_empty()).map(|line| {
        let parts: Vec<&str> = line.split(" | ").collect();
        let [kind, words, category] = parts[..] else { panic!("{line}") };
        let entry = match kind {
            "condition" => condition("c", json!({"text": words})),
            "medicine" => medicine("m", words, json!({})),
            "observation-value" => {
                let (name, value) = words.split_once(" = ").unwrap();
                observation(json!({"text": name}), json!({"valueString": value}))
            }
            "encounter" => {
                json!({"resourceType": "Encounter", "status": "finished", "class": {"code": "AMB"},
                "subject": {"reference": "Patient/p"}, "type": [{"text": words}]})
            }
            "letter" => {
                use base64::Engine as _;
                let data = base64::engine::general_purpose::STANDARD.encode(words);
                letter(json!({"contentType": "text/plain", "data": data}))
            }
            _ => panic!("{line}"),
        };
        let category = (category != "-").then(|| Category::parse(category).unwrap());
        (entry, words, category)
    })
}

/// What was missed, and what was touched though nothing is there.
fn tried(list: &'static str) -> (usize, Vec<String>, usize, Vec<String>) {
    let (mut sensitive, mut missed, mut plain, mut too_much) = (0, Vec::new(), 0, Vec::new());
    for (entry, words, category) in lines(list) {
        let found: BTreeSet<Category> = touched(entry);
        if let Some(category) = category {
            sensitive += 1;
            if !found.contains(&category) {
                missed.push(format!("{words}: {category}, {found:?}"));
            }
        } else {
            plain += 1;
            if !found.is_empty() {
                too_much.push(format!("{words}: {found:?}"));
            }
        }
    }
    (sensitive, missed, plain, too_much)
}

/// The lists that the words were widened with.
#[test]
fn made_up_lines_that_the_lists_were_widened_with_are_found() {
    for list in [include_str!("unseen/first.txt"), include_str!("unseen/second.txt")] {
        let (_, missed, _, too_much) = tried(list);
        assert!(missed.is_empty(), "{missed:#?}");
        assert!(too_much.is_empty(), "{too_much:#?}");
    }
}

/// The list that nothing was changed for: the figures of docs/categories.md.
#[test]
fn made_up_lines_that_nobody_tuned_the_lists_for_are_found_as_often_as_the_docs_say() {
    let (sensitive, missed, plain, too_much) = tried(include_str!("unseen/third.txt"));
    println!("{} of {sensitive} missed: {missed:#?}", missed.len());
    println!("{} of {plain} touched: {too_much:#?}", too_much.len());
    assert_eq!((sensitive, plain), (58, 33));
    assert!(missed.len() <= 11 && too_much.is_empty(), "{missed:#?} {too_much:#?}");
}

/// The terms of the code lists that others made, as text without their codes. Terms of nicotine, and what their
/// categories take more widely than ours, are in there.
#[test]
fn nine_in_ten_terms_that_others_list_are_found_by_their_words_alone() {
    let Some(codes) = crate::shared::shared("data/codes") else { return };
    let rows = |name: &str| -> Vec<std::collections::BTreeMap<String, String>> {
        let mut rows = csv::Reader::from_path(codes.join(name)).unwrap();
        rows.deserialize().map(Result::unwrap).collect()
    };
    let mapping = rows("mapping.csv");
    let (mut terms, mut found) = (0, 0);
    for row in rows("uk_sensitive_codes.csv") {
        let is_it = |to: &&std::collections::BTreeMap<String, String>| {
            to["list_category"] == row["category"]
                && matches!(to["kind"].as_str(), "matter" | "restricted")
        };
        let Some(ours) = mapping.iter().find(is_it) else { continue };
        let said = touched(condition("c", json!({"text": row["term"]})));
        let mut wanted = ours["our_category"].split('|').map(|id| Category::parse(id).unwrap());
        terms += 1;
        found += usize::from(wanted.any(|matter| said.contains(&matter)));
    }
    println!("{found} of {terms} terms");
    assert!(terms > 3000 && found * 10 >= terms * 9, "{found} of {terms}");
}
