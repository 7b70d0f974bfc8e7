//! The commands about requesters, purposes and requests, as the operator types them.

use crate::api_door::ed25519;
use serde_json::{Value, json};
use std::path::Path;
use std::process::{Command, Output};
use tempfile::TempDir;

fn sayso(home: &Path, args: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_sayso"));
    command.current_dir(home).env_clear().arg("--json").args(args).output().unwrap()
}

fn done(home: &Path, args: &[&str]) -> Value {
    let output = sayso(home, args);
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    serde_json::from_slice(&output.stdout).unwrap()
}

fn stopped(home: &Path, code: i32, why: &str, args: &[&str]) {
    let output = sayso(home, args);
    let said = String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.code(), Some(code), "{args:?}: {said}");
    assert!(said.contains(why), "{args:?}: {said}");
    assert!(output.stdout.is_empty());
}

fn add<'a>(id: &'a str, more: &[&'a str]) -> Vec<&'a str> {
    let args = [
        "client",
        "add",
        "--id",
        id,
        "--organisation",
        "DWP",
        "--team",
        "Leeds",
        "--jwks",
        "keys.json",
    ];
    [&args[..], more].concat()
}

#[test]
fn a_client_is_registered_listed_rotated_and_disabled() {
    let home = TempDir::new().unwrap();
    let home = home.path();
    let write = |name: &str, seed: u8| {
        std::fs::write(home.join(name), json!({ "keys": [ed25519(seed).1] }).to_string()).unwrap();
    };
    write("keys.json", 1);
    write("new.json", 2);
    std::fs::write(home.join("secret.json"), r#"{"keys": [{"kty": "oct", "k": "c2VjcmV0"}]}"#)
        .unwrap();
    let added = done(
        home,
        &add("dwp-pip-leeds", &["--purpose", "pip-first-decision", "--purpose", "aa-claim"]),
    );
    assert_eq!(added["client_id"], "dwp-pip-leeds");
    assert_eq!(added["purposes"], json!(["aa-claim", "pip-first-decision"]));
    assert_eq!(
        added["scope"],
        "requests:write requests:read consents:check releases:read events:read"
    );
    let other =
        done(home, &add("other", &["--purpose", "all", "--scope", "requests:read consents:check"]));
    assert_eq!(
        (&other["purposes"], &other["scope"]),
        (&json!("all"), &json!("requests:read consents:check"))
    );
    assert_eq!(done(home, &add("third", &[]))["purposes"], json!([]));
    stopped(home, 1, "registered already", &add("other", &[]));
    stopped(home, 1, "no purpose", &add("x", &["--purpose", "work-search"]));
    stopped(home, 2, "--scope", &add("x", &["--scope", "everything"]));
    stopped(home, 2, "stands alone", &add("x", &["--purpose", "all", "--purpose", "aa-claim"]));
    stopped(home, 2, "client id", &add("Not An Id", &[]));
    stopped(home, 1, "shared key", &["client", "rotate", "other", "--jwks", "secret.json"]);
    stopped(home, 1, "cannot be read", &["client", "rotate", "other", "--jwks", "gone.json"]);
    stopped(home, 1, "none of that id", &["client", "rotate", "nobody", "--jwks", "new.json"]);
    assert_eq!(done(home, &["client", "rotate", "other", "--jwks", "new.json"])["rotated"], true);
    assert_eq!(done(home, &["client", "disable", "other"])["disabled"], true);
    assert_eq!(done(home, &["client", "disable", "other"])["disabled"], true);
    stopped(home, 1, "none of that id", &["client", "disable", "nobody"]);
    stopped(home, 1, "for good", &["client", "rotate", "other", "--jwks", "new.json"]);
    let listed = done(home, &["client", "list"]);
    let listed = listed["clients"].as_array().unwrap();
    let ids: Vec<&str> =
        listed.iter().map(|client| client["client_id"].as_str().unwrap()).collect();
    assert_eq!(ids, ["dwp-pip-leeds", "other", "third"]);
    assert!(listed[1]["disabled_at"].is_string() && listed[0]["disabled_at"].is_null());
    assert!(!sayso(home, &["client", "list"]).stdout.windows(4).any(|part| part == b"\"x\":"));
}

#[test]
fn purposes_only_grow() {
    let home = TempDir::new().unwrap();
    let home = home.path();
    let shipped = include_str!("../../../consent/registers/purposes.toml");
    assert_eq!(done(home, &["purpose", "list"])["purposes"].as_array().unwrap().len(), 6);
    let import = |text: &str| {
        std::fs::write(home.join("register.toml"), text).unwrap();
        ["purpose", "import", "register.toml"]
    };
    let unchanged = done(home, &import(shipped));
    assert!(
        unchanged["purposes"]
            .as_array()
            .unwrap()
            .iter()
            .all(|purpose| purpose["change"] == "unchanged")
    );
    let newer = shipped
        .replace("version = 1", "version = 2")
        .replace("look_back_at_most = \"P10Y\"", "look_back_at_most = \"P8Y\"");
    assert!(
        done(home, &import(&newer))["purposes"]
            .as_array()
            .unwrap()
            .iter()
            .all(|purpose| purpose["change"] == "added")
    );
    let listed = done(home, &["purpose", "list"]);
    let listed = listed["purposes"].as_array().unwrap();
    assert_eq!(listed.len(), 12);
    assert_eq!((&listed[0]["version"], &listed[1]["version"]), (&json!(2), &json!(1)));
    // What is in the register stays; a version between is never slipped in; a file is taken whole or not.
    stopped(home, 1, "something else", &import(&shipped.replace("\"P24M\"", "\"P36M\"")));
    stopped(
        home,
        1,
        "something else",
        &import(&newer.replace("Preparing food", "Preparing a meal")),
    );
    stopped(home, 1, "missing field", &import("[[purpose]]\nid = \"x\""));
    stopped(home, 1, "unknown field", &import(&newer.replace("keep_from", "keep_form")));
    assert_eq!(done(home, &["purpose", "list"])["purposes"].as_array().unwrap().len(), 12);
}

#[test]
fn what_matches_nobody_is_the_operators_to_see_and_nobody_withdraws_without_evidence() {
    let home = TempDir::new().unwrap();
    let home = home.path();
    assert_eq!(done(home, &["request", "unmatched"])["requests"], json!([]));
    let nobody = "01890000-0000-7000-8000-000000000000";
    stopped(
        home,
        1,
        "none of that id",
        &["withdraw", "--request", nobody, "--evidence", "letter 7"],
    );
    stopped(home, 2, "evidence", &["withdraw", "--request", nobody, "--evidence", " "]);
    stopped(home, 2, "evidence", &["withdraw", "--request", nobody]);
    stopped(home, 2, "request", &["withdraw", "--request", "x", "--evidence", "letter 7"]);
}
