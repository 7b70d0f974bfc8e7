//! `/log/`: the published log as files, for whoever wants to check it (C2SP `tlog-tiles`). The same for everybody: no
//! cookie, no session, no language. Nothing that is not published is told.

use super::Site;
use super::errors::Trouble;
use crate::log::tiles::Address;
use axum::extract::State;
use axum::http::header::{ACCESS_CONTROL_ALLOW_ORIGIN, CACHE_CONTROL, CONTENT_TYPE};
use axum::http::{HeaderName, StatusCode, Uri};
use axum::response::{IntoResponse, Response};

/// Anybody's page may read it: there is nothing in it about whoever asks.
const OF_ANYBODY: (HeaderName, &str) = (ACCESS_CONTROL_ALLOW_ORIGIN, "*");

/// `GET /log/checkpoint`: the newest signed checkpoint.
pub(super) async fn checkpoint(State(site): State<Site>) -> Result<Response, Trouble> {
    let Some(published) = site.portal.checkpoint().await? else { return Ok(nothing()) };
    let headers = [
        (CONTENT_TYPE, "text/plain; charset=utf-8"),
        (CACHE_CONTROL, "public, max-age=1"),
        OF_ANYBODY,
    ];
    Ok((headers, published.note).into_response())
}

/// `GET /log/tile/{*path}`: a tile of the published tree.
pub(super) async fn tile(State(site): State<Site>, uri: Uri) -> Result<Response, Trouble> {
    let address = uri.path().strip_prefix("/log/tile/").and_then(Address::parse);
    let Some(address) = address else { return Ok(nothing()) };
    let Some(bytes) = site.portal.tile(address).await? else { return Ok(nothing()) };
    let headers = [
        (CONTENT_TYPE, "application/octet-stream"),
        (CACHE_CONTROL, "public, max-age=31536000, immutable"),
        OF_ANYBODY,
    ];
    Ok((headers, bytes).into_response())
}

fn nothing() -> Response {
    let headers = [(CONTENT_TYPE, "text/plain; charset=utf-8"), OF_ANYBODY];
    (StatusCode::NOT_FOUND, headers, "There is no such file in the published log.\n")
        .into_response()
}
