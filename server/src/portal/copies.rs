//! The claimant's own copies of what was sent: kept only because they said so, sealed under their key, gone when they say
//! so. They outlive a withdrawal. Nobody but the claimant is ever given one, and none comes from anywhere but the
//! package that was confirmed.

use super::actor::Actor;
use super::error::{Error, Fault, Refusal, Result};
use super::log::{self, Entry, Kind};
use super::looking::Looked;
use super::previews::mine;
use super::{Portal, sealed, vault};
use crate::store::copies::{self, New, Row};
use crate::store::{Tx, packages, requests};
use consent::decision::newest_decision;
use consent::digest::Digest;
use consent::ids::{CopyId, PersonId, RequestId};
use consent::package::Package;
use consent::time::At;
use serde_json::json;
use tower_sessions::session::Id;

/// A copy, without its bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CopySeen {
    /// Its id.
    pub id: CopyId,
    /// Of which request.
    pub request: RequestId,
    /// Of which decision.
    pub version: u32,
    /// SHA-256 of the bytes: the one on the receipt.
    pub digest: Digest,
    /// How many bytes.
    pub size: u64,
    /// When it was kept.
    pub at: At,
}

/// A copy with its bytes: exactly those of the package.
#[derive(Debug)]
pub struct OwnCopy {
    /// What it is.
    pub seen: CopySeen,
    /// The bytes.
    pub bytes: Vec<u8>,
}

/// What can be kept of a request, or is kept.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CopyOffer {
    /// The decision whose package is there to be copied, and the package's digest.
    pub whole: Option<(u32, Digest)>,
    /// The copies that are kept, newest first.
    pub kept: Vec<CopySeen>,
}

impl Portal {
    /// What the claimant can keep of a request, and what they keep.
    pub async fn copy_offer(
        &self,
        actor: &Actor,
        subject: PersonId,
        request: RequestId,
    ) -> Result<CopyOffer> {
        actor.owns(subject)?;
        let mut tx = self.db().read().await?;
        let rows = copies::of_request(&mut tx, subject, request).await?;
        let kept = rows.iter().map(seen).collect::<Result<_>>()?;
        let whole = match self.whole(&mut tx, subject, request).await {
            Ok(whole) => whole.map(|(version, package)| (version, package.digest())),
            // One that they say is not about them.
            Err(Error::Refused(Refusal::NotFound)) => None,
            Err(other) => return Err(other),
        };
        Ok(CopyOffer { whole, kept })
    }

    /// Keeps a copy of the package of this decision, while it is there. Twice is one copy.
    pub async fn keep_copy(
        &self,
        actor: &Actor,
        subject: PersonId,
        request: RequestId,
        version: u32,
    ) -> Result<CopyId> {
        actor.owns(subject)?;
        let mut tx = self.db().write().await?;
        requests::lock(&mut tx, request).await?;
        let rows = copies::of_request(&mut tx, subject, request).await?;
        if let Some(row) = rows.iter().find(|row| row.decision_version == i64::from(version)) {
            return Ok(CopyId(row.id));
        }
        let whole = self.whole(&mut tx, subject, request).await?;
        let whole = whole.filter(|(known, _)| *known == version);
        let (_, package) = whole.ok_or(Refusal::NothingToCopy)?;
        let at = self.at(&tx);
        let id = CopyId(self.chance().uuid(at)?);
        let key = vault::person_key(self, &mut tx, subject).await?;
        let sealed = key.seal(self.chance(), &context(id), package.bytes())?;
        let digest = package.digest();
        let size = i64::try_from(package.bytes().len()).unwrap_or(i64::MAX);
        let new = New {
            id,
            person: subject,
            request,
            version,
            digest: digest.as_bytes(),
            size,
            at,
            sealed: &sealed,
        };
        copies::insert(&mut tx, &new).await?;
        let data = json!({ "copy": id, "version": version, "digest": digest, "size": size });
        let kind = Kind::CopyKept;
        let entry = Entry { kind, actor, subject: Some(subject), request: Some(request), data };
        log::append(self, &mut tx, entry).await?;
        tx.commit().await?;
        Ok(id)
    }

    /// The claimant's copies, newest first.
    pub async fn copies_of(&self, actor: &Actor, subject: PersonId) -> Result<Vec<CopySeen>> {
        actor.owns(subject)?;
        let mut tx = self.db().read().await?;
        copies::of_person(&mut tx, subject).await?.iter().map(seen).collect()
    }

    /// One of them, once it is on the record that it was opened. Somebody else's is not found.
    pub async fn copy(
        &self,
        actor: &Actor,
        subject: PersonId,
        session: Option<&Id>,
        id: CopyId,
    ) -> Result<OwnCopy> {
        actor.owns(subject)?;
        let mut tx = self.db().read().await?;
        let row = copies::by_id(&mut tx, subject, id).await?.ok_or(Refusal::NotFound)?;
        let sealed = copies::sealed(&mut tx, id).await?.unwrap_or_default();
        let key = vault::person_key(self, &mut tx, subject).await?;
        drop(tx);
        let seen = seen(&row)?;
        let bytes = key
            .open(&context(id), &sealed)
            .ok_or_else(|| Fault::new("a copy cannot be opened"))?
            .to_vec();
        if Digest::of(&bytes) != seen.digest {
            return Err(Fault::new("a copy is not the one that was kept").into());
        }
        self.looked_at(actor, subject, session, Looked::Copy(id, seen.request)).await?;
        Ok(OwnCopy { seen, bytes })
    }

    /// Deletes a copy for good. It takes nothing back from anybody.
    pub async fn delete_copy(&self, actor: &Actor, subject: PersonId, id: CopyId) -> Result<()> {
        actor.owns(subject)?;
        let mut tx = self.db().write().await?;
        let row = copies::by_id(&mut tx, subject, id).await?.ok_or(Refusal::NotFound)?;
        if copies::delete(&mut tx, subject, id).await? == 0 {
            return Err(Refusal::NotFound.into());
        }
        let request = Some(RequestId(row.request_id));
        let kind = Kind::CopyDeleted;
        let data = json!({ "copy": id });
        let entry = Entry { kind, actor, subject: Some(subject), request, data };
        log::append(self, &mut tx, entry).await?;
        tx.commit().await?;
        // Nor does it stay in what the store has yet to put in its place.
        Ok(self.db().settle().await?)
    }

    /// The package of the newest decision and that decision's version, where it is there and something is in it.
    async fn whole(
        &self,
        tx: &mut Tx,
        subject: PersonId,
        request: RequestId,
    ) -> Result<Option<(u32, Package)>> {
        let loaded = mine(self, tx, subject, request).await?;
        let Some(decided) = newest_decision(&loaded.said) else { return Ok(None) };
        let version = decided.version;
        let row = packages::package(tx, request, version).await?;
        let Some(row) = row.filter(|row| row.key_wrapped.is_some()) else { return Ok(None) };
        let package = sealed::open(self, &row, &sealed::package_context(request, version))?;
        Ok(Some((version, package)).filter(|(_, package)| !package.contents().sent.is_empty()))
    }
}

/// The context in which a copy is sealed.
fn context(id: CopyId) -> String {
    format!("copy:{id}")
}

fn seen(row: &Row) -> Result<CopySeen> {
    let digest = <[u8; 32]>::try_from(row.digest.as_slice()).map(Digest::from_bytes);
    Ok(CopySeen {
        id: CopyId(row.id),
        request: RequestId(row.request_id),
        version: u32::try_from(row.decision_version).unwrap_or_default(),
        digest: digest.map_err(|_| Fault::new("a stored digest is damaged"))?,
        size: u64::try_from(row.size).unwrap_or_default(),
        at: row.at.into(),
    })
}
