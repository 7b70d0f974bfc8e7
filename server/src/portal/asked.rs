//! A request with all that was said about it: sealed at rest, opened inside a transaction. Whoever needs to know
//! what a request asks, and of whom, reads it here. Nothing here decides.

use super::error::{Fault, Result};
use super::{Portal, nobody, vault};
use crate::keys::SealKey;
use crate::store::db::Tx;
use crate::store::{clients, requests};
use consent::decision::Said;
use consent::ids::{ClientId, PersonId, RequestId};
use consent::matching::Identity;
use consent::request::Request;
use consent::standing::is_closed;
use consent::time::At;
use serde::{Deserialize, Serialize};

/// A request with everything that is not the rule's business; sealed at rest.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Asked {
    /// What the rule needs.
    pub request: Request,
    /// A question for a professional.
    pub ad_hoc: bool,
    /// Who asks: on the record.
    pub officer_reference: String,
    /// Who asks: the claimant sees it.
    pub officer_role: String,
    /// Why.
    pub explanation: String,
    /// The question for a professional.
    pub question: Option<String>,
    /// Who it is about; none once that person was erased.
    pub claimant: Option<Identity>,
}

impl Asked {
    /// What was asked for, and no word about anybody.
    fn without_words(mut self) -> Self {
        for item in &mut self.request.items {
            item.reason.clear();
        }
        Self {
            claimant: None,
            explanation: String::new(),
            question: None,
            officer_reference: String::new(),
            ..self
        }
    }
}

/// A request with all that was said about it.
#[derive(Clone, Debug)]
pub struct Loaded {
    /// The row.
    pub row: requests::Row,
    /// What was asked.
    pub asked: Asked,
    /// What was said, in order.
    pub said: Vec<Said>,
    /// Who asks: organisation and team.
    pub asker: (String, String),
}

impl Loaded {
    /// Its id.
    #[must_use]
    pub fn id(&self) -> RequestId {
        RequestId(self.row.id)
    }

    /// Whose record it is about, once that is known.
    #[must_use]
    pub fn person(&self) -> Option<PersonId> {
        self.row.person_id.filter(|_| self.row.not_me_at.is_none()).map(PersonId)
    }

    /// Is it open at this moment?
    #[must_use]
    pub fn is_open(&self, now: At) -> bool {
        !is_closed(&self.asked.request, &self.said, now)
    }
}

/// Reads a request with all that was said about it, inside this transaction.
pub async fn load(portal: &Portal, tx: &mut Tx, id: RequestId) -> Result<Option<Loaded>> {
    let Some(row) = requests::by_id(tx, id).await? else { return Ok(None) };
    opened(portal, tx, row).await.map(Some)
}

/// The same for a row that was read before.
pub async fn opened(portal: &Portal, tx: &mut Tx, row: requests::Row) -> Result<Loaded> {
    let id = RequestId(row.id);
    let client = asker(tx, &row).await?;
    // As much work for nobody as for somebody, whatever they said.
    let person = row.person_id.map(PersonId);
    let said = requests::said(tx, id).await?;
    let key = nobody::key_of(portal, tx, person).await?;
    nobody::fill_up(portal, said.len())?;
    put_together(portal, row, client.as_ref(), &said, person.map(|_| &key))
}

/// The client that asked.
pub async fn asker(tx: &mut Tx, row: &requests::Row) -> Result<Option<clients::ClientRow>> {
    let client =
        ClientId::parse(&row.client_id).map_err(|_| Fault::new("a stored client id is damaged"))?;
    Ok(clients::by_id(tx, &client).await?)
}

/// A request from its rows. `key` is the person's, needed where something was said.
pub fn put_together(
    portal: &Portal,
    row: requests::Row,
    client: Option<&clients::ClientRow>,
    said: &[requests::SaidRow],
    key: Option<&SealKey>,
) -> Result<Loaded> {
    let id = RequestId(row.id);
    let own = vault::unwrap(portal, row.key_wrapped.clone(), &vault::request_context(id))?;
    let context = format!("request:{id}:asked");
    let mut asked: Asked = vault::open(&own, &context, row.sealed.as_deref().unwrap_or_default())?;
    asked.request.client_disabled = client.is_none_or(clients::ClientRow::is_disabled);
    asked.request.closed_at = row.closed_at.map(At::from);
    let said = said.iter().map(|row| {
        let key = key.ok_or_else(|| Fault::new("something was said, and by nobody"))?;
        vault::open(key, &format!("said:{id}:{}", row.seq), &row.sealed)
    });
    let said = said.collect::<Result<Vec<Said>>>()?;
    let names =
        client.map(|client| (client.organisation.clone(), client.team.clone())).unwrap_or_default();
    Ok(Loaded { row, asked, said, asker: names })
}

/// What stays of a request once its claimant is erased: what was asked for, and no word about anybody.
/// Its requester sees it as one that nobody answers.
pub async fn without_claimant(
    portal: &Portal,
    tx: &mut Tx,
    person: PersonId,
) -> Result<Vec<(RequestId, Vec<u8>, Vec<u8>)>> {
    let mut kept = Vec::new();
    for row in requests::of_person(tx, person).await? {
        // What cannot be opened is not kept: erasing never waits for it.
        let Ok(loaded) = opened(portal, tx, row).await else { continue };
        let (id, asked) = (loaded.id(), loaded.asked.without_words());
        let (key, wrapped) = vault::new_key(portal, &vault::request_context(id))?;
        kept.push((
            id,
            vault::seal(portal, &key, &format!("request:{id}:asked"), &asked)?,
            wrapped,
        ));
    }
    Ok(kept)
}

/// Takes every word about anybody out of a request that is over and that nobody was found for, or who said that it is
/// not about them. What was asked for stays, under the same key.
pub async fn forget_claimant(portal: &Portal, tx: &mut Tx, loaded: Loaded) -> Result<()> {
    let id = loaded.id();
    let Some(wrapped) = loaded.row.key_wrapped else { return Ok(()) };
    let key = vault::unwrap(portal, Some(wrapped.clone()), &vault::request_context(id))?;
    let asked = loaded.asked.without_words();
    let sealed = vault::seal(portal, &key, &format!("request:{id}:asked"), &asked)?;
    requests::reseal(tx, id, &sealed, &wrapped).await?;
    Ok(())
}

/// Adds a record to what was said, sealed under the person's key.
pub async fn say(
    portal: &Portal,
    tx: &mut Tx,
    loaded: &Loaded,
    person: PersonId,
    said: &Said,
) -> Result<()> {
    let id = loaded.id();
    let key = vault::person_key(portal, tx, person).await?;
    let seq = i64::try_from(loaded.said.len()).unwrap_or(i64::MAX);
    let sealed = vault::seal(portal, &key, &format!("said:{id}:{seq}"), said)?;
    let kind = match said {
        Said::Decided(_) => "decided",
        Said::Withdrew { .. } => "withdrew",
        Said::Held { .. } => "held",
        Said::Rechecked { .. } => "rechecked",
    };
    let at = portal.at(tx);
    requests::add_said(tx, id, seq, kind, &sealed, at).await?;
    Ok(())
}
