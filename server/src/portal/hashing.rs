//! Passwords: argon2id, a few at a time, on threads of their own, so that signing in never starves
//! everything else. Knows nothing of who signs in, and does the same work for nobody as for somebody.

use super::error::{Error, Fault, Refusal, Result};
use crate::chance::Chance;
use argon2::Argon2;
use argon2::password_hash::{PasswordHasher, PasswordVerifier};
use std::fmt;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, AtomicUsize, Ordering};
use tokio::sync::Semaphore;
use zeroize::Zeroizing;

/// So many at once.
const AT_ONCE: usize = 2;
/// So many more may wait.
const WAITING: usize = 16;
/// How long the others are told to wait.
const RETRY_AFTER_SECONDS: u64 = 2;
/// What a password is compared with where there is no account: of the same cost, and of no password.
const NOBODY: &str =
    "$argon2id$v=19$m=19456,t=2,p=1$c2F5c28gbm9ib2R5IQ$bm9ib2R5IGhhcyB0aGlzIHBhc3N3b3JkIGF0IGFsbCE";

/// What somebody typed as a password; wiped from memory when it goes.
#[derive(Clone)]
pub(super) struct Password(Zeroizing<String>);

impl fmt::Debug for Password {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Password(..)")
    }
}

impl From<&str> for Password {
    fn from(typed: &str) -> Self {
        Self(Zeroizing::new(typed.to_owned()))
    }
}

impl Password {
    pub(super) fn as_str(&self) -> &str {
        &self.0
    }
}

/// Hashes and compares, behind a queue.
#[derive(Debug)]
pub(super) struct Hasher {
    permits: Arc<Semaphore>,
    inside: AtomicUsize,
    done: AtomicU64,
}

/// Counts who is inside; also when the caller gives up.
struct Place<'a>(&'a AtomicUsize);

impl Drop for Place<'_> {
    fn drop(&mut self) {
        self.0.fetch_sub(1, Ordering::SeqCst);
    }
}

impl Hasher {
    pub fn new() -> Self {
        Self {
            permits: Arc::new(Semaphore::new(AT_ONCE)),
            inside: AtomicUsize::new(0),
            done: AtomicU64::new(0),
        }
    }

    /// How many hashes were computed since the start.
    pub fn count(&self) -> u64 {
        self.done.load(Ordering::SeqCst)
    }

    /// The hash of a new password, as a PHC string.
    pub async fn hash(&self, password: &Password) -> Result<String> {
        let salt = Chance.bytes::<16>()?;
        let password = password.clone();
        self.run(move || {
            let hash =
                Argon2::default().hash_password_with_salt(password.as_str().as_bytes(), &salt);
            hash.map(|hash| hash.to_string())
        })
        .await?
        .map_err(|why| Error::Failed(Fault::new(format_args!("hashing: {why}"))))
    }

    /// Whether this is the password; never, where there is no hash to compare with.
    pub async fn verify(&self, password: &Password, hash: Option<&str>) -> Result<bool> {
        let somebody = hash.is_some();
        let hash = hash.unwrap_or(NOBODY).to_owned();
        let password = password.clone();
        let same = move || {
            Argon2::default().verify_password(password.as_str().as_bytes(), hash.as_str()).is_ok()
        };
        Ok(self.run(same).await? && somebody)
    }

    async fn run<T: Send + 'static>(&self, work: impl FnOnce() -> T + Send + 'static) -> Result<T> {
        let before = self.inside.fetch_add(1, Ordering::SeqCst);
        let _place = Place(&self.inside);
        if before >= AT_ONCE + WAITING {
            return Err(Refusal::Busy { retry_after_seconds: RETRY_AFTER_SECONDS }.into());
        }
        let permit = self.permits.clone().acquire_owned().await;
        let permit = permit.map_err(|_| Fault::new("the queue of the hasher is closed"))?;
        self.done.fetch_add(1, Ordering::SeqCst);
        // The permit goes along: a caller who gives up does not make room for another hash.
        let done = tokio::task::spawn_blocking(move || {
            let done = work();
            drop(permit);
            done
        });
        Ok(done.await?)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn a_password_is_known_again_and_no_other() {
        let hasher = Hasher::new();
        let hash = hasher.hash(&"correct horse".into()).await.unwrap();
        assert!(hash.starts_with("$argon2id$v=19$m=19456,t=2,p=1$"));
        assert!(hasher.verify(&"correct horse".into(), Some(&hash)).await.unwrap());
        assert!(!hasher.verify(&"correct horsf".into(), Some(&hash)).await.unwrap());
        assert_ne!(hash, hasher.hash(&"correct horse".into()).await.unwrap());
    }

    #[tokio::test]
    async fn nobody_costs_as_much_as_somebody() {
        let hasher = Hasher::new();
        assert!(!hasher.verify(&"anything".into(), None).await.unwrap());
        assert_eq!(hasher.count(), 1);
        let made = hasher.hash(&"anything".into()).await.unwrap();
        let cost = |hash: &str| hash.split('$').take(4).collect::<Vec<_>>().join("$");
        assert_eq!(cost(&made), cost(NOBODY));
        let parsed = argon2::password_hash::phc::PasswordHash::new(NOBODY).unwrap();
        assert_eq!(parsed.hash.unwrap().len(), 32);
        assert_eq!(parsed.salt.unwrap().len(), 13);
    }

    #[tokio::test(flavor = "multi_thread")]
    async fn who_comes_when_the_queue_is_full_is_told_to_wait() {
        let hasher = Arc::new(Hasher::new());
        let many = (0..AT_ONCE + WAITING + 6).map(|_| {
            let hasher = hasher.clone();
            tokio::spawn(async move { hasher.verify(&"x".into(), None).await })
        });
        let many: Vec<_> = many.collect();
        let mut told = 0;
        for one in many {
            if let Err(Error::Refused(Refusal::Busy { retry_after_seconds })) = one.await.unwrap() {
                assert!(retry_after_seconds > 0);
                told += 1;
            }
        }
        assert!(told > 0);
        assert!(hasher.verify(&"x".into(), None).await.is_ok());
    }

    #[test]
    fn debug_shows_no_password() {
        assert_eq!(format!("{:?}", Password::from("secret")), "Password(..)");
    }
}
