//! The HTTP of a witness: `POST /add-checkpoint`, and reading back what it signed. Small bodies, few questions from one
//! address; what it logs names logs and sizes, never who asked.

use super::{AddCheckpoint, Limits, Outcome, Refused, Witness};
use crate::limits::{Places, Rate, SECOND};
use axum::Router;
use axum::body::{Body, to_bytes};
use axum::extract::{ConnectInfo, Request, State};
use axum::http::{HeaderName, HeaderValue, StatusCode, header};
use axum::response::Response;
use axum::routing::{get, post};
use consent::digest::Digest;
use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

/// A checkpoint with many signatures of the largest kind, and the longest proof.
const LARGEST: usize = 256 * 1024;
/// A body is there within this time.
const PATIENCE: Duration = Duration::from_secs(20);
/// The media type of a size that does not fit.
const SIZE: &str = "text/x.tlog.size";
const PLAIN: &str = "text/plain; charset=utf-8";

struct Door {
    witness: Witness,
    places: Places,
    rate: Rate,
    address_header: Option<HeaderName>,
}

/// The door of this witness.
pub fn router(witness: Witness, limits: Limits, address_header: Option<HeaderName>) -> Router {
    let rate =
        Rate { apart: 60 * SECOND / i64::from(limits.per_minute.max(1)), burst: limits.burst };
    let door = Arc::new(Door { witness, places: Places::new(), rate, address_header });
    Router::new()
        .route("/", get(about))
        .route("/add-checkpoint", post(add_checkpoint))
        .route("/{origin}/checkpoint", get(newest))
        .with_state(door)
}

/// Who this is: what an operator of a log copies into the log's settings.
async fn about(State(door): State<Arc<Door>>, request: Request) -> Response {
    if let Err(seconds) = door.take(&request) {
        return later(seconds);
    }
    let mut text = format!("witness {}\n", door.witness.vkey());
    for origin in door.witness.origins() {
        text.push_str("log ");
        text.push_str(origin);
        text.push('\n');
    }
    answer(StatusCode::OK, PLAIN, text)
}

async fn add_checkpoint(State(door): State<Arc<Door>>, request: Request) -> Response {
    if let Err(seconds) = door.take(&request) {
        return later(seconds);
    }
    let body = match tokio::time::timeout(PATIENCE, to_bytes(request.into_body(), LARGEST)).await {
        Ok(Ok(body)) => body,
        Ok(Err(why)) if is_length(&why) => {
            return answer(
                StatusCode::PAYLOAD_TOO_LARGE,
                PLAIN,
                format!("at most {LARGEST} bytes\n"),
            );
        }
        _ => {
            return answer(
                StatusCode::REQUEST_TIMEOUT,
                PLAIN,
                "the body did not come\n".to_owned(),
            );
        }
    };
    let Ok(asked) = AddCheckpoint::parse(&body) else { return refuse(Refused::Malformed) };
    // On a thread of its own: it runs to its end also where nobody waits for the answer any more.
    let at_work = Arc::clone(&door);
    let done = tokio::task::spawn_blocking(move || {
        let outcome = at_work.witness.add_checkpoint(&asked);
        (asked, outcome)
    });
    match done.await {
        Ok((asked, Ok(outcome))) => told(&asked, outcome),
        Ok((asked, Err(why))) => {
            tracing::error!(log = %asked.head.origin, %why, "the witness cannot sign");
            broken()
        }
        Err(why) => {
            tracing::error!(%why, "the witness cannot sign");
            broken()
        }
    }
}

fn told(asked: &AddCheckpoint, outcome: Outcome) -> Response {
    let (log, old, new) = (&asked.head.origin, asked.old, asked.head.size);
    match outcome {
        Outcome::Signed(line) => {
            tracing::info!(%log, old, new, "signed");
            answer(StatusCode::OK, PLAIN, line)
        }
        Outcome::Conflict(size) => {
            tracing::info!(%log, old, new, size, "another size was signed last");
            answer(StatusCode::CONFLICT, SIZE, format!("{size}\n"))
        }
        // The name is anybody's invention: it does not go into the log.
        Outcome::Refused(why @ Refused::UnknownLog) => refuse(why),
        Outcome::Refused(why @ Refused::Inconsistent) => {
            // The log's own key has signed it: this can be the proof that the log was rewritten.
            tracing::error!(%log, old, new, root = %asked.head.root, "not signed: {why}");
            refuse(why)
        }
        Outcome::Refused(why) => {
            tracing::warn!(%log, old, new, "not signed: {why}");
            refuse(why)
        }
    }
}

async fn newest(State(door): State<Arc<Door>>, request: Request) -> Response {
    if let Err(seconds) = door.take(&request) {
        return later(seconds);
    }
    let named = request.uri().path().trim_start_matches('/').split('/').next().unwrap_or_default();
    let Ok(digest) = Digest::parse(named) else { return nothing() };
    let at_work = Arc::clone(&door);
    match tokio::task::spawn_blocking(move || at_work.witness.newest(&digest)).await {
        Ok(Ok(Some(note))) => answer(StatusCode::OK, PLAIN, note),
        Ok(Ok(None)) => nothing(),
        Ok(Err(why)) => {
            tracing::error!(%why, "what was signed cannot be read");
            broken()
        }
        Err(_) => broken(),
    }
}

impl Door {
    /// Counts one more of this address's, or says after how many seconds there will be room.
    fn take(&self, request: &Request) -> Result<(), u32> {
        let said = self.address_header.as_ref().and_then(|name| {
            // The proxy of ours wrote the last one; those before it anybody can write.
            let last = request.headers().get_all(name).into_iter().next_back()?;
            Some(last.to_str().ok()?.rsplit(',').next()?.trim().to_owned())
        });
        let direct = request.extensions().get::<ConnectInfo<SocketAddr>>();
        let who = said.or_else(|| direct.map(|ConnectInfo(address)| address.ip().to_string()));
        self.places.take(&who.unwrap_or_default(), self.rate, self.witness.clock.now())
    }
}

fn refuse(why: Refused) -> Response {
    answer(why.status(), PLAIN, format!("{why}\n"))
}

fn nothing() -> Response {
    answer(StatusCode::NOT_FOUND, PLAIN, "there is nothing here\n".to_owned())
}

fn broken() -> Response {
    answer(StatusCode::INTERNAL_SERVER_ERROR, PLAIN, "this witness cannot sign now\n".to_owned())
}

fn later(seconds: u32) -> Response {
    let mut response =
        answer(StatusCode::TOO_MANY_REQUESTS, PLAIN, format!("come back in {seconds} seconds\n"));
    response.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from(seconds));
    response
}

fn answer(status: StatusCode, kind: &'static str, text: String) -> Response {
    let mut response = Response::new(Body::from(text));
    *response.status_mut() = status;
    response.headers_mut().insert(header::CONTENT_TYPE, HeaderValue::from_static(kind));
    response.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    response
}

fn is_length(why: &axum::Error) -> bool {
    let source = std::error::Error::source(why);
    source.is_some_and(<dyn std::error::Error>::is::<http_body_util::LengthLimitError>)
}
