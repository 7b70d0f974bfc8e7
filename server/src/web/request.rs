//! One request: who asks, why, for what, how each thing stands, what DWP did since. And the two things that can
//! be said of it besides deciding: "nothing more will come" and "this is not about me".

use super::asked::{asker, recipients, reference, title};
use super::choose::closed;
use super::errors::Trouble;
use super::guard::Claimant;
use super::typed::{Id, Typed};
use super::{copies, deeds, render, standing};
use crate::portal::looking::Looked;
use crate::portal::reading::RequestRead;
use app::forms::CompleteForm;
use app::pages::request::{
    self, Answer, KeepFrom, MarkedEntry, Phase, RequestItem, RequestView, Span, Thread,
};
use app::paths;
use axum::response::Response;
use consent::ids::RequestId;
use consent::purpose::{self, Bilingual};
use consent::request::Item;
use consent::standing::Standing;
use consent::time::At;

pub(super) async fn show(claimant: Claimant, Id(id): Id<RequestId>) -> Result<Response, Trouble> {
    let (portal, actor, subject) = (&claimant.portal, &claimant.actor, claimant.subject);
    let read = portal.request_of(actor, subject, id).await?;
    let session = claimant.session.id();
    portal.looked_at(actor, subject, session.as_ref(), Looked::Request(id)).await?;
    let seen = view(&claimant, &read).await?;
    Ok(render::shown(&claimant.ctx, request::page(&claimant.ctx, &seen)))
}

/// "This is not about me."
pub(super) async fn not_me(claimant: Claimant, Id(id): Id<RequestId>) -> Result<Response, Trouble> {
    claimant.portal.not_me(&claimant.actor, claimant.subject, id).await?;
    Ok(render::go(paths::REQUESTS))
}

/// "Nothing more will come", or taking that back.
pub(super) async fn complete(
    claimant: Claimant,
    Id(id): Id<RequestId>,
    typed: Typed,
) -> Result<Response, Trouble> {
    let form: CompleteForm = typed.read()?;
    let complete = match form.complete.as_str() {
        "yes" => true,
        "no" => false,
        _ => return Err(Trouble::invalid()),
    };
    claimant
        .portal
        .nothing_more(&claimant.actor, claimant.subject, id, complete)
        .await
        .map_err(|why| closed(why, id))?;
    Ok(render::go(&paths::request(&id.to_string())))
}

async fn view(claimant: &Claimant, read: &RequestRead) -> Result<RequestView, Trouble> {
    let asked = &read.loaded.asked;
    let request = &asked.request;
    let now = claimant.portal.now();
    let welsh = claimant.welsh();
    let said = |text: &Bilingual| if welsh { text.cy.clone() } else { text.en.clone() };
    let threads = threads(claimant, read).await?;
    let phase = if !read.open {
        Phase::Closed { on: standing::closed_on(read, now) }
    } else if now.date_in_london() > request.respond_by {
        Phase::Late
    } else {
        Phase::Open
    };
    let people = claimant.portal.words_of(&claimant.actor, claimant.subject, request.id).await?;
    let wrote = !people.own.is_empty();
    let marked = people.marked.into_iter().map(|one| MarkedEntry {
        key: one.mark.key.to_string(),
        line: one.mark.line,
        on: one.at.date_in_london(),
    });
    Ok(RequestView {
        wrote,
        marked: marked.collect(),
        id: request.id.to_string(),
        reference: reference(read),
        asker: asker(&read.loaded),
        role: asked.officer_role.clone(),
        purpose: said(&read.purpose.title),
        benefit: said(&read.purpose.benefit),
        explanation: asked.explanation.clone(),
        question: asked.question.clone(),
        items: request
            .items
            .iter()
            .zip(&read.standings)
            .map(|(item, standing)| self::item(claimant, read, item, standing))
            .collect(),
        recipients: recipients(claimant.ctx.lang, &request.recipients),
        keep_for: span(request.keep_for),
        keep_from: match read.purpose.keep_from {
            purpose::KeepFrom::Collection => KeepFrom::Collection,
            purpose::KeepFrom::LiveInterestEnds => KeepFrom::LiveInterestEnds,
        },
        collect_within: span(request.collect_within),
        if_refused: said(&read.purpose.if_refused),
        asked_on: request.submitted_at.date_in_london(),
        reply_by: request.respond_by,
        phase,
        not_now: read.not_now,
        paused: standing::paused(read),
        answer: answer(claimant, read, now).await?,
        follows: threads.follows,
        replaces: threads.replaces,
        replaced_by: threads.replaced_by,
        copy: copies::of_request(claimant, request.id).await?,
        deeds: deeds::of(claimant, request.id).await?,
    })
}

fn item(claimant: &Claimant, read: &RequestRead, item: &Item, standing: &Standing) -> RequestItem {
    let welsh = claimant.welsh();
    let points = item.decision_points.iter().filter_map(|id| read.purpose.decision_point(id));
    RequestItem {
        title: title(claimant.ctx.lang, item.category),
        sensitive: item.category.is_sensitive(),
        reason: item.reason.clone(),
        decision_points: points
            .map(|point| if welsh { point.title.cy.clone() } else { point.title.en.clone() })
            .collect(),
        from: Some(item.from),
        to: Some(item.to),
        standing: standing::shown(read, standing),
    }
}

/// The answer that was given last, with the receipt that proves it.
async fn answer(
    claimant: &Claimant,
    read: &RequestRead,
    now: At,
) -> Result<Option<Answer>, Trouble> {
    if standing::decision(read).is_none() {
        return Ok(None);
    }
    let (actor, subject) = (&claimant.actor, claimant.subject);
    let newest = claimant.portal.newest_answer(actor, subject, read.loaded.id()).await?;
    Ok(newest.map(|receipt| Answer {
        on: standing::said_at(read).unwrap_or(now).date_in_london(),
        receipt: receipt.id.to_string(),
        told_complete: read.loaded.row.answer_complete_at.is_some(),
    }))
}

#[derive(Default)]
struct Threads {
    follows: Option<Thread>,
    replaces: Option<Thread>,
    replaced_by: Option<Thread>,
}

/// The other requests of the same thread, where they are about the same person.
async fn threads(claimant: &Claimant, read: &RequestRead) -> Result<Threads, Trouble> {
    let row = &read.loaded.row;
    if row.follows.is_none() && row.replaces.is_none() && read.open {
        return Ok(Threads::default());
    }
    let all = claimant.portal.requests_of(&claimant.actor, claimant.subject).await?;
    let thread = |found: Option<&RequestRead>| {
        found.map(|other| Thread { id: other.loaded.id().to_string(), reference: reference(other) })
    };
    let by_id = |id| thread(all.iter().find(|other| Some(other.loaded.row.id) == id));
    Ok(Threads {
        follows: by_id(row.follows),
        replaces: by_id(row.replaces),
        replaced_by: thread(all.iter().find(|other| other.loaded.row.replaces == Some(row.id))),
    })
}

/// Weeks are said in days.
pub(super) fn span(span: consent::time::Span) -> Span {
    let [years, months, weeks, days] = span.parts().map(u32::from);
    Span { years, months, days: weeks * 7 + days }
}
