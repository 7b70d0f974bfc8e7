//! Requests over the API: what is taken, what is refused and with which words, and that another
//! client's request is nothing at all.

use crate::api_door::*;
use crate::support::{Kind, Stage, both, person};
use axum::body::Body;
use http::{Method, Request, header};
use serde_json::{Value, json};
use server::api::NOTICE;
use server::portal::tokens::Scope;

const ID: &str = "dwp-pip-leeds";
const REQUESTS: &str = "/api/v1/requests";
const NOBODY: &str = "01890000-0000-7000-8000-000000000000";

both!(a_sound_request_is_taken_and_says_nothing_about_the_person, |stage| async {
    person(stage, 0).await;
    let door = Door::open(stage, ID, &Scope::ALL).await;
    let known = door.post(REQUESTS, &submission("PIP-1")).await;
    let mut nobody = submission("PIP-2");
    nobody["claimant"]["nino"] = json!("CE654321D");
    let nobody = door.post(REQUESTS, &nobody).await;
    for (answer, reference) in [(&known, "PIP-1"), (&nobody, "PIP-2")] {
        let body = answer.json();
        assert_eq!(answer.status, 201, "{body}");
        assert_eq!(answer.header("content-type"), "application/json");
        assert_eq!(
            answer.header("location"),
            format!("{REQUESTS}/{}", body["id"].as_str().unwrap())
        );
        let standing = |category: &str| json!({ "category": category, "decision": "deny", "reason": "not-available", "valid_until": null, "receipt_id": null });
        let expected = json!({
            "id": body["id"], "reference": reference, "status": "open", "notice": NOTICE, "answer_complete": false,
            "kind": "routine", "purpose": "pip-first-decision", "purpose_version": 1,
            "submitted_at": "2026-11-02T09:00:00Z", "respond_by": "2026-12-14",
            "standing": [standing("conditions"), standing("mental-health")],
            "decision_version": null, "collections": []
        });
        assert_eq!(body, expected);
        assert_eq!(door.get(answer.header("location")).await.json(), expected);
    }
    door.post(REQUESTS, &submission("PIP-1")).await.problem(409, "reference-in-use");
    let mut older = submission("PIP-3");
    older["purpose_version"] = json!(2);
    door.post(REQUESTS, &older).await.problem(409, "purpose-changed");
});

both!(what_may_be_null_or_missing_may_be, |stage| async {
    let door = Door::open(stage, ID, &Scope::ALL).await;
    let mut body = submission("PIP-1");
    for name in ["purpose_version", "replaces", "follows", "question"] {
        body[name] = json!(null);
    }
    for name in ["nhs_number", "given_name", "postcode"] {
        body["claimant"][name] = json!(null);
    }
    assert_eq!(door.post(REQUESTS, &body).await.status, 201);
    let mut question = submission("PIP-2");
    question["kind"] = json!("ad-hoc");
    question["items"] = json!([]);
    question["question"] = json!("How far can the person walk on most days?");
    question["claimant"]
        .as_object_mut()
        .unwrap()
        .retain(|name, _| ["nino", "family_name", "birth_date"].contains(&name.as_str()));
    let answer = door.post(REQUESTS, &question).await;
    assert_eq!(answer.json()["kind"], "ad-hoc", "{}", answer.json());
    // A request that replaces one closes it.
    let first = answer.json()["id"].clone();
    let mut newer = question.clone();
    newer["reference"] = json!("PIP-3");
    newer["replaces"] = first.clone();
    assert_eq!(door.post(REQUESTS, &newer).await.status, 201);
    assert_eq!(
        door.get(&format!("{REQUESTS}/{}", first.as_str().unwrap())).await.json()["status"],
        "closed"
    );
});

both!(every_fault_is_told_at_once, |stage| async {
    let door = Door::open(stage, ID, &Scope::ALL).await;
    let body = json!({
        "reference": "",
        "kind": "urgent",
        "purpose": "pip-first-decision",
        "purpose_version": "1",
        "replaces": "1",
        "officer": { "reference": "x".repeat(65) },
        "explanation": "Too short",
        "claimant": {
            "nino": "BG123456A", "nhs_number": "9434765918", "given_name": "", "family_name": "L\u{0}",
            "birth_date": "1899-12-31", "postcode": "nowhere", "address": "?"
        },
        "items": [
            { "category": "conditions", "decision_points": ["period"], "reason": "To see which illnesses you have." },
            { "category": "end-of-life", "decision_points": [], "reason": "short", "from": "2010-01-01", "to": "2026-02-30" },
            { "category": "conditions", "decision_points": ["dl99", 7], "reason": "To see which illnesses you have.", "until": "2020-01-01" },
            "conditions"
        ],
        "recipients": ["DWP PIP decision makers", "The Sun"],
        "keep_for": "P30Y",
        "respond_by": "2026-11-29",
        "keep_fro": "P1D"
    });
    let expected = [
        "/claimant/address",
        "/claimant/birth_date",
        "/claimant/family_name",
        "/claimant/given_name",
        "/claimant/nhs_number",
        "/claimant/nino",
        "/claimant/postcode",
        "/explanation",
        "/items/1/category",
        "/items/1/decision_points",
        "/items/1/from",
        "/items/1/reason",
        "/items/1/to",
        "/items/2/category",
        "/items/2/decision_points/0",
        "/items/2/decision_points/1",
        "/items/2/until",
        "/items/3",
        "/keep_for",
        "/keep_fro",
        "/kind",
        "/officer/reference",
        "/officer/role",
        "/purpose_version",
        "/recipients/1",
        "/reference",
        "/replaces",
        "/respond_by",
    ];
    let found: Vec<String> = door
        .post(REQUESTS, &body)
        .await
        .pointers()
        .into_iter()
        .filter(|place| !place.starts_with("/items/3/"))
        .collect();
    assert_eq!(found, expected);
    // Under a purpose that the client cannot ask for, what is wrong under any purpose is told as well.
    let mut unknown = submission("PIP-1");
    unknown["purpose"] = json!("work-search");
    unknown["respond_by"] = json!("2027-11-02");
    unknown["items"][1]["category"] = json!("conditions");
    assert_eq!(
        door.post(REQUESTS, &unknown).await.pointers(),
        ["/items/1/category", "/purpose", "/respond_by"]
    );
    assert_eq!(door.post(REQUESTS, &json!([])).await.pointers()[0], "");
    assert_eq!(door.post(REQUESTS, &json!({})).await.pointers().len(), 10);
    assert_eq!(stage.number("SELECT COUNT(*) FROM request").await, 0);
});

#[tokio::test]
async fn each_limit_is_where_the_contract_has_it() {
    let stage = Stage::new(Kind::Sqlite).await.unwrap();
    let door = Door::open(&stage, ID, &Scope::ALL).await;
    let text = |length: usize| json!("é".repeat(length));
    let mut number = 0;
    for (place, good, bad) in [
        ("/reference", text(1), json!("")),
        ("/reference", text(64), text(65)),
        ("/officer/reference", text(64), text(65)),
        ("/officer/role", text(100), text(101)),
        ("/explanation", text(20), text(19)),
        ("/explanation", text(2000), text(2001)),
        ("/question", text(10), text(9)),
        ("/question", text(2000), text(2001)),
        ("/claimant/family_name", text(100), text(101)),
        ("/claimant/given_name", text(1), json!("")),
        ("/claimant/birth_date", json!("1900-01-01"), json!("1899-12-31")),
        ("/claimant/birth_date", json!("2026-11-02"), json!("2026-11-03")),
        ("/claimant/nino", json!("aa000000d"), json!("QQ123456C")),
        ("/claimant/nhs_number", json!("4010232137"), json!("4010232138")),
        ("/items/0/reason", text(10), text(9)),
        ("/items/0/reason", text(500), text(501)),
        ("/items/0/from", json!("2016-11-02"), json!("2016-11-01")),
        ("/items/0/to", json!("2026-11-02"), json!("2026-11-03")),
        ("/keep_for", json!("P1D"), json!("P0D")),
        ("/keep_for", json!("P24M"), json!("P25M")),
        ("/respond_by", json!("2026-11-30"), json!("2026-11-29")),
        ("/respond_by", json!("2027-05-01"), json!("2027-05-02")),
        ("/recipients", json!(["Capita"]), json!([])),
        ("/purpose_version", json!(1.0), json!(1.5)),
    ] {
        let with = |value: &Value, number: i32| {
            let mut body = submission(&format!("R-{number}"));
            // A member that is not in the sample.
            if body.pointer(place).is_none() {
                let (parent, name) = place.rsplit_once('/').unwrap();
                body.pointer_mut(parent).unwrap()[name] = json!(null);
            }
            *body.pointer_mut(place).unwrap() = value.clone();
            body
        };
        number += 1;
        let answer = door.post(REQUESTS, &with(&good, number)).await;
        assert_eq!(answer.status, 201, "{place} {good}: {}", answer.json());
        let found = door.post(REQUESTS, &with(&bad, number)).await.pointers();
        assert_eq!(found, [place], "{place} {bad}");
    }
}

both!(somebody_elses_request_is_nothing_at_all, |stage| async {
    let mine = Door::open(stage, ID, &Scope::ALL).await;
    let theirs = Door::open(stage, "dwp-uc-health", &Scope::ALL).await;
    let id =
        theirs.post(REQUESTS, &submission("PIP-1")).await.json()["id"].as_str().unwrap().to_owned();
    let upper = id.to_uppercase();
    let collection = json!({ "collection_id": NOBODY, "outcome": "erased", "statement": "Done." });
    let mut answers = Vec::new();
    for id in [
        id.as_str(),
        NOBODY,
        "x",
        "%2e%2e",
        "1%00".trim_end_matches("%00"),
        &upper,
        "é".escape_unicode().to_string().as_str(),
    ] {
        let id = id.replace(['\\', '{', '}'], "");
        let path = format!("{REQUESTS}/{id}");
        answers.push(mine.get(&path).await);
        answers.push(mine.get(&format!("{path}/release")).await);
        answers.push(mine.post(&format!("{path}/closure"), &json!({ "reason": "decided" })).await);
        answers.push(mine.post(&format!("{path}/erasure"), &collection).await);
        answers.push(
            mine.post(
                &format!("{path}/outcome"),
                &json!({ "collection_id": NOBODY, "outcome": "sufficient" }),
            )
            .await,
        );
    }
    answers.push(mine.get("/api/v1/nothing").await);
    let first = &answers[0];
    for answer in &answers {
        answer.problem(404, "not-found");
        assert_eq!((&answer.bytes, &answer.headers), (&first.bytes, &first.headers));
    }
    // A reference is each client's own; another's request can be neither replaced nor followed.
    let mut same = submission("PIP-1");
    same["replaces"] = json!(id);
    same["follows"] = json!(NOBODY);
    assert_eq!(mine.post(REQUESTS, &same).await.pointers(), ["/follows", "/replaces"]);
    assert_eq!(mine.post(REQUESTS, &submission("PIP-1")).await.status, 201);
    assert_eq!(theirs.get(&format!("{REQUESTS}/{id}")).await.json()["status"], "open");
});

both!(closing_is_final_and_repeating_it_changes_nothing, |stage| async {
    let door = Door::open(stage, ID, &Scope::ALL).await;
    let id =
        door.post(REQUESTS, &submission("PIP-1")).await.json()["id"].as_str().unwrap().to_owned();
    let path = format!("{REQUESTS}/{id}/closure");
    assert_eq!(door.post(&path, &json!({ "reason": "bored" })).await.pointers(), ["/reason"]);
    assert_eq!(
        door.post(&path, &json!({ "why": "decided" })).await.pointers(),
        ["/reason", "/why"]
    );
    let closed = door.post(&path, &json!({ "reason": "decided" })).await;
    assert_eq!(closed.json()["status"], "closed");
    assert_eq!(closed.json()["standing"][0]["reason"], "request-closed");
    stage.clock.advance(60);
    let again = door.post(&path, &json!({ "reason": "sent-in-error" })).await;
    assert_eq!((again.status.as_u16(), again.json()), (200, closed.json()));
    assert_eq!(stage.texts("SELECT close_reason FROM request").await, ["decided"]);
});

#[tokio::test]
async fn a_body_that_cannot_be_read_is_told_so_before_anything_else() {
    let stage = Stage::new(Kind::Sqlite).await.unwrap();
    let door = Door::open(&stage, ID, &Scope::ALL).await;
    let sound = submission("PIP-1").to_string();
    for (why, text) in [
        ("nothing", String::new()),
        ("half of it", sound[..100].to_owned()),
        ("something after it", format!("{sound} x")),
        ("a member twice", sound.replacen('{', "{\"reference\":\"a\",", 1)),
        ("a member twice, deep inside", sound.replacen("\"nino\"", "\"nino\":\"x\",\"nino\"", 1)),
        ("half a pair of surrogates", sound.replacen("PIP-1", "\\ud800", 1)),
        ("endless nesting", "[".repeat(60_000)),
        ("a number beyond numbers", "{\"a\": 1e999}".to_owned()),
    ] {
        let answer = door.post_text(REQUESTS, "application/json", text).await;
        assert!(answer.problem(400, "malformed")["detail"].is_string(), "{why}");
    }
    door.post_text(REQUESTS, "application/json", &b"\"\xff\""[..]).await.problem(400, "malformed");
    for kind in [
        "text/json",
        "application/json; charset=latin1",
        "application/jsonp",
        "",
        "application/fhir+json",
    ] {
        door.post_text(REQUESTS, kind, sound.clone()).await.problem(415, "unsupported-media-type");
    }
    let coded = Request::post(REQUESTS)
        .header(header::AUTHORIZATION, format!("Bearer {}", door.token))
        .header(header::CONTENT_TYPE, "application/json")
        .header(header::CONTENT_ENCODING, "gzip");
    send(&door.router, coded.body(Body::from(sound.clone())).unwrap())
        .await
        .problem(415, "unsupported-media-type");
    let padded = |length: usize| sound.clone() + &" ".repeat(length - sound.len());
    door.post_text(REQUESTS, "application/json", padded(65_537))
        .await
        .problem(413, "body-too-large");
    let answer =
        door.post_text(REQUESTS, "Application/JSON; charset=\"UTF-8\"", padded(65_536)).await;
    assert_eq!(answer.status, 201);
    // The same limits hold at the token endpoint.
    door.post_text(TOKEN, "application/json", "{}").await.problem(415, "unsupported-media-type");
    door.post_text(TOKEN, "application/x-www-form-urlencoded", "x".repeat(65_537))
        .await
        .problem(413, "body-too-large");
}

#[tokio::test]
async fn nul_is_taken_nowhere() {
    let stage = Stage::new(Kind::Sqlite).await.unwrap();
    let door = Door::open(&stage, ID, &Scope::ALL).await;
    let mut body = submission("PIP-1\0");
    body["items"][0]["decision_points"][0] = json!("\0");
    body["a\0"] = json!(1);
    assert_eq!(
        door.post(REQUESTS, &body).await.pointers(),
        ["/a\0", "/items/0/decision_points/0", "/reference"]
    );
    door.get("/api/v1/categories?x=%00").await.problem(400, "malformed");
    door.get(&format!("{REQUESTS}/%00")).await.problem(422, "invalid");
    door.post(
        "/api/v1/consent-checks",
        &json!({ "checks": [{ "request_id": "\0", "category": "conditions" }] }),
    )
    .await
    .pointers();
}

/// Every operation that needs a token: method, path, scope.
fn guarded() -> Vec<(Method, String, Scope)> {
    let request = format!("{REQUESTS}/{NOBODY}");
    vec![
        (Method::POST, REQUESTS.to_owned(), Scope::RequestsWrite),
        (Method::GET, request.clone(), Scope::RequestsRead),
        (Method::HEAD, request.clone(), Scope::RequestsRead),
        (Method::POST, format!("{request}/closure"), Scope::RequestsWrite),
        (Method::POST, "/api/v1/consent-checks".to_owned(), Scope::ConsentsCheck),
        (Method::GET, format!("{request}/release"), Scope::ReleasesRead),
        (Method::POST, format!("{request}/erasure"), Scope::RequestsWrite),
        (Method::POST, format!("{request}/outcome"), Scope::RequestsWrite),
    ]
}

both!(every_operation_needs_a_living_token_with_its_scope, |stage| async {
    for (number, (method, path, scope)) in guarded().into_iter().enumerate() {
        let others: Vec<Scope> = Scope::ALL.into_iter().filter(|other| *other != scope).collect();
        let without = Door::open(stage, &format!("without-{number}"), &others).await;
        let answer = without.call(method.clone(), &path).await;
        assert_eq!(answer.status, 403, "{method} {path}");
        if method != Method::HEAD {
            answer.problem(403, "insufficient-scope");
        }
        let with = Door::open(stage, &format!("with-{number}"), &[scope]).await;
        assert!(
            ![401, 403].contains(&with.call(method.clone(), &path).await.status.as_u16()),
            "{method} {path}"
        );
        let token = with.token.clone();
        for (why, value) in [
            ("no token", String::new()),
            ("a token of nobody", "Bearer AAAA".to_owned()),
            ("no scheme", token.clone()),
            ("another scheme", format!("Basic {token}")),
            ("a bit more", format!("Bearer {token}A")),
            ("another case", format!("Bearer {}", token.to_lowercase())),
        ] {
            let mut request = Request::builder().method(method.clone()).uri(&path);
            if !value.is_empty() {
                request = request.header(header::AUTHORIZATION, value);
            }
            let answer = send(&stage.router, request.body(Body::empty()).unwrap()).await;
            assert_eq!(answer.status, 401, "{why}: {method} {path}");
            assert!(answer.header("www-authenticate").starts_with("Bearer"), "{why}");
            if method != Method::HEAD {
                answer.problem(401, "unauthorized");
            }
        }
        let twice = Request::builder()
            .method(method.clone())
            .uri(&path)
            .header(header::AUTHORIZATION, format!("Bearer {token}"))
            .header(header::AUTHORIZATION, format!("Bearer {token}"));
        assert_eq!(send(&stage.router, twice.body(Body::empty()).unwrap()).await.status, 401);
    }
});

#[tokio::test]
async fn every_path_says_which_methods_it_takes() {
    let stage = Stage::new(Kind::Sqlite).await.unwrap();
    let request = format!("{REQUESTS}/{NOBODY}");
    let read = "GET, HEAD";
    for (path, taken) in [
        (TOKEN, "POST"),
        ("/.well-known/oauth-authorization-server", read),
        ("/api/v1/categories", read),
        ("/api/v1/purposes", read),
        (REQUESTS, "POST"),
        (request.as_str(), read),
        (&format!("{request}/closure"), "POST"),
        ("/api/v1/consent-checks", "POST"),
        (&format!("{request}/release"), "GET"),
        (&format!("{request}/erasure"), "POST"),
        (&format!("{request}/outcome"), "POST"),
        ("/healthz", read),
        ("/readyz", read),
    ] {
        for method in ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"] {
            if taken.split(", ").any(|one| one == method) {
                continue;
            }
            let sent = Request::builder().method(method).uri(path).body(Body::empty()).unwrap();
            let answer = send(&stage.router, sent).await;
            assert_eq!(answer.status, 405, "{method} {path}");
            assert_eq!(answer.header("allow"), taken, "{method} {path}");
            if method != "HEAD" {
                answer.problem(405, "method-not-allowed");
            }
        }
    }
    for path in [
        "/api",
        "/api/",
        "/api/v1",
        "/api/v1/requests/",
        "/api/v1/openapi.json",
        "/api/v1/events",
        "/api/v2/requests",
        "/oauth2/x",
    ] {
        let sent = Request::get(path).body(Body::empty()).unwrap();
        send(&stage.router, sent).await.problem(404, "not-found");
    }
}

#[tokio::test]
async fn what_is_public_needs_no_token_and_holds_nothing_restricted() {
    let stage = Stage::new(Kind::Sqlite).await.unwrap();
    let read = async |path: &str| {
        let answer = send(&stage.router, Request::get(path).body(Body::empty()).unwrap()).await;
        assert_eq!(answer.status, 200, "{path}");
        assert_eq!(answer.header("content-type"), "application/json");
        answer.json()
    };
    let categories = read("/api/v1/categories").await;
    let categories = categories["categories"].as_array().unwrap();
    assert_eq!(categories[0]["id"], "who-i-am");
    for category in categories {
        assert!(category["title"]["cy"].is_string() && category["description"]["en"].is_string());
        let restricted = [
            "end-of-life",
            "gender-recognition",
            "fertility-treatment",
            "immigration-and-nationality",
        ];
        assert!(!restricted.contains(&category["id"].as_str().unwrap()));
    }
    assert!(
        categories
            .iter()
            .any(|category| category["id"] == "mental-health" && category["sensitive"] == true)
    );
    let purposes = read("/api/v1/purposes").await;
    let purposes = purposes["purposes"].as_array().unwrap();
    assert_eq!(purposes.len(), 6);
    let contract = [
        "id",
        "version",
        "title",
        "nations",
        "if_refused",
        "decision_points",
        "categories",
        "look_back_at_most",
        "collect_within",
        "keep_for_at_most",
        "keep_from",
        "recipients",
        "retired_at",
    ];
    for purpose in purposes {
        assert!(contract.iter().all(|name| purpose.get(name).is_some()));
    }
    assert_eq!(read("/healthz").await["status"], "alive");
    assert_eq!(read("/readyz").await["status"], "ready");
    stage.portal.db().close().await;
    let sent = Request::get("/readyz").body(Body::empty()).unwrap();
    send(&stage.router, sent).await.problem(503, "unavailable");
    let sent = Request::get("/api/v1/purposes").body(Body::empty()).unwrap();
    let fault = send(&stage.router, sent).await.problem(500, "internal-error");
    assert_eq!(fault.as_object().unwrap().len(), 4, "{fault}");
}

both!(submissions_come_twenty_a_second_in_bursts_of_500, |stage| async {
    let door = Door::open(stage, ID, &Scope::ALL).await;
    let other = Door::open(stage, "dwp-uc-health", &Scope::ALL).await;
    for _ in 0..500 {
        assert_eq!(door.post(REQUESTS, &json!([])).await.status, 422);
    }
    let answer = door.post(REQUESTS, &json!([])).await;
    answer.problem(429, "too-many-requests");
    assert_eq!(answer.header("retry-after"), "1");
    assert_eq!(other.post(REQUESTS, &json!([])).await.status, 422);
    stage.clock.advance(1);
    for _ in 0..20 {
        assert_eq!(door.post(REQUESTS, &json!([])).await.status, 422);
    }
    assert_eq!(door.post(REQUESTS, &json!([])).await.status, 429);
});
