//! The public register of purposes: nothing can be asked for outside it.

use super::{Api, Problem, answer};
use axum::extract::State;
use axum::response::Response;
use consent::purpose::Purpose;
use http::StatusCode;
use serde_json::{Value, json};

/// Every version of every purpose, the newest version first.
pub(super) async fn list(State(api): State<Api>) -> Result<Response, Problem> {
    let purposes = api.portal.purposes().await?;
    let purposes: Vec<Value> = purposes.iter().map(shown).collect();
    answer(StatusCode::OK, &json!({ "purposes": purposes }))
}

fn shown(purpose: &Purpose) -> Value {
    json!({
        "id": purpose.id,
        "version": purpose.version,
        "title": purpose.title,
        "benefit": purpose.benefit,
        "nations": purpose.nations,
        "if_refused": purpose.if_refused,
        "decision_points": purpose.decision_points,
        "categories": purpose.categories,
        "fields": purpose.fields,
        "look_back_at_most": purpose.look_back_at_most,
        "collect_within": purpose.collect_within,
        "keep_for_at_most": purpose.keep_for_at_most,
        "keep_from": purpose.keep_from,
        "recipients": purpose.recipients,
        "retired_at": purpose.retired_at,
    })
}
