//! The canary: somebody who does not exist, who refused everything, and is asked for all the time through the door that
//! requesters use. Whenever it is given anything, nothing is released any more until an operator has looked.

mod making;

use super::Portal;
use super::actor::Actor;
use super::epochs::reason;
use super::error::{Refusal, Result};
use super::log::{self, Entry, Kind};
use crate::store::canary::{self, TripRow};
use consent::time::At;
use serde_json::json;

/// It is not known any more how it is when it was not asked for in so many times the usual while, or in so many seconds,
/// whichever is longer.
const MISSED: i64 = 3;
const PATIENCE_SECONDS: i64 = 180;
/// How often it was asked for comes to the log once in so many seconds.
const TOLD_SECONDS: i64 = 24 * 60 * 60;

/// How it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// It is not asked for: the settings say so.
    Off,
    /// It was not asked for lately.
    Unknown,
    /// It was asked for and given nothing.
    Well,
    /// It was given something, and nobody has looked yet: nothing is released.
    Tripped,
}

impl State {
    /// The fixed name.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Off => "off",
            Self::Unknown => "unknown",
            Self::Well => "well",
            Self::Tripped => "tripped",
        }
    }
}

/// The canary, as everybody may see it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CanarySeen {
    /// How it is.
    pub state: State,
    /// When it was asked for last, by any process.
    pub last_checked: Option<At>,
}

/// What it was given that it should not have been.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Given {
    /// A check said that something is permitted.
    Permit,
    /// Bytes of a package.
    Bytes,
    /// Another answer than somebody who is not known here gets.
    OtherAnswer,
}

impl Given {
    /// The fixed name.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Permit => "permit",
            Self::Bytes => "bytes",
            Self::OtherAnswer => "other-answer",
        }
    }
}

impl Portal {
    /// How the canary is.
    pub async fn canary(&self) -> Result<CanarySeen> {
        let mut tx = self.db().read().await?;
        let last_checked = canary::look(&mut tx).await?.map(|look| At::from(look.last_at));
        let every = i64::from(self.config().canary.every);
        let recent = self.at(&tx).plus_seconds(-PATIENCE_SECONDS.max(MISSED * every));
        let state = if canary::stopped(&mut tx).await? {
            State::Tripped
        } else if every == 0 {
            State::Off
        } else if last_checked.is_some_and(|at| at >= recent) {
            State::Well
        } else {
            State::Unknown
        };
        Ok(CanarySeen { state, last_checked })
    }

    /// Everything that it was ever given, for the operator.
    pub async fn canary_trips(&self, _actor: &Actor) -> Result<Vec<TripRow>> {
        let mut tx = self.db().read().await?;
        Ok(canary::trips(&mut tx).await?)
    }

    /// It was asked for and given nothing. Once a day the log is told how often.
    pub async fn canary_is_well(&self) -> Result<()> {
        let mut tx = self.db().write().await?;
        let at = self.at(&tx);
        let before = canary::look(&mut tx).await?;
        let due = before.filter(|look| At::from(look.since).plus_seconds(TOLD_SECONDS) <= at);
        if let Some(look) = &due {
            let data = json!({ "times": look.times, "since": At::from(look.since) });
            note(self, &mut tx, &Actor::System, Kind::CanaryWatched, data).await?;
        }
        canary::looked(&mut tx, at, due.is_some()).await?;
        Ok(tx.commit().await?)
    }

    /// It was given something: from here on nothing is released, in any process.
    pub async fn canary_tripped(&self, given: Given) -> Result<()> {
        let mut tx = self.db().write().await?;
        let at = self.at(&tx);
        canary::looked(&mut tx, at, false).await?;
        if !canary::stopped(&mut tx).await? {
            let what = given.as_str();
            canary::trip(&mut tx, self.chance().uuid(at)?, what, at).await?;
            let data = json!({ "what": what });
            note(self, &mut tx, &Actor::System, Kind::CanaryTripped, data).await?;
        }
        tx.commit().await?;
        tracing::error!(
            what = given.as_str(),
            "the canary was given something: nothing is released until somebody has looked and says: sayso canary clear --reason TEXT"
        );
        Ok(())
    }

    /// An operator has looked: releases go on.
    ///
    /// # Errors
    /// Refused without a reason, and where there is nothing to clear.
    pub async fn clear_canary(&self, actor: &Actor, why: &str) -> Result<u64> {
        let why = reason(why)?;
        let mut tx = self.db().write().await?;
        let at = self.at(&tx);
        let cleared = canary::clear(&mut tx, why, at).await?;
        if cleared == 0 {
            let why = "the canary was given nothing: there is nothing to clear".to_owned();
            return Err(Refusal::FileRefused(why).into());
        }
        let data = json!({ "reason": why });
        note(self, &mut tx, actor, Kind::CanaryCleared, data).await?;
        tx.commit().await?;
        Ok(cleared)
    }
}

async fn note(
    portal: &Portal,
    tx: &mut crate::store::Tx,
    actor: &Actor,
    kind: Kind,
    data: serde_json::Value,
) -> Result<()> {
    log::append(portal, tx, Entry { kind, actor, subject: None, request: None, data }).await?;
    Ok(())
}
