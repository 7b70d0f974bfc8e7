//! The door for requesters: JSON over HTTP, as the contract in `docs/api.md` says. It reads what comes,
//! asks the portal, and writes down the answer.
//! Nothing here decides what may be told; nothing here opens the store for writing.

mod auth;
mod body;
mod categories;
mod checks;
mod health;
mod limits;
mod oauth;
mod problem;
mod purposes;
mod releases;
mod requests;
mod shape;

pub use problem::{Kind, Problem};

use crate::portal::Portal;
use axum::Router;
use axum::body::Body;
use axum::extract::Request;
use axum::middleware::{self, Next};
use axum::response::{IntoResponse, Response};
use axum::routing::{MethodRouter, any, get, post};
use consent::ids::RequestId;
use http::{HeaderMap, HeaderValue, StatusCode, Uri, header};
use limits::Limits;
use serde::Serialize;
use std::sync::Arc;
use tower_http::catch_panic::CatchPanicLayer;

/// What every answer about a request says: a constant.
pub const NOTICE: &str =
    "No information here is not evidence about the person, and not a failure to take part.";

/// What the handlers need.
#[derive(Clone)]
pub(crate) struct Api {
    portal: Portal,
    limits: Arc<Limits>,
}

/// Every path of this door.
pub fn router(portal: Portal) -> Router {
    let limits = Arc::new(Limits::new(portal.config().limits));
    Router::new()
        .route("/oauth2/token", only("POST", post(oauth::token)))
        .route("/.well-known/oauth-authorization-server", only(READ, get(oauth::metadata)))
        .route("/api/v1/categories", only(READ, get(categories::list)))
        .route("/api/v1/purposes", only(READ, get(purposes::list)))
        .route("/api/v1/requests", only("POST", post(requests::submit)))
        .route("/api/v1/requests/{id}", only(READ, get(requests::read)))
        .route("/api/v1/requests/{id}/closure", only("POST", post(requests::close)))
        .route("/api/v1/consent-checks", only("POST", post(checks::check)))
        // Not `get`: that would answer HEAD too, and a HEAD must not collect.
        .route("/api/v1/requests/{id}/release", any(releases::collect))
        .route("/api/v1/requests/{id}/erasure", only("POST", post(requests::answer_erasure)))
        .route("/api/v1/requests/{id}/outcome", only("POST", post(requests::report_outcome)))
        .route("/healthz", only(READ, get(health::alive)))
        .route("/readyz", only(READ, get(health::ready)))
        .route("/api", any(nothing_there))
        .route("/api/", any(nothing_there))
        .route("/api/{*path}", any(nothing_there))
        .route("/oauth2/{*path}", any(nothing_there))
        .layer(middleware::from_fn(guard))
        .layer(CatchPanicLayer::custom(|_| Problem::of(Kind::Internal).into_response()))
        .with_state(Api { portal, limits })
}

/// What may be done where something can only be read.
const READ: &str = "GET, HEAD";

/// Every other method is 405, with the ones that are taken.
fn only(methods: &'static str, router: MethodRouter<Api>) -> MethodRouter<Api> {
    router.fallback(move || async move { Problem::method_not_allowed(methods) })
}

async fn nothing_there() -> Problem {
    Problem::of(Kind::NotFound)
}

/// Refuses a query with U+0000 in it, and lets no answer be kept or guessed at.
async fn guard(request: Request, next: Next) -> Response {
    let query = request.uri().query().unwrap_or_default();
    let mut response = if query.contains("%00") {
        Problem::of(Kind::Malformed).detail("U+0000 in the query").into_response()
    } else {
        next.run(request).await
    };
    let headers = response.headers_mut();
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    headers.insert(header::X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff"));
    response
}

/// A JSON answer.
fn answer(status: StatusCode, value: &impl Serialize) -> Result<Response, Problem> {
    let bytes =
        serde_json::to_vec(value).map_err(|why| Problem::from(crate::portal::Error::from(why)))?;
    let mut response = Response::new(Body::from(bytes));
    *response.status_mut() = status;
    let json = HeaderValue::from_static("application/json");
    response.headers_mut().insert(header::CONTENT_TYPE, json);
    Ok(response)
}

/// The id in `/api/v1/requests/{id}…`, written exactly as it was given out; everything else is not
/// found, like the id of somebody else's request.
fn request_id(uri: &Uri) -> Result<RequestId, Problem> {
    let text = uri.path().split('/').nth(4).unwrap_or_default();
    if text.contains("%00") {
        return Err(Problem::of(Kind::Invalid).detail("U+0000 in the path"));
    }
    let id = text.parse::<RequestId>().ok().filter(|id| id.to_string() == text);
    id.ok_or_else(|| Problem::of(Kind::NotFound))
}

/// A header's one value, as text; none where it is missing, twice or no text.
fn one_header<'a>(headers: &'a HeaderMap, name: &header::HeaderName) -> Option<&'a str> {
    let mut values = headers.get_all(name).iter();
    let value = values.next()?.to_str().ok()?;
    values.next().is_none().then_some(value)
}
