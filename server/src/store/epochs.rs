//! Under which origin the log goes on: a new one after a restore that lost what was published. Only ever added to.

use super::{Moment, StoreError, Tx, all, execute, one};
use consent::time::At;

/// The newest epoch; 0 where nothing was ever lost.
pub async fn newest(tx: &mut Tx) -> Result<i64, StoreError> {
    let (epoch,) =
        one!(tx, (i64,), "SELECT CAST(COALESCE(MAX(epoch), 0) AS BIGINT) FROM log_epoch")?;
    Ok(epoch)
}

/// An epoch that an operator began.
#[derive(Clone, Copy, Debug, sqlx::FromRow)]
pub struct EpochRow {
    /// Its number, from 1.
    pub epoch: i64,
    /// The size of the log when it began.
    pub from_size: i64,
    /// When.
    pub at: Moment,
}

/// All of them, the oldest first.
pub async fn list(tx: &mut Tx) -> Result<Vec<EpochRow>, StoreError> {
    all!(tx, EpochRow, "SELECT epoch, from_size, at FROM log_epoch ORDER BY epoch")
}

/// Begins the next one, with the log at this size.
pub async fn begin(
    tx: &mut Tx,
    epoch: i64,
    from_size: i64,
    reason: &str,
    at: At,
) -> Result<u64, StoreError> {
    execute!(
        tx,
        "INSERT INTO log_epoch (epoch, from_size, at, reason) VALUES ($1, $2, $3, $4)",
        epoch,
        from_size,
        Moment::from(at),
        reason
    )
}
