//! Named samples: a line of each kind, and the states of the page.

use super::{By, Checked, Day, Event, Happening, HistoryView, News, Repeats, Show, Sides, Why};
use crate::{
    i18n::Lang,
    pages::{account::Device, sources::Unread},
};
use std::collections::BTreeMap;
use time::{
    Date,
    macros::{date, datetime},
};

/// Named samples.
pub fn samples(lang: Lang) -> Vec<(&'static str, HistoryView)> {
    let event = |happening| Event {
        at: datetime!(2026-11-24 15:26),
        happening,
        repeats: None,
        receipt: None,
        request: None,
        new: false,
        places: None,
    };
    let mut events: Vec<Event> = every_kind(lang).into_iter().map(event).collect();
    let total = events.len();
    if let Some(first) = events.first_mut() {
        first.repeats = Some(Repeats { count: 3, last: datetime!(2026-11-24 16:10) });
        first.receipt = Some(("01936b7e-0000-7000-8000-00000000000a".into(), "RC 6NWT-2HB".into()));
        first.request = Some(("01936b7e-0000-7000-8000-000000000001".into(), "SR 7K2M-9QD".into()));
        first.places = Some((4690, 4711));
        first.new = true;
    }
    if let Some(second) = events.get_mut(1) {
        second.places = Some((4689, 4689));
        second.new = true;
    }
    let since = datetime!(2026-11-23 9:05);
    let every = HistoryView {
        news: News::Some { since, count: 4 },
        since: Some(4600),
        days: vec![Day { date: date!(2026 - 11 - 24), events }],
        shown: total,
        total: Some(total),
        times: weeks(),
        ..HistoryView::default()
    };
    let mut known = few(&every);
    known.news = News::Nothing { since: datetime!(2026-11-25 9:05) };
    for event in known.days.iter_mut().flat_map(|day| &mut day.events) {
        event.new = false;
    }
    vec![
        ("every-kind", every.clone()),
        ("months", HistoryView { times: months(), ..few(&every) }),
        (
            "older",
            HistoryView {
                show: Show::Everything,
                total: None,
                older: Some("41".into()),
                further_back: true,
                times: BTreeMap::new(),
                ..every
            },
        ),
        ("nothing-new", known),
        ("none", HistoryView { total: Some(0), ..HistoryView::default() }),
    ]
}

/// The same with few lines.
fn few(every: &HistoryView) -> HistoryView {
    let mut days = every.days.clone();
    if let Some(day) = days.first_mut() {
        day.events.truncate(6);
    }
    HistoryView { days, shown: 6, older: Some("41".into()), ..every.clone() }
}

/// Some weeks, one of them without anything.
fn weeks() -> BTreeMap<Date, Sides> {
    let sides = |you, asker, sayso| Sides { you, asker, helpers: 0, sayso };
    BTreeMap::from([
        (date!(2026 - 10 - 12), sides(1, 0, 2)),
        (date!(2026 - 10 - 14), sides(6, 1, 1)),
        (date!(2026 - 10 - 29), sides(0, 12, 0)),
        (date!(2026 - 11 - 11), sides(3, 4, 1)),
        (date!(2026 - 11 - 24), sides(2, 31, 5)),
    ])
}

/// Some months, with somebody who helps.
fn months() -> BTreeMap<Date, Sides> {
    let sides = |you, asker, helpers, sayso| Sides { you, asker, helpers, sayso };
    BTreeMap::from([
        (date!(2025 - 08 - 04), sides(5, 0, 0, 3)),
        (date!(2025 - 11 - 12), sides(4, 2, 0, 1)),
        (date!(2026 - 01 - 20), sides(0, 240, 0, 0)),
        (date!(2026 - 02 - 03), sides(2, 110, 3, 1)),
        (date!(2026 - 06 - 30), sides(1, 0, 1, 0)),
        (date!(2026 - 11 - 24), sides(22, 41, 0, 6)),
    ])
}

#[expect(clippy::too_many_lines, reason = "a line of each kind")]
fn every_kind(lang: Lang) -> Vec<Happening> {
    let said = |en: &str, cy: &str| match lang {
        Lang::En => en.to_owned(),
        Lang::Cy => cy.to_owned(),
    };
    let title = said("Conditions and diagnoses", "Cyflyrau a diagnosisau");
    let reference = || "SR 7K2M-9QD".to_owned();
    let who = || "Maximus, PIP team, Leeds".to_owned();
    let source =
        || said("your record at Bramble Lane Surgery", "eich cofnod ym Meddygfa Bramble Lane");
    let helper = || By::Helper("Tomos Bello".into());
    let mut kinds = vec![
        Happening::Collected { who: who(), reference: reference(), entries: 11 },
        Happening::CheckedPermit {
            who: who(),
            reference: reference(),
            what: Checked::One(title.clone()),
        },
        Happening::CheckedPermit { who: who(), reference: reference(), what: Checked::Several(7) },
        Happening::CollectionDenied {
            who: who(),
            reference: reference(),
            why: Why::One("withdrawn"),
        },
        Happening::RequestReceived { who: who(), reference: reference(), count: 7, sent: None },
        Happening::RequestReceived {
            who: who(),
            reference: reference(),
            count: 7,
            sent: Some(date!(2026 - 11 - 20)),
        },
        Happening::SourcePermitted { source: source() },
        Happening::SourceStopped { source: source() },
        Happening::RecordRead { source: source(), reference: reference() },
        Happening::RecordNotRead {
            source: source(),
            reference: reference(),
            why: Unread::Unreachable,
        },
        Happening::WithdrawnByOperator {
            reference: reference(),
            count: 2,
            evidence: "L-118".into(),
        },
        Happening::RequestClosedByItself { reference: reference() },
        Happening::ErasureErased {
            who: who(),
            reference: reference(),
            collected: date!(2026 - 11 - 24),
            statement: said("Erased from all systems.", "Wedi’i ddileu o bob system."),
        },
        Happening::ErasureKept {
            who: who(),
            reference: reference(),
            collected: date!(2026 - 11 - 24),
            statement: said("Kept for the appeal.", "Wedi’i gadw ar gyfer yr apêl."),
        },
        Happening::OutcomeSufficient { who: who(), reference: reference() },
        Happening::OutcomeInsufficient {
            who: who(),
            reference: reference(),
            because: ["missing", "out-of-date", "unclear", "not-about-effect"]
                .map(|code| (said("Moving around", "Symud o gwmpas"), code.to_owned()))
                .into(),
        },
        Happening::SignInFailed,
        Happening::SignedOutEverywhere,
        Happening::SessionEnded,
        Happening::PasswordChanged,
        Happening::AccountActivated,
        Happening::ActivationIssued,
        Happening::PersonAdded,
        Happening::PersonCorrected,
        Happening::HistoryViewed { by: By::Operator },
        Happening::LetterMade { by: By::You, reference: reference(), letter: "stop-practice" },
        Happening::LetterMade { by: By::You, reference: reference(), letter: "correction" },
        Happening::LetterMade { by: By::You, reference: reference(), letter: "more-time" },
        Happening::LetterMade { by: By::You, reference: reference(), letter: "withdraw-form" },
        Happening::LetterMade { by: By::You, reference: reference(), letter: "subject-access" },
        Happening::LetterMade { by: helper(), reference: reference(), letter: "objection" },
        Happening::NotMe { who: who(), reference: reference() },
        Happening::NothingMoreTold { who: who(), reference: reference() },
        Happening::MoreMayCome { who: who(), reference: reference() },
        Happening::WordsFinished { reference: reference() },
        Happening::WordsTakenBack { reference: reference() },
        Happening::HelperInvited { reference: reference() },
        Happening::HelperLinkEnded { reference: reference() },
        Happening::HelperAnswered { reference: reference() },
        Happening::HelperWordsDeleted { reference: reference() },
        Happening::EntryMarkedWrong { reference: reference() },
        Happening::EntryMarkTakenAway { reference: reference() },
        Happening::AnswersImported { reference: reference(), questions: 3 },
        Happening::StandingRead { who: who(), reference: reference() },
        Happening::CopyKept { reference: reference() },
        Happening::CopyDeleted { reference: reference() },
        Happening::EndDateReached { reference: reference() },
        Happening::CollectWithinOver { reference: reference() },
        Happening::Rechecked { reference: reference() },
        Happening::ErasureAsked { who: who(), reference: reference() },
        Happening::RecordImported { entries: 214 },
        Happening::Died,
        Happening::DeathCorrected,
    ];
    let reasons = [
        "not-asked",
        "request-closed",
        "not-decided",
        "withdrawn",
        "refused",
        "expired",
        "paused",
        "nothing-recorded",
    ];
    let other = said("Sexual health", "Iechyd rhywiol");
    let each = Why::Each(vec![(title.clone(), "refused"), (other, "not-asked")]);
    kinds.extend(reasons.map(Why::One).into_iter().chain([each, Why::Several]).map(|why| {
        let what = match why {
            Why::One(_) => Checked::One(title.clone()),
            Why::Each(_) | Why::Several => Checked::Several(2),
        };
        Happening::CheckedDeny { who: who(), reference: reference(), what, why }
    }));
    kinds.extend([1, 3].map(|count| Happening::CheckedUnknown {
        who: who(),
        reference: reference(),
        count,
    }));
    kinds.extend(
        ["decided", "no-longer-needed", "sent-in-error", "replaced"]
            .map(|reason| Happening::RequestClosed { who: who(), reference: reference(), reason }),
    );
    kinds.extend(
        ["chrome/android", "safari/", "/windows", ""]
            .map(|code| Happening::SignedIn { device: Device::from_code(code) }),
    );
    kinds.extend(
        ["restored", "rules-changed", "died", "operator", "fault"]
            .map(|why| Happening::Paused { reference: reference(), why }),
    );
    for by in [By::You, helper()] {
        kinds.extend([
            Happening::RequestViewed { by: by.clone(), reference: reference() },
            Happening::DraftSaved { by: by.clone(), reference: reference() },
            Happening::PreviewMade { by: by.clone(), reference: reference() },
            Happening::LetterOpened { by: by.clone(), reference: reference() },
            Happening::DecisionShared { by: by.clone(), reference: reference(), share: 3 },
            Happening::DecisionRefused { by: by.clone(), reference: reference() },
            Happening::DecisionPart {
                by: by.clone(),
                reference: reference(),
                share: 4,
                private: 3,
            },
            Happening::Withdrawn { by: by.clone(), reference: reference(), count: 1 },
            Happening::CopyViewed { by: by.clone(), reference: reference() },
            Happening::HistoryViewed { by: by.clone() },
            Happening::ReceiptViewed { by, code: "RC 6NWT-2HB".into() },
        ]);
    }
    kinds
}
