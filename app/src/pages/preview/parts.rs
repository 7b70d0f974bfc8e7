//! The parts of the page: what changed, the entries, what was left out, the file.

use super::{Changed, Entry, Group, PreviewView, Sends, SetAside};
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
    view! {
        <section class="govuk-inset-text" aria-labelledby="changed">
            <h2 class="govuk-heading-m" id="changed">{t!(ctx, "preview-changed-heading")}</h2>
            {body(t!(ctx, "preview-changed-text"))}
            {lines(t!(ctx, "preview-changed-added"), &changed.added)}
            {lines(t!(ctx, "preview-changed-gone"), &changed.gone)}
            {same_lines.then(|| body(t!(ctx, "preview-changed-rules")))}
        </section>
    }
    .into_any()
}

pub(super) fn entries_form(
    ctx: &PageContext,
    seen: &PreviewView,
    errors: &[FieldError],
) -> AnyView {
    let groups: Vec<_> =
        seen.groups.iter().enumerate().map(|(at, of)| group(ctx, at, of)).collect();
    let error = error_message(ctx, errors, "leave_out");
    // A page that is older than what is kept must not leave out another entry.
    let digest = match &seen.sends {
        Sends::File { file, .. } => file.digest.clone(),
        Sends::NothingShared | Sends::NothingRecorded => String::new(),
    };
    view! {
        <form action=paths::preview(&seen.id) method="post" novalidate>
            <input type="hidden" name="digest" value=digest/>
            {error}
            {groups}
            {asked_first(ctx, &seen.asked_first)}
            {body(t!(ctx, "preview-leave-out-help"))}
            {second_button(t!(ctx, "preview-update"), Some("leave-out"))}
        </form>
    }
    .into_any()
}

fn group(ctx: &PageContext, at: usize, group: &Group) -> AnyView {
    let id = format!("group-{at}");
    let count = u32::try_from(group.entries.len()).unwrap_or(u32::MAX);
    let entries: Vec<_> = group.entries.iter().map(|of| entry(ctx, of)).collect();
    view! {
        <section class="say-pack" aria-labelledby=id.clone()>
            <h2 class="say-h" id=id.clone()>{group.title.clone()}" "<span>{super::entries(ctx.lang, count)}</span></h2>
            <ul class="say-entries">{entries}</ul>
        </section>
    }
    .into_any()
}

fn entry(ctx: &PageContext, entry: &Entry) -> AnyView {
    // The summary of errors leads to the first box.
    let id = if entry.number == 1 {
        "leave_out".to_owned()
    } else {
        format!("leave_out-{}", entry.number)
    };
    let tick = tick(
        id,
        "leave_out",
        entry.number.to_string(),
        t!(ctx, "preview-leave-out"),
        t!(ctx, "preview-leave-out-for", line = entry.line.clone()),
    );
    let rows = entry
        .elements
        .iter()
        .map(|(label, value)| row_text(label.clone(), value.clone()))
        .collect();
    view! {
        <li class="say-entry">
            {what(&entry.line, &entry.when_and_who)}
            {tick}
            <details class="govuk-details say-all">
                <summary class="govuk-details__summary">
                    <span class="govuk-details__summary-text">
                        {t!(ctx, "preview-details")}
                        {hidden(t!(ctx, "preview-details-for", line = entry.line.clone()))}
                    </span>
                </summary>
                <div class="govuk-details__text">
                    <p class="govuk-body">{t!(ctx, "preview-number", number = entry.number)}</p>
                    {summary_list(rows)}
                </div>
            </details>
        </li>
    }
    .into_any()
}

fn what(line: &str, when_and_who: &str) -> AnyView {
    view! {
        <div class="say-entry__what">
            <span class="say-entry__line">{line.to_owned()}</span>" "
            <span class="say-entry__who">{when_and_who.to_owned()}</span>
        </div>
    }
    .into_any()
}

fn tick(id: String, name: &'static str, value: String, words: String, about: String) -> AnyView {
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

fn asked_first(ctx: &PageContext, entries: &[SetAside]) -> Option<AnyView> {
    if entries.is_empty() {
        return None;
    }
    let items: Vec<_> = entries
        .iter()
        .enumerate()
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
    Some(
        view! {
            <section class="say-pack" aria-labelledby="asked-first">
                <h2 class="say-h" id="asked-first">{t!(ctx, "preview-asked-first")}</h2>
                {body(t!(ctx, "preview-asked-first-text"))}
                <ul class="say-entries">{items}</ul>
            </section>
        }
        .into_any(),
    )
}

pub(super) fn left_out(ctx: &PageContext, seen: &PreviewView) -> Option<AnyView> {
    if seen.left_out.is_empty() {
        return None;
    }
    let action = paths::preview(&seen.id);
    let items: Vec<_> = seen
        .left_out
        .iter()
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
    Some(
        view! {
            <section class="say-pack" aria-labelledby="left-out">
                <h2 class="say-h" id="left-out">{t!(ctx, "preview-left-heading")}</h2>
                {body(t!(ctx, "preview-left-text"))}
                <ul class="say-entries">{items}</ul>
            </section>
        }
        .into_any(),
    )
}

pub(super) fn file(ctx: &PageContext, seen: &PreviewView) -> Option<AnyView> {
    let Sends::File { file, name, json } = &seen.sends else { return None };
    let rows = vec![
        row_text(t!(ctx, "preview-file-name"), name.clone()),
        row_text(t!(ctx, "preview-file-size"), file.size(ctx.lang)),
    ];
    let code = view! {
        {body(t!(ctx, "preview-json-note"))}
        <section class="say-code" tabindex="0" aria-label=t!(ctx, "preview-json-label")><pre><code>{json.clone()}</code></pre></section>
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
                {details(t!(ctx, "preview-json"), code.into_any())}
                <p class="govuk-body"><a class="govuk-link" download=name.clone() href=paths::package(&seen.id)>{download}</a></p>
            </div>
        }
        .into_any(),
    )
}
