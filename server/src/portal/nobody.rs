//! What stands in for a person who is not there, so that an answer about nobody is as much work as one about somebody:
//! as many statements, as many unsealings. It holds nothing about anybody, and nothing of it is ever told.

use super::error::Result;
use super::{Portal, vault};
use crate::chance::Chance;
use crate::keys::{Keys, SealKey};
use crate::store::db::Tx;
use crate::store::people as rows;
use consent::category::Category;
use consent::decision::{Answer, Decision, RecordedDecision, Said};
use consent::digest::Digest;
use consent::ids::PersonId;
use consent::time::At;
use serde::Serialize;
use serde_json::{Value, json};
use std::hint::black_box;
use uuid::Uuid;

/// What was said about a request is opened in steps of so many.
const STEP: usize = 8;
const KEY: &str = "nobody";
const SAID: &str = "nobody:said";
const IDENTITY: &str = "nobody:identity";

/// Nobody: a key, something said and an identity that mean nothing.
pub(super) struct Nobody {
    key: SealKey,
    key_wrapped: Vec<u8>,
    said: Vec<u8>,
    identity: Vec<u8>,
}

impl Nobody {
    /// Made new in every process.
    pub(super) fn new(keys: &Keys) -> Result<Self> {
        let key = SealKey::new(Chance)?;
        let at = At::from_micros(0);
        let answers = Category::ALL.iter().take(STEP).map(|one| (*one, Answer::DoNotShare));
        let said = Said::Decided(RecordedDecision {
            version: 1,
            at,
            decision: Decision { answers: answers.collect(), ..Decision::default() },
            rules: 1,
            digest: Some(Digest::of(&[])),
            present: std::collections::BTreeSet::new(),
        });
        let identity = json!({ "nino": "", "nhs_number": "", "family_name": "Nobody", "given_name": "Nobody", "birth_date": "1900-01-01", "postcode": "" });
        let seal = |context: &str, value: &[u8]| key.seal(Chance, context, value);
        Ok(Self {
            key_wrapped: keys.wrap(Chance, &key, KEY)?,
            said: seal(SAID, &bytes(&said)?)?,
            identity: seal(IDENTITY, &bytes(&identity)?)?,
            key,
        })
    }
}

fn bytes<T: Serialize>(value: &T) -> Result<Vec<u8>> {
    Ok(serde_json::to_vec(value)?)
}

/// The key of this person; of nobody a key that opens nothing, by as much work.
pub(super) async fn key_of(
    portal: &Portal,
    tx: &mut Tx,
    person: Option<PersonId>,
) -> Result<SealKey> {
    let Some(person) = person else {
        drop(rows::key_wrapped(tx, PersonId(Uuid::nil())).await?);
        return vault::unwrap(portal, Some(portal.0.nobody.key_wrapped.clone()), KEY);
    };
    vault::person_key(portal, tx, person).await
}

/// So much was said about a request: opens something that means nothing as often as is missing to a whole step.
pub(super) fn fill_up(portal: &Portal, said: usize) -> Result<()> {
    let whole = said.max(1).next_multiple_of(STEP);
    for _ in said..whole {
        black_box(vault::open::<Said>(&portal.0.nobody.key, SAID, &portal.0.nobody.said)?);
    }
    Ok(())
}

/// Who somebody is who is not there.
pub(super) async fn identity(portal: &Portal, tx: &mut Tx) -> Result<()> {
    drop(rows::by_id(tx, PersonId(Uuid::nil())).await?);
    let nobody = &portal.0.nobody;
    let key = vault::unwrap(portal, Some(nobody.key_wrapped.clone()), KEY)?;
    black_box(vault::open::<Value>(&key, IDENTITY, &nobody.identity)?);
    Ok(())
}
