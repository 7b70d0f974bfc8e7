//! What each entry of a record holds by itself, read once. Selection asks again and again about what is left of a
//! record; nothing in here depends on the other entries, so none of it has to be read again.

use super::because::{Because, Hit};
use super::home::Saying;
use super::labels::Labels;
use super::reading::Reading;
use super::{codes, kinds, text};
use crate::category::Category;
use crate::record::{Entry, Record};
use std::collections::BTreeSet;
use std::rc::Rc;

/// What the entries of one record hold, in their order.
#[derive(Clone)]
pub struct Contents<'a> {
    pub(super) each: Vec<Rc<Content<'a>>>,
}

/// What one entry holds.
pub(super) struct Content<'a> {
    pub reading: Reading<'a>,
    pub labels: Labels,
    pub saying: Saying,
    /// The matters of its own content.
    pub own: BTreeSet<Category>,
    /// The same with reasons.
    pub hits: Vec<Hit>,
    pub has_several_uses: bool,
}

impl<'a> Contents<'a> {
    /// Reads every entry.
    pub(super) fn of(record: &'a Record) -> Self {
        let each = record.entries().iter().map(|entry| Rc::new(Content::of(entry)));
        Self { each: each.collect() }
    }

    /// The contents of the entries at these places, as [`Record::only`] keeps them.
    #[must_use]
    pub fn only(&self, keep: &BTreeSet<usize>) -> Self {
        let each = keep.iter().filter_map(|index| self.each.get(*index)).cloned();
        Self { each: each.collect() }
    }
}

impl<'a> Content<'a> {
    fn of(entry: &'a Entry) -> Self {
        // What is never sent is not read either.
        let mut reading = if kinds::is_never_sent(entry.kind.as_str()) {
            Reading::default()
        } else {
            Reading::of(entry)
        };
        let labels = Labels::of(entry);
        let hits = hits(&reading, &labels);
        // All that it says has been found: a large record is not kept twice.
        reading.text = String::new();
        reading.shrink();
        Self {
            own: matters(&hits),
            hits,
            saying: Saying::of(&reading),
            has_several_uses: text::has_several_uses(&reading.title),
            labels,
            reading,
        }
    }
}

/// Rules 1, 2 and 8: codes, words and labels; every hit adds.
fn hits(reading: &Reading<'_>, labels: &Labels) -> Vec<Hit> {
    let distinct: BTreeSet<(&str, &str)> = reading.codes.iter().copied().collect();
    let by_code = distinct.into_iter().flat_map(|(system, code)| codes::matters(system, code));
    let by_words = text::hits(&reading.text)
        .into_iter()
        .map(|hit| Hit { matter: hit.meaning, because: Because::Words(hit.phrase) });
    let by_label =
        labels.matters.iter().map(|matter| Hit { matter: *matter, because: Because::Label });
    let mut all: Vec<Hit> = by_code.chain(by_words).chain(by_label).collect();
    all.sort_unstable();
    all.dedup();
    all
}

/// The matters of these hits. Self-harm always touches mental health too, and the loss of a pregnancy tells of it.
pub(super) fn matters<'h>(hits: impl IntoIterator<Item = &'h Hit>) -> BTreeSet<Category> {
    let mut own: BTreeSet<Category> = hits.into_iter().map(|hit| hit.matter).collect();
    if own.contains(&Category::SelfHarmAndSuicide) {
        own.insert(Category::MentalHealth);
    }
    if own.contains(&Category::TerminationAndLoss) {
        own.insert(Category::PregnancyAndContraception);
    }
    own
}
