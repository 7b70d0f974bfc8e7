//! A receipt in plain sentences, in the language that the claimant saw. They are signed with the receipt, so they say
//! what its fields say and nothing else: no name, nothing of a record.

mod paper;

pub use paper::{Paper, paper};

use crate::{
    i18n::{Lang, day, day_and_time},
    pages::confirm::Ends,
    t,
};
use time::{Date, PrimitiveDateTime};

/// What a receipt says. Titles come in its language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Told {
    /// The language of the words.
    pub lang: Lang,
    /// What happened.
    pub event: Event,
    /// Who did it.
    pub by: By,
    /// When, as a clock in London shows it.
    pub at: PrimitiveDateTime,
    /// The request, as people say it.
    pub reference: String,
    /// Who asked, as the register names it.
    pub asker: String,
    /// What is shared.
    pub shared: Vec<Item>,
    /// What is kept private.
    pub private: Vec<Item>,
    /// What was stopped.
    pub stopped: Vec<Item>,
    /// What waits to be confirmed again.
    pub paused: Vec<Item>,
    /// When sharing ends; none where there is nothing to collect.
    pub ends: Option<Ends>,
    /// When it had been collected before it was stopped.
    pub collected: Vec<PrimitiveDateTime>,
}

/// What happened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Event {
    /// A decision.
    Decided,
    /// A withdrawal.
    Withdrew,
}

/// Who did it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum By {
    /// The claimant.
    You,
    /// Somebody who acts for them.
    Helper,
    /// The operator, because the claimant asked.
    Operator,
}

impl By {
    const fn case(self) -> &'static str {
        match self {
            Self::You => "you",
            Self::Helper => "helper",
            Self::Operator => "operator",
        }
    }
}

/// One item, with how much less of it is shared than was asked for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Item {
    /// Its title.
    pub title: String,
    /// Only from this day on.
    pub from: Option<Date>,
    /// Only up to this day.
    pub to: Option<Date>,
    /// Only what one person or place recorded.
    pub one_provider: bool,
}

impl Item {
    /// The title, and in brackets what was taken away.
    pub fn words(&self, lang: Lang) -> String {
        let dates = match (self.from, self.to) {
            (Some(from), Some(to)) => {
                Some(t!(lang, "signed-only-from-to", from = day(lang, from), to = day(lang, to)))
            }
            (Some(from), None) => Some(t!(lang, "signed-only-from", from = day(lang, from))),
            (None, Some(to)) => Some(t!(lang, "signed-only-to", to = day(lang, to))),
            (None, None) => None,
        };
        let one = self.one_provider.then(|| t!(lang, "signed-only-one"));
        let less: Vec<String> = dates.into_iter().chain(one).collect();
        if less.is_empty() {
            self.title.clone()
        } else {
            format!("{} ({})", self.title, less.join("; "))
        }
    }
}

/// The sentences, in the order in which they are read.
pub fn sentences(told: &Told) -> Vec<String> {
    let lang = told.lang;
    let titles =
        |items: &[Item]| items.iter().map(|item| item.words(lang)).collect::<Vec<_>>().join("; ");
    let listed = |items: &[Item], say: &dyn Fn(String) -> String| {
        (!items.is_empty()).then(|| say(titles(items)))
    };
    let mut said = vec![happened(told)];
    if told.event == Event::Decided && told.shared.is_empty() {
        said.push(t!(lang, "signed-nothing"));
    }
    said.extend(listed(&told.shared, &|titles| t!(lang, "signed-shared", titles = titles)));
    said.extend(listed(&told.stopped, &|titles| t!(lang, "signed-stopped", titles = titles)));
    said.extend(listed(&told.paused, &|titles| t!(lang, "signed-paused", titles = titles)));
    said.extend(listed(&told.private, &|titles| t!(lang, "signed-private", titles = titles)));
    if told.event == Event::Decided && !told.shared.is_empty() && told.ends.is_none() {
        said.push(t!(lang, "signed-none-recorded"));
    }
    said.extend(told.ends.map(|ends| match ends {
        Ends::On(date) => t!(lang, "signed-ends-on", date = day(lang, date)),
        Ends::CollectUntil(until) => {
            t!(lang, "signed-ends-until", until = day_and_time(lang, until))
        }
    }));
    if told.event == Event::Withdrew {
        said.extend(before(told));
    }
    // A space that does not break is nothing that somebody who compares two texts can see.
    said.iter().map(|sentence| sentence.replace('\u{a0}', " ")).collect()
}

fn happened(told: &Told) -> String {
    let (lang, by, date) = (told.lang, told.by.case(), day_and_time(told.lang, told.at));
    let (reference, asker) = (told.reference.clone(), told.asker.clone());
    match told.event {
        Event::Decided => {
            t!(lang, "signed-decided", by = by, date = date, reference = reference, asker = asker)
        }
        Event::Withdrew => {
            t!(lang, "signed-withdrew", by = by, date = date, reference = reference, asker = asker)
        }
    }
}

fn before(told: &Told) -> [String; 2] {
    let lang = told.lang;
    let times = match told.collected.last() {
        None => t!(lang, "signed-before-none"),
        Some(last) => t!(
            lang,
            "signed-before",
            count = told.collected.len(),
            last = day_and_time(lang, *last)
        ),
    };
    [times, t!(lang, "signed-no-more")]
}

#[cfg(test)]
mod tests;
