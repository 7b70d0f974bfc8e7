//! Everything that happened, newest first, in words. Looking is itself on the record.

use super::errors::Trouble;
use super::guard::Claimant;
use super::happening::Known;
use super::moments::in_london;
use super::render;
use super::timeline::times;
use crate::portal::changes::Changes;
use crate::portal::history::Happened;
use app::pages::history::{self, Day, Event, HistoryView, News, Repeats, Show};
use app::paths;
use axum::response::Response;
use consent::ids::ReceiptId;
use serde_json::Value;
use std::collections::BTreeMap;

/// So many lines stand on one page.
const LINES: usize = 50;
/// So many stretches of events are gone through for one page, where few of them are of the kind that is shown.
const STRETCHES: usize = 4;

/// A line, and where in the log it ends.
struct Line {
    event: Event,
    last_seq: i64,
}

pub(super) async fn show(claimant: Claimant) -> Result<Response, Trouble> {
    let show = Show::from_code(&claimant.query("show").unwrap_or_default());
    let before = claimant.query("before").and_then(|text| text.parse::<i64>().ok());
    let (portal, actor, subject) = (&claimant.portal, &claimant.actor, claimant.subject);
    let session = claimant.session.id();
    let since = since(&claimant);
    let whole_history = show == Show::Everything && before.is_none();
    let changes = if whole_history {
        portal.look_at_history(actor, subject, session.as_ref(), since).await?
    } else {
        portal.look_at_part_of_history(actor, subject, session.as_ref(), since).await?
    };
    let mut known = Known::of(&claimant).await?;
    let mut lines = Vec::new();
    let mut from = before;
    let mut further = false;
    // One line more than is shown tells whether there are older ones.
    for _ in 0..STRETCHES {
        let past = portal.history(actor, subject, from).await?;
        known.learn(&claimant, &past.events).await?;
        add(&mut lines, &past.events, &known, show, &changes);
        from = past.events.last().map(|one| one.seq);
        further = past.more;
        if !further || lines.len() > LINES {
            break;
        }
    }
    let total = (before.is_none() && !further).then_some(lines.len());
    let shown = whole(&lines);
    let older = match lines.get(shown.saturating_sub(1)..) {
        Some([last, _, ..]) => Some(last.last_seq),
        _ => from.filter(|_| further),
    };
    lines.truncate(shown);
    let times = if whole_history { times(&claimant, &known).await? } else { BTreeMap::new() };
    let since = changes.since.filter(|_| changes.count > 0).map(|look| look.seq);
    let seen = HistoryView {
        news: news(&changes),
        since,
        shown: lines.len(),
        days: days(lines),
        show,
        total,
        older: older.map(|seq| seq.to_string()),
        further_back: before.is_some(),
        times,
    };
    // The page in the other language marks the same lines.
    let mut ctx = claimant.ctx.clone();
    if ctx.path == paths::HISTORY {
        ctx.path = paths::history_since(seen.since);
    }
    Ok(render::shown(&ctx, history::page(&ctx, &seen)))
}

/// The place of the look since which lines are to be marked, as a link of ours says it.
pub(super) fn since(claimant: &Claimant) -> Option<i64> {
    claimant.query("since").and_then(|text| text.parse().ok())
}

fn news(changes: &Changes) -> News {
    match changes.since {
        None => News::FirstLook,
        Some(look) if changes.count == 0 => News::Nothing { since: in_london(look.at) },
        Some(look) => News::Some { since: in_london(look.at), count: changes.count },
    }
}

/// What is said of one event, each as a line of its own.
pub(super) fn said(one: &Happened, known: &Known) -> Vec<Event> {
    let at = in_london(one.at);
    let receipt = one.data.get("receipt").and_then(Value::as_str);
    let receipt = receipt.and_then(|id| id.parse::<ReceiptId>().ok());
    let receipt = receipt.map(|id| (id.to_string(), id.short()));
    let request = known.link(one);
    let said = known.happenings(one).into_iter().map(|happening| Event {
        at,
        happening,
        repeats: None,
        receipt: receipt.clone(),
        request: request.clone(),
        new: false,
        places: None,
    });
    said.collect()
}

/// How many lines stand on the page: no event has one of its lines here and another on the next.
fn whole(lines: &[Line]) -> usize {
    let split = |at: usize| match (lines.get(at.saturating_sub(1)), lines.get(at)) {
        (Some(last), Some(next)) => last.last_seq == next.last_seq,
        _ => false,
    };
    (LINES..).find(|at| !split(*at)).unwrap_or(LINES).min(lines.len())
}

/// One line for each event, or for several in a row that say the same on one day.
fn add(lines: &mut Vec<Line>, happened: &[Happened], known: &Known, show: Show, changes: &Changes) {
    for one in happened.iter().filter(|one| show == Show::Everything || known.side(one) == show) {
        let at = in_london(one.at);
        let (new, places) = (changes.have(one), Some((one.seq, one.seq)));
        let said = said(one, known).into_iter().map(|event| Event { new, places, ..event });
        let said: Vec<Event> = said.collect();
        // All that is said of it was said of the one before.
        let from = lines.len().saturating_sub(said.len());
        let same = lines.get_mut(from..).filter(|lines| {
            lines.len() == said.len()
                && lines.iter().zip(&said).all(|(line, new)| says_the_same(&line.event, new))
        });
        match same {
            // Newest first: what is met later came before.
            Some(same) => {
                for line in same {
                    let repeats =
                        line.event.repeats.get_or_insert(Repeats { count: 1, last: line.event.at });
                    repeats.count = repeats.count.saturating_add(1);
                    line.event.at = at;
                    line.event.places = line.event.places.map(|(_, last)| (one.seq, last));
                    line.last_seq = one.seq;
                }
            }
            None => lines.extend(said.into_iter().map(|event| Line { event, last_seq: one.seq })),
        }
    }
}

pub(super) fn says_the_same(known: &Event, new: &Event) -> bool {
    known.new == new.new
        && known.at.date() == new.at.date()
        && known.happening == new.happening
        && known.receipt == new.receipt
        && known.request == new.request
}

fn days(lines: Vec<Line>) -> Vec<Day> {
    let mut days: Vec<Day> = Vec::new();
    for line in lines {
        let date = line.event.at.date();
        match days.last_mut().filter(|day| day.date == date) {
            Some(day) => day.events.push(line.event),
            None => days.push(Day { date, events: vec![line.event] }),
        }
    }
    days
}
