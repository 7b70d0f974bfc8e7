//! What browsers and robots ask for by themselves.

use super::errors::Trouble;
use super::{assets, render};
use axum::http::header::CACHE_CONTROL;
use axum::response::{IntoResponse, Response};

/// Nothing here is for a search engine.
pub(super) async fn robots() -> Response {
    ([(CACHE_CONTROL, "public, max-age=86400")], "User-agent: *\nDisallow: /\n").into_response()
}

/// The mark, for browsers that do not look into the page.
pub(super) async fn icon() -> Result<Response, Trouble> {
    assets::logical("mark.svg").map(render::go).ok_or_else(Trouble::not_found)
}
