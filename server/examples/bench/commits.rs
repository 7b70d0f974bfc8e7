//! What one durable commit costs on this machine, in a SQLite file of its own with the settings of the portal's. Nothing
//! that the portal answers for can be faster than its commit.

use crate::Outcome;
use server::store::Db;
use server::store::db::{Cell, Place};
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
        tx.put_rows("CREATE TABLE line (number INTEGER PRIMARY KEY)".to_owned(), Vec::new())
            .await?;
        tx.commit().await?;
        Ok(Self { db, next: 0 })
    }

    /// One row, one commit.
    pub async fn one(&mut self) -> Outcome<()> {
        let mut tx = self.db.write().await?;
        self.next += 1;
        let row = vec![Cell::Whole(Some(self.next))];
        tx.put_rows("INSERT INTO line (number) VALUES ($1)".to_owned(), row).await?;
        Ok(tx.commit().await?)
    }
}
