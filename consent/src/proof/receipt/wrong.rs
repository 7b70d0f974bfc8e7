//! What can be wrong with the file of a receipt. Each has a stable code; the words for people are the pages' work.

use crate::strict::NotSound;

/// Why a file proves nothing.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Wrong {
    /// It is larger than a receipt can be.
    #[error("the file is larger than a receipt can be")]
    TooLarge,
    /// It is no JSON that can be read in one way only.
    #[error("{0}")]
    NotSound(#[from] NotSound),
    /// It is no receipt file, or has other members than its schema.
    #[error("this is not a receipt of Sayso")]
    NotAReceipt,
    /// Its schema is another one.
    #[error("this receipt has the schema {0:?}, which this program does not know")]
    Schema(String),
    /// Its signature has another shape.
    #[error("the signature is not a detached EdDSA signature of a Sayso receipt")]
    Shape,
    /// The signature does not fit.
    #[error("the signature does not fit: the receipt was changed, or another key signed it")]
    Signature,
    /// The receipt is signed, but what is said about the log is not so.
    #[error("the receipt is signed, but its proof from the log is not good: {0}")]
    Log(#[from] LogWrong),
}

/// Why the proof from the log does not hold.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum LogWrong {
    /// A proof was demanded and none is attached.
    #[error("none is attached")]
    NoProof,
    /// It cannot be read as a proof with its event.
    #[error("it cannot be read")]
    Malformed,
    /// It is of a log that no trusted key signs.
    #[error("it is of another log, {origin:?}, or no trusted key signed its checkpoint")]
    OtherLog {
        /// The log that it names.
        origin: String,
    },
    /// The signature of somebody who is known is false.
    #[error("the signature of {name:?} on the checkpoint is false")]
    FalseSignature {
        /// Whose.
        name: String,
    },
    /// Not enough witnesses that are known have signed.
    #[error("{have} known witnesses have signed, and {need} must")]
    TooFewWitnesses {
        /// How many have.
        have: usize,
        /// How many must.
        need: usize,
    },
    /// The checkpoint's tree does not hold the event.
    #[error("the checkpoint does not hold its event")]
    NotInTree,
    /// The event is about something else.
    #[error("its event is not the issuing of this receipt")]
    OtherEvent,
}

impl Wrong {
    /// The stable name.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::TooLarge => "too-large",
            Self::NotSound(_) => "not-json",
            Self::NotAReceipt => "not-a-receipt",
            Self::Schema(_) => "unknown-schema",
            Self::Shape => "signature-shape",
            Self::Signature => "signature",
            Self::Log(why) => match why {
                LogWrong::NoProof => "no-proof",
                LogWrong::Malformed => "proof-unreadable",
                LogWrong::OtherLog { .. } => "other-log",
                LogWrong::FalseSignature { .. } => "false-signature",
                LogWrong::TooFewWitnesses { .. } => "too-few-witnesses",
                LogWrong::NotInTree => "not-in-log",
                LogWrong::OtherEvent => "other-event",
            },
        }
    }
}
