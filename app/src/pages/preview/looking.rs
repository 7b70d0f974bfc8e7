//! Which part of a long package is looked at, and how it is cut into pages that a phone can carry.
//! What is looked for never gets into an address: a word that somebody types can tell what they have.

use super::{Entry, Group, Letter, PreviewView, SetAside};
use crate::{paths, shell::PageContext};
use std::ops::Range;

/// What one page holds at most: entries, and bytes of HTML that they make, roughly.
const MOST_ENTRIES: usize = 40;
const MOST_BYTES: usize = 140_000;
/// What the first page holds of each kind that can be long, where not everything fits.
const MOST_SET_ASIDE: usize = 20;
/// A list for paper holds lines only.
const MOST_LISTED: usize = 130_000;

/// The part, and the page of it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Looking {
    /// Which part.
    pub part: Part,
    /// Which page of it, from 1.
    pub page: usize,
    /// What is looked for.
    pub find: String,
}

/// A part of the package, or of what can be put in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Part {
    /// All, as far as it fits on one page.
    #[default]
    Whole,
    /// One category, by its place from 1: its name never gets into an address.
    Group(usize),
    /// The letters.
    Letters,
    /// What is asked about first.
    AskedFirst,
    /// What was left out.
    LeftOut,
    /// What was found.
    Found,
    /// Every line, to print.
    List,
}

impl Part {
    /// Reads what an address or a form says. What is not known is the whole.
    pub fn parse(text: &str) -> Self {
        match text {
            "letters" => Self::Letters,
            "ask" => Self::AskedFirst,
            "out" => Self::LeftOut,
            "found" => Self::Found,
            "list" => Self::List,
            number => match number.parse() {
                Ok(place @ 1..) => Self::Group(place),
                _ => Self::Whole,
            },
        }
    }

    /// As [`Part::parse`] reads it; nothing for the whole.
    pub fn value(self) -> Option<String> {
        Some(match self {
            Self::Whole => return None,
            Self::Group(place) => place.to_string(),
            Self::Letters => "letters".to_owned(),
            Self::AskedFirst => "ask".to_owned(),
            Self::LeftOut => "out".to_owned(),
            Self::Found => "found".to_owned(),
            Self::List => "list".to_owned(),
        })
    }
}

/// The address of a part and a page of it.
pub fn address(id: &str, part: Part, page: usize) -> String {
    let mut query = Vec::new();
    query.extend(part.value().map(|part| format!("part={part}")));
    query.extend((page > 1).then(|| format!("page={page}")));
    let path = paths::preview(id);
    if query.is_empty() { path } else { format!("{path}?{}", query.join("&")) }
}

/// The same, in the size in which the page is read now.
pub(super) fn link(ctx: &PageContext, seen: &PreviewView, part: Part, page: usize) -> String {
    ctx.in_size(&address(&seen.id, part, page))
}

/// What one page shows, of how many pages.
pub(super) struct Cut {
    pub range: Range<usize>,
    pub page: usize,
    pub pages: usize,
}

/// The page of a list of things of these sizes; one that is not there is the last.
pub(super) fn cut(sizes: impl Iterator<Item = usize>, page: usize, most: (usize, usize)) -> Cut {
    let mut pages: Vec<Range<usize>> = Vec::new();
    let (mut start, mut bytes, mut end) = (0, 0_usize, 0);
    for size in sizes {
        if end > start && (end - start >= most.0 || bytes.saturating_add(size) > most.1) {
            pages.push(start..end);
            (start, bytes) = (end, 0);
        }
        end += 1;
        bytes = bytes.saturating_add(size);
    }
    pages.push(start..end);
    let page = page.clamp(1, pages.len());
    let range = pages.get(page - 1).cloned().unwrap_or_default();
    Cut { range, page, pages: pages.len() }
}

pub(super) fn cut_entries<'a>(entries: impl Iterator<Item = &'a Entry>, page: usize) -> Cut {
    cut(entries.map(entry_size), page, (MOST_ENTRIES, MOST_BYTES))
}

pub(super) fn cut_letters(letters: &[Letter], page: usize) -> Cut {
    cut(letters.iter().map(letter_size), page, (MOST_SET_ASIDE, MOST_BYTES))
}

pub(super) fn cut_lines(entries: &[SetAside], page: usize) -> Cut {
    cut(entries.iter().map(|_| 0), page, (MOST_SET_ASIDE, MOST_BYTES))
}

pub(super) fn cut_list<'a>(entries: impl Iterator<Item = &'a Entry>, page: usize) -> Cut {
    let size = |entry: &Entry| 150 + entry.line.len() + entry.when_and_who.len();
    cut(entries.map(size), page, (usize::MAX, MOST_LISTED))
}

/// How many entries of each group the first page shows.
pub(super) fn on_first_page(groups: &[Group]) -> Vec<usize> {
    let all = groups.iter().flat_map(|group| &group.entries);
    if cut_entries(all, 1).pages == 1 {
        return groups.iter().map(|group| group.entries.len()).collect();
    }
    let each = groups.len().max(1);
    let most = ((MOST_ENTRIES / each).max(2), MOST_BYTES / each);
    let first = |group: &Group| cut(group.entries.iter().map(entry_size), 1, most).range.len();
    groups.iter().map(first).collect()
}

fn entry_size(entry: &Entry) -> usize {
    2_300 + 6 * entry.line.len() + 2 * entry.when_and_who.len() + elements_size(&entry.elements)
}

fn letter_size(letter: &Letter) -> usize {
    2_300 + 6 * letter.line.len() + elements_size(&letter.elements)
}

fn elements_size(elements: &[(String, String)]) -> usize {
    elements.iter().map(|(label, value)| 190 + label.len() + value.len()).sum()
}

/// The entries that have every one of these words somewhere, with the place of their group.
pub(super) fn found<'a>(groups: &'a [Group], words: &str) -> Vec<(usize, &'a Entry)> {
    let wanted: Vec<String> = plain(words).split_whitespace().map(str::to_owned).collect();
    let has = |entry: &Entry| {
        let elements = entry.elements.iter().map(|(_, value)| value.as_str());
        let all: Vec<&str> = [entry.line.as_str(), entry.when_and_who.as_str()]
            .into_iter()
            .chain(elements)
            .collect();
        let text = plain(&all.join(" "));
        wanted.iter().all(|word| text.contains(word.as_str()))
    };
    if wanted.is_empty() {
        return Vec::new();
    }
    let each = groups.iter().enumerate();
    each.flat_map(|(place, group)| group.entries.iter().map(move |entry| (place, entry)))
        .filter(|(_, entry)| has(entry))
        .collect()
}

// Small letters, and one kind of apostrophe.
fn plain(text: &str) -> String {
    text.to_lowercase().replace(['’', '‘', '`'], "'")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_thing_is_on_exactly_one_page() {
        let sizes = [10, 10, 500, 10, 60, 60, 60];
        let most = (3, 100);
        let pages = cut(sizes.into_iter(), 1, most).pages;
        let shown: Vec<usize> =
            (1..=pages).flat_map(|page| cut(sizes.into_iter(), page, most).range).collect();
        assert_eq!(shown, (0..sizes.len()).collect::<Vec<_>>());
        assert_eq!(cut(sizes.into_iter(), 99, most).page, pages);
        assert_eq!(cut(sizes.into_iter(), 0, most).range, 0..2);
        assert_eq!(cut([].into_iter(), 1, most).range, 0..0);
    }

    #[test]
    fn a_part_is_read_as_it_is_written() {
        for part in ["", "7", "letters", "ask", "out", "found", "list"] {
            assert_eq!(Part::parse(part).value().unwrap_or_default(), part);
        }
        assert_eq!(Part::parse("0"), Part::Whole);
        assert_eq!(Part::parse("mental-health"), Part::Whole);
        assert_eq!(address("x", Part::Group(2), 3), "/requests/x/preview?part=2&page=3");
        assert_eq!(address("x", Part::Whole, 1), "/requests/x/preview");
    }
}
