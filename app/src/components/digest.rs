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
            view! { <li>{groups}</li> }
        })
        .collect();
    view! { <data id="digest" value=hex.to_owned()><ol class="say-digest">{rows}</ol></data> }
        .into_any()
}
