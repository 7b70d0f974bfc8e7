//! Finds listed phrases in text: a tree of letters over the phrases of a `codes/words_*.txt` file.
//! Knows nothing of negation: saying that a matter is absent touches it too.

use super::folding::CAPITALS;
use super::mutations;
use std::collections::BTreeMap;

/// The place of "the rest of this word" in the tree.
const REST: u8 = b'*';
/// The place of "a number".
const NUMBER: u8 = b'#';

/// The phrases of one file or more, by section.
pub(super) struct Words<T> {
    nodes: Vec<Node<T>>,
    phrases: Vec<String>,
    /// With which bytes a phrase, or what marks one, can begin: most words of a text begin none.
    starts: [bool; 256],
}

struct Node<T> {
    /// By letter, in the order in which the lists have them: few nodes have more than a few.
    next: Vec<(u8, usize)>,
    rest: Option<usize>,
    number: Option<usize>,
    ends: Vec<End<T>>,
}

/// What a phrase that ends here says.
struct End<T> {
    meaning: T,
    is_exception: bool,
    phrase: usize,
}

/// A phrase that was found, by its number in the list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Found<T> {
    /// What it says.
    pub meaning: T,
    /// Which phrase it was.
    pub phrase: usize,
}

impl<T: Copy + Ord> Words<T> {
    /// Reads files of `[section]` lines and phrases. A section that `meaning` does not know is left out: a test sees
    /// to it that there is none.
    pub(super) fn read(files: &[&str], meaning: impl Fn(&str) -> Option<T>) -> Self {
        let mut words =
            Self { nodes: vec![Node::new()], phrases: Vec::new(), starts: [false; 256] };
        for file in files {
            let mut section = None;
            let mut in_welsh = false;
            for line in file.lines().map(str::trim).filter(|line| !line.is_empty()) {
                if let Some(name) = line.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')) {
                    section = meaning(name);
                } else if line == "# cy" {
                    in_welsh = true;
                } else if let Some(meaning) = section.filter(|_| !is_comment(line)) {
                    words.line(line, meaning, in_welsh);
                }
            }
        }
        words.know_starts();
        words
    }

    fn line(&mut self, line: &str, meaning: T, in_welsh: bool) {
        let (phrase, is_exception) =
            line.strip_prefix("! ").map_or((line, false), |phrase| (phrase, true));
        let number = self.phrases.len();
        self.phrases.push(phrase.to_owned());
        let forms = if in_welsh { mutations::of(phrase) } else { vec![phrase.to_owned()] };
        for form in forms {
            self.add(&form, End { meaning, is_exception, phrase: number });
        }
    }

    fn add(&mut self, phrase: &str, end: End<T>) {
        let mut at = 0;
        for letter in phrase.bytes() {
            let new = self.nodes.len();
            let Some(node) = self.nodes.get_mut(at) else { return };
            at = node.after(letter).unwrap_or(new);
            if at == new {
                node.lead(letter, new);
                self.nodes.push(Node::new());
            }
        }
        if let Some(node) = self.nodes.get_mut(at) {
            node.ends.push(end);
        }
    }

    /// The phrase of this number, as it is listed.
    pub(super) fn phrase(&self, number: usize) -> &str {
        self.phrases.get(number).map_or("", String::as_str)
    }

    /// Everything that this text, folded by [`super::folding::fold`], touches; sorted, without doubles.
    pub(super) fn found(&self, folded: &str) -> Vec<T> {
        let mut found: Vec<T> = self.hits(folded).into_iter().map(|hit| hit.meaning).collect();
        found.dedup();
        found
    }

    /// Every phrase that stands in this text, exceptions taken off; sorted, without doubles.
    pub(super) fn hits(&self, folded: &str) -> Vec<Found<T>> {
        let text = folded.as_bytes();
        let (mut found, mut most) = (Vec::new(), 1024);
        // How far the exceptions to a meaning reach that have begun so far.
        let mut spared: BTreeMap<T, usize> = BTreeMap::new();
        let mut here = Vec::new();
        let mut begins = true;
        for (start, letter) in text.iter().enumerate() {
            let may_begin = self.starts.get(usize::from(*letter)).is_none_or(|starts| *starts);
            if begins && may_begin {
                here.clear();
                self.walk(text, start, 0, &mut here);
                for (end, at) in here.iter().filter(|(end, _)| end.is_exception) {
                    let reach = spared.entry(end.meaning).or_default();
                    *reach = (*reach).max(*at);
                }
                let open = here.iter().filter(|(end, at)| {
                    !end.is_exception && spared.get(&end.meaning).is_none_or(|reach| at > reach)
                });
                found.extend(
                    open.map(|(end, _)| Found { meaning: end.meaning, phrase: end.phrase }),
                );
                if found.len() > most {
                    found.sort_unstable();
                    found.dedup();
                    most = most.max(2 * found.len());
                }
            }
            begins = is_gap(*letter);
        }
        found.sort_unstable();
        found.dedup();
        found
    }

    fn know_starts(&mut self) {
        let Some(root) = self.nodes.first() else { return };
        for (byte, starts) in (0..=u8::MAX).zip(&mut self.starts) {
            let number = root.number.is_some() && byte.is_ascii_digit();
            let any = root.rest.is_some() || byte == CAPITALS;
            *starts = any || number || root.after(byte).is_some();
        }
    }

    /// Follows the tree from this place of the text: every phrase that ends at the end of a word.
    fn walk<'a>(
        &'a self,
        text: &[u8],
        from: usize,
        node: usize,
        hits: &mut Vec<(&'a End<T>, usize)>,
    ) {
        let (mut at, mut node) = (from, self.nodes.get(node));
        while let Some(here) = node {
            let letter = text.get(at).copied();
            if let Some(rest) = here.rest {
                self.walk(text, at + span(text, at, |b| !is_gap(b)), rest, hits);
            }
            if let Some(number) = here.number {
                let digits = span(text, at, |b| b.is_ascii_digit());
                if digits > 0 {
                    self.walk(text, at + digits, number, hits);
                }
            }
            if letter.is_none_or(is_gap) {
                hits.extend(here.ends.iter().map(|end| (end, at)));
            }
            if letter == Some(CAPITALS) {
                // A phrase that does not ask for capitals is met by them as well.
                if let Some(marked) = here.after(CAPITALS) {
                    self.walk(text, at + 1, marked, hits);
                }
            } else {
                node = letter
                    .and_then(|letter| here.after(letter))
                    .and_then(|next| self.nodes.get(next));
            }
            at += 1;
        }
    }
}

impl<T> Node<T> {
    const fn new() -> Self {
        Self { next: Vec::new(), rest: None, number: None, ends: Vec::new() }
    }

    fn after(&self, letter: u8) -> Option<usize> {
        match letter {
            REST => self.rest,
            NUMBER => self.number,
            _ => self.next.iter().find(|(known, _)| *known == letter).map(|(_, node)| *node),
        }
    }

    fn lead(&mut self, letter: u8, node: usize) {
        match letter {
            REST => self.rest = Some(node),
            NUMBER => self.number = Some(node),
            _ => self.next.push((letter, node)),
        }
    }
}

/// Whether a line is a remark: a phrase that begins with a number has no capitals and no punctuation.
pub(super) fn is_comment(line: &str) -> bool {
    let is_plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || " *#^".contains(c);
    line.strip_prefix("# ").is_some_and(|rest| rest == "cy" || !rest.chars().all(is_plain))
}

/// How many bytes from here on are so.
fn span(text: &[u8], from: usize, is: impl Fn(u8) -> bool) -> usize {
    text.get(from..).unwrap_or_default().iter().take_while(|b| is(**b)).count()
}

/// Between words, or between texts: no phrase crosses from one text into the next.
const fn is_gap(byte: u8) -> bool {
    matches!(byte, b' ' | b'\n')
}

#[cfg(test)]
mod tests {
    use super::super::folding::fold;
    use super::Words;

    fn found(list: &str, text: &str) -> bool {
        let mut folded = String::new();
        fold(text, &mut folded);
        !Words::read(&[list], |_| Some(())).found(&folded).is_empty()
    }

    #[test]
    fn a_number_a_rest_and_capitals_stand_for_what_they_say() {
        let list = "[a]\ng#p#\n^top\ndepress*\nweeks left\n# cy\ncarchar\n! ^top shelf\n";
        for text in [
            "G2P1",
            "Referred for TOP.",
            "depressive",
            "two weeks left",
            "Yng ngharchar",
            "o'r garchar",
            "carchar\u{2019}n",
        ] {
            assert!(found(list, text), "{text}");
        }
        for text in
            ["gp", "g2p", "the top shelf", "TOP shelf", "impression", "in six weeks. Left foot"]
        {
            assert!(!found(list, text), "{text}");
        }
    }

    #[test]
    fn a_full_stop_that_shortens_a_word_does_not_part_a_phrase() {
        assert!(found("[a]\nst johns wort\n", "takes St. John\u{2019}s Wort"));
    }
}
