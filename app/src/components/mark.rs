//! The mark: two equal halves that touch along a line. Decoration: it is hidden from screen readers.

use leptos::prelude::*;

/// The mark, with a class of its own where one is given.
pub fn mark(class: &'static str) -> AnyView {
    let class = (!class.is_empty()).then_some(class);
    view! {
        <svg class=class viewBox="0 0 32 32" aria-hidden="true" focusable="false">
            <path d="M15 2v19A9.5 9.5 0 0 1 15 2z"></path>
            <path d="M17 11v19a9.5 9.5 0 0 0 0-19z"></path>
        </svg>
    }
    .into_any()
}
