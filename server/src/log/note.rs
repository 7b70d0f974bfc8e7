//! Checkpoints as signed notes (C2SP `tlog-checkpoint`, `signed-note`): making them, and reading back only what a key
//! that is known has signed.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use consent::digest::Digest;
use consent::proof::{self, Head, LogSigner, Vkey, open_checkpoint, sign_head};
use ed25519_dalek::{Signer as _, SigningKey, VerifyingKey};
use signed_note::key_id;

/// The type byte of Ed25519 keys of signed notes.
const ED25519: u8 = 1;

/// What a signed checkpoint says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Said {
    /// Of which log.
    pub origin: String,
    /// How many leaves.
    pub size: u64,
    /// The root over them.
    pub root: Digest,
}

/// Why a text is no checkpoint of this log's.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NoteFault {
    /// Not in the form of a signed note.
    #[error("it is no signed note")]
    NoNote,
    /// Not in the form of a checkpoint.
    #[error("it is no checkpoint")]
    NoCheckpoint,
    /// No key that is known has signed it, or its signature does not hold.
    #[error("its signature does not hold")]
    Signature,
    /// A key of another name than the log's has signed it.
    #[error("it is of another log")]
    Origin,
    /// The name of the log or its key cannot stand in a note.
    #[error("the name or the key of the log cannot be used")]
    Key,
}

fn encoded(key: &VerifyingKey) -> Vec<u8> {
    [&[ED25519], key.as_bytes().as_slice()].concat()
}

/// The key with which others check the log's signatures, in the form of `signed-note`.
#[must_use]
pub fn vkey(name: &str, key: &VerifyingKey) -> String {
    let encoded = encoded(key);
    format!("{name}+{:08x}+{}", key_id(name, &encoded), STANDARD.encode(&encoded))
}

/// Signs a checkpoint; what comes out has been read back and checked.
pub fn sign(key: &SigningKey, said: &Said) -> Result<String, NoteFault> {
    let public = key.verifying_key();
    let own = Vkey::log(&said.origin, public.as_bytes()).map_err(|_| NoteFault::Key)?;
    let head = Head::new(said.origin.clone(), said.size, said.root);
    let signer = LogSigner::new(&own, |message| key.sign(message).to_bytes());
    let note = sign_head(&head, &[&signer]).map_err(fault)?;
    match read(&note, &own.to_string()) {
        Ok(read) if read == *said => Ok(note),
        Ok(_) => Err(NoteFault::NoCheckpoint),
        Err(why) => Err(why),
    }
}

/// What a checkpoint says, where the log's key has signed it. Lines of other keys are left alone.
pub fn read(note: &str, vkey: &str) -> Result<Said, NoteFault> {
    let own = Vkey::parse(vkey).map_err(|_| NoteFault::Key)?;
    let head = open_checkpoint(note, std::slice::from_ref(&own)).map_err(fault)?.head;
    if head.origin != own.name() {
        return Err(NoteFault::Origin);
    }
    Ok(Said { origin: head.origin, size: head.size, root: head.root })
}

fn fault(why: proof::NoteFault) -> NoteFault {
    match why {
        proof::NoteFault::Malformed => NoteFault::NoNote,
        proof::NoteFault::Head(_) => NoteFault::NoCheckpoint,
        proof::NoteFault::FalseSignature { .. }
        | proof::NoteFault::Unsigned
        | proof::NoteFault::Ambiguous => NoteFault::Signature,
    }
}

/// What a checkpoint says that one of these keys has signed, under the name that it bears itself: the address of a log
/// can change, its key says that it is the same.
pub fn read_own(note: &str, keys: &[VerifyingKey]) -> Result<Said, NoteFault> {
    let origin = note.lines().next().unwrap_or_default();
    let read = keys.iter().map(|key| read(note, &vkey(origin, key)));
    read.reduce(|first, next| first.or(next)).unwrap_or(Err(NoteFault::Signature))
}
