//! Collections: the only way out. Standing now, authorise, log, commit, then answer. If the answer is lost,
//! the log says more than happened; it never says less.

use super::actor::Actor;
use super::asked::Loaded;
use super::error::{Error, Refusal, Result};
use super::log::{self, Entry, Kind};
use super::receipts::{self, Issue, What};
use super::requests::own;
use super::{Portal, rechecks, sealed, standings};
use crate::store::db::Tx;
use crate::store::{canary, packages, requests};
use consent::category::Category;
use consent::decision::newest_decision;
use consent::digest::Digest;
use consent::ids::{ClientId, CollectionId, ReceiptId, RequestId};
use consent::receipt::{ReceiptCollection, ReceiptFile};
use consent::release::Release;
use consent::standing::{Powers, Reason};
use serde_json::json;
use std::collections::BTreeMap;

/// A release on its way out. Made from a [`Release`] and from nothing else.
#[derive(Debug)]
pub struct Collected {
    release: Release,
    /// The receipt in force.
    pub receipt: ReceiptId,
    /// This collection.
    pub collection: CollectionId,
}

impl Collected {
    /// SHA-256 of the body.
    #[must_use]
    pub const fn digest(&self) -> Digest {
        self.release.digest()
    }

    /// The version of the decision that authorises it.
    #[must_use]
    pub const fn decision_version(&self) -> u32 {
        self.release.decision_version()
    }

    /// The body: exactly what was shown.
    #[must_use]
    pub fn into_body(self) -> Vec<u8> {
        self.release.into_bytes()
    }
}

impl Portal {
    /// Hands out what the claimant agreed to send, or refuses with the standings.
    pub async fn collect(&self, client: &ClientId, id: RequestId) -> Result<Collected> {
        let actor = Actor::Client(client.clone());
        let mut tx = self.db().write().await?;
        requests::lock(&mut tx, id).await?;
        let loaded = own(self, &mut tx, client, id).await?;
        let loaded = rechecks::settle(self, &mut tx, loaded).await?;
        let now = self.at(&tx);
        let subject = loaded.person();
        let authorised = match authorised(self, &mut tx, &loaded).await {
            Ok(authorised) => authorised,
            Err(Error::Failed(fault)) => {
                // What cannot be opened is not released; the operator finds the fault in the log.
                tracing::error!(%fault, "a package could not be opened");
                None
            }
            Err(refused) => return Err(refused),
        };
        let Some((release, receipt, entries)) = authorised else {
            let standing = standings::told(&mut tx, &loaded, now).await?;
            let quiet = standings::is_canarys(client, standing.iter());
            let standing = if standing.iter().any(standings::StandingSeen::is_available) {
                standing
                    .iter()
                    .map(|seen| {
                        standings::StandingSeen::denied(
                            &seen.category,
                            consent::standing::Told::NotAvailable,
                        )
                    })
                    .collect()
            } else {
                standing
            };
            let standings = standings::now(&loaded, &Powers::Everything, now);
            let mut reasons: BTreeMap<Category, Reason> =
                standings.iter().map(|standing| (standing.category, standing.reason)).collect();
            standings::held_by_fault(&mut reasons);
            let data = json!({ "reasons": reasons });
            let entry = Entry {
                kind: Kind::CollectionDenied,
                actor: &actor,
                subject,
                request: Some(id),
                data,
            };
            if !quiet {
                log::append(self, &mut tx, entry).await?;
            }
            tx.commit().await?;
            return Err(Refusal::NoConsent(standing).into());
        };
        let collection = CollectionId(self.chance().uuid(now)?);
        let size = i64::try_from(release.bytes().len()).unwrap_or(i64::MAX);
        packages::add_collection(
            &mut tx,
            collection,
            id,
            release.decision_version(),
            release.digest().as_bytes(),
            size,
            now,
        )
        .await?;
        let proof = match (subject, newest_decision(&loaded.said)) {
            (Some(subject), Some(decided)) => {
                let language = receipts::language_of(self, &mut tx, subject).await?;
                let what = What::Collected {
                    collection: ReceiptCollection {
                        id: collection,
                        at: now,
                        digest: release.digest(),
                    },
                    file: ReceiptFile {
                        entries: u32::try_from(entries).unwrap_or(u32::MAX),
                        bytes: u32::try_from(size).unwrap_or(u32::MAX),
                    },
                };
                let (actor, loaded) = (&actor, &loaded);
                let issue = Issue { actor, subject, loaded, at: now, decided, what, language };
                Some(receipts::issue(self, &mut tx, issue).await?)
            }
            _ => None,
        };
        let data = json!({ "collection": collection, "digest": release.digest(), "size": size, "entries": entries, "version": release.decision_version(), "receipt": proof });
        log::append(
            self,
            &mut tx,
            Entry { kind: Kind::Collected, actor: &actor, subject, request: Some(id), data },
        )
        .await?;
        tx.commit().await?;
        Ok(Collected { release, receipt, collection })
    }
}

/// The release, its receipt and how many entries it has; none where nothing may leave.
async fn authorised(
    portal: &Portal,
    tx: &mut Tx,
    loaded: &Loaded,
) -> Result<Option<(Release, ReceiptId, usize)>> {
    let standing = standings::now(loaded, &Powers::Everything, portal.at(tx));
    let Some(decided) = newest_decision(&loaded.said) else { return Ok(None) };
    if loaded.person().is_none() || !standing.iter().any(consent::standing::Standing::permits) {
        return Ok(None);
    }
    // Whatever the rule says: the canary has been given something, and nobody has looked yet.
    if canary::stopped(tx).await? {
        return Ok(None);
    }
    let id = loaded.id();
    let Some(row) = packages::package(tx, id, decided.version).await? else { return Ok(None) };
    if row.key_wrapped.is_none() {
        return Ok(None);
    }
    let package = sealed::open(portal, &row, &sealed::package_context(id, decided.version))?;
    let receipt = receipts::in_force(tx, loaded).await?;
    let entries = package.contents().sent.len();
    let release = package.authorise(decided, &standing);
    Ok(release.zip(receipt).map(|(release, receipt)| (release, receipt, entries)))
}
