//! What nobody can guess. The only place with randomness: everything comes from the operating
//! system's generator, and what comes out of here is never logged.

use consent::time::At;
use uuid::{Builder, Uuid};

/// The letters of Crockford's base 32: none that looks like another.
const LETTERS: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
/// Letters in one group of an activation code.
const GROUP: usize = 4;
/// Letters in an activation code: 60 bits.
const CODE: usize = 12;

/// The operating system gives no randomness: nothing that needs a secret can be done.
#[derive(Clone, Copy, Debug, thiserror::Error)]
#[error("the operating system gives no randomness")]
pub struct ChanceFault;

/// The operating system's generator.
#[derive(Clone, Copy, Debug, Default)]
pub struct Chance;

impl Chance {
    /// That many bytes nobody can guess.
    #[expect(clippy::disallowed_methods, reason = "the one place with randomness")]
    pub fn bytes<const N: usize>(self) -> Result<[u8; N], ChanceFault> {
        let mut bytes = [0; N];
        #[cfg(test)]
        if seeded::fill(&mut bytes) {
            return Ok(bytes);
        }
        getrandom::fill(&mut bytes).map_err(|_| ChanceFault)?;
        Ok(bytes)
    }

    /// A `UUIDv7` (RFC 9562) of this time: later ones sort after earlier ones.
    pub fn uuid(self, now: At) -> Result<Uuid, ChanceFault> {
        let millis = u64::try_from(now.micros().div_euclid(1000)).unwrap_or_default();
        let rest = self.bytes::<10>()?;
        Ok(Builder::from_unix_timestamp_millis(millis, &rest).into_uuid())
    }

    /// An activation code as it stands in a letter: `XXXX-XXXX-XXXX`, 60 bits.
    pub fn code(self) -> Result<String, ChanceFault> {
        let mut code = String::with_capacity(CODE + 2);
        for (place, byte) in self.bytes::<CODE>()?.into_iter().enumerate() {
            if place > 0 && place % GROUP == 0 {
                code.push('-');
            }
            // 32 divides 256: every letter is as likely as any other.
            let letter = LETTERS.get(usize::from(byte % 32)).copied().unwrap_or(b'0');
            code.push(char::from(letter));
        }
        Ok(code)
    }
}

/// What somebody typed as an activation code, as the code that was printed: upper case, without
/// spaces and hyphens, `O` read as 0 and `I` and `L` as 1. None where it cannot be one.
#[must_use]
pub fn typed_code(typed: &str) -> Option<String> {
    let code: String = typed
        .chars()
        .filter(|c| !c.is_whitespace() && !matches!(c, '-' | '\u{2010}'..='\u{2015}' | '.' | '_'))
        .map(|c| match c.to_ascii_uppercase() {
            'O' => '0',
            'I' | 'L' => '1',
            other => other,
        })
        .collect();
    let sound = code.len() == CODE && code.bytes().all(|letter| LETTERS.contains(&letter));
    sound.then_some(code)
}

/// Chance that comes from a seed, so that a trace can be told twice. Compiled into unit tests and nothing else.
#[cfg(test)]
pub(crate) mod seeded {
    use sha2::{Digest as _, Sha256};
    use std::cell::Cell;

    thread_local! {
        static NEXT: Cell<Option<(u64, u64)>> = const { Cell::new(None) };
    }

    /// As long as it lives, this thread's chance comes from the seed.
    pub struct Seed(());

    pub fn begin(seed: u64) -> Seed {
        NEXT.set(Some((seed, 0)));
        Seed(())
    }

    impl Drop for Seed {
        fn drop(&mut self) {
            NEXT.set(None);
        }
    }

    /// Fills them from the seed; does nothing where there is none.
    pub(super) fn fill(bytes: &mut [u8]) -> bool {
        let Some((seed, count)) = NEXT.get() else { return false };
        NEXT.set(Some((seed, count + 1)));
        for (block, bytes) in (0_u64..).zip(bytes.chunks_mut(32)) {
            let mut hash = Sha256::new();
            for number in [seed, count, block] {
                hash.update(number.to_be_bytes());
            }
            bytes.copy_from_slice(&hash.finalize()[..bytes.len()]);
        }
        true
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn a_code_reads_back_as_it_was_printed_and_as_people_type_it() {
        let printed = Chance.code().unwrap();
        assert_eq!(printed.len(), 14);
        let code = typed_code(&printed).unwrap();
        assert_eq!(typed_code(&printed.to_lowercase().replace('-', " ")), Some(code));
        assert_eq!(typed_code("o1li-ABCD-EFGH").as_deref(), Some("0111ABCDEFGH"));
        assert_eq!(typed_code("ABCD-EFGH"), None);
        assert_eq!(typed_code("ABCD-EFGH-IJKU"), None);
    }

    #[test]
    fn nothing_comes_twice() {
        let codes: BTreeSet<_> = (0..200).map(|_| Chance.code().unwrap()).collect();
        assert_eq!(codes.len(), 200);
        let ids: BTreeSet<_> = (0..200).map(|_| Chance.uuid(At::from_micros(0)).unwrap()).collect();
        assert_eq!(ids.len(), 200);
    }

    #[test]
    fn an_id_carries_the_time_it_was_made() {
        let earlier = Chance.uuid(At::from_micros(1_700_000_000_000_000)).unwrap();
        let later = Chance.uuid(At::from_micros(1_700_000_000_002_000)).unwrap();
        assert!(earlier < later);
        assert_eq!(earlier.get_version_num(), 7);
    }
}
