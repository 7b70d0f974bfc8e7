//! When nothing is signed any more: a store that was put back, cut or changed, a log that went another way.

use super::{happen, publish};
use crate::support::{Kind, Stage, both};
use axum::body::Body;
use axum::http::{Request, StatusCode};
use server::log::Remembered;
use server::portal::Portal;
use server::portal::log::Broken;
use server::portal::publishing::Halt;
use tower::ServiceExt as _;

/// What the sequencer says, and that it has stopped for good.
async fn halted(portal: &Portal) -> Halt {
    portal.publish_now().await.unwrap_err();
    let halt = portal.log_halted().expect("it has stopped");
    portal.publish_now().await.unwrap_err();
    assert_eq!(portal.log_halted(), Some(halt.clone()));
    halt
}

/// Takes the triggers away, as somebody with the database in their hands could.
pub async fn without_triggers(stage: &Stage) {
    match stage.kind {
        Kind::Sqlite => {
            for name in stage.texts("SELECT name FROM sqlite_master WHERE type = 'trigger'").await {
                stage.execute(&format!("DROP TRIGGER {name}")).await.unwrap();
            }
            stage.execute("PRAGMA foreign_keys = OFF").await.unwrap();
        }
        Kind::Postgres => {
            for table in ["leaf", "event", "log_head", "checkpoint", "tile_root", "cosignature"] {
                stage.execute(&format!("ALTER TABLE {table} DISABLE TRIGGER ALL")).await.unwrap();
            }
        }
    }
}

/// Takes the store back to a tree of this size, as a copy from then would be.
pub async fn put_back(stage: &Stage, size: u64) {
    without_triggers(stage).await;
    for sql in [
        format!("DELETE FROM checkpoint WHERE size > {size}"),
        format!("DELETE FROM event WHERE seq >= {size}"),
        format!("DELETE FROM leaf WHERE seq >= {size}"),
        format!("UPDATE log_head SET size = {size}"),
        format!("DELETE FROM tile_root WHERE level = 0 AND (n + 1) * 256 > {size}"),
    ] {
        stage.execute(&sql).await.unwrap();
    }
}

both!(a_store_that_was_put_back_is_not_signed_for, |stage| async {
    happen(stage).await;
    let first = publish(&stage.portal).await;
    happen(stage).await;
    let second = publish(&stage.portal).await;
    put_back(stage, first.size).await;
    happen(stage).await;
    let wanted = Halt::PutBack { signed: second.size, stored: first.size };
    assert_eq!(halted(&stage.portal).await, wanted);
    // Another process of the same machine has the file beside the keys.
    let other = stage.again().await;
    assert_eq!(halted(&other).await, wanted);
    let broken = other.verify_log().await.unwrap().unwrap_err();
    assert_eq!(broken, Broken::PutBack { signed: second.size, stored: first.size });
    let request = Request::get("/readyz").body(Body::empty()).unwrap();
    let ready = stage.router.clone().oneshot(request).await.unwrap();
    assert_eq!(ready.status(), StatusCode::SERVICE_UNAVAILABLE);
    assert_eq!(stage.portal.checkpoint().await.unwrap(), Some(first), "what was signed stays");
});

both!(a_log_that_went_another_way_is_not_signed_for, |stage| async {
    happen(stage).await;
    let first = publish(&stage.portal).await;
    happen(stage).await;
    publish(&stage.portal).await;
    put_back(stage, first.size).await;
    // Without the file and by a process that knows nothing, another way is taken from here.
    let file = server::log::remembered::path(&stage.portal.config().keys_dir());
    let kept = std::fs::read(&file).unwrap();
    std::fs::remove_file(&file).unwrap();
    let other = stage.again().await;
    happen(stage).await;
    let fork = publish(&other).await;
    std::fs::write(&file, kept).unwrap();
    assert_eq!(halted(&other).await, Halt::Forked(fork.size));
    assert_eq!(halted(&stage.portal).await, Halt::Forked(fork.size));
    let broken = other.verify_log().await.unwrap().unwrap_err();
    assert_eq!(broken, Broken::Forked(fork.size));
});

both!(a_checkpoint_that_was_changed_is_not_built_on, |stage| async {
    happen(stage).await;
    let first = publish(&stage.portal).await;
    without_triggers(stage).await;
    let swap = "UPDATE checkpoint SET root = (SELECT hash FROM leaf WHERE seq = 0)";
    stage.execute(swap).await.unwrap();
    happen(stage).await;
    assert_eq!(halted(&stage.again().await).await, Halt::Row(first.size));
    let broken = stage.portal.verify_log().await.unwrap().unwrap_err();
    assert!(matches!(broken, Broken::Checkpoint(16.., _)), "{broken}");
});

both!(a_published_leaf_that_was_changed_stops_the_sequencer, |stage| async {
    happen(stage).await;
    let first = publish(&stage.portal).await;
    without_triggers(stage).await;
    stage
        .execute("UPDATE leaf SET hash = (SELECT hash FROM leaf WHERE seq = 1) WHERE seq = 0")
        .await
        .unwrap();
    happen(stage).await;
    assert_eq!(halted(&stage.portal).await, Halt::Forked(first.size));
});

both!(leaves_that_are_gone_stop_the_sequencer, |stage| async {
    happen(stage).await;
    let first = publish(&stage.portal).await;
    without_triggers(stage).await;
    stage.execute("DELETE FROM event WHERE seq = 3").await.unwrap();
    stage.execute("DELETE FROM leaf WHERE seq = 3").await.unwrap();
    happen(stage).await;
    assert!(matches!(halted(&stage.again().await).await, Halt::Torn(_)));
    stage.execute(&format!("UPDATE log_head SET size = {}", first.size - 1)).await.unwrap();
    let cut = Halt::Cut { signed: first.size, head: first.size - 1 };
    assert_eq!(halted(&stage.again().await).await, cut);
});

both!(what_the_machine_remembers_is_not_taken_from_just_anybody, |stage| async {
    happen(stage).await;
    let first = publish(&stage.portal).await;
    let keys = stage.portal.config().keys_dir();
    let own = [stage.portal.keys().receipt_verifying()];
    let remembered = Remembered::read(&keys, &own).unwrap().unwrap();
    assert_eq!((remembered.said.size, remembered.said.root), (first.size, first.root));
    let file = server::log::remembered::path(&keys);
    let changed = remembered.note.replace(&format!("\n{}\n", first.size), "\n8\n");
    std::fs::write(&file, changed).unwrap();
    happen(stage).await;
    assert!(matches!(halted(&stage.portal).await, Halt::Memory(_)));
    let broken = stage.portal.verify_log().await.unwrap().unwrap_err();
    assert!(matches!(broken, Broken::Memory(_)));
});

both!(a_key_that_was_changed_signs_no_log_of_another, |stage| async {
    happen(stage).await;
    publish(&stage.portal).await;
    let keys = stage.portal.config().keys_dir();
    let file = server::log::remembered::path(&keys);
    for name in ["receipt.key", "receipt.pub"] {
        std::fs::rename(keys.join(name), keys.join(format!("{name}.old"))).unwrap();
    }
    std::fs::remove_file(file).unwrap();
    happen(stage).await;
    assert!(matches!(halted(&stage.again().await).await, Halt::NotSigned(..)));
    // An earlier key that the settings trust is one of ours.
    let mut config = stage.portal.config().clone();
    config.receipt_keys = vec![keys.join("receipt.pub.old")];
    let portal = Portal::open(config, stage.clock.clone()).await.unwrap();
    publish(&portal).await;
    assert_eq!(portal.verify_log().await.unwrap().unwrap().checkpoints, 2);
});
