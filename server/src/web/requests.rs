//! Every request, what waits first.

use super::asked::{asker, reference};
use super::errors::Trouble;
use super::guard::Claimant;
use super::moments::{days_left, last_day};
use super::{render, standing};
use crate::portal::reading::RequestRead;
use app::pages::requests::{self, Answered, RequestsView, State, Waiting, Why};
use axum::response::Response;
use consent::standing::Reason;
use consent::time::At;

pub(super) async fn show(claimant: Claimant) -> Result<Response, Trouble> {
    let now = claimant.portal.now();
    let mut seen = RequestsView::default();
    for read in claimant.portal.requests_of(&claimant.actor, claimant.subject).await? {
        match state(&read, now) {
            Ok(state @ (State::Sharing { .. } | State::NothingRecorded)) => {
                seen.sharing.push(answered(&read, state));
            }
            Ok(state) => seen.ended.push(answered(&read, state)),
            Err(why) => seen.waiting.push(waiting(&read, why, now)),
        }
    }
    seen.waiting.sort_by_key(|request| request.reply_by);
    Ok(render::shown(&claimant.ctx, requests::page(&claimant.ctx, &seen)))
}

/// How it stands as a whole, or why it waits.
fn state(read: &RequestRead, now: At) -> Result<State, Why> {
    let any = |reason| standing::any(read, reason);
    if !read.open {
        return Ok(State::Closed { on: standing::closed_on(read, now) });
    }
    if read.standings.is_empty() {
        return Err(Why::InWords);
    }
    if any(Reason::NotDecided) {
        return Err(if read.not_now { Why::NotNow } else { Why::Undecided });
    }
    if let Some(paused) = standing::paused(read) {
        return Err(Why::Paused(paused));
    }
    let until = read.standings.iter().filter_map(|standing| standing.valid_until).max();
    Ok(match until.filter(|_| any(Reason::Granted)) {
        Some(until) => State::Sharing { until: last_day(until) },
        None if any(Reason::NothingRecorded) => State::NothingRecorded,
        None if any(Reason::Expired) => State::Expired { on: standing::ended_on(read) },
        None if any(Reason::Withdrawn) => {
            State::Withdrawn { on: standing::withdrawn_at(read).unwrap_or(now).date_in_london() }
        }
        None => State::Refused,
    })
}

fn waiting(read: &RequestRead, why: Why, now: At) -> Waiting {
    let request = &read.loaded.asked.request;
    Waiting {
        id: request.id.to_string(),
        reference: reference(read),
        asker: asker(&read.loaded),
        things: request.items.len(),
        asked_on: request.submitted_at.date_in_london(),
        reply_by: request.respond_by,
        days_left: days_left(now.date_in_london(), request.respond_by),
        why,
    }
}

fn answered(read: &RequestRead, state: State) -> Answered {
    let shared = standing::shared(read).len();
    Answered {
        id: read.loaded.id().to_string(),
        reference: reference(read),
        asker: asker(&read.loaded),
        shared,
        private: read.standings.len().saturating_sub(shared),
        answered_on: standing::decision(read).map(|decided| decided.at.date_in_london()),
        collected: standing::collected(read),
        state,
    }
}
