//! Requests as the person they are about sees them, with the true reason of every standing.

use super::actor::Actor;
use super::asked::{Loaded, asker, put_together};
use super::collections::{self, CollectionSeen};
use super::error::{Refusal, Result};
use super::log::{self, Entry, Kind};
use super::previews::mine;
use super::{Portal, endings, matching, people, rechecks, standings, vault};
use crate::store::db::Tx;
use crate::store::packages::{self, AnswerRow, CollectionRow};
use crate::store::people as person_rows;
use crate::store::{events, requests, words};
use consent::ids::{PersonId, RequestId};
use consent::purpose::Purpose;
use consent::standing::{Powers, Standing, closes_at};
use consent::time::At;
use serde_json::json;
use std::collections::BTreeMap;
use std::sync::Arc;

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
    pub purpose: Arc<Purpose>,
    /// Every time DWP collected.
    pub collections: Vec<CollectionSeen>,
    /// Something was ticked and not yet decided.
    pub has_draft: bool,
    /// A preview is kept that waits to be confirmed.
    pub has_preview: bool,
    /// The last thing that was said of it is "not now".
    pub not_now: bool,
}

impl Portal {
    /// Every request about this person, newest first.
    pub async fn requests_of(&self, _actor: &Actor, subject: PersonId) -> Result<Vec<RequestRead>> {
        let (all, ended) = self.read_all(subject).await?;
        let now = self.now();
        let due =
            all.iter().map(|read| &read.loaded).filter(|loaded| rechecks::is_due(loaded, now));
        let due: Vec<RequestId> = due.map(Loaded::id).collect();
        for id in &ended {
            self.notice_ending(*id).await?;
        }
        if due.is_empty() {
            return Ok(all);
        }
        for id in due {
            self.recheck(id).await?;
        }
        Ok(self.read_all(subject).await?.0)
    }

    /// One request about this person; somebody else's is not found.
    pub async fn request_of(
        &self,
        _actor: &Actor,
        subject: PersonId,
        id: RequestId,
    ) -> Result<RequestRead> {
        let mut tx = self.db().read().await?;
        let mut loaded = mine(self, &mut tx, subject, id).await?;
        if rechecks::is_due(&loaded, self.at(&tx)) {
            drop(tx);
            self.recheck(id).await?;
            tx = self.db().read().await?;
            loaded = mine(self, &mut tx, subject, id).await?;
        }
        let at = self.at(&tx);
        if !endings::unnoticed(&mut tx, subject, [&loaded], at).await?.is_empty() {
            drop(tx);
            self.notice_ending(id).await?;
            tx = self.db().read().await?;
            loaded = mine(self, &mut tx, subject, id).await?;
        }
        let at = self.at(&tx);
        let begun = packages::begun(&mut tx, subject, at).await?;
        let rows = packages::collections(&mut tx, id).await?;
        let answers =
            if rows.is_empty() { Vec::new() } else { packages::answers(&mut tx, id).await? };
        read(self, &mut tx, (loaded, subject), &begun, (&rows, &answers)).await
    }

    /// "This is not about me": ends the match and tells the requester nothing.
    pub async fn not_me(&self, actor: &Actor, subject: PersonId, id: RequestId) -> Result<()> {
        let mut tx = self.db().write().await?;
        requests::lock(&mut tx, id).await?;
        mine(self, &mut tx, subject, id).await?;
        let at = self.at(&tx);
        requests::set_not_me(&mut tx, id, at).await?;
        packages::destroy_packages(&mut tx, id).await?;
        packages::drop_previews(&mut tx, id).await?;
        packages::drop_draft(&mut tx, subject, id).await?;
        words::forget(&mut tx, subject, Some(id)).await?;
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
        if !loaded.is_open(self.at(&tx)) {
            return Err(Refusal::RequestClosed.into());
        }
        if loaded.row.answer_complete_at.is_some() != complete {
            let at = self.at(&tx);
            requests::set_answer_complete(&mut tx, id, complete.then_some(at)).await?;
            let kind = if complete { Kind::NothingMore } else { Kind::MoreMayCome };
            let entry =
                Entry { kind, actor, subject: Some(subject), request: Some(id), data: json!({}) };
            log::append(self, &mut tx, entry).await?;
        }
        Ok(tx.commit().await?)
    }

    /// In one snapshot; where a request waits to be matched, that comes first. With those under which sharing has ended
    /// and nobody noticed.
    async fn read_all(&self, subject: PersonId) -> Result<(Vec<RequestRead>, Vec<RequestId>)> {
        let mut tx = self.db().read().await?;
        let person = person_rows::by_id(&mut tx, subject).await?.ok_or(Refusal::NotFound)?;
        let identity = people::opened(self, &person)?;
        let index = self.nino_index(&identity.nino, identity.birth_date);
        // Requests that came while the portal could not match them.
        if !requests::unmatched_for(&mut tx, &index).await?.is_empty() {
            drop(tx);
            let mut writing = self.db().write().await?;
            matching::person_changed(self, &mut writing, subject).await?;
            writing.commit().await?;
            tx = self.db().read().await?;
        }
        let key = vault::unwrap(self, person.key_wrapped, &vault::person_context(subject))?;
        let rows = requests::of_person(&mut tx, subject).await?;
        let said = requests::said_of_person(&mut tx, subject).await?;
        let at = self.at(&tx);
        let begun = packages::begun(&mut tx, subject, at).await?;
        let collected = packages::collections_of(&mut tx, subject).await?;
        let answers = match collected.is_empty() {
            true => Vec::new(),
            false => packages::answers_of(&mut tx, subject).await?,
        };
        let mut askers = BTreeMap::new();
        let mut all = Vec::new();
        for row in rows {
            if row.not_me_at.is_some() || row.key_wrapped.is_none() {
                continue;
            }
            if !askers.contains_key(&row.client_id) {
                askers.insert(row.client_id.clone(), asker(&mut tx, &row).await?);
            }
            let asker = askers.get(&row.client_id).and_then(Option::as_ref);
            let id = row.id;
            let said: Vec<_> = said.iter().filter(|said| said.request_id == id).cloned().collect();
            let loaded = put_together(self, row, asker, &said, Some(&key))?;
            let collected: Vec<_> =
                collected.iter().filter(|row| row.request_id == id).cloned().collect();
            let seen = (collected.as_slice(), answers.as_slice());
            all.push(read(self, &mut tx, (loaded, subject), &begun, seen).await?);
        }
        let loaded = all.iter().map(|read| &read.loaded);
        let ended = endings::unnoticed(&mut tx, subject, loaded, at).await?;
        Ok((all, ended))
    }
}

async fn read(
    portal: &Portal,
    tx: &mut Tx,
    (loaded, subject): (Loaded, PersonId),
    begun: &[(RequestId, bool)],
    (collected, answers): (&[CollectionRow], &[AnswerRow]),
) -> Result<RequestRead> {
    let now = portal.at(tx);
    let id = loaded.id();
    let request = &loaded.asked.request;
    let has_draft = begun.contains(&(id, false));
    Ok(RequestRead {
        standings: standings::now(&loaded, &Powers::Everything, now),
        open: loaded.is_open(now) && !request.client_disabled,
        closes_at: closes_at(request, &loaded.said),
        purpose: portal.purpose_of(tx, request).await?,
        collections: collections::opened(portal, &loaded, collected, answers)?,
        has_draft,
        has_preview: begun.contains(&(id, true)),
        not_now: has_draft && said_not_now(tx, subject, id).await?,
        loaded,
    })
}

/// Whether the last thing that was said of it is "not now".
async fn said_not_now(tx: &mut Tx, subject: PersonId, id: RequestId) -> Result<bool> {
    let kinds = [Kind::DraftSaved, Kind::Decided, Kind::Withdrawn].map(Kind::as_str);
    let newest = events::newest_of(tx, (subject, id), kinds).await?;
    Ok(newest.as_deref() == Some(Kind::DraftSaved.as_str()))
}
