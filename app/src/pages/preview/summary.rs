//! What is in the file at a glance: how many of each kind, with a way to each, and what waits for an answer.

use super::entries::group_id;
use super::looking::{self, Part};
use super::{Letter, PreviewView, Sends};
use crate::{
    components::{error_message, hidden, large_print, second_button},
    forms::FieldError,
    paths,
    shell::PageContext,
    t,
};
use leptos::prelude::*;

/// From how many entries on there is something to look for.
const MANY: usize = 5;

pub(super) fn summary(ctx: &PageContext, seen: &PreviewView) -> Option<AnyView> {
    let counts = looking::on_first_page(&seen.groups);
    let groups = seen.groups.iter().zip(counts).enumerate().map(|(at, (group, shown))| {
        let count = group.entries.len();
        let href = if shown == count {
            format!("#{}", group_id(at))
        } else {
            looking::link(ctx, seen, Part::Group(at + 1), 1)
        };
        let count = super::entries(ctx.lang, u32::try_from(count).unwrap_or(u32::MAX));
        line(href, group.title.clone(), count)
    });
    // One that Sayso can neither read nor show has no choice to make.
    let waits = |letter: &&Letter| letter.answer.is_none() && (!letter.scan || letter.files > 0);
    let waiting = seen.letters.iter().filter(waits).count();
    let letters = (!seen.letters.is_empty()).then(|| {
        let count = match waiting {
            0 => t!(ctx, "preview-letters-count", count = seen.letters.len()),
            _ => t!(ctx, "preview-waiting", count = waiting),
        };
        line("#letters".to_owned(), t!(ctx, "preview-letters"), count)
    });
    let asked = (!seen.asked_first.is_empty()).then(|| {
        let count = u32::try_from(seen.asked_first.len()).unwrap_or(u32::MAX);
        let count = super::entries(ctx.lang, count);
        line("#asked-first".to_owned(), super::parts::asked_first_title(ctx, seen), count)
    });
    let out = (!seen.left_out.is_empty()).then(|| {
        let count = u32::try_from(seen.left_out.len()).unwrap_or(u32::MAX);
        let count = super::entries(ctx.lang, count);
        line("#left-out".to_owned(), t!(ctx, "preview-left-heading"), count)
    });
    let lines: Vec<AnyView> = groups.chain(letters).chain(asked).chain(out).collect();
    if lines.is_empty() {
        return None;
    }
    Some(
        view! {
            <nav class="say-inside" aria-labelledby="inside">
                <h2 class="govuk-heading-m" id="inside">{t!(ctx, "preview-inside")}</h2>
                <ul>{lines}</ul>
            </nav>
        }
        .into_any(),
    )
}

fn line(href: String, title: String, count: String) -> AnyView {
    view! { <li><a class="govuk-link" href=href>{title}</a>" "<span>{count}</span></li> }.into_any()
}

/// A form that finds entries. It is sent, not put into an address: what is typed stays between the two.
pub(super) fn find(
    ctx: &PageContext,
    seen: &PreviewView,
    errors: &[FieldError],
) -> Option<AnyView> {
    if seen.count() <= MANY || !matches!(seen.sends, Sends::File { .. }) {
        return None;
    }
    let error = error_message(ctx, errors, "find");
    let (group, input, described) = if error.is_some() {
        (
            "govuk-form-group govuk-form-group--error",
            "govuk-input govuk-input--width-20 govuk-input--error",
            "find-hint find-error",
        )
    } else {
        ("govuk-form-group", "govuk-input govuk-input--width-20", "find-hint")
    };
    Some(
        view! {
            <form class="say-find say-noprint" action=ctx.in_size(&paths::preview(&seen.id)) method="post" role="search" novalidate>
                <div class=group>
                    <label class="govuk-label govuk-label--s" r#for="find">{t!(ctx, "preview-find")}</label>
                    <div class="govuk-hint" id="find-hint">{t!(ctx, "preview-find-hint")}</div>
                    {error}
                    <input class=input id="find" name="find" type="search" maxlength="100" autocomplete="off" spellcheck="false" value=seen.looking.find.clone() aria-describedby=described/>
                </div>
                {second_button(t!(ctx, "preview-find-button"), Some("find"))}
            </form>
        }
        .into_any(),
    )
}

/// The ways to read it: larger, or as one list to print.
pub(super) fn ways_to_read(ctx: &PageContext, seen: &PreviewView) -> AnyView {
    let list = looking::link(ctx, seen, Part::List, 1);
    let about = t!(ctx, "preview-print-about");
    view! {
        <ul class="govuk-list say-noprint">
            <li>{large_print(ctx)}</li>
            <li><a class="govuk-link" href=list>{t!(ctx, "preview-print")}{hidden(about)}</a></li>
        </ul>
    }
    .into_any()
}
