//! The categories of health information that can be asked for. What can never be asked for is not in it.

use super::{Problem, answer};
use crate::registers;
use axum::response::Response;
use http::StatusCode;
use serde_json::{Value, json};

/// All of them, in the order in which claimants see them.
pub(super) async fn list() -> Result<Response, Problem> {
    let shown = registers::categories().filter(|words| !words.id.is_restricted());
    let categories: Vec<Value> = shown
        .map(|words| {
            json!({
                "id": words.id,
                "title": words.title,
                "description": words.description,
                "sensitive": words.id.is_sensitive(),
            })
        })
        .collect();
    answer(StatusCode::OK, &json!({ "categories": categories }))
}
