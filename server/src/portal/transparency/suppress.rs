//! Which counts may be published. Pure: no store, no clock. The rule, in one sentence: a number is shown only where it
//! is about enough people whose cases look alike to a requester and are not, and where nothing that is held back can be
//! worked out from the shown numbers by adding and taking away.

use super::facts::Why;
use super::figures::{Count, Counts, together};
use std::collections::BTreeMap;

/// How much is enough.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rules {
    /// At least so many different people.
    pub people: usize,
    /// Every number is rounded down to a multiple of this.
    pub step: u32,
    /// Of cases that look alike to a requester, at most so many in ten are of one kind.
    pub most_in_ten: u32,
}

/// The rules that are in force. Their version is published with every month.
pub const IN_FORCE: Rules = Rules { people: 10, step: 5, most_in_ten: 9 };
/// Goes up when the rules change.
pub const VERSION: u32 = 1;

/// What a published number says. The names are kept for ever.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Measure {
    /// Requests.
    Asked,
    /// First answers.
    Answered,
    /// Those that share something.
    Shared,
    /// Those that share every kind.
    SharedInFull,
    /// Those that share some kinds.
    SharedInPart,
    /// Those that share nothing.
    NotShared,
    /// The median of the days to the first answer.
    MedianDays,
    /// Requests of which sharing was stopped.
    Withdrawn,
    /// Requests of which something was collected.
    Collected,
    /// Requests of which what was collected is said to be erased.
    Erased,
    /// Requests of which what was collected was not enough.
    Insufficient,
    /// And why.
    Because(Why),
}

impl Measure {
    /// All of them, in the order in which they are shown.
    pub const ALL: [Self; 15] = [
        Self::Asked,
        Self::Answered,
        Self::Shared,
        Self::SharedInFull,
        Self::SharedInPart,
        Self::NotShared,
        Self::MedianDays,
        Self::Withdrawn,
        Self::Collected,
        Self::Erased,
        Self::Insufficient,
        Self::Because(Why::Missing),
        Self::Because(Why::OutOfDate),
        Self::Because(Why::Unclear),
        Self::Because(Why::NotAboutEffect),
    ];

    /// The fixed name.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Asked => "asked",
            Self::Answered => "answered",
            Self::Shared => "shared",
            Self::SharedInFull => "shared-in-full",
            Self::SharedInPart => "shared-in-part",
            Self::NotShared => "not-shared",
            Self::MedianDays => "median-days-to-answer",
            Self::Withdrawn => "withdrawn",
            Self::Collected => "collected",
            Self::Erased => "erased",
            Self::Insufficient => "insufficient",
            Self::Because(Why::Missing) => "insufficient-missing",
            Self::Because(Why::OutOfDate) => "insufficient-out-of-date",
            Self::Because(Why::Unclear) => "insufficient-unclear",
            Self::Because(Why::NotAboutEffect) => "insufficient-not-about-effect",
        }
    }

    /// The measure with this name.
    #[must_use]
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|measure| measure.as_str() == name)
    }
}

/// Numbers that are shown or held back together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Topic {
    /// How many were asked.
    Asked,
    /// How many answered, shared, did not share, and after how many days.
    Answers,
    /// How many of those who shared did so in full and in part.
    Parts,
    /// How many stopped sharing.
    Withdrawn,
    /// How many were collected.
    Collected,
    /// How many were erased.
    Erased,
    /// How many were not enough.
    Insufficient,
    /// How many were not enough for this reason.
    Because(Why),
}

impl Topic {
    /// All of them.
    pub const ALL: [Self; 11] = [
        Self::Asked,
        Self::Answers,
        Self::Parts,
        Self::Withdrawn,
        Self::Collected,
        Self::Erased,
        Self::Insufficient,
        Self::Because(Why::Missing),
        Self::Because(Why::OutOfDate),
        Self::Because(Why::Unclear),
        Self::Because(Why::NotAboutEffect),
    ];

    /// What it counts; of some it says more than these.
    fn counts(self, counts: &Counts) -> Vec<Count> {
        match self {
            Self::Asked => vec![counts.asked.clone()],
            Self::Answers => vec![counts.answered(), counts.shared(), counts.nothing.clone()],
            Self::Parts => vec![counts.full.clone(), counts.part.clone()],
            Self::Withdrawn => vec![counts.withdrew.clone()],
            Self::Collected => vec![counts.collected.clone()],
            Self::Erased => vec![counts.erased.clone()],
            Self::Insufficient => vec![counts.insufficient.clone()],
            Self::Because(why) => vec![counts.because.get(&why).cloned().unwrap_or_default()],
        }
    }

    /// What each of them is called.
    const fn measures(self) -> &'static [Measure] {
        match self {
            Self::Asked => &[Measure::Asked],
            Self::Answers => &[Measure::Answered, Measure::Shared, Measure::NotShared],
            Self::Parts => &[Measure::SharedInFull, Measure::SharedInPart],
            Self::Withdrawn => &[Measure::Withdrawn],
            Self::Collected => &[Measure::Collected],
            Self::Erased => &[Measure::Erased],
            Self::Insufficient => &[Measure::Insufficient],
            Self::Because(Why::Missing) => &[Measure::Because(Why::Missing)],
            Self::Because(Why::OutOfDate) => &[Measure::Because(Why::OutOfDate)],
            Self::Because(Why::Unclear) => &[Measure::Because(Why::Unclear)],
            Self::Because(Why::NotAboutEffect) => &[Measure::Because(Why::NotAboutEffect)],
        }
    }

    /// May the numbers of this group be shown, taken by themselves?
    #[must_use]
    pub fn may_show(self, counts: &Counts, rules: &Rules) -> bool {
        let enough = self.counts(counts).iter().all(|count| count.people.len() >= rules.people);
        enough
            && match self {
                // What a requester does or says itself tells it nothing new.
                Self::Asked
                | Self::Collected
                | Self::Erased
                | Self::Insufficient
                | Self::Because(_) => true,
                Self::Answers => mixed(&counts.nothing, &counts.silent.with(&counts.unseen), rules),
                Self::Parts => {
                    Self::Answers.may_show(counts, rules)
                        && mixed(&counts.part_looks_some, &counts.full_looks_some, rules)
                }
                Self::Withdrawn => {
                    counts.withdrew_quietly.requests == 0
                        || mixed(&counts.withdrew_quietly, &counts.held, rules)
                }
            }
    }

    fn numbers(self, counts: &Counts, rules: &Rules) -> Vec<(Measure, u32)> {
        let rounded = |count: Count| count.requests - count.requests % rules.step.max(1);
        let each = self.counts(counts).into_iter().map(rounded);
        // Those of erased people are not known: what is left has to be enough by itself.
        let known = self == Self::Answers && counts.days.len() >= rules.people;
        let days = counts.median_days().filter(|_| known);
        let measures = self.measures().iter().copied();
        measures.zip(each).chain(days.map(|days| (Measure::MedianDays, days))).collect()
    }
}

/// Enough of either kind, and neither nearly all: to a requester the two look alike, and stay so.
fn mixed(one: &Count, other: &Count, rules: &Rules) -> bool {
    let both = one.requests.saturating_add(other.requests);
    let most = one.requests.max(other.requests);
    one.people.len() >= rules.people
        && other.people.len() >= rules.people
        && most.saturating_mul(10) <= both.saturating_mul(rules.most_in_ten)
}

/// Which rows of a topic are shown, and whether all of them together are.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shown {
    /// Row by row.
    pub rows: Vec<bool>,
    /// All together.
    pub total: bool,
}

/// Which rows may be shown, and whether their total may: only where nothing can be taken away from it, because every
/// row is shown or none is; and where none is, only where it is not so large that every row has to be nearly as large
/// as a small one can be.
#[must_use]
pub fn protect(topic: Topic, rows: &[&Counts], within: Option<&Shown>, rules: &Rules) -> Shown {
    let allowed = |at: usize| within.is_none_or(|shown| shown.rows.get(at) == Some(&true));
    let shown: Vec<bool> = rows
        .iter()
        .enumerate()
        .map(|(at, row)| allowed(at) && topic.may_show(row, rules))
        .collect();
    let all = together(rows.iter().copied());
    let every = shown.iter().all(|shown| *shown);
    // Where the rows of what it is a part of are shown, they tell about these.
    let outer = within.map_or(&shown, |outer| &outer.rows);
    let none = !shown.iter().chain(outer).any(|shown| *shown);
    let total = within.is_none_or(|shown| shown.total)
        && topic.may_show(&all, rules)
        && (every || (none && is_roomy(topic, rows, &all, rules)));
    Shown { rows: shown, total }
}

/// Where every row of a number is small, there is room for each of them to be anything that is small.
fn is_roomy(topic: Topic, rows: &[&Counts], all: &Counts, rules: &Rules) -> bool {
    let most = rules.people.saturating_sub(1);
    let room = rows.len().saturating_sub(1).saturating_mul(most);
    let each: Vec<Vec<Count>> = rows.iter().map(|row| topic.counts(row)).collect();
    topic.counts(all).iter().enumerate().all(|(at, count)| {
        let small = |row: &Vec<Count>| row.get(at).is_none_or(|own| own.people.len() <= most);
        count.people.len() <= room || !each.iter().all(small)
    })
}

/// One number to publish: of one purpose, or of all together.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Number {
    /// Which purpose; none: all together.
    pub purpose: Option<String>,
    /// What it says.
    pub measure: Measure,
    /// Rounded down.
    pub value: u32,
}

/// Everything that may be published of a month. What is not in it is held back.
#[must_use]
pub fn publishable(counts: &BTreeMap<String, Counts>, rules: &Rules) -> Vec<Number> {
    let rows: Vec<&Counts> = counts.values().collect();
    let all = together(rows.iter().copied());
    let answers = protect(Topic::Answers, &rows, None, rules);
    let mut numbers = Vec::new();
    for topic in Topic::ALL {
        let shown = match topic {
            Topic::Answers => answers.clone(),
            Topic::Parts => protect(topic, &rows, Some(&answers), rules),
            _ => protect(topic, &rows, None, rules),
        };
        let of = |purpose: Option<&String>, counts: &Counts| -> Vec<Number> {
            let numbers = topic.numbers(counts, rules).into_iter();
            numbers
                .map(|(measure, value)| Number { purpose: purpose.cloned(), measure, value })
                .collect()
        };
        if shown.total {
            numbers.extend(of(None, &all));
        }
        let visible = counts.iter().zip(&shown.rows).filter(|(_, shown)| **shown);
        numbers.extend(visible.flat_map(|((purpose, counts), _)| of(Some(purpose), counts)));
    }
    numbers.sort();
    numbers
}

#[cfg(test)]
mod tests;
