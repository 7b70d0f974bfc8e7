//! Everything that happened about a person, newest first, in words. Each event has a sentence of its own.
//! Lines are never taken out; repeats are grouped and counted.

mod happening;
mod news;
mod plain;
mod samples;
mod timeline;
mod words;

pub use happening::{Checked, Happening, Why};
pub use news::News;
pub use plain::{plain, unknown_asker};
pub use samples::samples;
pub use timeline::Sides;

use crate::{
    components::{body, hidden, lead, title},
    i18n::{clock, day, long_day, machine_time},
    paths,
    render::Html,
    rich,
    shell::{self, Frame, PageContext, Place},
    t,
};
use leptos::prelude::*;
use std::collections::BTreeMap;
use time::{Date, PrimitiveDateTime};

/// What the page shows.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct HistoryView {
    /// What has changed since they last looked.
    pub news: News,
    /// The place of the look since which lines are new: links keep it, so that the marks stay.
    pub since: Option<i64>,
    /// The days, newest first.
    pub days: Vec<Day>,
    /// Which lines are shown.
    pub show: Show,
    /// How many lines are shown.
    pub shown: usize,
    /// How many there are; none where that is not known, because there are many.
    pub total: Option<usize>,
    /// Where older lines go on, if there are some: the value of `before`.
    pub older: Option<String>,
    /// Whether this is not the newest part.
    pub further_back: bool,
    /// How many things happened on each day, for the picture: whatever has a line, on this page or not. Empty where there
    /// is to be none.
    pub times: BTreeMap<Date, Sides>,
}

/// One day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Day {
    /// Which.
    pub date: Date,
    /// What happened, newest first.
    pub events: Vec<Event>,
}

/// One line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Event {
    /// When; the first time, where it happened several times.
    pub at: PrimitiveDateTime,
    /// What.
    pub happening: Happening,
    /// How often, and when last, where it happened several times.
    pub repeats: Option<Repeats>,
    /// The receipt that proves it: id and code.
    pub receipt: Option<(String, String)>,
    /// The request it is about: id and reference.
    pub request: Option<(String, String)>,
    /// Whether it happened since they last looked.
    pub new: bool,
    /// Its places in the log, from the first time to the last.
    pub places: Option<(i64, i64)>,
}

/// A line that stands for several events of one day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Repeats {
    /// How often it happened.
    pub count: u32,
    /// When last.
    pub last: PrimitiveDateTime,
}

/// Who did something.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum By {
    /// The claimant.
    You,
    /// Somebody who acts for them, by name.
    Helper(String),
    /// Somebody who runs the service.
    Operator,
}

/// Which lines are shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Show {
    /// All.
    #[default]
    Everything,
    /// What the claimant did.
    You,
    /// What those who ask did.
    Asker,
    /// What people who act for the claimant did.
    Helpers,
    /// What the service did.
    Sayso,
}

impl Show {
    /// All, in the order in which they are offered.
    pub const ALL: [Self; 5] =
        [Self::Everything, Self::You, Self::Asker, Self::Helpers, Self::Sayso];

    /// The value of `show` in the address; none shows everything.
    pub const fn code(self) -> Option<&'static str> {
        match self {
            Self::Everything => None,
            Self::You => Some("you"),
            Self::Asker => Some("asker"),
            Self::Helpers => Some("helpers"),
            Self::Sayso => Some("sayso"),
        }
    }

    /// Reads the value of `show`; anything else shows everything.
    pub fn from_code(code: &str) -> Self {
        Self::ALL.into_iter().find(|show| show.code() == Some(code)).unwrap_or_default()
    }

    fn words(self, ctx: &PageContext) -> String {
        match self {
            Self::Everything => t!(ctx, "history-filter-all"),
            Self::You => t!(ctx, "history-filter-you"),
            Self::Asker => t!(ctx, "history-filter-asker"),
            Self::Helpers => t!(ctx, "history-filter-helpers"),
            Self::Sayso => t!(ctx, "history-filter-sayso"),
        }
    }

    fn href(self, since: Option<i64>, before: Option<&str>) -> String {
        let show = self.code().map(|code| format!("show={code}"));
        let since = since.map(|since| format!("since={since}"));
        let before = before.map(|before| format!("before={before}"));
        let asked: Vec<String> = [show, since, before].into_iter().flatten().collect();
        match asked.as_slice() {
            [] => paths::HISTORY.to_owned(),
            asked => format!("{}?{}", paths::HISTORY, asked.join("&")),
        }
    }
}

/// The page.
pub fn page(ctx: &PageContext, seen: &HistoryView) -> Html {
    let frame = Frame::new(t!(ctx, "history-title")).at(Place::History);
    shell::render(ctx, frame, || {
        let days: Vec<_> = seen.days.iter().map(|of| one_day(ctx, of, seen.since)).collect();
        let said = if seen.show == Show::Everything && !seen.further_back {
            t!(ctx, "history-lead")
        } else {
            t!(ctx, "history-lead-part")
        };
        view! {
            {title(t!(ctx, "history-heading"))}
            {(!seen.further_back).then(|| seen.news.words(ctx))}
            {lead(said)}
            {timeline::timeline(ctx, seen)}
            {filter(ctx, seen)}
            {seen.days.is_empty().then(|| body(t!(ctx, "history-none")))}
            {days}
            {pages(ctx, seen)}
        }
    })
}

fn filter(ctx: &PageContext, seen: &HistoryView) -> AnyView {
    let links: Vec<_> = Show::ALL
        .into_iter()
        .map(|show| {
            let current = (show == seen.show).then_some("true");
            view! { <li><a href=show.href(seen.since, None) aria-current=current>{show.words(ctx)}</a></li> }
        })
        .collect();
    view! { <nav aria-label=t!(ctx, "history-filter-label")><ul class="say-filter">{links}</ul></nav> }.into_any()
}

fn one_day(ctx: &PageContext, of: &Day, since: Option<i64>) -> AnyView {
    let events: Vec<_> = of.events.iter().map(|event| line(ctx, event, since)).collect();
    view! {
        <h2 class="say-day">{capital(&long_day(ctx.lang, of.date))}</h2>
        <ol class="say-events">{events}</ol>
    }
    .into_any()
}

// A day's name stands alone in the heading; in a sentence Welsh writes it small.
pub(super) fn capital(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

/// A line on a page of its own.
pub(super) fn event_line(ctx: &PageContext, event: &Event) -> AnyView {
    line(ctx, event, None)
}

fn line(ctx: &PageContext, event: &Event, since: Option<i64>) -> AnyView {
    let repeats = event.repeats.map(|repeats| {
        let last = clock(ctx.lang, repeats.last.time());
        view! { <p class="say-soft">{t!(ctx, "history-times", count = repeats.count, last = last)}</p> }
    });
    let more: Vec<_> = event
        .happening
        .more(ctx)
        .into_iter()
        .map(|words| view! { <p class="say-soft">{words}</p> })
        .collect();
    let receipt = event.receipt.clone().map(|(id, code)| {
        view! { <a class="govuk-link" href=paths::receipt(&id)>{rich!(ctx, "history-receipt", code = code)}</a>" " }
    });
    let request = event.request.clone().map(|(id, reference)| {
        view! { <a class="govuk-link" href=paths::request(&id)>{rich!(ctx, "common-request", reference = reference)}</a>" " }
    });
    let proof = event.places.map(|places| proof(ctx, event, places, since));
    let links = (receipt.is_some() || request.is_some() || proof.is_some())
        .then(|| view! { <p>{receipt}{request}{proof}</p> });
    let new = event.new.then(
        || view! { <strong class="say-tag say-tag--wait">{t!(ctx, "history-new")}</strong>" " },
    );
    view! {
        <li>
            <time datetime=machine_time(event.at)>{clock(ctx.lang, event.at.time())}</time>
            <div>
                <p>{new}{event.happening.sentence(ctx)}</p>
                {more}
                {repeats}
                {links}
            </div>
        </li>
    }
    .into_any()
}

// Of a line that stands for several events each has a proof of its own.
fn proof(
    ctx: &PageContext,
    event: &Event,
    (first, last): (i64, i64),
    since: Option<i64>,
) -> AnyView {
    let at = clock(ctx.lang, event.at.time());
    if event.repeats.is_some() {
        let href = paths::history_times(first, last, since);
        return view! { <a class="govuk-link" href=href>{t!(ctx, "history-each-time")}{hidden(t!(ctx, "history-proof-of", at = at))}</a> }
            .into_any();
    }
    let href = paths::history_proof(last, since);
    view! { <a class="govuk-link" href=href>{t!(ctx, "history-proof")}{hidden(t!(ctx, "history-proof-of", at = at))}</a> }
        .into_any()
}

fn pages(ctx: &PageContext, seen: &HistoryView) -> Option<AnyView> {
    let older = seen.older.as_ref().map(|before| {
        let href = seen.show.href(seen.since, Some(before));
        view! { <a class="govuk-link" href=href>{t!(ctx, "history-older")}</a>" " }
    });
    let newest = seen.further_back.then(
        || view! { <a class="govuk-link" href=seen.show.href(seen.since, None)>{t!(ctx, "history-newer")}</a>" " },
    );
    let count = match seen.total {
        // Where all of it is there, nobody has to count.
        Some(total) if total == seen.shown => None,
        Some(total) => Some(t!(ctx, "history-shown", shown = seen.shown, total = total)),
        None => Some(t!(ctx, "history-shown-part", shown = seen.shown)),
    };
    if count.is_none() && older.is_none() && newest.is_none() {
        return None;
    }
    let count = count.map(|count| view! { <span class="say-soft">{count}</span> });
    Some(view! { <p class="govuk-body">{newest}{older}{count}</p> }.into_any())
}
