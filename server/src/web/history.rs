//! Everything that happened, newest first, in words. Looking is itself on the record.

use super::asked::receipt_code;
use super::errors::Trouble;
use super::guard::Claimant;
use super::happening::Known;
use super::moments::in_london;
use super::render;
use crate::portal::history::Happened;
use app::pages::history::{self, Day, Event, HistoryView, Repeats, Show};
use axum::response::Response;
use consent::ids::ReceiptId;
use serde_json::Value;

/// So many lines stand on one page.
const LINES: usize = 50;

/// A line, and where in the log it ends.
struct Line {
    event: Event,
    last_seq: i64,
}

pub(super) async fn show(claimant: Claimant) -> Result<Response, Trouble> {
    let show = Show::from_code(&claimant.query("show").unwrap_or_default());
    let before = claimant.query("before").and_then(|text| text.parse::<i64>().ok());
    let happened = claimant.portal.history(&claimant.actor, claimant.subject).await?;
    let known = Known::of(&claimant, &happened).await?;
    let lines = lines(&happened, &known, show);
    let total = lines.len();
    let mut rest =
        lines.into_iter().filter(|line| before.is_none_or(|before| line.last_seq < before));
    let shown: Vec<Line> = rest.by_ref().take(LINES).collect();
    let older = rest.next().and(shown.last()).map(|line| line.last_seq.to_string());
    let seen = HistoryView {
        shown: shown.len(),
        days: days(shown),
        show,
        total,
        older,
        further_back: before.is_some(),
    };
    Ok(render::shown(&claimant.ctx, history::page(&claimant.ctx, &seen)))
}

/// One line for each event, or for several in a row that say the same on one day.
fn lines(happened: &[Happened], known: &Known<'_>, show: Show) -> Vec<Line> {
    let mut lines: Vec<Line> = Vec::new();
    for one in happened.iter().filter(|one| show == Show::Everything || known.side(one) == show) {
        let at = in_london(one.at);
        let receipt = one
            .data
            .get("receipt")
            .and_then(Value::as_str)
            .and_then(|id| id.parse::<ReceiptId>().ok());
        let receipt = receipt.map(|id| (id.to_string(), receipt_code(id)));
        let request = known.link(one);
        for happening in known.happenings(one) {
            let event = Event {
                at,
                happening,
                repeats: None,
                receipt: receipt.clone(),
                request: request.clone(),
            };
            match lines.last_mut().filter(|line| says_the_same(&line.event, &event)) {
                // Newest first: what is met later came before.
                Some(line) => {
                    let repeats =
                        line.event.repeats.get_or_insert(Repeats { count: 1, last: line.event.at });
                    repeats.count = repeats.count.saturating_add(1);
                    line.event.at = at;
                    line.last_seq = one.seq;
                }
                None => lines.push(Line { event, last_seq: one.seq }),
            }
        }
    }
    lines
}

fn says_the_same(known: &Event, new: &Event) -> bool {
    known.at.date() == new.at.date()
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
