//! Named samples of the page.

use super::{Collected, Fault, SharedItem, Stage, WithdrawView};
use crate::i18n::Lang;
use time::macros::datetime;

/// Named samples.
pub fn samples(lang: Lang) -> Vec<(&'static str, WithdrawView)> {
    let titles: [String; 2] = match lang {
        Lang::En => ["Conditions and diagnoses", "Medicines, now and before"],
        Lang::Cy => ["Cyflyrau a diagnosisau", "Meddyginiaethau, nawr ac o’r blaen"],
    }
    .map(Into::into);
    let [conditions, medicines] = titles;
    let item = |category: &str, title: &String| SharedItem {
        category: category.into(),
        title: title.clone(),
    };
    let two = vec![item("conditions", &conditions), item("medicines", &medicines)];
    let one = vec![item("conditions", &conditions)];
    let collected = vec![Collected {
        at: datetime!(2026-11-24 16:10),
        last: datetime!(2026-11-24 16:10),
        times: 1,
        who: "Maximus, PIP team, Leeds".into(),
        entries: 11,
    }];
    let view = |stage: Stage| WithdrawView {
        id: "01936b7e-0000-7000-8000-000000000001".into(),
        reference: "SR 7K2M-9QDX".into(),
        asker: "Maximus, PIP team, Leeds".into(),
        copy_offered: false,
        stage,
    };
    let choosing = |shared: &[SharedItem], collected: &[Collected], fault| {
        view(Stage::Choosing { shared: shared.to_vec(), collected: collected.to_vec(), fault })
    };
    vec![
        ("choosing", choosing(&two, &collected, None)),
        ("copy-offered", WithdrawView { copy_offered: true, ..choosing(&two, &[], None) }),
        (
            "collected-often",
            choosing(
                &one,
                &collected
                    .iter()
                    .map(|one| Collected {
                        last: datetime!(2026-12-01 9:02),
                        times: 500,
                        ..one.clone()
                    })
                    .collect::<Vec<_>>(),
                None,
            ),
        ),
        ("one-never-collected", choosing(&one, &[], None)),
        ("nothing-ticked", choosing(&two, &[], Some(Fault::NothingTicked))),
        ("not-shared", choosing(&two, &collected, Some(Fault::NotShared))),
        ("nothing-shared", view(Stage::NothingShared)),
    ]
}
