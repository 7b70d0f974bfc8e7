//! The way of a request as a line of steps: asked, you decide, sent, used, kept until. Each step says in words what its
//! shape says; nothing stands here that the rest of the page does not say too.

use super::{Deed, DeedKind, KeepFrom, Outcome, Phase, RequestView};
use crate::{components::Standing, i18n::day, shell::PageContext, t};
use leptos::prelude::*;
use time::Date;

#[derive(Clone, Copy, PartialEq, Eq)]
enum State {
    Done,
    Now,
    Later,
    Never,
}

struct Step {
    state: State,
    name: String,
    note: String,
}

/// The line of steps. A question in words has none: nothing can go. Nor is there one where this part of what DWP did has no
/// collection and another part may have one.
pub fn way(ctx: &PageContext, seen: &RequestView) -> Option<AnyView> {
    let part = seen.deeds.older.is_some() || seen.deeds.further_back;
    let collected = first(seen, |kind| *kind == DeedKind::Collected).is_some();
    if seen.items.is_empty() || (seen.answer.is_some() && part && !collected) {
        return None;
    }
    let (sent, goes) = sent(ctx, seen);
    let steps = [
        step(State::Done, t!(ctx, "request-way-asked"), day(ctx.lang, seen.asked_on)),
        decide(ctx, seen),
        sent,
        used(ctx, seen, goes),
        kept(ctx, seen, goes),
    ];
    let items: Vec<_> = steps.into_iter().map(item).collect();
    Some(
        view! {
            <h2 class="govuk-visually-hidden">{t!(ctx, "request-way-heading")}</h2>
            <ol class="say-way">{items}</ol>
        }
        .into_any(),
    )
}

fn step(state: State, name: String, note: String) -> Step {
    Step { state, name, note }
}

fn item(step: Step) -> AnyView {
    let (class, inside) = match step.state {
        State::Done => {
            ("say-way__step", view! { <circle cx="11" cy="11" r="9"></circle> }.into_any())
        }
        State::Now => (
            "say-way__step",
            view! {
                <circle class="o" cx="11" cy="11" r="9"></circle>
                <circle cx="11" cy="11" r="4"></circle>
            }
            .into_any(),
        ),
        State::Later => (
            "say-way__step",
            view! { <circle class="o" cx="11" cy="11" r="9"></circle> }.into_any(),
        ),
        State::Never => (
            "say-way__step say-way__step--never",
            view! { <path class="o" d="M4 11h14"></path> }.into_any(),
        ),
    };
    let current = (step.state == State::Now).then_some("step");
    let note = (!step.note.is_empty()).then(|| view! { <span>{step.note}</span> });
    view! {
        <li class=class aria-current=current>
            <svg viewBox="0 0 22 22" aria-hidden="true" focusable="false">{inside}</svg>
            <strong>{step.name}</strong>
            {note}
        </li>
    }
    .into_any()
}

fn decide(ctx: &PageContext, seen: &RequestView) -> Step {
    let (state, name, note) = match (&seen.answer, seen.phase) {
        (Some(answer), _) => {
            (State::Done, t!(ctx, "request-way-decided"), day(ctx.lang, answer.on))
        }
        (None, Phase::Open) => {
            let by = t!(ctx, "request-way-decide-by", date = day(ctx.lang, seen.reply_by));
            (State::Now, t!(ctx, "request-way-decide"), by)
        }
        (None, Phase::Late) => {
            (State::Now, t!(ctx, "request-way-decide"), t!(ctx, "request-way-decide-late"))
        }
        (None, Phase::Closed { .. }) => {
            (State::Never, t!(ctx, "request-way-decide"), t!(ctx, "request-way-decide-over"))
        }
    };
    step(state, name, note)
}

/// Whether something went or can still go.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Goes {
    Went,
    Can,
    Not,
}

fn sent(ctx: &PageContext, seen: &RequestView) -> (Step, Goes) {
    let name = t!(ctx, "request-way-sent");
    if let Some(at) = first(seen, |kind| *kind == DeedKind::Collected) {
        let name = t!(ctx, "request-way-sent-done");
        return (step(State::Done, name, day(ctx.lang, at)), Goes::Went);
    }
    let any = |wanted: fn(&Standing) -> bool| seen.items.iter().any(|item| wanted(&item.standing));
    let open = !matches!(seen.phase, Phase::Closed { .. });
    let (state, note, goes) = if !open {
        (State::Never, t!(ctx, "request-way-sent-no"), Goes::Not)
    } else if seen.answer.is_none() {
        (State::Later, t!(ctx, "request-way-sent-if"), Goes::Can)
    } else if any(|standing| matches!(standing, Standing::Granted { .. })) {
        (State::Now, t!(ctx, "request-way-sent-can"), Goes::Can)
    } else if any(|standing| *standing == Standing::Paused) {
        (State::Later, t!(ctx, "request-way-sent-paused"), Goes::Can)
    } else {
        (State::Never, t!(ctx, "request-way-sent-no"), Goes::Not)
    };
    (step(state, name, note), goes)
}

fn used(ctx: &PageContext, seen: &RequestView, goes: Goes) -> Step {
    let name = t!(ctx, "request-way-used");
    match goes {
        Goes::Not => step(State::Never, name, t!(ctx, "request-way-used-no")),
        Goes::Can => step(State::Later, name, t!(ctx, "request-way-used-how")),
        Goes::Went => {
            let erased = first(seen, |kind| *kind == DeedKind::Erased).is_some();
            let note = match outcome(seen) {
                Some(Outcome::Sufficient) => t!(ctx, "request-way-used-enough"),
                Some(Outcome::Insufficient) => t!(ctx, "request-way-used-short"),
                // What is deleted is not used any more, whatever came of it.
                None if erased => String::new(),
                None => return step(State::Now, name, t!(ctx, "request-way-used-how")),
            };
            step(State::Done, t!(ctx, "request-way-used-done"), note)
        }
    }
}

/// What DWP said last of what it got, as far as the page knows.
fn outcome(seen: &RequestView) -> Option<Outcome> {
    seen.deeds.lines.iter().rev().find_map(|deed| match deed.kind {
        DeedKind::Said { outcome } => Some(outcome),
        _ => None,
    })
}

fn kept(ctx: &PageContext, seen: &RequestView, goes: Goes) -> Step {
    if let Some(at) = first(seen, |kind| *kind == DeedKind::Erased) {
        return step(State::Done, t!(ctx, "request-way-deleted"), day(ctx.lang, at));
    }
    let name = t!(ctx, "request-way-kept");
    let span = super::span(ctx, seen.keep_for);
    match (goes, seen.keep_from) {
        (Goes::Not, _) => step(State::Never, name, t!(ctx, "request-way-kept-no")),
        (_, KeepFrom::Collection) => {
            step(State::Later, name, t!(ctx, "request-way-kept-collection", span = span))
        }
        (_, KeepFrom::LiveInterestEnds) => {
            step(State::Later, name, t!(ctx, "request-way-kept-interest", span = span))
        }
    }
}

/// The day on which this was done first, as far as the page knows.
fn first(seen: &RequestView, wanted: impl Fn(&DeedKind) -> bool) -> Option<Date> {
    let began = |deed: &Deed| deed.repeats.map_or(deed.at, |repeats| repeats.first).date();
    seen.deeds.lines.iter().find(|deed| wanted(&deed.kind)).map(began)
}
