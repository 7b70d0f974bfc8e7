//! A client's requests: submit, read, close, and answer about what was collected.

mod new;

use super::body;
use super::checks::standing_json;
use super::limits::Counted;
use super::shape::{Faults, one_per_place};
use super::{Api, NOTICE, Problem, answer, auth, request_id};
use crate::portal::collections::{Because, CollectionSeen, Erasure, Outcome};
use crate::portal::requests::{CloseReason, RequestSeen};
use crate::portal::tokens::Scope;
use crate::portal::{Error, Refusal};
use axum::extract::{Request, State};
use axum::response::Response;
use consent::ids::CollectionId;
use consent::request::Fault;
use consent::time::day;
use http::{HeaderValue, StatusCode, header};
use serde_json::{Value, json};

/// Takes a request in.
pub(super) async fn submit(State(api): State<Api>, request: Request) -> Result<Response, Problem> {
    let client = auth::caller(&api, request.headers(), Scope::RequestsWrite).await?;
    api.limits.count(&client, Counted::Submissions, api.portal.now())?;
    let body = body::json(request).await?;
    if !body.is_object() {
        // What its members should be is no matter then.
        return Err(Problem::invalid(&[Fault::at("", "must be an object")]));
    }
    let read = new::read(&body, api.portal.now().date_in_london());
    let (purpose, asked) = (read.purpose, read.asked);
    // The portal stops at the first rule that it needs for the next: here everything is told at once.
    let found = match read.submission {
        Ok(submission) => match api.portal.submit_request(&client, submission).await {
            Ok(seen) => {
                let mut response = answer(StatusCode::CREATED, &shown(&seen))?;
                let place = HeaderValue::from_str(&format!("/api/v1/requests/{}", seen.id));
                if let Ok(place) = place {
                    response.headers_mut().insert(header::LOCATION, place);
                }
                return Ok(response);
            }
            Err(Error::Refused(Refusal::Invalid(faults))) => faults,
            Err(other) => return Err(other.into()),
        },
        Err(faults) => faults,
    };
    let mut faults = found;
    faults.extend(api.portal.faults_in(&client, purpose.as_deref(), &asked).await?);
    Err(Problem::invalid(&one_per_place(faults)))
}

/// One request and its standings, now.
pub(super) async fn read(State(api): State<Api>, request: Request) -> Result<Response, Problem> {
    let client = auth::caller(&api, request.headers(), Scope::RequestsRead).await?;
    let id = request_id(request.uri())?;
    let seen = api.portal.request_of_client(&client, id).await?;
    answer(StatusCode::OK, &shown(&seen))
}

/// Closes a request.
pub(super) async fn close(State(api): State<Api>, request: Request) -> Result<Response, Problem> {
    let client = auth::caller(&api, request.headers(), Scope::RequestsWrite).await?;
    let id = request_id(request.uri())?;
    let body = body::json(request).await?;
    let known = [CloseReason::Decided, CloseReason::NoLongerNeeded, CloseReason::SentInError];
    let faults = Faults::default();
    let reason = (|| {
        let members = faults.look_at(&body).object(&["reason"])?;
        members.required("reason")?.one_of(&known.map(|reason| (reason.as_str(), reason)))
    })();
    let reason = sound(reason, faults)?;
    let seen = api.portal.close_request(&client, id, reason).await?;
    answer(StatusCode::OK, &shown(&seen))
}

/// What became of a collection, after a withdrawal.
pub(super) async fn answer_erasure(
    State(api): State<Api>,
    request: Request,
) -> Result<Response, Problem> {
    let client = auth::caller(&api, request.headers(), Scope::RequestsWrite).await?;
    let id = request_id(request.uri())?;
    let body = body::json(request).await?;
    let faults = Faults::default();
    let read = (|| {
        let members = faults.look_at(&body).object(&["collection_id", "outcome", "statement"])?;
        let collection =
            members.required("collection_id").and_then(|node| Some(node.text()?.to_owned()));
        let outcome = members
            .required("outcome")
            .and_then(|node| node.one_of(&[("erased", Erasure::Erased), ("kept", Erasure::Kept)]));
        let statement = members.required("statement").and_then(|node| node.text_of(1..=1000));
        Some((collection?, outcome?, statement?))
    })();
    let (collection, outcome, statement) = sound(read, faults)?;
    // A request that is not the client's stays not found, whatever the collection is.
    api.portal.is_of_client(&client, id).await?;
    let collection = collection_id(&collection, Refusal::NothingToErase)?;
    let seen = api.portal.answer_erasure(&client, id, collection, outcome, &statement).await?;
    answer(StatusCode::OK, &shown(&seen))
}

/// Was it enough to decide on?
pub(super) async fn report_outcome(
    State(api): State<Api>,
    request: Request,
) -> Result<Response, Problem> {
    let client = auth::caller(&api, request.headers(), Scope::RequestsWrite).await?;
    let id = request_id(request.uri())?;
    let body = body::json(request).await?;
    let faults = Faults::default();
    let read = read_outcome(&body, &faults);
    let (collection, outcome) = sound(read, faults)?;
    api.portal.is_of_client(&client, id).await?;
    let collection = collection_id(&collection, Refusal::NotCollected)?;
    let seen = api.portal.report_outcome(&client, id, collection, outcome).await?;
    answer(StatusCode::OK, &shown(&seen))
}

fn read_outcome(body: &Value, faults: &Faults) -> Option<(String, Outcome)> {
    let members = faults.look_at(body).object(&["collection_id", "outcome", "because"])?;
    let collection =
        members.required("collection_id").and_then(|node| Some(node.text()?.to_owned()));
    let sufficient = members
        .required("outcome")
        .and_then(|node| node.one_of(&[("sufficient", true), ("insufficient", false)]));
    let mut because = Vec::new();
    let given = members.optional("because").map(|node| node.list(0..=1000).unwrap_or_default());
    for reason in given.iter().flatten() {
        let Some(members) = reason.object(&["decision_point", "code"]) else { continue };
        let point =
            members.required("decision_point").and_then(|node| Some(node.text()?.to_owned()));
        let codes = ["missing", "out-of-date", "unclear", "not-about-effect"];
        let code =
            members.required("code").and_then(|node| node.one_of(&codes.map(|code| (code, code))));
        if let Some((decision_point, code)) = point.zip(code) {
            because.push(Because { decision_point, code: code.to_owned() });
        }
    }
    match (sufficient?, given.is_some_and(|given| !given.is_empty())) {
        (true, false) => Some((collection?, Outcome::Sufficient)),
        (false, true) => Some((collection?, Outcome::Insufficient(because))),
        (true, true) => {
            members.wrong("because", "must be left out when it was sufficient");
            None
        }
        (false, false) => {
            members.wrong("because", "must say why it was not sufficient");
            None
        }
    }
}

fn sound<T>(read: Option<T>, faults: Faults) -> Result<T, Problem> {
    let faults = faults.into_list();
    read.filter(|_| faults.is_empty()).ok_or_else(|| Problem::invalid(&faults))
}

fn collection_id(text: &str, otherwise: Refusal) -> Result<CollectionId, Problem> {
    let id = text.parse::<CollectionId>().ok().filter(|id| id.to_string() == text);
    id.ok_or_else(|| Error::Refused(otherwise).into())
}

/// A request as its client sees it.
fn shown(seen: &RequestSeen) -> Value {
    json!({
        "id": seen.id,
        "reference": seen.reference,
        "status": if seen.open { "open" } else { "closed" },
        "notice": NOTICE,
        "answer_complete": seen.answer_complete,
        "kind": if seen.ad_hoc { "ad-hoc" } else { "routine" },
        "purpose": seen.purpose,
        "purpose_version": seen.purpose_version,
        "submitted_at": seen.submitted_at,
        "respond_by": day(seen.respond_by),
        "standing": seen.standing.iter().map(standing_json).collect::<Vec<_>>(),
        "decision_version": seen.decision_version,
        "collections": seen.collections.iter().map(collection).collect::<Vec<_>>(),
    })
}

fn collection(seen: &CollectionSeen) -> Value {
    let erasure = seen.erasure.as_ref().map(|erasure| {
        json!({ "state": erasure.state, "statement": erasure.statement, "at": erasure.at })
    });
    json!({
        "id": seen.id,
        "at": seen.at,
        "decision_version": seen.decision_version,
        "digest": seen.digest,
        "size": seen.size,
        "erasure": erasure,
        "outcome": seen.outcome,
    })
}
