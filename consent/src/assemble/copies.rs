//! The copies of what is left of a record, and what falls out because of them. A copy is made once, and again only where
//! something that it refers to has fallen out since.

use super::within;
use crate::classify::Placement;
use crate::elements::{self, ClinicalPeriod, Scope};
use crate::package::{Copied, Target, Why};
use crate::record::{Entry, Record};
use crate::seeded::{Fault, planted};

/// By place in the whole record.
pub(super) struct Copies {
    made: Vec<Made>,
    gone: Vec<bool>,
}

#[derive(Clone)]
enum Made {
    NotYet,
    /// None of its elements may be sent.
    Nothing,
    Copy(Box<Copied>),
}

impl Copies {
    /// None yet, of a record with so many entries.
    pub(super) fn of(size: usize) -> Self {
        Self { made: vec![Made::NotYet; size], gone: vec![false; size] }
    }

    /// This entry has fallen out.
    pub(super) fn drop(&mut self, source: usize) {
        if let Some(gone) = self.gone.get_mut(source) {
            *gone = true;
        }
        if let Some(made) = self.made.get_mut(source) {
            *made = Made::NotYet;
        }
    }

    /// The copy of this entry, for good.
    pub(super) fn take(&mut self, source: usize) -> Option<Copied> {
        match std::mem::replace(self.made.get_mut(source)?, Made::NotYet) {
            Made::Copy(copied) => Some(*copied),
            Made::NotYet | Made::Nothing => None,
        }
    }

    /// Makes the copies that are missing or no longer true. `left` are the places in the whole record.
    pub(super) fn make(
        &mut self,
        current: &Record,
        left: &[usize],
        placements: &[Placement],
        scope: &Scope,
    ) {
        let resolve = |reference: &str| match current.resolve(reference) {
            Some(target) => left.get(target).copied().map(Target::Entry),
            None if planted(Fault::ReferencesKept) => Some(Target::Text(reference.to_owned())),
            None => None,
        };
        for ((entry, source), placement) in current.entries().iter().zip(left).zip(placements) {
            if self.is_true(*source) {
                continue;
            }
            let copied = placement.home.and_then(|home| {
                let scope = within(scope, home);
                Copied::of(entry.kind.as_str(), &entry.resource, &scope, &resolve)
            });
            if let Some(made) = self.made.get_mut(*source) {
                *made = copied.map_or(Made::Nothing, |copied| Made::Copy(Box::new(copied)));
            }
        }
    }

    fn is_true(&self, source: usize) -> bool {
        let is_gone = |source: &usize| self.gone.get(*source).copied().unwrap_or(true);
        match self.made.get(source) {
            Some(Made::Copy(copied)) => !copied.asked_for.iter().any(is_gone),
            Some(Made::Nothing) => true,
            Some(Made::NotYet) | None => false,
        }
    }

    /// Why an entry falls out: nothing of it may go, or it only supports others and none needs it, directly or through
    /// another.
    pub(super) fn verdicts(&self, current: &Record, left: &[usize]) -> Vec<Option<Why>> {
        let follows = |entry: &Entry| {
            matches!(
                elements::period(entry.kind.as_str(), &entry.resource),
                ClinicalPeriod::Follows
            )
        };
        let follows: Vec<bool> = current.entries().iter().map(follows).collect();
        let mut needed = vec![false; self.made.len()];
        let mut open = Vec::new();
        for (source, follows) in left.iter().zip(&follows) {
            if let Some(needed) = needed.get_mut(*source).filter(|_| !follows) {
                *needed = true;
                open.push(*source);
            }
        }
        while let Some(source) = open.pop() {
            for target in self.copy(source).into_iter().flat_map(|copied| &copied.refers_to) {
                if let Some(needed) = needed.get_mut(*target).filter(|needed| !**needed) {
                    *needed = true;
                    open.push(*target);
                }
            }
        }
        let verdict = |source: &usize| match self.copy(*source) {
            None => Some(Why::NothingLeft),
            Some(_) if needed.get(*source) == Some(&true) => None,
            Some(_) => Some(Why::NothingNeedsIt),
        };
        left.iter().map(verdict).collect()
    }

    fn copy(&self, source: usize) -> Option<&Copied> {
        match self.made.get(source)? {
            Made::Copy(copied) => Some(copied),
            Made::NotYet | Made::Nothing => None,
        }
    }
}
