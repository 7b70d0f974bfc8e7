//! Is it alive, is it ready? Says nothing else.

use super::{Api, Kind, Problem, answer};
use crate::store::events;
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

/// The store answers, and its tables are up to date.
pub(super) async fn ready(State(api): State<Api>) -> Result<Response, Problem> {
    let asked = async {
        let mut tx = api.portal.db().read().await?;
        events::size(&mut tx).await
    };
    match tokio::time::timeout(PATIENCE, asked).await {
        Ok(Ok(_)) => answer(StatusCode::OK, &json!({ "status": "ready" })),
        Ok(Err(why)) => {
            tracing::error!(%why, "not ready");
            Err(Problem::of(Kind::Unavailable))
        }
        Err(_) => {
            tracing::error!("not ready: the store does not answer");
            Err(Problem::of(Kind::Unavailable))
        }
    }
}
