//! The sentences of a receipt, in the order in which they are read. They are signed with it.

use super::{Event, Item, Told};
use crate::{
    i18n::{day, day_and_time},
    pages::confirm::Ends,
    t,
};

/// What happened, in plain sentences.
pub fn sentences(told: &Told) -> Vec<String> {
    let lang = told.lang;
    let mut said = match &told.event {
        Event::Decided => vec![decided(told)],
        Event::Amended => vec![amended(told), t!(lang, "signed-instead")],
        Event::Withdrew => vec![withdrew(told)],
        Event::Ended { since, last_day } => {
            let date = day_and_time(lang, *since);
            let (reference, asker) = (told.reference.clone(), told.asker.clone());
            let ended = t!(lang, "signed-ended", date = date, reference = reference, asker = asker);
            let why = match last_day {
                Some(date) => t!(lang, "signed-ended-date", date = day(lang, *date)),
                None => t!(lang, "signed-ended-within"),
            };
            vec![ended, why]
        }
        Event::Paused(why) => {
            let date = day_and_time(lang, told.at);
            let (reference, asker) = (told.reference.clone(), told.asker.clone());
            let paused =
                t!(lang, "signed-was-paused", date = date, reference = reference, asker = asker);
            vec![paused, t!(lang, "signed-pause-why", why = why.case())]
        }
        Event::Collected { entries } => {
            let date = day_and_time(lang, told.at);
            let (reference, asker) = (told.reference.clone(), told.asker.clone());
            let collected =
                t!(lang, "signed-collected", date = date, reference = reference, asker = asker);
            vec![collected, t!(lang, "signed-entries", count = *entries)]
        }
        Event::Answered { erased, statement } => answered(told, *erased, statement),
    };
    said.extend(items(told));
    said.extend(after(told));
    // A space that does not break is nothing that somebody who compares two texts can see.
    said.iter().map(|sentence| sentence.replace('\u{a0}', " ")).collect()
}

fn decided(told: &Told) -> String {
    let (lang, by, date) = (told.lang, told.by.case(), day_and_time(told.lang, told.at));
    let (reference, asker) = (told.reference.clone(), told.asker.clone());
    t!(lang, "signed-decided", by = by, date = date, reference = reference, asker = asker)
}

fn amended(told: &Told) -> String {
    let (lang, by, date) = (told.lang, told.by.case(), day_and_time(told.lang, told.at));
    let (reference, asker) = (told.reference.clone(), told.asker.clone());
    t!(lang, "signed-amended", by = by, date = date, reference = reference, asker = asker)
}

fn withdrew(told: &Told) -> String {
    let (lang, by, date) = (told.lang, told.by.case(), day_and_time(told.lang, told.at));
    let (reference, asker) = (told.reference.clone(), told.asker.clone());
    t!(lang, "signed-withdrew", by = by, date = date, reference = reference, asker = asker)
}

fn answered(told: &Told, erased: bool, statement: &str) -> Vec<String> {
    let (lang, asker) = (told.lang, told.asker.clone());
    let date = day_and_time(lang, told.at);
    let mut said = vec![t!(
        lang,
        "signed-answered",
        date = date,
        reference = told.reference.clone(),
        asker = asker
    )];
    if let Some((at, _)) = told.collected.first() {
        said.push(t!(lang, "signed-answered-file", collected = day_and_time(lang, *at)));
    }
    said.push(if erased { t!(lang, "signed-erased") } else { t!(lang, "signed-kept") });
    if !statement.is_empty() {
        said.push(t!(lang, "signed-statement", statement = statement.to_owned()));
    }
    said
}

/// What is shared, stopped, waits, has ended, was sent and stays private.
fn items(told: &Told) -> Vec<String> {
    let lang = told.lang;
    let titles =
        |items: &[Item]| items.iter().map(|item| item.words(lang)).collect::<Vec<_>>().join("; ");
    let listed = |items: &[Item], say: &dyn Fn(String) -> String| {
        (!items.is_empty()).then(|| say(titles(items)))
    };
    let answer = matches!(told.event, Event::Decided | Event::Amended);
    let nothing = (answer && told.shared.is_empty()).then(|| t!(lang, "signed-nothing"));
    let all = [
        nothing,
        listed(&told.sent, &|titles| t!(lang, "signed-sent", titles = titles)),
        listed(&told.shared, &|titles| match told.event {
            Event::Collected { .. } | Event::Answered { .. } => {
                t!(lang, "signed-sent-none", titles = titles)
            }
            _ => t!(lang, "signed-shared", titles = titles),
        }),
        listed(&told.ended, &|titles| t!(lang, "signed-over", titles = titles)),
        listed(&told.stopped, &|titles| t!(lang, "signed-stopped", titles = titles)),
        listed(&told.paused, &|titles| t!(lang, "signed-paused", titles = titles)),
        listed(&told.private, &|titles| t!(lang, "signed-private", titles = titles)),
    ];
    all.into_iter().flatten().collect()
}

/// What comes of it.
fn after(told: &Told) -> Vec<String> {
    let lang = told.lang;
    let ends = || match &told.ends {
        Some(Ends::On(date)) => vec![t!(lang, "signed-ends-on", date = day(lang, *date))],
        Some(Ends::CollectUntil(until)) => {
            vec![t!(lang, "signed-ends-until", until = day_and_time(lang, *until))]
        }
        None if told.shared.is_empty() => Vec::new(),
        None => vec![t!(lang, "signed-none-recorded")],
    };
    match &told.event {
        Event::Decided | Event::Amended => ends(),
        Event::Withdrew => {
            let times = match told.collected.last() {
                None => t!(lang, "signed-before-none"),
                Some((last, _)) => t!(
                    lang,
                    "signed-before",
                    count = told.collected.len(),
                    last = day_and_time(lang, *last)
                ),
            };
            vec![times, t!(lang, "signed-no-more")]
        }
        Event::Ended { .. } => vec![
            t!(lang, "signed-ended-no-more"),
            t!(lang, "signed-noticed", date = day_and_time(lang, told.at)),
        ],
        Event::Paused(_) => vec![t!(lang, "signed-paused-until")],
        Event::Collected { .. } => vec![t!(lang, "signed-collected-after")],
        Event::Answered { .. } => {
            vec![t!(lang, "signed-answered-after", asker = told.asker.clone())]
        }
    }
}
