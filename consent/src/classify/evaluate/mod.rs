//! How well the rules do on records that others labelled: what they miss, what they hold back too much, and how much
//! of it rests on single words. Says nothing of the records but numbers and phrases of our own lists.

mod truth;

pub use truth::{Truth, TruthFault};

use super::because::{Because, Hit};
use super::contents::{Contents, matters};
use super::{Placement, Rules, RulesVersion, WhyNever, links, text};
use crate::category::Category;
use crate::record::Record;
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};

/// How the rules did.
#[derive(Clone, Debug, Serialize)]
pub struct Evaluation {
    /// Their version.
    pub rules: RulesVersion,
    /// Records measured.
    pub records: usize,
    /// By category.
    pub categories: BTreeMap<Category, Tally>,
    /// All categories together.
    pub total: Tally,
    /// Entries that could be sent.
    pub entries: usize,
    /// Those of them that touch a matter, by the rules.
    pub touching: usize,
    /// Those of them that touch a restricted matter, by the rules.
    pub restricted: usize,
    /// Those of them without any matter, by the closed truth.
    pub without_matter: usize,
    /// Of these, held back because of a matter that the rules see in their own content.
    pub held_back_by_content: usize,
    /// Of these, held back only because of what they are linked to.
    pub held_back_over_links: usize,
    /// Of these, held back for good, because of a restricted matter.
    pub held_back_for_good: usize,
    /// The phrases and lists that held back entries too much by their own content, and how many.
    pub because: BTreeMap<String, usize>,
    /// Each file measured without the words and codes of our own that only its own labelled entries show a need for.
    pub one_file_left_out: LeftOut,
}

/// What was found in one category.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Tally {
    /// What the truth names and the rules see.
    pub found: usize,
    /// What the truth names and the rules do not see.
    pub missed: usize,
    /// Entries that the rules say touch it, and the closed truth does not.
    pub too_much: usize,
}

/// What is still found without what only one file shows a need for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct LeftOut {
    /// What the truth names.
    pub named: usize,
    /// What is still found.
    pub found: usize,
    /// Words and codes that were taken away, all files together.
    pub taken_away: usize,
}

impl Evaluation {
    /// Measures the rules on these records. Truth is what the lists say of a file, and the sensitivity labels in it,
    /// which the rules do not get to see here.
    #[must_use]
    pub fn of(rules: &Rules, truth: &Truth, records: &[(String, Record)]) -> Self {
        let measured: Vec<Measured<'_>> =
            records.iter().map(|(file, record)| Measured::of(rules, truth, file, record)).collect();
        let mut all = Self {
            rules: rules.version(),
            records: records.len(),
            categories: BTreeMap::new(),
            total: Tally::default(),
            entries: 0,
            touching: 0,
            restricted: 0,
            without_matter: 0,
            held_back_by_content: 0,
            held_back_over_links: 0,
            held_back_for_good: 0,
            because: BTreeMap::new(),
            one_file_left_out: LeftOut::default(),
        };
        for one in &measured {
            all.add(one);
        }
        all.leave_each_out(&measured);
        all
    }

    /// Entries without any matter that are held back all the same, of all entries without any matter.
    #[must_use]
    pub const fn held_back_too_much(&self) -> usize {
        self.held_back_by_content + self.held_back_over_links
    }

    fn add(&mut self, one: &Measured<'_>) {
        let found = one.spread(&BTreeSet::new());
        for index in one.sendable() {
            self.entries += 1;
            let (own, all) =
                (one.own(index, &BTreeSet::new()), found.get(index).cloned().unwrap_or_default());
            for wanted in one.wanted(index) {
                let seen = one.sees(index, wanted, &own, &all);
                let under = seen.or_else(|| wanted.first().copied());
                for tally in under
                    .map(|category| self.categories.entry(category).or_default())
                    .into_iter()
                    .chain([&mut self.total])
                {
                    *(if seen.is_some() { &mut tally.found } else { &mut tally.missed }) += 1;
                }
            }
            self.touching += usize::from(!all.is_empty());
            self.restricted += usize::from(all.iter().any(|matter| matter.is_restricted()));
            let closed = one.closed.get(index).cloned().unwrap_or_default();
            for matter in all.difference(&closed) {
                self.categories.entry(*matter).or_default().too_much += 1;
                self.total.too_much += 1;
            }
            if closed.is_empty() {
                self.without_matter += 1;
                self.held_back_by_content += usize::from(!own.is_empty());
                self.held_back_over_links += usize::from(own.is_empty() && !all.is_empty());
                self.held_back_for_good +=
                    usize::from(all.iter().any(|matter| matter.is_restricted()));
                let reasons: BTreeSet<String> = one.hits(index).map(named).collect();
                for reason in reasons {
                    *self.because.entry(reason).or_default() += 1;
                }
            }
        }
    }

    fn leave_each_out(&mut self, measured: &[Measured<'_>]) {
        let needed: Vec<BTreeSet<&Because>> =
            measured.iter().map(Measured::shows_a_need_for).collect();
        for (at, one) in measured.iter().enumerate() {
            let others = needed.iter().enumerate().filter(|(other, _)| *other != at);
            let elsewhere: BTreeSet<&Because> =
                others.flat_map(|(_, set)| set.iter().copied()).collect();
            let only_here: BTreeSet<&Because> = needed
                .get(at)
                .into_iter()
                .flatten()
                .copied()
                .filter(|reason| !elsewhere.contains(reason))
                .collect();
            let found = one.spread(&only_here);
            self.one_file_left_out.taken_away += only_here.len();
            for index in one.sendable() {
                let own = one.own(index, &only_here);
                let all = found.get(index).cloned().unwrap_or_default();
                for wanted in one.wanted(index) {
                    self.one_file_left_out.named += 1;
                    self.one_file_left_out.found +=
                        usize::from(one.sees(index, wanted, &own, &all).is_some());
                }
            }
        }
    }
}

/// A reason as it may be printed: a phrase of ours, never a text of the record.
fn named(hit: &Hit) -> String {
    match &hit.because {
        Because::Words(number) => format!("{}: {}", hit.matter, text::phrase(*number)),
        Because::OwnCode(code) => format!("{}: code {code}", hit.matter),
        Because::ListedCode => format!("{}: a listed code", hit.matter),
        Because::Block => format!("{}: a block of codes", hit.matter),
        Because::Label => format!("{}: a label", hit.matter),
    }
}

/// One record with what the truth and the rules say of it.
struct Measured<'a> {
    record: &'a Record,
    contents: Contents<'a>,
    placements: Vec<Placement>,
    /// What the lists say of each entry, and what its labels do.
    listed: Vec<Vec<&'a [Category]>>,
    labelled: Vec<Vec<&'static [Category]>>,
    /// Both, closed over the clinical links.
    closed: Vec<BTreeSet<Category>>,
}

impl<'a> Measured<'a> {
    fn of(rules: &Rules, truth: &'a Truth, file: &str, record: &'a Record) -> Self {
        let contents = rules.read(record);
        let placements = rules.place(record, &contents);
        let is_sendable = |placement: &Placement| placement.never != Some(WhyNever::NeverSentType);
        let entries = record.entries().iter().zip(&placements);
        let listed: Vec<Vec<&[Category]>> = entries
            .map(
                |(entry, placement)| {
                    if is_sendable(placement) { truth.of(file, entry) } else { Vec::new() }
                },
            )
            .collect();
        let labelled: Vec<Vec<&'static [Category]>> =
            contents.each.iter().map(|content| content.labels.each.clone()).collect();
        let own = listed
            .iter()
            .zip(&labelled)
            .map(|(listed, labels)| &truth::together(listed) | &truth::together(labels));
        let closed = links::spread_from(record, &contents, &own.collect::<Vec<_>>());
        Self { record, contents, placements, listed, labelled, closed }
    }

    fn sendable(&self) -> impl Iterator<Item = usize> {
        let each = self.placements.iter().enumerate();
        each.filter(|(_, placement)| placement.never != Some(WhyNever::NeverSentType))
            .map(|(index, _)| index)
    }

    /// What the truth says that this entry has to touch.
    fn wanted(&self, index: usize) -> impl Iterator<Item = &'a [Category]> {
        let listed = self.listed.get(index).into_iter().flatten().copied();
        listed.chain(self.labelled.get(index).into_iter().flatten().copied())
    }

    /// The rules' reasons, labels aside.
    fn hits(&self, index: usize) -> impl Iterator<Item = &Hit> {
        let content = self.contents.each.get(index);
        let all = content.into_iter().flat_map(|content| &content.hits);
        all.filter(|hit| hit.because != Because::Label)
    }

    /// What the rules see in the entry itself, without these.
    fn own(&self, index: usize, without: &BTreeSet<&Because>) -> BTreeSet<Category> {
        matters(self.hits(index).filter(|hit| !without.contains(&hit.because)))
    }

    fn spread(&self, without: &BTreeSet<&Because>) -> Vec<BTreeSet<Category>> {
        let own = (0..self.contents.each.len()).map(|index| self.own(index, without));
        links::spread_from(self.record, &self.contents, &own.collect::<Vec<_>>())
    }

    /// Which of the wanted ones the rules see: what a list names in the entry itself, what a label says also over links.
    fn sees(
        &self,
        index: usize,
        wanted: &[Category],
        own: &BTreeSet<Category>,
        all: &BTreeSet<Category>,
    ) -> Option<Category> {
        let is_label = self
            .labelled
            .get(index)
            .is_some_and(|labels| labels.iter().any(|label| std::ptr::eq(*label, wanted)));
        let home = self.placements.get(index).and_then(|placement| placement.home);
        let seen = if is_label { all } else { own };
        let is_home =
            |category: Category| category == Category::WorkAndStudy && home == Some(category);
        wanted.iter().copied().find(|matter| seen.contains(matter) || is_home(*matter))
    }

    /// The words and codes of our own that its labelled entries show a need for.
    fn shows_a_need_for(&self) -> BTreeSet<&Because> {
        let labelled = self.sendable().filter(|index| self.wanted(*index).next().is_some());
        let hits = labelled.flat_map(|index| self.hits(index));
        let is_own =
            |because: &&Because| matches!(because, Because::Words(_) | Because::OwnCode(_));
        hits.map(|hit| &hit.because).filter(is_own).collect()
    }
}
