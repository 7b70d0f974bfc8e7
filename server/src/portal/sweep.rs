//! Forgets what is over: sessions, guesses, previews, drafts, and packages that nobody can collect any more.
//! It only tidies up: what is over is refused by the clock, whether this has run or not.

use super::asked::load;
use super::error::Result;
use super::standings::now as standings_now;
use super::{Portal, guesses};
use crate::store::{packages, requests, sessions};
use consent::ids::RequestId;
use consent::standing::{Powers, Reason};

/// Drafts are kept for the session's life and 24 hours.
const DRAFTS_SECONDS: i64 = 24 * 60 * 60;

impl Portal {
    /// One round. Each package is looked at in a transaction of its own.
    pub async fn sweep(&self) -> Result<()> {
        let now = self.now();
        let kept = {
            let mut tx = self.db().write().await?;
            sessions::sweep(&mut tx, now).await?;
            guesses::sweep(&mut tx, now).await?;
            packages::sweep(&mut tx, now, now.plus_seconds(-DRAFTS_SECONDS)).await?;
            let kept = packages::kept(&mut tx).await?;
            tx.commit().await?;
            kept
        };
        for request in kept {
            // A fault has logged itself; the others do not wait for it.
            drop(self.sweep_package(request).await);
        }
        Ok(())
    }

    /// Destroys the package of a request where nothing of it can ever be collected again.
    async fn sweep_package(&self, id: RequestId) -> Result<()> {
        let mut tx = self.db().write().await?;
        requests::lock(&mut tx, id).await?;
        let Some(loaded) = load(self, &mut tx, id).await? else { return Ok(()) };
        let collectable = standings_now(&loaded, &Powers::Everything, self.now())
            .iter()
            .any(|standing| matches!(standing.reason, Reason::Granted | Reason::Paused));
        if !collectable {
            packages::destroy_packages(&mut tx, id).await?;
        }
        Ok(tx.commit().await?)
    }
}
