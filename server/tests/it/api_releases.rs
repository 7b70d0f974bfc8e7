//! Checks, collections and what is said about them, over the API.

use crate::api_door::*;
use crate::story::{Conditions, MentalHealth, Story, TestResults};
use crate::support::both;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use consent::digest::Digest;
use http::Method;
use serde_json::{Value, json};
use server::api::NOTICE;
use server::portal::tokens::Scope;

const CHECKS: &str = "/api/v1/consent-checks";

fn row(id: &str, category: &str) -> Value {
    json!({ "request_id": id, "category": category })
}

both!(a_check_answers_in_the_order_asked_and_no_bad_row_fails_it, |stage| async {
    let story = Story::begin(stage).await;
    let door = Door::of(&stage.router, &stage.portal, story.client.as_str()).await;
    let stranger = Door::open(stage, "dwp-uc-health", &Scope::ALL).await;
    let (_, receipt) = story.decide(&[Conditions, TestResults]).await;
    let id = story.id.to_string();
    let asked = json!({ "checks": [
        row(&id, "mental-health"), row(&id, "conditions"), row("x", "conditions"), row(&id, "genetics"), row(&id, "no-such"), row(&id, "test-results"),
    ] });
    let answer = door.post(CHECKS, &asked).await.json();
    assert_eq!(answer["checked_at"], "2026-11-02T09:00:00Z");
    assert_eq!(answer["notice"], NOTICE);
    let found: Vec<(&str, &str, &str)> = answer["results"]
        .as_array()
        .unwrap()
        .iter()
        .map(|result| {
            let text = |name: &str| result[name].as_str().unwrap();
            (text("category"), text("decision"), text("reason"))
        })
        .collect();
    let no = "not-available";
    assert_eq!(
        found,
        [
            ("mental-health", "deny", no),
            ("conditions", "permit", "available"),
            ("conditions", "deny", "unknown-request"),
            ("genetics", "deny", "not-asked"),
            ("no-such", "deny", "not-asked"),
            ("test-results", "deny", no),
        ]
    );
    assert_eq!(answer["results"][1]["receipt_id"], receipt.to_string());
    assert!(answer["results"][1]["valid_until"].is_string());
    assert!(
        answer["results"][0]["valid_until"].is_null()
            && answer["results"][0]["receipt_id"].is_null()
    );
    assert_eq!(answer["results"][2]["request_id"], "x");
    // Somebody else's request is unknown, like one that does not exist.
    let theirs = stranger.post(CHECKS, &json!({ "checks": [row(&id, "conditions")] })).await.json();
    assert_eq!(theirs["results"][0]["reason"], "unknown-request");
    assert_eq!(story.count("checked").await, 3);
    story.withdraw(&[]).await;
    let answer = door.post(CHECKS, &json!({ "checks": [row(&id, "conditions")] })).await.json();
    assert_eq!(answer["results"][0]["reason"], no);
});

both!(a_check_has_one_to_a_thousand_rows_and_no_pair_twice, |stage| async {
    let door = Door::open(stage, "dwp-pip-leeds", &Scope::ALL).await;
    let rows = |count: usize| json!({ "checks": (0..count).map(|number| row(&number.to_string(), "a")).collect::<Vec<_>>() });
    assert_eq!(
        door.post(CHECKS, &rows(1000)).await.json()["results"].as_array().unwrap().len(),
        1000
    );
    assert_eq!(door.post(CHECKS, &rows(1001)).await.pointers(), ["/checks"]);
    assert_eq!(door.post(CHECKS, &rows(0)).await.pointers(), ["/checks"]);
    let twice = json!({ "checks": [row("a", "b"), row("a", "c"), row("a", "b"), { "request_id": 1 }, { "category": "x", "more": 1 }] });
    assert_eq!(
        door.post(CHECKS, &twice).await.pointers(),
        [
            "/checks/2",
            "/checks/3/category",
            "/checks/3/request_id",
            "/checks/4/more",
            "/checks/4/request_id"
        ]
    );
});

both!(a_release_comes_with_what_proves_it, |stage| async {
    let story = Story::begin(stage).await;
    let door = Door::of(&stage.router, &stage.portal, story.client.as_str()).await;
    let path = format!("/api/v1/requests/{}/release", story.id);
    let refused = door.get(&path).await;
    let refused = refused.problem(403, "no-consent");
    assert_eq!(refused["notice"], NOTICE);
    assert_eq!(refused["standing"].as_array().unwrap().len(), 4);
    assert!(
        refused["standing"]
            .as_array()
            .unwrap()
            .iter()
            .all(|row| row["decision"] == "deny" && row["reason"] == "not-available")
    );
    let (shown, receipt) = story.decide(&[Conditions]).await;
    let answer = door.get(&path).await;
    assert_eq!(answer.status, 200);
    assert_eq!(answer.bytes, shown.package.bytes());
    let digest = STANDARD.encode(Digest::of(&answer.bytes).as_bytes());
    assert_eq!(answer.header("content-digest"), format!("sha-256=:{digest}:"));
    assert_eq!(answer.header("content-type"), "application/fhir+json");
    assert_eq!(answer.header("content-length"), answer.bytes.len().to_string());
    assert_eq!(answer.header("cache-control"), "no-store");
    assert_eq!(answer.header("sayso-receipt"), receipt.to_string());
    assert_eq!(answer.header("sayso-decision-version"), "1");
    assert!(
        !answer.headers.contains_key("content-encoding") && !answer.headers.contains_key("etag")
    );
    // A HEAD is no collection, and is none.
    let head = door.call(Method::HEAD, &path).await;
    assert_eq!((head.status.as_u16(), head.header("allow")), (405, "GET"));
    let seen = door.get(&format!("/api/v1/requests/{}", story.id)).await.json();
    let collections = seen["collections"].as_array().unwrap();
    assert_eq!(collections.len(), 1);
    assert_eq!(collections[0]["id"], answer.header("sayso-collection"));
    assert_eq!(collections[0]["digest"], shown.package.digest().to_string());
    assert_eq!(collections[0]["size"], answer.bytes.len());
    assert!(collections[0]["erasure"].is_null() && collections[0]["outcome"].is_null());
    assert_eq!(seen["decision_version"], 1);
});

both!(an_erasure_is_answered_where_it_is_asked_for, |stage| async {
    let story = Story::begin(stage).await;
    let door = Door::of(&stage.router, &stage.portal, story.client.as_str()).await;
    let request = format!("/api/v1/requests/{}", story.id);
    let path = format!("{request}/erasure");
    story.decide(&[Conditions, MentalHealth]).await;
    let collection =
        door.get(&format!("{request}/release")).await.header("sayso-collection").to_owned();
    let body = |id: &str| json!({ "collection_id": id, "outcome": "erased", "statement": "Erased from both systems." });
    door.post(&path, &body(&collection)).await.problem(409, "nothing-to-erase");
    door.post(&path, &body("x")).await.problem(409, "nothing-to-erase");
    let wrong = json!({ "collection_id": 1, "outcome": "lost", "statement": "" });
    assert_eq!(
        door.post(&path, &wrong).await.pointers(),
        ["/collection_id", "/outcome", "/statement"]
    );
    story.withdraw(&[]).await;
    door.get(&format!("{request}/release")).await.problem(403, "no-consent");
    assert_eq!(door.get(&request).await.json()["collections"][0]["erasure"]["state"], "asked");
    let answer = door.post(&path, &body(&collection)).await;
    assert_eq!(answer.status, 200, "{}", answer.json());
    let erasure = &answer.json()["collections"][0]["erasure"];
    assert_eq!(
        (&erasure["state"], &erasure["statement"]),
        (&json!("erased"), &json!("Erased from both systems."))
    );
});

both!(an_outcome_names_decision_points_and_never_categories, |stage| async {
    let story = Story::begin(stage).await;
    let door = Door::of(&stage.router, &stage.portal, story.client.as_str()).await;
    let request = format!("/api/v1/requests/{}", story.id);
    let path = format!("{request}/outcome");
    story.decide(&[Conditions]).await;
    let collection =
        door.get(&format!("{request}/release")).await.header("sayso-collection").to_owned();
    let insufficient = |because: Value| json!({ "collection_id": collection, "outcome": "insufficient", "because": because });
    assert_eq!(door.post(&path, &insufficient(json!([]))).await.pointers(), ["/because"]);
    assert_eq!(
        door.post(&path, &json!({ "collection_id": collection, "outcome": "insufficient" }))
            .await
            .pointers(),
        ["/because"]
    );
    let wrong = json!([{ "decision_point": "dl1", "code": "bad" }, { "category": "conditions", "code": "missing" }, { "decision_point": "dl1", "code": "unclear" }]);
    assert_eq!(
        door.post(&path, &insufficient(wrong)).await.pointers(),
        ["/because/0/code", "/because/1/category", "/because/1/decision_point"]
    );
    let unknown = json!([{ "decision_point": "conditions", "code": "missing" }]);
    assert_eq!(
        door.post(&path, &insufficient(unknown)).await.pointers(),
        ["/because/0/decision_point"]
    );
    let with_reason = json!({ "collection_id": collection, "outcome": "sufficient", "because": [{ "decision_point": "dl1", "code": "missing" }] });
    assert_eq!(door.post(&path, &with_reason).await.pointers(), ["/because"]);
    let none = json!({ "collection_id": story.id, "outcome": "sufficient" });
    door.post(&path, &none).await.problem(409, "not-collected");
    let answer = door
        .post(&path, &insufficient(json!([{ "decision_point": "dl1", "code": "missing" }])))
        .await;
    assert_eq!(answer.json()["collections"][0]["outcome"], "insufficient", "{}", answer.json());
    let answer =
        door.post(&path, &json!({ "collection_id": collection, "outcome": "sufficient" })).await;
    assert_eq!(answer.json()["collections"][0]["outcome"], "sufficient");
});
