//! Is it alive, is it ready? Names the part that is not, and says nothing else.

use super::{Api, Kind, Problem, answer};
use crate::portal::canary::State as Canary;
use axum::extract::State;
use axum::response::Response;
use http::StatusCode;
use serde_json::json;
use std::time::Duration;

/// The store answers within this time, or it is not ready.
const PATIENCE: Duration = Duration::from_secs(5);

/// The process runs.
pub(super) async fn alive() -> Result<Response, Problem> {
    answer(StatusCode::OK, &json!({ "status": "alive" }))
}

/// The store answers, its tables are up to date, the log is published, and the canary was given nothing.
pub(super) async fn ready(State(api): State<Api>) -> Result<Response, Problem> {
    let mut not_ready = Vec::new();
    let mut canary = Canary::Unknown;
    match tokio::time::timeout(PATIENCE, api.portal.canary()).await {
        Ok(Ok(seen)) => {
            canary = seen.state;
            if canary == Canary::Tripped {
                tracing::error!("not ready: the canary was given something, and nobody has looked");
                not_ready.push("canary");
            }
        }
        // It has logged itself.
        Ok(Err(_)) => not_ready.push("store"),
        Err(_) => {
            tracing::error!("not ready: the store does not answer");
            not_ready.push("store");
        }
    }
    if let Some(why) = api.portal.log_halted() {
        tracing::error!(%why, "not ready: the log is published no further");
        not_ready.push("log");
    }
    if not_ready.is_empty() {
        return answer(StatusCode::OK, &json!({ "status": "ready", "canary": canary.as_str() }));
    }
    Err(Problem::of(Kind::Unavailable).member("not_ready", not_ready.into()))
}
