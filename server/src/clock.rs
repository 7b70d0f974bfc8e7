//! What time it is. The only place that asks the machine; everything else is given a [`Clock`], or
//! an instant that was read from one once.

use consent::time::At;
use std::sync::atomic::{AtomicI64, Ordering};
use std::time::{SystemTime, UNIX_EPOCH};

/// Says what time it is. Read once per transaction, so that one question has one time.
pub trait Clock: Send + Sync {
    /// The time at the moment of the call, in microseconds.
    fn now(&self) -> At;
}

/// The machine's clock.
#[derive(Clone, Copy, Debug, Default)]
pub struct SystemClock;

impl Clock for SystemClock {
    #[expect(clippy::disallowed_methods, reason = "the one place that asks the machine")]
    fn now(&self) -> At {
        let micros = match SystemTime::now().duration_since(UNIX_EPOCH) {
            Ok(since) => i64::try_from(since.as_micros()).unwrap_or(i64::MAX),
            Err(before) => {
                i64::try_from(before.duration().as_micros()).map_or(i64::MIN, |back| -back)
            }
        };
        At::from_micros(micros)
    }
}

/// A clock that stands until it is set: tests of expiry need not sleep.
#[derive(Debug)]
pub struct FixedClock(AtomicI64);

impl FixedClock {
    /// A clock that shows this time.
    #[must_use]
    pub const fn at(at: At) -> Self {
        Self(AtomicI64::new(at.micros()))
    }

    /// Puts it to this time.
    pub fn set(&self, at: At) {
        self.0.store(at.micros(), Ordering::SeqCst);
    }

    /// Puts it that many seconds on, or back when negative.
    pub fn advance(&self, seconds: i64) {
        self.set(self.now().plus_seconds(seconds));
    }
}

impl Clock for FixedClock {
    fn now(&self) -> At {
        At::from_micros(self.0.load(Ordering::SeqCst))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_fixed_clock_moves_only_when_it_is_told() {
        let clock = FixedClock::at(At::from_micros(5));
        assert_eq!(clock.now(), clock.now());
        clock.advance(2);
        assert_eq!(clock.now(), At::from_micros(2_000_005));
    }

    #[test]
    fn the_machine_lives_after_2020() {
        assert!(SystemClock.now() > At::from_micros(1_577_836_800_000_000));
    }
}
