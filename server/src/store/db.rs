//! The only place that knows there are two databases. A statement is written once, as a literal with
//! `$1` placeholders, and the macros run it on whichever it is.
//! A transaction that is dropped without [`Tx::commit`] leaves nothing behind.

mod added;
mod rows;
mod turns;

pub use added::{Added, NewEvent};
pub(in crate::store) use added::{Mark, rows as insert_rows};
pub use rows::{Cell, Holds};
pub use turns::{OnSqlite, Turns};

use crate::work;
use consent::time::At;
use sqlx::migrate::MigrateError;
use sqlx::postgres::{PgConnectOptions, PgPoolOptions};
use sqlx::sqlite::{SqliteConnectOptions, SqliteJournalMode, SqlitePoolOptions, SqliteSynchronous};
use sqlx::{PgPool, Postgres, SqlitePool, Transaction};
use std::path::PathBuf;
use std::str::FromStr;
use std::sync::OnceLock;
use std::time::Duration;

/// How long somebody waits for a connection, and a writer for another process's.
const PATIENCE: Duration = Duration::from_secs(10);
/// Readers at once on SQLite, connections on PostgreSQL.
const READERS: u32 = 8;
const CONNECTIONS: u32 = 16;

/// Where the store is.
#[derive(Clone)]
pub enum Place {
    /// A SQLite file; made where there is none.
    File(PathBuf),
    /// A `postgres://` address; it may hold a password and is never shown.
    Postgres(String),
}

/// The store.
#[derive(Clone, Debug)]
pub enum Db {
    /// A file of this machine.
    Sqlite {
        /// Readers: each sees one snapshot per transaction.
        read: SqlitePool,
        /// The one writer of this process.
        write: SqlitePool,
        /// Whose turn it is to write.
        turns: Turns,
    },
    /// A server.
    Postgres(PgPool),
}

/// A transaction of the store.
#[derive(Debug)]
pub struct Tx {
    /// On which database.
    on: On,
    /// What it adds to the log.
    added: Added,
    /// It has one time, whoever asks first.
    at: OnceLock<At>,
}

/// On which database a transaction is.
#[derive(Debug)]
pub enum On {
    /// On SQLite.
    Sqlite(OnSqlite),
    /// On PostgreSQL.
    Postgres(Transaction<'static, Postgres>),
}

/// Why the store did not answer. Says nothing of what is kept.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// The database refused or is gone.
    #[error("the database: {0}")]
    Database(#[from] sqlx::Error),
    /// The tables could not be brought up to date.
    #[error("bringing the store up to date: {0}")]
    Migrate(#[from] MigrateError),
    /// A PostgreSQL that may forget what it has confirmed.
    #[error(
        "PostgreSQL runs with {0} off: it can lose a withdrawal that was confirmed. Turn it on"
    )]
    Forgetful(&'static str),
    /// The folder of the store cannot be used.
    #[error("the folder of the store: {0}")]
    Folder(#[from] std::io::Error),
    /// An event could not be written, and somebody wanted to go on without it.
    #[error("nothing is true without its event, which could not be written")]
    WithoutEvent,
    /// A transaction that only reads was to write.
    #[error("a transaction that only reads cannot write")]
    ReadsOnly,
    /// A row that this program cannot have written.
    #[error("a row of {0} cannot be read")]
    Row(&'static str),
}

impl StoreError {
    /// Whether something that may be there once was there already.
    #[must_use]
    pub fn is_duplicate(&self) -> bool {
        matches!(self, Self::Database(sqlx::Error::Database(error)) if error.is_unique_violation())
    }
}

impl Db {
    /// Opens the store.
    ///
    /// # Errors
    /// When it cannot be reached, or when it is a PostgreSQL that may forget what it confirmed.
    pub async fn open(place: &Place) -> Result<Self, StoreError> {
        match place {
            Place::File(path) => Self::open_sqlite(path).await,
            Place::Postgres(address) => Self::open_postgres(address).await,
        }
    }

    async fn open_sqlite(path: &std::path::Path) -> Result<Self, StoreError> {
        if let Some(folder) = path.parent() {
            std::fs::create_dir_all(folder)?;
        }
        let options = SqliteConnectOptions::new()
            .filename(path)
            .create_if_missing(true)
            .journal_mode(SqliteJournalMode::Wal)
            .synchronous(SqliteSynchronous::Full)
            .foreign_keys(true)
            .busy_timeout(PATIENCE)
            .pragma("secure_delete", "ON");
        let pool = |size| {
            SqlitePoolOptions::new()
                .max_connections(size)
                .acquire_timeout(PATIENCE)
                .test_before_acquire(false)
        };
        let write = pool(1).connect_with(options.clone()).await?;
        // Only now does the file surely exist.
        let reading = options.create_if_missing(false).pragma("query_only", "ON");
        let read = pool(READERS).connect_with(reading).await?;
        let turns = Turns::new(write.clone());
        Ok(Self::Sqlite { read, write, turns })
    }

    async fn open_postgres(address: &str) -> Result<Self, StoreError> {
        let options = PgConnectOptions::from_str(address)?.application_name("sayso");
        let pool = PgPoolOptions::new()
            .max_connections(CONNECTIONS)
            .acquire_timeout(PATIENCE)
            .connect_with(options)
            .await?;
        for (setting, question) in
            [("fsync", "SHOW fsync"), ("synchronous_commit", "SHOW synchronous_commit")]
        {
            let answer: String = sqlx::query_scalar(question).fetch_one(&pool).await?;
            if answer == "off" {
                return Err(StoreError::Forgetful(setting));
            }
        }
        Ok(Self::Postgres(pool))
    }

    /// Brings the tables up to date; does nothing where they are.
    pub async fn migrate(&self) -> Result<(), StoreError> {
        match self {
            Self::Sqlite { write, .. } => {
                sqlx::migrate!("../migrations/sqlite").run(write).await?;
            }
            Self::Postgres(pool) => sqlx::migrate!("../migrations/postgres").run(pool).await?,
        }
        Ok(())
    }

    /// A transaction that may write. One at a time, on either database: each holds the one write lock
    /// from the start, so that no two ever wait for each other's rows. Only `portal` opens one.
    pub async fn write(&self) -> Result<Tx, StoreError> {
        work::done(|work| work.writes += 1);
        Ok(match self {
            Self::Sqlite { turns, .. } => {
                Tx::on(On::Sqlite(OnSqlite::Writing(turns.begin().await?)))
            }
            Self::Postgres(pool) => {
                let mut tx = pool.begin().await?;
                // Every event ends at the log's head anyway: whoever writes begins there.
                let head = "SELECT size FROM log_head FOR UPDATE";
                let size = sqlx::query_scalar(head).fetch_one(&mut *tx).await?;
                let mut tx = Tx::on(On::Postgres(tx));
                tx.goes_on_at(size);
                tx
            }
        })
    }

    /// A transaction that only reads, all of it from one snapshot.
    pub async fn read(&self) -> Result<Tx, StoreError> {
        work::done(|work| work.reads += 1);
        Ok(Tx::on(match self {
            Self::Sqlite { read, .. } => On::Sqlite(OnSqlite::Reading(read.begin().await?)),
            Self::Postgres(pool) => On::Postgres(
                pool.begin_with("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY").await?,
            ),
        }))
    }

    /// Puts what was written into its place at once, where the database leaves that for later: what was deleted is
    /// then nowhere. As far as nobody reads just now.
    pub async fn settle(&self) -> Result<(), StoreError> {
        if let Self::Sqlite { write, .. } = self {
            sqlx::query("PRAGMA wal_checkpoint(TRUNCATE)").execute(write).await?;
        }
        Ok(())
    }

    /// Lets go of every connection, when what runs has finished.
    pub async fn close(&self) {
        match self {
            Self::Sqlite { read, write, .. } => {
                read.close().await;
                write.close().await;
            }
            Self::Postgres(pool) => pool.close().await,
        }
    }
}

impl Tx {
    const fn on(on: On) -> Self {
        Self { on, added: Added::new(), at: OnceLock::new() }
    }

    /// The connection, where everything that happened before is written: for one statement.
    pub(in crate::store) async fn ready(&mut self) -> Result<&mut On, StoreError> {
        if let On::Sqlite(OnSqlite::Writing(turn)) = &mut self.on {
            turn.ready().await?;
        }
        if !self.added.events.is_empty() {
            // Whoever passes over a failure, or gives up here, does not commit without them.
            self.added.lost = true;
            match &mut self.on {
                On::Sqlite(tx) => added::write!(tx, &self.added.events, Plain),
                On::Postgres(tx) => added::write!(tx, &self.added.events, Number),
            }?;
            self.added.lost = false;
            self.added.events.clear();
        }
        Ok(&mut self.on)
    }

    /// The place of the next event in the log.
    pub(in crate::store) async fn next_place(&mut self) -> Result<i64, StoreError> {
        let next = match (self.added.next, &mut self.on) {
            (Some(next), _) => next,
            (None, On::Sqlite(OnSqlite::Writing(turn))) => turn.next().await?,
            (None, _) => return Err(StoreError::ReadsOnly),
        };
        self.goes_on_at(next);
        Ok(next)
    }

    /// The log has this size.
    pub(in crate::store) const fn goes_on_at(&mut self, size: i64) {
        self.added.next = Some(size);
    }

    /// Adds an event to the log, at its next place.
    pub(in crate::store) fn add(&mut self, event: NewEvent) {
        work::done(|work| work.events += 1);
        self.added.push(event);
    }

    /// The one time of this transaction: `read` is asked once, when somebody wants to know it first.
    pub fn at(&self, read: impl FnOnce() -> At) -> At {
        *self.at.get_or_init(read)
    }

    /// Makes it true. When this returns, it outlives a power cut.
    pub async fn commit(mut self) -> Result<(), StoreError> {
        work::done(|work| work.commits += 1);
        if let On::Postgres(_) = self.on {
            self.ready().await?;
        }
        if self.added.lost {
            return Err(StoreError::WithoutEvent);
        }
        match self.on {
            On::Sqlite(tx) => tx.commit(self.added).await?,
            On::Postgres(tx) => tx.commit().await?,
        }
        Ok(())
    }
}

/// An instant in a row: microseconds since 1970 in UTC, so that both databases compare alike.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, sqlx::Type)]
#[sqlx(transparent)]
pub struct Moment(i64);

impl From<At> for Moment {
    fn from(at: At) -> Self {
        Self(at.micros())
    }
}

impl From<Moment> for At {
    fn from(moment: Moment) -> Self {
        Self::from_micros(moment.0)
    }
}

/// Runs a statement; gives how many rows it changed.
macro_rules! execute {
    ($tx:expr, $sql:expr $(, $bind:expr)* $(,)?) => {{
        $crate::work::statement($sql);
        match $tx.ready().await {
            Ok($crate::store::db::On::Sqlite(tx)) => sqlx::query($sql)
                $(.bind($bind))*
                .execute(&mut **tx)
                .await
                .map(|done| done.rows_affected())
                .map_err($crate::store::StoreError::from),
            Ok($crate::store::db::On::Postgres(tx)) => sqlx::query($sql)
                $(.bind($bind))*
                .execute(&mut **tx)
                .await
                .map(|done| done.rows_affected())
                .map_err($crate::store::StoreError::from),
            Err(why) => Err(why),
        }
    }};
}

/// Runs a question; gives what this method of sqlx gives.
macro_rules! fetch {
    ($method:ident, $tx:expr, $row:ty, $sql:expr $(, $bind:expr)* $(,)?) => {{
        $crate::work::statement($sql);
        match $tx.ready().await {
            Ok($crate::store::db::On::Sqlite(tx)) => sqlx::query_as::<_, $row>($sql)
                $(.bind($bind))*
                .$method(&mut **tx)
                .await
                .map_err($crate::store::StoreError::from),
            Ok($crate::store::db::On::Postgres(tx)) => sqlx::query_as::<_, $row>($sql)
                $(.bind($bind))*
                .$method(&mut **tx)
                .await
                .map_err($crate::store::StoreError::from),
            Err(why) => Err(why),
        }
    }};
}

/// Every row of the answer.
macro_rules! all {
    ($tx:expr, $row:ty, $($rest:tt)*) => {
        $crate::store::db::fetch!(fetch_all, $tx, $row, $($rest)*)
    };
}

/// The one row of the answer, if there is one.
macro_rules! optional {
    ($tx:expr, $row:ty, $($rest:tt)*) => {
        $crate::store::db::fetch!(fetch_optional, $tx, $row, $($rest)*)
    };
}

/// The one row of the answer; an error where there is none.
macro_rules! one {
    ($tx:expr, $row:ty, $($rest:tt)*) => {
        $crate::store::db::fetch!(fetch_one, $tx, $row, $($rest)*)
    };
}

pub(crate) use {all, execute, fetch, one, optional};
