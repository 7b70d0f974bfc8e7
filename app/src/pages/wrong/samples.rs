//! Named samples of the page for marking an entry as wrong.

use super::{Meanwhile, Stage, WrongView};
use crate::i18n::Lang;
use time::macros::date;

/// Named samples.
pub fn samples(lang: Lang) -> Vec<(&'static str, WrongView)> {
    let item = match lang {
        Lang::En => "My own account",
        Lang::Cy => "Fy hanes yn fy ngeiriau fy hun",
    };
    let asking = WrongView {
        id: "0198c0de-0000-7000-8000-000000000001".to_owned(),
        reference: "SR 7K2M-9QDX".to_owned(),
        key: "0".repeat(64),
        line: "Asthma · since March 2014".to_owned(),
        statement_under: Some(item.to_owned()),
        reply_by: Some(date!(2026 - 12 - 18)),
        today: date!(2026 - 11 - 22),
        stage: Stage::Asking {
            wrong: String::new(),
            meanwhile: None,
            statement: String::new(),
            errors: Vec::new(),
        },
    };
    let faults = vec![WrongView::missing(), WrongView::not_chosen()];
    let wrong = WrongView {
        stage: Stage::Asking {
            wrong: String::new(),
            meanwhile: None,
            statement: String::new(),
            errors: faults,
        },
        ..asking.clone()
    };
    let no_statement = WrongView {
        stage: Stage::Asking {
            wrong: "It began in 2004, not in 2014.".to_owned(),
            meanwhile: Some(Meanwhile::Statement),
            statement: String::new(),
            errors: vec![WrongView::missing_statement()],
        },
        ..asking.clone()
    };
    let not_asked = WrongView { statement_under: None, ..asking.clone() };
    let done = |meanwhile, statement: Option<&str>| WrongView {
        stage: Stage::Marked {
            wrong: "It began in 2004, not in 2014.".to_owned(),
            meanwhile,
            statement: statement.map(str::to_owned),
        },
        ..asking.clone()
    };
    let left_out = done(Meanwhile::LeaveOut, None);
    let waits = done(Meanwhile::Wait, None);
    let stated = done(Meanwhile::Statement, Some("My asthma began when I was a child."));
    vec![
        ("asking", asking),
        ("wrong", wrong),
        ("no-statement", no_statement),
        ("not-asked", not_asked),
        ("left-out", left_out),
        ("waits", waits),
        ("stated", stated),
    ]
}
