//! Named samples of the page.

use super::{AccountView, Device, Done, Fault, Session};
use crate::i18n::Lang;
use time::macros::datetime;

/// Named samples.
pub fn samples(_lang: Lang) -> Vec<(&'static str, AccountView)> {
    let session = |id: &str, device, here| Session {
        id: id.into(),
        device,
        since: datetime!(2026-11-24 15:02),
        used: datetime!(2026-11-24 15:40),
        here,
    };
    let account = AccountView {
        name: "Nerys Bello".into(),
        email: "nerys@example.org".into(),
        nhs_number: Some("999 214 3053".into()),
        sessions: vec![
            session("a", Device::from_code("safari/iphone"), true),
            session("b", Device::from_code("firefox/windows"), false),
        ],
        password_min: 12,
        done: None,
        faults: Vec::new(),
    };
    let with = |faults: &[Fault]| AccountView { faults: faults.to_vec(), ..account.clone() };
    let everywhere = vec![
        session("c", Device::from_code("chrome/android"), true),
        session("d", Device::default(), false),
    ];
    vec![
        ("plain", account.clone()),
        (
            "password-changed",
            AccountView {
                done: Some(Done::PasswordChanged),
                sessions: vec![session("a", Device::from_code("safari/iphone"), true)],
                ..account.clone()
            },
        ),
        (
            "session-ended",
            AccountView { done: Some(Done::SessionEnded), sessions: everywhere, ..account.clone() },
        ),
        ("nothing-typed", with(&[Fault::CurrentMissing, Fault::NewMissing])),
        ("current-wrong", with(&[Fault::CurrentWrong])),
        ("too-many-tries", with(&[Fault::TooManyTries { minutes: 15 }])),
        ("too-many-tries-one-minute", with(&[Fault::TooManyTries { minutes: 1 }])),
        ("new-too-short", with(&[Fault::NewTooShort { min: 12 }])),
        ("new-too-long", with(&[Fault::NewTooLong { max: 256 }])),
        ("new-is-old", with(&[Fault::NewIsOld])),
        ("new-is-common", with(&[Fault::NewIsCommon])),
        ("session-unknown", AccountView { done: Some(Done::SessionUnknown), ..account.clone() }),
    ]
}
