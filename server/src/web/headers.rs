//! What every answer says to the browser: load nothing from elsewhere, keep nothing, tell nobody.

use super::Site;
use axum::extract::{Request, State};
use axum::http::HeaderValue;
use axum::http::header::{
    CACHE_CONTROL, CONTENT_SECURITY_POLICY, HeaderMap, HeaderName, REFERRER_POLICY, SET_COOKIE,
    STRICT_TRANSPORT_SECURITY, X_CONTENT_TYPE_OPTIONS, X_FRAME_OPTIONS,
};
use axum::middleware::Next;
use axum::response::Response;

const FIXED: [(HeaderName, &str); 6] = [
    (X_CONTENT_TYPE_OPTIONS, "nosniff"),
    (REFERRER_POLICY, "same-origin"),
    (X_FRAME_OPTIONS, "DENY"),
    (HeaderName::from_static("cross-origin-opener-policy"), "same-origin"),
    (HeaderName::from_static("cross-origin-resource-policy"), "same-origin"),
    (
        HeaderName::from_static("permissions-policy"),
        "accelerometer=(), browsing-topics=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), \
         microphone=(), midi=(), payment=(), usb=()",
    ),
];

/// The policy of a page. Only a page with an island has a nonce, and only it may run wasm.
pub(super) fn policy(nonce: Option<&str>) -> String {
    let script = match nonce {
        Some(nonce) => format!("'self' 'nonce-{nonce}' 'wasm-unsafe-eval'"),
        None => "'self'".to_owned(),
    };
    format!(
        "default-src 'none'; script-src {script}; style-src 'self'; font-src 'self'; img-src 'self'; \
         connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
    )
}

/// Sets them on every answer. What a handler has set stays: the policy of an island, the age of an asset.
pub(super) async fn set(State(site): State<Site>, request: Request, next: Next) -> Response {
    // An address with a secret in it is told to nobody, not even to us.
    let secret = request.uri().path().starts_with(app::paths::HELPER);
    let mut response = next.run(request).await;
    let headers = response.headers_mut();
    for (name, value) in FIXED {
        headers.insert(name, HeaderValue::from_static(value));
    }
    if secret {
        headers.insert(REFERRER_POLICY, HeaderValue::from_static("no-referrer"));
    }
    if let (false, Ok(policy)) =
        (headers.contains_key(CONTENT_SECURITY_POLICY), HeaderValue::from_str(&policy(None)))
    {
        headers.insert(CONTENT_SECURITY_POLICY, policy);
    }
    if !headers.contains_key(CACHE_CONTROL) {
        headers.insert(CACHE_CONTROL, HeaderValue::from_static("no-store"));
    }
    if site.portal.config().is_https() {
        headers.insert(STRICT_TRANSPORT_SECURITY, HeaderValue::from_static("max-age=63072000"));
        secure(headers);
    }
    response
}

/// A browser drops a `__Host-` cookie only when it is told so with `Secure`.
fn secure(headers: &mut HeaderMap) {
    let cookies: Vec<HeaderValue> = headers.get_all(SET_COOKIE).into_iter().cloned().collect();
    headers.remove(SET_COOKIE);
    for cookie in cookies {
        let whole = cookie.to_str().ok().filter(|text| !text.contains("Secure"));
        let secured = whole.and_then(|text| HeaderValue::from_str(&format!("{text}; Secure")).ok());
        headers.append(SET_COOKIE, secured.unwrap_or(cookie));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_page_with_an_island_may_run_wasm() {
        assert!(!policy(None).contains("nonce") && !policy(None).contains("wasm"));
        assert!(policy(Some("abc")).contains("script-src 'self' 'nonce-abc' 'wasm-unsafe-eval';"));
        assert!(!policy(Some("abc")).contains("unsafe-inline"));
    }

    #[test]
    fn a_cookie_that_ends_is_secure_too() {
        let mut headers = HeaderMap::new();
        headers.append(SET_COOKIE, HeaderValue::from_static("__Host-sayso=; Max-Age=0; Path=/"));
        headers.append(SET_COOKIE, HeaderValue::from_static("a=b; Secure"));
        secure(&mut headers);
        let set: Vec<_> = headers.get_all(SET_COOKIE).iter().collect();
        assert_eq!(set, ["__Host-sayso=; Max-Age=0; Path=/; Secure", "a=b; Secure"]);
    }
}
