//! Named samples of the page, with fictional entries only.

use super::{
    Changed, Entry, Fault, FileSeen, Group, Held, ItemSeen, Letter, Looking, Narrowed, Part,
    PreviewView, Sends, SetAside, WhyHeld,
};
use crate::{components::Answer, i18n::Lang};
use time::macros::{date, datetime};

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
        added: vec!["Low back pain that lasts".into()],
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
                stopped: Some("01936b7e-0000-7000-8000-000000000002".into()),
                letters: Vec::new(),
                ..whole.clone()
            },
        ),
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
        ("record-changed", PreviewView { changed: Some(changed), ..whole.clone() }),
        ("rules-changed", PreviewView { changed: Some(Changed::default()), ..whole.clone() }),
        ("nothing-ticked", PreviewView { fault: Some(Fault::NothingTicked), ..whole.clone() }),
        ("unknown-entry", PreviewView { fault: Some(Fault::UnknownEntry), ..whole.clone() }),
        (
            "record-unreadable",
            PreviewView { fault: Some(Fault::RecordUnreadable), ..whole.clone() },
        ),
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
                        "Wear and tear of both knees (osteoarthritis)",
                        "14 March 2023. Dr Osei Lindqvist.",
                    ),
                    entry(2, "Low back pain that lasts", "2 September 2021. Dr Osei Lindqvist."),
                ],
            },
            Group {
                title: medicines(lang).into(),
                entries: vec![entry(3, "Naproxen 500 mg tablets", "Since 20 March 2023.")],
            },
        ],
        items: items(lang),
        letters: letters(),
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
            "Since 3 May 2024. Dr Osei Lindqvist.",
        )],
        left_out: vec![set_aside(
            "b1",
            "Co-codamol 30/500 tablets",
            "From 2 September 2021 to 11 January 2025.",
        )],
        held: every_reason(lang),
        kept_until: datetime!(2026-11-25 15:02),
        smaller: false,
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

// Every way in which a letter can stand: not answered, answered, a scan before and after it was opened, one that is elsewhere.
fn letters() -> Vec<Letter> {
    let letter = |key: &str, line: &str, files, scan, opened, answer| Letter {
        key: key.repeat(64),
        line: line.into(),
        when_and_who: "14 March 2023 · Ysbyty Bryn Celyn".into(),
        elements: vec![("What".into(), line.into())],
        files,
        scan,
        opened,
        answer,
    };
    vec![
        letter("1", "Clinic letter", 1, false, false, None),
        letter("2", "Discharge summary", 1, false, false, Some(Answer::Share)),
        letter("3", "Scanned referral", 1, true, false, None),
        letter("4", "Scanned report", 2, true, true, Some(Answer::DoNotShare)),
        letter("5", "Old report", 0, true, false, None),
    ]
}

// A record of many years: more than a page holds.
fn long(lang: Lang, part: Part, page: usize) -> PreviewView {
    let entries = |from: u32, count: u32, line: &str, item: usize| {
        let each = (from..from + count).map(|number| {
            let year = 2000 + i32::try_from((number - from) * 25 / count).unwrap_or_default();
            let dated = number % 40 != 0;
            let when = if dated { format!("4 May {year}. ") } else { String::new() };
            Entry {
                year: dated.then_some(year),
                items: vec![item],
                ..entry(number, line, &format!("{when}Dr Osei Lindqvist."))
            }
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
        year: Some(if number == 2 { 2021 } else { 2023 }),
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

fn every_reason(lang: Lang) -> Vec<Held> {
    let under = || vec![mental(lang).to_owned()];
    let of = |title: &str, count, why| Held { category: Some(title.to_owned()), count, why };
    let some = |count, why| Held { category: None, count, why };
    vec![
        of(mental(lang), 4, WhyHeld::NotShared),
        of(medicines(lang), 4, WhyHeld::MedicinesNeedAlso(under())),
        of(conditions(lang), 1, WhyHeld::NeedsAlso(under())),
        of(conditions(lang), 2, WhyHeld::NeedsUnasked(under())),
        some(1, WhyHeld::NotAsked),
        some(2, WhyHeld::OutsideDates),
        some(3, WhyHeld::OutsideChosenDates),
        some(2, WhyHeld::OtherProvider),
        some(2, WhyHeld::LetterNotChosen),
        some(1, WhyHeld::NoDate),
        some(2, WhyHeld::NotRecognised),
        some(1, WhyHeld::SomebodyElse),
        some(1, WhyHeld::Mistake),
        some(3, WhyHeld::NeverSent),
        some(1, WhyHeld::NotRead),
        some(1, WhyHeld::Marked),
        some(1, WhyHeld::NotNeeded),
        some(2, WhyHeld::NothingLeft),
        some(2, WhyHeld::NotesCut(None)),
        some(1, WhyHeld::NotesCut(Some(mental(lang).to_owned()))),
    ]
}
