//! The pages for people: reads what was typed, asks the portal, hands what it says to `app`.
//! Nothing here opens a transaction or decides what may be shared, and no address, title or log line says
//! anything about a person.

mod about;
mod account;
mod activate;
mod aside;
mod asked;
pub mod assets;
mod carried;
mod carry;
mod checked;
mod choose;
mod confirm;
mod copies;
mod deeds;
mod errors;
mod files;
mod gallery;
mod gauged;
mod guard;
mod happening;
mod headers;
mod held;
mod helper;
mod helper_words;
mod history;
mod kept;
mod language;
mod leave;
mod letter;
mod letter_file;
mod limits;
mod lines;
mod log_files;

mod moments;
mod next;
mod origin;
mod papers;
mod part;
mod peer;
mod preview;
mod preview_ticks;
mod previewed;
mod receipt;
mod receipts;
mod render;
mod request;
mod requests;
mod routes;
mod session;
mod sign_in;
mod sources;
mod standing;
mod start;
mod stay;
mod summary;
mod timeline;
mod transparency;
mod typed;
mod verify;
mod withdraw;
mod words;
mod wrong;

pub use happening::line_in_words;
pub use routes::{Door, doors};

use crate::portal::Portal;
use app::Assets;
use axum::Router;
use axum::middleware::from_fn_with_state;
use std::sync::Arc;
use tower_http::catch_panic::CatchPanicLayer;

/// What every handler needs.
#[derive(Clone)]
struct Site {
    portal: Portal,
    assets: Assets,
    counters: Arc<limits::Counters>,
}

/// The pages, with everything that stands in front of them.
pub fn router(portal: Portal) -> Router {
    let paths = assets::all().map(|(name, path)| (name.to_owned(), path.to_owned()));
    let counters = Arc::new(limits::Counters::new());
    let site = Site { assets: Assets::new(paths), portal, counters };
    let routes = routes::all(&site)
        .fallback(errors::not_found)
        .method_not_allowed_fallback(errors::method_not_allowed);
    // From the inside out.
    routes
        .layer(from_fn_with_state(site.clone(), limits::count))
        .layer(from_fn_with_state(site.clone(), origin::check))
        .layer(CatchPanicLayer::custom(errors::panicked))
        .layer(from_fn_with_state(site.clone(), errors::dress))
        .layer(session::layer(&site.portal))
        .layer(from_fn_with_state(site.clone(), headers::set))
        .with_state(site)
}
