//! The parts of the page: what changed, the form, what is asked first, what was left out, the file.

use super::entries::what;
use super::looking::{self, Cut, Part};
use super::{Again, Changed, Entry, PreviewView, Sends};
use crate::{
    components::{
        body, bullets, details, digest, error_message, heading_l, hidden, row, row_text,
        second_button, summary_list,
    },
    forms::FieldError,
    paths,
    shell::PageContext,
    t,
};
use leptos::prelude::*;

pub(super) fn changed(ctx: &PageContext, changed: &Changed) -> AnyView {
    let lines = |heading: String, lines: &[String]| {
        (!lines.is_empty()).then(|| {
            let items = lines.iter().map(|line| line.clone().into_any()).collect();
            view! { <h3 class="govuk-heading-s">{heading}</h3>{bullets(items)} }
        })
    };
    let same_lines = changed.added.is_empty() && changed.gone.is_empty();
    let heading = if same_lines {
        t!(ctx, "preview-changed-file")
    } else {
        t!(ctx, "preview-changed-heading")
    };
    view! {
        <section class="govuk-inset-text" aria-labelledby="changed">
            <h2 class="govuk-heading-m" id="changed">{heading}</h2>
            {body(t!(ctx, "preview-changed-text"))}
            {lines(t!(ctx, "preview-changed-added", count = changed.added.len()), &changed.added)}
            {lines(t!(ctx, "preview-changed-gone", count = changed.gone.len()), &changed.gone)}
            {same_lines.then(|| body(t!(ctx, "preview-changed-rules")))}
        </section>
    }
    .into_any()
}

/// Why the page is there again. It takes the focus: the page is the same one, and something else is asked of the reader.
pub(super) fn again(ctx: &PageContext, why: Again) -> AnyView {
    let why = match why {
        Again::Ticks => t!(ctx, "preview-again-ticks"),
        Again::Older => t!(ctx, "preview-again-older"),
    };
    view! {
        <section class="govuk-inset-text" aria-labelledby="again" tabindex="-1" autofocus=true>
            <h2 class="govuk-heading-m" id="again">{t!(ctx, "preview-again-heading")}</h2>
            {body(why)}
            {body(t!(ctx, "preview-again-next"))}
        </section>
    }
    .into_any()
}

/// The digest that the form sends back: a page that is older than what is kept must not leave out another entry.
fn digest_of(seen: &PreviewView) -> String {
    match &seen.sends {
        Sends::File { file, .. } => file.digest.clone(),
        Sends::NothingShared | Sends::NothingRecorded => String::new(),
    }
}

/// The number of the first entry that stands on this page.
pub(super) fn first_box(seen: &PreviewView) -> Option<u32> {
    super::shown(seen).first().map(|entry| entry.number)
}

/// The form's id. Where no box stands, the summary of errors leads to it.
pub(super) fn form_id(seen: &PreviewView) -> &'static str {
    if first_box(seen).is_some() { "ticks" } else { "leave_out" }
}

/// The form in which entries are left out, put in and letters answered. What it holds is given.
pub(super) fn form(
    ctx: &PageContext,
    seen: &PreviewView,
    errors: &[FieldError],
    inside: AnyView,
) -> AnyView {
    let error = error_message(ctx, errors, "leave_out");
    // Where there is more to answer than what to leave out, the words say so.
    let more = match seen.looking.part {
        Part::Whole => !seen.asked_first.is_empty() || !seen.letters.is_empty(),
        Part::AskedFirst => true,
        Part::Group(_) | Part::Letters | Part::LeftOut | Part::Found | Part::List => false,
    };
    let help = if more {
        Some(body(t!(ctx, "preview-change-help")))
    } else {
        first_box(seen).map(|_| body(t!(ctx, "preview-leave-out-help")))
    };
    let whole = seen.looking.part == Part::Whole;
    let not_kept = whole.then(|| body(t!(ctx, "preview-kept-with")));
    let part = seen.looking.part.value().unwrap_or_default();
    view! {
        <form id=form_id(seen) action=ctx.in_size(&paths::preview(&seen.id)) method="post" novalidate>
            <input type="hidden" name="digest" value=digest_of(seen)/>
            <input type="hidden" name="part" value=part/>
            <input type="hidden" name="part_page" value=seen.looking.page.to_string()/>
            <input type="hidden" name="page" value=ctx.path.clone()/>
            {error}
            {inside}
            {help}
            {second_button(t!(ctx, "preview-update"), Some("leave-out"))}
            {not_kept}
        </form>
    }
    .into_any()
}

pub(super) fn tick(
    id: String,
    name: &'static str,
    value: String,
    words: String,
    about: String,
) -> AnyView {
    view! {
        <div class="say-out govuk-checkboxes govuk-checkboxes--small">
            <div class="govuk-checkboxes__item">
                <input class="govuk-checkboxes__input" id=id.clone() name=name type="checkbox" value=value/>
                <label class="govuk-label govuk-checkboxes__label" r#for=id>{words}{hidden(about)}</label>
            </div>
        </div>
    }
    .into_any()
}

/// A section under its heading, with how many it has. Where it has a page for itself, that page's heading is its own.
pub(super) fn pack(
    seen: &PreviewView,
    id: &'static str,
    (words, count): (String, Option<String>),
    inside: AnyView,
) -> AnyView {
    if seen.looking.part != Part::Whole {
        return view! { <div class="say-pack" id=id>{count.map(body)}{inside}</div> }.into_any();
    }
    let count = count.map(|count| view! { " "<span>{count}</span> });
    view! {
        <section class="say-pack" aria-labelledby=id>
            <h2 class="say-h" id=id>{words}{count}</h2>
            {inside}
        </section>
    }
    .into_any()
}

pub(super) fn asked_first_title(ctx: &PageContext, seen: &PreviewView) -> String {
    t!(ctx, "preview-asked-first", count = seen.asked_first.len())
}

pub(super) fn asked_first(ctx: &PageContext, seen: &PreviewView, cut: &Cut) -> Option<AnyView> {
    if seen.asked_first.is_empty() {
        return None;
    }
    let items: Vec<_> = seen
        .asked_first
        .iter()
        .enumerate()
        .skip(cut.range.start)
        .take(cut.range.len())
        .map(|(at, of)| {
            let about = t!(ctx, "preview-put-in-for", line = of.line.clone());
            let tick = tick(
                format!("put_in-{at}"),
                "put_in",
                of.key.clone(),
                t!(ctx, "preview-put-in"),
                about,
            );
            view! { <li class="say-entry">{what(&of.line, &of.when_and_who)}{tick}</li> }
        })
        .collect();
    let count = u32::try_from(seen.asked_first.len()).unwrap_or(u32::MAX);
    let count = super::entries(ctx.lang, count);
    let inside = view! {
        {body(t!(ctx, "preview-asked-first-text", count = seen.asked_first.len()))}
        <ul class="say-entries">{items}</ul>
        {more(ctx, seen, cut, Part::AskedFirst, seen.asked_first.len())}
    };
    let heading = (asked_first_title(ctx, seen), Some(count));
    Some(pack(seen, "asked-first", heading, inside.into_any()))
}

/// The way to the rest of a list, where the first page has not all of it.
fn more(
    ctx: &PageContext,
    seen: &PreviewView,
    cut: &Cut,
    part: Part,
    count: usize,
) -> Option<AnyView> {
    (seen.looking.part == Part::Whole && cut.pages > 1).then(|| {
        let href = looking::link(ctx, seen, part, 1);
        body(view! { <a class="govuk-link" href=href>{t!(ctx, "preview-see-all", count = count)}</a> })
    })
}

pub(super) fn left_out(ctx: &PageContext, seen: &PreviewView, cut: &Cut) -> Option<AnyView> {
    if seen.left_out.is_empty() {
        return None;
    }
    let action = ctx.in_size(&paths::preview(&seen.id));
    let items: Vec<_> = seen
        .left_out
        .iter()
        .skip(cut.range.start)
        .take(cut.range.len())
        .map(|of| {
            let about = t!(ctx, "preview-put-back-for", line = of.line.clone());
            view! {
                <li class="say-entry say-entry--out">
                    {what(&of.line, &of.when_and_who)}
                    <form class="say-out" action=action.clone() method="post">
                        <input type="hidden" name="put_back" value=of.key.clone()/>
                        <button class="govuk-button govuk-button--secondary say-small" type="submit" name="action" value="put-back">
                            {t!(ctx, "preview-put-back")}{hidden(about)}
                        </button>
                    </form>
                </li>
            }
        })
        .collect();
    let inside = view! {
        {body(t!(ctx, "preview-left-text", count = seen.left_out.len()))}
        <ul class="say-entries">{items}</ul>
        {more(ctx, seen, cut, Part::LeftOut, seen.left_out.len())}
    };
    let heading = (t!(ctx, "preview-left-heading"), None);
    Some(pack(seen, "left-out", heading, inside.into_any()))
}

pub(super) fn file(ctx: &PageContext, seen: &PreviewView) -> Option<AnyView> {
    let Sends::File { file, name, json } = &seen.sends else { return None };
    let rows = vec![
        row_text(t!(ctx, "preview-file-name"), name.clone()),
        row_text(t!(ctx, "preview-file-size"), file.size(ctx.lang)),
    ];
    let code = match json {
        Some(json) => details(t!(ctx, "preview-json"), code(ctx, json)),
        None => body(view! {
            <a class="govuk-link" href=ctx.in_size(&paths::package_text(&seen.id, 1))>{t!(ctx, "preview-json")}</a>
        }),
    };
    let command = |system: String, command: String| row(system, view! { <code>{command}</code> });
    let check = view! {
        {body(t!(ctx, "preview-check-text"))}
        {summary_list(vec![
            command(t!(ctx, "preview-check-linux"), format!("sha256sum {name}")),
            command(t!(ctx, "preview-check-mac"), format!("shasum -a 256 {name}")),
            command(t!(ctx, "preview-check-windows"), format!("certutil -hashfile {name} SHA256")),
        ])}
        {body(t!(ctx, "preview-check-then"))}
        <p class="govuk-body"><code>{file.digest.clone()}</code></p>
    };
    let download = t!(ctx, "preview-download", size = file.about());
    Some(
        view! {
            {heading_l(t!(ctx, "preview-file-heading"))}
            <div class="say-file">
                {summary_list(rows)}
                <p class="govuk-body">
                    <strong>{t!(ctx, "preview-fingerprint")}</strong>" "{t!(ctx, "preview-fingerprint-text")}
                </p>
                {digest(&file.digest)}
                {details(t!(ctx, "preview-check"), check.into_any())}
                {code}
                <p class="govuk-body"><a class="govuk-link" download=name.clone() href=paths::package(&seen.id)>{download}</a></p>
            </div>
        }
        .into_any(),
    )
}

/// The file's text with line breaks put in.
pub(crate) fn code(ctx: &PageContext, json: &str) -> AnyView {
    view! {
        {body(t!(ctx, "preview-json-note"))}
        <section class="say-code" tabindex="0" aria-label=t!(ctx, "preview-json-label")><pre><code>{json.to_owned()}</code></pre></section>
    }
    .into_any()
}

/// Lines only, to print: nothing to tick, nothing folded.
pub(super) fn list(seen: &PreviewView, entries: &[&Entry]) -> AnyView {
    let groups: Vec<_> = seen
        .groups
        .iter()
        .filter_map(|group| {
            let (first, last) = (group.entries.first()?.number, group.entries.last()?.number);
            let lines: Vec<_> = entries
                .iter()
                .filter(|entry| (first..=last).contains(&entry.number))
                .map(|entry| {
                    let said = &entry.when_and_who;
                    let said =
                        (!said.is_empty()).then(|| view! { " "<span>{said.clone()}</span> });
                    view! { <li value=entry.number.to_string()>{entry.line.clone()}{said}</li> }
                })
                .collect();
            (!lines.is_empty()).then(|| {
                view! { <h2 class="govuk-heading-m">{group.title.clone()}</h2><ol class="govuk-list govuk-list--number say-lines">{lines}</ol> }
            })
        })
        .collect();
    groups.into_any()
}
