//! Writers of SQLite take turns, and one sync of the disk makes true what several of them wrote: each turn is a savepoint
//! of one transaction, which is committed when nobody who came before waits any more.
//! Nobody hears that something is true before it is: a turn that has ended waits for the commit, and fails with it.

use sqlx::{Sqlite, SqliteConnection, SqlitePool, Transaction};
use std::ops::{Deref, DerefMut};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use tokio::runtime::Handle;
use tokio::sync::{Mutex, OwnedMutexGuard, oneshot};

/// So many turns are committed together at most.
const MOST: usize = 64;

/// The one writer of this process.
#[derive(Clone, Debug)]
pub struct Turns {
    pool: SqlitePool,
    group: Arc<Mutex<Group>>,
    commits: Arc<AtomicU64>,
}

/// The turns that will be committed together.
#[derive(Debug, Default)]
struct Group {
    /// Counts them, so that nobody commits somebody else's.
    number: u64,
    /// The transaction that they share; none between two groups.
    shared: Option<Transaction<'static, Sqlite>>,
    /// A turn has begun, and has not ended yet.
    begun: bool,
    /// How many commits there were.
    commits: Arc<AtomicU64>,
    /// Those that have ended, and wait.
    waiting: Vec<oneshot::Sender<Result<(), String>>>,
}

/// Somebody's turn. Dropped before [`Turn::commit`], it leaves nothing behind.
#[derive(Debug)]
pub struct Turn {
    mine: Option<OwnedMutexGuard<Group>>,
    group: Arc<Mutex<Group>>,
}

impl Turns {
    pub(super) fn new(pool: SqlitePool) -> Self {
        let commits = Arc::new(AtomicU64::new(0));
        let group = Group { commits: commits.clone(), ..Group::default() };
        Self { pool, group: Arc::new(Mutex::new(group)), commits }
    }

    /// How many commits there were, each of one turn or of several.
    #[must_use]
    pub fn commits(&self) -> u64 {
        self.commits.load(Ordering::Relaxed)
    }

    /// Waits for a turn.
    pub(super) async fn begin(&self) -> Result<Turn, sqlx::Error> {
        let mine = Some(self.group.clone().lock_owned().await);
        // From here on, whoever gives up leaves everything as it was.
        let mut turn = Turn { mine, group: self.group.clone() };
        if let Some(group) = &mut turn.mine {
            group.clean().await;
            if group.shared.is_none() {
                group.shared = Some(self.pool.begin_with("BEGIN IMMEDIATE").await?);
            }
            group.begun = true;
        }
        sqlx::query("SAVEPOINT turn").execute(&mut *turn).await?;
        Ok(turn)
    }
}

impl Group {
    /// Takes back what a turn left that was not ended.
    async fn clean(&mut self) {
        if !self.begun {
            return;
        }
        if let Some(shared) = &mut self.shared {
            let back = sqlx::raw_sql("ROLLBACK TO turn; RELEASE turn").execute(&mut **shared).await;
            if let Err(why) = back {
                // The database has given up the whole of it: nothing that anybody waits for is true.
                self.shared = None;
                self.tell(&Err(why.to_string()));
            }
        }
        self.begun = false;
    }

    /// Makes true what has ended; where nothing has, nothing is left.
    async fn commit(&mut self) {
        self.clean().await;
        let Some(shared) = self.shared.take() else { return };
        let done = if self.waiting.is_empty() {
            shared.rollback().await
        } else {
            self.commits.fetch_add(1, Ordering::Relaxed);
            shared.commit().await
        };
        self.tell(&done.map_err(|why| why.to_string()));
    }

    fn tell(&mut self, done: &Result<(), String>) {
        self.number += 1;
        for waiting in self.waiting.drain(..) {
            // Who does not wait any more does not want to know.
            drop(waiting.send(done.clone()));
        }
    }
}

impl Turn {
    /// Ends it, and waits until it is true: when this returns, it outlives a power cut.
    pub(super) async fn commit(mut self) -> Result<(), sqlx::Error> {
        sqlx::query("RELEASE turn").execute(&mut *self).await?;
        let Some(mut mine) = self.mine.take() else { unreachable!("a turn ends once") };
        mine.begun = false;
        let (tell, told) = oneshot::channel();
        mine.waiting.push(tell);
        let (number, full) = (mine.number, mine.waiting.len() >= MOST);
        let group = self.group.clone();
        // In a task of its own: whoever gives up waiting does not keep the others from being true.
        tokio::spawn(async move {
            if !full {
                // Whoever waits already writes first: the queue is a fair one.
                drop(mine);
                mine = group.lock_owned().await;
            }
            if mine.number == number {
                mine.commit().await;
            }
        });
        match told.await {
            Ok(Ok(())) => Ok(()),
            Ok(Err(why)) => Err(sqlx::Error::Protocol(why)),
            Err(_) => Err(sqlx::Error::WorkerCrashed),
        }
    }
}

impl Drop for Turn {
    fn drop(&mut self) {
        let Some(mine) = self.mine.take() else { return };
        let (left, number, group) = (mine.shared.is_some(), mine.number, self.group.clone());
        drop(mine);
        if let (true, Ok(runtime)) = (left, Handle::try_current()) {
            runtime.spawn(async move {
                let mut mine = group.lock_owned().await;
                if mine.number == number {
                    mine.commit().await;
                }
            });
        }
    }
}

impl Deref for Turn {
    type Target = SqliteConnection;

    fn deref(&self) -> &SqliteConnection {
        match self.mine.as_ref().and_then(|group| group.shared.as_ref()) {
            Some(shared) => shared,
            None => unreachable!("a turn has its transaction until it ends"),
        }
    }
}

impl DerefMut for Turn {
    fn deref_mut(&mut self) -> &mut SqliteConnection {
        match self.mine.as_mut().and_then(|group| group.shared.as_mut()) {
            Some(shared) => shared,
            None => unreachable!("a turn has its transaction until it ends"),
        }
    }
}

/// A transaction on SQLite: one snapshot to read, or a turn to write.
#[derive(Debug)]
pub enum OnSqlite {
    /// Only reads.
    Reading(Transaction<'static, Sqlite>),
    /// Writes.
    Writing(Turn),
}

impl Deref for OnSqlite {
    type Target = SqliteConnection;

    fn deref(&self) -> &SqliteConnection {
        match self {
            Self::Reading(tx) => tx,
            Self::Writing(turn) => turn,
        }
    }
}

impl DerefMut for OnSqlite {
    fn deref_mut(&mut self) -> &mut SqliteConnection {
        match self {
            Self::Reading(tx) => tx,
            Self::Writing(turn) => turn,
        }
    }
}

impl OnSqlite {
    /// Makes it true.
    pub(super) async fn commit(self) -> Result<(), sqlx::Error> {
        match self {
            Self::Reading(tx) => tx.commit().await,
            Self::Writing(turn) => turn.commit().await,
        }
    }
}
