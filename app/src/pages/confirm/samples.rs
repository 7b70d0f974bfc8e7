//! Named samples of the page.

use super::{ConfirmView, Ends, Fault};
use crate::{
    i18n::Lang,
    pages::preview::{Narrowed, sample_file},
};
use time::macros::{date, datetime};

/// Named samples.
pub fn samples(lang: Lang) -> Vec<(&'static str, ConfirmView)> {
    let [conditions, medicines, mental]: [String; 3] = match lang {
        Lang::En => ["Conditions and diagnoses", "Medicines, now and before", "Mental health"],
        Lang::Cy => {
            ["Cyflyrau a diagnosisau", "Meddyginiaethau, nawr ac o’r blaen", "Iechyd meddwl"]
        }
    }
    .map(Into::into);
    let makers = match lang {
        Lang::En => "DWP PIP decision makers",
        Lang::Cy => "Penderfynwyr PIP y DWP",
    };
    let part = ConfirmView {
        id: "01936b7e-0000-7000-8000-000000000001".into(),
        reference: "SR 7K2M-9QDX".into(),
        asker: "Maximus, PIP team, Leeds".into(),
        recipients: vec![makers.into(), "Maximus".into()],
        name: "Nerys Bello".into(),
        shared: vec![conditions.clone(), medicines.clone()],
        private: vec![mental.clone()],
        agreed: "ab".repeat(32),
        narrowed: Vec::new(),
        keeps_back: false,
        ends: Ends::On(date!(2027 - 02 - 04)),
        file: Some(sample_file()),
        fault: None,
    };
    let with = |fault: Fault| ConfirmView { fault: Some(fault), ..part.clone() };
    vec![
        ("part", part.clone()),
        (
            "no-end-date",
            ConfirmView {
                ends: Ends::CollectUntil(datetime!(2027-02-22 15:26)),
                shared: vec![conditions.clone()],
                private: vec![medicines.clone(), mental.clone()],
                ..part.clone()
            },
        ),
        (
            "all",
            ConfirmView {
                shared: vec![conditions.clone(), medicines.clone(), mental.clone()],
                private: Vec::new(),
                ..part.clone()
            },
        ),
        (
            "all-in-part",
            ConfirmView {
                shared: vec![conditions.clone(), medicines.clone(), mental.clone()],
                private: Vec::new(),
                keeps_back: true,
                ..part.clone()
            },
        ),
        (
            "nothing",
            ConfirmView {
                shared: Vec::new(),
                private: vec![conditions, medicines, mental],
                file: None,
                ..part.clone()
            },
        ),
        (
            "narrowed",
            ConfirmView {
                narrowed: vec![Narrowed {
                    title: part.shared.first().cloned().unwrap_or_default(),
                    from: Some(date!(2024 - 03 - 01)),
                    to: None,
                    one_provider: true,
                }],
                ..part.clone()
            },
        ),
        ("password-missing", with(Fault::PasswordMissing)),
        ("password-wrong", with(Fault::PasswordWrong)),
        ("too-many-tries", with(Fault::TooManyTries { minutes: 15 })),
        ("too-many-tries-one-minute", with(Fault::TooManyTries { minutes: 1 })),
        ("record-changed", with(Fault::RecordChanged)),
        ("answered-meanwhile", with(Fault::AnsweredMeanwhile)),
        ("preview-gone", with(Fault::PreviewGone)),
    ]
}
