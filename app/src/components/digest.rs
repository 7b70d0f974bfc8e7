//! The fingerprint of a file, whole and unbroken, in rows that can be compared by eye.

use leptos::prelude::*;

/// Four numbered rows of four groups; `hex` has 64 lower-case hex digits.
pub fn digest(hex: &str) -> AnyView {
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
        <data id="digest" class="say-digest" value=hex.to_owned() role="list">{rows}</data>
    }
    .into_any()
}
