//! What the log costs: durable events by many writers at once beside syncs of the same disk, a proof in a log of ten
//! million leaves beside a hash, and walking a log. On SQLite, in the temporary folder, without a network.

use crate::Outcome;
use crate::rounds::{Stopwatch, float};
use serde::Serialize;
use server::clock::SystemClock;
use server::config::Config;
use server::log::inclusion;
use server::portal::Portal;
use server::store::Db;
use sha2::{Digest as _, Sha256};
use sqlx::AssertSqlSafe;
use std::fs::File;
use std::hint::black_box;
use std::io::Write as _;
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::time::Duration;

/// Writers at once.
const WRITERS: usize = 64;
/// Leaves of the large log.
pub const LEAVES: u32 = 10_000_000;
/// How often proofs are made.
const PROOFS: u64 = 400;
/// Events for each sync of the disk, and events in a second, at least.
pub const LEAST_RATIO: f64 = 5.0;
/// The second of them.
pub const LEAST_EVENTS: f64 = 1_500.0;

/// What was measured.
#[derive(Debug, Serialize)]
pub struct Logs {
    /// Durable events in a second, with many writers: the median of the rounds.
    pub events: f64,
    /// Syncs of the disk in a second, in the same rounds.
    pub syncs: f64,
    /// The median of the rounds' ratios.
    pub events_by_syncs: f64,
    /// Leaves of the large log.
    pub leaves: u32,
    /// A proof in it, in microseconds.
    pub proof: f64,
    /// SHA-256 of 1 KB, in microseconds.
    pub hash: f64,
    /// Proof by hash.
    pub proof_by_hash: f64,
    /// Leaves that a walk of the whole log checks in a second, with their events.
    pub walked: f64,
    /// How many leaves were walked.
    pub walked_leaves: u64,
}

/// Measures all of it.
pub async fn measure(folder: &Path, rounds: u32, leaves: u32) -> Outcome<Logs> {
    let portal = open(&folder.join("log")).await?;
    let (mut events, mut syncs, mut ratios) = (Vec::new(), Vec::new(), Vec::new());
    eprintln!("bench: {WRITERS} writers of events, beside syncs of the disk");
    for _ in 0..rounds {
        let (written, synced) = (written(&portal).await?, synced(folder)?);
        events.push(written);
        syncs.push(synced);
        ratios.push(written / synced);
    }
    portal.publish_now().await?;
    let watch = Stopwatch::start();
    let whole = portal.verify_log().await?.map_err(|broken| broken.to_string())?;
    let walked = watch.elapsed().as_secs_f64();
    portal.db().close().await;
    eprintln!("bench: proofs in a log of {leaves} leaves");
    let proof = proofs(&folder.join("large"), leaves).await?;
    let hash = hashes();
    Ok(Logs {
        events: median(events),
        syncs: median(syncs),
        events_by_syncs: median(ratios),
        leaves,
        proof: proof * 1e6,
        hash: hash * 1e6,
        proof_by_hash: proof / hash,
        walked: float(usize::try_from(whole.size)?) / walked,
        walked_leaves: whole.size,
    })
}

async fn open(folder: &Path) -> Outcome<Portal> {
    let config = Config { data_dir: folder.to_owned(), ..Config::default() };
    Ok(Portal::open(config, Arc::new(SystemClock)).await?)
}

fn median(mut values: Vec<f64>) -> f64 {
    values.sort_by(f64::total_cmp);
    values.get(values.len() / 2).copied().unwrap_or_default()
}

/// Events in a second that are committed and synced.
async fn written(portal: &Portal) -> Outcome<f64> {
    let (over, count) = (Arc::new(AtomicBool::new(false)), Arc::new(AtomicUsize::new(0)));
    let watch = Stopwatch::start();
    let writers = (0..WRITERS).map(|_| {
        let (portal, over, count) = (portal.clone(), over.clone(), count.clone());
        tokio::spawn(async move {
            while !over.load(Ordering::Relaxed) {
                portal.operator_looked("bench").await?;
                count.fetch_add(1, Ordering::Relaxed);
            }
            Ok::<_, server::portal::Error>(())
        })
    });
    let writers: Vec<_> = writers.collect();
    tokio::time::sleep(Duration::from_secs(1)).await;
    over.store(true, Ordering::Relaxed);
    for writer in writers {
        writer.await??;
    }
    Ok(float(count.load(Ordering::Relaxed)) / watch.elapsed().as_secs_f64())
}

/// Syncs in a second of a file on the same disk, each after a page was written.
fn synced(folder: &Path) -> Outcome<f64> {
    let path = folder.join("synced");
    let mut file = File::create(&path)?;
    let watch = Stopwatch::start();
    let mut count = 0;
    while watch.elapsed().as_secs_f64() < 1.0 {
        file.write_all(&[7; 4096])?;
        file.sync_data()?;
        count += 1;
    }
    let rate = float(count) / watch.elapsed().as_secs_f64();
    std::fs::remove_file(path)?;
    Ok(rate)
}

/// Seconds for one proof in a large log of leaves that commit to nothing.
async fn proofs(folder: &Path, leaves: u32) -> Outcome<f64> {
    let portal = open(folder).await?;
    let Db::Sqlite { write, .. } = portal.db() else { return Err("a file".into()) };
    let before = i64::try_from(portal.verify_log().await?.map_err(|why| why.to_string())?.size)?;
    let last = i64::from(leaves) - 1;
    for sql in [
        "DROP TRIGGER log_head_goes_on".to_owned(),
        "PRAGMA synchronous = OFF".to_owned(),
        format!(
            "WITH RECURSIVE n (n) AS (SELECT {before} UNION ALL SELECT n + 1 FROM n WHERE n < {last})
             INSERT INTO leaf (seq, hash, at) SELECT n, randomblob(32), 0 FROM n"
        ),
        format!("UPDATE log_head SET size = {leaves}"),
    ] {
        sqlx::query(AssertSqlSafe(sql)).execute(write).await?;
    }
    let published = portal.publish_now().await?.ok_or("nothing is published")?;
    let mut seconds = Vec::new();
    let mut tx = portal.db().read().await?;
    for number in 0..PROOFS {
        let seq = number.wrapping_mul(7_919_317_523) % published.size;
        let watch = Stopwatch::start();
        black_box(inclusion(&mut tx, seq, published.size).await?);
        seconds.push(watch.elapsed().as_secs_f64());
    }
    drop(tx);
    portal.db().close().await;
    std::fs::remove_dir_all(folder)?;
    Ok(median(seconds))
}

/// Seconds for SHA-256 of 1 KB.
fn hashes() -> f64 {
    let bytes = [7_u8; 1024];
    let rounds = 20_000;
    let watch = Stopwatch::start();
    for _ in 0..rounds {
        black_box(Sha256::digest(black_box(&bytes)));
    }
    watch.elapsed().as_secs_f64() / f64::from(rounds)
}
