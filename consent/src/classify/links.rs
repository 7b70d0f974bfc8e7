//! How matters spread over clinical links (rule 3): both ways, to a fixed point. What one entry touches, everything
//! tied to it clinically touches too. Lists, people, organisations and types never sent must pass nothing on.

use super::kinds::{is_never_sent, is_person_or_organisation, is_place_of_care};
use super::reading::Reading;
use crate::category::Category;
use crate::record::Record;
use std::collections::{BTreeMap, BTreeSet};

/// The matters of each entry after spreading, from those of each by its own content.
pub(super) fn spread(
    record: &Record,
    readings: &[Reading<'_>],
    own: &[BTreeSet<Category>],
) -> Vec<BTreeSet<Category>> {
    let takes_part: Vec<bool> = record
        .entries()
        .iter()
        .map(|entry| {
            let kind = entry.kind.as_str();
            let is_a_register = matches!(kind, "List" | "Composition");
            !is_a_register
                && !is_never_sent(kind)
                && !is_person_or_organisation(kind)
                && !is_place_of_care(kind)
        })
        .collect();
    let joins = |index: usize| takes_part.get(index).copied().unwrap_or_default();
    let mut groups = Groups((0..readings.len()).collect());
    let mut all = own.to_vec();
    for (index, reading) in readings.iter().enumerate().filter(|(index, _)| joins(*index)) {
        let attached = reading.elsewhere.iter();
        for target in reading
            .links
            .iter()
            .chain(attached)
            .filter_map(|reference| record.resolve(reference))
            .filter(|to| joins(*to))
        {
            groups.join(index, target);
        }
        // The clinic gives the matter away; a visit says nothing about the clinic.
        for target in reading.references.iter().filter_map(|reference| record.resolve(reference)) {
            let place =
                record.entries().get(target).filter(|entry| is_place_of_care(entry.kind.as_str()));
            if let (Some(_), Some(matters), Some(mine)) =
                (place, own.get(target), all.get_mut(index))
            {
                mine.extend(matters);
            }
        }
    }
    let mut shared: BTreeMap<usize, BTreeSet<Category>> = BTreeMap::new();
    for (index, matters) in all.iter().enumerate() {
        shared.entry(groups.root(index)).or_default().extend(matters);
    }
    (0..all.len())
        .map(|index| shared.get(&groups.root(index)).cloned().unwrap_or_default())
        .collect()
}

/// Entries that are tied to one another, each pointing towards the one that stands for its group.
struct Groups(Vec<usize>);

impl Groups {
    fn root(&mut self, index: usize) -> usize {
        let mut at = index;
        while let Some(next) = self.0.get(at).copied().filter(|next| *next != at) {
            let after = self.0.get(next).copied().unwrap_or(next);
            if let Some(slot) = self.0.get_mut(at) {
                *slot = after;
            }
            at = after;
        }
        at
    }

    fn join(&mut self, one: usize, other: usize) {
        let (one, other) = (self.root(one), self.root(other));
        if let Some(slot) = self.0.get_mut(one.max(other)) {
            *slot = one.min(other);
        }
    }
}
