//! From what happened in a month to counts: how many requests, and how many different people. Pure; and none of these
//! counts may be shown before [`super::suppress`] has said which.

use super::facts::{Fact, Looks, Said, What, Who, Why};
use std::collections::{BTreeMap, BTreeSet};

/// How many requests, and whose.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Count {
    /// Requests, those about people who were erased included.
    pub requests: u32,
    /// The different people among them, as far as they are still known: only they count towards the threshold.
    pub people: BTreeSet<Who>,
}

impl Count {
    fn add(&mut self, who: Option<&Who>) {
        self.requests = self.requests.saturating_add(1);
        self.people.extend(who.cloned());
    }

    fn join(&mut self, other: &Self) {
        self.requests = self.requests.saturating_add(other.requests);
        self.people.extend(other.people.iter().cloned());
    }

    /// Both together.
    #[must_use]
    pub fn with(&self, other: &Self) -> Self {
        let mut both = self.clone();
        both.join(other);
        both
    }
}

/// What is counted of one purpose in one month, or of several together.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// Requests that were submitted.
    pub asked: Count,
    /// Those of them that reached somebody who never said a word.
    pub silent: Count,
    /// First answers that share every kind that was asked for.
    pub full: Count,
    /// First answers that share some of it.
    pub part: Count,
    /// First answers that share nothing.
    pub nothing: Count,
    /// Answers that share, of which the requester saw nothing.
    pub unseen: Count,
    /// Answers in full of which the requester saw some, and not all.
    pub full_looks_some: Count,
    /// Answers in part of which the requester saw some.
    pub part_looks_some: Count,
    /// How many days the answers took.
    pub days: Vec<u32>,
    /// Sharing that was stopped.
    pub withdrew: Count,
    /// That part of it of which the requester was not told.
    pub withdrew_quietly: Count,
    /// Sharing that was held, which looks like stopping quietly.
    pub held: Count,
    /// Requests of which something was collected.
    pub collected: Count,
    /// Requests of which what was collected is said to be erased.
    pub erased: Count,
    /// Requests of which what was collected is said not to be enough.
    pub insufficient: Count,
    /// And why; one request can have several reasons.
    pub because: BTreeMap<Why, Count>,
}

impl Counts {
    /// Everything that was answered.
    #[must_use]
    pub fn answered(&self) -> Count {
        self.shared().with(&self.nothing)
    }

    /// Everything that was answered by sharing something.
    #[must_use]
    pub fn shared(&self) -> Count {
        self.full.with(&self.part)
    }

    /// The middle one of the days that the answers took; the lower one of two.
    #[must_use]
    pub fn median_days(&self) -> Option<u32> {
        let mut days = self.days.clone();
        days.sort_unstable();
        days.get(days.len().saturating_sub(1) / 2).copied()
    }

    fn add(&mut self, fact: &Fact) {
        let who = fact.who.as_ref();
        match fact.what {
            What::Asked => self.asked.add(who),
            What::Silent => self.silent.add(who),
            What::Answered { said, looks, days } => {
                match said {
                    Said::Full => self.full.add(who),
                    Said::Part => self.part.add(who),
                    Said::Nothing => self.nothing.add(who),
                }
                match (said, looks) {
                    (Said::Full | Said::Part, Looks::None) => self.unseen.add(who),
                    (Said::Full, Looks::Some) => self.full_looks_some.add(who),
                    (Said::Part, Looks::Some) => self.part_looks_some.add(who),
                    (Said::Nothing, _) | (_, Looks::All) => {}
                }
                self.days.extend(days);
            }
            What::Withdrew { quietly } => {
                self.withdrew.add(who);
                if quietly {
                    self.withdrew_quietly.add(who);
                }
            }
            What::Held => self.held.add(who),
            What::Collected => self.collected.add(who),
            What::Erased => self.erased.add(who),
            What::Insufficient => self.insufficient.add(who),
            What::Because(why) => self.because.entry(why).or_default().add(who),
        }
    }

    /// Adds the counts of another purpose.
    pub fn join(&mut self, other: &Self) {
        let pairs = [
            (&mut self.asked, &other.asked),
            (&mut self.silent, &other.silent),
            (&mut self.full, &other.full),
            (&mut self.part, &other.part),
            (&mut self.nothing, &other.nothing),
            (&mut self.unseen, &other.unseen),
            (&mut self.full_looks_some, &other.full_looks_some),
            (&mut self.part_looks_some, &other.part_looks_some),
            (&mut self.withdrew, &other.withdrew),
            (&mut self.withdrew_quietly, &other.withdrew_quietly),
            (&mut self.held, &other.held),
            (&mut self.collected, &other.collected),
            (&mut self.erased, &other.erased),
            (&mut self.insufficient, &other.insufficient),
        ];
        for (own, others) in pairs {
            own.join(others);
        }
        for (why, count) in &other.because {
            self.because.entry(*why).or_default().join(count);
        }
        self.days.extend(&other.days);
    }
}

/// The counts of each purpose: every one that is named, and every one that something happened for.
#[must_use]
pub fn count(purposes: &[String], facts: &[Fact]) -> BTreeMap<String, Counts> {
    let mut counted: BTreeMap<String, Counts> =
        purposes.iter().map(|id| (id.clone(), Counts::default())).collect();
    for fact in facts {
        counted.entry(fact.purpose.clone()).or_default().add(fact);
    }
    counted
}

/// All of them together.
#[must_use]
pub fn together<'a>(counts: impl IntoIterator<Item = &'a Counts>) -> Counts {
    counts.into_iter().fold(Counts::default(), |mut all, one| {
        all.join(one);
        all
    })
}
