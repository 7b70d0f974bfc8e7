//! A text field with its label, hint and error. A password is never written back into a page.

use super::error_message;
use crate::{forms::FieldError, shell::PageContext};
use leptos::prelude::*;

/// What a field is.
#[derive(Clone, Debug)]
pub struct Field {
    /// Its name in the form, and its id.
    pub name: &'static str,
    /// The label.
    pub label: String,
    /// A line under the label.
    pub hint: Option<String>,
    /// The HTML type: `text` or `email`.
    pub kind: &'static str,
    /// What was typed.
    pub value: String,
    /// The autocomplete token.
    pub autocomplete: &'static str,
}

/// A field that keeps what was typed.
pub fn field(ctx: &PageContext, field: Field, errors: &[FieldError]) -> AnyView {
    let value = Some(field.value.clone());
    with_label(ctx, field, value, errors)
}

/// A password field: always empty. `autocomplete` is `current-password` or `new-password`.
pub fn password_field(
    ctx: &PageContext,
    name: &'static str,
    label: String,
    hint: Option<String>,
    autocomplete: &'static str,
    errors: &[FieldError],
) -> AnyView {
    let field = Field { name, label, hint, kind: "password", value: String::new(), autocomplete };
    with_label(ctx, field, None, errors)
}

fn with_label(
    ctx: &PageContext,
    field: Field,
    value: Option<String>,
    errors: &[FieldError],
) -> AnyView {
    let Field { name, label, hint, kind, autocomplete, .. } = field;
    let error = error_message(ctx, errors, name);
    let described: Vec<String> = [
        hint.is_some().then(|| format!("{name}-hint")),
        error.is_some().then(|| format!("{name}-error")),
    ]
    .into_iter()
    .flatten()
    .collect();
    let described = (!described.is_empty()).then(|| described.join(" "));
    let (group, input) = if error.is_some() {
        (
            "govuk-form-group govuk-form-group--error",
            "govuk-input govuk-input--width-20 govuk-input--error",
        )
    } else {
        ("govuk-form-group", "govuk-input govuk-input--width-20")
    };
    view! {
        <div class=group>
            <label class="govuk-label" r#for=name>{label}</label>
            {hint.map(|hint| view! { <div id=format!("{name}-hint") class="govuk-hint">{hint}</div> })}
            {error}
            <input class=input id=name name=name type=kind autocomplete=autocomplete spellcheck="false" autocapitalize="none" value=value aria-describedby=described/>
        </div>
    }
    .into_any()
}
