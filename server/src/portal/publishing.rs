//! The sequencer: what was appended becomes a published tree, in one write transaction. Signed is only what extends
//! everything that was signed before; where that cannot be shown, it stops and says why, until an operator says how it goes on.

mod halt;
mod name;

pub use halt::Halt;

use super::Portal;
use super::actor::Actor;
use super::error::{Error, Fault, Result};
use super::log::{Entry, Kind, append};
use crate::log::note::{self, Said};
use crate::log::remembered::{Remembered, RememberedFault};
use crate::log::tree::{self, TreeFault};
use crate::log::{Cosigned, Published, newest, place, published, root_at, signed, tiles};
use crate::store::{StoreError, Tx, events, transparency};
use consent::proof::check_consistency;
use ed25519_dalek::VerifyingKey;
use serde_json::json;
use std::sync::{Mutex, MutexGuard, PoisonError};
use tokio::sync::watch;

/// What the sequencer of this process knows.
pub(super) struct Sequencer {
    known: Mutex<Known>,
    published: watch::Sender<u64>,
}

#[derive(Default)]
struct Known {
    /// The last checkpoint that this process signed or saw in order.
    last: Option<Said>,
    halted: Option<Halt>,
    /// In which epoch that was.
    halted_in: i64,
    /// How often the log was said to go on although published leaves are lost.
    epoch: i64,
}

impl Default for Sequencer {
    fn default() -> Self {
        Self { known: Mutex::default(), published: watch::Sender::new(0) }
    }
}

impl Sequencer {
    fn known(&self) -> MutexGuard<'_, Known> {
        self.known.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Known {
    /// The first reason stays.
    fn halt(&mut self, why: Halt) {
        if self.halted.is_none() {
            (self.halted, self.halted_in) = (Some(why), self.epoch);
        }
    }
}

/// What came of one step.
type Step<T> = std::result::Result<T, Stopped>;

/// Why a step ended early.
enum Stopped {
    /// For good.
    For(Halt),
    /// This time.
    This(Error),
}

impl From<Halt> for Stopped {
    fn from(halt: Halt) -> Self {
        Self::For(halt)
    }
}

impl From<Error> for Stopped {
    fn from(why: Error) -> Self {
        Self::This(why)
    }
}

impl From<StoreError> for Stopped {
    #[track_caller]
    fn from(why: StoreError) -> Self {
        Self::This(why.into())
    }
}

impl From<TreeFault> for Stopped {
    #[track_caller]
    fn from(why: TreeFault) -> Self {
        match why {
            TreeFault::Torn(torn) => Self::For(Halt::Torn(torn)),
            TreeFault::Store(why) if why.is_duplicate() => Self::For(Halt::TooMany),
            other => Self::This(other.into()),
        }
    }
}

impl From<TreeFault> for Error {
    #[track_caller]
    fn from(why: TreeFault) -> Self {
        match why {
            TreeFault::Store(why) => why.into(),
            other => Fault::new(other).into(),
        }
    }
}

impl Portal {
    /// The newest checkpoint, with what witnesses have signed of it.
    pub async fn checkpoint(&self) -> Result<Option<Published>> {
        Ok(newest(&mut self.db().read().await?).await?)
    }

    /// Changes whenever this process has published; what others published is in the store.
    pub fn publications(&self) -> watch::Receiver<u64> {
        self.0.sequencer.published.subscribe()
    }

    /// Why the sequencer of this process signs nothing any more.
    #[must_use]
    pub fn log_halted(&self) -> Option<Halt> {
        self.0.sequencer.known().halted.clone()
    }

    /// Stops the sequencer of this process, until an operator accepts a restore; the first reason stays.
    pub(super) fn stop(&self, why: Halt) {
        let said = format!("the log is published no further: {why}");
        // First it is so, then it is said.
        self.0.sequencer.known().halt(why);
        tracing::error!("{said}");
    }

    /// One step of the sequencer: publishes what is new. None where nothing is, or where another process was first.
    pub async fn publish_now(&self) -> Result<Option<Published>> {
        if let Some(why) = self.log_halted() {
            return Err(Fault::new(format_args!("nothing is published any more: {why}")).into());
        }
        match self.integrate().await {
            Ok(published) => Ok(published),
            Err(Stopped::This(why)) => Err(why),
            Err(Stopped::For(halt)) => {
                let fault = Fault::new(format_args!("the log is published no further: {halt}"));
                self.0.sequencer.known().halt(halt);
                Err(fault.into())
            }
        }
    }

    async fn integrate(&self) -> Step<Option<Published>> {
        let mut tx = self.db().write().await?;
        let before = self.signed_before(&mut tx).await?;
        let old = before.as_ref().map_or(0, |said| said.size);
        let head = size(&mut tx).await?;
        if head == old {
            drop(tx);
            self.remember(before)?;
            return Ok(None);
        }
        let multiple = u64::from(self.config().log.pad_to).max(1);
        let size = head.next_multiple_of(multiple);
        for _ in head..size {
            append(self, &mut tx, padding()).await?;
        }
        tiles::extend(&mut tx, old, size).await?;
        let root = root_at(&mut tx, size).await?.ok_or(Halt::Cut { signed: size, head })?;
        if let Some(said) = &before {
            let proof = tree::consistency(&mut tx, old, size).await?;
            if !check_consistency((old, &said.root), (size, &root), &proof) {
                return Err(Halt::NotExtended { new: size, old }.into());
            }
        }
        let said = Said { origin: self.log_origin(), size, root };
        let at = self.at(&tx);
        let note = note::sign(self.keys().receipt_signing(), &said)
            .map_err(|why| Error::from(Fault::new(why)))?;
        let new = (place(size)?, root.as_bytes().as_slice(), at, note.as_str());
        if transparency::insert(&mut tx, place(old)?, new).await? == 0 {
            return Ok(None);
        }
        tx.commit().await?;
        self.remember(Some(said))?;
        self.0.sequencer.published.send_replace(size);
        Ok(Some(Published { size, root, at, note }))
    }

    /// What was signed last, where the store still gives the same tree for it and for everything that is remembered.
    async fn signed_before(&self, tx: &mut Tx) -> Step<Option<Said>> {
        let keys = self.log_keys();
        self.see_epoch(tx).await?;
        let file = Remembered::read(&self.config().keys_dir(), &keys);
        let file = file.map_err(|why| match why {
            RememberedFault::Changed(..) => Stopped::For(Halt::Memory(why.to_string())),
            RememberedFault::File(..) => Stopped::This(Fault::new(why).into()),
        })?;
        let last = self.0.sequencer.known().last.clone();
        let stored = match transparency::newest(tx).await? {
            None => None,
            Some(row) => Some(checked(signed(row)?, &keys)?),
        };
        let size = stored.as_ref().map_or(0, |said| said.size);
        let head = self::size(tx).await?;
        if head < size {
            return Err(Halt::Cut { signed: size, head }.into());
        }
        let remembered = file.into_iter().map(|file| file.said).chain(last);
        let remembered = remembered.filter(|said| self.binds(&said.origin));
        for signed in remembered.chain(stored.clone()) {
            if signed.size > size {
                return Err(Halt::PutBack { signed: signed.size, stored: size }.into());
            }
            if root_at(tx, signed.size).await? != Some(signed.root) {
                return Err(Halt::Forked(signed.size).into());
            }
        }
        Ok(stored)
    }

    /// Remembers what is signed and committed: in this process, and beside the keys.
    fn remember(&self, said: Option<Said>) -> Step<()> {
        let Some(said) = said else { return Ok(()) };
        let before = self.0.sequencer.known().last.replace(said.clone());
        if before.as_ref() == Some(&said) {
            return Ok(());
        }
        let write = || {
            // Signing the same again gives the same bytes: there is no chance in it.
            let note = note::sign(self.keys().receipt_signing(), &said).map_err(Fault::new)?;
            let mark = self.chance().code().map_err(Fault::new)?;
            let remembered = Remembered { said, note };
            remembered.write(&self.config().keys_dir(), &mark).map_err(Fault::new)
        };
        write().map_err(|fault| {
            // It is written the next time.
            self.0.sequencer.known().last = before;
            Stopped::This(fault.into())
        })
    }

    /// Keeps what a witness has signed. Whoever calls has checked it; the second time changes nothing.
    pub async fn keep_cosignature(&self, new: &Cosigned) -> Result<()> {
        let mut tx = self.db().write().await?;
        let row = (place(new.size)?, new.witness.as_str(), new.at, new.line.as_str());
        transparency::insert_cosignature(&mut tx, row).await?;
        Ok(tx.commit().await?)
    }

    /// What witnesses have signed of the checkpoint of this size.
    pub async fn cosignatures(&self, size: u64) -> Result<Vec<Cosigned>> {
        let mut tx = self.db().read().await?;
        let rows = transparency::cosignatures(&mut tx, place(size)?).await?;
        let cosigned = rows.into_iter().map(|row| Cosigned {
            size,
            witness: row.witness,
            at: row.at.into(),
            line: row.line,
        });
        Ok(cosigned.collect())
    }

    /// The published checkpoint of this size, with what witnesses have signed of it.
    pub async fn checkpoint_of(&self, size: u64) -> Result<Option<Published>> {
        let mut tx = self.db().read().await?;
        match transparency::of_size(&mut tx, place(size)?).await? {
            Some(row) => Ok(Some(published(&mut tx, row).await?)),
            None => Ok(None),
        }
    }
}

/// How many leaves the log has.
async fn size(tx: &mut Tx) -> Step<u64> {
    let size = events::size(tx).await?;
    Ok(u64::try_from(size).map_err(|_| StoreError::Row("log_head"))?)
}

/// What a stored checkpoint says, where this log has signed it and its row says the same.
fn checked(stored: Published, keys: &[VerifyingKey]) -> std::result::Result<Said, Halt> {
    let said =
        note::read_own(&stored.note, keys).map_err(|why| Halt::NotSigned(stored.size, why))?;
    if (said.size, said.root) == (stored.size, stored.root) {
        Ok(said)
    } else {
        Err(Halt::Row(stored.size))
    }
}

/// A leaf about nothing, so that nobody learns from a tree's size how much happened.
fn padding() -> Entry<'static> {
    Entry {
        kind: Kind::Padding,
        actor: &Actor::System,
        subject: None,
        request: None,
        data: json!({}),
    }
}
