//! Named samples of the page, with fictional entries only.

use super::{Changed, Entry, Fault, FileSeen, Group, Held, PreviewView, Sends, SetAside, WhyHeld};
use crate::i18n::Lang;
use time::macros::datetime;

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
        added: vec!["Salbutamol inhaler, when needed".into()],
        gone: vec!["Low back pain that lasts".into()],
    };
    let nothing = |sends: Sends, held: Vec<Held>| PreviewView {
        sends,
        groups: Vec::new(),
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
        ("smaller", PreviewView { smaller: true, ..whole.clone() }),
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
            json: "{\n  \"resourceType\": \"Bundle\",\n  \"type\": \"collection\"\n}".into(),
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
        changed: None,
        fault: None,
    }
}

fn entry(number: u32, line: &str, when_and_who: &str) -> Entry {
    Entry {
        number,
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
