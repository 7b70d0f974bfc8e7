//! The power goes, again and again: the store comes back with what was synced and without anything that was not. Nothing
//! that was acknowledged is lost. With SQLite's `synchronous = NORMAL` the same test loses something, so it can.

mod journal;

use crate::story::{ASKED, client, submission};
use crate::support::{identity, variable};
use consent::ids::{ClientId, RequestId};
use journal::{Journal, library, rebuild};
use server::clock::SystemClock;
use server::config::Config;
use server::portal::{Actor, Portal};
use server::store::Db;
use std::io::{BufRead as _, BufReader};
use std::path::Path;
use std::process::{Command, Stdio};
use std::sync::Arc;
use std::time::Duration;

/// How often the power goes.
const CUTS: u64 = 20;
/// Several write at the same time.
const WRITERS: usize = 4;
/// The child's name as a test.
const CHILD: &str = "power_loss::the_child_that_the_power_is_taken_from";

async fn open(folder: &Path) -> Portal {
    let config = Config { data_dir: folder.to_owned(), ..Config::default() };
    Portal::open(config, Arc::new(SystemClock)).await.unwrap()
}

/// Not a test of its own: writes and tells what was acknowledged, until it is killed.
#[tokio::test(flavor = "multi_thread")]
#[ignore = "the child of another test"]
async fn the_child_that_the_power_is_taken_from() {
    let Some(folder) = variable("SAYSO_TEST_POWER") else { return };
    let portal = open(Path::new(&folder)).await;
    if variable("SAYSO_TEST_SYNCHRONOUS").as_deref() == Some("NORMAL")
        && let Db::Sqlite { write, .. } = portal.db()
    {
        sqlx::query("PRAGMA synchronous = NORMAL").execute(write).await.unwrap();
    }
    let client = ClientId::parse("dwp-pip-leeds").unwrap();
    let writers = (0..WRITERS).map(|writer| {
        let (portal, client) = (portal.clone(), client.clone());
        tokio::spawn(async move {
            for number in 0_u64.. {
                let mark = server::chance::Chance.code().unwrap();
                let asked = submission(&portal, &mark, identity(writer % 2), &ASKED);
                let seen = portal.submit_request(&client, asked).await.unwrap();
                println!("acknowledged {}", seen.id);
                if number % 8 == 7
                    && let Some(published) = portal.publish_now().await.unwrap()
                {
                    println!("published {}", published.size);
                }
            }
        })
    });
    for writer in writers.collect::<Vec<_>>() {
        writer.await.unwrap();
    }
}

/// What somebody was told before the power went.
#[derive(Default)]
struct Told {
    acknowledged: Vec<RequestId>,
    published: u64,
}

/// Lets the child write for a while, and kills it.
fn cut(library: &Path, folder: &Path, journal: &Path, synchronous: &str, after: Duration) -> Told {
    let mut command = Command::new(std::env::current_exe().unwrap());
    command.args([CHILD, "--exact", "--ignored", "--nocapture", "--test-threads", "1"]);
    command.env("SAYSO_TEST_POWER", folder).env("SAYSO_TEST_SYNCHRONOUS", synchronous);
    command.env("LD_PRELOAD", library).env("JOURNAL_TO", journal);
    command.env("JOURNAL_OF", format!("{}/", folder.display()));
    let mut child = command.stdout(Stdio::piped()).stderr(Stdio::null()).spawn().unwrap();
    let mut lines = BufReader::new(child.stdout.take().unwrap()).lines().map_while(Result::ok);
    let mut told = Told::default();
    let mut note = |line: &str| {
        if let Some((_, id)) = line.split_once("acknowledged ") {
            told.acknowledged.extend(id.parse::<RequestId>());
        } else if let Some((_, size)) = line.split_once("published ") {
            told.published = told.published.max(size.parse().unwrap_or_default());
        }
    };
    // It has begun.
    let first = lines.by_ref().find(|line| line.contains("acknowledged "));
    note(&first.expect("the child writes"));
    let killer = std::thread::spawn(move || {
        std::thread::sleep(after);
        drop(child.kill());
        drop(child.wait());
    });
    lines.for_each(|line| note(&line));
    killer.join().unwrap();
    told
}

/// What of that is not there any more.
async fn lost(folder: &Path, told: &Told) -> usize {
    let portal = open(folder).await;
    let whole = portal.verify_log().await.unwrap().unwrap();
    let Db::Sqlite { write, .. } = portal.db() else { unreachable!("a file") };
    let mut lost = 0;
    for request in &told.acknowledged {
        let sql = "SELECT COUNT(*) FROM event WHERE request_id = $1 AND kind = 'request-submitted'";
        let (events,): (i64,) = sqlx::query_as(sql).bind(request.0).fetch_one(write).await.unwrap();
        lost += usize::from(events != 1);
    }
    lost += usize::from(
        portal.checkpoint().await.unwrap().map_or(0, |newest| newest.size) < told.published,
    );
    if lost == 0 {
        portal.publish_now().await.unwrap();
    }
    assert!(whole.size > 0);
    portal.db().close().await;
    lost
}

/// The power goes so often; how much was acknowledged, and how much of it was lost.
async fn cuts(library: &Path, synchronous: &str, cuts: u64) -> (usize, usize) {
    let home = tempfile::tempdir().unwrap();
    let mut folder = home.path().join("0");
    let portal = open(&folder).await;
    portal.add_person(&Actor::Operator, &identity(0)).await.unwrap();
    client(&portal, "dwp-pip-leeds").await;
    portal.db().close().await;
    let (mut acknowledged, mut gone) = (0, 0);
    for number in 1..=cuts {
        let before = Journal::of_folder(&folder);
        let written = home.path().join(format!("{number}.journal"));
        let after = Duration::from_millis(40 + number * 97 % 460);
        let told = cut(library, &folder, &written, synchronous, after);
        // The machine starts again, with what the disk has.
        let next = home.path().join(number.to_string());
        rebuild(before, &folder, &written, &next);
        let lost = lost(&next, &told).await;
        acknowledged += told.acknowledged.len();
        gone += lost;
        println!("cut {number}: {} acknowledged, {lost} lost", told.acknowledged.len());
        std::fs::remove_dir_all(&folder).unwrap();
        std::fs::remove_file(&written).unwrap();
        folder = next;
        if gone > 0 {
            break;
        }
    }
    (acknowledged, gone)
}

#[tokio::test]
async fn no_acknowledged_event_is_lost_when_the_power_goes() {
    let Some(library) = library() else { return };
    let (acknowledged, lost) = cuts(library, "FULL", CUTS).await;
    assert_eq!(lost, 0, "of {acknowledged}");
    assert!(acknowledged > 100, "only {acknowledged} were acknowledged");
}

#[tokio::test]
async fn the_same_test_fails_where_commits_are_not_synced() {
    let Some(library) = library() else { return };
    let (acknowledged, lost) = cuts(library, "NORMAL", CUTS).await;
    assert!(lost > 0, "{acknowledged} acknowledged and none lost: the test cannot tell");
}
