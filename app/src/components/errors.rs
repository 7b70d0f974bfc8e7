//! What went wrong, said twice in the same words: at the top and at the field.

use crate::{forms::FieldError, shell::PageContext, t};
use leptos::prelude::*;

/// The list at the top of the page; nothing when nothing went wrong. It takes the focus without a script, so that it is
/// heard first and the next Tab leads to its first link.
pub fn error_summary(ctx: &PageContext, errors: &[FieldError]) -> Option<AnyView> {
    if errors.is_empty() {
        return None;
    }
    let items: Vec<_> = errors
        .iter()
        .map(|error| view! { <li><a href=format!("#{}", error.id())>{error.words(ctx)}</a></li> })
        .collect();
    Some(
        view! {
            <div class="govuk-error-summary" tabindex="-1" autofocus=true>
                <div role="alert">
                    <h2 class="govuk-error-summary__title">{t!(ctx, "common-error-title", n = errors.len())}</h2>
                    <div class="govuk-error-summary__body">
                        <ul class="govuk-list govuk-error-summary__list">{items}</ul>
                    </div>
                </div>
            </div>
        }
        .into_any(),
    )
}

/// The message at a field, with the id `<field>-error`. `field` also stands for its parts:
/// `end_date` for `end_date.day`.
pub fn error_message(ctx: &PageContext, errors: &[FieldError], field: &str) -> Option<AnyView> {
    let error = errors.iter().find(|error| error.is_at(field))?;
    Some(
        view! {
            <p id=format!("{field}-error") class="govuk-error-message">
                <span class="govuk-visually-hidden">{t!(ctx, "common-error")}</span>{format!(" {}", error.words(ctx))}
            </p>
        }
        .into_any(),
    )
}
