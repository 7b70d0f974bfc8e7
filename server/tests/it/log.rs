//! The log: every event has its leaf, and whoever touches either is found out.

use crate::story::*;
use crate::support::{Kind, Stage, both};
use consent::digest::Digest;
use consent::language::Language;
use consent::log::tree_head;
use server::portal::Actor;
use server::portal::log::Broken;
use std::process::Command;

async fn broken(stage: &Stage) -> Broken {
    stage.portal.verify_log().await.unwrap().unwrap_err()
}

/// Takes the triggers away, as somebody with the database in their hands could.
async fn without_triggers(stage: &Stage) {
    match stage.kind {
        Kind::Sqlite => {
            for name in stage.texts("SELECT name FROM sqlite_master WHERE type = 'trigger'").await {
                stage.execute(&format!("DROP TRIGGER {name}")).await.unwrap();
            }
            // The one writer has this for itself.
            stage.execute("PRAGMA foreign_keys = OFF").await.unwrap();
        }
        Kind::Postgres => {
            for table in ["leaf", "event", "log_head"] {
                stage.execute(&format!("ALTER TABLE {table} DISABLE TRIGGER ALL")).await.unwrap();
            }
        }
    }
}

/// A few events about a person, a request and nobody.
async fn some_events(stage: &Stage) -> Story<'_> {
    let story = Story::begin(stage).await;
    story.decide(&[Conditions]).await;
    story.collect().await.unwrap();
    story.withdraw(&[]).await;
    story
}

both!(every_event_has_its_leaf_in_its_transaction, |stage| async {
    let empty = stage.portal.verify_log().await.unwrap().unwrap();
    assert_eq!(empty.opened, empty.size);
    let story = some_events(stage).await;
    let whole = story.portal.verify_log().await.unwrap().unwrap();
    assert_eq!((whole.opened, whole.erased), (whole.size, 0));
    assert_eq!(i64::try_from(whole.size).unwrap(), stage.number("SELECT size FROM log_head").await);
    assert_eq!(
        stage.number("SELECT COUNT(*) FROM event").await,
        stage.number("SELECT COUNT(*) FROM leaf").await
    );
    let hashes = match stage.kind {
        Kind::Sqlite => "SELECT lower(hex(hash)) FROM leaf ORDER BY seq",
        Kind::Postgres => "SELECT encode(hash, 'hex') FROM leaf ORDER BY seq",
    };
    let leaves: Vec<Digest> =
        stage.texts(hashes).await.iter().map(|hex| Digest::parse(hex).unwrap()).collect();
    assert_eq!(whole.root, tree_head(&leaves));
    for kind in [
        "person-added",
        "activation-issued",
        "account-activated",
        "record-imported",
        "source-permitted",
        "client-added",
        "request-submitted",
        "request-received",
        "record-read",
        "preview-made",
        "decided",
        "collected",
        "withdrawn",
        "erasure-asked",
    ] {
        assert!(story.count(kind).await > 0, "{kind}");
    }
});

both!(a_transaction_that_fails_leaves_no_event, |stage| async {
    let story = some_events(stage).await;
    let before = story.portal.verify_log().await.unwrap().unwrap();
    let identity = story.portal.identity_of(&Actor::Operator, story.me).await.unwrap();
    story.portal.add_person(&Actor::Operator, &identity).await.unwrap_err();
    let again = submission(&story.portal, "PIP-1", identity, &ASKED);
    story.portal.submit_request(&story.client, again).await.unwrap_err();
    story
        .portal
        .withdraw(&story.actor(), story.me, story.id, &[].into(), Language::English)
        .await
        .unwrap_err();
    assert_eq!(story.portal.verify_log().await.unwrap().unwrap(), before);
});

both!(a_leaf_that_was_changed_is_named, |stage| async {
    some_events(stage).await;
    without_triggers(stage).await;
    stage
        .execute("UPDATE leaf SET hash = (SELECT hash FROM leaf WHERE seq = 2) WHERE seq = 5")
        .await
        .unwrap();
    assert_eq!(broken(stage).await, Broken::NotCommitted(5));
});

both!(a_leaf_without_a_hash_is_named, |stage| async {
    some_events(stage).await;
    without_triggers(stage).await;
    let short = match stage.kind {
        Kind::Sqlite => "UPDATE leaf SET hash = x'00' WHERE seq = 3",
        Kind::Postgres => "UPDATE leaf SET hash = '\\x00' WHERE seq = 3",
    };
    stage.execute(short).await.unwrap();
    assert_eq!(broken(stage).await, Broken::NoHash(3));
});

both!(a_leaf_that_was_taken_out_is_named, |stage| async {
    some_events(stage).await;
    without_triggers(stage).await;
    stage.execute("DELETE FROM event WHERE seq = 4").await.unwrap();
    stage.execute("DELETE FROM leaf WHERE seq = 4").await.unwrap();
    assert_eq!(broken(stage).await, Broken::Missing(4));
});

both!(a_tail_that_was_cut_off_is_named, |stage| async {
    some_events(stage).await;
    without_triggers(stage).await;
    let size = stage.number("SELECT size FROM log_head").await;
    for table in ["event", "leaf"] {
        stage.execute(&format!("DELETE FROM {table} WHERE seq = {}", size - 1)).await.unwrap();
    }
    assert_eq!(broken(stage).await, Broken::Size { head: size, leaves: size - 1 });
});

both!(leaves_that_nobody_appended_are_named, |stage| async {
    some_events(stage).await;
    without_triggers(stage).await;
    let size = stage.number("SELECT size FROM log_head").await;
    stage
        .execute("INSERT INTO leaf (seq, hash, at) SELECT -1, hash, at FROM leaf WHERE seq = 0")
        .await
        .unwrap();
    assert_eq!(broken(stage).await, Broken::Misplaced(-1));
    stage.execute("DELETE FROM leaf WHERE seq = -1").await.unwrap();
    stage
        .execute(&format!(
            "INSERT INTO leaf (seq, hash, at) SELECT {size}, hash, at FROM leaf WHERE seq = 0"
        ))
        .await
        .unwrap();
    assert_eq!(broken(stage).await, Broken::Size { head: size, leaves: size + 1 });
});

both!(an_event_that_was_taken_out_is_named, |stage| async {
    some_events(stage).await;
    without_triggers(stage).await;
    stage.execute("DELETE FROM event WHERE seq = 6").await.unwrap();
    assert_eq!(broken(stage).await, Broken::Gone { gone: 1, first: 6, erased: 0 });
});

both!(an_event_that_was_changed_is_named, |stage| async {
    some_events(stage).await;
    without_triggers(stage).await;
    stage
        .execute("UPDATE event SET sealed = (SELECT sealed FROM event WHERE seq = 7) WHERE seq = 8")
        .await
        .unwrap();
    assert_eq!(broken(stage).await, Broken::Sealed(8));
});

both!(a_row_that_says_something_else_than_its_event_is_named, |stage| async {
    let story = some_events(stage).await;
    without_triggers(stage).await;
    let withdrawn = stage.number("SELECT seq FROM event WHERE kind = 'withdrawn'").await;
    let at = |change: &str| format!("UPDATE event SET {change} WHERE seq = {withdrawn}");
    stage.execute(&at("kind = 'decided'")).await.unwrap();
    assert_eq!(broken(stage).await, Broken::Row(withdrawn, "kind"));
    stage.execute(&at("kind = 'withdrawn', at = at + 1")).await.unwrap();
    assert_eq!(broken(stage).await, Broken::Row(withdrawn, "time"));
    stage.execute(&at("at = at - 1, request_id = NULL")).await.unwrap();
    assert_eq!(broken(stage).await, Broken::Row(withdrawn, "request"));
    stage.execute(&at("person_id = NULL")).await.unwrap();
    assert_eq!(broken(stage).await, Broken::Sealed(withdrawn));
    drop(story);
});

both!(a_time_of_a_leaf_that_was_changed_is_named, |stage| async {
    some_events(stage).await;
    without_triggers(stage).await;
    stage.execute("UPDATE leaf SET at = at + 1 WHERE seq = 1").await.unwrap();
    assert_eq!(broken(stage).await, Broken::Row(1, "time"));
});

both!(a_key_that_was_changed_is_named, |stage| async {
    some_events(stage).await;
    without_triggers(stage).await;
    let first = stage.number("SELECT MIN(seq) FROM event WHERE person_id IS NOT NULL").await;
    stage.execute("UPDATE person SET key_wrapped = sealed").await.unwrap();
    assert_eq!(broken(stage).await, Broken::Key(first));
});

both!(the_log_stays_whole_when_somebody_is_erased_and_more_that_is_gone_is_named, |stage| async {
    let story = some_events(stage).await;
    story.portal.erase_person(&Actor::Operator, story.me).await.unwrap();
    let whole = story.portal.verify_log().await.unwrap().unwrap();
    assert!(whole.erased > 8 && whole.opened > 0);
    assert_eq!(whole.size, whole.opened + whole.erased);
    without_triggers(stage).await;
    let kept = stage.number("SELECT MIN(seq) FROM event WHERE kind = 'client-added'").await;
    stage.execute(&format!("DELETE FROM event WHERE seq = {kept}")).await.unwrap();
    assert!(matches!(broken(stage).await, Broken::Gone { gone, erased, .. } if gone == erased + 1));
});

#[tokio::test]
async fn the_command_prints_size_and_root_or_the_first_fault() {
    let stage = Stage::new(Kind::Sqlite).await.unwrap();
    some_events(&stage).await;
    let whole = stage.portal.verify_log().await.unwrap().unwrap();
    let verify = || {
        let mut command = Command::new(env!("CARGO_BIN_EXE_sayso"));
        command.current_dir(stage.home()).env_clear().env("SAYSO_DATA_DIR", stage.home());
        command.args(["--json", "log", "verify"]).output().unwrap()
    };
    let said = verify();
    assert_eq!(said.status.code(), Some(0), "{}", String::from_utf8_lossy(&said.stderr));
    let answer: serde_json::Value = serde_json::from_slice(&said.stdout).unwrap();
    assert_eq!(answer["size"], whole.size);
    assert_eq!(answer["root"], whole.root.to_string());
    without_triggers(&stage).await;
    stage
        .execute("UPDATE leaf SET hash = (SELECT hash FROM leaf WHERE seq = 0) WHERE seq = 1")
        .await
        .unwrap();
    let said = verify();
    assert_eq!(said.status.code(), Some(1));
    assert!(said.stdout.is_empty());
    assert!(String::from_utf8_lossy(&said.stderr).contains("leaf 1"));
}
