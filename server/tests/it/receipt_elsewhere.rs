//! A receipt that was made on one data folder, checked from another: without server, store or network, with the portal's
//! public key alone, and with the witnesses that somebody names.

use crate::receipt_checks::{Proven, Witnesses, file, proven};
use serde_json::Value;
use std::path::Path;
use std::process::{Command, Output};

/// The program in a folder of its own, cut off from the network where the machine lets us.
fn sayso(home: &Path, args: &[&str]) -> Output {
    let program = env!("CARGO_BIN_EXE_sayso");
    let alone = ["--map-root-user", "--net"];
    let can = Command::new("unshare").args(alone).arg("true").output();
    let mut command = if can.is_ok_and(|tried| tried.status.success()) {
        let mut command = Command::new("unshare");
        command.args(alone).arg(program);
        command
    } else {
        println!("the network stays on: unshare is not allowed here");
        Command::new(program)
    };
    command.current_dir(home).env_clear().args(args).output().unwrap()
}

fn said(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).unwrap()
}

struct Elsewhere {
    home: tempfile::TempDir,
    proven: Proven,
    vkeys: Vec<String>,
}

impl Elsewhere {
    async fn new() -> Self {
        let witnesses = Witnesses::new();
        let proven = proven(&witnesses).await;
        let home = tempfile::tempdir().unwrap();
        let write =
            |name: &str, bytes: &[u8]| std::fs::write(home.path().join(name), bytes).unwrap();
        write("receipt.json", &file(&proven.kept[0]));
        write("bare.json", &proven.kept[0].signed);
        write("portal.pub", proven.stage.portal.keys().receipt_public_pem().unwrap().as_bytes());
        write("log.vkey", proven.stage.portal.log_vkey().as_bytes());
        let vkeys = witnesses.vkeys().iter().map(ToString::to_string).collect();
        Self { home, proven, vkeys }
    }

    fn verify(&self, args: &[&str]) -> Output {
        sayso(self.home.path(), &[&["receipt", "verify"], args].concat())
    }
}

#[tokio::test]
async fn a_receipt_of_one_folder_is_verified_from_another_with_the_network_off() {
    let here = Elsewhere::new().await;
    let receipt = &here.proven.kept[0].receipt;
    let [first, second] = &here.vkeys[..] else { panic!("two witnesses") };
    let named = ["--witness", first, "--witness", second, "--witnesses", "2", "--require-log"];
    for key in ["portal.pub", "log.vkey"] {
        let output = here.verify(&[&["receipt.json", "--key", key], &named[..]].concat());
        assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
        let words = said(&output);
        for part in [
            "Genuine: signed with the key in",
            "the claimant decided about",
            &receipt.request.short,
            &receipt.words[0],
            "holds it as line ",
            "The witness w1.example signed that checkpoint at 20",
            "The witness w2.example signed that checkpoint at 20",
            "It does not prove that this is still the newest answer",
        ] {
            assert!(words.contains(part), "{part}: {words}");
        }
        assert!(!words.contains("No proof") && !words.contains("No witness"), "{words}");
    }
    let made = std::fs::read_dir(here.home.path()).unwrap().count();
    assert_eq!(made, 4, "nothing is made");
}

#[tokio::test]
async fn what_nobody_else_vouches_for_is_said_plainly() {
    let here = Elsewhere::new().await;
    let key = ["--key", "portal.pub"];
    let bare = said(&here.verify(&[&["bare.json"], &key[..]].concat()));
    assert!(bare.contains("No proof from the log is attached"), "{bare}");
    let lonely = said(&here.verify(&[&["receipt.json"], &key[..]].concat()));
    assert!(lonely.contains("No witness that was named has signed"), "{lonely}");
    assert!(lonely.contains("2 more signatures are by keys that were not named"), "{lonely}");

    let refused = here.verify(&["--json", "bare.json", "--key", "portal.pub", "--require-log"]);
    assert_eq!(refused.status.code(), Some(1));
    let answer: Value = serde_json::from_slice(&refused.stdout).unwrap();
    assert_eq!((&answer["verified"], &answer["wrong"]), (&false.into(), &"no-proof".into()));
    let refused = here.verify(
        &[&["bare.json"], &key[..], &["--witness", &here.vkeys[0], "--witnesses", "1"]].concat(),
    );
    assert_eq!((refused.status.code(), refused.stdout.len()), (Some(1), 0));
    assert!(String::from_utf8_lossy(&refused.stderr).contains("none is attached"));
}

#[tokio::test]
async fn a_program_reads_where_the_log_holds_it() {
    let here = Elsewhere::new().await;
    let output =
        here.verify(&["--json", "receipt.json", "--key", "log.vkey", "--witness", &here.vkeys[1]]);
    let answer: Value = serde_json::from_slice(&output.stdout).unwrap();
    let log = &answer["log"];
    assert_eq!(answer["verified"], true);
    assert_eq!(log["origin"], here.proven.stage.portal.log_origin());
    assert_eq!(log["index"], here.proven.kept[0].leaf_seq.unwrap());
    assert_eq!(log["witnesses"][0]["name"], "w2.example");
    assert_eq!(log["unknown_signatures"], 1);
    assert_eq!(log["root"].as_str().unwrap().len(), 64);
}

#[tokio::test]
async fn whoever_is_to_be_believed_has_to_be_named_soundly() {
    let here = Elsewhere::new().await;
    let vkey = &here.vkeys[0];
    for wrong in [
        &["--witness", "nobody"][..],
        &["--witnesses", "1"],
        &["--witness", vkey, "--witness", vkey],
        &["--witnesses", "many"],
    ] {
        let output = here.verify(&[&["receipt.json", "--key", "portal.pub"], wrong].concat());
        assert_eq!(output.status.code(), Some(2), "{wrong:?}");
    }
    std::fs::write(here.home.path().join("witness.vkey"), vkey).unwrap();
    let output = here.verify(&["receipt.json", "--key", "witness.vkey"]);
    assert_eq!(output.status.code(), Some(1), "a witness's key is no portal's");
}
