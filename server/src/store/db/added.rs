//! What a transaction adds to the log: each event is a leaf, the opening of it, and one more in the log's size. They are
//! written together, before the next statement that could see them, or at the end.

use consent::ids::{PersonId, RequestId};
use consent::time::At;

/// So many go into one statement at most.
pub(super) const MOST: usize = 64;

/// A new leaf with its sealed opening.
#[derive(Clone, Debug)]
pub struct NewEvent {
    /// Its place in the log, from 0.
    pub seq: i64,
    /// The leaf hash.
    pub hash: Vec<u8>,
    /// When.
    pub at: At,
    /// The kind's fixed name.
    pub kind: &'static str,
    /// Whose record it is about.
    pub person: Option<PersonId>,
    /// Which request it is about.
    pub request: Option<RequestId>,
    /// What opens the commitment, sealed.
    pub sealed: Vec<u8>,
}

/// How the log goes on in a transaction.
#[derive(Debug)]
pub struct Added {
    /// The place of the next event, where it is known.
    pub(super) next: Option<i64>,
    /// What is not written yet, in order.
    pub(super) events: Vec<NewEvent>,
    /// Some of them were to be written, and it is not known that they are.
    pub(super) lost: bool,
}

impl Added {
    pub(super) const fn new() -> Self {
        Self { next: None, events: Vec::new(), lost: false }
    }

    pub(super) fn push(&mut self, event: NewEvent) {
        self.next = Some(event.seq + 1);
        self.events.push(event);
    }
}

/// The log's size.
pub(super) const SIZE: &str = "SELECT CAST(size AS BIGINT) FROM log_head WHERE one = 1";

/// How a value is named in a statement of many: both databases know numbers, and SQLite looks each of them up among all
/// the others, but not a plain mark.
#[derive(Clone, Copy, Debug)]
pub(in crate::store) enum Mark {
    /// `$1`, `$2` …
    Number,
    /// `?`, one after the other.
    Plain,
}

/// `INSERT … VALUES` with so many rows of so many columns.
pub(in crate::store) fn rows(insert: &str, rows: usize, columns: usize, mark: Mark) -> String {
    let mut sql = format!("{insert} VALUES ");
    for place in 0..rows * columns {
        sql.push_str(match (place % columns, place) {
            (0, 0) => "(",
            (0, _) => "), (",
            _ => ", ",
        });
        match mark {
            Mark::Number => sql.push_str(&format!("${}", place + 1)),
            Mark::Plain => sql.push('?'),
        }
    }
    sql.push(')');
    sql
}

/// The pieces in which they are written.
pub(super) fn pieces(events: &[NewEvent]) -> impl Iterator<Item = &[NewEvent]> {
    events.chunks(MOST)
}

/// Writes events on a connection of either database.
macro_rules! write {
    ($tx:expr, $events:expr, $mark:ident) => {{
        for piece in $crate::store::db::added::pieces($events) {
            let (count, mark) = (piece.len(), $crate::store::db::added::Mark::$mark);
            // What comes often stays prepared.
            let often = count == 1 || count == $crate::store::db::added::MOST;
            let leaves =
                $crate::store::db::added::rows("INSERT INTO leaf (seq, hash, at)", count, 3, mark);
            let mut query = sqlx::query(sqlx::AssertSqlSafe(leaves)).persistent(often);
            for event in piece {
                query =
                    query.bind(event.seq).bind(event.hash.as_slice()).bind(Moment::from(event.at));
            }
            query.execute(&mut **$tx).await?;
            let openings = $crate::store::db::added::rows(
                "INSERT INTO event (seq, person_id, request_id, kind, at, sealed)",
                count,
                6,
                mark,
            );
            let mut query = sqlx::query(sqlx::AssertSqlSafe(openings)).persistent(often);
            for event in piece {
                query = query
                    .bind(event.seq)
                    .bind(event.person.map(|id| id.0))
                    .bind(event.request.map(|id| id.0))
                    .bind(event.kind)
                    .bind(Moment::from(event.at))
                    .bind(event.sealed.as_slice());
            }
            query.execute(&mut **$tx).await?;
            let last = piece.last().map(|event| event.seq + 1);
            sqlx::query("UPDATE log_head SET size = $1 WHERE one = 1")
                .bind(last)
                .execute(&mut **$tx)
                .await?;
        }
        Ok::<(), sqlx::Error>(())
    }};
}

pub(super) use write;
