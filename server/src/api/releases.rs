//! Collections. The body is what a release holds, byte for byte, and is never coded, cut or kept.

use super::{Api, Problem, auth, request_id};
use crate::portal::tokens::Scope;
use axum::body::Body;
use axum::extract::{Request, State};
use axum::response::Response;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use http::{HeaderName, HeaderValue, Method, header};

/// Collects what the claimant agreed to send. Range and conditional headers mean nothing here.
pub(super) async fn collect(State(api): State<Api>, request: Request) -> Result<Response, Problem> {
    if request.method() != Method::GET {
        return Err(Problem::method_not_allowed("GET"));
    }
    let client = auth::caller(&api, request.headers(), Scope::ReleasesRead).await?;
    let id = request_id(request.uri())?;
    let collected = api.portal.collect(&client, id).await?;
    let digest = format!("sha-256=:{}:", STANDARD.encode(collected.digest().as_bytes()));
    let headers = [
        (HeaderName::from_static("content-digest"), digest),
        (HeaderName::from_static("sayso-receipt"), collected.receipt.to_string()),
        (HeaderName::from_static("sayso-collection"), collected.collection.to_string()),
        (
            HeaderName::from_static("sayso-decision-version"),
            collected.decision_version().to_string(),
        ),
        (header::CONTENT_TYPE, "application/fhir+json".to_owned()),
    ];
    let mut response = Response::new(Body::from(collected.into_body()));
    for (name, value) in headers {
        // Digits, letters, hyphens and base64 only.
        if let Ok(value) = HeaderValue::from_str(&value) {
            response.headers_mut().insert(name, value);
        }
    }
    Ok(response)
}
