//! A larger text field with its label, hint and error. What was typed stays as it was typed.

use super::error_message;
use crate::{forms::FieldError, shell::PageContext};
use leptos::prelude::*;

/// What a larger text field is.
#[derive(Clone, Debug)]
pub struct Textarea {
    /// Its name in the form.
    pub name: String,
    /// Its id: a number or a neutral word, for it gets into the address of the page.
    pub id: String,
    /// The label.
    pub label: String,
    /// Lines under the label.
    pub hint: Option<String>,
    /// What was typed.
    pub value: String,
    /// How many lines it shows.
    pub rows: u8,
}

/// The field.
pub fn textarea(ctx: &PageContext, field: Textarea, errors: &[FieldError]) -> AnyView {
    labelled(ctx, field, "govuk-label govuk-label--m", errors)
}

/// The same under a heading, which its label is no larger than.
pub fn small_textarea(ctx: &PageContext, field: Textarea) -> AnyView {
    labelled(ctx, field, "govuk-label", &[])
}

fn labelled(
    ctx: &PageContext,
    field: Textarea,
    label_class: &'static str,
    errors: &[FieldError],
) -> AnyView {
    let Textarea { name, id, label, hint, value, rows } = field;
    let error = errors
        .iter()
        .find(|error| error.field == name)
        .map(|error| FieldError { field: id.clone(), ..error.clone() });
    let error = error_message(ctx, error.as_slice(), &id);
    let described: Vec<String> = [
        hint.is_some().then(|| format!("{id}-hint")),
        error.is_some().then(|| format!("{id}-error")),
    ]
    .into_iter()
    .flatten()
    .collect();
    let described = (!described.is_empty()).then(|| described.join(" "));
    let (group, class) = if error.is_some() {
        ("govuk-form-group govuk-form-group--error", "govuk-textarea govuk-textarea--error")
    } else {
        ("govuk-form-group", "govuk-textarea")
    };
    // A browser drops the first line break in a textarea.
    let value = if value.starts_with('\n') { format!("\n{value}") } else { value };
    let value = escaped(&value);
    view! {
        <div class=group>
            <label class=label_class r#for=id.clone()>{label}</label>
            {hint.map(|hint| view! { <div id=format!("{id}-hint") class="govuk-hint">{hint}</div> })}
            {error}
            <textarea class=class id=id.clone() name=name rows=rows.to_string() aria-describedby=described>{value}</textarea>
        </div>
    }
    .into_any()
}

/// The text as it has to stand inside a `textarea`: the renderer writes the inside of this one element as it is, and what
/// was typed must not become markup.
#[must_use]
pub fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

#[cfg(all(test, feature = "ssr"))]
mod tests {
    use super::*;

    #[test]
    fn what_was_typed_never_becomes_markup() {
        let typed = "</textarea><script>alert(1)</script> &lt; \"a\"";
        let field = Textarea {
            name: "words".to_owned(),
            id: "words".to_owned(),
            label: String::new(),
            hint: None,
            value: typed.to_owned(),
            rows: 3,
        };
        let ctx = PageContext::default();
        let html = crate::render::html(|| textarea(&ctx, field, &[]));
        let inside =
            "&lt;/textarea&gt;&lt;script&gt;alert(1)&lt;/script&gt; &amp;lt; \"a\"</textarea>";
        assert!(html.contains(inside), "{html}");
        assert_eq!(html.matches("</textarea>").count(), 1);
    }
}
