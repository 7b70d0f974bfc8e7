//! What the samples have beside the file: letters, and what stays for each reason.

use super::super::{Held, Letter, WhyHeld};
use super::{conditions, medicines, mental};
use crate::{
    components::Answer,
    i18n::{Lang, day},
};
use time::macros::date;

/// Every way in which a letter can stand: not answered, answered, a scan before and after it was opened, one that is elsewhere.
pub(super) fn letters(lang: Lang) -> Vec<Letter> {
    let letter = |key: &str, line: &str, files, scan, opened, answer| Letter {
        key: key.repeat(64),
        line: line.into(),
        when_and_who: format!("{} · Ysbyty Bryn Celyn", day(lang, date!(2023 - 03 - 14))),
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

pub(super) fn every_reason(lang: Lang) -> Vec<Held> {
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
