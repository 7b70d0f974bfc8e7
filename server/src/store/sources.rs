//! What a person said about reading their records, source by source. Only ever added to; the newest
//! counts.

use super::events::EventRow;
use super::{Moment, StoreError, Tx, all, execute, optional};
use consent::ids::PersonId;
use consent::time::At;

/// What was said last about a source.
#[derive(Clone, Debug, PartialEq, Eq, sqlx::FromRow)]
pub struct PermitRow {
    /// `permit` or `stop`.
    pub action: String,
    /// When.
    pub at: Moment,
}

/// Adds what was said now. The log's head must be held already, so that two never take one place.
pub async fn say(
    tx: &mut Tx,
    person: PersonId,
    source: &str,
    action: &str,
    at: At,
) -> Result<u64, StoreError> {
    execute!(
        tx,
        "INSERT INTO source_permit (person_id, source, seq, action, at)
         SELECT $1, $2, COALESCE(MAX(seq), 0) + 1, $3, $4 FROM source_permit
         WHERE person_id = $1 AND source = $2",
        person.0,
        source,
        action,
        Moment::from(at)
    )
}

/// What was said last.
pub async fn newest(
    tx: &mut Tx,
    person: PersonId,
    source: &str,
) -> Result<Option<PermitRow>, StoreError> {
    optional!(
        tx,
        PermitRow,
        "SELECT action, at FROM source_permit WHERE person_id = $1 AND source = $2
         ORDER BY seq DESC LIMIT 1",
        person.0,
        source
    )
}

/// The newest events about reading somebody's records, newest first.
pub async fn readings(
    tx: &mut Tx,
    person: PersonId,
    [read, not_read]: [&str; 2],
    most: i64,
) -> Result<Vec<EventRow>, StoreError> {
    all!(
        tx,
        EventRow,
        "SELECT seq, kind, at, person_id, request_id, sealed FROM event
         WHERE person_id = $1 AND kind IN ($2, $3) ORDER BY seq DESC LIMIT $4",
        person.0,
        read,
        not_read,
        most
    )
}
