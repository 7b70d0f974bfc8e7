//! Finds listed phrases in text: a tree of letters over the phrases of a `codes/words_*.txt` file.
//! Knows nothing of negation: saying that a matter is absent touches it too.

use std::collections::BTreeMap;
use unicode_normalization::UnicodeNormalization;

/// The place of "the rest of this word" in the tree; never a letter of folded text.
const REST: u8 = b'*';

/// The phrases of one file, by section.
pub(super) struct Words<T> {
    nodes: Vec<Node<T>>,
}

struct Node<T> {
    next: BTreeMap<u8, usize>,
    /// What a phrase that ends here says, and whether it is an exception.
    ends: Vec<(T, bool)>,
}

impl<T> Node<T> {
    const fn new() -> Self {
        Self { next: BTreeMap::new(), ends: Vec::new() }
    }
}

impl<T: Copy + Ord> Words<T> {
    /// Reads a file of `[section]` lines and phrases. A section that `meaning` does not know is left out: a test sees
    /// to it that there is none.
    pub(super) fn read(file: &str, meaning: impl Fn(&str) -> Option<T>) -> Self {
        let mut words = Self { nodes: vec![Node::new()] };
        let mut section = None;
        for line in
            file.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#'))
        {
            if let Some(name) = line.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')) {
                section = meaning(name);
            } else if let Some(meaning) = section {
                let (phrase, exception) =
                    line.strip_prefix("! ").map_or((line, false), |phrase| (phrase, true));
                words.add(phrase, meaning, exception);
            }
        }
        words
    }

    fn add(&mut self, phrase: &str, meaning: T, exception: bool) {
        let mut at = 0;
        for letter in phrase.bytes() {
            let new = self.nodes.len();
            let Some(node) = self.nodes.get_mut(at) else { return };
            at = *node.next.entry(letter).or_insert(new);
            if at == new {
                self.nodes.push(Node::new());
            }
        }
        if let Some(node) = self.nodes.get_mut(at) {
            node.ends.push((meaning, exception));
        }
    }

    /// Everything that this text, folded by [`fold`], touches; sorted, without doubles.
    pub(super) fn found(&self, folded: &str) -> Vec<T> {
        let text = folded.as_bytes();
        let mut hits = Vec::new();
        let mut begins = true;
        for (start, letter) in text.iter().enumerate() {
            if begins {
                self.walk(text, start, start, 0, &mut hits);
            }
            begins = is_gap(*letter);
        }
        let spared = |hit: &Hit<T>| {
            hits.iter().any(|other| {
                other.exception
                    && other.meaning == hit.meaning
                    && other.start <= hit.start
                    && hit.end <= other.end
            })
        };
        let mut found: Vec<T> = hits
            .iter()
            .filter(|hit| !hit.exception && !spared(hit))
            .map(|hit| hit.meaning)
            .collect();
        found.sort_unstable();
        found.dedup();
        found
    }

    fn walk(&self, text: &[u8], start: usize, from: usize, node: usize, hits: &mut Vec<Hit<T>>) {
        let (mut at, mut node) = (from, self.nodes.get(node));
        while let Some(here) = node {
            if let Some(rest) = here.next.get(&REST) {
                let end = text
                    .iter()
                    .skip(at)
                    .position(|b| is_gap(*b))
                    .map_or(text.len(), |length| at + length);
                self.walk(text, start, end, *rest, hits);
            }
            if !here.ends.is_empty() && text.get(at).is_none_or(|b| is_gap(*b)) {
                hits.extend(here.ends.iter().map(|(meaning, exception)| Hit {
                    meaning: *meaning,
                    exception: *exception,
                    start,
                    end: at,
                }));
            }
            node = text
                .get(at)
                .and_then(|letter| here.next.get(letter))
                .and_then(|next| self.nodes.get(*next));
            at += 1;
        }
    }
}

struct Hit<T> {
    meaning: T,
    exception: bool,
    start: usize,
    end: usize,
}

/// Between words, or between texts: no phrase crosses from one text into the next.
const fn is_gap(byte: u8) -> bool {
    matches!(byte, b' ' | b'\n')
}

/// Appends a text as the lists have it: lower case, without accents and apostrophes, everything that is neither letter
/// nor digit a single space, a line break at the end.
pub(super) fn fold(text: &str, into: &mut String) {
    let mut gap = true;
    let mut put = |c: char| {
        if c.is_alphanumeric() {
            into.extend(c.to_lowercase());
            gap = false;
        } else if !is_silent(c) && !gap {
            into.push(' ');
            gap = true;
        }
    };
    if text.is_ascii() {
        text.chars().for_each(&mut put);
    } else {
        text.nfkd().for_each(&mut put);
    }
    into.push('\n');
}

/// Marks that do not part a word: apostrophes, accents, soft hyphens, zero-width characters.
const fn is_silent(c: char) -> bool {
    matches!(c, '\'' | '\u{2019}' | '\u{2018}' | '\u{02BC}' | '\u{00AD}' | '\u{200B}'..='\u{200D}' | '\u{2060}' | '\u{FEFF}' | '\u{0300}'..='\u{036F}')
}
