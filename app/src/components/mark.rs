//! The mark: two equal halves that touch along a line. Decoration: it is hidden from screen readers.

use leptos::prelude::*;

/// The mark, with the class of its place.
pub fn mark(class: &'static str) -> AnyView {
    view! {
        <svg class=class viewBox="0 0 32 32" aria-hidden="true" focusable="false">
            <path d="M15 2v19A9.5 9.5 0 0 1 15 2z"></path>
            <path d="M17 11v19a9.5 9.5 0 0 0 0-19z"></path>
        </svg>
    }
    .into_any()
}
