//! What people see of Sayso: functions from a view model to HTML, and one island.
//! Nothing here reads a store or a clock, or decides what may be shared.

#[cfg(feature = "ssr")]
mod assets;
#[cfg(any(feature = "ssr", feature = "check"))]
pub mod check_form;
#[cfg(any(feature = "ssr", feature = "check"))]
pub mod check_words;
#[cfg(all(feature = "check", not(feature = "ssr")))]
mod checking;
#[cfg(feature = "ssr")]
pub mod components;
#[cfg(feature = "ssr")]
pub mod entry_words;
#[cfg(feature = "ssr")]
pub mod forms;
#[cfg(any(feature = "ssr", feature = "check"))]
pub mod i18n;
#[cfg(any(feature = "ssr", feature = "hydrate"))]
pub mod islands;
#[cfg(feature = "ssr")]
pub mod pages;
#[cfg(feature = "ssr")]
pub mod paths;
#[cfg(feature = "ssr")]
pub mod plain_words;
#[cfg(feature = "ssr")]
pub mod receipt_words;
#[cfg(feature = "ssr")]
pub mod render;
#[cfg(feature = "ssr")]
pub mod shell;

#[cfg(feature = "ssr")]
pub use assets::Assets;

/// Wakes the islands of a page. The browser calls it once, when the page has one.
#[cfg(feature = "hydrate")]
#[wasm_bindgen::prelude::wasm_bindgen]
pub fn hydrate() {
    leptos::mount::hydrate_islands();
}
