//! What the ticked choices would send and what would be missed, in words. Said to the claimant only.

use crate::{
    i18n::{Lang, join},
    t,
};

/// What is known about the ticked choices.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Summary {
    /// Whether the record could be read. If not, nothing can be counted.
    pub record_read: bool,
    /// Whether it should have been read, and could not be.
    pub reading_failed: bool,
    /// What is ticked to be shared, in the order of the page.
    pub shared: Vec<Shared>,
    /// What would not go although its kind is shared.
    pub missed: Vec<Missed>,
}

/// A category that is ticked to be shared.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shared {
    /// Its title in the page's language.
    pub title: String,
    /// How many entries of it would be sent.
    pub entries: usize,
    /// How many letters of it are chosen one by one on the next page.
    pub letters: usize,
}

/// Entries of a shared category that are under another one too.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Missed {
    /// The shared category's title, in the page's language.
    pub title: String,
    /// How many entries.
    pub entries: usize,
    /// The titles of the categories that would have to be shared too.
    pub under: Vec<String>,
    /// Whether those were asked for: if not, the entries cannot go at all.
    pub asked_for: bool,
    /// Whether they are medicines, which have a word of their own.
    pub medicines: bool,
}

/// The lines of the summary, for the page and for the island.
pub fn summary_lines(lang: Lang, summary: &Summary) -> Vec<String> {
    if summary.shared.is_empty() {
        return vec![t!(lang, "choose-summary-nothing")];
    }
    if summary.reading_failed {
        return vec![t!(lang, "choose-summary-failed")];
    }
    if !summary.record_read {
        return vec![t!(lang, "choose-summary-unread")];
    }
    let shared = summary.shared.iter().flat_map(|shared| {
        let title = || shared.title.clone();
        let goes = (shared.letters == 0 || shared.entries > 0)
            .then(|| t!(lang, "choose-summary-shared", title = title(), n = shared.entries));
        let letters = (shared.letters > 0)
            .then(|| t!(lang, "choose-summary-letters", title = title(), n = shared.letters));
        [goes, letters].into_iter().flatten()
    });
    let missed = summary.missed.iter().map(|missed| {
        let (title, under) = (missed.title.clone(), join(lang, &missed.under));
        if missed.asked_for && missed.medicines {
            t!(lang, "choose-summary-missed-medicines", n = missed.entries, under = under)
        } else if missed.asked_for {
            t!(lang, "choose-summary-missed", title = title, n = missed.entries, under = under)
        } else {
            t!(lang, "choose-summary-never", title = title, n = missed.entries, under = under)
        }
    });
    shared.chain(missed).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_would_be_missed_is_said() {
        let summary = Summary {
            record_read: true,
            reading_failed: false,
            shared: vec![
                Shared { title: "Medicines, now and before".to_owned(), entries: 5, letters: 0 },
                Shared { title: "Letters and documents".to_owned(), entries: 0, letters: 2 },
            ],
            missed: vec![Missed {
                title: "Medicines, now and before".to_owned(),
                entries: 4,
                under: vec!["Mental health".to_owned()],
                asked_for: true,
                medicines: true,
            }],
        };
        assert_eq!(
            summary_lines(Lang::En, &summary),
            vec![
                "Medicines, now and before: 5 entries would be sent.",
                "Letters and documents: you decide on each of the 2 letters on the next page.",
                "4 of your medicines are under Mental health. They go only if you share that too.",
            ]
        );
    }
}
