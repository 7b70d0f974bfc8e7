//! Named samples of the page of a request.

use super::{
    Answer, Deed, DeedKind, Deeds, KeepFrom, MarkedEntry, Outcome, Phase, Repeats, RequestItem,
    RequestView, Span, Thread,
};
use crate::{
    components::{Paused, Standing},
    i18n::Lang,
    pages::own_copy::OwnCopy,
};
use time::macros::{date, datetime};

/// Named samples.
pub fn samples(lang: Lang) -> Vec<(&'static str, RequestView)> {
    let waiting = waiting(lang);
    let answer = Answer {
        on: date!(2026 - 11 - 24),
        receipt: "0198c0de-0000-7000-8000-00000000000a".to_owned(),
        told_complete: false,
    };
    let until = date!(2027 - 02 - 22);
    let with = |standings: &[Standing]| {
        let mut items = waiting.items.clone();
        for (item, standing) in items.iter_mut().zip(standings.iter().cycle()) {
            item.standing = *standing;
        }
        items
    };
    let shared = RequestView {
        marked: vec![MarkedEntry {
            key: "0".repeat(64),
            line: match lang {
                Lang::En => "Asthma · since March 2014",
                Lang::Cy => "Asthma · ers mis Mawrth 2014",
            }
            .to_owned(),
            on: date!(2026 - 11 - 23),
        }],
        items: with(&[Standing::Granted { until }, Standing::NothingRecorded, Standing::Refused]),
        answer: Some(answer.clone()),
        copy: Some(OwnCopy::Offer {
            request: "0198c0de-0000-7000-8000-000000000001".to_owned(),
            version: 2,
        }),
        deeds: Deeds {
            older: Some("41".to_owned()),
            further_back: false,
            lines: vec![
                Deed {
                    at: datetime!(2026-11-23 10:04),
                    kind: DeedKind::Checked { available: 0 },
                    repeats: Some(Repeats { times: 3, first: datetime!(2026-11-18 9:30) }),
                },
                Deed {
                    at: datetime!(2026-11-24 16:09),
                    kind: DeedKind::Checked { available: 1 },
                    repeats: None,
                },
                Deed { at: datetime!(2026-11-24 16:10), kind: DeedKind::Collected, repeats: None },
                Deed {
                    at: datetime!(2026-11-30 9:00),
                    kind: DeedKind::Said { outcome: Outcome::Insufficient },
                    repeats: None,
                },
            ],
        },
        ..waiting.clone()
    };
    let over = RequestView {
        items: with(&[
            Standing::Withdrawn,
            Standing::Expired { on: until },
            Standing::RequestClosed,
        ]),
        phase: Phase::Closed { on: Some(date!(2027 - 03 - 18)) },
        wrote: true,
        answer: Some(answer.clone()),
        copy: Some(OwnCopy::Kept { id: "0198c0de-0000-7000-8000-00000000000c".to_owned() }),
        replaced_by: Some(Thread {
            id: "0198c0de-0000-7000-8000-000000000003".to_owned(),
            reference: "SR 3HXP-4TNY".to_owned(),
        }),
        deeds: Deeds {
            older: None,
            further_back: true,
            lines: vec![
                Deed { at: datetime!(2026-11-24 16:10), kind: DeedKind::Collected, repeats: None },
                Deed {
                    at: datetime!(2026-12-01 9:00),
                    kind: DeedKind::Said { outcome: Outcome::Sufficient },
                    repeats: None,
                },
                Deed { at: datetime!(2026-12-02 11:31), kind: DeedKind::Kept, repeats: None },
                Deed {
                    at: datetime!(2026-12-03 16:10),
                    kind: DeedKind::CollectionRefused,
                    repeats: None,
                },
                Deed { at: datetime!(2027-03-01 11:31), kind: DeedKind::Erased, repeats: None },
                Deed { at: datetime!(2027-03-18 11:31), kind: DeedKind::Closed, repeats: None },
            ],
        },
        ..waiting.clone()
    };
    vec![
        ("waiting", waiting.clone()),
        (
            "not-now",
            RequestView { not_now: true, follows: over.replaced_by.clone(), ..waiting.clone() },
        ),
        (
            "late",
            RequestView {
                phase: Phase::Late,
                question: Some("How far can you walk on most days?".to_owned()),
                replaces: over.replaced_by.clone(),
                keep_from: KeepFrom::Collection,
                ..waiting.clone()
            },
        ),
        (
            "in-words",
            RequestView {
                items: Vec::new(),
                question: Some("How far can you walk on most days?".to_owned()),
                ..waiting.clone()
            },
        ),
        ("shared", shared.clone()),
        (
            "paused",
            RequestView {
                items: with(&[Standing::Paused]),
                answer: Some(Answer { told_complete: true, ..answer.clone() }),
                paused: Some(Paused::Rules),
                ..shared.clone()
            },
        ),
        (
            "part-stopped",
            RequestView {
                items: with(&[Standing::Paused, Standing::Withdrawn]),
                answer: Some(answer),
                paused: Some(Paused::PartStopped),
                ..shared
            },
        ),
        (
            "refused",
            RequestView {
                items: with(&[Standing::Refused]),
                answer: over.answer.clone(),
                ..waiting.clone()
            },
        ),
        (
            "client-off",
            RequestView {
                items: with(&[Standing::RequestClosed]),
                phase: Phase::Closed { on: None },
                ..waiting.clone()
            },
        ),
        ("over", over),
    ]
}

fn waiting(lang: Lang) -> RequestView {
    let item = |title: &str, reason: &str, sensitive| RequestItem {
        title: title.to_owned(),
        sensitive,
        reason: reason.to_owned(),
        decision_points: Vec::new(),
        from: None,
        to: None,
        standing: Standing::NotDecided,
    };
    let (conditions, medicines, mental, purpose, benefit, refused) = match lang {
        Lang::En => (
            "Conditions and diagnoses",
            "Medicines, now and before",
            "Mental health",
            "A first decision",
            "Personal Independence Payment",
            "DWP must still decide, from your form, what you send and any assessment. If that shows too little, you may get less or nothing, so you may want to send more yourself.",
        ),
        Lang::Cy => (
            "Cyflyrau a diagnosisau",
            "Meddyginiaethau, nawr ac o’r blaen",
            "Iechyd meddwl",
            "Penderfyniad cyntaf",
            "Taliad Annibyniaeth Personol",
            "Rhaid i’r DWP benderfynu o hyd, o’ch ffurflen, yr hyn rydych yn ei anfon ac unrhyw asesiad. Os yw hynny’n dangos rhy ychydig, efallai y cewch lai neu ddim, felly efallai y byddwch am anfon mwy eich hun.",
        ),
    };
    let (makers, points) = match lang {
        Lang::En => ("DWP PIP decision makers", ["Preparing food", "Washing", "Moving around"]),
        Lang::Cy => ("Penderfynwyr PIP y DWP", ["Paratoi bwyd", "Ymolchi", "Symud o gwmpas"]),
    };
    RequestView {
        id: "0198c0de-0000-7000-8000-000000000001".to_owned(),
        reference: "SR 7K2M-9QDX".to_owned(),
        asker: "Department for Work and Pensions, Leeds team".to_owned(),
        role: "Case manager".to_owned(),
        purpose: purpose.to_owned(),
        benefit: benefit.to_owned(),
        explanation: "You sent us your form. We want to see what your health record says about your daily life.".to_owned(),
        question: None,
        items: vec![
            RequestItem {
                decision_points: points.map(str::to_owned).to_vec(),
                from: Some(date!(2020 - 01 - 01)),
                to: Some(date!(2026 - 11 - 17)),
                ..item(conditions, "To learn what you live with, and since when.", false)
            },
            RequestItem { from: Some(date!(2024 - 01 - 01)), ..item(medicines, "To see what you take, and how it affects you.", false) },
            RequestItem { to: Some(date!(2026 - 11 - 17)), ..item(mental, "To see if it makes going out hard.", true) },
        ],
        recipients: vec![makers.to_owned(), "Maximus".to_owned()],
        keep_for: Span { years: 2, months: 1, days: 0 },
        keep_from: KeepFrom::LiveInterestEnds,
        collect_within: Span { years: 0, months: 0, days: 90 },
        if_refused: refused.to_owned(),
        asked_on: date!(2026 - 11 - 17),
        reply_by: date!(2026 - 12 - 18),
        phase: Phase::Open,
        not_now: false,
        paused: None,
        answer: None,
        follows: None,
        replaces: None,
        replaced_by: None,
        wrote: false,
        marked: Vec::new(),
        copy: None,
        deeds: Deeds::default(),
    }
}
