//! When a claimant has died: what they shared is held, and nobody acts in their name any more. Only the operator says
//! so, and says when it was a mistake; what was held then waits for the claimant.

use super::actor::Actor;
use super::asked::opened;
use super::error::{Refusal, Result};
use super::log::{self, Entry, Kind};
use super::{Portal, receipts, standings};
use crate::store::db::Tx;
use crate::store::{packages, people, requests, sessions};
use consent::decision::Hold;
use consent::identity::NhsNumber;
use consent::ids::PersonId;
use consent::standing::{Powers, Reason};
use consent::time::{Date, day, midnight_ending};
use serde_json::json;

impl Portal {
    /// Who has this NHS number, for the operator.
    pub async fn person_of_number(&self, number: &NhsNumber) -> Result<PersonId> {
        let mut tx = self.db().read().await?;
        let found = people::by_nhs_index(&mut tx, &self.nhs_index(number)).await?;
        found.ok_or_else(|| Refusal::NotFound.into())
    }

    /// They died on this day: everything that could be collected is held, their sessions and codes end, and nobody
    /// signs in as them. Saying it again changes the day.
    pub async fn record_death(&self, actor: &Actor, person: PersonId, on: Date) -> Result<()> {
        let mut tx = self.db().write().await?;
        let now = self.at(&tx);
        if on > now.date_in_london() {
            return Err(Refusal::DateInFuture.into());
        }
        let row = people::by_id(&mut tx, person).await?.filter(|row| row.erased_at.is_none());
        let known_before = row.ok_or(Refusal::NotFound)?.died_at.is_some();
        let at = on.previous_day().map_or(now, midnight_ending);
        people::set_died(&mut tx, person, Some(at)).await?;
        if !known_before {
            people::replace_codes(&mut tx, person, now).await?;
            sessions::delete_others(&mut tx, person, &[]).await?;
            hold_all(self, &mut tx, actor, person).await?;
        }
        let data = json!({ "on": day(on) });
        let entry =
            Entry { kind: Kind::PersonDied, actor, subject: Some(person), request: None, data };
        log::append(self, &mut tx, entry).await?;
        Ok(tx.commit().await?)
    }

    /// They are alive: it was a mistake. They can sign in; what was held waits until they confirm it again.
    pub async fn correct_death(&self, actor: &Actor, person: PersonId) -> Result<()> {
        let mut tx = self.db().write().await?;
        if !people::has_died(&mut tx, person).await? {
            return Err(Refusal::NotFound.into());
        }
        people::set_died(&mut tx, person, None).await?;
        let kind = Kind::DeathCorrected;
        let entry = Entry { kind, actor, subject: Some(person), request: None, data: json!({}) };
        log::append(self, &mut tx, entry).await?;
        Ok(tx.commit().await?)
    }
}

async fn hold_all(portal: &Portal, tx: &mut Tx, actor: &Actor, person: PersonId) -> Result<()> {
    let now = portal.at(tx);
    for row in requests::of_person(tx, person).await? {
        if row.not_me_at.is_some() || row.key_wrapped.is_none() {
            continue;
        }
        let loaded = opened(portal, tx, row).await?;
        let id = loaded.id();
        packages::drop_previews(tx, id).await?;
        packages::drop_draft(tx, person, id).await?;
        let shares =
            |reason| matches!(reason, Reason::Granted | Reason::NothingRecorded | Reason::Paused);
        let standings = standings::now(&loaded, &Powers::Everything, now);
        if !standings.iter().any(|standing| shares(standing.reason)) {
            continue;
        }
        receipts::hold(portal, tx, actor, person, &loaded, Hold::Died).await?;
    }
    Ok(())
}
