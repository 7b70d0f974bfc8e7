//! Named samples: every letter with its spaces, and some that are filled in.

use super::{Facts, Kind, LetterView, Stance};
use crate::{forms::LetterForm, i18n::Lang, pages::letter::MOST};
use time::macros::date;

/// What the portal knows of somebody who does not exist.
pub(super) fn facts() -> Facts {
    Facts {
        name: "Siân O’Neill-Pugh".into(),
        postcode: Some("CF10 1AA".into()),
        birth_date: date!(1981 - 03 - 04),
        nhs_number: Some("999 081 2373".into()),
        nino: "QQ 12 34 56 C".into(),
        reference: "SR 7K2M-9QDX".into(),
        asker: "Department for Work and Pensions, Disability benefits, Leeds".into(),
        asked_on: date!(2026 - 11 - 17),
        reply_by: date!(2026 - 12 - 18),
        asks_record: true,
        stance: Stance::Stopped(date!(2026 - 11 - 20)),
        today: date!(2026 - 11 - 22),
    }
}

/// Named samples.
pub fn samples(lang: Lang) -> Vec<(&'static str, LetterView)> {
    let form = |pairs: &[(&str, &str)]| {
        let pairs = pairs.iter().map(|(n, v)| ((*n).to_owned(), (*v).to_owned())).collect();
        LetterForm::from_pairs(&pairs)
    };
    let of = |kind, form, facts| LetterView {
        id: "0198c0de-0000-7000-8000-000000000001".into(),
        kind,
        facts,
        lang,
        form,
    };
    let plain = |kind| of(kind, LetterForm::default(), facts());
    let with = |stance| of(Kind::StopPractice, LetterForm::default(), Facts { stance, ..facts() });
    let long = "a ".repeat(MOST);
    vec![
        ("stop-practice", plain(Kind::StopPractice)),
        (
            "stop-practice-in-the-other-language",
            LetterView { lang: lang.other(), ..plain(Kind::StopPractice) },
        ),
        ("stop-practice-refused", with(Stance::Refused(date!(2026 - 11 - 20)))),
        ("stop-practice-over", with(Stance::Over(date!(2026 - 11 - 20)))),
        ("stop-practice-sharing", with(Stance::Sharing)),
        (
            "stop-practice-undecided",
            of(
                Kind::StopPractice,
                LetterForm::default(),
                Facts { stance: Stance::Undecided, nhs_number: None, postcode: None, ..facts() },
            ),
        ),
        ("correction", plain(Kind::Correction)),
        (
            "correction-filled",
            of(
                Kind::Correction,
                form(&[
                    ("entry", "Fractured ankle, 4 May 2020"),
                    ("wrong", "It was my <b>left</b> wrist.\n\nThe letter of 9 May 2020 says so."),
                ]),
                facts(),
            ),
        ),
        ("more-time", plain(Kind::MoreTime)),
        (
            "more-time-filled",
            of(
                Kind::MoreTime,
                form(&[
                    ("form", "the form “How your disability affects you”"),
                    ("until", "15 January 2027"),
                    ("reason", "I was in hospital until last week."),
                ]),
                facts(),
            ),
        ),
        (
            "more-time-in-words",
            of(
                Kind::MoreTime,
                LetterForm::default(),
                Facts { asks_record: false, stance: Stance::Undecided, ..facts() },
            ),
        ),
        (
            "more-time-error",
            of(Kind::MoreTime, form(&[("reason", &long), ("until", "15 January")]), facts()),
        ),
        ("withdraw-form", plain(Kind::WithdrawForm)),
        ("subject-access", plain(Kind::SubjectAccess)),
        (
            "subject-access-filled",
            of(Kind::SubjectAccess, form(&[("about", "Notes of telephone calls")]), facts()),
        ),
        ("objection", plain(Kind::Objection)),
    ]
}
