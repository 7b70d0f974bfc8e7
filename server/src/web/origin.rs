//! A form counts only when it comes from a page of ours. Nothing that is posted from elsewhere is even read.
//!
//! Browsers say where a form comes from: `Sec-Fetch-Site` (the newer ones), `Origin` (all that are ten years
//! old or younger), `Referer` (the rest). The first that is there decides; an `Origin` that contradicts it
//! refuses. Without any of them the form is refused.

use super::Site;
use super::errors::Trouble;
use axum::extract::{Request, State};
use axum::http::Method;
use axum::http::header::{HOST, HeaderMap, HeaderName, ORIGIN, REFERER};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};

const SEC_FETCH_SITE: HeaderName = HeaderName::from_static("sec-fetch-site");

/// Refuses what changes something and comes from elsewhere.
pub(super) async fn check(State(site): State<Site>, request: Request, next: Next) -> Response {
    let reads = matches!(*request.method(), Method::GET | Method::HEAD | Method::OPTIONS);
    if reads || is_ours(request.headers(), &site.portal.config().base_url) {
        next.run(request).await
    } else {
        Trouble::forbidden().into_response()
    }
}

fn is_ours(headers: &HeaderMap, base_url: &str) -> bool {
    let text = |name: HeaderName| headers.get(name).map(|value| value.to_str().unwrap_or_default());
    let origin = text(ORIGIN);
    let is_base = |origin: &str| origin.eq_ignore_ascii_case(base_url);
    match (text(SEC_FETCH_SITE), origin) {
        (Some("same-origin" | "none"), None | Some("null")) => true,
        // The browser compared it with the address that it has; ours may have another name there.
        (Some("same-origin" | "none"), Some(origin)) => {
            is_base(origin) || origin.split_once("://").map(|(_, host)| host) == text(HOST)
        }
        (Some(_), _) => false,
        (None, Some(origin)) => is_base(origin),
        (None, None) => text(REFERER).is_some_and(|referer| {
            let rest = referer.get(..base_url.len()).filter(|start| is_base(start));
            rest.and_then(|_| referer.get(base_url.len()..))
                .is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
        }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use axum::http::HeaderValue;

    fn ours(pairs: &[(&'static str, &'static str)]) -> bool {
        let pairs = pairs
            .iter()
            .map(|(name, value)| (HeaderName::from_static(name), HeaderValue::from_static(value)));
        is_ours(&pairs.collect(), "https://sayso.example")
    }

    #[test]
    fn a_form_of_ours_is_taken() {
        assert!(ours(&[("sec-fetch-site", "same-origin")]));
        assert!(ours(&[("sec-fetch-site", "none")]));
        assert!(ours(&[("origin", "https://sayso.example")]));
        assert!(ours(&[
            ("sec-fetch-site", "same-origin"),
            ("origin", "http://localhost:3000"),
            ("host", "localhost:3000")
        ]));
        assert!(ours(&[("referer", "https://sayso.example/sign-in?next=%2F")]));
        assert!(ours(&[("referer", "https://sayso.example")]));
    }

    #[test]
    fn a_form_from_elsewhere_is_not() {
        assert!(!ours(&[]));
        assert!(!ours(&[("sec-fetch-site", "cross-site"), ("origin", "https://sayso.example")]));
        assert!(!ours(&[("sec-fetch-site", "same-site")]));
        assert!(!ours(&[
            ("sec-fetch-site", "same-origin"),
            ("origin", "https://evil.example"),
            ("host", "sayso.example")
        ]));
        assert!(!ours(&[("origin", "null")]));
        assert!(!ours(&[("origin", "https://sayso.example.evil")]));
        assert!(!ours(&[("origin", "http://sayso.example")]));
        assert!(!ours(&[
            ("origin", "https://evil.example"),
            ("referer", "https://sayso.example/")
        ]));
        assert!(!ours(&[("referer", "https://sayso.example.evil/")]));
        assert!(!ours(&[("referer", "https://evil.example/https://sayso.example/")]));
    }
}
