//! Named samples of the page on which people choose.

use super::{Answer, ChooseItem, ChooseView, Missed, PartChoice, Shared, Summary};
use crate::{
    forms::{ChooseForm, DayMonthYear, FieldError, NarrowForm},
    i18n::Lang,
};
use time::macros::date;

/// Named samples.
pub fn samples(lang: Lang) -> Vec<(&'static str, ChooseView)> {
    let empty = empty(lang);
    let [conditions, medicines, mental] = titles(lang).map(str::to_owned);
    let mut half = empty.clone();
    for (item, answer) in
        half.items.iter_mut().zip([Some(Answer::Share), Some(Answer::DoNotShare), None])
    {
        item.answer = answer;
    }
    half.end_date =
        DayMonthYear { day: "30".to_owned(), month: "2".to_owned(), year: "2027".to_owned() };
    let form = ChooseForm {
        choices: half
            .items
            .iter()
            .filter_map(|item| item.answer.map(|answer| (item.category.clone(), answer)))
            .collect(),
        end_date: half.end_date.clone(),
        ..ChooseForm::default()
    };
    half.errors = form.faults(
        half.items.iter().map(|item| (item.category.as_str(), item.title.as_str())),
        date!(2026 - 11 - 24),
    );
    let mut half_a_date = empty.clone();
    half_a_date.end_date = DayMonthYear { month: String::new(), ..half.end_date.clone() };
    half_a_date.errors.extend(half_a_date.end_date.read(date!(2026 - 11 - 24)).err());
    let [letters, unasked] = other_titles(lang).map(str::to_owned);
    let mut updated = empty.clone();
    let reason = "To read what a specialist wrote about your daily life.";
    updated.items.insert(2, item(lang, "letters-and-documents", &letters, reason, (true, 2)));
    for (item, entries) in updated.items.iter_mut().zip([4, 4, 2, 4]) {
        let private = item.category == "mental-health";
        item.answer = Some(if private { Answer::DoNotShare } else { Answer::Share });
        item.entries = Some(entries);
    }
    updated.summary = Some(Summary {
        record_read: true,
        reading_failed: false,
        shared: vec![
            Shared { title: conditions.clone(), entries: 3, letters: 0 },
            Shared { title: medicines.clone(), entries: 0, letters: 0 },
            Shared { title: letters, entries: 0, letters: 2 },
        ],
        missed: vec![
            Missed {
                title: medicines,
                entries: 4,
                under: vec![mental],
                asked_for: true,
                medicines: true,
            },
            Missed {
                title: conditions.clone(),
                entries: 1,
                under: vec![unasked],
                asked_for: false,
                medicines: false,
            },
        ],
    });
    let mut unread = updated.clone();
    unread.reply_by = None;
    unread.summary = Some(Summary {
        record_read: false,
        reading_failed: false,
        shared: vec![Shared { title: conditions, entries: 0, letters: 0 }],
        missed: Vec::new(),
    });
    for item in &mut unread.items {
        item.entries = None;
    }
    let mut failed = unread.clone();
    failed.summary.iter_mut().for_each(|summary| summary.reading_failed = true);
    let mut part = updated.clone();
    part.errors = narrowed(&mut part.items);
    // Where nothing is shared the record is not read, and nothing is counted.
    let one = ChooseView {
        items: empty
            .items
            .iter()
            .take(1)
            .map(|item| ChooseItem {
                answer: Some(Answer::DoNotShare),
                entries: None,
                ..item.clone()
            })
            .collect(),
        summary: Some(Summary::default()),
        ..empty.clone()
    };
    vec![
        ("empty", empty),
        ("errors", half),
        ("half-a-date", half_a_date),
        ("updated", updated),
        ("unread", unread),
        ("reading-failed", failed),
        ("part", part),
        ("one", one),
    ]
}

const fn titles(lang: Lang) -> [&'static str; 3] {
    match lang {
        Lang::En => ["Conditions and diagnoses", "Medicines, now and before", "Mental health"],
        Lang::Cy => {
            ["Cyflyrau a diagnosisau", "Meddyginiaethau, nawr ac o’r blaen", "Iechyd meddwl"]
        }
    }
}

// One that is asked for, and one that is not.
const fn other_titles(lang: Lang) -> [&'static str; 2] {
    match lang {
        Lang::En => ["Letters and documents", "Alcohol and drugs"],
        Lang::Cy => ["Llythyrau a dogfennau", "Alcohol a chyffuriau"],
    }
}

fn item(
    lang: Lang,
    category: &str,
    title: &str,
    reason: &str,
    (sensitive, entries): (bool, usize),
) -> ChooseItem {
    ChooseItem {
        category: category.to_owned(),
        title: title.to_owned(),
        description: match lang {
            Lang::En => "What your record says about it.".to_owned(),
            Lang::Cy => "Beth mae eich cofnod yn ei ddweud amdano.".to_owned(),
        },
        reason: reason.to_owned(),
        sensitive,
        entries: Some(entries),
        answer: None,
        part: Some(PartChoice {
            typed: NarrowForm::default(),
            asked: (date!(2021 - 11 - 24), date!(2026 - 11 - 24)),
            providers: None,
        }),
    }
}

fn empty(lang: Lang) -> ChooseView {
    let [conditions, medicines, mental] = titles(lang);
    ChooseView {
        id: "0198c0de-0000-7000-8000-000000000001".to_owned(),
        reference: "SR 7K2M-9QDX".to_owned(),
        asker: "Department for Work and Pensions, Leeds team".to_owned(),
        items: vec![
            item(
                lang,
                "conditions",
                conditions,
                "To learn what you live with, and since when.",
                (false, 3),
            ),
            item(
                lang,
                "medicines",
                medicines,
                "To see what you take, and how it affects you.",
                (false, 1),
            ),
            item(lang, "mental-health", mental, "To see if it makes going out hard.", (true, 0)),
        ],
        end_date: DayMonthYear::default(),
        ends_by_itself: date!(2027 - 02 - 22),
        reply_by: Some(date!(2026 - 12 - 18)),
        summary: None,
        errors: Vec::new(),
    }
}

// One with a wrong date, one that is right, one whom nobody is known to have recorded.
fn narrowed(items: &mut [ChooseItem]) -> Vec<FieldError> {
    let typed = |day: &str, month: &str, year: &str| DayMonthYear {
        day: day.to_owned(),
        month: month.to_owned(),
        year: year.to_owned(),
    };
    let providers = vec![
        ("a".repeat(64), Some("Dr Osei Lindqvist".to_owned())),
        ("b".repeat(64), Some("Ysbyty Bryn Celyn".to_owned())),
        ("c".repeat(64), None),
    ];
    let forms = [
        NarrowForm { from: typed("1", "", "2024"), ..NarrowForm::default() },
        NarrowForm {
            from: typed("1", "3", "2024"),
            to: typed("31", "12", "2025"),
            provider: Some("b".repeat(64)),
        },
        NarrowForm::default(),
    ];
    let mut faults = Vec::new();
    for (item, form) in items.iter_mut().zip(forms) {
        let Some(part) = item.part.as_mut() else { continue };
        faults.extend(form.faults(&item.category, &item.title, part.asked));
        part.providers = Some(if item.sensitive { Vec::new() } else { providers.clone() });
        part.typed = form;
    }
    faults
}
