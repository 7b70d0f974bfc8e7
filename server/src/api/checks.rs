//! Consent checks: is each of these categories permitted right now? A bad row never fails the others.

use super::limits::Counted;
use super::shape::Faults;
use super::{Api, NOTICE, Problem, answer, auth, body};
use crate::portal::standings::StandingSeen;
use crate::portal::tokens::Scope;
use axum::extract::{Request, State};
use axum::response::Response;
use http::StatusCode;
use serde_json::{Value, json};
use std::collections::BTreeSet;

/// At most so many checks in one call.
const MOST: usize = 1000;
/// So many bytes hold as many of them, with the longest names and written with room between.
const LARGEST: usize = 256 * 1024;

/// Answers in the order asked.
pub(super) async fn check(State(api): State<Api>, request: Request) -> Result<Response, Problem> {
    let client = auth::caller(&api, request.headers(), Scope::ConsentsCheck).await?;
    api.limits.count(&client, Counted::Checks, api.portal.now())?;
    let pairs = read(&body::json_of(request, LARGEST).await?)?;
    let (at, results) = api.portal.check(&client, &pairs).await?;
    let results: Vec<Value> = results
        .iter()
        .map(|result| {
            let mut row = standing_json(&result.standing);
            if let Some(members) = row.as_object_mut() {
                members.insert("request_id".to_owned(), result.request_id.as_str().into());
            }
            row
        })
        .collect();
    let body = json!({ "checked_at": at, "notice": NOTICE, "results": results });
    answer(StatusCode::OK, &body)
}

fn read(body: &Value) -> Result<Vec<(String, String)>, Problem> {
    let faults = Faults::default();
    let rows = (|| faults.look_at(body).object(&["checks"])?.required("checks")?.list(1..=MOST))();
    let mut seen = BTreeSet::new();
    let mut pairs = Vec::new();
    for row in rows.unwrap_or_default() {
        let Some(members) = row.object(&["request_id", "category"]) else { continue };
        let text = |name| Some(members.required(name)?.text()?.to_owned());
        let (id, category) = (text("request_id"), text("category"));
        let Some(pair) = id.zip(category) else { continue };
        if seen.insert(pair.clone()) {
            pairs.push(pair);
        } else {
            row.wrong::<()>("must not ask the same as an earlier entry");
        }
    }
    let faults = faults.into_list();
    if faults.is_empty() { Ok(pairs) } else { Err(Problem::invalid(&faults)) }
}

/// One standing, in the shape that is the same for every answer.
pub(super) fn standing_json(standing: &StandingSeen) -> Value {
    json!({
        "category": standing.category,
        "decision": if standing.is_available() { "permit" } else { "deny" },
        "reason": standing.told,
        "valid_until": standing.valid_until,
        "receipt_id": standing.receipt,
    })
}
