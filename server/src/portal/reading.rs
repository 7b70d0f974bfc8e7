//! Requests as the person they are about sees them, with the true reason of every standing.

use super::actor::Actor;
use super::asked::{Loaded, opened};
use super::collections::{self, CollectionSeen};
use super::error::{Refusal, Result};
use super::log::{self, Entry, Kind};
use super::previews::mine;
use super::{Portal, matching, standings};
use crate::store::db::Tx;
use crate::store::{packages, purposes, requests};
use consent::ids::{PersonId, RequestId};
use consent::purpose::Purpose;
use consent::standing::{Powers, Standing, closes_at};
use consent::time::At;
use serde_json::json;

/// A request as the person sees it.
#[derive(Debug)]
pub struct RequestRead {
    /// The request and what was said about it.
    pub loaded: Loaded,
    /// The standing of each item now.
    pub standings: Vec<Standing>,
    /// Open or closed now.
    pub open: bool,
    /// When it closes by itself, as things stand.
    pub closes_at: At,
    /// The purpose in the version asked under.
    pub purpose: Purpose,
    /// Every time DWP collected.
    pub collections: Vec<CollectionSeen>,
    /// Something was ticked and not yet decided.
    pub has_draft: bool,
    /// A preview is kept that waits to be confirmed.
    pub has_preview: bool,
}

impl Portal {
    /// Every request about this person, newest first.
    pub async fn requests_of(&self, _actor: &Actor, subject: PersonId) -> Result<Vec<RequestRead>> {
        self.match_waiting(subject).await?;
        let mut tx = self.db().read().await?;
        let mut all = Vec::new();
        for row in requests::of_person(&mut tx, subject).await? {
            if row.not_me_at.is_some() || row.key_wrapped.is_none() {
                continue;
            }
            let loaded = opened(self, &mut tx, row).await?;
            all.push(read(self, &mut tx, loaded, subject).await?);
        }
        Ok(all)
    }

    /// One request about this person; somebody else's is not found.
    pub async fn request_of(
        &self,
        _actor: &Actor,
        subject: PersonId,
        id: RequestId,
    ) -> Result<RequestRead> {
        let mut tx = self.db().read().await?;
        let loaded = mine(self, &mut tx, subject, id).await?;
        read(self, &mut tx, loaded, subject).await
    }

    /// "This is not about me": ends the match and tells the requester nothing.
    pub async fn not_me(&self, actor: &Actor, subject: PersonId, id: RequestId) -> Result<()> {
        let mut tx = self.db().write().await?;
        requests::lock(&mut tx, id).await?;
        mine(self, &mut tx, subject, id).await?;
        requests::set_not_me(&mut tx, id, self.now()).await?;
        packages::destroy_packages(&mut tx, id).await?;
        packages::drop_previews(&mut tx, id).await?;
        packages::drop_draft(&mut tx, subject, id).await?;
        let entry = Entry {
            kind: Kind::NotMe,
            actor,
            subject: Some(subject),
            request: Some(id),
            data: json!({}),
        };
        log::append(self, &mut tx, entry).await?;
        Ok(tx.commit().await?)
    }

    /// "Nothing more will come": told to the requester because the claimant chose to, until they take it back.
    pub async fn nothing_more(
        &self,
        actor: &Actor,
        subject: PersonId,
        id: RequestId,
        complete: bool,
    ) -> Result<()> {
        let mut tx = self.db().write().await?;
        requests::lock(&mut tx, id).await?;
        let loaded = mine(self, &mut tx, subject, id).await?;
        if !loaded.is_open(self.now()) {
            return Err(Refusal::RequestClosed.into());
        }
        if loaded.row.answer_complete_at.is_some() != complete {
            requests::set_answer_complete(&mut tx, id, complete.then(|| self.now())).await?;
            let kind = if complete { Kind::NothingMore } else { Kind::MoreMayCome };
            let entry =
                Entry { kind, actor, subject: Some(subject), request: Some(id), data: json!({}) };
            log::append(self, &mut tx, entry).await?;
        }
        Ok(tx.commit().await?)
    }

    /// Requests that came while the portal could not match them.
    async fn match_waiting(&self, subject: PersonId) -> Result<()> {
        let waiting = {
            let mut tx = self.db().read().await?;
            let identity = super::people::identity(self, &mut tx, subject).await?;
            let index = self.nino_index(&identity.nino, identity.birth_date);
            !requests::unmatched_for(&mut tx, &index).await?.is_empty()
        };
        if waiting {
            let mut tx = self.db().write().await?;
            matching::person_changed(self, &mut tx, subject).await?;
            tx.commit().await?;
        }
        Ok(())
    }
}

async fn read(
    portal: &Portal,
    tx: &mut Tx,
    loaded: Loaded,
    subject: PersonId,
) -> Result<RequestRead> {
    let now = portal.now();
    let id = loaded.id();
    let request = &loaded.asked.request;
    let purpose = purposes::version(tx, &request.purpose, request.purpose_version).await?;
    let purpose = purpose
        .ok_or_else(|| super::error::Fault::new("a purpose is missing from the register"))?;
    let has_draft = packages::draft(tx, subject, id).await?.is_some();
    let has_preview = packages::preview(tx, subject, id, now).await?.is_some();
    Ok(RequestRead {
        standings: standings::now(&loaded, &Powers::Everything, now),
        open: loaded.is_open(now) && !request.client_disabled,
        closes_at: closes_at(request, &loaded.said),
        purpose,
        collections: collections::seen(portal, tx, &loaded).await?,
        has_draft,
        has_preview,
        loaded,
    })
}
