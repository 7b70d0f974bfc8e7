//! Named samples of the page for asking a helper.

use super::{HelperView, Link, Made, Words};
use crate::{i18n::Lang, pages::words::Stays};
use time::macros::date;

/// Named samples.
pub fn samples(lang: Lang) -> Vec<(&'static str, HelperView)> {
    let said = |en: &str, cy: &str| match lang {
        Lang::En => en.to_owned(),
        Lang::Cy => cy.to_owned(),
    };
    let first = HelperView {
        id: "0198c0de-0000-7000-8000-000000000001".to_owned(),
        reference: "SR 7K2M-9QDX".to_owned(),
        item: Some(said(
            "What somebody who helps me says",
            "Beth mae rhywun sy’n fy helpu yn ei ddweud",
        )),
        open: true,
        made: None,
        links: Vec::new(),
        words: Vec::new(),
        name: String::new(),
        errors: Vec::new(),
    };
    let until = date!(2026 - 12 - 06);
    let made = HelperView {
        made: Some(Made {
            address: "https://sayso.example/helper/Yx3k9_a2b4c6d8e0f1g2h3j4k5m6n7p8q9r0s1t2u3v"
                .to_owned(),
            name: "Ann".to_owned(),
            until,
        }),
        links: vec![Link {
            id: "0198c0de-0000-7000-8000-00000000000b".to_owned(),
            name: "Ann".to_owned(),
            until,
        }],
        ..first.clone()
    };
    let answered = HelperView {
        words: vec![Words {
            id: "0198c0de-0000-7000-8000-00000000000c".to_owned(),
            name: "Ann O’Neill".to_owned(),
            relation: said("sister", "chwaer"),
            on: date!(2026 - 11 - 24),
            words: vec![(
                said("Preparing food", "Paratoi bwyd"),
                "I cook for her four days a week.\nShe cannot lift a pan.".to_owned(),
            )],
            held: vec![Stays::NeedsAlso(said("Mental health", "Iechyd meddwl"))],
        }],
        ..first.clone()
    };
    let missing = HelperView { errors: vec![HelperView::missing_name()], ..first.clone() };
    let not_asked = HelperView { item: None, ..first.clone() };
    vec![
        ("first", first),
        ("made", made),
        ("answered", answered),
        ("missing", missing),
        ("not-asked", not_asked),
    ]
}
