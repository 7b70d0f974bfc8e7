//! What somebody's history asks of the events about them: one line of it, and what came after a place. Reads only.

use super::db::{StoreError, Tx};
use super::events::EventRow;
use super::{all, one, optional};
use consent::ids::{PersonId, RequestId};
use uuid::Uuid;

/// Kinds that are no change of anything where the person did it themselves: the statements below name them.
pub const LOOKS: [&str; 7] = [
    "history-viewed",
    "request-viewed",
    "receipt-viewed",
    "letter-opened",
    "preview-made",
    "copy-viewed",
    "signed-in",
];

/// This very event, where it is about this person, or was done about a request of theirs before that was known.
pub async fn line(tx: &mut Tx, person: PersonId, seq: i64) -> Result<Option<EventRow>, StoreError> {
    optional!(
        tx,
        EventRow,
        "SELECT seq, kind, at, person_id, request_id, sealed FROM event WHERE seq = $2 AND (person_id = $1
         OR (person_id IS NULL AND request_id IN (SELECT id FROM request WHERE person_id = $1 AND not_me_at IS NULL)))",
        person.0,
        seq
    )
}

/// Events of one kind about a person from before this place in the log, newest first.
pub async fn of_kind(
    tx: &mut Tx,
    person: PersonId,
    kind: &str,
    before: i64,
    most: i64,
) -> Result<Vec<EventRow>, StoreError> {
    all!(
        tx,
        EventRow,
        "SELECT seq, kind, at, person_id, request_id, sealed FROM event
         WHERE person_id = $1 AND kind = $2 AND seq < $3 ORDER BY seq DESC LIMIT $4",
        person.0,
        kind,
        before,
        most
    )
}

/// How many events about a person came after this place that are changes, whoever did them. A receipt has no line of its
/// own: it stands on the line of what it proves.
pub async fn changes_after(tx: &mut Tx, person: PersonId, after: i64) -> Result<i64, StoreError> {
    let (count,): (i64,) = one!(
        tx,
        (i64,),
        "SELECT COUNT(*) FROM event WHERE person_id = $1 AND seq > $2 AND kind NOT IN ('history-viewed',
         'request-viewed', 'receipt-viewed', 'letter-opened', 'preview-made', 'copy-viewed', 'signed-in')
         AND kind <> 'receipt-issued'",
        person.0,
        after
    )?;
    Ok(count)
}

/// The events about a person after this place that are changes only where somebody else did them, newest first.
pub async fn looks_after(
    tx: &mut Tx,
    person: PersonId,
    after: i64,
) -> Result<Vec<EventRow>, StoreError> {
    all!(
        tx,
        EventRow,
        "SELECT seq, kind, at, person_id, request_id, sealed FROM event WHERE person_id = $1 AND seq > $2 AND kind IN
         ('history-viewed', 'request-viewed', 'receipt-viewed', 'letter-opened', 'preview-made', 'copy-viewed', 'signed-in')
         ORDER BY seq DESC",
        person.0,
        after
    )
}

/// An hour, in microseconds.
pub const HOUR: i64 = 3_600_000_000;

/// How often something happened in an hour.
#[derive(Clone, Debug, sqlx::FromRow)]
pub struct HourRow {
    /// Which: so many hours after the beginning of 1970.
    pub hour: i64,
    /// How often.
    pub times: i64,
}

/// How often requesters checked, looked up and collected, hour by hour: also before it was known whom a request is about.
/// Nobody else does these.
pub async fn asked_by_hour(tx: &mut Tx, person: PersonId) -> Result<Vec<HourRow>, StoreError> {
    all!(
        tx,
        HourRow,
        "SELECT at / 3600000000 AS hour, COUNT(*) AS times FROM
            (SELECT at FROM event WHERE person_id = $1
             AND kind IN ('checked', 'standing-read', 'collected', 'collection-denied')
             UNION ALL SELECT e.at FROM request r JOIN event e ON e.request_id = r.id
             WHERE r.person_id = $1 AND r.not_me_at IS NULL AND COALESCE(e.person_id, e.request_id) = e.request_id
             AND e.kind IN ('checked', 'standing-read', 'collected', 'collection-denied')) AS asked
         GROUP BY at / 3600000000",
        person.0
    )
}

/// All other events about a person that can have a line of their own, also from before it was known whom a request is
/// about.
pub async fn not_asked(tx: &mut Tx, person: PersonId) -> Result<Vec<EventRow>, StoreError> {
    all!(
        tx,
        EventRow,
        "SELECT seq, kind, at, person_id, request_id, sealed FROM event WHERE person_id = $1
         AND kind NOT IN ('checked', 'standing-read', 'collected', 'collection-denied')
         AND kind <> 'receipt-issued'
         UNION ALL SELECT e.seq, e.kind, e.at, e.person_id, e.request_id, e.sealed FROM request r JOIN event e ON e.request_id = r.id
         WHERE r.person_id = $1 AND r.not_me_at IS NULL AND COALESCE(e.person_id, e.request_id) = e.request_id
         AND e.kind NOT IN ('checked', 'standing-read', 'collected', 'collection-denied')
         AND e.kind NOT IN ('request-submitted', 'request-unmatched', 'receipt-issued')",
        person.0
    )
}

/// The requests that were found to be about this person after this place.
pub async fn received_after(
    tx: &mut Tx,
    person: PersonId,
    after: i64,
) -> Result<Vec<RequestId>, StoreError> {
    let rows: Vec<(Uuid,)> = all!(
        tx,
        (Uuid,),
        "SELECT e.request_id FROM event e JOIN request r ON r.id = e.request_id WHERE e.person_id = $1 AND e.seq > $2
         AND e.kind = 'request-received' AND r.person_id = $1 AND r.not_me_at IS NULL",
        person.0,
        after
    )?;
    Ok(rows.into_iter().map(|(id,)| RequestId(id)).collect())
}

/// How much of what was done about a request up to this place, when it was not known whom it is about, has a line in
/// the history.
pub async fn done_before(tx: &mut Tx, request: RequestId, until: i64) -> Result<i64, StoreError> {
    let (count,): (i64,) = one!(
        tx,
        (i64,),
        "SELECT COUNT(*) FROM event WHERE request_id = $1 AND person_id IS NULL AND seq <= $2
         AND kind NOT IN ('request-submitted', 'request-unmatched', 'receipt-issued')",
        request.0,
        until
    )?;
    Ok(count)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_statements_name_the_looks() {
        let source = include_str!("history.rs");
        let said = |before: &str| {
            let (_, rest) = source.split_once(before).expect("a statement");
            let rest = rest.split_once('(').expect("a list").1;
            let list = rest.split_once(')').expect("its end").0;
            let names = list.split('\'').skip(1).step_by(2).map(str::to_owned);
            names.collect::<Vec<_>>()
        };
        for before in ["seq > $2 AND kind NOT IN", "seq > $2 AND kind IN"] {
            assert_eq!(said(before), LOOKS);
        }
    }
}
