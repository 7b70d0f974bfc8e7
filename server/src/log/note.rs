//! Checkpoints as signed notes (C2SP `tlog-checkpoint`, `signed-note`): making them, and reading back only what a key
//! that is known has signed.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use consent::digest::Digest;
use ed25519_dalek::{Signer as _, SigningKey, VerifyingKey};
use signed_note::{Note, Signature, StandardVerifier, VerifierList, key_id};
use tlog_tiles::checkpoint::Checkpoint;
use tlog_tiles::tlog::Hash;

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
    let hash = Hash(*said.root.as_bytes());
    let checkpoint = Checkpoint::new(&said.origin, said.size, hash, "");
    let text = checkpoint.map_err(|_| NoteFault::NoCheckpoint)?.to_bytes();
    let id = key_id(&said.origin, &encoded(&key.verifying_key()));
    let signature = key.sign(&text).to_bytes().to_vec();
    let signature =
        Signature::new(said.origin.clone(), id, signature).map_err(|_| NoteFault::Key)?;
    let note = Note::new(&text, &[signature]).map_err(|_| NoteFault::NoNote)?;
    let note = String::from_utf8(note.to_bytes()).map_err(|_| NoteFault::NoNote)?;
    match read(&note, &vkey(&said.origin, &key.verifying_key())) {
        Ok(read) if read == *said => Ok(note),
        Ok(_) => Err(NoteFault::NoCheckpoint),
        Err(why) => Err(why),
    }
}

/// What a checkpoint says, where the log's key has signed it. Lines of other keys are left alone.
pub fn read(note: &str, vkey: &str) -> Result<Said, NoteFault> {
    let parsed = Note::from_bytes(note.as_bytes()).map_err(|_| NoteFault::NoNote)?;
    let checkpoint = Checkpoint::from_bytes(parsed.text()).map_err(|_| NoteFault::NoCheckpoint)?;
    let verifier = StandardVerifier::new(vkey).map_err(|_| NoteFault::Key)?;
    let name = vkey.split_once('+').map_or(vkey, |(name, _)| name);
    if checkpoint.origin() != name {
        return Err(NoteFault::Origin);
    }
    let known = VerifierList::new(vec![Box::new(verifier)]);
    parsed.verify(&known).map_err(|_| NoteFault::Signature)?;
    Ok(Said {
        origin: checkpoint.origin().to_owned(),
        size: checkpoint.size(),
        root: Digest::from_bytes(checkpoint.hash().0),
    })
}

/// What a checkpoint says that one of these keys has signed, under the name that it bears itself: the address of a log
/// can change, its key says that it is the same.
pub fn read_own(note: &str, keys: &[VerifyingKey]) -> Result<Said, NoteFault> {
    let origin = note.lines().next().unwrap_or_default();
    let read = keys.iter().map(|key| read(note, &vkey(origin, key)));
    read.reduce(|first, next| first.or(next)).unwrap_or(Err(NoteFault::Signature))
}
