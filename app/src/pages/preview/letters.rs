//! Each letter is a choice of its own, by its date and who wrote it. Nothing is ticked, and silence is no.
//! One that Sayso cannot read can be shared only after it was opened.

use super::entries::every;
use super::looking::{self, Cut, Part};
use super::parts::pack;
use super::{Letter, PreviewView};
use crate::{
    components::{ChoiceRow, body, choice_row, error_message, hidden},
    forms::FieldError,
    paths,
    shell::PageContext,
    t,
};
use leptos::prelude::*;

/// The letters of this page, with a way to the others.
pub(super) fn section(
    ctx: &PageContext,
    seen: &PreviewView,
    cut: &Cut,
    errors: &[FieldError],
) -> Option<AnyView> {
    if seen.letters.is_empty() {
        return None;
    }
    let letters = seen.letters.iter().enumerate();
    let shown: Vec<_> = letters
        .skip(cut.range.start)
        .take(cut.range.len())
        .map(|(at, of)| letter(ctx, seen, at, of))
        .collect();
    let whole = seen.looking.part == Part::Whole;
    let more = (whole && cut.pages > 1).then(|| {
        let words = t!(ctx, "preview-see-all-letters", count = seen.letters.len());
        let href = looking::link(ctx, seen, Part::Letters, 1);
        body(view! { <a class="govuk-link" href=href>{words}</a> })
    });
    let count = t!(ctx, "preview-letters-count", count = seen.letters.len());
    let inside = view! {
        {body(t!(ctx, "preview-letters-text"))}
        {error_message(ctx, errors, "letters")}
        {shown}
        {more}
    };
    let heading = (t!(ctx, "preview-letters"), Some(count));
    Some(pack(seen, "letters", heading, inside.into_any()))
}

fn letter(ctx: &PageContext, seen: &PreviewView, at: usize, letter: &Letter) -> AnyView {
    let id = format!("letter-{}", at + 1);
    let mut hints: Vec<String> =
        [letter.when_and_who.clone()].into_iter().filter(|words| !words.is_empty()).collect();
    if letter.scan {
        hints.push(match (letter.files, letter.opened) {
            (0, _) => t!(ctx, "preview-letter-elsewhere"),
            (_, true) => t!(ctx, "preview-letter-opened"),
            (_, false) => t!(ctx, "preview-letter-scan"),
        });
    }
    let question = if letter.scan && !letter.opened {
        let hints: Vec<_> =
            hints.into_iter().map(|hint| view! { <p class="govuk-hint">{hint}</p> }).collect();
        let line = letter.line.clone();
        // Where the letters have the page for themselves, nothing stands between its heading and theirs.
        let heading = if seen.looking.part == Part::Letters {
            view! { <h2 class="govuk-heading-m">{line}</h2> }.into_any()
        } else {
            view! { <h3 class="govuk-heading-m">{line}</h3> }.into_any()
        };
        view! { <div class="say-choice" id=id.clone()>{heading}{hints}</div> }.into_any()
    } else {
        let row = ChoiceRow {
            id: id.clone(),
            name: format!("letter.{}", letter.key),
            title: letter.line.clone(),
            hints,
            answer: letter.answer,
        };
        choice_row(ctx, &row, &[])
    };
    let open = open(ctx, seen, letter);
    let inside = (!letter.elements.is_empty()).then(|| {
        let words = t!(ctx, "preview-letter-details");
        every(ctx, words, &letter.line, &letter.elements, None)
    });
    view! { <div class="say-letter">{question}{open}{inside}</div> }.into_any()
}

fn open(ctx: &PageContext, seen: &PreviewView, letter: &Letter) -> Option<AnyView> {
    let links: Vec<_> = (0..letter.files)
        .map(|place| {
            let words = match letter.files {
                1 => t!(ctx, "preview-letter-open"),
                _ => t!(ctx, "preview-letter-open-part", number = place + 1),
            };
            let about = t!(ctx, "preview-letter-open-for", line = letter.line.clone());
            let href = paths::letter_file(&seen.id, &letter.key, place);
            view! { <li><a class="govuk-link" href=href>{words}{hidden(about)}</a></li> }
        })
        .collect();
    if links.is_empty() {
        return None;
    }
    let again = (letter.scan && !letter.opened).then(|| {
        // Without a place in the page: a browser does not load a page again for that alone.
        let page = if seen.looking.part == Part::Letters { seen.looking.page } else { 1 };
        let here = looking::link(ctx, seen, Part::Letters, page);
        let about = t!(ctx, "preview-letter-open-for", line = letter.line.clone());
        view! {
            <li><a class="govuk-link" href=here>{t!(ctx, "preview-letter-again")}{hidden(about)}</a></li>
        }
    });
    Some(view! { <ul class="govuk-list">{links}{again}</ul> }.into_any())
}
