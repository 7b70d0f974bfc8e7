//! Headings and paragraphs, with the classes they have everywhere.

use crate::{rich, shell::PageContext, t};
use leptos::prelude::*;

/// The heading of the page; one on each.
pub fn title(words: impl IntoView + 'static) -> AnyView {
    view! { <h1 class="govuk-heading-xl">{words.into_any()}</h1> }.into_any()
}

/// A large second heading.
pub fn heading_l(words: String) -> AnyView {
    view! { <h2 class="govuk-heading-l">{words}</h2> }.into_any()
}

/// A smaller second heading.
pub fn heading_m(words: String) -> AnyView {
    view! { <h2 class="govuk-heading-m">{words}</h2> }.into_any()
}

/// A paragraph.
pub fn body(inside: impl IntoView + 'static) -> AnyView {
    view! { <p class="govuk-body">{inside.into_any()}</p> }.into_any()
}

/// The first, larger paragraph.
pub fn lead(inside: impl IntoView + 'static) -> AnyView {
    view! { <p class="govuk-body-l">{inside.into_any()}</p> }.into_any()
}

/// A list with bullets.
pub fn bullets(items: Vec<AnyView>) -> AnyView {
    let items: Vec<_> = items.into_iter().map(|item| view! { <li>{item}</li> }).collect();
    view! { <ul class="govuk-list govuk-list--bullet govuk-list--spaced">{items}</ul> }.into_any()
}

/// More, for those who open it.
pub fn details(summary: String, inside: AnyView) -> AnyView {
    view! {
        <details class="govuk-details">
            <summary class="govuk-details__summary"><span class="govuk-details__summary-text">{summary}</span></summary>
            <div class="govuk-details__text">{inside}</div>
        </details>
    }
    .into_any()
}

/// Words for those who listen.
pub fn hidden(words: String) -> AnyView {
    view! { <span class="govuk-visually-hidden">{words}</span> }.into_any()
}

/// A reference such as SR 7K2M-9QD, kept on one line.
pub fn reference(words: String) -> AnyView {
    view! { <span class="nowrap">{words}</span> }.into_any()
}

/// "Request SR 7K2M-9QD", above the heading.
pub fn request_caption(ctx: &PageContext, reference: &str) -> AnyView {
    view! { <span class="govuk-caption-l">{rich!(ctx, "common-request", reference = reference.to_owned())}</span> }.into_any()
}

/// "From Maximus, PIP team, Leeds", between that and the heading: who asks has a line of its own.
pub fn asker_caption(ctx: &PageContext, asker: &str) -> AnyView {
    view! { <span class="govuk-caption-l">{t!(ctx, "common-from", asker = asker.to_owned())}</span> }.into_any()
}

/// The sentence that stands on every page that shows a package, always the same.
pub fn always(ctx: &PageContext) -> AnyView {
    view! { <p class="say-always">{t!(ctx, "common-always")}</p> }.into_any()
}
