//! The claimant's own copies of what they agreed to share, newest first. A line names no category.

use super::preview::FileSeen;
use crate::{
    components::{body, lead, title},
    i18n::{Lang, day_and_time},
    paths,
    render::Html,
    rich,
    shell::{self, Frame, PageContext, Place},
    t,
};
use leptos::prelude::*;
use time::{PrimitiveDateTime, macros::datetime};

/// What the page shows.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CopiesView {
    /// The copies, newest first.
    pub copies: Vec<Line>,
    /// What has just been done or could not be done.
    pub told: Option<Told>,
}

/// One copy in the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// Its id, for the link.
    pub id: String,
    /// When it was kept.
    pub at: PrimitiveDateTime,
    /// The request's reference.
    pub reference: String,
    /// Who asked, as the register names it; none where that is not known any more.
    pub asker: Option<String>,
    /// How many bytes.
    pub bytes: u64,
}

/// What has just been done or could not be done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Told {
    /// A copy was deleted.
    Deleted,
    /// The file is not there any more.
    Gone,
}

/// The page.
pub fn page(ctx: &PageContext, seen: &CopiesView) -> Html {
    let frame = Frame::new(t!(ctx, "copies-title")).at(Place::Receipts);
    shell::render(ctx, frame.back(t!(ctx, "copies-back"), paths::RECEIPTS), || {
        // What is gone cannot be put right: it is told, and no field is pointed at.
        let told = seen.told.map(|told| {
            let words = match told {
                Told::Deleted => t!(ctx, "copies-deleted"),
                Told::Gone => t!(ctx, "copies-gone"),
            };
            view! { <p class="say-bold" role="status">{words}</p> }
        });
        let some = !seen.copies.is_empty();
        view! {
            {told}
            {title(t!(ctx, "copies-title"))}
            {lead(if some { t!(ctx, "copies-lead") } else { t!(ctx, "copies-none") })}
            {body(t!(ctx, "copies-who"))}
            {some.then(|| list(ctx, seen))}
            {(some || seen.told == Some(Told::Deleted)).then(|| body(t!(ctx, "copies-not-back")))}
        }
    })
}

fn list(ctx: &PageContext, seen: &CopiesView) -> AnyView {
    let lines: Vec<_> = seen.copies.iter().map(|line| one(ctx, line)).collect();
    view! { <ul class="say-list">{lines}</ul> }.into_any()
}

fn one(ctx: &PageContext, line: &Line) -> AnyView {
    let asker = line.asker.clone().map(|asker| {
        view! { <p>{t!(ctx, "copies-asker", asker = asker)}</p> }
    });
    let size = FileSeen { entries: 0, bytes: line.bytes, digest: String::new() }.about();
    view! {
        <li class="say-row">
            <h2 class="govuk-heading-s"><a class="govuk-link" href=paths::copy(&line.id)>{rich!(ctx, "copies-of", reference = line.reference.clone())}</a></h2>
            {asker}
            <p class="say-soft">{t!(ctx, "copies-kept", at = day_and_time(ctx.lang, line.at), size = size)}</p>
        </li>
    }
    .into_any()
}

/// Named samples.
pub fn samples(_lang: Lang) -> Vec<(&'static str, CopiesView)> {
    let line = |reference: &str, asker: Option<&str>, at| Line {
        id: "01936b7e-0000-7000-8000-00000000000c".into(),
        at,
        reference: reference.into(),
        asker: asker.map(str::to_owned),
        bytes: 48_213,
    };
    let copies = vec![
        line("SR 7K2M-9QD", Some("Maximus, PIP team, Leeds"), datetime!(2026-11-24 15:40)),
        line("SR 3ZJQ-0AB", None, datetime!(2026-09-03 10:00)),
    ];
    vec![
        ("some", CopiesView { copies: copies.clone(), told: None }),
        ("deleted", CopiesView { copies, told: Some(Told::Deleted) }),
        ("gone", CopiesView { copies: Vec::new(), told: Some(Told::Gone) }),
        ("none", CopiesView::default()),
    ]
}
