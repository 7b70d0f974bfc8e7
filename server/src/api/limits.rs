//! How much one client may do at once. Kept in memory, of a bounded size whatever comes: what is not a
//! registered client is counted by a hash of what it calls itself.

use super::Problem;
use crate::config;
use crate::limits::{Bucket, Places, Rate, SECOND};
use consent::ids::ClientId;
use consent::time::At;
use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};

/// What is counted for a registered client.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Counted {
    /// Requests submitted.
    Submissions,
    /// Calls that check consent.
    Checks,
}

/// The counters of this process.
pub(super) struct Limits {
    set: config::Limits,
    clients: Mutex<HashMap<(ClientId, Counted), Bucket>>,
    assertions: Places,
}

impl Limits {
    pub(super) fn new(set: config::Limits) -> Self {
        Self { set, clients: Mutex::new(HashMap::new()), assertions: Places::new() }
    }

    /// Counts one call of a registered client.
    pub(super) fn count(&self, client: &ClientId, what: Counted, now: At) -> Result<(), Problem> {
        let per_second = match what {
            Counted::Submissions => self.set.submissions_per_second,
            Counted::Checks => self.set.checks_per_second,
        };
        let apart = SECOND / i64::from(per_second.max(1));
        let mut clients = self.clients.lock().unwrap_or_else(PoisonError::into_inner);
        let bucket = clients.entry((client.clone(), what)).or_default();
        let rate = Rate { apart, burst: self.set.burst.max(1) };
        bucket.take(now, rate).map_err(Problem::too_many_requests)
    }

    /// Counts one bad assertion of whoever calls itself this.
    pub(super) fn count_bad_assertion(
        &self,
        claimed: Option<&ClientId>,
        now: At,
    ) -> Result<(), Problem> {
        let most = self.set.bad_assertions_per_minute.max(1);
        let rate = Rate { apart: 60 * SECOND / i64::from(most), burst: most };
        let who = claimed.map_or("", ClientId::as_str);
        self.assertions.take(who, rate, now).map_err(Problem::too_many_requests)
    }
}
