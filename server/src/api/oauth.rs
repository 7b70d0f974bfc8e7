//! The token endpoint (RFC 6749 section 4.4, RFC 7523) and its metadata (RFC 8414). Every assertion
//! that is not taken gets the same answer, whatever is wrong with it.

use super::{Api, Problem, answer, body};
use crate::portal::clients::jwks::Signing;
use crate::portal::tokens::{Scope, TOKEN_SECONDS, claimed_client};
use crate::portal::{Error, Refusal};
use axum::extract::{Request, State};
use axum::response::Response;
use consent::request::Fault;
use http::{HeaderValue, StatusCode, header};
use serde_json::json;
use std::collections::BTreeMap;

const ASSERTION_TYPE: &str = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";

/// A token for an assertion.
pub(super) async fn token(State(api): State<Api>, request: Request) -> Result<Response, Problem> {
    let sent = body::form(request).await?;
    let mut form = BTreeMap::new();
    for (name, value) in sent {
        if name.contains('\0') || value.contains('\0') {
            let place = if name.contains('\0') { String::new() } else { format!("/{name}") };
            return Err(Problem::invalid(&[Fault::at(place, "U+0000 is not taken")]));
        }
        if form.insert(name, value).is_some() {
            return refused(INVALID_REQUEST, "a parameter is there twice");
        }
    }
    // A parameter without a value counts as one that is not there (RFC 6749, section 3.2).
    let given = |name: &str| form.get(name).map(String::as_str).filter(|value| !value.is_empty());
    match given("grant_type") {
        Some("client_credentials") => {}
        Some(_) => return refused("unsupported_grant_type", "grant_type is client_credentials"),
        None => return refused(INVALID_REQUEST, "grant_type is missing"),
    }
    if given("client_assertion_type") != Some(ASSERTION_TYPE) {
        return refused(INVALID_REQUEST, "client_assertion_type is that of a JWT (RFC 7523)");
    }
    let Some(assertion) = given("client_assertion") else {
        return refused(INVALID_REQUEST, "client_assertion is missing");
    };
    match api.portal.issue_token(assertion, given("client_id"), given("scope")).await {
        Ok(issued) => {
            let token = json!({
                "access_token": issued.token,
                "token_type": "Bearer",
                "expires_in": TOKEN_SECONDS,
                "scope": Scope::join(&issued.scopes),
            });
            let mut response = answer(StatusCode::OK, &token)?;
            response.headers_mut().insert(header::PRAGMA, HeaderValue::from_static("no-cache"));
            Ok(response)
        }
        Err(Error::Refused(Refusal::WrongAssertion)) => wrong(&api, assertion),
        Err(Error::Refused(Refusal::UnknownScope)) => {
            refused("invalid_scope", "the client has not every scope that it asks for")
        }
        Err(error) => Err(error.into()),
    }
}

const INVALID_REQUEST: &str = "invalid_request";

/// The one answer to every assertion that is not taken, until there are too many of them.
fn wrong(api: &Api, assertion: &str) -> Result<Response, Problem> {
    api.limits.count_bad_assertion(claimed_client(assertion).as_ref(), api.portal.now())?;
    let body = json!({ "error": "invalid_client", "error_description": "the client is not authenticated" });
    answer(StatusCode::UNAUTHORIZED, &body)
}

fn refused(error: &str, description: &str) -> Result<Response, Problem> {
    let body = json!({ "error": error, "error_description": description });
    answer(StatusCode::BAD_REQUEST, &body)
}

/// What a client can find out by itself.
pub(super) async fn metadata(State(api): State<Api>) -> Result<Response, Problem> {
    let [issuer, endpoint] = api.portal.audiences();
    let metadata = json!({
        "issuer": issuer,
        "token_endpoint": endpoint,
        "token_endpoint_auth_methods_supported": ["private_key_jwt"],
        "token_endpoint_auth_signing_alg_values_supported": Signing::ALL.map(Signing::name),
        "grant_types_supported": ["client_credentials"],
        "response_types_supported": [],
        "scopes_supported": Scope::ALL.map(Scope::name),
    });
    answer(StatusCode::OK, &metadata)
}
