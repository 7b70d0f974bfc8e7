//! What hard words mean, from the NHS A to Z of health writing. Beside the words of an entry, never part of them; only
//! whole words that are in the list, the longest first. Nothing is guessed.

use std::sync::LazyLock;

/// A hard word as it was recorded, and what it means.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Plain {
    /// As it was recorded.
    pub term: String,
    /// In plain English.
    pub meaning: &'static str,
}

struct Row {
    words: Vec<String>,
    meaning: &'static str,
    #[cfg_attr(not(test), expect(dead_code, reason = "says where it comes from; a test looks"))]
    entry: &'static str,
}

static ROWS: LazyLock<Vec<Row>> = LazyLock::new(|| {
    let lines = include_str!("../words/nhs_a_to_z.csv").lines().skip(1);
    let mut rows: Vec<Row> = lines
        .filter_map(|line| {
            let mut fields = line.split(',');
            let words = spans(fields.next()?).map(|(_, word)| word.to_lowercase()).collect();
            Some(Row { words, meaning: fields.next()?, entry: fields.next()? })
        })
        .collect();
    rows.sort_by_key(|row| std::cmp::Reverse(row.words.len()));
    rows
});

/// The words of a text with where they begin. A hyphen is part of a word.
fn spans(text: &str) -> impl Iterator<Item = (usize, &str)> {
    text.split(|c: char| !(c.is_alphanumeric() || c == '-'))
        .filter(|word| !word.is_empty())
        .map(move |word| (word.as_ptr().addr().wrapping_sub(text.as_ptr().addr()), word))
}

/// The hard words of a line, in their order; each once.
pub fn of(line: &str) -> Vec<Plain> {
    let words: Vec<(usize, &str)> = spans(line).collect();
    let lower: Vec<String> = words.iter().map(|(_, word)| word.to_lowercase()).collect();
    let mut found: Vec<Plain> = Vec::new();
    let mut at = 0;
    while at < lower.len() {
        let here = lower.get(at..).unwrap_or_default();
        let Some(row) = ROWS.iter().find(|row| here.starts_with(&row.words)) else {
            at += 1;
            continue;
        };
        let last = at + row.words.len() - 1;
        let term = words
            .get(at)
            .zip(words.get(last))
            .and_then(|((from, _), (to, word))| line.get(*from..to + word.len()));
        let plain = Plain { term: term.unwrap_or_default().to_owned(), meaning: row.meaning };
        if !found.iter().any(|known| known.meaning == plain.meaning) {
            found.push(plain);
        }
        at = last + 1;
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(line: &str) -> Vec<(String, &'static str)> {
        of(line).into_iter().map(|plain| (plain.term, plain.meaning)).collect()
    }

    #[test]
    fn whole_words_are_explained_and_the_longest_first() {
        assert_eq!(
            said("Acute renal failure"),
            [("Acute".to_owned(), "starts suddenly"), ("renal".to_owned(), "kidney")]
        );
        assert_eq!(said("Ibuprofen 400 MG Oral Tablet"), [("Oral Tablet".to_owned(), "by mouth")]);
    }

    #[test]
    fn parts_of_words_and_what_has_other_meanings_are_not() {
        for line in
            ["Adrenal gland", "Oral cancer", "Subacute", "Toadstool", "Asthma", "post-acute", ""]
        {
            assert_eq!(said(line), [], "{line}");
        }
    }

    #[test]
    #[expect(
        clippy::disallowed_methods,
        clippy::print_stdout,
        reason = "a test looks where it is told"
    )]
    fn each_meaning_stands_word_for_word_in_the_a_to_z() {
        let shared = std::env::var("SAYSO_SHARED").unwrap_or_else(|_| "../../shared".to_owned());
        let file = format!("{shared}/data/wordlists/nhs_health_writing_a_to_z.csv");
        let Ok(text) = std::fs::read_to_string(&file) else {
            let required = std::env::var("SAYSO_SHARED_REQUIRED").is_ok_and(|set| set == "1");
            assert!(!required);
            println!("skipped: no {file}");
            return;
        };
        assert!(ROWS.len() > 30);
        for row in ROWS.iter() {
            let entry = text
                .lines()
                .find(|line| {
                    let term = line.strip_prefix(row.entry);
                    term.is_some_and(|rest| rest.starts_with(','))
                })
                .expect(row.entry);
            assert!(entry.contains(row.meaning), "{}: {}", row.entry, row.meaning);
        }
    }
}
