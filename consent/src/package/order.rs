//! The order of a package: category, then clinical date, then content, never the source's order.
//! Entries that look alike are told apart by what they refer to and what refers to them.

use super::Piece;
use crate::seeded::{Fault, planted};
use std::collections::BTreeMap;

/// A rank for each piece, all different, that depends on nothing but category, date, content and links. `targets` are
/// the places of the pieces that each refers to.
pub(super) fn ranks(pieces: &[Piece], targets: &[Vec<usize>]) -> Vec<usize> {
    if planted(Fault::SourceOrderKept) {
        return (0..pieces.len()).collect();
    }
    let key = |place: &usize| {
        pieces.get(*place).map(|piece| {
            (piece.home, piece.date.is_none(), piece.date, piece.kind, piece.copied.text())
        })
    };
    let mut order: Vec<usize> = (0..pieces.len()).collect();
    order.sort_by(|one, other| key(one).cmp(&key(other)));
    let mut classes = Classes::of(&order, |one, other| key(one) == key(other), targets);
    classes.refine((0..pieces.len()).collect());
    // All that tie look the same from everywhere: whichever comes last, the bytes are the same.
    while let Some(place) = classes.take_out_of_tie() {
        classes.refine(vec![place]);
    }
    classes.rank
}

/// Pieces that cannot be told apart yet. Ranks only ever become finer.
struct Classes<'a> {
    /// For each piece how many come before its class.
    rank: Vec<usize>,
    /// The pieces of each class that has more than one, by rank.
    tied: BTreeMap<usize, Vec<usize>>,
    targets: &'a [Vec<usize>],
    /// For each piece: which refer to it, and as the how-manieth.
    sources: Vec<Vec<(usize, usize)>>,
}

/// What a piece looks like from where it stands: what it refers to; what refers to it, and as the how-manieth.
type Looks = (Vec<usize>, Vec<(usize, usize)>);

impl<'a> Classes<'a> {
    fn of(
        order: &[usize],
        same: impl Fn(&usize, &usize) -> bool,
        targets: &'a [Vec<usize>],
    ) -> Self {
        let mut sources = vec![Vec::new(); targets.len()];
        for (place, all) in targets.iter().enumerate() {
            for (number, target) in all.iter().enumerate() {
                if let Some(sources) = sources.get_mut(*target) {
                    sources.push((place, number));
                }
            }
        }
        let mut classes =
            Self { rank: vec![0; order.len()], tied: BTreeMap::new(), targets, sources };
        let mut first = 0;
        for class in order.chunk_by(same) {
            classes.settle(first, class);
            first += class.len();
        }
        classes
    }

    /// These pieces have this rank from now on.
    fn settle(&mut self, first: usize, class: &[usize]) {
        for place in class {
            if let Some(rank) = self.rank.get_mut(*place) {
                *rank = first;
            }
        }
        if class.len() > 1 {
            self.tied.insert(first, class.to_vec());
        }
    }

    /// Splits every class whose pieces look different, until none does. Begins with the neighbours of those that have
    /// changed, and goes on with the neighbours of those that change.
    fn refine(&mut self, changed: Vec<usize>) {
        let mut changed = changed;
        while !changed.is_empty() {
            let mut touched: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
            for place in changed.drain(..) {
                let out = self.targets.get(place).into_iter().flatten().copied();
                let into = self.sources.get(place).into_iter().flatten().map(|(from, _)| *from);
                for near in out.chain(into) {
                    let rank = self.rank.get(near).copied().unwrap_or_default();
                    if self.tied.contains_key(&rank) {
                        touched.entry(rank).or_default().push(near);
                    }
                }
            }
            // All are looked at before any changes.
            let parted: Vec<_> = touched
                .into_iter()
                .filter_map(|(first, places)| Some((first, self.parted(first, places)?)))
                .collect();
            for (first, parts) in parted {
                self.tied.remove(&first);
                let mut rank = first;
                for part in parts {
                    if rank != first {
                        changed.extend(&part);
                    }
                    self.settle(rank, &part);
                    rank += part.len();
                }
            }
        }
    }

    /// The parts of a class that look different, in order; none where all look the same. Those that are not among
    /// `near` still look like one another.
    fn parted(&self, first: usize, mut near: Vec<usize>) -> Option<Vec<Vec<usize>>> {
        near.sort_unstable();
        near.dedup();
        let class = self.tied.get(&first)?;
        let rest: Vec<usize> =
            class.iter().copied().filter(|place| near.binary_search(place).is_err()).collect();
        let mut parts: BTreeMap<Looks, Vec<usize>> = BTreeMap::new();
        for place in near {
            parts.entry(self.looks(place)).or_default().push(place);
        }
        if let Some(one) = rest.first() {
            parts.entry(self.looks(*one)).or_default().extend(rest);
        }
        (parts.len() > 1).then(|| parts.into_values().collect())
    }

    fn looks(&self, place: usize) -> Looks {
        let rank = |place: usize| self.rank.get(place).copied().unwrap_or_default();
        let out = self.targets.get(place).into_iter().flatten().map(|target| rank(*target));
        let into = self.sources.get(place).into_iter().flatten();
        let mut into: Vec<_> = into.map(|(from, number)| (rank(*from), *number)).collect();
        into.sort_unstable();
        (out.collect(), into)
    }

    /// Gives one of the first that tie a rank of its own, behind the others.
    fn take_out_of_tie(&mut self) -> Option<usize> {
        let mut class = self.tied.first_entry()?;
        let first = *class.key();
        let place = class.get_mut().pop()?;
        let last = first + class.get().len();
        if class.get().len() < 2 {
            class.remove();
        }
        if let Some(rank) = self.rank.get_mut(place) {
            *rank = last;
        }
        Some(place)
    }
}
