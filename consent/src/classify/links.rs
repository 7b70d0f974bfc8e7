//! How matters spread over clinical links (rule 3): both ways, to a fixed point. What one entry touches, everything
//! tied to it clinically touches too. Lists, people, organisations and types never sent must pass nothing on.
//! One matter passes one link one way only: see [`asks`] and `docs/adr/0008-answers-and-visits.md`.

use super::contents::{Content, Contents};
use super::kinds::{is_never_sent, is_person_or_organisation, is_place_of_care};
use crate::category::Category;
use crate::record::{Entry, Record};
use serde_json::Value;
use std::collections::{BTreeSet, HashMap};

/// The matters of each entry after spreading, from those of each by its own content.
pub(super) fn spread(record: &Record, contents: &Contents<'_>) -> Vec<BTreeSet<Category>> {
    let own: Vec<BTreeSet<Category>> =
        contents.each.iter().map(|content| content.own.clone()).collect();
    spread_from(record, contents, &own)
}

/// The same from other matters than the rules find.
pub(super) fn spread_from(
    record: &Record,
    contents: &Contents<'_>,
    own: &[BTreeSet<Category>],
) -> Vec<BTreeSet<Category>> {
    let own: Vec<Set> = own.iter().map(Set::of).collect();
    let both_ways = closed(record, contents, &own, |matters| matters.without(ONE_WAY), false);
    let one_way = closed(record, contents, &own, |matters| matters.only(ONE_WAY), true);
    both_ways.into_iter().zip(one_way).map(|(one, other)| one.and(other).categories()).collect()
}

/// What an answer to a routine question tells about the person, and never about the visit at which it was asked.
const ONE_WAY: Category = Category::ImmigrationAndNationality;

/// Some of the matters, closed over the links; an answer takes from its visit and, `one_way`, gives it nothing.
fn closed(
    record: &Record,
    contents: &Contents<'_>,
    own: &[Set],
    some: impl Fn(Set) -> Set,
    one_way: bool,
) -> Vec<Set> {
    let parts: Vec<Part> = record.entries().iter().map(Part::of).collect();
    let part = |index: usize| parts.get(index).copied().unwrap_or(Part::None);
    let mut groups = Groups::of(own.iter().map(|matters| some(*matters)).collect());
    let mut from_visits = Vec::new();
    for (index, content) in
        contents.each.iter().enumerate().filter(|(at, _)| part(*at) == Part::Full)
    {
        let visit = if one_way && asks(record, index) { visit(record, index) } else { None };
        for target in targets(record, content).filter(|to| part(*to) == Part::Full) {
            if visit == Some(target) {
                from_visits.push((target, index));
            } else {
                groups.join(index, target);
            }
        }
        // The clinic gives the matter away; a visit says nothing about the clinic.
        for place in
            content.reading.references.iter().filter_map(|reference| record.resolve(reference))
        {
            if let (Part::Place, Some(matters)) = (part(place), own.get(place)) {
                groups.add(index, some(*matters));
            }
        }
    }
    groups.flow(&from_visits);
    (0..own.len()).map(|index| groups.matters(index)).collect()
}

/// How an entry takes part.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Part {
    /// It takes and gives.
    Full,
    /// It gives to what names it.
    Place,
    /// Neither.
    None,
}

impl Part {
    fn of(entry: &Entry) -> Self {
        let kind = entry.kind.as_str();
        if is_place_of_care(kind) {
            Self::Place
        } else if matches!(kind, "List" | "Composition")
            || is_never_sent(kind)
            || is_person_or_organisation(kind)
        {
            Self::None
        } else {
            Self::Full
        }
    }
}

fn targets<'a>(record: &'a Record, content: &'a Content<'_>) -> impl Iterator<Item = usize> + 'a {
    let all = content.reading.links.iter().chain(&content.reading.elsewhere);
    all.filter_map(|reference| record.resolve(reference))
}

/// The visit at which an entry was recorded, where it says so itself.
fn visit(record: &Record, index: usize) -> Option<usize> {
    let entry = record.entries().get(index)?;
    record.resolve(entry.resource.get("encounter")?.get("reference")?.as_str()?)
}

/// Whether this is an answer to a question that is put to people whatever they come for: an Observation that the record
/// calls a survey or social history, or a report on nothing but such.
fn asks(record: &Record, index: usize) -> bool {
    let Some(entry) = record.entries().get(index) else { return false };
    match entry.kind.as_str() {
        "Observation" => is_answer(&entry.resource),
        "DiagnosticReport" => {
            let results = entry.resource.get("result").and_then(Value::as_array);
            let mut results = results.into_iter().flatten().peekable();
            let is_attached =
                ["presentedForm", "media", "imagingStudy", "conclusion", "conclusionCode"]
                    .iter()
                    .any(|name| entry.resource.get(name).is_some());
            let answers = |result: &Value| {
                let to = result.get("reference").and_then(Value::as_str);
                let to = to.and_then(|reference| record.entries().get(record.resolve(reference)?));
                to.is_some_and(|to| to.kind.as_str() == "Observation" && is_answer(&to.resource))
            };
            !is_attached && results.peek().is_some() && results.all(answers)
        }
        _ => false,
    }
}

fn is_answer(resource: &Value) -> bool {
    const SYSTEM: &str = "http://terminology.hl7.org/CodeSystem/observation-category";
    let concepts = resource.get("category").and_then(Value::as_array).into_iter().flatten();
    let mut codings =
        concepts.filter_map(|concept| concept.get("coding")?.as_array()).flatten().peekable();
    let asks = |coding: &Value| {
        let said = |name: &str| coding.get(name).and_then(Value::as_str);
        said("system") == Some(SYSTEM) && matches!(said("code"), Some("survey" | "social-history"))
    };
    codings.peek().is_some() && codings.all(asks)
}

/// Matters, one bit each.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
struct Set(u64);

impl Set {
    fn of(matters: &BTreeSet<Category>) -> Self {
        Self(matters.iter().fold(0, |bits, matter| bits | Self::bit(*matter)))
    }

    const fn bit(category: Category) -> u64 {
        1 << category as u32
    }

    const fn without(self, category: Category) -> Self {
        Self(self.0 & !Self::bit(category))
    }

    const fn only(self, category: Category) -> Self {
        Self(self.0 & Self::bit(category))
    }

    const fn and(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    fn categories(self) -> BTreeSet<Category> {
        Category::ALL.iter().copied().filter(|matter| self.0 & Self::bit(*matter) != 0).collect()
    }
}

/// Entries that are tied to one another, each pointing towards the one that stands for its group and has its matters.
struct Groups {
    towards: Vec<usize>,
    matters: Vec<Set>,
}

impl Groups {
    fn of(matters: Vec<Set>) -> Self {
        Self { towards: (0..matters.len()).collect(), matters }
    }

    fn root(&mut self, index: usize) -> usize {
        let mut at = index;
        while let Some(next) = self.towards.get(at).copied().filter(|next| *next != at) {
            let after = self.towards.get(next).copied().unwrap_or(next);
            if let Some(slot) = self.towards.get_mut(at) {
                *slot = after;
            }
            at = after;
        }
        at
    }

    fn join(&mut self, one: usize, other: usize) {
        let (one, other) = (self.root(one), self.root(other));
        let matters = self.matters.get(one.max(other)).copied().unwrap_or_default();
        if let Some(slot) = self.towards.get_mut(one.max(other)) {
            *slot = one.min(other);
        }
        self.add(one.min(other), matters);
    }

    /// Adds these matters to the group; whether it had not all of them.
    fn add(&mut self, index: usize, more: Set) -> bool {
        let root = self.root(index);
        let Some(slot) = self.matters.get_mut(root) else { return false };
        let all = slot.and(more);
        let is_new = all != *slot;
        *slot = all;
        is_new
    }

    /// Lets matters flow one way, until nothing changes: each group is looked at again only when it has got more.
    fn flow(&mut self, ways: &[(usize, usize)]) {
        let mut onward: HashMap<usize, Vec<usize>> = HashMap::new();
        for (from, to) in ways {
            let (from, to) = (self.root(*from), self.root(*to));
            onward.entry(from).or_default().push(to);
        }
        let mut waiting: Vec<usize> = onward.keys().copied().collect();
        while let Some(from) = waiting.pop() {
            let matters = self.matters(from);
            for to in onward.get(&from).into_iter().flatten() {
                if self.add(*to, matters) && onward.contains_key(to) {
                    waiting.push(*to);
                }
            }
        }
    }

    fn matters(&mut self, index: usize) -> Set {
        let root = self.root(index);
        self.matters.get(root).copied().unwrap_or_default()
    }
}
