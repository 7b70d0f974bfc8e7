//! Whom a request is about: tried after it was answered, and again when a person is added or corrected,
//! while the request is open. Exactly one person fits, or nobody.

use super::actor::Actor;
use super::asked::{Loaded, opened};
use super::error::Result;
use super::log::{self, Entry, Kind};
use super::{Portal, nobody, people};
use crate::store::db::Tx;
use crate::store::{canary, people as rows, requests};
use consent::ids::{PersonId, RequestId};
use consent::matching::the_one;
use serde_json::json;

/// Tries to match a new request, after its answer.
pub fn follow_up(portal: &Portal, id: RequestId) {
    let portal = portal.clone();
    tokio::spawn(async move {
        if let Err(error) = portal.match_request(id).await {
            tracing::error!(%error, "a request could not be matched now; it is tried again");
        }
    });
}

/// Tries every open request that nobody was found for and that this person might be meant by.
pub async fn person_changed(portal: &Portal, tx: &mut Tx, person: PersonId) -> Result<()> {
    let identity = people::identity(portal, tx, person).await?;
    let index = portal.nino_index(&identity.nino, identity.birth_date);
    for row in requests::unmatched_for(tx, &index).await? {
        if let Some(matched) = one_for(portal, tx, row).await? {
            tie(portal, tx, matched).await?;
        }
    }
    Ok(())
}

impl Portal {
    /// Tries to match one request: by as much work where nobody is found, so that whoever writes next waits as long.
    pub async fn match_request(&self, id: RequestId) -> Result<()> {
        let mut tx = self.db().write().await?;
        requests::lock(&mut tx, id).await?;
        if let Some(row) = requests::by_id(&mut tx, id).await?.filter(|row| row.person_id.is_none())
        {
            match one_for(self, &mut tx, row).await? {
                Some(matched) => tie(self, &mut tx, matched).await?,
                None => nobody_found(self, &mut tx, id).await?,
            }
        }
        Ok(tx.commit().await?)
    }

    /// Open requests that match nobody, for the operator alone: id, reference and client.
    pub async fn unmatched_requests(&self) -> Result<Vec<(RequestId, String, String)>> {
        let mut tx = self.db().read().await?;
        let now = self.at(&tx);
        let mut open = Vec::new();
        for row in requests::unmatched(&mut tx).await? {
            if row.client_id == canary::CLIENT {
                continue;
            }
            let loaded = opened(self, &mut tx, row).await?;
            // Of one whose person was erased nobody knows any more whom it was about.
            if loaded.is_open(now) && loaded.asked.claimant.is_some() {
                open.push((loaded.id(), loaded.row.reference, loaded.row.client_id));
            }
        }
        Ok(open)
    }
}

/// The request and the one person whom it fits.
async fn one_for(
    portal: &Portal,
    tx: &mut Tx,
    row: requests::Row,
) -> Result<Option<(Loaded, PersonId)>> {
    let loaded = opened(portal, tx, row).await?;
    let Some(claimant) = &loaded.asked.claimant else { return Ok(None) };
    if !loaded.is_open(portal.at(tx)) {
        return Ok(None);
    }
    let index = portal.nino_index(&claimant.nino, claimant.birth_date);
    let mut ids = Vec::new();
    let mut identities = Vec::new();
    let for_canary = loaded.row.client_id == canary::CLIENT;
    for person in rows::candidates(tx, &index, for_canary).await? {
        identities.push(people::identity(portal, tx, person).await?);
        ids.push(person);
    }
    if ids.is_empty() {
        nobody::identity(portal, tx).await?;
    }
    let person = the_one(claimant, &identities).and_then(|place| ids.get(place).copied());
    Ok(person.map(|person| (loaded, person)))
}

async fn tie(portal: &Portal, tx: &mut Tx, (loaded, person): (Loaded, PersonId)) -> Result<()> {
    let (id, at) = (loaded.id(), portal.at(tx));
    if !requests::set_person(tx, id, Some(person), at).await? {
        return Ok(());
    }
    let data = json!({
        "submitted_at": loaded.asked.request.submitted_at,
        "items": loaded.asked.request.items.len(),
        "organisation": loaded.asker.0,
        "team": loaded.asker.1,
    });
    let entry = Entry {
        kind: Kind::RequestReceived,
        actor: &Actor::System,
        subject: Some(person),
        request: Some(id),
        data,
    };
    log::append(portal, tx, entry).await?;
    Ok(())
}

/// That somebody was looked for is on the record, the first time that nobody was found.
async fn nobody_found(portal: &Portal, tx: &mut Tx, id: RequestId) -> Result<()> {
    let at = portal.at(tx);
    if !requests::set_person(tx, id, None, at).await? {
        return Ok(());
    }
    let entry = Entry {
        kind: Kind::RequestUnmatched,
        actor: &Actor::System,
        subject: None,
        request: Some(id),
        data: json!({}),
    };
    log::append(portal, tx, entry).await?;
    Ok(())
}
