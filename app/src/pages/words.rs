//! All that people say themselves about a request: the claimant, those who help them, professionals. What is missing is
//! said once and plainly; nothing here presses anybody to write.

mod parts;
mod samples;

pub use samples::samples;

use crate::{
    components::{
        PointGauge, body, gauge_honest, heading_l, lead, link_button, request_caption,
        second_link_button, title,
    },
    paths,
    render::Html,
    shell::{self, Frame, PageContext, Place},
    t,
};
use leptos::prelude::*;
use time::Date;

/// What the page shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WordsView {
    /// The request's id, for links.
    pub id: String,
    /// Its reference, as people read it.
    pub reference: String,
    /// Whether the claimant's own words can go under it.
    pub own: Asked,
    /// Whether a helper's words can go under it.
    pub helpers_asked: bool,
    /// Whether anything can still be written.
    pub open: bool,
    /// Whether something was confirmed already: new words go only after deciding again.
    pub decided: bool,
    /// The questions, in the order of the purpose.
    pub points: Vec<Point>,
    /// Whether the gauge could be made.
    pub gauged: bool,
    /// What helpers wrote.
    pub helpers: Vec<Helper>,
    /// What professionals answered.
    pub answers: Vec<Answers>,
}

/// Whether own words can go under a request.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Asked {
    /// They go where this item is shared: its title, word for word.
    For(String),
    /// The request does not ask for them.
    Not,
}

/// One question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Point {
    /// Its place among them, from 1, for links: an address must not tell what it is about.
    pub place: String,
    /// Its words in the page's language.
    pub title: String,
    /// How much the file says about it, where that is known.
    pub gauge: Option<PointGauge>,
    /// What the claimant wrote, if anything.
    pub own: Option<Own>,
}

/// What the claimant wrote about a question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Own {
    /// Whether it is finished.
    pub finished: bool,
    /// How many characters.
    pub characters: u32,
    /// What keeps it from going.
    pub held: Vec<Stays>,
}

/// Why words stay although they are finished.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Stays {
    /// They mention something that belongs to these, which are asked for and not shared.
    NeedsAlso(String),
    /// The question itself belongs to these, which are asked for and not shared.
    QuestionNeedsAlso(String),
    /// They touch these, which the request does not ask for.
    NotAsked(String),
    /// They touch what is never sent.
    Never,
}

impl Stays {
    /// Whether sharing more would not let them go either.
    const fn whatever_is_shared(&self) -> bool {
        matches!(self, Self::NotAsked(_) | Self::Never)
    }
}

/// What a helper wrote.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Helper {
    /// Their name.
    pub name: String,
    /// What they are to the claimant.
    pub relation: String,
    /// When it came.
    pub on: Date,
}

/// What a professional answered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answers {
    /// Who.
    pub author: String,
    /// How many questions.
    pub questions: u32,
    /// When it came.
    pub on: Date,
}

/// The page.
pub fn page(ctx: &PageContext, seen: &WordsView) -> Html {
    let frame = Frame::new(t!(ctx, "words-title"))
        .at(Place::Requests)
        .back(t!(ctx, "words-back"), paths::request(&seen.id));
    shell::render(ctx, frame, || {
        let points: Vec<_> =
            seen.points.iter().map(|point| parts::point(ctx, seen, point)).collect();
        let written = seen.points.iter().any(|point| point.own.is_some());
        view! {
            {request_caption(ctx, &seen.reference)}
            {title(t!(ctx, "words-title"))}
            {lead(match (seen.open, written) {
                (true, _) => t!(ctx, "words-lead"),
                (false, true) => t!(ctx, "words-closed"),
                (false, false) => t!(ctx, "words-closed-none"),
            })}
            {seen.open.then(|| goes(ctx, seen))}
            {(seen.open && seen.decided).then(|| body(t!(ctx, "words-decided")))}
            {heading_l(t!(ctx, "words-points-heading"))}
            {seen.open.then(|| body(if seen.gauged { t!(ctx, "gauge-from") } else { t!(ctx, "gauge-not-yet") }))}
            {seen.open.then(|| gauge_honest(ctx))}
            <ul class="say-list">{points}</ul>
            {parts::helpers(ctx, seen)}
            {parts::answers(ctx, seen)}
            <div class="govuk-button-group">
                {seen.open.then(|| on(ctx, seen))}
                {written.then(|| second_link_button(t!(ctx, "words-print"), paths::words_print(&seen.id)))}
            </div>
            {body(t!(ctx, "common-not-your-form"))}
        }
    })
}

// Who has not answered yet answers first.
fn on(ctx: &PageContext, seen: &WordsView) -> AnyView {
    if seen.gauged {
        link_button(t!(ctx, "words-on"), paths::preview(&seen.id))
    } else {
        link_button(t!(ctx, "words-on-choose"), paths::choose(&seen.id))
    }
}

fn goes(ctx: &PageContext, seen: &WordsView) -> AnyView {
    match &seen.own {
        Asked::For(item) => body(t!(ctx, "words-asked", item = item.clone())),
        Asked::Not => body(t!(ctx, "words-not-asked")),
    }
}

/// The same of a helper's words, which the claimant cannot change.
pub(super) fn stays_of_helper(ctx: &PageContext, stays: &Stays) -> String {
    match stays {
        Stays::NeedsAlso(title) | Stays::QuestionNeedsAlso(title) => {
            t!(ctx, "helper-needs-also", title = title.clone())
        }
        Stays::NotAsked(title) => t!(ctx, "helper-matter-not-asked", title = title.clone()),
        Stays::Never => t!(ctx, "helper-never"),
    }
}

/// What keeps words from going, in plain words.
pub(super) fn stays(ctx: &PageContext, stays: &Stays) -> String {
    match stays {
        Stays::NeedsAlso(title) => t!(ctx, "words-needs-also", title = title.clone()),
        Stays::QuestionNeedsAlso(title) => {
            t!(ctx, "words-question-needs-also", title = title.clone())
        }
        Stays::NotAsked(title) => t!(ctx, "words-matter-not-asked", title = title.clone()),
        Stays::Never => t!(ctx, "words-never"),
    }
}
