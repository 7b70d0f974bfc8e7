//! Erasing a person: their key goes, and with it everything that was sealed under it; then the rows
//! go too. What stays is an id that nothing leads to, and the log's leaves.

use super::{Moment, StoreError, Tx, execute, words};
use consent::ids::PersonId;
use consent::time::At;

/// Destroys the person's key and everything about them; gives how many events went with them, none
/// where they were erased before.
pub async fn erase(
    tx: &mut Tx,
    id: PersonId,
    nhs_index: Option<&[u8]>,
    at: At,
) -> Result<Option<u64>, StoreError> {
    let erased = execute!(
        tx,
        "UPDATE person SET erased_at = $2, key_wrapped = NULL, sealed = NULL, nino_index = NULL,
         nhs_index = NULL, died_at = NULL WHERE id = $1 AND erased_at IS NULL",
        id.0,
        Moment::from(at)
    )?;
    if erased == 0 {
        return Ok(None);
    }
    if let Some(index) = nhs_index {
        execute!(tx, "DELETE FROM record WHERE nhs_index = $1", index)?;
    }
    execute!(tx, "DELETE FROM session WHERE person_id = $1", id.0)?;
    execute!(tx, "DELETE FROM activation WHERE person_id = $1", id.0)?;
    execute!(tx, "DELETE FROM account WHERE person_id = $1", id.0)?;
    execute!(tx, "DELETE FROM source_permit WHERE person_id = $1", id.0)?;
    execute!(tx, "DELETE FROM draft WHERE person_id = $1", id.0)?;
    execute!(tx, "DELETE FROM preview WHERE person_id = $1", id.0)?;
    execute!(
        tx,
        "DELETE FROM decision_receipt WHERE receipt_id IN (SELECT id FROM receipt WHERE person_id = $1)",
        id.0
    )?;
    execute!(tx, "DELETE FROM receipt WHERE person_id = $1", id.0)?;
    execute!(tx, "DELETE FROM own_copy WHERE person_id = $1", id.0)?;
    words::forget(tx, id, None).await?;
    let events = execute!(
        tx,
        "DELETE FROM event WHERE person_id = $1
         OR (person_id IS NULL AND request_id IN (SELECT id FROM request WHERE person_id = $1))",
        id.0
    )?;
    execute!(
        tx,
        "DELETE FROM said WHERE request_id IN (SELECT id FROM request WHERE person_id = $1)",
        id.0
    )?;
    execute!(
        tx,
        "DELETE FROM package WHERE request_id IN (SELECT id FROM request WHERE person_id = $1)",
        id.0
    )?;
    execute!(
        tx,
        "DELETE FROM collection_answer WHERE collection_id IN
         (SELECT c.id FROM collection c JOIN request r ON r.id = c.request_id WHERE r.person_id = $1)",
        id.0
    )?;
    // Last: until here the request said whose rows these are.
    execute!(
        tx,
        "UPDATE request SET key_wrapped = NULL, sealed = NULL, nino_index = NULL, person_id = NULL
         WHERE person_id = $1",
        id.0
    )?;
    Ok(Some(events))
}
