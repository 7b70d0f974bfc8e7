//! Several writers share one sync of the disk, and none of them hears of it too early.

use crate::support::{Kind, Stage, both};
use server::store::accounts::add_guess;
use server::store::{Db, Tx};
use std::time::Duration;

/// Long enough for whatever is under way.
const A_WHILE: Duration = Duration::from_millis(80);

async fn guess(stage: &Stage, tx: &mut Tx, bucket: &[u8]) {
    add_guess(tx, bucket, stage.portal.now()).await.unwrap();
}

async fn guesses(db: &Db) -> i64 {
    let mut tx = db.read().await.unwrap();
    let mut count = 0;
    let take = |_| -> Result<(), server::store::StoreError> {
        count += 1;
        Ok(())
    };
    let question = "SELECT at FROM attempt".to_owned();
    tx.each_row(question, &[server::store::db::Holds::Whole], take).await.unwrap();
    count
}

#[tokio::test]
async fn a_turn_that_has_ended_is_true_only_when_those_who_waited_have_ended_theirs() {
    let stage = Stage::new(Kind::Sqlite).await.unwrap();
    let db = stage.portal.db().clone();
    let mut first = db.write().await.unwrap();
    guess(&stage, &mut first, b"first").await;
    let waiting = tokio::spawn({
        let db = db.clone();
        async move { db.write().await.unwrap() }
    });
    tokio::time::sleep(A_WHILE).await;
    let ended = tokio::spawn(first.commit());
    let mut second = waiting.await.unwrap();
    guess(&stage, &mut second, b"second").await;
    tokio::time::sleep(A_WHILE).await;
    assert!(!ended.is_finished(), "it waits for the second");
    assert_eq!(guesses(&db).await, 0, "and nobody sees it");
    second.commit().await.unwrap();
    ended.await.unwrap().unwrap();
    assert_eq!(guesses(&db).await, 2);
}

#[tokio::test]
async fn a_turn_that_is_dropped_leaves_nothing_and_takes_nothing_from_the_others() {
    let stage = Stage::new(Kind::Sqlite).await.unwrap();
    let db = stage.portal.db().clone();
    for _ in 0..20 {
        let before = guesses(&db).await;
        let writers = (0..30).map(|number| {
            let (db, now) = (db.clone(), stage.portal.now());
            tokio::spawn(async move {
                let mut tx = db.write().await.unwrap();
                add_guess(&mut tx, b"one", now).await.unwrap();
                add_guess(&mut tx, b"two", now).await.unwrap();
                if number % 3 == 0 { drop(tx) } else { tx.commit().await.unwrap() }
            })
        });
        for writer in writers.collect::<Vec<_>>() {
            writer.await.unwrap();
        }
        assert_eq!(guesses(&db).await, before + 40);
    }
}

both!(a_statement_that_fails_takes_only_its_own_turn, |stage| async {
    let db = stage.portal.db().clone();
    let writers = (0..12).map(|number| {
        let (db, now) = (db.clone(), stage.portal.now());
        tokio::spawn(async move {
            let mut tx = db.write().await.unwrap();
            add_guess(&mut tx, b"one", now).await.unwrap();
            if number % 2 == 0 {
                let wrong = "INSERT INTO tile_root (level, n, hash) SELECT 0, 0, hash FROM leaf";
                tx.put_rows(wrong.to_owned(), Vec::new()).await.unwrap_err();
            } else {
                tx.commit().await.unwrap();
            }
        })
    });
    for writer in writers.collect::<Vec<_>>() {
        writer.await.unwrap();
    }
    assert_eq!(guesses(&db).await, 6);
});

#[tokio::test]
async fn who_gives_up_waiting_leaves_no_lock_behind() {
    let stage = Stage::new(Kind::Sqlite).await.unwrap();
    let other = stage.again().await;
    let db = stage.portal.db().clone();
    for round in 0..20 {
        let task = tokio::spawn({
            let (db, now) = (db.clone(), stage.portal.now());
            async move {
                let mut tx = db.write().await.unwrap();
                add_guess(&mut tx, b"one", now).await.unwrap();
                if round % 2 == 0 {
                    tx.commit().await.unwrap();
                }
                std::future::pending::<()>().await;
            }
        });
        tokio::time::sleep(Duration::from_millis(round)).await;
        task.abort();
        drop(task.await);
        // Another process is not kept waiting.
        let mut tx = tokio::time::timeout(Duration::from_secs(5), other.db().write()).await;
        let tx = tx.as_mut().expect("the lock is free").as_mut().unwrap();
        guess(&stage, tx, b"other").await;
    }
    // What was ended may be true; what was not is not, and what another process dropped is not either.
    assert!(guesses(&db).await <= 10);
}

#[tokio::test]
async fn many_writers_need_far_fewer_syncs_than_commits() {
    let stage = Stage::new(Kind::Sqlite).await.unwrap();
    let before = stage.portal.verify_log().await.unwrap().unwrap().size;
    let writers = (0..64).map(|_| {
        let portal = stage.portal.clone();
        tokio::spawn(async move {
            for _ in 0..4 {
                portal.operator_looked("clients").await.unwrap();
            }
        })
    });
    for writer in writers.collect::<Vec<_>>() {
        writer.await.unwrap();
    }
    let whole = stage.portal.verify_log().await.unwrap().unwrap();
    assert_eq!(whole.size, before + 256);
    let Db::Sqlite { turns, .. } = stage.portal.db() else { unreachable!("a file") };
    assert!(turns.commits() < 100, "{} commits for 256 events", turns.commits());
}
