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
use consent::ids::PersonId;
use consent::time::At;
use tower_sessions::Session;

/// A question of an island reads the record: two a second, and somebody who ticks quickly waits for none.
const QUESTIONS: Rate = Rate { apart: SECOND / 2, burst: 40 };
/// Nobody changes the language so often; each time can keep a row in the store.
const LANGUAGES: Rate = Rate { apart: 6 * SECOND, burst: 30 };

/// Checking a receipt costs a few signatures; nobody checks so many by hand.
const CHECKS: Rate = Rate { apart: 2 * SECOND, burst: 30 };

/// Setting a PDF takes a core for a moment; nobody reads so many.
const PAPERS: Rate = Rate { apart: 2 * SECOND, burst: 20 };
/// All receipts at once are many of them.
const ALL_PAPERS: Rate = Rate { apart: 60 * SECOND, burst: 4 };

/// The counters of the pages, in this process.
pub(super) struct Counters {
    questions: Places,
    languages: Places,
    checks: Places,
    papers: Places,
    all_papers: Places,
}

impl Counters {
    pub(super) fn new() -> Self {
        let new = Places::new;
        let (papers, all_papers) = (new(), new());
        Self { questions: new(), languages: new(), checks: new(), papers, all_papers }
    }

    /// Counts one more paper of this person's.
    pub(super) fn paper(&self, person: PersonId, now: At) -> Result<(), Error> {
        self.papers.take(&person.to_string(), PAPERS, now).map_err(busy)
    }

    /// Counts one more file of all their papers.
    pub(super) fn all_papers(&self, person: PersonId, now: At) -> Result<(), Error> {
        self.all_papers.take(&person.to_string(), ALL_PAPERS, now).map_err(busy)
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
    let checks = path == app::paths::VERIFY;
    if *request.method() != Method::POST || !(asks || checks || path == app::paths::LANGUAGE) {
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
        _ if checks => site.counters.checks.take(&peer, CHECKS, now),
        (true, Some(person)) => site.counters.questions.take(&person.to_string(), QUESTIONS, now),
        (true, None) => site.counters.questions.take(&peer, QUESTIONS, now),
        (false, None) => site.counters.languages.take(&peer, LANGUAGES, now),
        // What somebody keeps who is signed in replaces what they kept before.
        (false, Some(_)) => Ok(()),
    };
    taken.map_err(busy)?;
    Ok(next.run(Request::from_parts(parts, body)).await)
}

fn busy(seconds: u32) -> Error {
    Error::from(Refusal::Busy { retry_after_seconds: u64::from(seconds) })
}
