//! The entries of the package, line by line, by year where there are many; each can be left out.

use super::looking::{self, Part};
use super::{Entry, PreviewView};
use crate::{
    components::{body, hidden, row_text, summary_list},
    i18n::join,
    paths, plain_words,
    shell::PageContext,
    t,
};
use leptos::prelude::*;

/// From how many entries on a list is parted by years.
const MANY: usize = 8;

/// The groups that the first page shows, each as far as it fits.
pub(super) fn on_first_page(ctx: &PageContext, seen: &PreviewView) -> AnyView {
    let counts = looking::on_first_page(&seen.groups);
    let mut groups = Vec::new();
    for (at, (group, count)) in seen.groups.iter().zip(counts).enumerate() {
        let shown: Vec<&Entry> = group.entries.iter().take(count).collect();
        let more = (count < group.entries.len()).then(|| {
            let words = t!(ctx, "preview-see-all", count = group.entries.len());
            let about = t!(ctx, "preview-see-all-of", title = group.title.clone());
            let href = looking::link(ctx, seen, Part::Group(at + 1), 1);
            body(view! { <a class="govuk-link" href=href>{words}{hidden(about)}</a> })
        });
        let whole = group.entries.len();
        groups.push(section(ctx, seen, (at, &group.title, whole), &shown, more));
    }
    groups.into_any()
}

/// A group, or what of it is on this page; `group` is its place, its title and how many entries it has.
pub(super) fn section(
    ctx: &PageContext,
    seen: &PreviewView,
    group: (usize, &str, usize),
    entries: &[&Entry],
    more: Option<AnyView>,
) -> AnyView {
    let (at, title, count) = group;
    let id = group_id(at);
    let count = super::entries(ctx.lang, u32::try_from(count).unwrap_or(u32::MAX));
    view! {
        <section class="say-pack" aria-labelledby=id.clone()>
            <h2 class="say-h" id=id.clone()>{title.to_owned()}" "<span>{count}</span></h2>
            {list(ctx, seen, entries)}
            {more}
        </section>
    }
    .into_any()
}

/// Where a group begins, on the page.
pub(super) fn group_id(at: usize) -> String {
    format!("group-{at}")
}

fn list(ctx: &PageContext, seen: &PreviewView, entries: &[&Entry]) -> AnyView {
    let lines = |entries: &[&Entry]| {
        let lines: Vec<_> = entries.iter().map(|of| entry(ctx, seen, of)).collect();
        view! { <ul class="say-entries">{lines}</ul> }.into_any()
    };
    let years: Vec<&[&Entry]> = entries.chunk_by(|one, next| one.year == next.year).collect();
    if entries.len() < MANY || years.len() < 2 {
        return lines(entries);
    }
    let years: Vec<_> = years
        .into_iter()
        .map(|of| {
            let year = of.first().and_then(|entry| entry.year);
            let year = year.map_or_else(|| t!(ctx, "preview-no-year"), |year| year.to_string());
            view! { <h3 class="say-year">{year}</h3>{lines(of)} }
        })
        .collect();
    years.into_any()
}

fn entry(ctx: &PageContext, seen: &PreviewView, entry: &Entry) -> AnyView {
    let tick = super::parts::tick(
        // The summary of errors leads to the first box.
        if super::parts::first_box(seen) == Some(entry.number) {
            "leave_out".to_owned()
        } else {
            format!("leave_out-{}", entry.number)
        },
        "leave_out",
        entry.number.to_string(),
        t!(ctx, "preview-leave-out"),
        t!(ctx, "preview-leave-out-for", line = entry.line.clone()),
    );
    let number = body(t!(ctx, "preview-number", number = entry.number));
    view! {
        <li class="say-entry">
            {what(&entry.line, &entry.when_and_who)}
            {tick}
            {in_plain_words(ctx, &entry.line)}
            {all(ctx, &entry.line, &entry.elements, Some(number))}
            {folded(
                t!(ctx, "preview-here"),
                t!(ctx, "preview-here-for", line = entry.line.clone()),
                why_here(ctx, seen, entry),
            )}
            {(!seen.smaller).then(|| wrong(ctx, seen, entry))}
        </li>
    }
    .into_any()
}

/// The line, and under it when and by whom.
pub(in crate::pages) fn what(line: &str, when_and_who: &str) -> AnyView {
    view! {
        <div class="say-entry__what">
            <span class="say-entry__line">{line.to_owned()}</span>" "
            <span class="say-entry__who">{when_and_who.to_owned()}</span>
        </div>
    }
    .into_any()
}

/// Every element of an entry, folded away.
pub(in crate::pages) fn all(
    ctx: &PageContext,
    line: &str,
    elements: &[(String, String)],
    first: Option<AnyView>,
) -> AnyView {
    every(ctx, t!(ctx, "preview-details"), line, elements, first)
}

/// The same, under these words.
pub(super) fn every(
    ctx: &PageContext,
    words: String,
    line: &str,
    elements: &[(String, String)],
    first: Option<AnyView>,
) -> AnyView {
    let rows =
        elements.iter().map(|(label, value)| row_text(label.clone(), value.clone())).collect();
    folded(
        words,
        t!(ctx, "preview-details-for", line = line.to_owned()),
        view! { {first}{summary_list(rows)} }.into_any(),
    )
}

fn folded(words: String, about: String, inside: AnyView) -> AnyView {
    view! {
        <details class="govuk-details say-all">
            <summary class="govuk-details__summary">
                <span class="govuk-details__summary-text">{words}{hidden(about)}</span>
            </summary>
            <div class="govuk-details__text">{inside}</div>
        </details>
    }
    .into_any()
}

/// The way to say that an entry is wrong.
fn wrong(ctx: &PageContext, seen: &PreviewView, entry: &Entry) -> AnyView {
    let about = t!(ctx, "preview-mark-wrong-for", line = entry.line.clone());
    let href = paths::wrong(&seen.id, &entry.key);
    view! { <a class="govuk-link say-entry__more say-noprint" href=href>{t!(ctx, "preview-mark-wrong")}{hidden(about)}</a> }
        .into_any()
}

fn why_here(ctx: &PageContext, seen: &PreviewView, entry: &Entry) -> AnyView {
    let items: Vec<_> = entry.items.iter().filter_map(|place| seen.items.get(*place)).collect();
    let because: Vec<AnyView> = items
        .iter()
        .map(|item| {
            let points = (!item.points.is_empty()).then(|| {
                body(t!(ctx, "preview-here-points", points = join(ctx.lang, &item.points)))
            });
            let words = t!(
                ctx,
                "preview-here-item",
                title = item.title.clone(),
                asker = seen.asker.clone(),
                reason = item.reason.clone()
            );
            view! { {body(words)}{points} }.into_any()
        })
        .collect();
    let needed = because.is_empty().then(|| body(t!(ctx, "preview-here-needed")));
    let chosen = entry.chosen.then(|| body(t!(ctx, "preview-here-chosen")));
    view! { {because}{needed}{chosen} }.into_any()
}

/// What hard words in the line mean. Not part of the file, and said so.
fn in_plain_words(ctx: &PageContext, line: &str) -> Option<AnyView> {
    let found = plain_words::of(line);
    if found.is_empty() {
        return None;
    }
    // The A to Z is English, whatever the language of the page.
    let words: Vec<_> = found
        .into_iter()
        .map(|plain| view! { <span lang="en">{format!("“{}”: {}. ", plain.term, plain.meaning)}</span> })
        .collect();
    Some(view! { <p class="say-entry__plain">{t!(ctx, "preview-plain")}" "{words}</p> }.into_any())
}
