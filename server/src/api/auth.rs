//! Who calls: a bearer token (RFC 6750) in the Authorization header, and nowhere else. It is looked up
//! at every call, so that a disabling holds from the next one on.

use super::{Api, Kind, Problem, one_header};
use crate::portal::tokens::Scope;
use consent::ids::ClientId;
use http::{HeaderMap, HeaderValue, header};

/// The client that calls, if its token may do this.
pub(super) async fn caller(
    api: &Api,
    headers: &HeaderMap,
    scope: Scope,
) -> Result<ClientId, Problem> {
    if !headers.contains_key(header::AUTHORIZATION) {
        return Err(unauthorized("Bearer"));
    }
    let wrong = || unauthorized("Bearer error=\"invalid_token\"");
    let token = one_header(headers, &header::AUTHORIZATION).and_then(bearer).ok_or_else(wrong)?;
    let bearer = api.portal.bearer(token).await?.ok_or_else(wrong)?;
    if bearer.scopes.contains(&scope) {
        return Ok(bearer.client);
    }
    let problem = Problem::of(Kind::InsufficientScope)
        .detail(format!("This needs an access token with the scope {}.", scope.name()));
    let challenge = format!("Bearer error=\"insufficient_scope\", scope=\"{}\"", scope.name());
    Err(match HeaderValue::from_str(&challenge) {
        Ok(challenge) => problem.header(header::WWW_AUTHENTICATE, challenge),
        Err(_) => problem,
    })
}

fn bearer(value: &str) -> Option<&str> {
    let (scheme, token) = value.split_once(' ')?;
    scheme.eq_ignore_ascii_case("Bearer").then(|| token.trim_matches(' '))
}

fn unauthorized(challenge: &'static str) -> Problem {
    let challenge = HeaderValue::from_static(challenge);
    Problem::of(Kind::Unauthorized).header(header::WWW_AUTHENTICATE, challenge)
}
