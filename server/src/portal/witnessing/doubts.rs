//! Does a witness know more of this log than the store, or something else? Then an earlier state was put back, or somebody
//! publishes another history: nothing more is signed.

use super::Came;
use crate::config::WitnessSettings;
use crate::log::note::{Said, sign};
use crate::log::witnesses::{Heard, Http, Silence};
use crate::log::{Published, root_at, signed};
use crate::portal::Portal;
use crate::portal::error::{Fault, Result};
use crate::portal::publishing::Halt;
use crate::store::transparency;
use consent::digest::Digest;
use consent::proof::open_checkpoint;
use tokio::task::JoinSet;

impl Portal {
    /// Asks every witness how much it knows of this log, before anything is signed. Where one knows more, or something
    /// else, nothing is signed any more. Who gives no answer is told, and counts for nothing.
    pub async fn check_against_witnesses(&self) -> Result<Vec<(String, Came)>> {
        let mut asking = JoinSet::new();
        for (place, witness) in self.config().log.witnesses.iter().enumerate() {
            let (portal, witness) = (self.clone(), witness.clone());
            asking.spawn(async move {
                let came = portal.check_against(&witness).await;
                (place, witness.name, came)
            });
        }
        let mut all = asking.join_all().await;
        all.sort_by_key(|(place, ..)| *place);
        all.into_iter().map(|(_, name, came)| Ok((name, came?))).collect()
    }

    async fn check_against(&self, witness: &WitnessSettings) -> Result<Came> {
        let Some(http) = self.to_witnesses() else { return Ok(Came::Silent(Silence::Unreachable)) };
        // After a restore was accepted, witnesses may know more under the name of before: that is why it was.
        let stored = self.checkpoint_signed().await?.filter(|newest| self.binds(newest.origin()));
        let newest = match &stored {
            Some(newest) => newest.clone(),
            // The empty tree comes before every other: it is signed to be able to ask.
            None => self.nothing()?,
        };
        match self.offer(&http, witness, newest.size, &newest).await? {
            Ok(Heard::Lines(_)) if stored.is_none() => Ok(Came::NothingNew),
            Ok(Heard::Lines(lines)) => self.keep_signature(witness, &newest, &lines).await,
            Ok(Heard::Size(size)) if size > newest.size => {
                let came = self.ahead(&http, witness, size, newest.size).await?;
                // Before anything is signed, a witness's word is enough to stop.
                self.stop(Halt::Ahead { witness: witness.name.clone(), size, stored: newest.size });
                Ok(came)
            }
            Ok(Heard::Size(_)) => self.same_root(&http, witness).await,
            Ok(Heard::Inconsistent) => {
                let came = self.forked(&http, witness).await?;
                self.stop(Halt::Forked(newest.size));
                Ok(came)
            }
            other => Ok(Self::not_signed(witness, &other)),
        }
    }

    /// The witness says that it signed more than there is here. Where it shows this log's own signature on that, nothing
    /// more is signed; a witness alone could say anything.
    pub(super) async fn ahead(
        &self,
        http: &Http,
        witness: &WitnessSettings,
        size: u64,
        stored: u64,
    ) -> Result<Came> {
        let shown = self.shown(http, witness).await?.filter(|(shown, _)| *shown > stored);
        tracing::error!(
            witness = witness.name,
            size,
            stored,
            shown = shown.is_some(),
            "a witness signed a larger log than the store has: was the store put back?"
        );
        if let Some((size, _)) = shown {
            self.stop(Halt::Ahead { witness: witness.name.clone(), size, stored });
        }
        Ok(Came::Ahead { size, shown: shown.is_some() })
    }

    /// The witness says that this log does not extend what it signed.
    pub(super) async fn forked(&self, http: &Http, witness: &WitnessSettings) -> Result<Came> {
        tracing::error!(witness = witness.name, "a witness signed another log under this name");
        match self.same_root(http, witness).await? {
            Came::NothingNew => Ok(Came::Forked { shown: false }),
            came => Ok(came),
        }
    }

    /// Compares what the witness shows with the tree in the store.
    async fn same_root(&self, http: &Http, witness: &WitnessSettings) -> Result<Came> {
        let Some((size, root)) = self.shown(http, witness).await? else {
            return Ok(Came::NothingNew);
        };
        let own = {
            let mut tx = self.db().read().await?;
            if size == 0 { Some(Digest::of(&[])) } else { root_at(&mut tx, size).await? }
        };
        match own {
            Some(own) if own == root => Ok(Came::NothingNew),
            Some(_) => {
                tracing::error!(
                    witness = witness.name,
                    size,
                    "this log is another one than was signed"
                );
                self.stop(Halt::Forked(size));
                Ok(Came::Forked { shown: true })
            }
            None => {
                let stored = self.checkpoint_signed().await?.map_or(0, |newest| newest.size);
                self.stop(Halt::Ahead { witness: witness.name.clone(), size, stored });
                Ok(Came::Ahead { size, shown: true })
            }
        }
    }

    /// Size and root of the checkpoint that the witness shows, where this log's own key has signed it.
    async fn shown(&self, http: &Http, witness: &WitnessSettings) -> Result<Option<(u64, Digest)>> {
        let origin = self.log_origin();
        let Ok(Some(note)) = http.newest(&witness.url, &origin).await else { return Ok(None) };
        let opened = open_checkpoint(&note, &[self.own_vkey(&origin)?]).ok();
        let head = opened.map(|opened| opened.head).filter(|head| head.origin == origin);
        Ok(head.map(|head| (head.size, head.root)))
    }

    async fn checkpoint_signed(&self) -> Result<Option<Published>> {
        let row = transparency::newest(&mut self.db().read().await?).await?;
        Ok(row.map(signed).transpose()?)
    }

    fn nothing(&self) -> Result<Published> {
        let (size, root) = (0, Digest::of(&[]));
        let said = Said { origin: self.log_origin(), size, root };
        let note = sign(self.keys().receipt_signing(), &said).map_err(Fault::new)?;
        Ok(Published { size, root, at: self.now(), note })
    }
}
