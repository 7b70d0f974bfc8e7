//! Looking is an event (promise 9). Whoever acts for somebody else, or runs the portal, is on the record each time
//! before they see anything; somebody who looks at their own, once a day from each session, so that the log holds what
//! tells something. It is no change of anything.

use super::Portal;
use super::actor::Actor;
use super::error::Result;
use super::log::{self, Entry, Kind};
use consent::digest::Digest;
use consent::ids::{CopyId, PersonId, ReceiptId, RequestId};
use consent::time::Date;
use serde_json::json;
use std::collections::HashSet;
use std::sync::{Mutex, PoisonError};
use tower_sessions::session::Id;

/// So many looks of one day are remembered; when there are more, some are on the record twice.
const MOST: usize = 100_000;

/// What was looked at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Looked {
    /// A request.
    Request(RequestId),
    /// A receipt, and the request that it is about.
    Receipt(ReceiptId, RequestId),
    /// The whole history, from the newest line on.
    History,
    /// Some of the history: older lines, or one side only.
    PartOfHistory,
    /// A copy that the claimant keeps, and the request that it is of.
    Copy(CopyId, RequestId),
}

/// A look of this session at its own, as it is remembered.
pub(super) fn own_look(session: &Id, subject: PersonId, what: Looked) -> Digest {
    Digest::of(format!("{}|{subject}|{what:?}", session.0).as_bytes())
}

/// Today's looks of people at their own that are on the record. Each process has its own.
#[derive(Debug, Default)]
pub(crate) struct Looking(Mutex<(Option<Date>, HashSet<Digest>)>);

impl Looking {
    pub(super) fn is_known(&self, today: Date, look: &Digest) -> bool {
        let known = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        known.0 == Some(today) && known.1.contains(look)
    }

    pub(super) fn remember(&self, today: Date, look: Digest) {
        let mut known = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if known.0 != Some(today) || known.1.len() >= MOST {
            *known = (Some(today), HashSet::new());
        }
        known.1.insert(look);
    }
}

impl Portal {
    pub(super) fn looking(&self) -> &Looking {
        &self.0.looking
    }

    /// Puts on the record that the operator has a list shown: `people`, `clients` or `requests-unmatched`.
    pub async fn operator_looked(&self, what: &'static str) -> Result<()> {
        let mut tx = self.db().write().await?;
        let kind = Kind::OperatorLooked;
        let data = json!({ "what": what });
        let entry = Entry { kind, actor: &Actor::Operator, subject: None, request: None, data };
        log::append(self, &mut tx, entry).await?;
        Ok(tx.commit().await?)
    }

    /// Puts on the record that this was looked at, before it is shown. `session` is the one of whoever looks.
    pub async fn looked_at(
        &self,
        actor: &Actor,
        subject: PersonId,
        session: Option<&Id>,
        what: Looked,
    ) -> Result<()> {
        let today = self.now().date_in_london();
        let own = session.filter(|_| actor.is(subject));
        let look = own.map(|session| own_look(session, subject, what));
        if look.is_some_and(|look| self.0.looking.is_known(today, &look)) {
            return Ok(());
        }
        let (kind, request, data) = match what {
            Looked::Request(request) => (Kind::RequestViewed, Some(request), json!({})),
            Looked::Receipt(receipt, request) => {
                (Kind::ReceiptViewed, Some(request), json!({ "receipt": receipt }))
            }
            Looked::History => (Kind::HistoryViewed, None, json!({})),
            Looked::PartOfHistory => (Kind::HistoryViewed, None, json!({ "part": true })),
            Looked::Copy(copy, request) => {
                (Kind::CopyViewed, Some(request), json!({ "copy": copy }))
            }
        };
        let mut tx = self.db().write().await?;
        let entry = Entry { kind, actor, subject: Some(subject), request, data };
        log::append(self, &mut tx, entry).await?;
        tx.commit().await?;
        if let Some(look) = look {
            self.0.looking.remember(today, look);
        }
        Ok(())
    }
}
