//! A request with all that was said about it: sealed at rest, opened inside a transaction. Whoever needs to know
//! what a request asks, and of whom, reads it here. Nothing here decides.

use super::error::{Fault, Result};
use super::{Portal, vault};
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
    let key = vault::unwrap(portal, row.key_wrapped.clone(), &vault::request_context(id))?;
    let mut asked: Asked = vault::open(
        &key,
        &format!("request:{id}:asked"),
        row.sealed.as_deref().unwrap_or_default(),
    )?;
    let client =
        ClientId::parse(&row.client_id).map_err(|_| Fault::new("a stored client id is damaged"))?;
    let client = clients::by_id(tx, &client).await?;
    asked.request.client_disabled = client.as_ref().is_none_or(clients::ClientRow::is_disabled);
    asked.request.closed_at = row.closed_at.map(At::from);
    let mut said = Vec::new();
    if let Some(person) = row.person_id {
        let rows = requests::said(tx, id).await?;
        if !rows.is_empty() {
            let key = vault::person_key(portal, tx, PersonId(person)).await?;
            for row in rows {
                said.push(vault::open(&key, &format!("said:{id}:{}", row.seq), &row.sealed)?);
            }
        }
    }
    let names = client.map(|client| (client.organisation, client.team)).unwrap_or_default();
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
        let (id, mut asked) = (loaded.id(), loaded.asked);
        for item in &mut asked.request.items {
            item.reason.clear();
        }
        let asked = Asked {
            claimant: None,
            explanation: String::new(),
            question: None,
            officer_reference: String::new(),
            ..asked
        };
        let (key, wrapped) = vault::new_key(portal, &vault::request_context(id))?;
        kept.push((
            id,
            vault::seal(portal, &key, &format!("request:{id}:asked"), &asked)?,
            wrapped,
        ));
    }
    Ok(kept)
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
    };
    requests::add_said(tx, id, seq, kind, &sealed, portal.now()).await?;
    Ok(())
}
