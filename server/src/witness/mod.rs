//! A witness (C2SP `tlog-witness`): it signs that a log has only ever been added to, for as many logs as its settings
//! name. Knows nothing of people, records or the portal's store. What it signs is on its disk before anybody has the
//! signature, and it never signs two histories of one log.

mod asked;
mod door;
mod key;
mod settings;
mod state;

pub use asked::{AddCheckpoint, BadRequest};
pub use door::router;
pub use settings::{Limits, LogSettings, Settings};
pub use state::StateFault;

use crate::clock::Clock;
use crate::keys::KeysFault;
use consent::digest::Digest;
use consent::proof::{self, Cosigner, Head, NoteFault, Opened, Vkey};
use ed25519_dalek::{Signer as _, SigningKey};
use state::Kept;
use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, PoisonError};

/// A witness that is ready to sign.
pub struct Witness {
    vkey: Vkey,
    key: SigningKey,
    logs: BTreeMap<String, Log>,
    folder: state::Folder,
    clock: Arc<dyn Clock>,
}

/// A log that it signs for. One request at a time: looking at what was signed, and signing more, is one step.
struct Log {
    keys: Vec<Vkey>,
    one_at_a_time: Mutex<()>,
}

/// What comes of a request to sign.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// Signed: the line of the signature.
    Signed(String),
    /// Another size than the one last signed, which is this.
    Conflict(u64),
    /// Not signed.
    Refused(Refused),
}

/// Why it did not sign.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refused {
    /// 404.
    #[error("this witness does not sign for a log of this name")]
    UnknownLog,
    /// 403.
    #[error("the log's key has not signed this checkpoint")]
    NotSigned,
    /// 400.
    #[error("this is not a request to sign a checkpoint")]
    Malformed,
    /// 400.
    #[error("the old size is larger than the new one")]
    Shrinking,
    /// 422.
    #[error("it is not shown that this tree is the earlier one with leaves added")]
    Inconsistent,
}

/// Why a witness cannot begin.
#[derive(Debug, thiserror::Error)]
pub enum WitnessFault {
    /// The key.
    #[error(transparent)]
    Key(#[from] KeysFault),
    /// What it signed before.
    #[error(transparent)]
    State(#[from] StateFault),
    /// Its name.
    #[error("the witness's name cannot be used: {0}")]
    Name(#[from] proof::VkeyFault),
}

impl Witness {
    /// Reads the key, or makes it; checks what was signed before. Only one process can have a folder.
    pub fn open(settings: &Settings, clock: Arc<dyn Clock>) -> Result<Self, WitnessFault> {
        let key = key::open(&settings.data_dir)?;
        let vkey = Vkey::witness(&settings.name, key.verifying_key().as_bytes())?;
        let folder = state::Folder::lock(&settings.data_dir)?;
        let mut logs = BTreeMap::new();
        for log in &settings.logs {
            logs.entry(log.origin.clone())
                .or_insert_with(|| Log { keys: Vec::new(), one_at_a_time: Mutex::new(()) })
                .keys
                .push(log.vkey.clone());
        }
        let witness = Self { vkey, key, logs, folder, clock };
        for (origin, log) in &witness.logs {
            // What cannot be read now could not be read later, when it matters.
            witness.kept(origin, log)?;
        }
        Ok(witness)
    }

    /// The public key to tell others.
    #[must_use]
    pub const fn vkey(&self) -> &Vkey {
        &self.vkey
    }

    /// The logs that it signs for.
    pub fn origins(&self) -> impl Iterator<Item = &str> {
        self.logs.keys().map(String::as_str)
    }

    /// Signs, or says why not. When it says that it has signed, that is on the disk.
    pub fn add_checkpoint(&self, asked: &AddCheckpoint) -> Result<Outcome, StateFault> {
        let Some(log) = self.logs.get(&asked.head.origin) else {
            return Ok(Outcome::Refused(Refused::UnknownLog));
        };
        let opened = match proof::open_checkpoint(&asked.checkpoint, &log.keys) {
            Ok(opened) => opened,
            Err(NoteFault::Malformed | NoteFault::Head(_)) => {
                return Ok(Outcome::Refused(Refused::Malformed));
            }
            Err(_) => return Ok(Outcome::Refused(Refused::NotSigned)),
        };
        if asked.old > asked.head.size {
            return Ok(Outcome::Refused(Refused::Shrinking));
        }
        // Whatever went wrong under the lock before, the file is whole.
        let _alone = log.one_at_a_time.lock().unwrap_or_else(PoisonError::into_inner);
        let before = self.kept(&asked.head.origin, log)?;
        let (size, root) =
            before.map_or((0, Digest::of(&[])), |kept| (kept.head.size, kept.head.root));
        if size != asked.old {
            return Ok(Outcome::Conflict(size));
        }
        let new = (asked.head.size, &asked.head.root);
        if !proof::check_consistency((size, &root), new, &asked.proof) {
            return Ok(Outcome::Refused(Refused::Inconsistent));
        }
        self.sign(opened).map(Outcome::Signed)
    }

    /// The last signed checkpoint of the log whose origin has this digest, with the log's signatures and ours.
    pub fn newest(&self, origin_digest: &Digest) -> Result<Option<String>, StateFault> {
        let found =
            self.logs.iter().find(|(origin, _)| Digest::of(origin.as_bytes()) == *origin_digest);
        let Some((origin, log)) = found else { return Ok(None) };
        Ok(self.kept(origin, log)?.map(|kept| kept.note))
    }

    fn sign(&self, opened: Opened) -> Result<String, StateFault> {
        let seconds = self.clock.now().micros().div_euclid(1_000_000);
        let at = u64::try_from(seconds).unwrap_or_default();
        let signer = Cosigner::new(&self.vkey, at, |message| self.key.sign(message).to_bytes());
        let text = opened.text;
        let line = proof::cosignature_line(&text, &signer).map_err(|_| StateFault::Clock)?;
        // Only lines that were verified are kept: others could be anything.
        let of_the_log: String = opened.signed.into_iter().map(|signed| signed.line).collect();
        let note = format!("{text}\n{of_the_log}{line}");
        self.folder.write(&Kept { head: opened.head, note })?;
        Ok(line)
    }

    fn kept(&self, origin: &str, log: &Log) -> Result<Option<Kept>, StateFault> {
        let keys: Vec<Vkey> = log.keys.iter().chain([&self.vkey]).cloned().collect();
        self.folder.read(origin, &keys, &self.vkey)
    }
}

impl Refused {
    /// The status that the specification gives it.
    #[must_use]
    pub const fn status(self) -> http::StatusCode {
        match self {
            Self::UnknownLog => http::StatusCode::NOT_FOUND,
            Self::NotSigned => http::StatusCode::FORBIDDEN,
            Self::Malformed | Self::Shrinking => http::StatusCode::BAD_REQUEST,
            Self::Inconsistent => http::StatusCode::UNPROCESSABLE_ENTITY,
        }
    }
}

/// What a checkpoint that is not verified yet says that it is about.
fn claimed(checkpoint: &str) -> Option<Head> {
    let (text, _) = checkpoint.rsplit_once("\n\n")?;
    Head::parse(&format!("{text}\n")).ok()
}
