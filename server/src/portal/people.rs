//! People whose identity the operator has verified: added, corrected, given a new code, erased.
//! Only the operator does any of it, and only they see who somebody is.

use super::asked::without_claimant;
use super::error::{Fault, Refusal, Result};
use super::log::{self, Entry, Kind};
use super::{Actor, Portal, matching, transparency, vault};
use crate::chance::typed_code;
use crate::store::people::{self, Sealed};
use crate::store::{Tx, canary, erasure, requests};
use consent::identity::{Name, NhsNumber, Nino, Postcode};
use consent::ids::PersonId;
use consent::matching::Identity;
use consent::time::{At, Date};
use serde_json::json;

/// For so long can an activation code be used.
const CODE_SECONDS: i64 = 14 * 24 * 60 * 60;

/// A person was added, or given a new code.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Added {
    /// Their id.
    pub person_id: PersonId,
    /// The code for their letter; it is shown this once.
    pub activation_code: String,
    /// When it ends.
    pub expires_at: At,
}

/// A person as the operator sees them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PersonSeen {
    /// Their id.
    pub id: PersonId,
    /// Who they are.
    pub identity: Identity,
    /// When they were added.
    pub added_at: At,
    /// Whether they have opened their account.
    pub active: bool,
}

/// What is corrected; the rest stays. An inner none takes it away.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Correction {
    /// National Insurance number.
    pub nino: Option<Nino>,
    /// NHS number.
    pub nhs_number: Option<Option<NhsNumber>>,
    /// Family name.
    pub family_name: Option<Name>,
    /// Given names.
    pub given_name: Option<Option<Name>>,
    /// Date of birth.
    pub birth_date: Option<Date>,
    /// Postcode.
    pub postcode: Option<Option<Postcode>>,
}

/// Who this person is. Nobody's, where they were erased.
pub async fn identity(portal: &Portal, tx: &mut Tx, person: PersonId) -> Result<Identity> {
    let row = people::by_id(tx, person).await?.ok_or(Refusal::NotFound)?;
    opened(portal, &row)
}

/// The same from a row that was read before.
pub fn opened(portal: &Portal, row: &people::PersonRow) -> Result<Identity> {
    let person = PersonId(row.id);
    let sealed = row.sealed.as_deref().ok_or(Refusal::NotFound)?;
    let key = vault::unwrap(portal, row.key_wrapped.clone(), &vault::person_context(person))?;
    vault::open(&key, &context(person), sealed)
}

fn context(person: PersonId) -> String {
    format!("identity:{person}")
}

/// The hash under which a code is kept: of no use without the portal's key.
pub(super) fn code_hash(portal: &Portal, typed: &str) -> Option<Vec<u8>> {
    let code = typed_code(typed)?;
    Some(portal.keys().blind_index("activation", &code))
}

impl Portal {
    /// Adds a person whose identity was verified, and issues their first code.
    pub async fn add_person(&self, actor: &Actor, identity: &Identity) -> Result<Added> {
        let mut tx = self.db().write().await?;
        let now = self.at(&tx);
        let person = PersonId(self.chance().uuid(now)?);
        let (key, wrapped) = vault::new_key(self, &vault::person_context(person))?;
        let who = Sealed {
            sealed: vault::seal(self, &key, &context(person), identity)?,
            nino_index: self.nino_index(&identity.nino, identity.birth_date),
            nhs_index: identity.nhs_number.as_ref().map(|number| self.nhs_index(number)),
        };
        if !people::insert(&mut tx, person, now, &wrapped, &who).await? {
            return Err(Refusal::NhsNumberInUse.into());
        }
        if *actor == Actor::System {
            // Sayso adds nobody by itself but who stands for nobody.
            canary::mark(&mut tx, person, now).await?;
        }
        let entry = Entry {
            kind: Kind::PersonAdded,
            actor,
            subject: Some(person),
            request: None,
            data: json!({}),
        };
        log::append(self, &mut tx, entry).await?;
        let added = issue(self, &mut tx, actor, person).await?;
        matching::person_changed(self, &mut tx, person).await?;
        tx.commit().await?;
        Ok(added)
    }

    /// Issues a new activation code, for somebody who lost theirs or forgot their password. The one
    /// before is worth nothing any more.
    pub async fn issue_code(&self, actor: &Actor, person: PersonId) -> Result<Added> {
        let mut tx = self.db().write().await?;
        known(&mut tx, person).await?;
        let added = issue(self, &mut tx, actor, person).await?;
        tx.commit().await?;
        Ok(added)
    }

    /// Everybody, for the operator, in the order they were added.
    pub async fn people(&self, _actor: &Actor) -> Result<Vec<PersonSeen>> {
        let mut tx = self.db().read().await?;
        let mut seen = Vec::new();
        for row in people::list(&mut tx).await? {
            let id = PersonId(row.id);
            seen.push(PersonSeen {
                id,
                identity: identity(self, &mut tx, id).await?,
                added_at: row.added_at.into(),
                active: crate::store::accounts::of_person(&mut tx, id).await?.is_some(),
            });
        }
        Ok(seen)
    }

    /// Who this person is: for themselves, and for the operator.
    pub async fn identity_of(&self, actor: &Actor, person: PersonId) -> Result<Identity> {
        if *actor != Actor::Operator {
            actor.owns(person)?;
        }
        let mut tx = self.db().read().await?;
        identity(self, &mut tx, person).await
    }

    /// Corrects who somebody is, and tries the open requests that match nobody again.
    pub async fn correct_person(
        &self,
        actor: &Actor,
        person: PersonId,
        correction: Correction,
    ) -> Result<Identity> {
        let mut tx = self.db().write().await?;
        known(&mut tx, person).await?;
        let mut identity = identity(self, &mut tx, person).await?;
        let fields = correction.apply(&mut identity);
        let key = vault::person_key(self, &mut tx, person).await?;
        let who = Sealed {
            sealed: vault::seal(self, &key, &context(person), &identity)?,
            nino_index: self.nino_index(&identity.nino, identity.birth_date),
            nhs_index: identity.nhs_number.as_ref().map(|number| self.nhs_index(number)),
        };
        people::update(&mut tx, person, &who).await.map_err(|why| {
            if why.is_duplicate() {
                Refusal::NhsNumberInUse.into()
            } else {
                super::Error::from(why)
            }
        })?;
        let data = json!({ "fields": fields });
        log::append(
            self,
            &mut tx,
            Entry {
                kind: Kind::PersonCorrected,
                actor,
                subject: Some(person),
                request: None,
                data,
            },
        )
        .await?;
        matching::person_changed(self, &mut tx, person).await?;
        tx.commit().await?;
        Ok(identity)
    }

    /// Destroys a person's key and everything about them. The log stays whole, and cannot be opened.
    pub async fn erase_person(&self, actor: &Actor, person: PersonId) -> Result<()> {
        let mut tx = self.db().write().await?;
        known(&mut tx, person).await?;
        let at = self.at(&tx);
        erase_in(self, &mut tx, actor, person).await?;
        tx.commit().await?;
        self.put_down(&[(person, at)]);
        Ok(())
    }
}

/// Destroys a person's key and everything about them, inside this transaction.
pub(super) async fn erase_in(
    portal: &Portal,
    tx: &mut Tx,
    actor: &Actor,
    person: PersonId,
) -> Result<()> {
    let number = identity(portal, tx, person).await?.nhs_number;
    let index = number.map(|number| portal.nhs_index(&number));
    transparency::leave(portal, tx, person).await?;
    let asked = without_claimant(portal, tx, person).await?;
    let at = portal.at(tx);
    let events = erasure::erase(tx, person, index.as_deref(), at).await?;
    let events = events.ok_or_else(|| Fault::new("a person was erased twice at once"))?;
    for (request, sealed, key_wrapped) in asked {
        requests::reseal(tx, request, &sealed, &key_wrapped).await?;
    }
    // Not under their key: that somebody was erased, and how many events with them, stays provable.
    let data = json!({ "person": person, "events": events });
    let entry = Entry { kind: Kind::PersonErased, actor, subject: None, request: None, data };
    log::append(portal, tx, entry).await?;
    Ok(())
}

/// Not found, where there is nobody of this id or they were erased.
async fn known(tx: &mut Tx, person: PersonId) -> Result<()> {
    let row = people::by_id(tx, person).await?;
    row.filter(|row| row.erased_at.is_none()).map(|_| ()).ok_or_else(|| Refusal::NotFound.into())
}

async fn issue(portal: &Portal, tx: &mut Tx, actor: &Actor, person: PersonId) -> Result<Added> {
    let now = portal.at(tx);
    let expires_at = now.plus_seconds(CODE_SECONDS);
    let code = portal.chance().code()?;
    let hash = code_hash(portal, &code).ok_or_else(|| Fault::new("a new code cannot be read"))?;
    people::replace_codes(tx, person, now).await?;
    people::add_code(tx, portal.chance().uuid(now)?, person, &hash, now, expires_at).await?;
    let data = json!({ "expires_at": expires_at });
    log::append(
        portal,
        tx,
        Entry { kind: Kind::ActivationIssued, actor, subject: Some(person), request: None, data },
    )
    .await?;
    Ok(Added { person_id: person, activation_code: code, expires_at })
}

impl Correction {
    /// Puts it in; gives the names of what changed.
    fn apply(self, identity: &mut Identity) -> Vec<&'static str> {
        fn put<T: PartialEq>(
            changed: &mut Vec<&'static str>,
            name: &'static str,
            new: Option<T>,
            old: &mut T,
        ) {
            if let Some(new) = new
                && *old != new
            {
                *old = new;
                changed.push(name);
            }
        }
        let mut changed = Vec::new();
        put(&mut changed, "nino", self.nino, &mut identity.nino);
        put(&mut changed, "nhs-number", self.nhs_number, &mut identity.nhs_number);
        put(&mut changed, "family-name", self.family_name, &mut identity.family_name);
        put(&mut changed, "given-name", self.given_name, &mut identity.given_name);
        put(&mut changed, "birth-date", self.birth_date, &mut identity.birth_date);
        put(&mut changed, "postcode", self.postcode, &mut identity.postcode);
        changed
    }
}
