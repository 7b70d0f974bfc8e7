//! Whom a reader of proofs believes: one log, some witnesses, and how many of them must have signed.

use super::vkey::{KeyKind, Vkey};

/// What a reader wants to see before it believes a proof.
#[derive(Clone, Debug)]
pub struct Policy {
    origin: String,
    keys: Vec<Vkey>,
    quorum: usize,
}

/// Why this cannot be a policy.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PolicyFault {
    /// The log's key is none of a log, or a witness's none of a witness.
    #[error("the log needs a log's key (type 1) and each witness a witness's key (type 4)")]
    Kind,
    /// The same witness twice would count twice.
    #[error("a witness is named twice")]
    Twice,
    /// More must sign than there are.
    #[error("more witnesses must have signed than are named")]
    Quorum,
}

impl Policy {
    /// Believes this log where at least `quorum` of these witnesses have signed too. The log's origin is the name of its
    /// key.
    pub fn new(log: Vkey, witnesses: Vec<Vkey>, quorum: usize) -> Result<Self, PolicyFault> {
        let all_witnesses = witnesses.iter().all(|vkey| vkey.kind() == KeyKind::Witness);
        if log.kind() != KeyKind::Log || !all_witnesses {
            return Err(PolicyFault::Kind);
        }
        // One key under two names is still one witness: the signature does not bind the name.
        let is_again = |place: usize, vkey: &Vkey| {
            witnesses
                .iter()
                .skip(place + 1)
                .any(|other| other.public() == vkey.public() || other.name() == vkey.name())
        };
        if witnesses.iter().enumerate().any(|(place, vkey)| is_again(place, vkey)) {
            return Err(PolicyFault::Twice);
        }
        if quorum > witnesses.len() {
            return Err(PolicyFault::Quorum);
        }
        let origin = log.name().to_owned();
        let keys = std::iter::once(log).chain(witnesses).collect();
        Ok(Self { origin, keys, quorum })
    }

    /// The log's origin.
    #[must_use]
    pub fn origin(&self) -> &str {
        &self.origin
    }

    /// How many witnesses must have signed.
    #[must_use]
    pub const fn quorum(&self) -> usize {
        self.quorum
    }

    pub(super) fn keys(&self) -> &[Vkey] {
        &self.keys
    }
}
