//! `sayso receipt verify`: what it says, and that it needs nobody to say it.

use crate::receipts::two;
use crate::support::{Kind, Stage};
use ed25519_dalek::SigningKey;
use ed25519_dalek::pkcs8::EncodePublicKey as _;
use ed25519_dalek::pkcs8::spki::der::pem::LineEnding;
use serde_json::Value;
use std::path::Path;
use std::process::{Command, Output};

fn sayso(home: &Path, args: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_sayso"));
    // An address where nothing listens: the command must not go there.
    command
        .current_dir(home)
        .env_clear()
        .env("SAYSO_DATABASE_URL", "postgres://nobody@127.0.0.1:9/none");
    command.args(args).output().unwrap()
}

#[tokio::test]
async fn the_command_says_what_a_receipt_proves_without_server_network_or_database() {
    let stage = Stage::new(Kind::Sqlite).await.unwrap();
    let [decision, withdrawal] = two(&stage).await;
    let home = tempfile::tempdir().unwrap();
    let write = |name: &str, bytes: &[u8]| {
        let path = home.path().join(name);
        std::fs::write(&path, bytes).unwrap();
        path.to_str().unwrap().to_owned()
    };
    let file = write("decision.json", &decision.signed);
    let key = stage.home().join("keys/receipt.pub").to_str().unwrap().to_owned();

    let without = sayso(home.path(), &["receipt", "verify", &file]);
    assert_eq!(without.status.code(), Some(1));
    assert!(String::from_utf8_lossy(&without.stderr).contains("--key"));
    assert!(!home.path().join("data").exists(), "nothing is made");

    let said = sayso(home.path(), &["receipt", "verify", &file, "--key", &key]);
    assert_eq!(said.status.code(), Some(0), "{}", String::from_utf8_lossy(&said.stderr));
    let words = String::from_utf8(said.stdout).unwrap();
    assert!(words.contains("Genuine") && words.contains("the claimant decided"));
    assert!(words.contains(&decision.receipt.digest.unwrap().to_string()));
    assert!(words.contains(&decision.receipt.request.short));

    let said = sayso(
        home.path(),
        &["--json", "receipt", "verify", &write("w.json", &withdrawal.signed), "--key", &key],
    );
    let answer: Value = serde_json::from_slice(&said.stdout).unwrap();
    assert_eq!(answer["verified"], true);
    assert_eq!(answer["receipt"]["collections"].as_array().unwrap().len(), 1);

    let edited =
        String::from_utf8(decision.signed.clone()).unwrap().replace("not-shared", "shared");
    let said = sayso(
        home.path(),
        &["receipt", "verify", &write("edited.json", edited.as_bytes()), "--key", &key],
    );
    assert_eq!(said.status.code(), Some(1));
    assert!(said.stdout.is_empty());
    assert!(String::from_utf8_lossy(&said.stderr).contains("signature"));

    let other = SigningKey::from_bytes(&[9; 32]).verifying_key();
    let other = other.to_public_key_pem(LineEnding::LF).unwrap();
    let said = sayso(
        home.path(),
        &["receipt", "verify", &file, "--key", &write("other.pub", other.as_bytes())],
    );
    assert_eq!(said.status.code(), Some(1));
    for nonsense in [
        write("empty", b""),
        write("text", b"receipt"),
        home.path().join("none").to_str().unwrap().to_owned(),
    ] {
        assert_eq!(
            sayso(home.path(), &["receipt", "verify", &nonsense, "--key", &key]).status.code(),
            Some(1)
        );
    }
    assert_eq!(sayso(home.path(), &["receipt", "verify"]).status.code(), Some(2));
}

#[tokio::test]
async fn the_command_trusts_the_key_of_the_settings_where_none_is_named() {
    let stage = Stage::new(Kind::Sqlite).await.unwrap();
    let [decision, _] = two(&stage).await;
    let home = tempfile::tempdir().unwrap();
    std::fs::create_dir_all(home.path().join("data/keys")).unwrap();
    std::fs::copy(stage.home().join("keys/receipt.pub"), home.path().join("data/keys/receipt.pub"))
        .unwrap();
    let file = home.path().join("receipt.json");
    std::fs::write(&file, &decision.signed).unwrap();
    let said = sayso(home.path(), &["receipt", "verify", file.to_str().unwrap()]);
    assert_eq!(said.status.code(), Some(0), "{}", String::from_utf8_lossy(&said.stderr));
}
