//! Buttons. One main button on a page; what it says is what happens.

use leptos::prelude::*;

/// The main button of a form. `action` is the value that is sent under the name `action`.
pub fn button(words: String, action: Option<&'static str>) -> AnyView {
    submit("govuk-button", words, action, None)
}

/// An outlined button of the same size.
pub fn second_button(words: String, action: Option<&'static str>) -> AnyView {
    submit("govuk-button govuk-button--secondary", words, action, None)
}

/// The main button of the form with this id, which stands elsewhere on the page.
pub fn button_of(form: &'static str, words: String, action: &'static str) -> AnyView {
    submit("govuk-button", words, Some(action), Some(form))
}

/// An outlined button of the same size, of the form with this id.
pub fn second_button_of(form: &'static str, words: String, action: &'static str) -> AnyView {
    submit("govuk-button govuk-button--secondary", words, Some(action), Some(form))
}

fn submit(
    class: &'static str,
    words: String,
    action: Option<&'static str>,
    form: Option<&'static str>,
) -> AnyView {
    let name = action.map(|_| "action");
    view! { <button class=class type="submit" form=form name=name value=action>{words}</button> }
        .into_any()
}

/// A link that looks like the main button; it stays a link.
pub fn link_button(words: String, href: String) -> AnyView {
    view! { <a class="govuk-button" href=href>{words}</a> }.into_any()
}

/// A link that looks like an outlined button.
pub fn second_link_button(words: String, href: String) -> AnyView {
    view! { <a class="govuk-button govuk-button--secondary" href=href>{words}</a> }.into_any()
}

/// A small outlined link; `about` is read out after the words, so that it makes sense by itself.
pub fn small_link_button(words: String, about: &str, href: String) -> AnyView {
    view! {
        <a class="govuk-button govuk-button--secondary say-small" href=href>
            {words}<span class="govuk-visually-hidden">{format!(" {about}")}</span>
        </a>
    }
    .into_any()
}

/// Buttons and links side by side.
pub fn button_group(inside: Vec<AnyView>) -> AnyView {
    view! { <div class="govuk-button-group">{inside}</div> }.into_any()
}
