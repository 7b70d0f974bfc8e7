//! Several writers share one sync of the disk, and none of them hears of it too early.

use crate::support::{Kind, Stage, both};
use consent::time::At;
use server::store::accounts::add_guess;
use server::store::events::{self, NewEvent};
use server::store::{Db, Tx};
use std::time::Duration;

/// Long enough for whatever is under way.
const A_WHILE: Duration = Duration::from_millis(80);

async fn guess(stage: &Stage, tx: &mut Tx, bucket: &[u8]) {
    add_guess(tx, bucket, stage.portal.now()).await.unwrap();
}

/// An event that nothing opens: its place, that it is there and that it is whole are what is asked here.
async fn event(at: At, tx: &mut Tx) -> i64 {
    let seq = events::next(tx).await.unwrap();
    let (hash, sealed) = (vec![7; 32], vec![7]);
    let kind = "operator-looked";
    events::insert(tx, NewEvent { seq, hash, at, kind, person: None, request: None, sealed });
    seq
}

/// The log's size, its leaves and the openings of them.
async fn sizes(stage: &Stage) -> [i64; 4] {
    let mut sizes = [0; 4];
    for (size, question) in sizes.iter_mut().zip([
        "SELECT size FROM log_head",
        "SELECT COUNT(*) FROM leaf",
        "SELECT MAX(seq) + 1 FROM leaf",
        "SELECT COUNT(*) FROM event",
    ]) {
        *size = stage.number(question).await;
    }
    sizes
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

both!(what_is_added_to_the_log_is_seen_by_the_next_statement, |stage| async {
    let db = stage.portal.db();
    let mut tx = db.write().await.unwrap();
    let first = event(stage.portal.now(), &mut tx).await;
    assert_eq!(event(stage.portal.now(), &mut tx).await, first + 1);
    assert_eq!(events::size(&mut tx).await.unwrap(), first + 2);
    assert_eq!(events::leaves(&mut tx, first, 9).await.unwrap().len(), 2);
    assert_eq!(event(stage.portal.now(), &mut tx).await, first + 2);
    tx.commit().await.unwrap();
    assert_eq!(sizes(stage).await, [first + 3; 4]);
});

#[tokio::test]
async fn what_a_turn_added_is_seen_by_the_next_before_it_is_true() {
    let stage = &Stage::new(Kind::Sqlite).await.unwrap();
    let db = stage.portal.db().clone();
    let mut first = db.write().await.unwrap();
    let place = event(stage.portal.now(), &mut first).await;
    let waiting = tokio::spawn({
        let db = db.clone();
        async move { db.write().await.unwrap() }
    });
    tokio::time::sleep(A_WHILE).await;
    let ended = tokio::spawn(first.commit());
    let mut second = waiting.await.unwrap();
    assert_eq!(event(stage.portal.now(), &mut second).await, place + 1, "before any statement");
    assert_eq!(events::leaves(&mut second, place, 9).await.unwrap().len(), 2);
    let mut reading = db.read().await.unwrap();
    assert_eq!(events::size(&mut reading).await.unwrap(), place, "nobody else sees it");
    drop(reading);
    // The second leaves, and takes only its own with it.
    drop(second);
    ended.await.unwrap().unwrap();
    assert_eq!(sizes(stage).await, [place + 1; 4]);
}

both!(those_who_leave_make_no_gap_in_the_log, |stage| async {
    let (db, before) = (stage.portal.db().clone(), sizes(stage).await[0]);
    let writers = (0..60).map(|number| {
        let (db, now) = (db.clone(), stage.portal.now());
        tokio::spawn(async move {
            let mut tx = db.write().await.unwrap();
            event(now, &mut tx).await;
            if number % 4 > 1 {
                add_guess(&mut tx, b"one", now).await.unwrap();
                event(now, &mut tx).await;
            }
            if number % 3 == 0 { drop(tx) } else { tx.commit().await.unwrap() }
        })
    });
    for writer in writers.collect::<Vec<_>>() {
        writer.await.unwrap();
    }
    // Of every twelve writers eight stay, half of them with two.
    assert_eq!(sizes(stage).await, [before + 60; 4]);
    assert_eq!(guesses(&db).await, 20);
});

both!(an_event_at_a_place_that_is_taken_fails, |stage| async {
    let mut tx = stage.portal.db().write().await.unwrap();
    let place = event(stage.portal.now(), &mut tx).await;
    tx.commit().await.unwrap();
    for (wrong, place) in [("taken", place), ("past a gap", place + 2)] {
        let mut tx = stage.portal.db().write().await.unwrap();
        let (hash, sealed, at) = (vec![7; 32], vec![7], stage.portal.now());
        let kind = "operator-looked";
        let new = NewEvent { seq: place, hash, at, kind, person: None, request: None, sealed };
        events::insert(&mut tx, new);
        tx.commit().await.expect_err(wrong);
    }
    assert_eq!(sizes(stage).await, [place + 1; 4]);
    let mut tx = stage.portal.db().write().await.unwrap();
    assert_eq!(event(stage.portal.now(), &mut tx).await, place + 1);
    tx.commit().await.unwrap();
});

both!(nothing_is_true_without_its_event_though_a_failure_was_passed_over, |stage| async {
    let db = stage.portal.db();
    let before = sizes(stage).await;
    let mut tx = db.write().await.unwrap();
    let (hash, sealed, at) = (vec![7; 32], vec![7], stage.portal.now());
    let (seq, kind) = (before[0] + 1, "operator-looked");
    events::insert(&mut tx, NewEvent { seq, hash, at, kind, person: None, request: None, sealed });
    add_guess(&mut tx, b"one", at).await.expect_err("past a gap");
    drop(add_guess(&mut tx, b"one", at).await);
    tx.commit().await.expect_err("its event is not there");
    assert_eq!(sizes(stage).await, before);
    assert_eq!(guesses(db).await, 0);
});

#[tokio::test]
async fn who_passes_over_a_failure_harms_nobody_who_waits_with_them() {
    let stage = Stage::new(Kind::Sqlite).await.unwrap();
    let (db, now) = (stage.portal.db().clone(), stage.portal.now());
    let before = sizes(&stage).await;
    let mut first = db.write().await.unwrap();
    event(now, &mut first).await;
    guess(&stage, &mut first, b"first").await;
    let waiting = tokio::spawn({
        let db = db.clone();
        async move { db.write().await.unwrap() }
    });
    tokio::time::sleep(A_WHILE).await;
    let ended = tokio::spawn(first.commit());
    let mut second = waiting.await.unwrap();
    assert!(!ended.is_finished(), "they are of one group");
    let (hash, sealed, kind) = (vec![7; 32], vec![7], "operator-looked");
    let seq = before[0] + 2;
    let new = NewEvent { seq, hash, at: now, kind, person: None, request: None, sealed };
    events::insert(&mut second, new);
    add_guess(&mut second, b"second", now).await.expect_err("past a gap");
    second.commit().await.expect_err("its event is not there");
    ended.await.unwrap().expect("the first has done nothing wrong");
    assert_eq!(sizes(&stage).await, before.map(|size| size + 1));
    assert_eq!(guesses(&db).await, 1);
}

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
                event(now, &mut tx).await;
                add_guess(&mut tx, b"one", now).await.unwrap();
                event(now, &mut tx).await;
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
