//! The same trace of 10,000 operations gives the same states, the same answers and the same root of the log on both
//! databases. Its chance is drawn from a seed, which only unit tests can do: no such thing is compiled into a program.

mod world;

use super::Portal;
use crate::chance::seeded;
use crate::clock::FixedClock;
use crate::config::{Config, DatabaseUrl};
use crate::store::tables::{KEPT, PUBLISHED};
use crate::store::{StoreError, db::Cell};
use consent::digest::Digest;
use consent::time::At;
use sha2::{Digest as _, Sha256};
use sqlx::{AssertSqlSafe, Connection as _, Executor as _, PgConnection};
use std::sync::Arc;
use world::World;

/// How long the trace is.
const OPERATIONS: usize = 10_000;
/// Enough to begin with, for both databases in every run.
const FEW: usize = 600;

/// What came of a trace.
#[derive(Debug, PartialEq, Eq)]
struct Came {
    /// Over everything that was answered, in order.
    answers: Digest,
    /// How often each operation was done, and how often it was not refused.
    done: Vec<(&'static str, usize, usize)>,
    /// Over all rows of each table.
    tables: Vec<(&'static str, u64, Digest)>,
    size: u64,
    root: Digest,
    checkpoints: u64,
}

#[expect(clippy::disallowed_methods, reason = "what the tests may use is said in the environment")]
fn variable(name: &str) -> Option<String> {
    std::env::var(name).ok().filter(|value| !value.is_empty())
}

/// A new schema on the PostgreSQL of the tests; none where there is no PostgreSQL.
async fn schema() -> Option<String> {
    let Some(address) = variable("SAYSO_TEST_POSTGRES") else {
        let required = variable("SAYSO_SHARED_REQUIRED").as_deref() == Some("1");
        assert!(!required, "SAYSO_TEST_POSTGRES must name a PostgreSQL");
        println!("skipped: SAYSO_TEST_POSTGRES names no PostgreSQL");
        return None;
    };
    let mark = crate::chance::Chance.code().unwrap().replace('-', "").to_lowercase();
    let mut connection = PgConnection::connect(&address).await.unwrap();
    connection.execute(AssertSqlSafe(format!("CREATE SCHEMA trace_{mark}"))).await.unwrap();
    connection.close().await.unwrap();
    let sign = if address.contains('?') { '&' } else { '?' };
    Some(format!("{address}{sign}options=-c%20search_path%3Dtrace_{mark}"))
}

async fn run(database: Option<String>, operations: usize) -> Came {
    let home = tempfile::tempdir().unwrap();
    let mut config = Config { data_dir: home.path().to_owned(), ..Config::default() };
    config.database_url = database.as_deref().and_then(DatabaseUrl::parse);
    let clock = Arc::new(FixedClock::at(At::parse_rfc3339("2026-11-02T09:00:00Z").unwrap()));
    let seed = seeded::begin(2026);
    let portal = Portal::open(config, clock.clone()).await.unwrap();
    let mut world = World::begin(&portal, clock).await;
    let mut answers = Sha256::new();
    for _ in 0..operations {
        let answer = world.step().await;
        answers.update(answer.as_bytes());
        answers.update([0]);
    }
    let whole = portal.verify_log().await.unwrap().unwrap();
    let tables = tables(&portal).await;
    drop(seed);
    portal.db().close().await;
    Came {
        answers: Digest::from_bytes(answers.finalize().into()),
        done: world.done(),
        tables,
        size: whole.size,
        root: whole.root,
        checkpoints: whole.checkpoints,
    }
}

/// Every row that is kept.
async fn tables(portal: &Portal) -> Vec<(&'static str, u64, Digest)> {
    let mut tx = portal.db().read().await.unwrap();
    let mut found = Vec::new();
    for table in KEPT.iter().chain(PUBLISHED) {
        let (mut hash, mut rows) = (Sha256::new(), 0);
        let take = |cells: Vec<Cell>| -> Result<(), StoreError> {
            rows += 1;
            hash.update(format!("{cells:?}"));
            Ok(())
        };
        tx.each_row(table.question(), &table.holds(), take).await.unwrap();
        found.push((table.name, rows, Digest::from_bytes(hash.finalize().into())));
    }
    found
}

async fn compare(operations: usize) {
    let sqlite = run(None, operations).await;
    for (what, done, held) in &sqlite.done {
        println!("{what:<16} {done:>6} times, {held:>6} not refused");
    }
    println!("{} leaves, {} checkpoints, root {}", sqlite.size, sqlite.checkpoints, sqlite.root);
    let Some(address) = schema().await else { return };
    let postgres = run(Some(address), operations).await;
    for (one, two) in sqlite.tables.iter().zip(&postgres.tables) {
        assert_eq!(one, two);
    }
    assert_eq!(sqlite, postgres);
}

#[tokio::test]
async fn a_short_trace_comes_to_the_same_on_both_databases() {
    compare(FEW).await;
}

#[tokio::test]
async fn a_trace_of_ten_thousand_operations_comes_to_the_same_on_both_databases() {
    compare(OPERATIONS).await;
}

#[tokio::test]
async fn another_seed_comes_to_another_root() {
    let one = run(None, 5).await;
    assert_eq!(one, run(None, 5).await);
    assert_ne!(one.root, run(None, 6).await.root);
}
