//! How much one client may do at once. Kept in memory, of a bounded size whatever comes: what is not a
//! registered client is counted by a hash of what it calls itself.

use super::Problem;
use crate::config;
use consent::digest::Digest;
use consent::ids::ClientId;
use consent::time::At;
use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};

/// Places in which bad assertions are counted. Two clients that fall on one share it, which costs
/// neither of them a good assertion.
const PLACES: usize = 4096;
const SECOND: i64 = 1_000_000;

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
    assertions: Mutex<Vec<Bucket>>,
}

/// A leaky bucket, as the time at which it will be empty (the generic cell rate algorithm).
#[derive(Clone, Copy, Debug, Default)]
struct Bucket {
    empty_at: i64,
}

impl Bucket {
    /// Takes one more, or says after how many seconds there will be room.
    fn take(&mut self, now: At, apart: i64, burst: u32) -> Result<(), u32> {
        let now = now.micros();
        let full = apart.saturating_mul(i64::from(burst));
        // Never fuller than full: the clock may have been put back.
        self.empty_at = self.empty_at.clamp(now, now.saturating_add(full));
        let over = self.empty_at.saturating_add(apart).saturating_sub(now).saturating_sub(full);
        if over > 0 {
            let seconds = over.saturating_add(SECOND - 1) / SECOND;
            return Err(u32::try_from(seconds).unwrap_or(u32::MAX));
        }
        self.empty_at = self.empty_at.saturating_add(apart);
        Ok(())
    }
}

impl Limits {
    pub(super) fn new(set: config::Limits) -> Self {
        let assertions = Mutex::new(vec![Bucket::default(); PLACES]);
        Self { set, clients: Mutex::new(HashMap::new()), assertions }
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
        bucket.take(now, apart, self.set.burst.max(1)).map_err(Problem::too_many_requests)
    }

    /// Counts one bad assertion of whoever calls itself this.
    pub(super) fn count_bad_assertion(
        &self,
        claimed: Option<&ClientId>,
        now: At,
    ) -> Result<(), Problem> {
        let digest = Digest::of(claimed.map_or("", ClientId::as_str).as_bytes());
        let place =
            digest.as_bytes().iter().take(4).fold(0, |sum, byte| (sum << 8) | usize::from(*byte));
        let most = self.set.bad_assertions_per_minute.max(1);
        let mut places = self.assertions.lock().unwrap_or_else(PoisonError::into_inner);
        let Some(bucket) = places.get_mut(place % PLACES) else { return Ok(()) };
        let taken = bucket.take(now, 60 * SECOND / i64::from(most), most);
        taken.map_err(Problem::too_many_requests)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_burst_then_one_at_a_time() {
        let mut bucket = Bucket::default();
        let start = At::from_micros(1_800_000_000_000_000);
        for _ in 0..500 {
            assert_eq!(bucket.take(start, SECOND / 20, 500), Ok(()));
        }
        assert_eq!(bucket.take(start, SECOND / 20, 500), Err(1));
        let later = start.plus_seconds(1);
        for _ in 0..20 {
            assert_eq!(bucket.take(later, SECOND / 20, 500), Ok(()));
        }
        assert_eq!(bucket.take(later, SECOND / 20, 500), Err(1));
    }

    #[test]
    fn a_clock_that_is_put_back_does_not_shut_anybody_out() {
        let mut bucket = Bucket::default();
        let start = At::from_micros(1_800_000_000_000_000);
        for _ in 0..60 {
            assert_eq!(bucket.take(start, SECOND, 60), Ok(()));
        }
        let before = start.plus_seconds(-86_400);
        assert_eq!(bucket.take(before, SECOND, 60), Err(1));
        assert_eq!(bucket.take(before.plus_seconds(1), SECOND, 60), Ok(()));
    }
}
