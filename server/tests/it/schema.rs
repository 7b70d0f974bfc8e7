//! The tables: the same in both databases, and growing only where they must only grow.

use crate::support::{Kind, Stage, both, identity, person, record};
use server::clock::SystemClock;
use server::log::Cosigned;
use server::portal::{Actor, OpenFault, Portal};
use std::sync::Arc;

async fn columns(stage: &Stage) -> Vec<String> {
    let question = match stage.kind {
        Kind::Sqlite => {
            "SELECT m.name || '.' || c.name || CASE WHEN c.\"notnull\" THEN ' must' ELSE '' END
             FROM sqlite_master m, pragma_table_info(m.name) c
             WHERE m.type = 'table' AND m.name NOT LIKE 'sqlite%' AND m.name NOT LIKE '_sqlx%' ORDER BY 1"
        }
        Kind::Postgres => {
            "SELECT table_name || '.' || column_name || CASE is_nullable WHEN 'NO' THEN ' must' ELSE '' END
             FROM information_schema.columns
             WHERE table_schema = current_schema() AND table_name NOT LIKE '\\_sqlx%' ORDER BY 1"
        }
    };
    let mut columns = stage.texts(question).await;
    columns.sort();
    columns
}

#[tokio::test]
async fn both_databases_have_the_same_tables() {
    let sqlite = Stage::new(Kind::Sqlite).await.unwrap();
    let Some(postgres) = Stage::new(Kind::Postgres).await else { return };
    assert_eq!(columns(&sqlite).await, columns(&postgres).await);
    assert!(columns(&sqlite).await.len() > 100);
}

both!(what_only_grows_can_neither_be_changed_nor_removed, |stage| async {
    let portal = &stage.portal;
    let id = person(stage, 0).await;
    portal.publish_now().await.unwrap();
    let line =
        Cosigned { size: 16, witness: "w".to_owned(), at: portal.now(), line: "l\n".to_owned() };
    portal.keep_cosignature(&line).await.unwrap();
    stage.execute("INSERT INTO tile_root SELECT 0, 0, hash FROM leaf WHERE seq = 0").await.unwrap();
    portal.permit_source(&Actor::Person(id), id, "gp-record").await.unwrap();
    for statement in [
        "UPDATE leaf SET at = at",
        "DELETE FROM leaf",
        "UPDATE event SET kind = kind",
        "DELETE FROM event",
        "UPDATE log_head SET size = 0",
        "UPDATE log_head SET size = size + 2",
        "DELETE FROM log_head",
        "UPDATE source_permit SET action = 'permit'",
        "DELETE FROM source_permit",
        "DELETE FROM person",
        "UPDATE checkpoint SET at = at",
        "DELETE FROM checkpoint",
        "INSERT INTO checkpoint SELECT 9, root, at, note FROM checkpoint",
        "INSERT INTO checkpoint SELECT 1000, root, at, note FROM checkpoint",
        "UPDATE tile_root SET n = n",
        "DELETE FROM tile_root",
        "UPDATE cosignature SET at = at",
        "DELETE FROM cosignature",
    ] {
        let refused = stage.execute(statement).await.unwrap_err().to_string();
        assert!(refused.contains("only grows"), "{statement}: {refused}");
    }
});

both!(a_transaction_that_is_dropped_leaves_nothing_behind, |stage| async {
    let portal = &stage.portal;
    let mut tx = portal.db().write().await.unwrap();
    server::store::accounts::add_guess(&mut tx, b"bucket", portal.now()).await.unwrap();
    drop(tx);
    assert_eq!(stage.number("SELECT COUNT(*) FROM attempt").await, 0);
    let mut tx = portal.db().write().await.unwrap();
    server::store::accounts::add_guess(&mut tx, b"bucket", portal.now()).await.unwrap();
    tx.commit().await.unwrap();
    assert_eq!(stage.number("SELECT COUNT(*) FROM attempt").await, 1);
});

both!(a_transaction_that_only_reads_cannot_write, |stage| async {
    let mut tx = stage.portal.db().read().await.unwrap();
    let written = server::store::accounts::add_guess(&mut tx, b"bucket", stage.portal.now()).await;
    assert!(written.is_err());
});

both!(a_reader_sees_one_moment, |stage| async {
    let portal = &stage.portal;
    let mut tx = portal.db().read().await.unwrap();
    assert_eq!(server::store::people::count(&mut tx).await.unwrap(), 0);
    portal.add_person(&Actor::Operator, &identity(0)).await.unwrap();
    assert_eq!(server::store::people::count(&mut tx).await.unwrap(), 0);
});

both!(many_writers_wait_for_each_other, |stage| async {
    let other = stage.again().await;
    let before = stage.number("SELECT COUNT(*) FROM leaf").await;
    let many = (0..24).map(|n| {
        let portal = if n % 2 == 0 { stage.portal.clone() } else { other.clone() };
        tokio::spawn(async move {
            let number = identity(0).nhs_number.unwrap();
            portal
                .import_record(&Actor::Operator, &number, record("9434765919", "Asthma"))
                .await
                .map(|_| ())
        })
    });
    for one in many.collect::<Vec<_>>() {
        one.await.unwrap().unwrap();
    }
    assert_eq!(stage.number("SELECT COUNT(*) FROM leaf").await, before + 24);
    assert_eq!(stage.number("SELECT size FROM log_head").await, before + 24);
    assert_eq!(stage.number("SELECT MAX(seq) FROM leaf").await, before + 23);
});

both!(a_store_without_its_keys_is_not_opened_with_new_ones, |stage| async {
    person(stage, 0).await;
    let keys = stage.home().join("keys");
    std::fs::rename(&keys, stage.home().join("elsewhere")).unwrap();
    let opened = Portal::open(stage.portal.config().clone(), Arc::new(SystemClock)).await;
    assert!(matches!(opened, Err(OpenFault::KeysGone(_))));
    assert!(!keys.exists());
});

#[tokio::test]
async fn a_postgres_that_may_forget_is_refused() {
    let Some(stage) = Stage::new(Kind::Postgres).await else { return };
    let mut config = stage.portal.config().clone();
    let server::store::db::Place::Postgres(address) = config.place() else {
        panic!("no PostgreSQL")
    };
    let address = format!("{address}%20-c%20synchronous_commit%3Doff");
    config.database_url = server::config::DatabaseUrl::parse(&address);
    let refused = Portal::open(config, Arc::new(SystemClock)).await.unwrap_err();
    assert!(refused.to_string().contains("synchronous_commit"));
}
