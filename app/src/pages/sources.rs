//! Where records may be read from: permitted before the first read, stopped at any time.
//! Nothing is permitted by looking at this page.

use crate::{
    components::{
        body, bullets, button_group, error_message, error_summary, heading_l, heading_m, hidden,
        lead, link_button, title,
    },
    forms::FieldError,
    i18n::{Lang, day, day_and_time},
    paths,
    render::Html,
    shell::{self, Frame, PageContext, Place},
    t,
};
use leptos::prelude::*;
use time::{Date, PrimitiveDateTime};

/// What the page shows.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SourcesView {
    /// The sources.
    pub sources: Vec<Source>,
    /// The page to go back to: a path of ours, already checked.
    pub next: Option<String>,
    /// What was just done.
    pub done: Option<Done>,
    /// What went wrong.
    pub fault: Option<Fault>,
}

/// One source.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Source {
    /// Its id, for the form.
    pub id: String,
    /// Its name, such as the name of a practice.
    pub name: String,
    /// Whether Sayso keeps the record itself, for want of another place to read it from.
    pub kept_here: bool,
    /// May it be read?
    pub state: State,
    /// When it was read last.
    pub last_read: Option<PrimitiveDateTime>,
    /// When reading it failed last and why, where it was not read since.
    pub unread: Option<(PrimitiveDateTime, Unread)>,
}

/// Why a record was not read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unread {
    /// There is no record of this person.
    NoRecord,
    /// The source does not answer.
    Unreachable,
    /// Too many are read at once.
    Busy,
    /// What it answers is wrong, or not whole.
    Wrong,
    /// What it answers is about somebody else.
    OtherPerson,
    /// Something went wrong inside.
    Fault,
}

impl Unread {
    /// The name of the case in the message files.
    pub const fn case(self) -> &'static str {
        match self {
            Self::NoRecord => "no-record",
            Self::Unreachable => "unreachable",
            Self::Busy => "busy",
            Self::Wrong => "wrong",
            Self::OtherPerson => "other-person",
            Self::Fault => "fault",
        }
    }
}

/// May it be read?
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// It was never permitted.
    Never,
    /// Permitted since this day.
    Permitted(Date),
    /// Stopped on this day.
    Stopped(Date),
}

/// What was just done, with the source's name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Done {
    /// It was permitted.
    Permitted(String),
    /// It was stopped.
    Stopped(String),
}

/// What can go wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// There is no such source.
    UnknownSource,
}

/// The name of a source whose id is fixed; an unknown one has its id.
pub fn source_name(lang: Lang, id: &str) -> String {
    match id {
        "gp-record" => t!(lang, "sources-gp-record"),
        "fhir-record" => t!(lang, "sources-fhir-record"),
        other => other.to_owned(),
    }
}

/// The page.
pub fn page(ctx: &PageContext, seen: &SourcesView) -> Html {
    let frame =
        Frame::new(t!(ctx, "sources-title")).at(Place::Sources).with_errors(seen.fault.is_some());
    shell::render(ctx, frame, || {
        let errors: Vec<FieldError> = seen
            .fault
            .map(|fault| match fault {
                Fault::UnknownSource => FieldError::new("sources", "sources-error-unknown"),
            })
            .into_iter()
            .collect();
        // Nothing was ever read: then this is the question, and what reading means comes first.
        let first = !seen.sources.is_empty()
            && seen.sources.iter().all(|source| source.state == State::Never);
        let permitted =
            seen.sources.iter().any(|source| matches!(source.state, State::Permitted(_)));
        let stopped = seen.sources.iter().any(|source| matches!(source.state, State::Stopped(_)));
        let done = seen.done.as_ref().map(|done| {
            let words = match done {
                Done::Permitted(name) => t!(ctx, "sources-done-permitted", source = name.clone()),
                Done::Stopped(name) => t!(ctx, "sources-done-stopped", source = name.clone()),
            };
            view! { <p class="say-bold" role="status">{words}</p> }
        });
        view! {
            {error_summary(ctx, &errors)}
            {done}
            {title(if first { t!(ctx, "sources-first-heading") } else { t!(ctx, "sources-heading") })}
            {lead(if first { t!(ctx, "sources-first-text") } else { t!(ctx, "sources-lead") })}
            {permitted.then(|| onward(ctx, seen.next.as_deref()))}
            {heading_l(t!(ctx, "sources-list-heading"))}
            {error_message(ctx, &errors, "sources")}
            <div id="sources">{list(ctx, seen)}</div>
            {permitted.then(|| body(t!(ctx, "sources-stop-text")))}
            {(stopped && !permitted).then(|| body(t!(ctx, "sources-stopped-text")))}
            {first.then(|| body(t!(ctx, "sources-first-nothing")))}
            {promises(ctx, seen.sources.iter().any(|source| source.kept_here))}
            {(!permitted && !first).then(|| requests(ctx))}
        }
    })
}

fn onward(ctx: &PageContext, next: Option<&str>) -> Option<AnyView> {
    next.map(|next| link_button(t!(ctx, "sources-next"), next.to_owned()))
}

fn requests(ctx: &PageContext) -> AnyView {
    body(view! { <a class="govuk-link" href=paths::REQUESTS>{t!(ctx, "sources-requests")}</a> })
}

fn list(ctx: &PageContext, seen: &SourcesView) -> AnyView {
    if seen.sources.is_empty() {
        return body(t!(ctx, "sources-none"));
    }
    let rows: Vec<_> =
        seen.sources.iter().map(|source| one(ctx, source, seen.next.clone())).collect();
    view! { <ul class="say-list">{rows}</ul> }.into_any()
}

fn one(ctx: &PageContext, source: &Source, next: Option<String>) -> AnyView {
    let state = match source.state {
        State::Never => t!(ctx, "sources-state-never"),
        State::Permitted(since) => t!(ctx, "sources-state-permitted", since = day(ctx.lang, since)),
        State::Stopped(since) => t!(ctx, "sources-state-stopped", since = day(ctx.lang, since)),
    };
    let read = source
        .last_read
        .map(|at| view! { <p class="say-soft">{t!(ctx, "sources-last-read", when = day_and_time(ctx.lang, at))}</p> });
    let unread = source.unread.map(|(at, why)| {
        let words = t!(ctx, "sources-unread", when = day_and_time(ctx.lang, at), why = why.case());
        view! { <p>{words}</p> }
    });
    let (words, action) = match source.state {
        State::Permitted(_) => (t!(ctx, "sources-stop"), "stop"),
        State::Never | State::Stopped(_) => (t!(ctx, "sources-permit"), "permit"),
    };
    let about = t!(ctx, "sources-which", source = source.name.clone());
    let next = next.map(|next| view! { <input type="hidden" name="next" value=next/> });
    let answer = view! { <button class="govuk-button govuk-button--secondary say-small" type="submit" name="action" value=action>{words}{hidden(about)}</button> }.into_any();
    // Before the first read it is a question: the other answer is as large as this one.
    let answers = if source.state == State::Never {
        let later = view! { <a class="govuk-button govuk-button--secondary say-small" href=paths::REQUESTS>{t!(ctx, "sources-next-later")}</a> };
        button_group(vec![answer, later.into_any()])
    } else {
        answer
    };
    view! {
        <li class="say-row">
            <h3>{capital(&source.name)}</h3>
            <p>{state}</p>
            {read}
            {unread}
            <form action=paths::SOURCES method="post">
                <input type="hidden" name="source" value=source.id.clone()/>
                {next}
                {answers}
            </form>
        </li>
    }
    .into_any()
}

fn promises(ctx: &PageContext, kept_here: bool) -> AnyView {
    let mut does = vec![
        t!(ctx, "sources-does-read"),
        t!(ctx, "sources-does-sort"),
        t!(ctx, "sources-does-history"),
    ];
    let mut not = vec![
        t!(ctx, "sources-not-send"),
        t!(ctx, "sources-not-tell"),
        t!(ctx, "sources-not-change"),
    ];
    if kept_here {
        does.push(t!(ctx, "sources-does-keep-here"));
    } else {
        not.insert(1, t!(ctx, "sources-not-keep"));
    }
    view! {
        {heading_m(t!(ctx, "sources-does-heading"))}
        {bullets(does.into_iter().map(IntoAny::into_any).collect())}
        {heading_m(t!(ctx, "sources-not-heading"))}
        {bullets(not.into_iter().map(IntoAny::into_any).collect())}
    }
    .into_any()
}

// A name stands alone in the heading; in a sentence it may begin small.
fn capital(name: &str) -> String {
    let mut letters = name.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

/// Named samples.
pub fn samples(lang: Lang) -> Vec<(&'static str, SourcesView)> {
    use time::macros::{date, datetime};
    let name = match lang {
        Lang::En => "your record at Bramble Lane Surgery",
        Lang::Cy => "eich cofnod ym Meddygfa Bramble Lane",
    };
    let source = |state, last_read| Source {
        id: "gp".into(),
        name: name.into(),
        kept_here: false,
        state,
        last_read,
        unread: None,
    };
    let with = |state, last_read| SourcesView {
        sources: vec![source(state, last_read)],
        ..SourcesView::default()
    };
    let next = Some("/requests/01936b7e-0000-7000-8000-000000000001".to_owned());
    let never = SourcesView { next: next.clone(), ..with(State::Never, None) };
    let permitted =
        with(State::Permitted(date!(2026 - 11 - 24)), Some(datetime!(2026-11-24 15:02)));
    let done = Some(Done::Permitted(name.into()));
    let tried = datetime!(2026-11-25 9:30);
    let unread = |why| {
        let mut seen = permitted.clone();
        seen.sources.iter_mut().for_each(|source| source.unread = Some((tried, why)));
        seen
    };
    let stopped = Some(Done::Stopped(name.into()));
    vec![
        ("first", never.clone()),
        ("permitted", permitted.clone()),
        (
            "gp-record",
            SourcesView {
                sources: vec![Source {
                    name: source_name(lang, "gp-record"),
                    kept_here: true,
                    ..source(State::Never, None)
                }],
                ..SourcesView::default()
            },
        ),
        ("unreachable", unread(Unread::Unreachable)),
        ("busy", unread(Unread::Busy)),
        ("wrong", unread(Unread::Wrong)),
        ("other-person", unread(Unread::OtherPerson)),
        ("no-record", unread(Unread::NoRecord)),
        ("fault", unread(Unread::Fault)),
        ("just-permitted", SourcesView { next, done, ..permitted }),
        (
            "stopped",
            SourcesView { done: stopped, ..with(State::Stopped(date!(2026 - 12 - 01)), None) },
        ),
        ("none", SourcesView::default()),
        ("unknown-source", SourcesView { fault: Some(Fault::UnknownSource), ..never }),
    ]
}
