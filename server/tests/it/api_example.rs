//! The example that integrators copy, against a portal that listens: it collects what was agreed to,
//! and does not believe a release of which one bit is another.

#[path = "../../examples/requester.rs"]
#[expect(dead_code, reason = "its main is what cargo runs")]
mod requester;

use crate::api_door::submission;
use crate::story::{Conditions, Story};
use crate::support::{Kind, Stage};
use ed25519_dalek::pkcs8::EncodePrivateKey;
use ed25519_dalek::pkcs8::spki::der::pem::LineEnding;
use serde_json::json;
use server::clock::{Clock, SystemClock};
use server::config::Config;
use server::portal::Portal;
use std::path::Path;
use std::sync::Arc;
use tokio::net::TcpListener;

/// Runs the example with these arguments after its four places.
async fn run(home: &Path, base: &str, more: &[&str]) -> Result<(), String> {
    let file = |name: &str| home.join(name).display().to_string();
    let mut arguments =
        vec![base.to_owned(), "dwp-pip-leeds".to_owned(), file("key.pem"), file("request.json")];
    arguments.extend(more.iter().map(|&argument| argument.to_owned()));
    tokio::task::spawn_blocking(move || requester::run(arguments)).await.unwrap()
}

#[tokio::test]
async fn the_example_collects_what_was_agreed_to_and_notices_one_flipped_bit() {
    let stage = Stage::new(Kind::Sqlite).await.unwrap();
    // The example signs with the machine's time.
    stage.clock.set(SystemClock.now());
    let story = Story::begin(&stage).await;
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let base = format!("http://{}", listener.local_addr().unwrap());
    let config = Config { base_url: base.clone(), ..stage.portal.config().clone() };
    let portal = Portal::open(config, Arc::new(SystemClock)).await.unwrap();
    let router = server::api::router(portal);
    let serving = tokio::spawn(async move { axum::serve(listener, router).await });

    let home = stage.home();
    let pem = ed25519_dalek::SigningKey::from_bytes(&[7; 32]).to_pkcs8_pem(LineEnding::LF).unwrap();
    std::fs::write(home.join("key.pem"), pem.as_bytes()).unwrap();
    let mut body = submission("PIP-EXAMPLE");
    let today = stage.portal.now().date_in_london();
    body["respond_by"] = json!((today + time::Duration::days(42)).to_string());
    std::fs::write(home.join("request.json"), body.to_string()).unwrap();

    let undecided = run(home, &base, &["--wait", "0"]).await.unwrap_err();
    assert!(undecided.contains("says nothing about the person"), "{undecided}");
    let again = run(home, &base, &["--wait", "0"]).await.unwrap_err();
    assert!(again.contains("/problems/reference-in-use"), "{again}");

    story.decide(&[Conditions]).await;
    let id = story.id.to_string();
    run(home, &base, &["--request", &id, "--wait", "0"]).await.unwrap();
    let spoiled =
        run(home, &base, &["--request", &id, "--wait", "0", "--flip-a-byte"]).await.unwrap_err();
    assert!(spoiled.contains("not what its digest says"), "{spoiled}");
    assert_eq!(story.seen().await.collections.len(), 2);
    assert!(run(home, "http://127.0.0.1:1", &[]).await.is_err());
    serving.abort();
}
