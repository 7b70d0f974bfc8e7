//! What only putting a backup back asks: whose sharing has to be held, and who was erased.

use super::{Moment, StoreError, Tx, all};
use consent::ids::{PersonId, RequestId};
use consent::time::At;
use uuid::Uuid;

/// Every request that is somebody's, in the order they were made.
pub async fn of_somebody(tx: &mut Tx) -> Result<Vec<RequestId>, StoreError> {
    let rows = all!(
        tx,
        (Uuid,),
        "SELECT id FROM request WHERE person_id IS NOT NULL AND not_me_at IS NULL
         AND key_wrapped IS NOT NULL ORDER BY submitted_at, id"
    )?;
    Ok(rows.into_iter().map(|(id,)| RequestId(id)).collect())
}

/// Everybody who was erased, and when.
pub async fn erased(tx: &mut Tx) -> Result<Vec<(PersonId, At)>, StoreError> {
    let rows = all!(
        tx,
        (Uuid, Moment),
        "SELECT id, erased_at FROM person WHERE erased_at IS NOT NULL ORDER BY erased_at, id"
    )?;
    Ok(rows.into_iter().map(|(id, at)| (PersonId(id), at.into())).collect())
}
