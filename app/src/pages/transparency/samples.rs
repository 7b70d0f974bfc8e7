//! Named samples. Every number in them is made up.

use super::view::{
    Canary, Checkpoint, Earlier, Figures, LogView, Measure, MonthView, Numbers, PurposeView,
    Requester, TransparencyView, Witness,
};
use crate::i18n::Lang;
use crate::pages::request::{KeepFrom, Span};
use time::macros::{date, datetime};

const ALL: [Measure; 15] = [
    Measure::Asked,
    Measure::Answered,
    Measure::Shared,
    Measure::Full,
    Measure::Part,
    Measure::NotShared,
    Measure::Days,
    Measure::Withdrawn,
    Measure::Collected,
    Measure::Erased,
    Measure::Insufficient,
    Measure::Missing,
    Measure::OutOfDate,
    Measure::Unclear,
    Measure::NotAboutEffect,
];

/// Zero stands for what is held back.
fn numbers(known: [u32; 15]) -> Numbers {
    let known = known.into_iter().map(|number| Some(number).filter(|number| *number > 0));
    ALL.into_iter().zip(known).collect()
}

/// Named samples.
pub fn samples(lang: Lang) -> Vec<(&'static str, TransparencyView)> {
    let title = |en: &str, cy: &str| match lang {
        Lang::En => en.to_owned(),
        Lang::Cy => cy.to_owned(),
    };
    let first = title(
        "Personal Independence Payment: A first decision",
        "Taliad Annibyniaeth Personol: Penderfyniad cyntaf",
    );
    let review =
        title("Personal Independence Payment: A review", "Taliad Annibyniaeth Personol: Adolygiad");
    let month = MonthView {
        month: date!(2026 - 09 - 01),
        all: numbers([1835, 1205, 930, 540, 385, 270, 9, 35, 870, 0, 120, 55, 0, 0, 0]),
        purposes: vec![
            (first, numbers([1510, 990, 765, 440, 320, 225, 8, 20, 715, 0, 95, 45, 20, 20, 0])),
            (review, numbers([320, 215, 165, 95, 65, 45, 11, 10, 150, 10, 20, 10, 0, 0, 0])),
        ],
    };
    let some = MonthView {
        all: numbers([0; 15]),
        purposes: month
            .purposes
            .iter()
            .enumerate()
            .map(|(at, (name, known))| {
                (name.clone(), if at == 0 { known.clone() } else { numbers([0; 15]) })
            })
            .collect(),
        ..month.clone()
    };
    let held = MonthView {
        all: numbers([0; 15]),
        purposes: month.purposes.iter().map(|(name, _)| (name.clone(), numbers([0; 15]))).collect(),
        ..month.clone()
    };
    let figures = Figures {
        months: vec![date!(2026 - 09 - 01), date!(2026 - 08 - 01), date!(2026 - 07 - 01)],
        shown: Some(month),
        next: date!(2026 - 10 - 01),
        next_on: date!(2026 - 11 - 29),
    };
    let purpose = PurposeView {
        title: title("A first decision", "Penderfyniad cyntaf"),
        benefit: title("Personal Independence Payment", "Taliad Annibyniaeth Personol"),
        name: "pip-first-decision 2".to_owned(),
        points: vec![
            title("Preparing food", "Paratoi bwyd"),
            title("Moving around", "Symud o gwmpas"),
        ],
        categories: vec![title("Medicines", "Meddyginiaethau"), title("Conditions", "Cyflyrau")],
        recipients: vec![title("DWP decision maker", "Penderfynwr DWP")],
        collect_within: Span { years: 0, months: 6, days: 0 },
        keep_for: Span { years: 2, months: 0, days: 0 },
        keep_from: KeepFrom::LiveInterestEnds,
        if_refused: title(
            "DWP decides with what it has. It may ask you for more.",
            "Bydd y DWP yn penderfynu ar sail yr hyn sydd ganddi. Gall ofyn i chi am fwy.",
        ),
        retired: false,
    };
    let whole = TransparencyView {
        figures,
        purposes: vec![
            purpose.clone(),
            PurposeView { name: "pip-first-decision 1".to_owned(), retired: true, ..purpose },
        ],
        requesters: vec![
            Requester {
                organisation: "Department for Work and Pensions".to_owned(),
                teams: vec!["PIP new claims, Cardiff".to_owned(), "PIP reviews, Newport".to_owned()],
            },
            Requester { organisation: "Maximus".to_owned(), teams: vec!["Assessments".to_owned()] },
        ],
        canary: Canary::Well { at: datetime!(2026-11-02 09:41) },
        log: LogView {
            origin: "sayso.example/log".to_owned(),
            earlier: Vec::new(),
            vkey: "sayso.example/log+2d4a4a5e+AXZ8cGxhbmV0cyBhcmUgbm90IGtleXMsIG9yIGFyZSB0aGV5".to_owned(),
            checkpoint: Some(Checkpoint {
                size: 48_320,
                root: "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08".to_owned(),
                at: datetime!(2026-11-02 09:42),
            }),
            witnesses: vec![
                Witness {
                    name: "advice.example/witness".to_owned(),
                    vkey: Some("advice.example/witness+1b2c3d4e+BHN1Y2ggYSBuaWNlIGtleSBmb3IgYSB3aXRuZXNzIQ".to_owned()),
                    signed: Some(datetime!(2026-11-02 09:42)),
                },
                Witness { name: "library.example/witness".to_owned(), vkey: None, signed: None },
            ],
        },
    };
    let some = TransparencyView {
        figures: Figures { shown: Some(some), ..whole.figures.clone() },
        ..whole.clone()
    };
    let held = TransparencyView {
        figures: Figures {
            months: vec![date!(2026 - 09 - 01)],
            shown: Some(held),
            ..whole.figures.clone()
        },
        canary: Canary::Unknown,
        ..whole.clone()
    };
    let new = TransparencyView {
        figures: Figures { months: Vec::new(), shown: None, ..whole.figures.clone() },
        requesters: Vec::new(),
        canary: Canary::Off,
        log: LogView { checkpoint: None, witnesses: Vec::new(), ..whole.log.clone() },
        ..whole.clone()
    };
    let tripped = TransparencyView {
        canary: Canary::Tripped { at: Some(datetime!(2026-11-02 09:41)) },
        log: LogView {
            origin: "sayso.example/log/1".to_owned(),
            vkey: whole.log.vkey.replacen("/log+", "/log/1+", 1),
            earlier: vec![Earlier {
                origin: "sayso.example/log".to_owned(),
                until: 48_102,
                at: datetime!(2026-10-30 16:05),
            }],
            ..whole.log.clone()
        },
        ..new.clone()
    };
    vec![
        ("figures", whole),
        ("some-held-back", some),
        ("held-back", held),
        ("new", new),
        ("tripped", tripped),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_figures_keep_the_rule_that_the_page_tells() {
        for (name, seen) in samples(Lang::En) {
            let Some(month) = seen.figures.shown else { continue };
            for (at, (measure, all)) in month.all.iter().enumerate() {
                let Some(all) = *all else { continue };
                let rows: Vec<Option<u32>> =
                    month.purposes.iter().map(|(_, numbers)| numbers[at].1).collect();
                let known: Vec<u32> = rows.iter().copied().flatten().collect();
                let whole = known.len() == rows.len();
                assert!(whole || known.is_empty(), "{name}: {measure:?} tells what is held back");
                // Each was rounded down by 4 at most.
                let sum: u32 = known.iter().sum();
                let most = sum + 4 * u32::try_from(rows.len()).unwrap();
                if whole && *measure != Measure::Days {
                    assert!((sum..=most).contains(&all), "{name}: {measure:?} does not add up");
                }
            }
        }
    }
}
