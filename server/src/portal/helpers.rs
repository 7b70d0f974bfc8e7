//! A helper's account: a link for one person, for one request, used once, that asks for nothing but their name, what they
//! are to the claimant, and their account. It shows them as little as can be; what they send belongs to the claimant.

use super::actor::Actor;
use super::error::{Refusal, Result};
use super::guesses::{self, Bucket};
use super::log::Kind;
use super::previews::{mine, open_to_deciding};
use super::words::{asks_for, note, points, text};
use super::{Portal, people, vault};
use crate::store::db::Tx;
use crate::store::words::{self as rows, InvitationRow, Pile, SealedOne};
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use consent::category::Category;
use consent::ids::{PersonId, RequestId};
use consent::language::Language;
use consent::purpose::DecisionPoint;
use consent::time::At;
use consent::words::{MOST_NAME_CHARACTERS, is_longer, tidy};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use uuid::Uuid;

/// For so long can a link be used.
const LINK_SECONDS: i64 = 14 * 24 * 60 * 60;
/// The most links and accounts of helpers for one request.
const MOST: usize = 5;
/// Bytes of the secret in a link.
const SECRET: usize = 32;

/// Whether the helper is told whom they help.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Naming {
    /// By the claimant's first name.
    FirstName,
    /// Not at all.
    Nobody,
}

/// A link that was just made; its secret is shown this once.
#[derive(Clone, PartialEq, Eq)]
pub struct Invited {
    /// What stands in the link.
    pub token: String,
    /// When it ends.
    pub expires_at: At,
}

/// A link that can still be used, for whoever made it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InvitationSeen {
    /// Its id; not its secret.
    pub id: Uuid,
    /// For whom, as the claimant called them.
    pub name: String,
    /// When it ends.
    pub expires_at: At,
}

/// What a helper wrote, for the claimant.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HelperWords {
    /// Its id.
    pub id: Uuid,
    /// When it came.
    pub sent_at: At,
    /// What it says.
    pub said: HelperSaid,
}

/// What a helper writes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct HelperSaid {
    /// Their name, as they write it.
    pub name: String,
    /// What they are to the claimant.
    pub relation: String,
    /// Their account, by decision point.
    pub words: BTreeMap<String, String>,
    /// In which language.
    pub language: Language,
}

/// What somebody with a link is shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HelperDoor {
    /// The claimant's first name, where they said that it may be shown.
    pub first_name: Option<String>,
    /// What the account can be about.
    pub points: Vec<DecisionPoint>,
}

#[derive(Serialize, Deserialize)]
struct Private {
    name: String,
    first_name: Option<String>,
}

impl std::fmt::Debug for Invited {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Invited").field("expires_at", &self.expires_at).finish_non_exhaustive()
    }
}

impl Portal {
    /// Makes a link for somebody who helps. Only the claimant does.
    pub async fn invite_helper(
        &self,
        actor: &Actor,
        subject: PersonId,
        id: RequestId,
        name: &str,
        naming: Naming,
    ) -> Result<Invited> {
        if !actor.is(subject) {
            return Err(Refusal::NotFound.into());
        }
        let name = named(name)?;
        let mut tx = self.db().write().await?;
        let loaded = mine(self, &mut tx, subject, id).await?;
        let now = self.at(&tx);
        open_to_deciding(&loaded, now)?;
        if !asks_for(&loaded, Category::CarersWords) {
            return Err(Refusal::NotAskedFor.into());
        }
        let open = rows::invitations(&mut tx, subject, id, now).await?.len();
        let sent = rows::all_of(&mut tx, Pile::HelperWords, subject, id).await?.len();
        if open + sent >= MOST {
            return Err(Refusal::TooManyHelpers.into());
        }
        let identity = people::identity(self, &mut tx, subject).await?;
        let first_name = (naming == Naming::FirstName).then(|| {
            let given = identity.given_name.as_ref().map(|name| name.as_str().to_owned());
            given.unwrap_or_else(|| identity.family_name.as_str().to_owned())
        });
        let token = URL_SAFE_NO_PAD.encode(self.chance().bytes::<SECRET>()?);
        let (invitation, expires_at) = (self.chance().uuid(now)?, now.plus_seconds(LINK_SECONDS));
        let key = vault::person_key(self, &mut tx, subject).await?;
        let private = Private { name, first_name };
        let row = InvitationRow {
            id: invitation,
            person_id: subject.0,
            request_id: id.0,
            sealed: vault::seal(self, &key, &invitation_context(invitation), &private)?,
            made_at: now.into(),
            expires_at: expires_at.into(),
        };
        rows::invite(&mut tx, &row, &hash(self, &token)).await?;
        note(self, &mut tx, Kind::HelperInvited, actor, subject, id).await?;
        tx.commit().await?;
        Ok(Invited { token, expires_at })
    }

    /// Ends a link at once.
    pub async fn end_invitation(
        &self,
        actor: &Actor,
        subject: PersonId,
        id: RequestId,
        invitation: Uuid,
    ) -> Result<()> {
        let mut tx = self.db().write().await?;
        mine(self, &mut tx, subject, id).await?;
        if rows::end_invitation(&mut tx, subject, id, invitation).await? == 0 {
            return Err(Refusal::NotFound.into());
        }
        note(self, &mut tx, Kind::HelperLinkEnded, actor, subject, id).await?;
        Ok(tx.commit().await?)
    }

    /// Deletes what a helper wrote.
    pub async fn delete_helper_words(
        &self,
        actor: &Actor,
        subject: PersonId,
        id: RequestId,
        words: Uuid,
    ) -> Result<()> {
        let mut tx = self.db().write().await?;
        mine(self, &mut tx, subject, id).await?;
        if rows::remove(&mut tx, Pile::HelperWords, subject, id, words).await? == 0 {
            return Err(Refusal::NotFound.into());
        }
        note(self, &mut tx, Kind::HelperWordsDeleted, actor, subject, id).await?;
        Ok(tx.commit().await?)
    }

    /// What stands behind a link. Unknown, used, ended and taken back are one answer.
    pub async fn helper_door(&self, peer: &str, token: &str) -> Result<HelperDoor> {
        let guess = guesses::count(self, &[Bucket::Helper(peer)]).await?;
        let mut tx = self.db().write().await?;
        let (row, _) = behind(self, &mut tx, token).await?;
        let subject = PersonId(row.person_id);
        let key = vault::person_key(self, &mut tx, subject).await?;
        let private: Private = vault::open(&key, &invitation_context(row.id), &row.sealed)?;
        let loaded = mine(self, &mut tx, subject, RequestId(row.request_id)).await?;
        let points = points(&mut tx, &loaded.asked.request).await?;
        guess.forgive(&mut tx).await?;
        tx.commit().await?;
        Ok(HelperDoor { first_name: private.first_name, points })
    }

    /// Takes what a helper wrote, and closes the link with it.
    pub async fn send_helper_words(
        &self,
        peer: &str,
        token: &str,
        said: &HelperSaid,
    ) -> Result<()> {
        let guess = guesses::count(self, &[Bucket::Helper(peer)]).await?;
        let mut tx = self.db().write().await?;
        let (row, asked) = behind(self, &mut tx, token).await?;
        // Only who has the link learns what is wrong with what they typed.
        guess.forgive(&mut tx).await?;
        let said = sound(said, &asked)?;
        let (subject, id) = (PersonId(row.person_id), RequestId(row.request_id));
        if rows::end_invitation(&mut tx, subject, id, row.id).await? == 0 {
            return Err(Refusal::BadLink.into());
        }
        let now = self.at(&tx);
        let words = self.chance().uuid(now)?;
        let key = vault::person_key(self, &mut tx, subject).await?;
        let sealed = vault::seal(self, &key, &words_context(words), &said)?;
        let one = SealedOne { id: words, sealed, at: now.into() };
        rows::add(&mut tx, Pile::HelperWords, subject, id, &one).await?;
        note(self, &mut tx, Kind::HelperAnswered, &Actor::System, subject, id).await?;
        Ok(tx.commit().await?)
    }
}

/// The link that this secret opens, and the decision points of its request; while both are open.
async fn behind(portal: &Portal, tx: &mut Tx, token: &str) -> Result<(InvitationRow, Vec<String>)> {
    let now = portal.at(tx);
    let row = rows::invitation(tx, &hash(portal, token), now).await?.ok_or(Refusal::BadLink)?;
    let loaded = mine(portal, tx, PersonId(row.person_id), RequestId(row.request_id)).await;
    let loaded = loaded
        .map_err(|why| if why.refusal().is_some() { Refusal::BadLink.into() } else { why })?;
    open_to_deciding(&loaded, now).map_err(|_| Refusal::BadLink)?;
    let points = consent::gauge::points(&loaded.asked.request);
    Ok((row, points.into_iter().map(str::to_owned).collect()))
}

/// What a helper wrote, as it is kept: named, about what was asked, not empty and not too long.
fn sound(said: &HelperSaid, points: &[String]) -> Result<HelperSaid> {
    let mut words = BTreeMap::new();
    for (point, typed) in said.words.iter().filter(|(point, _)| points.contains(point)) {
        if let Some(text) = text(typed)? {
            words.insert(point.clone(), text);
        }
    }
    if words.is_empty() {
        return Err(Refusal::WordsMissing.into());
    }
    Ok(HelperSaid {
        name: named(&said.name)?,
        relation: named(&said.relation)?,
        words,
        language: said.language,
    })
}

/// A name, or what somebody is to somebody: one line, not empty, not too long.
fn named(typed: &str) -> Result<String> {
    let line = typed.split_whitespace().collect::<Vec<_>>().join(" ");
    let line = tidy(&line).ok_or(Refusal::NameMissing)?;
    if is_longer(&line, MOST_NAME_CHARACTERS) { Err(Refusal::NameTooLong.into()) } else { Ok(line) }
}

/// The links of a request that can still be used.
pub(super) async fn invitations(
    portal: &Portal,
    tx: &mut Tx,
    subject: PersonId,
    id: RequestId,
) -> Result<Vec<InvitationSeen>> {
    let at = portal.at(tx);
    let rows = rows::invitations(tx, subject, id, at).await?;
    let key = vault::person_key(portal, tx, subject).await?;
    let seen = rows.into_iter().map(|row| {
        let private: Private = vault::open(&key, &invitation_context(row.id), &row.sealed)?;
        Ok(InvitationSeen { id: row.id, name: private.name, expires_at: row.expires_at.into() })
    });
    seen.collect()
}

/// What helpers wrote about a request.
pub(super) async fn words(
    portal: &Portal,
    tx: &mut Tx,
    subject: PersonId,
    id: RequestId,
) -> Result<Vec<HelperWords>> {
    let rows = rows::all_of(tx, Pile::HelperWords, subject, id).await?;
    let key = vault::person_key(portal, tx, subject).await?;
    let all = rows.into_iter().map(|row| {
        let said = vault::open(&key, &words_context(row.id), &row.sealed)?;
        Ok(HelperWords { id: row.id, sent_at: row.at.into(), said })
    });
    all.collect()
}

/// The hash under which a secret is kept: of no use without the portal's key.
fn hash(portal: &Portal, token: &str) -> Vec<u8> {
    portal.keys().blind_index("helper-link", token)
}

fn invitation_context(id: Uuid) -> String {
    format!("invitation:{id}")
}

fn words_context(id: Uuid) -> String {
    format!("helper-words:{id}")
}
