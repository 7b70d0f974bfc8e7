//! What costs the portal work and needs no password is done only so often: an island's questions by one session, and
//! keeping what was typed by somebody who is not signed in, whom nobody else counts.

use super::Site;
use super::errors::Trouble;
use super::peer::Peer;
use super::session;
use crate::limits::{Places, Rate, SECOND};
use crate::portal::{Error, Fault, Refusal};
use axum::extract::{FromRequestParts as _, Request, State};
use axum::http::Method;
use axum::middleware::Next;
use axum::response::Response;
use tower_sessions::Session;

/// A question of an island reads the record: two a second, and somebody who ticks quickly waits for none.
const QUESTIONS: Rate = Rate { apart: SECOND / 2, burst: 40 };
/// Nobody changes the language so often; each time can keep a row in the store.
const LANGUAGES: Rate = Rate { apart: 6 * SECOND, burst: 30 };

/// The counters of the pages, in this process.
pub(super) struct Counters {
    questions: Places,
    languages: Places,
}

impl Counters {
    pub(super) fn new() -> Self {
        Self { questions: Places::new(), languages: Places::new() }
    }
}

/// Counts what is counted, before it does any work; answers 429 where it is too much.
pub(super) async fn count(
    State(site): State<Site>,
    request: Request,
    next: Next,
) -> Result<Response, Trouble> {
    let path = request.uri().path();
    let asks = path.starts_with("/fn/");
    if *request.method() != Method::POST || !(asks || path == app::paths::LANGUAGE) {
        return Ok(next.run(request).await);
    }
    let (mut parts, body) = request.into_parts();
    let found = parts.extensions.get::<Session>().cloned();
    let found =
        found.ok_or_else(|| Fault::new("a page was asked for without the session layer"))?;
    let person = session::person(&found).await?;
    let Peer(peer) = Peer::from_request_parts(&mut parts, &site).await?;
    let now = site.portal.now();
    let taken = match (asks, person) {
        (true, Some(person)) => site.counters.questions.take(&person.to_string(), QUESTIONS, now),
        (true, None) => site.counters.questions.take(&peer, QUESTIONS, now),
        (false, None) => site.counters.languages.take(&peer, LANGUAGES, now),
        // What somebody keeps who is signed in replaces what they kept before.
        (false, Some(_)) => Ok(()),
    };
    taken.map_err(|seconds| {
        Error::from(Refusal::Busy { retry_after_seconds: u64::from(seconds) })
    })?;
    Ok(next.run(Request::from_parts(parts, body)).await)
}
