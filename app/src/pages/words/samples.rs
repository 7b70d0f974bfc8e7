//! Named samples of the page of words.

use super::{Answers, Asked, Helper, Own, Point, Stays, WordsView};
use crate::{
    components::{GaugeHelp, GaugeLevel, PointGauge},
    i18n::Lang,
};
use time::macros::date;

/// Named samples.
pub fn samples(lang: Lang) -> Vec<(&'static str, WordsView)> {
    let said = |en: &str, cy: &str| match lang {
        Lang::En => en.to_owned(),
        Lang::Cy => cy.to_owned(),
    };
    let point = |place: &str, en: &str, cy: &str, level, entries, would_help: &[GaugeHelp]| Point {
        place: place.to_owned(),
        title: said(en, cy),
        gauge: Some(PointGauge {
            title: said(en, cy),
            level,
            entries,
            would_help: would_help.to_vec(),
        }),
        own: None,
    };
    let food = point("1", "Preparing food", "Paratoi bwyd", GaugeLevel::Covered, 4, &[]);
    let people = point(
        "2",
        "Mixing with people",
        "Cymysgu â phobl",
        GaugeLevel::Thin,
        1,
        &[GaugeHelp::OwnAccount, GaugeHelp::HelpersAccount, GaugeHelp::SomethingRecent],
    );
    let days = point(
        "3",
        "On most days",
        "Ar y rhan fwyaf o ddyddiau",
        GaugeLevel::Missing,
        0,
        &[GaugeHelp::OwnAccount, GaugeHelp::EffectOnDailyLife],
    );
    let own = |finished, held| Own { finished, characters: 312, held };
    let mental = said("Mental health", "Iechyd meddwl");
    let tests = said("Test and scan results", "Canlyniadau profion a sganiau");
    let first = WordsView {
        id: "0198c0de-0000-7000-8000-000000000001".to_owned(),
        reference: "SR 7K2M-9QDX".to_owned(),
        own: Asked::For(said("My own account", "Fy hanes yn fy ngeiriau fy hun")),
        helpers_asked: true,
        open: true,
        decided: false,
        points: vec![food.clone(), people.clone(), days.clone()],
        gauged: true,
        helpers: Vec::new(),
        answers: Vec::new(),
    };
    let with = |point: &Point, own| Point { own: Some(own), ..point.clone() };
    let needs_also = WordsView {
        points: vec![with(&food, own(true, vec![Stays::NeedsAlso(mental.clone())]))],
        ..first.clone()
    };
    let written = WordsView {
        points: vec![
            with(&food, own(true, vec![Stays::NeedsAlso(mental.clone()), Stays::NotAsked(tests)])),
            with(&people, own(true, vec![Stays::QuestionNeedsAlso(mental)])),
            with(&days, own(false, vec![Stays::Never])),
        ],
        decided: true,
        helpers: vec![Helper {
            name: "Ann O’Neill".to_owned(),
            relation: said("sister", "chwaer"),
            on: date!(2026 - 11 - 21),
        }],
        answers: vec![Answers {
            author: "Dr A Jones".to_owned(),
            questions: 3,
            on: date!(2026 - 11 - 22),
        }],
        ..first.clone()
    };
    let bare = |point: &Point| Point { gauge: None, ..point.clone() };
    let not_asked = WordsView {
        own: Asked::Not,
        helpers_asked: false,
        gauged: false,
        points: vec![Point { own: Some(own(true, Vec::new())), ..bare(&food) }, bare(&people)],
        ..first.clone()
    };
    let closed = WordsView { open: false, ..written.clone() };
    let nothing_left = WordsView {
        open: false,
        helpers: Vec::new(),
        answers: Vec::new(),
        points: vec![food.clone()],
        ..written.clone()
    };
    vec![
        ("first", first),
        ("written", written),
        ("needs-also", needs_also),
        ("not-asked", not_asked),
        ("closed", closed),
        ("closed-unwritten", nothing_left),
    ]
}
