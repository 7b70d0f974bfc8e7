//! What was confirmed under other rules than those in force: judged again by the sealed package's own bytes, and the
//! verdict is on the record. Until then it is paused. Nothing here permits anything that was not confirmed.

use super::actor::Actor;
use super::asked::{Loaded, load, say};
use super::error::{Error, Result};
use super::log::{self, Entry, Kind};
use super::{Portal, receipts, sealed, standings};
use crate::store::db::Tx;
use crate::store::{packages, requests};
use consent::classify::Rules;
use consent::decision::{Hold, RecordedDecision, Said, newest_decision};
use consent::ids::RequestId;
use consent::recheck::still_stands;
use consent::standing::{Powers, Reason};
use consent::time::At;
use serde_json::json;

/// Is it paused for no other reason than that the rules have changed since, and was it not judged by these rules yet?
#[must_use]
pub fn is_due(loaded: &Loaded, now: At) -> bool {
    let rules = standings::rules();
    let since = loaded.said.iter().rev().take_while(|said| !matches!(said, Said::Decided(_)));
    let only_rechecked = since
        .into_iter()
        .all(|said| matches!(said, Said::Rechecked { rules: by, .. } if *by != rules));
    newest_decision(&loaded.said).is_some_and(|decided| decided.rules != rules)
        && only_rechecked
        && standings::now(loaded, &Powers::Everything, now)
            .iter()
            .any(|standing| standing.reason == Reason::Paused)
}

/// Judges it inside this write transaction, where that is due; the request must be locked.
pub async fn settle(portal: &Portal, tx: &mut Tx, loaded: Loaded) -> Result<Loaded> {
    let at = portal.at(tx);
    let (Some(person), Some(decided)) = (loaded.person(), newest_decision(&loaded.said)) else {
        return Ok(loaded);
    };
    if !is_due(&loaded, at) {
        return Ok(loaded);
    }
    let rules = standings::rules();
    let id = loaded.id();
    match verdict(portal, tx, &loaded, decided).await? {
        Some(why) => {
            receipts::hold(portal, tx, &Actor::System, person, &loaded, why).await?;
        }
        None => {
            say(portal, tx, &loaded, person, &Said::Rechecked { at, rules }).await?;
            let entry = Entry {
                kind: Kind::Rechecked,
                actor: &Actor::System,
                subject: Some(person),
                request: Some(id),
                data: json!({ "rules": rules }),
            };
            log::append(portal, tx, entry).await?;
        }
    }
    Ok(load(portal, tx, id).await?.unwrap_or(loaded))
}

/// Why it is held; none where nothing of it would be withheld.
async fn verdict(
    portal: &Portal,
    tx: &mut Tx,
    loaded: &Loaded,
    decided: &RecordedDecision,
) -> Result<Option<Hold>> {
    if decided.present.is_empty() {
        return Ok(None);
    }
    let id = loaded.id();
    let row = packages::package(tx, id, decided.version).await?;
    let context = sealed::package_context(id, decided.version);
    let package = match row.map(|row| sealed::open(portal, &row, &context)) {
        Some(Ok(package)) => package,
        // It has logged itself. What cannot be judged does not go.
        Some(Err(Error::Failed(_))) | None => return Ok(Some(Hold::Fault)),
        Some(Err(refused)) => return Err(refused),
    };
    let stands = still_stands(&package, decided, &loaded.asked.request, Rules::current());
    Ok((!stands).then_some(Hold::RulesChanged))
}

impl Portal {
    /// Judges everything that could be collected and was confirmed under other rules. What cannot be judged now stays
    /// paused, and is tried again when somebody asks about it.
    pub async fn recheck_all(&self) -> Result<()> {
        let kept = packages::kept(&mut self.db().read().await?).await?;
        for id in kept {
            let due = async {
                let mut tx = self.db().read().await?;
                let loaded = load(self, &mut tx, id).await?;
                Ok::<_, Error>(loaded.is_some_and(|loaded| is_due(&loaded, self.now())))
            };
            // A fault has logged itself; the others do not wait for it.
            if due.await.unwrap_or(false) {
                drop(self.recheck(id).await);
            }
        }
        Ok(())
    }

    /// Judges one request, in a transaction of its own, where that is due.
    pub async fn recheck(&self, id: RequestId) -> Result<()> {
        let mut tx = self.db().write().await?;
        requests::lock(&mut tx, id).await?;
        if let Some(loaded) = load(self, &mut tx, id).await? {
            settle(self, &mut tx, loaded).await?;
        }
        Ok(tx.commit().await?)
    }
}
