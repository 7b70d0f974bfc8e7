//! From a page to an answer. A page with an island brings a policy of its own, with its nonce.

use super::headers;
use app::render::Html;
use app::shell::PageContext;
use axum::http::header::{CONTENT_DISPOSITION, CONTENT_SECURITY_POLICY, CONTENT_TYPE};
use axum::http::{HeaderValue, StatusCode};
use axum::response::{IntoResponse, Redirect, Response};

/// The page, with this status.
pub(super) fn page(ctx: &PageContext, status: StatusCode, html: Html) -> Response {
    let island = html.island;
    let mut response =
        (status, [(CONTENT_TYPE, "text/html; charset=utf-8")], html.text).into_response();
    if island && let Ok(policy) = HeaderValue::from_str(&headers::policy(Some(&ctx.nonce))) {
        response.headers_mut().insert(CONTENT_SECURITY_POLICY, policy);
    }
    response
}

/// The page as it was asked for.
pub(super) fn shown(ctx: &PageContext, html: Html) -> Response {
    page(ctx, StatusCode::OK, html)
}

/// The page with something to put right.
pub(super) fn fault(ctx: &PageContext, html: Html) -> Response {
    page(ctx, StatusCode::UNPROCESSABLE_ENTITY, html)
}

/// On to another page (303).
pub(super) fn go(path: &str) -> Response {
    Redirect::to(path).into_response()
}

/// A file to keep. Its name says nothing.
pub(super) fn file(kind: &'static str, name: &str, bytes: Vec<u8>) -> Response {
    let mut response = ([(CONTENT_TYPE, kind)], bytes).into_response();
    if let Ok(value) = HeaderValue::from_str(&format!("attachment; filename=\"{name}\"")) {
        response.headers_mut().insert(CONTENT_DISPOSITION, value);
    }
    response
}
