//! Bodies as they come: no larger than is allowed, of the one media type that is taken, in the time there is.

use super::{Kind, Problem, one_header};
use crate::strict;
use axum::body::to_bytes;
use axum::extract::Request;
use bytes::Bytes;
use http::{HeaderMap, header};
use serde_json::Value;
use std::time::Duration;

/// A body has at most so many bytes, where nothing else is said.
const LARGEST: usize = 64 * 1024;
/// A body is there within this time.
const PATIENCE: Duration = Duration::from_secs(20);

/// A JSON body.
pub(super) async fn json(request: Request) -> Result<Value, Problem> {
    json_of(request, LARGEST).await
}

/// A JSON body of at most so many bytes.
pub(super) async fn json_of(request: Request, most: usize) -> Result<Value, Problem> {
    let bytes = read(request, "application/json", most).await?;
    // Says where, never what.
    strict::read(&bytes)
        .map_err(|why| Problem::of(Kind::Malformed).detail(format!("The body is {why}.")))
}

/// The parameters of a form.
pub(super) async fn form(request: Request) -> Result<Vec<(String, String)>, Problem> {
    let bytes = read(request, "application/x-www-form-urlencoded", LARGEST).await?;
    Ok(form_urlencoded::parse(&bytes).into_owned().collect())
}

async fn read(request: Request, taken: &str, most: usize) -> Result<Bytes, Problem> {
    let too_large =
        || Problem::of(Kind::BodyTooLarge).detail(format!("A body has {most} bytes at most here."));
    if !is(request.headers(), taken) {
        let detail = format!("Send {taken}, in UTF-8 and not content-coded.");
        return Err(Problem::of(Kind::UnsupportedMediaType).detail(detail));
    }
    let announced = one_header(request.headers(), &header::CONTENT_LENGTH);
    if announced.and_then(|length| length.parse::<usize>().ok()).is_some_and(|length| length > most)
    {
        return Err(too_large());
    }
    let broken = |detail: &str| Problem::of(Kind::Malformed).detail(detail);
    match tokio::time::timeout(PATIENCE, to_bytes(request.into_body(), most)).await {
        Ok(Ok(bytes)) => Ok(bytes),
        Ok(Err(why)) if is_length(&why) => Err(too_large()),
        Ok(Err(_)) => Err(broken("The body did not come whole.")),
        Err(_) => Err(broken("The body did not come in time.")),
    }
}

fn is_length(why: &axum::Error) -> bool {
    let source = std::error::Error::source(why);
    source.is_some_and(<dyn std::error::Error>::is::<http_body_util::LengthLimitError>)
}

fn is(headers: &HeaderMap, taken: &str) -> bool {
    let coded = headers.get_all(header::CONTENT_ENCODING).iter();
    if coded.into_iter().any(|coding| !coding.as_bytes().eq_ignore_ascii_case(b"identity")) {
        return false;
    }
    let Some(given) = one_header(headers, &header::CONTENT_TYPE) else { return false };
    let mut parts = given.split(';').map(str::trim);
    let same_type = parts.next().is_some_and(|kind| kind.eq_ignore_ascii_case(taken));
    same_type
        && parts.filter(|part| !part.is_empty()).all(|part| match part.split_once('=') {
            Some((name, value)) if name.eq_ignore_ascii_case("charset") => {
                value.trim_matches('"').eq_ignore_ascii_case("utf-8")
            }
            _ => true,
        })
}
