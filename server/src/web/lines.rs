//! The proofs of the lines of the history: a page that says how to check one, the file, and each time of what happened
//! several times.

use super::errors::Trouble;
use super::guard::Claimant;
use super::happening::Known;
use super::history::{said, says_the_same, since};
use super::moments::in_london;
use super::render;
use super::typed::Id;
use crate::portal::history::Happened;
use app::pages::history_proof::{self, HistoryProofView, InLog};
use app::pages::history_times::{self, HistoryTimesView};
use app::paths;
use axum::response::Response;

/// So many times stand on one page.
const TIMES: usize = 100;
/// So many stretches of events are gone through for one page, where other things lie between.
const STRETCHES: usize = 20;

/// `GET /history/{id}/proof`: the line, and how to check it.
pub(super) async fn proof(claimant: Claimant, Id(seq): Id<i64>) -> Result<Response, Trouble> {
    let portal = &claimant.portal;
    let line = portal.line(&claimant.actor, claimant.subject, seq).await?;
    let happened = std::slice::from_ref(&line.happened);
    let mut known = Known::of(&claimant).await?;
    known.learn(&claimant, happened).await?;
    let lines = said(&line.happened, &known);
    if lines.is_empty() {
        return Err(Trouble::not_found());
    }
    let signed = line.proof.map(|proof| portal.proof_signed_by(&proof)).transpose()?;
    let seen = HistoryProofView {
        place: seq,
        since: since(&claimant),
        lines,
        proof: signed.map(|(origin, vkey)| InLog { origin, vkey }),
    };
    Ok(render::shown(&claimant.ctx, history_proof::page(&claimant.ctx, &seen)))
}

/// `GET /history/{id}/line.tlog-proof`: the file.
pub(super) async fn file(claimant: Claimant, Id(seq): Id<i64>) -> Result<Response, Trouble> {
    let line = claimant.portal.line(&claimant.actor, claimant.subject, seq).await?;
    let Some(proof) = line.proof else { return Ok(render::go(&paths::history_proof(seq, None))) };
    let name = history_proof::file_name(seq);
    Ok(render::file("text/plain; charset=utf-8", &name, proof.into_bytes()))
}

/// `GET /history/{id}/times?first=…`: each time, from the last at this place back to the first.
pub(super) async fn times(claimant: Claimant, Id(last): Id<i64>) -> Result<Response, Trouble> {
    let (portal, actor, subject) = (&claimant.portal, &claimant.actor, claimant.subject);
    let first = claimant.query("first").and_then(|text| text.parse::<i64>().ok());
    let first = first.filter(|first| *first <= last).ok_or_else(Trouble::not_found)?;
    // Somebody else's line is not found, whatever lies between.
    let newest = portal.line(actor, subject, last).await?.happened;
    let mut known = Known::of(&claimant).await?;
    known.learn(&claimant, std::slice::from_ref(&newest)).await?;
    let lines = said(&newest, &known);
    if lines.is_empty() {
        return Err(Trouble::not_found());
    }
    let same = |one: &Happened| {
        let other = said(one, &known);
        other.len() == lines.len()
            && lines.iter().zip(&other).all(|(line, other)| says_the_same(line, other))
    };
    let mut times = Vec::new();
    let mut before = last.saturating_add(1);
    for _ in 0..STRETCHES {
        let past = portal.history(actor, subject, Some(before)).await?;
        let theirs = past.events.iter().take_while(|one| one.seq >= first);
        times.extend(theirs.filter(|one| same(one)).map(|one| (in_london(one.at), one.seq)));
        before = past.events.last().map_or(first, |one| one.seq);
        if !past.more || before <= first || times.len() > TIMES {
            break;
        }
    }
    let older = times.get(TIMES).map(|(_, seq)| (first, *seq));
    times.truncate(TIMES);
    let seen = HistoryTimesView { lines, times, since: since(&claimant), older };
    Ok(render::shown(&claimant.ctx, history_times::page(&claimant.ctx, &seen)))
}
