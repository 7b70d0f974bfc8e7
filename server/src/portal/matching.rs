//! Whom a request is about: tried after it was answered, and again when a person is added or corrected,
//! while the request is open. Exactly one person fits, or nobody.

use super::actor::Actor;
use super::asked::opened;
use super::error::Result;
use super::log::{self, Entry, Kind};
use super::{Portal, people};
use crate::store::db::Tx;
use crate::store::{people as rows, requests};
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
        try_row(portal, tx, row).await?;
    }
    Ok(())
}

impl Portal {
    /// Tries to match one request.
    pub async fn match_request(&self, id: RequestId) -> Result<()> {
        let mut tx = self.db().write().await?;
        requests::lock(&mut tx, id).await?;
        if let Some(row) = requests::by_id(&mut tx, id).await?.filter(|row| row.person_id.is_none())
        {
            try_row(self, &mut tx, row).await?;
        }
        Ok(tx.commit().await?)
    }

    /// Requests that match nobody, for the operator alone: id, reference and client.
    pub async fn unmatched_requests(&self) -> Result<Vec<(RequestId, String, String)>> {
        let mut tx = self.db().read().await?;
        let rows = requests::unmatched(&mut tx).await?;
        Ok(rows.into_iter().map(|row| (RequestId(row.id), row.reference, row.client_id)).collect())
    }
}

async fn try_row(portal: &Portal, tx: &mut Tx, row: requests::Row) -> Result<()> {
    let loaded = opened(portal, tx, row).await?;
    let Some(claimant) = &loaded.asked.claimant else { return Ok(()) };
    if !loaded.is_open(portal.now()) {
        return Ok(());
    }
    let index = portal.nino_index(&claimant.nino, claimant.birth_date);
    let mut ids = Vec::new();
    let mut identities = Vec::new();
    for person in rows::candidates(tx, &index).await? {
        identities.push(people::identity(portal, tx, person).await?);
        ids.push(person);
    }
    let Some(person) = the_one(claimant, &identities).and_then(|place| ids.get(place).copied())
    else {
        return Ok(());
    };
    let id = loaded.id();
    if requests::set_person(tx, id, person, portal.now()).await? {
        let data = json!({
            "submitted_at": loaded.asked.request.submitted_at,
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
    }
    Ok(())
}
