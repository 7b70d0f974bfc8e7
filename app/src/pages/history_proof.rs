//! The proof of one line of the history: a file to keep, and how anybody can check it. Or that it will be there soon.

use super::history::{Event, Happening, capital, event_line};
use crate::{
    components::{body, heading_m, title},
    i18n::{Lang, long_day},
    paths,
    render::Html,
    shell::{self, Frame, PageContext, Place},
    t,
};
use leptos::prelude::*;
use time::macros::datetime;

/// What the page shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HistoryProofView {
    /// The line's place in the log, from 0.
    pub place: i64,
    /// The look since which lines are new, for the way back.
    pub since: Option<i64>,
    /// The line; two where a check had two answers.
    pub lines: Vec<Event>,
    /// Where it can be checked.
    pub proof: Option<InLog>,
}

/// A line that is in the public log.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InLog {
    /// What the log is called.
    pub origin: String,
    /// The log's public key, as programs read it.
    pub vkey: String,
}

/// The page.
pub fn page(ctx: &PageContext, seen: &HistoryProofView) -> Html {
    let frame = Frame::new(t!(ctx, "history-proof-title"))
        .at(Place::History)
        .back(t!(ctx, "history-proof-back"), paths::history_since(seen.since));
    shell::render(ctx, frame, || {
        let lines: Vec<_> = seen.lines.iter().map(|event| event_line(ctx, event)).collect();
        let day = seen.lines.first().map(|event| capital(&long_day(ctx.lang, event.at.date())));
        view! {
            {title(t!(ctx, "history-proof-title"))}
            {day.map(|day| view! { <h2 class="say-day">{day}</h2> })}
            <ol class="say-events">{lines}</ol>
            {heading_m(t!(ctx, "history-proof-log"))}
            {match &seen.proof {
                Some(proof) => there(ctx, seen, proof),
                None => soon(ctx, seen),
            }}
        }
    })
}

fn there(ctx: &PageContext, seen: &HistoryProofView, proof: &InLog) -> AnyView {
    let name = file_name(seen.place);
    let command = format!("sayso log proof verify {name} --key '{}'", proof.vkey);
    view! {
        {body(t!(ctx, "history-proof-there", number = seen.place.saturating_add(1).to_string()))}
        {body(view! { <a class="govuk-link" download=name.clone() href=paths::history_proof_file(seen.place)>{t!(ctx, "history-proof-file")}</a> })}
        {body(t!(ctx, "history-proof-careful"))}
        {heading_m(t!(ctx, "history-proof-check"))}
        {body(t!(ctx, "history-proof-check-how"))}
        <p class="govuk-body"><code>{command}</code></p>
        {body(t!(ctx, "history-proof-check-key", origin = proof.origin.clone()))}
        {body(t!(ctx, "history-proof-check-others"))}
    }
    .into_any()
}

fn soon(ctx: &PageContext, seen: &HistoryProofView) -> AnyView {
    let again = paths::history_proof(seen.place, seen.since);
    view! {
        {body(t!(ctx, "history-proof-soon"))}
        {body(view! { <a class="govuk-link" href=again>{t!(ctx, "history-proof-again")}</a> })}
    }
    .into_any()
}

/// What the file is called.
pub fn file_name(place: i64) -> String {
    format!("line-{}.tlog-proof", place.saturating_add(1))
}

/// Named samples.
pub fn samples(_lang: Lang) -> Vec<(&'static str, HistoryProofView)> {
    let there = HistoryProofView {
        place: 4711,
        since: Some(4600),
        lines: vec![Event {
            at: datetime!(2026-11-24 16:10),
            happening: Happening::Collected {
                who: "Maximus, PIP team, Leeds".into(),
                reference: "SR 7K2M-9QD".into(),
                entries: 11,
            },
            repeats: None,
            receipt: None,
            request: Some(("01936b7e-0000-7000-8000-000000000001".into(), "SR 7K2M-9QD".into())),
            new: false,
            places: None,
        }],
        proof: Some(InLog {
            origin: "sayso.example.org/log".into(),
            vkey: "sayso.example.org/log+1a2b3c4d+AbBcCdDeEfFgGhHiIjJkKlLmMnNoOpPqQrRsStTuUvVw"
                .into(),
        }),
    };
    vec![("there", there.clone()), ("soon", HistoryProofView { proof: None, since: None, ..there })]
}
