//! What would be sent, entry by entry, as the file, and what stays with its reason.
//! It says what it is given: the words of an entry are computed from the bytes of the package.

mod entries;
mod file;
mod held;
mod letters;
mod looking;
mod narrowed;
mod parts;
mod samples;
mod summary;
mod timeline;
mod view;

pub(super) use entries::{all as entry_all, what as entry_what};
pub use file::{FileSeen, entries};
pub use held::{Held, WhyHeld};
pub use looking::{Looking, Part, address};
pub use narrowed::Narrowed;
pub(crate) use narrowed::list as narrowed_list;
pub(crate) use parts::code;
pub(crate) use samples::sample_file;
pub use samples::samples;
pub use view::{
    Again, Changed, Entry, Fault, Group, ItemSeen, Letter, PreviewView, Sends, SetAside,
};

use crate::{
    components::{
        always, body, button_group, button_of, error_summary, gauge_compact, lead, link_button,
        pages, request_caption, second_button_of, second_link_button, title,
    },
    forms::FieldError,
    i18n::{day_and_time, long_day},
    paths, plain_words,
    render::Html,
    shell::{self, Frame, PageContext, Place},
    t,
};
use leptos::prelude::*;

/// The page, or the part of it that is looked at.
pub fn page(ctx: &PageContext, seen: &PreviewView) -> Html {
    let whole = seen.looking.part == Part::Whole;
    let frame = Frame::new(t!(ctx, "preview-title")).at(Place::Requests);
    let frame = if whole {
        frame.back(t!(ctx, "preview-back"), paths::choose(&seen.id))
    } else {
        let all = ctx.in_size(&paths::preview(&seen.id));
        frame.back(t!(ctx, "preview-back-whole"), all)
    };
    let frame = if has_form(seen) { frame.carries(parts::form_id(seen)) } else { frame };
    shell::render(ctx, frame.with_errors(seen.fault.is_some()), || {
        let errors: Vec<FieldError> = seen.fault.map(Fault::error).into_iter().collect();
        if whole { all(ctx, seen, &errors) } else { part(ctx, seen, &errors) }
    })
}

fn all(ctx: &PageContext, seen: &PreviewView, errors: &[FieldError]) -> AnyView {
    let goes = matches!(seen.sends, Sends::File { .. });
    let heading =
        if goes { t!(ctx, "preview-heading") } else { t!(ctx, "preview-heading-nothing") };
    let on = match seen.sends {
        Sends::NothingShared => t!(ctx, "preview-next-nothing"),
        Sends::File { .. } | Sends::NothingRecorded => t!(ctx, "preview-next"),
    };
    // The smaller file has no way to mark an entry.
    let wrong = if seen.smaller { t!(ctx, "preview-wrong") } else { t!(ctx, "preview-wrong-mark") };
    let kept = day_and_time(ctx.lang, seen.kept_until);
    let (letters, asked) =
        (looking::cut_letters(&seen.letters, 1), looking::cut_lines(&seen.asked_first, 1));
    let form = has_form(seen).then(|| {
        let inside = view! {
            {entries::on_first_page(ctx, seen)}
            {letters::section(ctx, seen, &letters, errors)}
            {parts::asked_first(ctx, seen, &asked)}
        };
        parts::form(ctx, seen, errors, inside.into_any())
    });
    // What is ticked or answered goes along.
    let buttons = if has_form(seen) {
        let form = parts::form_id(seen);
        vec![
            button_of(form, on, "confirm"),
            second_button_of(form, t!(ctx, "preview-change"), "choose"),
        ]
    } else {
        vec![
            link_button(on, paths::confirm(&seen.id)),
            second_link_button(t!(ctx, "preview-change"), paths::choose(&seen.id)),
        ]
    };
    let by = seen.reply_by.map(|date| {
        let date = long_day(ctx.lang, date);
        body(t!(ctx, "request-when-open", date = date))
    });
    let stopped = seen.stopped.as_ref().map(|receipt| {
        body(view! { <a class="govuk-link" href=paths::receipt(receipt)>{t!(ctx, "preview-stopped")}</a> })
    });
    view! {
        {error_summary(ctx, errors)}
        {request_caption(ctx, &seen.reference)}
        {title(heading)}
        {seen.again.map(|why| parts::again(ctx, why))}
        {seen.changed.as_ref().map(|changed| parts::changed(ctx, changed))}
        {seen.smaller.then(|| body(t!(ctx, "preview-smaller")))}
        {stopped}
        {first_words(ctx, seen)}
        {by}
        {always(ctx)}
        {summary::summary(ctx, seen)}
        {narrowed::list(ctx, &seen.narrowed)}
        {gauge_compact(ctx, &seen.gauge, paths::words(&seen.id))}
        {summary::find(ctx, seen, errors)}
        {goes.then(|| summary::ways_to_read(ctx, seen))}
        {form}
        {parts::left_out(ctx, seen, &looking::cut_lines(&seen.left_out, 1))}
        {timeline::timeline(ctx, seen)}
        {held::list(ctx, seen)}
        {parts::file(ctx, seen)}
        {plain_origin(ctx, &shown(seen))}
        {goes.then(|| body(t!(ctx, "preview-kept", until = kept)))}
        {goes.then(|| body(wrong))}
        {button_group(buttons)}
    }
    .into_any()
}

/// Something can be ticked or answered on this page.
fn has_form(seen: &PreviewView) -> bool {
    match seen.looking.part {
        Part::Whole => {
            let goes = matches!(seen.sends, Sends::File { .. });
            goes || !seen.asked_first.is_empty() || !seen.letters.is_empty()
        }
        Part::Letters => !seen.letters.is_empty(),
        Part::AskedFirst => !seen.asked_first.is_empty(),
        Part::LeftOut | Part::List => false,
        Part::Group(_) | Part::Found => !shown(seen).is_empty(),
    }
}

/// Where the plain words come from, under entries that have some.
fn plain_origin(ctx: &PageContext, entries: &[&Entry]) -> Option<AnyView> {
    let has = entries.iter().any(|entry| !plain_words::of(&entry.line).is_empty());
    has.then(|| body(t!(ctx, "preview-plain-origin")))
}

/// The entries that stand on this page, in their order.
fn shown(seen: &PreviewView) -> Vec<&Entry> {
    let all = seen.groups.iter().flat_map(|group| &group.entries);
    let page = seen.looking.page;
    match seen.looking.part {
        Part::Whole => {
            let counts = looking::on_first_page(&seen.groups);
            let each = seen.groups.iter().zip(counts);
            each.flat_map(|(group, count)| group.entries.iter().take(count)).collect()
        }
        Part::Group(place) => {
            let group = seen.groups.get(place - 1);
            let entries = group.map(|group| group.entries.as_slice()).unwrap_or_default();
            let cut = looking::cut_entries(entries.iter(), page);
            entries.get(cut.range).unwrap_or_default().iter().collect()
        }
        Part::Found => {
            let found = looking::found(&seen.groups, &seen.looking.find);
            let cut = looking::cut_entries(found.iter().map(|(_, entry)| *entry), page);
            found.get(cut.range).unwrap_or_default().iter().map(|(_, entry)| *entry).collect()
        }
        Part::List => {
            let all: Vec<&Entry> = all.collect();
            let cut = looking::cut_list(all.iter().copied(), page);
            all.get(cut.range).unwrap_or_default().to_vec()
        }
        Part::Letters | Part::AskedFirst | Part::LeftOut => Vec::new(),
    }
}

fn part_title(ctx: &PageContext, seen: &PreviewView) -> String {
    match seen.looking.part {
        Part::Letters => t!(ctx, "preview-letters"),
        Part::AskedFirst => parts::asked_first_title(ctx, seen),
        Part::LeftOut => t!(ctx, "preview-left-heading"),
        Part::Whole | Part::Group(_) | Part::Found | Part::List => t!(ctx, "preview-heading"),
    }
}

/// One part, page by page.
fn part(ctx: &PageContext, seen: &PreviewView, errors: &[FieldError]) -> AnyView {
    let (page, part) = (seen.looking.page, seen.looking.part);
    let entries = shown(seen);
    let (cut, inside) = match part {
        Part::Letters => {
            let cut = looking::cut_letters(&seen.letters, page);
            let letters = letters::section(ctx, seen, &cut, errors);
            (cut, parts::form(ctx, seen, errors, letters.into_any()))
        }
        Part::AskedFirst => {
            let cut = looking::cut_lines(&seen.asked_first, page);
            let asked = parts::asked_first(ctx, seen, &cut);
            (cut, parts::form(ctx, seen, errors, asked.into_any()))
        }
        Part::LeftOut => {
            let cut = looking::cut_lines(&seen.left_out, page);
            let out = parts::left_out(ctx, seen, &cut);
            (cut, out.into_any())
        }
        Part::List => {
            let all = seen.groups.iter().flat_map(|group| &group.entries);
            (looking::cut_list(all, page), parts::list(seen, &entries))
        }
        Part::Found => {
            let found = looking::found(&seen.groups, &seen.looking.find);
            let cut = looking::cut_entries(found.iter().map(|(_, entry)| *entry), page);
            let words =
                t!(ctx, "preview-found", count = found.len(), words = seen.looking.find.clone());
            let form = (!found.is_empty())
                .then(|| parts::form(ctx, seen, errors, grouped_by(ctx, seen, &entries)));
            let again = summary::find(ctx, seen, errors);
            (cut, view! { {lead(words)}{again}{form} }.into_any())
        }
        Part::Whole | Part::Group(_) => {
            let place = if let Part::Group(place) = part { place - 1 } else { 0 };
            let group = seen.groups.get(place);
            let all = group.map(|group| group.entries.as_slice()).unwrap_or_default();
            let section = group.map(|group| {
                entries::section(ctx, seen, (place, &group.title, all.len()), &entries, None)
            });
            let form = parts::form(ctx, seen, errors, section.into_any());
            (looking::cut_entries(all.iter(), page), form)
        }
    };
    // What was found is said first where something was looked for.
    let goes =
        matches!(seen.sends, Sends::File { .. }) && !matches!(part, Part::LeftOut | Part::Found);
    let sent = !matches!(part, Part::LeftOut | Part::AskedFirst | Part::Letters);
    let which = (cut.pages > 1)
        .then(|| body(t!(ctx, "common-page-of", page = cut.page, pages = cut.pages)));
    let ticks = has_form(seen);
    let origin = (part != Part::List).then(|| plain_origin(ctx, &entries));
    let not_kept = (ticks && cut.pages > 1).then(|| body(t!(ctx, "preview-not-kept")));
    let address = |page: usize| looking::link(ctx, seen, part, page);
    view! {
        {error_summary(ctx, errors)}
        {request_caption(ctx, &seen.reference)}
        {title(part_title(ctx, seen))}
        {goes.then(|| first_words(ctx, seen))}
        {sent.then(|| always(ctx))}
        {which}
        {inside}
        {origin}
        {not_kept}
        {pages(ctx, cut.page, cut.pages, &address)}
        <p class="govuk-body say-noprint"><a class="govuk-link" href=ctx.in_size(&paths::preview(&seen.id))>{t!(ctx, "preview-back-whole")}</a></p>
    }
    .into_any()
}

/// These entries under the titles of their groups.
fn grouped_by(ctx: &PageContext, seen: &PreviewView, entries: &[&Entry]) -> AnyView {
    let group_of = |entry: &Entry| {
        seen.groups.iter().position(|group| {
            let numbers = group.entries.first().zip(group.entries.last());
            numbers
                .is_some_and(|(first, last)| (first.number..=last.number).contains(&entry.number))
        })
    };
    let runs: Vec<_> = entries
        .chunk_by(|one, next| group_of(one) == group_of(next))
        .filter_map(|run| {
            let place = group_of(run.first()?)?;
            let title = &seen.groups.get(place)?.title;
            Some(entries::section(ctx, seen, (place, title, run.len()), run, None))
        })
        .collect();
    runs.into_any()
}

fn first_words(ctx: &PageContext, seen: &PreviewView) -> AnyView {
    let asker = seen.asker.clone();
    let nothing = |words: String| {
        view! {
            {lead(words)}
            {body(t!(ctx, "preview-nothing-same", asker = seen.asker.clone()))}
            {body(t!(ctx, "preview-nothing-next"))}
        }
        .into_any()
    };
    match seen.sends {
        Sends::File { .. } => {
            let count: usize = seen.groups.iter().map(|group| group.entries.len()).sum();
            let groups = t!(ctx, "preview-groups", count = seen.groups.len());
            let entries = entries(ctx.lang, u32::try_from(count).unwrap_or(u32::MAX));
            lead(t!(ctx, "preview-lead", entries = entries, groups = groups, asker = asker))
        }
        Sends::NothingShared => nothing(t!(ctx, "preview-nothing-refused", asker = asker)),
        Sends::NothingRecorded => nothing(t!(ctx, "preview-nothing-empty", asker = asker)),
    }
}
