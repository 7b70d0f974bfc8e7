//! From the proof beside a receipt to its place in the log: digest, event, leaf, path, checkpoint, witnesses. Each step
//! is checked; what the proof says about itself counts for nothing.

use super::trust::{Trust, Trusted};
use super::wrong::LogWrong;
use crate::canonical;
use crate::digest::Digest;
use crate::proof::{NotIncluded, NoteFault, Opening, Policy, TlogProof, verify_opened};
use crate::receipt::Receipt;
use crate::strict;
use crate::time::At;
use serde_json::Value;

/// The kind of the event by which a receipt is issued.
pub const ISSUED: &str = "receipt-issued";

/// Where the log holds a receipt.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Logged {
    /// The log's name.
    pub origin: String,
    /// The place of the leaf, from 0.
    pub index: u64,
    /// How many leaves the checkpoint covers.
    pub size: u64,
    /// The root of the checkpoint's tree.
    pub root: Digest,
    /// Which known witnesses have signed the checkpoint.
    pub witnesses: Vec<Witness>,
    /// How many more have signed who are not known. They count for nothing.
    pub unknown: usize,
}

/// A known witness has signed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Witness {
    /// Its name.
    pub name: String,
    /// When, as it said and signed.
    pub at: At,
}

/// Finds the receipt with this digest in the log, by the proof.
pub(super) fn find(
    proof: &str,
    receipt: &Receipt,
    digest: Digest,
    trust: &Trust,
) -> Result<Logged, LogWrong> {
    let parsed = TlogProof::parse(proof).map_err(|_| LogWrong::Malformed)?;
    let origin = parsed.checkpoint.lines().next().unwrap_or_default();
    let other = || LogWrong::OtherLog { origin: origin.to_owned() };
    let may_sign = |key: &&Trusted| key.origin().is_none_or(|named| named == origin);
    // The first refusal that is about more than the key is the one to tell.
    let mut refusal = other();
    for key in trust.keys().iter().filter(may_sign) {
        let log = key.of_log(origin).map_err(|_| other())?;
        let policy = Policy::new(log, trust.witnesses().to_vec(), trust.quorum())
            .map_err(|_| LogWrong::Malformed)?;
        match verify_opened(proof, &policy) {
            Ok((included, opening)) => {
                is_issuing(&opening, receipt, digest)?;
                let witnesses = included
                    .witnesses
                    .into_iter()
                    .map(|witness| Witness { at: at(witness.at), name: witness.name });
                return Ok(Logged {
                    origin: included.origin,
                    index: included.index,
                    size: included.size,
                    root: included.root,
                    witnesses: witnesses.collect(),
                    unknown: included.unknown,
                });
            }
            Err(NotIncluded::Checkpoint(NoteFault::Unsigned) | NotIncluded::NotSigned) => {}
            Err(why) => refusal = refused(why, origin),
        }
    }
    Err(refusal)
}

fn at(seconds: u64) -> At {
    At::from_micros(i64::try_from(seconds).unwrap_or(i64::MAX).saturating_mul(1_000_000))
}

fn refused(why: NotIncluded, origin: &str) -> LogWrong {
    match why {
        NotIncluded::Checkpoint(NoteFault::FalseSignature { name }) => {
            LogWrong::FalseSignature { name }
        }
        NotIncluded::Checkpoint(NoteFault::Unsigned)
        | NotIncluded::NotSigned
        | NotIncluded::OtherLog { .. } => LogWrong::OtherLog { origin: origin.to_owned() },
        NotIncluded::Malformed(_)
        | NotIncluded::Opening(_)
        | NotIncluded::Checkpoint(_)
        | NotIncluded::Twice => LogWrong::Malformed,
        NotIncluded::TooFewWitnesses { have, need } => LogWrong::TooFewWitnesses { have, need },
        NotIncluded::BeyondTheTree { .. } | NotIncluded::NotInTree => LogWrong::NotInTree,
    }
}

/// Whether the event is the issuing of the receipt with this digest, and is written in the one way there is.
fn is_issuing(opening: &Opening, receipt: &Receipt, digest: Digest) -> Result<(), LogWrong> {
    let event = strict::read(opening.event.as_bytes()).map_err(|_| LogWrong::OtherEvent)?;
    let says = |at: &str, text: &str| event.pointer(at).and_then(Value::as_str) == Some(text);
    let issued = canonical::whole(&event).as_deref() == Some(opening.event.as_bytes())
        && says("/kind", ISSUED)
        && says("/data/receipt", &receipt.id.to_string())
        && says("/data/sha256", &digest.to_string());
    if issued { Ok(()) } else { Err(LogWrong::OtherEvent) }
}
