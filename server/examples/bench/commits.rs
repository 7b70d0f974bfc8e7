//! What one durable commit costs on this machine, in a SQLite file of its own with the settings of the portal's. Nothing
//! that the portal answers for can be faster than its commit.

use crate::Outcome;
use server::store::db::On;
use server::store::db::Place;
use server::store::{Db, Tx};
use std::path::Path;

/// A file to commit to.
pub struct Commits {
    db: Db,
    next: i64,
}

impl Commits {
    /// Makes the file.
    pub async fn in_folder(folder: &Path) -> Outcome<Self> {
        let db = Db::open(&Place::File(folder.join("commits.db"))).await?;
        let mut tx = db.write().await?;
        execute(&mut tx, "CREATE TABLE line (number INTEGER PRIMARY KEY)", None).await?;
        tx.commit().await?;
        Ok(Self { db, next: 0 })
    }

    /// One row, one commit.
    pub async fn one(&mut self) -> Outcome<()> {
        let mut tx = self.db.write().await?;
        self.next += 1;
        execute(&mut tx, "INSERT INTO line (number) VALUES ($1)", Some(self.next)).await?;
        Ok(tx.commit().await?)
    }
}

async fn execute(tx: &mut Tx, sql: &'static str, number: Option<i64>) -> Outcome<()> {
    match &mut tx.on {
        On::Sqlite(tx) => match number {
            Some(number) => sqlx::query(sql).bind(number).execute(&mut **tx).await?,
            None => sqlx::query(sql).execute(&mut **tx).await?,
        },
        On::Postgres(_) => return Err("a file is never a PostgreSQL".into()),
    };
    Ok(())
}
