//! Forgets what is over: sessions, guesses, previews, drafts, links for helpers, packages that nobody can collect any
//! more, and whom requests were about that nobody was found for.
//! It only tidies up: what is over is refused by the clock, whether this has run or not.

use super::asked::{forget_claimant, load};
use super::error::Result;
use super::standings::now as standings_now;
use super::{Portal, endings, guesses};
use crate::store::{packages, requests, sessions, words};
use consent::ids::RequestId;
use consent::standing::{Powers, Reason};

/// Drafts are kept for the session's life and 24 hours.
const DRAFTS_SECONDS: i64 = 24 * 60 * 60;
/// For so long after its reply-by date a request is open at least; the rule says for how long exactly.
const OPEN_AFTER_REPLY_BY: time::Duration = time::Duration::days(90);

impl Portal {
    /// One round. Each package is looked at in a transaction of its own.
    pub async fn sweep(&self) -> Result<()> {
        let now = self.now();
        let kept = {
            let mut tx = self.db().write().await?;
            sessions::sweep(&mut tx, now).await?;
            guesses::sweep(&mut tx, now).await?;
            packages::sweep(&mut tx, now, now.plus_seconds(-DRAFTS_SECONDS)).await?;
            words::sweep(&mut tx, now).await?;
            let kept = packages::kept(&mut tx).await?;
            tx.commit().await?;
            kept
        };
        for request in kept {
            // A fault has logged itself; the others do not wait for it.
            drop(self.sweep_package(request).await);
        }
        let by_then = now.date_in_london().saturating_sub(OPEN_AFTER_REPLY_BY);
        let over = requests::over(&mut self.db().read().await?, by_then).await?;
        for request in over {
            drop(self.sweep_request(request).await);
        }
        Ok(())
    }

    /// A request that is over is not found by anybody's numbers any more; and where it belongs to nobody, nothing in
    /// it says whom it was about. The first is done to all alike, so that nobody learns who was found.
    async fn sweep_request(&self, id: RequestId) -> Result<()> {
        let mut tx = self.db().write().await?;
        requests::lock(&mut tx, id).await?;
        let Some(loaded) = load(self, &mut tx, id).await? else { return Ok(()) };
        if !loaded.is_open(self.at(&tx)) {
            requests::forget_index(&mut tx, id).await?;
            if loaded.person().is_none() {
                forget_claimant(self, &mut tx, loaded).await?;
            }
        }
        Ok(tx.commit().await?)
    }

    /// Destroys the package of a request where nothing of it can ever be collected again.
    async fn sweep_package(&self, id: RequestId) -> Result<()> {
        let mut tx = self.db().write().await?;
        requests::lock(&mut tx, id).await?;
        let Some(loaded) = load(self, &mut tx, id).await? else { return Ok(()) };
        let collectable = standings_now(&loaded, &Powers::Everything, self.at(&tx))
            .iter()
            .any(|standing| matches!(standing.reason, Reason::Granted | Reason::Paused));
        endings::settle(self, &mut tx, &loaded).await?;
        if !collectable {
            packages::destroy_packages(&mut tx, id).await?;
        }
        Ok(tx.commit().await?)
    }
}
