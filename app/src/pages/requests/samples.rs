//! Named samples of the list of requests.

use super::{Answered, Collected, RequestsView, State, Waiting, Why};
use crate::{components::Paused, i18n::Lang};
use time::macros::date;

/// Named samples.
pub fn samples(_lang: Lang) -> Vec<(&'static str, RequestsView)> {
    let wait = Waiting {
        id: "0198c0de-0000-7000-8000-000000000001".to_owned(),
        reference: "SR 7K2M-9QDX".to_owned(),
        asker: "Department for Work and Pensions, Leeds team".to_owned(),
        things: 7,
        asked_on: date!(2026 - 11 - 17),
        reply_by: date!(2026 - 12 - 18),
        days_left: Some(24),
        why: Why::Undecided,
    };
    let done = Answered {
        id: "0198c0de-0000-7000-8000-000000000002".to_owned(),
        reference: "SR 9BWC-2LFH".to_owned(),
        asker: "Department for Work and Pensions, Bradford team".to_owned(),
        shared: 3,
        private: 1,
        answered_on: Some(date!(2026 - 09 - 03)),
        collected: Collected::Newest,
        state: State::Sharing { until: date!(2026 - 12 - 01) },
    };
    let over = |state| Answered {
        shared: 0,
        private: 4,
        collected: Collected::Never,
        state,
        ..done.clone()
    };
    vec![
        ("none", RequestsView::default()),
        (
            "all",
            RequestsView {
                waiting: vec![
                    Waiting {
                        things: 3,
                        asked_on: date!(2026 - 10 - 20),
                        reply_by: date!(2026 - 11 - 20),
                        days_left: None,
                        ..wait.clone()
                    },
                    Waiting {
                        things: 1,
                        why: Why::NotNow,
                        reply_by: date!(2026 - 11 - 25),
                        days_left: Some(1),
                        ..wait.clone()
                    },
                    wait.clone(),
                    Waiting { things: 2, why: Why::Paused(Paused::Rules), ..wait.clone() },
                    Waiting { things: 4, why: Why::Paused(Paused::Restored), ..wait.clone() },
                    Waiting { things: 5, why: Why::Paused(Paused::PartStopped), ..wait.clone() },
                    Waiting { things: 6, why: Why::Paused(Paused::Other), ..wait.clone() },
                    Waiting { things: 0, why: Why::InWords, ..wait },
                ],
                sharing: vec![
                    done.clone(),
                    Answered { collected: Collected::Never, private: 0, shared: 1, ..done.clone() },
                    Answered { collected: Collected::Before, ..done.clone() },
                    Answered {
                        state: State::NothingRecorded,
                        shared: 1,
                        private: 0,
                        ..done.clone()
                    },
                ],
                ended: vec![
                    over(State::Refused),
                    Answered { collected: Collected::Before, ..over(State::Refused) },
                    over(State::Expired { on: date!(2026 - 10 - 01) }),
                    over(State::Withdrawn { on: date!(2026 - 10 - 02) }),
                    Answered {
                        answered_on: None,
                        ..over(State::Closed { on: Some(date!(2026 - 05 - 06)) })
                    },
                    over(State::Closed { on: None }),
                ],
            },
        ),
    ]
}
