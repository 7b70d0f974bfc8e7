//! The fingerprint of a file, whole and unbroken, in rows that can be compared by eye.

use leptos::prelude::*;

/// The fingerprint that a page is about: four numbered rows of four groups; `hex` has 64 lower-case hex digits.
pub fn digest(hex: &str) -> AnyView {
    rows(hex, Some("digest"))
}

/// The fingerprint of a log, which stands beside.
pub fn root(hex: &str) -> AnyView {
    rows(hex, None)
}

fn rows(hex: &str, id: Option<&'static str>) -> AnyView {
    let digits: Vec<char> = hex.chars().collect();
    let rows: Vec<_> = digits
        .chunks(16)
        .map(|row| {
            let groups: Vec<_> = row
                .chunks(4)
                .map(|group| {
                    view! { <span>{group.iter().collect::<String>()}</span>" " }.into_any()
                })
                .collect();
            view! { <span class="say-digest__row" role="listitem">{groups}</span> }
        })
        .collect();
    view! {
        <data id=id class="say-digest" value=hex.to_owned() role="list">{rows}</data>
    }
    .into_any()
}
