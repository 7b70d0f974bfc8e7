//! Whole rows on either database, whatever table they are of: for putting a store away and back. Which tables and
//! columns those are is said in `store::tables`, as constants; nothing here takes a name from outside.

use super::{On, StoreError, Tx};
use futures_util::TryStreamExt as _;
use sqlx::{AssertSqlSafe, Row as _};
use uuid::Uuid;

/// What is in a column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Holds {
    /// A UUID.
    Id,
    /// Bytes.
    Bytes,
    /// A whole number.
    Whole,
    /// Text.
    Text,
}

/// The value of one column of one row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Cell {
    /// A UUID.
    Id(Option<Uuid>),
    /// Bytes.
    Bytes(Option<Vec<u8>>),
    /// A whole number.
    Whole(Option<i64>),
    /// Text.
    Text(Option<String>),
}

/// Every row of an answer, one after the other and never all at once.
macro_rules! each {
    ($tx:expr, $sql:expr, $holds:expr, $take:expr) => {{
        let mut rows = sqlx::query(AssertSqlSafe($sql)).fetch(&mut **$tx);
        while let Some(row) = rows.try_next().await.map_err(StoreError::from)? {
            let cells = $holds.iter().enumerate().map(|(place, holds)| {
                Ok(match holds {
                    Holds::Id => Cell::Id(row.try_get(place)?),
                    Holds::Bytes => Cell::Bytes(row.try_get(place)?),
                    Holds::Whole => Cell::Whole(row.try_get(place)?),
                    Holds::Text => Cell::Text(row.try_get(place)?),
                })
            });
            let cells =
                cells.collect::<Result<Vec<Cell>, sqlx::Error>>().map_err(StoreError::from)?;
            $take(cells)?;
        }
    }};
}

macro_rules! put {
    ($tx:expr, $sql:expr, $cells:expr) => {{
        let mut query = sqlx::query(AssertSqlSafe($sql));
        for cell in $cells {
            query = match cell {
                Cell::Id(value) => query.bind(value),
                Cell::Bytes(value) => query.bind(value),
                Cell::Whole(value) => query.bind(value),
                Cell::Text(value) => query.bind(value),
            };
        }
        query.execute(&mut **$tx).await?.rows_affected()
    }};
}

impl Tx {
    /// Gives every row of a question to `take`.
    ///
    /// # Errors
    /// The store's, or the first one of `take`.
    pub async fn each_row<E: From<StoreError>>(
        &mut self,
        question: String,
        holds: &[Holds],
        mut take: impl FnMut(Vec<Cell>) -> Result<(), E>,
    ) -> Result<(), E> {
        match self.ready().await? {
            On::Sqlite(tx) => each!(tx, question, holds, take),
            On::Postgres(tx) => each!(tx, question, holds, take),
        }
        Ok(())
    }

    /// Runs a statement with these values; gives how many rows it changed.
    pub async fn put_rows(
        &mut self,
        statement: String,
        cells: Vec<Cell>,
    ) -> Result<u64, StoreError> {
        Ok(match self.ready().await? {
            On::Sqlite(tx) => put!(tx, statement, cells),
            On::Postgres(tx) => put!(tx, statement, cells),
        })
    }

    /// Rows may name rows that come only later in this transaction. What names nothing at its end fails it.
    pub async fn name_rows_before_they_come(&mut self) -> Result<(), StoreError> {
        match self.ready().await? {
            On::Sqlite(tx) => {
                sqlx::query("PRAGMA defer_foreign_keys = ON").execute(&mut **tx).await?;
            }
            On::Postgres(tx) => {
                sqlx::query("SET CONSTRAINTS ALL DEFERRED").execute(&mut **tx).await?;
            }
        }
        Ok(())
    }

    /// Which versions of the tables are applied, with their names.
    pub async fn migrations(&mut self) -> Result<Vec<(i64, String)>, StoreError> {
        let question = "SELECT version, description FROM _sqlx_migrations ORDER BY version";
        let holds = [Holds::Whole, Holds::Text];
        let mut found = Vec::new();
        let take = |cells: Vec<Cell>| -> Result<(), StoreError> {
            match <[Cell; 2]>::try_from(cells) {
                Ok([Cell::Whole(Some(version)), Cell::Text(Some(name))]) => {
                    found.push((version, name));
                    Ok(())
                }
                _ => Err(StoreError::Row("_sqlx_migrations")),
            }
        };
        self.each_row(question.to_owned(), &holds, take).await?;
        Ok(found)
    }
}
