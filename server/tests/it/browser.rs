//! A browser without a script: follows nothing by itself, keeps cookies, says where its forms come from.

use crate::support::Stage;
use axum::Router;
use axum::body::Body;
use axum::http::header::{CONTENT_TYPE, COOKIE, HeaderMap, LOCATION, ORIGIN, SET_COOKIE};
use axum::http::{Method, Request, StatusCode};
use http_body_util::BodyExt as _;
use std::collections::BTreeMap;
use tower::ServiceExt as _;

/// Where the portal of a test is reached.
pub const BASE: &str = "http://127.0.0.1:3000";
/// How a form says that it is one.
pub const FORM: (&str, &str) = ("content-type", "application/x-www-form-urlencoded");

/// Somebody at a screen.
pub struct Browser {
    router: Router,
    pub cookies: BTreeMap<String, String>,
    /// Every address that was asked for, and every title that was shown.
    pub seen: Vec<String>,
}

/// An answer.
#[derive(Debug)]
pub struct Page {
    pub status: StatusCode,
    pub headers: HeaderMap,
    pub text: String,
    pub bytes: Vec<u8>,
}

impl Page {
    /// Where it leads.
    pub fn location(&self) -> &str {
        self.headers.get(LOCATION).map(|to| to.to_str().unwrap()).unwrap_or_default()
    }

    /// What stands between these for the first time.
    pub fn between(&self, before: &str, after: &str) -> &str {
        let rest = self
            .text
            .split_once(before)
            .unwrap_or_else(|| panic!("no {before} in {}", self.text))
            .1;
        rest.split_once(after).unwrap().0
    }

    /// Its title.
    pub fn title(&self) -> &str {
        self.between("<title>", "</title>")
    }

    /// The digest as the page says it to programs.
    pub fn digest(&self) -> &str {
        self.between("<data id=\"digest\" value=\"", "\"")
    }
}

/// Names and values as a browser sends them.
pub fn form(pairs: &[(&str, &str)]) -> String {
    let mut form = form_urlencoded::Serializer::new(String::new());
    form.extend_pairs(pairs).finish()
}

impl Browser {
    pub fn new(stage: &Stage) -> Self {
        Self::at(stage.router.clone())
    }

    /// In front of another router.
    pub fn at(router: Router) -> Self {
        Self { router, cookies: BTreeMap::new(), seen: Vec::new() }
    }

    /// Signed in with the password of everybody here.
    pub async fn signed_in(stage: &Stage, email: &str) -> Self {
        let mut browser = Self::new(stage);
        let page =
            browser.post("/sign-in", &[("email", email), ("password", "kettle otter seven")]).await;
        assert_eq!((page.status, page.location()), (StatusCode::SEE_OTHER, "/requests"));
        browser
    }

    pub async fn get(&mut self, path: &str) -> Page {
        self.send(Method::GET, path, &[], String::new()).await
    }

    pub async fn post(&mut self, path: &str, pairs: &[(&str, &str)]) -> Page {
        let headers =
            [(CONTENT_TYPE.as_str(), "application/x-www-form-urlencoded"), (ORIGIN.as_str(), BASE)];
        self.send(Method::POST, path, &headers, form(pairs)).await
    }

    /// Anything at all.
    pub async fn send(
        &mut self,
        method: Method,
        path: &str,
        headers: &[(&str, &str)],
        body: String,
    ) -> Page {
        let mut request = Request::builder().method(method).uri(path);
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        if !self.cookies.is_empty() {
            let cookies: Vec<String> =
                self.cookies.iter().map(|(name, value)| format!("{name}={value}")).collect();
            request = request.header(COOKIE, cookies.join("; "));
        }
        let response =
            self.router.clone().oneshot(request.body(Body::from(body)).unwrap()).await.unwrap();
        let (parts, body) = response.into_parts();
        let bytes = body.collect().await.unwrap().to_bytes().to_vec();
        let text = String::from_utf8_lossy(&bytes).into_owned();
        for cookie in parts.headers.get_all(SET_COOKIE) {
            let (name, rest) = cookie.to_str().unwrap().split_once('=').unwrap();
            let value = rest.split(';').next().unwrap();
            if value.is_empty() {
                self.cookies.remove(name);
            } else {
                self.cookies.insert(name.to_owned(), value.to_owned());
            }
        }
        let page = Page { status: parts.status, headers: parts.headers, text, bytes };
        self.seen.push(path.to_owned());
        self.seen.push(page.location().to_owned());
        if page.text.contains("<title>") {
            self.seen.push(page.title().to_owned());
        }
        page
    }
}
