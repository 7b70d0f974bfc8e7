//! Each time of something that happened several times in a row, with the proof of each.

use super::history::{Event, Happening, capital, event_line};
use crate::{
    components::{body, hidden, title},
    i18n::{Lang, clock, long_day, machine_time},
    paths,
    render::Html,
    shell::{self, Frame, PageContext, Place},
    t,
};
use leptos::prelude::*;
use time::{PrimitiveDateTime, macros::datetime};

/// What the page shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HistoryTimesView {
    /// What happened: its lines, of the last time.
    pub lines: Vec<Event>,
    /// When, and its place in the log; newest first.
    pub times: Vec<(PrimitiveDateTime, i64)>,
    /// The look since which lines are new, for the way back.
    pub since: Option<i64>,
    /// Where earlier times go on: the first place and the last.
    pub older: Option<(i64, i64)>,
}

/// The page.
pub fn page(ctx: &PageContext, seen: &HistoryTimesView) -> Html {
    let frame = Frame::new(t!(ctx, "history-times-title"))
        .at(Place::History)
        .back(t!(ctx, "history-proof-back"), paths::history_since(seen.since));
    shell::render(ctx, frame, || {
        let lines: Vec<_> = seen.lines.iter().map(|event| event_line(ctx, event)).collect();
        let day = seen.times.first().map(|(at, _)| capital(&long_day(ctx.lang, at.date())));
        let day = day.map(|day| view! { <h2 class="say-day">{day}</h2> });
        let times: Vec<_> = seen.times.iter().map(|time| one(ctx, seen.since, *time)).collect();
        let older = seen.older.map(|(first, last)| {
            let href = paths::history_times(first, last, seen.since);
            body(view! { <a class="govuk-link" href=href>{t!(ctx, "history-times-older")}</a> })
        });
        view! {
            {title(t!(ctx, "history-times-title"))}
            {day}
            <ol class="say-events">{lines}</ol>
            <ul class="govuk-list">{times}</ul>
            {older}
        }
    })
}

fn one(ctx: &PageContext, since: Option<i64>, (at, place): (PrimitiveDateTime, i64)) -> AnyView {
    let time = clock(ctx.lang, at.time());
    let about = t!(ctx, "history-proof-of", at = time.clone());
    view! {
        <li>
            <time datetime=machine_time(at)>{time}</time>" "
            <a class="govuk-link" href=paths::history_proof(place, since)>{t!(ctx, "history-proof")}{hidden(about)}</a>
        </li>
    }
    .into_any()
}

/// Named samples.
pub fn samples(_lang: Lang) -> Vec<(&'static str, HistoryTimesView)> {
    let happening = Happening::CollectionDenied {
        who: "Maximus, PIP team, Leeds".into(),
        reference: "SR 7K2M-9QD".into(),
        why: super::history::Why::One("withdrawn"),
    };
    let event = Event {
        at: datetime!(2026-11-24 16:10),
        happening,
        repeats: None,
        receipt: None,
        request: None,
        new: false,
        places: None,
    };
    vec![(
        "three",
        HistoryTimesView {
            lines: vec![event],
            times: vec![
                (datetime!(2026-11-24 16:10), 4711),
                (datetime!(2026-11-24 15:59), 4708),
                (datetime!(2026-11-24 15:26), 4690),
            ],
            since: Some(4600),
            older: Some((4000, 4689)),
        },
    )]
}
