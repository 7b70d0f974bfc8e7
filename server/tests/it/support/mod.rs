//! A portal for one test: its own store and keys, a clock that stands until it is moved.

mod people;
mod sql;

pub use people::{identity, person, record};

use axum::Router;
use consent::time::At;
use server::clock::FixedClock;
use server::config::{Config, DatabaseUrl};
use server::portal::Portal;
use sqlx::{AssertSqlSafe, Connection, Executor, PgConnection};
use std::sync::Arc;
use tempfile::TempDir;

/// Which database.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    Sqlite,
    Postgres,
}

/// A portal on its own.
pub struct Stage {
    pub kind: Kind,
    pub portal: Portal,
    pub clock: Arc<FixedClock>,
    pub router: Router,
    home: TempDir,
}

impl Stage {
    /// A new portal, empty; none where there is no PostgreSQL to test with.
    pub async fn new(kind: Kind) -> Option<Self> {
        Self::with(kind, |_| ()).await
    }

    /// The same with other settings.
    pub async fn with(kind: Kind, change: impl FnOnce(&mut Config)) -> Option<Self> {
        let home = tempfile::tempdir().unwrap();
        let mut config = Config { data_dir: home.path().to_owned(), ..Config::default() };
        change(&mut config);
        if kind == Kind::Postgres {
            config.database_url = DatabaseUrl::parse(&schema_of_its_own().await?);
        }
        let clock = Arc::new(FixedClock::at(At::parse_rfc3339("2026-11-02T09:00:00Z").unwrap()));
        let portal = Portal::open(config, clock.clone()).await.unwrap();
        let router = server::cli::router(&portal);
        Some(Self { kind, portal, clock, router, home })
    }

    /// A portal over a store that is there, in this folder.
    pub async fn over(kind: Kind, home: TempDir, config: Config, clock: Arc<FixedClock>) -> Self {
        let portal = Portal::open(config, clock.clone()).await.unwrap();
        let router = server::cli::router(&portal);
        Self { kind, portal, clock, router, home }
    }

    /// The same store and keys, opened again as another process would.
    pub async fn again(&self) -> Portal {
        Portal::open(self.portal.config().clone(), self.clock.clone()).await.unwrap()
    }

    /// The folder of store and keys.
    pub fn home(&self) -> &std::path::Path {
        self.home.path()
    }
}

/// A variable of whoever runs the tests.
#[expect(clippy::disallowed_methods, reason = "what the tests may use is said in the environment")]
pub fn variable(name: &str) -> Option<String> {
    std::env::var(name).ok().filter(|value| !value.is_empty())
}

/// The address of a new schema on the PostgreSQL of the tests.
pub async fn schema_of_its_own() -> Option<String> {
    let Some(address) = variable("SAYSO_TEST_POSTGRES") else {
        let required = variable("SAYSO_SHARED_REQUIRED").as_deref() == Some("1");
        assert!(!required, "SAYSO_TEST_POSTGRES must name a PostgreSQL");
        println!("skipped: SAYSO_TEST_POSTGRES names no PostgreSQL");
        return None;
    };
    let name =
        format!("stage_{}", server::chance::Chance.code().unwrap().replace('-', "").to_lowercase());
    let mut connection = PgConnection::connect(&address).await.unwrap();
    connection.execute(AssertSqlSafe(format!("CREATE SCHEMA {name}"))).await.unwrap();
    connection.close().await.unwrap();
    let sign = if address.contains('?') { '&' } else { '?' };
    Some(format!("{address}{sign}options=-c%20search_path%3D{name}"))
}

/// One test on both databases: `both!(its_name, |stage| async { … });`
macro_rules! both {
    ($name:ident, |$stage:ident| async $body:block) => {
        async fn $name($stage: &$crate::support::Stage) $body

        mod $name {
            use $crate::support::{Kind, Stage};

            #[tokio::test]
            async fn on_sqlite() {
                super::$name(&Stage::new(Kind::Sqlite).await.unwrap()).await;
            }

            #[tokio::test]
            async fn on_postgres() {
                if let Some(stage) = Stage::new(Kind::Postgres).await {
                    super::$name(&stage).await;
                }
            }
        }
    };
}

pub(crate) use both;
