//! Proofs that an event is in the published log, as files of C2SP `tlog-proof`, and what opens a leaf. It proves what is
//! published and nothing else; whose event it is, its caller has checked.

use super::error::{Fault, Result};
use super::log::{Opening, context};
use super::{Portal, vault};
use crate::log::mirror::{self, MirrorFault};
use crate::log::tiles::{self, Address};
use crate::log::{covering, inclusion, note};
use crate::store::{Tx, events};
use consent::ids::{PersonId, RequestId};
use consent::proof::TlogProof;
use std::path::Path;

impl Portal {
    /// The bytes of a tile of the published log; none where no published tree has it.
    pub async fn tile(&self, address: Address) -> Result<Option<Vec<u8>>> {
        Ok(tiles::read(&mut self.db().read().await?, address).await?)
    }

    /// Writes the published log into a folder, and tells now and then how far it is; gives its size and how many tiles
    /// are new there.
    pub async fn export_log(
        &self,
        folder: &Path,
        tell: impl Fn(u64, u64),
    ) -> Result<std::result::Result<(u64, u64), MirrorFault>> {
        let mut tx = self.db().read().await?;
        Ok(mirror::export(&mut tx, folder, &self.log_vkey(), tell).await)
    }

    /// The proof that the leaf at this place is in the published log, with what opens it where that is given; none where
    /// it is not published yet.
    pub async fn proof_of(
        &self,
        tx: &mut Tx,
        seq: i64,
        extra: Option<&Opening>,
    ) -> Result<Option<String>> {
        let Ok(index) = u64::try_from(seq) else { return Ok(None) };
        let Some(published) = covering(tx, index).await? else { return Ok(None) };
        let proof = TlogProof {
            extra: extra.map(Opening::to_extra).transpose().map_err(Fault::new)?,
            index,
            path: inclusion(tx, index, published.size).await?,
            checkpoint: published.note,
        };
        Ok(Some(proof.to_text()))
    }

    /// Under which name and by which key the checkpoint of this proof was signed: another than today's, where the log
    /// got another name after a restore, or another key.
    pub fn proof_signed_by(&self, proof: &str) -> Result<(String, String)> {
        let checkpoint = TlogProof::parse(proof).map_err(Fault::new)?.checkpoint;
        let origin = checkpoint.lines().next().unwrap_or_default();
        let mut vkeys = self.log_keys().into_iter().map(|key| note::vkey(origin, &key));
        let vkey = vkeys.find(|vkey| note::read(&checkpoint, vkey).is_ok());
        let vkey = vkey.ok_or_else(|| Fault::new("no key of this log has signed its proof"))?;
        Ok((origin.to_owned(), vkey))
    }

    /// What opens the leaf at this place; none where there is no such event, or nobody can open it any more.
    pub async fn opening_of(&self, tx: &mut Tx, seq: i64) -> Result<Option<Opening>> {
        let rows = events::walk(tx, seq, 1).await?;
        let Some(row) = rows.into_iter().find(|row| row.seq == seq) else { return Ok(None) };
        let Some(sealed) = row.sealed else { return Ok(None) };
        let key = match (row.person_id, row.request_id) {
            (Some(person), _) => vault::person_key(self, tx, PersonId(person)).await?,
            (None, Some(request)) => vault::request_key(self, tx, RequestId(request)).await?,
            (None, None) => vault::portal_key(self)?,
        };
        let opening = key.open(&context(seq), &sealed);
        let opening = opening.ok_or_else(|| Fault::new("a sealed event cannot be opened"))?;
        Ok(Some(serde_json::from_slice(&opening)?))
    }
}
