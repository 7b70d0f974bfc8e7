//! The canary: asked for over HTTP while serving, given nothing; and when it is given anything, nothing is released.

use crate::story::*;
use crate::support::{Kind, Stage, both};
use axum::Router;
use axum::body::Body;
use axum::middleware::{self, Next};
use axum::response::Response;
use consent::decision::{Answer, Said};
use consent::ids::{PersonId, RequestId};
use http::{Request, StatusCode};
use server::canary::{Asking, Unheard};
use server::portal::canary::State;
use server::portal::{Actor, Portal, vault};
use server::serving::{self, Patience};
use server::store::canary::{CLIENT, CanaryRow, newest};
use server::store::requests;
use std::net::SocketAddr;
use tokio::net::TcpListener;
use tokio::sync::oneshot;
use tower::ServiceExt;

/// The portal at an address of its own, until this value goes.
struct Served {
    address: SocketAddr,
    _end: oneshot::Sender<()>,
}

async fn served(router: Router) -> Served {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    let (end, ended) = oneshot::channel::<()>();
    tokio::spawn(async move {
        let end = async { drop(ended.await) };
        serving::serve(listener, router, Patience::default(), end).await;
    });
    Served { address, _end: end }
}

async fn asking(stage: &Stage) -> (Served, Asking) {
    let served = served(stage.router.clone()).await;
    let asking = Asking::new(stage.portal.clone(), served.address).unwrap();
    (served, asking)
}

async fn state(portal: &Portal) -> State {
    portal.canary().await.unwrap().state
}

async fn canary(stage: &Stage) -> CanaryRow {
    newest(&mut stage.portal.db().read().await.unwrap()).await.unwrap().unwrap()
}

/// `GET /readyz`: the status and the body.
async fn ready(router: &Router) -> (StatusCode, serde_json::Value) {
    let request = Request::get("/readyz").body(Body::empty()).unwrap();
    let answer = router.clone().oneshot(request).await.unwrap();
    let status = answer.status();
    let body = axum::body::to_bytes(answer.into_body(), 1 << 16).await.unwrap();
    (status, serde_json::from_slice(&body).unwrap())
}

/// What the canary refused stands as if it had been shared: as an engine that is wrong would have it.
async fn plant(stage: &Stage) {
    let row = canary(stage).await;
    let (person, id) = (PersonId(row.person_id), RequestId(row.request_id));
    let mut tx = stage.portal.db().read().await.unwrap();
    let key = vault::person_key(&stage.portal, &mut tx, person).await.unwrap();
    let said = requests::said(&mut tx, id).await.unwrap().pop().unwrap();
    drop(tx);
    let context = format!("said:{id}:{}", said.seq);
    let mut decided: Said = vault::open(&key, &context, &said.sealed).unwrap();
    let Said::Decided(decision) = &mut decided else { panic!("it was decided") };
    for answer in decision.decision.answers.values_mut() {
        *answer = Answer::Share;
    }
    decision.present = decision.decision.answers.keys().copied().collect();
    let sealed = vault::seal(&stage.portal, &key, &context, &decided).unwrap();
    let table = if stage.kind == Kind::Postgres { " ON said" } else { "" };
    stage.execute(&format!("DROP TRIGGER said_stays{table}")).await.unwrap();
    let hex: String = sealed.iter().map(|byte| format!("{byte:02x}")).collect();
    let (bytes, id) = match stage.kind {
        Kind::Sqlite => (format!("x'{hex}'"), format!("x'{}'", id.0.simple())),
        Kind::Postgres => (format!("'\\x{hex}'::bytea"), format!("'{id}'::uuid")),
    };
    let sql = format!("UPDATE said SET sealed = {bytes} WHERE request_id = {id}");
    assert_eq!(stage.execute(&sql).await.unwrap(), 1);
}

both!(the_canary_is_asked_for_over_http_and_given_nothing, |stage| async {
    let (_served, mut asking) = asking(stage).await;
    assert_eq!(state(&stage.portal).await, State::Unknown);
    asking.round().await.unwrap();
    assert_eq!(state(&stage.portal).await, State::Well);
    let (status, body) = ready(&stage.router).await;
    assert_eq!((status, body["canary"].as_str()), (StatusCode::OK, Some("well")));
    // It has been asked for, and it refused by the same use cases as anybody.
    let kinds = stage.kinds().await;
    for kind in ["person-added", "record-imported", "request-submitted", "decided"] {
        assert!(kinds.iter().any(|found| found == kind), "{kind}");
    }
    // Asking again and again does not swell the log.
    let leaves = stage.number("SELECT COUNT(*) FROM leaf").await;
    for _ in 0..5 {
        asking.round().await.unwrap();
    }
    assert_eq!(stage.number("SELECT COUNT(*) FROM leaf").await, leaves);
    assert_eq!(stage.number("SELECT times FROM canary_look").await, 6);
    stage.clock.advance(25 * 3600);
    asking.round().await.unwrap();
    assert_eq!(stage.kinds().await.last().unwrap(), "canary-watched");
    assert_eq!(stage.number("SELECT times FROM canary_look").await, 1);
});

both!(the_canary_is_nobody_to_everybody_else, |stage| async {
    let (_served, mut asking) = asking(stage).await;
    asking.round().await.unwrap();
    let portal = &stage.portal;
    assert!(portal.people(&Actor::Operator).await.unwrap().is_empty());
    assert!(portal.clients().await.unwrap().is_empty());
    assert!(portal.unmatched_requests().await.unwrap().is_empty());
    // A requester who knows all of its numbers does not find it.
    let who = PersonId(canary(stage).await.person_id);
    let identity = portal.identity_of(&Actor::Operator, who).await.unwrap();
    let client = client(portal, "dwp-pip-leeds").await;
    submit(portal, &client, submission(portal, "PIP-9", identity, &ASKED)).await;
    let matched =
        "SELECT COUNT(*) FROM request WHERE person_id IS NOT NULL AND client_id <> 'sayso-canary'";
    assert_eq!(stage.number(matched).await, 0);
    assert_eq!(portal.unmatched_requests().await.unwrap().len(), 1);
    // And nobody can be its client.
    let new = server::portal::clients::NewClient {
        id: consent::ids::ClientId::parse(CLIENT).unwrap(),
        organisation: "Somebody".to_owned(),
        team: "Else".to_owned(),
        jwks: "{}".to_owned(),
        scopes: server::portal::tokens::Scope::ALL.to_vec(),
        purposes: consent::request::Registration::AllPurposes,
    };
    assert!(portal.add_client(&Actor::Operator, new).await.is_err());
});

both!(a_permit_for_the_canary_stops_every_release_until_somebody_has_looked, |stage| async {
    let story = Story::begin(stage).await;
    let (shown, _) = story.decide(&[Conditions, Medicines]).await;
    let (_served, mut asking) = asking(stage).await;
    asking.round().await.unwrap();
    assert_eq!(story.collect().await.unwrap().into_body(), shown.package.bytes());
    plant(stage).await;
    asking.round().await.unwrap();
    assert_eq!(state(&stage.portal).await, State::Tripped);
    assert_eq!(story.count("canary-tripped").await, 1);
    // In every process, also in one that begins only now.
    let other = stage.again().await;
    for portal in [&stage.portal, &other] {
        let (status, body) = ready(&server::cli::router(portal)).await;
        assert_eq!(status, StatusCode::SERVICE_UNAVAILABLE);
        assert_eq!(body["not_ready"], serde_json::json!(["canary"]));
        let refused = portal.collect(&story.client, story.id).await.unwrap_err();
        assert!(matches!(refused.refusal(), Some(server::portal::Refusal::NoConsent(_))));
        let pairs = [(story.id.to_string(), "conditions".to_owned())];
        let (_, results) = portal.check(&story.client, &pairs).await.unwrap();
        assert!(!results[0].standing.is_available());
        let seen = portal.request_of_client(&story.client, story.id).await.unwrap();
        assert!(seen.standing.iter().all(|seen| !seen.is_available()));
        assert_eq!(seen.decision_version, None);
    }
    // The claimant's own pages stay as they are.
    assert_eq!(story.reason(Conditions).await, consent::standing::Reason::Granted);
    assert!(stage.portal.clear_canary(&Actor::Operator, "  ").await.is_err());
    stage.portal.clear_canary(&Actor::Operator, "A row was edited by hand").await.unwrap();
    assert_eq!(story.collect().await.unwrap().into_body(), shown.package.bytes());
    assert_eq!(ready(&stage.router).await.0, StatusCode::OK);
    assert!(stage.portal.clear_canary(&Actor::Operator, "Again").await.is_err());
    // What is wrong is wrong still: the next time tells.
    asking.round().await.unwrap();
    assert_eq!(state(&stage.portal).await, State::Tripped);
    story.log_is_whole().await;
});

/// The portal with another answer for one path.
fn with(router: Router, path: String, change: fn(Response) -> Response) -> Router {
    router.layer(middleware::from_fn(move |request: axum::extract::Request, next: Next| {
        let path = path.clone();
        async move {
            let meant = request.uri().path() == path;
            let answer = next.run(request).await;
            if meant { change(answer) } else { answer }
        }
    }))
}

both!(bytes_or_another_answer_than_a_strangers_trip_it_too, |stage| async {
    let (_served, mut asking) = asking(stage).await;
    asking.round().await.unwrap();
    let row = canary(stage).await;
    let release = format!("/api/v1/requests/{}/release", RequestId(row.request_id));
    type Change = fn(Response) -> Response;
    let changes: [(Change, &str); 3] = [
        (|_| Response::new(Body::from(r#"{"resourceType":"Bundle"}"#)), "bytes"),
        (
            |mut answer| {
                answer.headers_mut().insert("x-more", "1".parse().unwrap());
                answer
            },
            "other-answer",
        ),
        (
            |mut answer| {
                *answer.status_mut() = StatusCode::NOT_FOUND;
                answer
            },
            "other-answer",
        ),
    ];
    for (change, what) in changes {
        stage.clock.advance(1);
        let served = served(with(stage.router.clone(), release.clone(), change)).await;
        let mut asking = Asking::new(stage.portal.clone(), served.address).unwrap();
        asking.round().await.unwrap();
        let trips = stage.portal.canary_trips(&Actor::Operator).await.unwrap();
        assert_eq!(trips.last().unwrap().what, what);
        assert_eq!(state(&stage.portal).await, State::Tripped);
        stage.portal.clear_canary(&Actor::Operator, "A test").await.unwrap();
    }
});

both!(a_canary_that_cannot_be_asked_for_is_unknown_and_stops_nothing, |stage| async {
    let story = Story::begin(stage).await;
    let (shown, _) = story.decide(&[Conditions]).await;
    let (served, mut asking) = asking(stage).await;
    asking.round().await.unwrap();
    let nowhere = served.address;
    drop(served);
    tokio::time::sleep(std::time::Duration::from_millis(200)).await;
    let mut refused = Asking::new(stage.portal.clone(), nowhere).unwrap();
    assert!(matches!(refused.round().await, Err(Unheard::Http(_))));
    assert_eq!(state(&stage.portal).await, State::Well);
    stage.clock.advance(4 * 60);
    assert_eq!(state(&stage.portal).await, State::Unknown);
    assert_eq!(ready(&stage.router).await.1["canary"], "unknown");
    assert_eq!(story.collect().await.unwrap().into_body(), shown.package.bytes());
    // Too busy is no answer either.
    let row = canary(stage).await;
    let release = format!("/api/v1/requests/{}/release", RequestId(row.request_id));
    let busy = |mut answer: Response| {
        *answer.status_mut() = StatusCode::SERVICE_UNAVAILABLE;
        answer
    };
    let served = self::served(with(stage.router.clone(), release, busy)).await;
    let mut asking = Asking::new(stage.portal.clone(), served.address).unwrap();
    assert!(matches!(asking.round().await, Err(Unheard::Status(_))));
    assert_eq!(state(&stage.portal).await, State::Unknown);
});

both!(a_canary_whose_request_is_over_is_made_anew, |stage| async {
    let (_served, mut asking) = asking(stage).await;
    asking.round().await.unwrap();
    let before = canary(stage).await;
    stage.clock.advance(300 * 24 * 3600);
    asking.round().await.unwrap();
    let after = canary(stage).await;
    assert_ne!(before.request_id, after.request_id);
    assert_eq!(state(&stage.portal).await, State::Well);
    stage.clock.advance(1);
    stage.portal.erase_person(&Actor::Operator, PersonId(after.person_id)).await.unwrap();
    asking.round().await.unwrap();
    assert_ne!(after.request_id, canary(stage).await.request_id);
    assert_eq!(state(&stage.portal).await, State::Well);
    stage.portal.verify_log().await.unwrap().unwrap();
});

both!(two_processes_ask_for_one_canary_each_with_a_key_of_its_own, |stage| async {
    let (_served, mut one) = asking(stage).await;
    one.round().await.unwrap();
    let before = canary(stage).await;
    let other = stage.again().await;
    let served = served(server::cli::router(&other)).await;
    let mut two = Asking::new(other, served.address).unwrap();
    two.round().await.unwrap();
    // The token of the first ended with the new key; it gets another.
    for _ in 0..2 {
        let _ = one.round().await;
    }
    one.round().await.unwrap();
    two.round().await.unwrap();
    assert_eq!(canary(stage).await, before);
});

/// The program itself: made at the first start, asked for while serving, and seen by a command beside it.
#[test]
fn sayso_serve_asks_for_its_canary() {
    use std::io::{BufRead as _, BufReader};
    use std::process::{Command, Stdio};
    let home = tempfile::tempdir().unwrap();
    let sayso = || {
        let mut command = Command::new(env!("CARGO_BIN_EXE_sayso"));
        command.current_dir(home.path()).env_clear().env("SAYSO_BIND", "127.0.0.1:0");
        command.env("SAYSO_CANARY_EVERY", "1");
        command
    };
    let status = || {
        let output = sayso().args(["--json", "canary", "status"]).output().unwrap();
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        serde_json::from_slice::<serde_json::Value>(&output.stdout).unwrap()
    };
    assert_eq!(status()["state"], "unknown");
    let mut child = sayso()
        .args(["serve", "--json"])
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    let mut line = String::new();
    BufReader::new(child.stdout.take().unwrap()).read_line(&mut line).unwrap();
    let well = (0..120).any(|_| {
        std::thread::sleep(std::time::Duration::from_millis(250));
        status()["state"] == "well"
    });
    child.kill().unwrap();
    child.wait().unwrap();
    assert!(well, "it is asked for");
    let cleared = sayso().args(["canary", "clear", "--reason", "Nothing"]).output().unwrap();
    assert_eq!(cleared.status.code(), Some(1));
    assert!(String::from_utf8_lossy(&cleared.stderr).contains("nothing to clear"));
    let off = sayso().env("SAYSO_CANARY_EVERY", "0").args(["config", "check"]).output().unwrap();
    assert!(String::from_utf8_lossy(&off.stdout).contains("The canary is off"));
}
