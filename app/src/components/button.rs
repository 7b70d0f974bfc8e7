//! Buttons. One main button on a page; what it says is what happens.

use leptos::prelude::*;

/// The main button of a form. `action` is the value that is sent under the name `action`.
pub fn button(words: String, action: Option<&'static str>) -> AnyView {
    let name = action.map(|_| "action");
    view! { <button class="govuk-button" type="submit" name=name value=action>{words}</button> }
        .into_any()
}

/// An outlined button of the same size.
pub fn second_button(words: String, action: Option<&'static str>) -> AnyView {
    let name = action.map(|_| "action");
    view! { <button class="govuk-button govuk-button--secondary" type="submit" name=name value=action>{words}</button> }.into_any()
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
