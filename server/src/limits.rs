//! How often something may be done: counted in this process's memory, which does not grow with whoever calls.
//! Guessing at passwords and codes is counted in the store instead, for all processes together.

use consent::digest::Digest;
use consent::time::At;
use std::sync::{Mutex, PoisonError};

/// A second, in the clock's unit.
pub(crate) const SECOND: i64 = 1_000_000;
/// Places in which callers are counted whom nobody registered. Two that fall on one share it.
const PLACES: usize = 4096;

/// How much is let through.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Rate {
    /// Microseconds from one to the next, in the long run.
    pub apart: i64,
    /// So many may come at once.
    pub burst: u32,
}

/// A leaky bucket, as the time at which it will be empty (the generic cell rate algorithm).
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Bucket {
    empty_at: i64,
}

impl Bucket {
    /// Takes one more, or says after how many seconds there will be room.
    pub(crate) fn take(&mut self, now: At, Rate { apart, burst }: Rate) -> Result<(), u32> {
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

/// A fixed number of buckets, for any number of callers.
pub(crate) struct Places(Mutex<Vec<Bucket>>);

impl Places {
    pub(crate) fn new() -> Self {
        Self(Mutex::new(vec![Bucket::default(); PLACES]))
    }

    /// Counts one more of this caller's, or says after how many seconds there will be room.
    pub(crate) fn take(&self, who: &str, rate: Rate, now: At) -> Result<(), u32> {
        let digest = Digest::of(who.as_bytes());
        let place =
            digest.as_bytes().iter().take(4).fold(0, |sum, byte| (sum << 8) | usize::from(*byte));
        let mut places = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        places.get_mut(place % PLACES).map_or(Ok(()), |bucket| bucket.take(now, rate))
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
            assert_eq!(bucket.take(start, Rate { apart: SECOND / 20, burst: 500 }), Ok(()));
        }
        assert_eq!(bucket.take(start, Rate { apart: SECOND / 20, burst: 500 }), Err(1));
        let later = start.plus_seconds(1);
        for _ in 0..20 {
            assert_eq!(bucket.take(later, Rate { apart: SECOND / 20, burst: 500 }), Ok(()));
        }
        assert_eq!(bucket.take(later, Rate { apart: SECOND / 20, burst: 500 }), Err(1));
    }

    #[test]
    fn a_clock_that_is_put_back_does_not_shut_anybody_out() {
        let mut bucket = Bucket::default();
        let start = At::from_micros(1_800_000_000_000_000);
        for _ in 0..60 {
            assert_eq!(bucket.take(start, Rate { apart: SECOND, burst: 60 }), Ok(()));
        }
        let before = start.plus_seconds(-86_400);
        assert_eq!(bucket.take(before, Rate { apart: SECOND, burst: 60 }), Err(1));
        assert_eq!(bucket.take(before.plus_seconds(1), Rate { apart: SECOND, burst: 60 }), Ok(()));
    }
}
