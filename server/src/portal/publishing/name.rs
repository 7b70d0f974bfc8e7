//! Under which name the log is published, and with which keys. It has another name in each epoch; what was signed under an
//! earlier one binds nobody any more, because an operator has said so.

use crate::log::note;
use crate::portal::Portal;
use crate::portal::error::Result;
use crate::store::{Tx, epochs};
use ed25519_dalek::VerifyingKey;

impl Portal {
    /// The log's name: the first line of its checkpoints.
    #[must_use]
    pub fn log_origin(&self) -> String {
        self.log_origin_of(self.0.sequencer.known().epoch)
    }

    /// Its name in this epoch.
    pub(in crate::portal) fn log_origin_of(&self, epoch: i64) -> String {
        let base = &self.config().base_url;
        let host = base.split_once("://").map_or(base.as_str(), |(_, host)| host);
        let origin = self.config().log.origin.clone().unwrap_or_else(|| format!("{host}/log"));
        match epoch {
            0 => origin,
            epoch => format!("{origin}/{epoch}"),
        }
    }

    /// Sees in which epoch the log is. What was signed in an earlier one binds nobody any more, by an operator's word.
    pub(in crate::portal) async fn see_epoch(&self, tx: &mut Tx) -> Result<()> {
        let epoch = epochs::newest(tx).await?;
        self.0.sequencer.known().epoch = epoch;
        Ok(())
    }

    /// Whether what was signed under this origin still has to be what the log gives.
    pub(in crate::portal) fn binds(&self, origin: &str) -> bool {
        let epoch = self.0.sequencer.known().epoch;
        epoch == 0 || origin == self.log_origin_of(epoch)
    }

    /// After a new epoch has begun, this process signs again; whether one has begun since it stopped.
    pub(in crate::portal) fn sign_again(&self) -> bool {
        let mut known = self.0.sequencer.known();
        let begun = known.halted.is_some() && known.epoch > known.halted_in;
        if begun {
            known.halted = None;
        }
        begun
    }

    /// The key with which others check the log's checkpoints.
    #[must_use]
    pub fn log_vkey(&self) -> String {
        note::vkey(&self.log_origin(), &self.keys().receipt_verifying())
    }

    /// The keys that may have signed for this log: its own, and earlier ones that are trusted.
    pub(in crate::portal) fn log_keys(&self) -> Vec<VerifyingKey> {
        let earlier = self.config().receipt_keys.iter();
        let earlier = earlier.filter_map(|path| std::fs::read_to_string(path).ok());
        let earlier = earlier.filter_map(|pem| crate::keys::parse_receipt_public(&pem));
        std::iter::once(self.keys().receipt_verifying()).chain(earlier).collect()
    }
}
