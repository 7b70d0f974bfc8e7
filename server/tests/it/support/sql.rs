//! Plain statements, for what only a test asks.

use super::Stage;
use server::store::Db;
use sqlx::{AssertSqlSafe, Row};

impl Stage {
    /// Runs a statement as it stands.
    pub async fn execute(&self, sql: &str) -> Result<u64, sqlx::Error> {
        Ok(match self.portal.db() {
            Db::Sqlite { write, .. } => {
                sqlx::query(AssertSqlSafe(sql.to_owned())).execute(write).await?.rows_affected()
            }
            Db::Postgres(pool) => {
                sqlx::query(AssertSqlSafe(sql.to_owned())).execute(pool).await?.rows_affected()
            }
        })
    }

    /// The first column of every row, as text.
    pub async fn texts(&self, sql: &str) -> Vec<String> {
        match self.portal.db() {
            Db::Sqlite { write, .. } => {
                let rows =
                    sqlx::query(AssertSqlSafe(sql.to_owned())).fetch_all(write).await.unwrap();
                rows.iter().map(|row| row.get(0)).collect()
            }
            Db::Postgres(pool) => {
                let rows =
                    sqlx::query(AssertSqlSafe(sql.to_owned())).fetch_all(pool).await.unwrap();
                rows.iter().map(|row| row.get(0)).collect()
            }
        }
    }

    /// The one number that a question is answered with.
    pub async fn number(&self, sql: &str) -> i64 {
        let text = self.texts(&format!("SELECT CAST(({sql}) AS TEXT)")).await;
        text[0].parse().unwrap()
    }

    /// The kinds of all events since the shipped purposes came in, in order.
    pub async fn kinds(&self) -> Vec<String> {
        self.texts("SELECT kind FROM event WHERE kind <> 'purpose-imported' ORDER BY seq").await
    }
}
