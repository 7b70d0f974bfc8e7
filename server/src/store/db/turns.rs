//! Writers of SQLite take turns, and one sync of the disk makes true what several of them wrote: each turn is a savepoint
//! of one transaction, which is committed when nobody who came before waits any more. A turn that only adds to the log
//! needs no savepoint: what such turns add is written at once, before the next statement or the commit.
//! Nobody hears that something is true before it is: a turn that has ended waits for the commit, and fails with it.

use super::Moment;
use super::added::{self, Added, NewEvent};
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
    /// A turn has its savepoint, and has not ended yet.
    begun: bool,
    /// What turns that have ended added to the log, not written yet.
    events: Vec<NewEvent>,
    /// The place of the next event after those, where it is known.
    next: Option<i64>,
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
        }
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
                self.give_up(&why);
            }
        }
        self.begun = false;
    }

    /// The database has given up the whole of it: nothing that anybody waits for is true.
    fn give_up(&mut self, why: &sqlx::Error) {
        self.shared = None;
        self.tell(&Err(why.to_string()));
    }

    /// Writes what turns that have ended added to the log.
    async fn write(&mut self) -> Result<(), sqlx::Error> {
        let Some(shared) = &mut self.shared else { return Err(sqlx::Error::WorkerCrashed) };
        let written = async { added::write!(shared, &self.events, Plain) }.await;
        match &written {
            Ok(()) => self.events.clear(),
            Err(why) => self.give_up(why),
        }
        written
    }

    /// Ends a turn: what it did stays, and becomes true with the commit.
    async fn end(&mut self, added: Added, tell: oneshot::Sender<Result<(), String>>) {
        let ended = match &mut self.shared {
            Some(shared) if self.begun => {
                sqlx::query("RELEASE turn").execute(&mut **shared).await.map(drop)
            }
            Some(_) => Ok(()),
            None => Err(sqlx::Error::WorkerCrashed),
        };
        if let Err(why) = ended {
            // Who does not wait any more does not want to know.
            drop(tell.send(Err(why.to_string())));
            return;
        }
        self.begun = false;
        self.next = added.next.or(self.next);
        self.events.extend(added.events);
        self.waiting.push(tell);
    }

    /// Makes true what has ended; where nothing has, nothing is left.
    async fn commit(&mut self) {
        self.clean().await;
        if !self.events.is_empty() && self.write().await.is_err() {
            return;
        }
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
        self.events.clear();
        self.next = None;
        for waiting in self.waiting.drain(..) {
            // Who does not wait any more does not want to know.
            drop(waiting.send(done.clone()));
        }
    }
}

impl Turn {
    /// Its own savepoint, after everything that was added to the log before: whatever sees the store comes after this.
    pub(super) async fn ready(&mut self) -> Result<(), sqlx::Error> {
        let Some(mut mine) = self.mine.take() else { return Err(sqlx::Error::WorkerCrashed) };
        if !mine.events.is_empty() {
            // In a task of its own: whoever gives up waiting does not leave half of what others added.
            let writing = tokio::spawn(async move { mine.write().await.map(|()| mine) });
            mine = writing.await.map_err(|_| sqlx::Error::WorkerCrashed)??;
        }
        let mine = &mut **self.mine.insert(mine);
        if !mine.begun {
            let Some(shared) = &mut mine.shared else { return Err(sqlx::Error::WorkerCrashed) };
            mine.begun = true;
            sqlx::query("SAVEPOINT turn").execute(&mut **shared).await?;
        }
        Ok(())
    }

    /// The place of the next event, after everything that was added before this turn.
    pub(super) async fn next(&mut self) -> Result<i64, sqlx::Error> {
        let Some(mine) = &mut self.mine else { return Err(sqlx::Error::WorkerCrashed) };
        if let Some(next) = mine.next {
            return Ok(next);
        }
        let Some(shared) = &mut mine.shared else { return Err(sqlx::Error::WorkerCrashed) };
        let next = sqlx::query_scalar(added::SIZE).fetch_one(&mut **shared).await?;
        mine.next = Some(next);
        Ok(next)
    }

    /// Ends it, and waits until it is true: when this returns, it outlives a power cut.
    pub(super) async fn commit(mut self, added: Added) -> Result<(), sqlx::Error> {
        let Some(mut mine) = self.mine.take() else { return Err(sqlx::Error::WorkerCrashed) };
        let (tell, told) = oneshot::channel();
        let group = self.group.clone();
        // In a task of its own: whoever gives up waiting does not keep the others from being true.
        tokio::spawn(async move {
            mine.end(added, tell).await;
            let (number, full) = (mine.number, mine.waiting.len() >= MOST);
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
    /// Makes it true, and what it adds to the log with it.
    pub(super) async fn commit(self, added: Added) -> Result<(), sqlx::Error> {
        match self {
            Self::Reading(tx) => tx.commit().await,
            Self::Writing(turn) => turn.commit(added).await,
        }
    }
}
