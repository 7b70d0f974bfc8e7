//! Leaving at once: signed out, and on to a page that says nothing. For a while the back button leads there too.

use super::errors::Trouble;
use super::guard::Visitor;
use super::session;
use axum::http::header::{COOKIE, HeaderMap, HeaderName, LOCATION, REFERRER_POLICY, SET_COOKIE};
use axum::http::{HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};

/// For how long the pages that were looked at lead away.
const MINUTES: u32 = 10;
const SEC_FETCH_SITE: HeaderName = HeaderName::from_static("sec-fetch-site");

const fn cookie_name(https: bool) -> &'static str {
    if https { "__Host-sayso-left" } else { "sayso-left" }
}

/// `GET /leave`: a link, for it has to work without scripts, and a form may not lead to another site.
pub(super) async fn leave(visitor: Visitor) -> Result<Response, Trouble> {
    let config = visitor.portal.config();
    // A link on somebody else's page signs nobody out.
    if !from_elsewhere(&visitor.headers) {
        session::end(&visitor.session).await?;
    }
    let mut response = away(&config.operator.exit_url);
    set(&mut response, config.is_https(), "1", MINUTES * 60);
    Ok(response)
}

/// To the page that says nothing, which is not told from where.
pub(super) fn away(exit_url: &str) -> Response {
    let mut response = StatusCode::SEE_OTHER.into_response();
    let headers = response.headers_mut();
    if let Ok(to) = HeaderValue::from_str(exit_url) {
        headers.insert(LOCATION, to);
    }
    headers.insert(REFERRER_POLICY, HeaderValue::from_static("no-referrer"));
    response
}

/// Whether somebody left a little while ago.
pub(super) fn left(headers: &HeaderMap, https: bool) -> bool {
    let sent = headers.get_all(COOKIE).into_iter().filter_map(|cookies| cookies.to_str().ok());
    let mut names =
        sent.flat_map(|cookies| cookies.split(';')).filter_map(|one| one.split('=').next());
    names.any(|name| name.trim() == cookie_name(https))
}

/// Back on purpose: the pages are there again.
pub(super) fn forget(response: &mut Response, https: bool) {
    set(response, https, "", 0);
}

fn set(response: &mut Response, https: bool, value: &str, seconds: u32) {
    let secure = if https { "; Secure" } else { "" };
    let cookie = format!(
        "{}={value}; Path=/; Max-Age={seconds}; SameSite=Lax; HttpOnly{secure}",
        cookie_name(https)
    );
    if let Ok(cookie) = HeaderValue::from_str(&cookie) {
        response.headers_mut().append(SET_COOKIE, cookie);
    }
}

fn from_elsewhere(headers: &HeaderMap) -> bool {
    let site = headers.get(SEC_FETCH_SITE).and_then(|site| site.to_str().ok());
    matches!(site, Some("cross-site" | "same-site"))
}
