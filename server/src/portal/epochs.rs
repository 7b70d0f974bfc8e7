//! After a restore that lost what was published, an operator says that the log goes on all the same: under another
//! origin, so that nobody takes it for the one that went before. Never said by Sayso itself.

use super::Portal;
use super::actor::Actor;
use super::error::{Fault, Refusal, Result};
use super::log::{self, Entry, Kind};
use crate::log::Remembered;
use crate::store::{epochs, events};
use consent::time::At;
use serde_json::json;

/// At most so many characters in a reason.
const LONGEST: usize = 500;

/// A reason as it is kept: something, and not too much of it.
pub(super) fn reason(typed: &str) -> Result<&str> {
    let typed = typed.trim();
    let sound = !typed.is_empty()
        && typed.chars().count() <= LONGEST
        && !typed.chars().any(char::is_control);
    if sound {
        return Ok(typed);
    }
    let why = format!("a reason has 1 to {LONGEST} characters, on one line");
    Err(Refusal::FileRefused(why).into())
}

/// A name that the log had until a restore lost what was published under it.
#[derive(Clone, Debug)]
pub struct EarlierName {
    /// The name.
    pub origin: String,
    /// From which line on the log has another.
    pub until: u64,
    /// When that was.
    pub at: At,
}

impl Portal {
    /// The names that the log had before, the oldest first. No reason: that was given to those who run Sayso.
    pub async fn earlier_names(&self) -> Result<Vec<EarlierName>> {
        let epochs = epochs::list(&mut self.db().read().await?).await?;
        let before = std::iter::once(0).chain(epochs.iter().map(|row| row.epoch));
        let each = before.zip(&epochs).map(|(before, row)| {
            Ok(EarlierName {
                origin: self.log_origin_of(before),
                until: u64::try_from(row.from_size).map_err(Fault::new)?,
                at: row.at.into(),
            })
        });
        each.collect()
    }

    /// The epoch of what this machine remembers to be signed: a restored store may know less. No name is used twice.
    fn remembered_epoch(&self) -> i64 {
        let remembered = Remembered::read(&self.config().keys_dir(), &self.log_keys());
        let origin = remembered.ok().flatten().map(|remembered| remembered.said.origin);
        let first = self.log_origin_of(0);
        let number =
            origin.as_deref().and_then(|origin| origin.strip_prefix(&first)?.strip_prefix('/'));
        number.and_then(|number| number.parse().ok()).unwrap_or(0)
    }

    /// The log goes on from where it is, in the next epoch; gives its number.
    pub async fn accept_restore(&self, actor: &Actor, why: &str) -> Result<i64> {
        let why = reason(why)?;
        let mut tx = self.db().write().await?;
        let epoch = epochs::newest(&mut tx).await?.max(self.remembered_epoch()) + 1;
        let (from_size, at) = (events::size(&mut tx).await?, self.at(&tx));
        epochs::begin(&mut tx, epoch, from_size, why, at).await?;
        let data = json!({ "epoch": epoch, "from_size": from_size, "reason": why });
        let kind = Kind::RestoreAccepted;
        let entry = Entry { kind, actor, subject: None, request: None, data };
        log::append(self, &mut tx, entry).await?;
        tx.commit().await?;
        self.go_on().await?;
        Ok(epoch)
    }

    /// Whether a new epoch has begun since this process stopped signing, by whatever process an operator said so. Then it
    /// signs again, and stops again where that epoch gives it a reason.
    pub async fn go_on(&self) -> Result<bool> {
        self.see_epoch(&mut self.db().read().await?).await?;
        Ok(self.sign_again())
    }
}
