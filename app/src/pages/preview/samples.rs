//! Named samples of the page, with fictional entries only.

mod aside;

use super::{
    Again, Changed, Entry, Fault, FileSeen, Group, Held, ItemSeen, Letter, Looking, Narrowed, Part,
    PreviewView, Sends, SetAside, WhyHeld,
};
use crate::{
    components::Answer,
    i18n::{Lang, day},
    t,
};
use aside::{every_reason, letters};
use time::macros::{date, datetime};
use time::{Date, Month};

// A fingerprint that belongs to no file.
const DIGEST: &str = "87f0f8282cb88cfb41b15eaa3a55e1b61423f3ac54df211d0a755df33fb5f988";

/// A file as the samples of other pages name it.
pub(crate) fn sample_file() -> FileSeen {
    FileSeen { entries: 3, bytes: 1908, digest: DIGEST.into() }
}

/// Named samples.
pub fn samples(lang: Lang) -> Vec<(&'static str, PreviewView)> {
    let whole = whole(lang);
    let changed = Changed {
        added: vec![
            format!("Low back pain that lasts · {}", day(lang, date!(2021 - 09 - 02))),
            format!("Hay fever · {}", day(lang, date!(2022 - 05 - 30))),
        ],
        gone: vec!["Salbutamol inhaler, when needed".into()],
    };
    let nothing = |sends: Sends, held: Vec<Held>| PreviewView {
        sends,
        groups: Vec::new(),
        items: Vec::new(),
        letters: Vec::new(),
        narrowed: Vec::new(),
        asked_first: Vec::new(),
        left_out: Vec::new(),
        held,
        ..whole.clone()
    };
    let no = |title: &str, count| Held {
        category: Some(title.to_owned()),
        count,
        why: WhyHeld::NotShared,
    };
    vec![
        ("whole", whole.clone()),
        (
            "smaller",
            PreviewView {
                smaller: true,
                reply_by: None,
                stopped: Some("01936b7e-0000-7000-8000-000000000002".into()),
                letters: Vec::new(),
                ..whole.clone()
            },
        ),
        ("asked-first", part(lang, Part::AskedFirst)),
        ("left-out", part(lang, Part::LeftOut)),
        ("all-goes", all_goes(lang, Some(Answer::Share))),
        ("a-letter-waits", all_goes(lang, None)),
        ("long", long(lang, Part::Whole, 1)),
        ("one-group", long(lang, Part::Group(2), 3)),
        ("found", long(lang, Part::Found, 1)),
        ("letters", long(lang, Part::Letters, 1)),
        ("list", long(lang, Part::List, 1)),
        (
            "nothing-to-find",
            PreviewView { fault: Some(Fault::NothingToFind), ..long(lang, Part::Whole, 1) },
        ),
        ("not-opened", PreviewView { fault: Some(Fault::LetterNotOpened), ..whole.clone() }),
        ("ticks-kept", PreviewView { again: Some(Again::Ticks), ..whole.clone() }),
        ("older", PreviewView { again: Some(Again::Older), ..whole.clone() }),
        ("record-changed", PreviewView { changed: Some(changed), ..whole.clone() }),
        ("rules-changed", PreviewView { changed: Some(Changed::default()), ..whole.clone() }),
        ("nothing-ticked", PreviewView { fault: Some(Fault::NothingTicked), ..whole.clone() }),
        ("unknown-entry", PreviewView { fault: Some(Fault::UnknownEntry), ..whole.clone() }),
        (
            "nothing-shared",
            nothing(Sends::NothingShared, vec![no(conditions(lang), 3), no(medicines(lang), 0)]),
        ),
        ("nothing-recorded", nothing(Sends::NothingRecorded, Vec::new())),
    ]
}

fn conditions(lang: Lang) -> &'static str {
    match lang {
        Lang::En => "Conditions and diagnoses",
        Lang::Cy => "Cyflyrau a diagnosisau",
    }
}

fn medicines(lang: Lang) -> &'static str {
    match lang {
        Lang::En => "Medicines, now and before",
        Lang::Cy => "Meddyginiaethau, nawr ac o’r blaen",
    }
}

fn mental(lang: Lang) -> &'static str {
    match lang {
        Lang::En => "Mental health",
        Lang::Cy => "Iechyd meddwl",
    }
}

fn whole(lang: Lang) -> PreviewView {
    let set_aside = |key: &str, line: &str, who: &str| SetAside {
        key: key.into(),
        line: line.into(),
        when_and_who: who.into(),
    };
    PreviewView {
        id: "01936b7e-0000-7000-8000-000000000001".into(),
        reference: "SR 7K2M-9QD".into(),
        asker: "Maximus, PIP team, Leeds".into(),
        sends: Sends::File {
            file: sample_file(),
            name: "SR-7K2M-9QD.json".into(),
            json: Some("{\n  \"resourceType\": \"Bundle\",\n  \"type\": \"collection\"\n}".into()),
        },
        groups: vec![
            Group {
                title: conditions(lang).into(),
                entries: vec![
                    entry(
                        1,
                        "Low back pain that lasts",
                        &by_doctor(day(lang, date!(2021 - 09 - 02))),
                    ),
                    entry(
                        2,
                        "Wear and tear of both knees (osteoarthritis)",
                        &by_doctor(day(lang, date!(2023 - 03 - 14))),
                    ),
                ],
            },
            Group {
                title: medicines(lang).into(),
                entries: vec![entry(
                    3,
                    "Naproxen 500 mg tablets",
                    &since(lang, date!(2023 - 03 - 20)),
                )],
            },
        ],
        items: items(lang),
        letters: letters(lang),
        narrowed: vec![
            Narrowed {
                title: conditions(lang).into(),
                from: Some(date!(2020 - 03 - 01)),
                to: Some(date!(2025 - 12 - 31)),
                one_provider: false,
            },
            Narrowed { title: medicines(lang).into(), from: None, to: None, one_provider: true },
        ],
        asked_first: vec![set_aside(
            "a1",
            "Amitriptyline 10 mg tablets",
            &by_doctor(since(lang, date!(2024 - 05 - 03))),
        )],
        left_out: vec![set_aside(
            "b1",
            "Co-codamol 30/500 tablets",
            &between(lang, date!(2021 - 09 - 02), date!(2025 - 01 - 11)),
        )],
        held: every_reason(lang),
        reply_by: Some(date!(2026 - 12 - 18)),
        kept_until: datetime!(2026-11-25 15:02),
        smaller: false,
        again: None,
        stopped: None,
        gauge: Vec::new(),
        changed: None,
        looking: Looking::default(),
        fault: None,
    }
}

fn items(lang: Lang) -> Vec<ItemSeen> {
    vec![
        ItemSeen {
            title: conditions(lang).into(),
            reason: "To learn what you live with, and since when.".into(),
            points: vec!["Preparing food".into(), "Moving around".into()],
        },
        ItemSeen {
            title: medicines(lang).into(),
            reason: "To see what you take, and how it affects you.".into(),
            points: Vec::new(),
        },
    ]
}

/// A part of it that has its own page.
fn part(lang: Lang, part: Part) -> PreviewView {
    PreviewView { looking: Looking { part, ..Looking::default() }, ..whole(lang) }
}

/// Nothing is held back, but for the one letter where it was not answered.
fn all_goes(lang: Lang, answer: Option<Answer>) -> PreviewView {
    let letter = letters(lang).into_iter().take(1).map(|letter| Letter { answer, ..letter });
    PreviewView {
        letters: letter.collect(),
        asked_first: Vec::new(),
        left_out: Vec::new(),
        held: Vec::new(),
        narrowed: Vec::new(),
        ..whole(lang)
    }
}

// As the server says it: when and who, a dot between, a capital before.
fn by_doctor(when: String) -> String {
    when + " · Dr Osei Lindqvist"
}

fn since(lang: Lang, from: Date) -> String {
    capital(&t!(lang, "entry-since", date = day(lang, from)))
}

fn between(lang: Lang, from: Date, to: Date) -> String {
    capital(&t!(lang, "entry-between", start = day(lang, from), end = day(lang, to)))
}

fn capital(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

// A record of many years: more than a page holds.
fn long(lang: Lang, part: Part, page: usize) -> PreviewView {
    let entries = |from: u32, count: u32, line: &str, item: usize| {
        let each = (from..from + count).map(|number| {
            let year = 2000 + i32::try_from((number - from) * 25 / count).unwrap_or_default();
            // What has no date comes last; the very last says nothing of who, either.
            let left = from + count - number;
            let when = Date::from_calendar_date(year, Month::May, 4).ok().filter(|_| left > 5);
            let words = match when {
                Some(when) => by_doctor(day(lang, when)),
                None if left > 1 => "Dr Osei Lindqvist".to_owned(),
                None => String::new(),
            };
            Entry { year: when.map(Date::year), items: vec![item], ..entry(number, line, &words) }
        });
        each.collect::<Vec<_>>()
    };
    let groups = vec![
        Group {
            title: conditions(lang).into(),
            entries: entries(1, 60, "Chronic renal disease", 0),
        },
        Group {
            title: medicines(lang).into(),
            entries: entries(61, 240, "Naproxen 500 mg tablets", 1),
        },
    ];
    let whole = whole(lang);
    let sends = Sends::File {
        file: FileSeen { entries: 300, bytes: 190_800, digest: DIGEST.into() },
        name: "SR-7K2M-9QD.json".into(),
        json: None,
    };
    let find = if part == Part::Found { "renal 2004" } else { "" };
    let looking = Looking { part, page, find: find.into() };
    PreviewView { sends, groups, looking, narrowed: Vec::new(), ..whole }
}

fn entry(number: u32, line: &str, when_and_who: &str) -> Entry {
    Entry {
        number,
        key: format!("{number:064}"),
        year: Some(if number == 1 { 2021 } else { 2023 }),
        items: vec![usize::from(number > 2)],
        chosen: number == 2,
        line: line.into(),
        when_and_who: when_and_who.into(),
        elements: vec![
            ("resourceType".into(), "Condition".into()),
            ("code.text".into(), line.into()),
        ],
    }
}
