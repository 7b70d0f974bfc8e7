//! Consent checks: is each of these categories permitted right now? Each check is on the record before
//! its answer leaves, also when the answer is no. Nothing is cached.

use super::actor::Actor;
use super::asked::Loaded;
use super::error::{Error, Refusal, Result};
use super::log::{self, Entry, Kind};
use super::requests::own;
use super::standings::{StandingSeen, reasons, tell_one};
use super::{Portal, receipts, rechecks, standings};
use crate::store::canary;
use consent::category::Category;
use consent::ids::{ClientId, ReceiptId, RequestId};
use consent::standing::Told;
use consent::time::At;
use serde_json::json;
use std::collections::BTreeMap;

/// The answer to one check.
#[derive(Clone, Debug)]
pub struct CheckResult {
    /// The request's id, as it was asked.
    pub request_id: String,
    /// Its standing.
    pub standing: StandingSeen,
}

impl Portal {
    /// Answers in the order asked. A bad row is denied and never fails the others.
    pub async fn check(
        &self,
        client: &ClientId,
        pairs: &[(String, String)],
    ) -> Result<(At, Vec<CheckResult>)> {
        let mut tx = self.db().write().await?;
        let now = self.at(&tx);
        let mut known: BTreeMap<&str, Option<(Loaded, Option<ReceiptId>)>> = BTreeMap::new();
        for (id, _) in pairs {
            if known.contains_key(id.as_str()) {
                continue;
            }
            let found = match id.parse::<RequestId>() {
                Ok(id) => match own(self, &mut tx, client, id).await {
                    Ok(loaded) => Some(loaded),
                    Err(Error::Refused(Refusal::NotFound)) => None,
                    // What cannot be read is no answer.
                    Err(other) => return Err(other),
                },
                Err(_) => None,
            };
            let found = match found {
                Some(loaded) => {
                    let loaded = rechecks::settle(self, &mut tx, loaded).await?;
                    let receipt = receipts::in_force(&mut tx, &loaded).await?;
                    Some((loaded, receipt))
                }
                None => None,
            };
            known.insert(id, found);
        }
        // While the canary has been given something, nothing is permitted to anybody.
        let stopped = canary::stopped(&mut tx).await?;
        let results: Vec<CheckResult> = pairs
            .iter()
            .map(|(id, category)| {
                let standing = match known.get(id.as_str()).and_then(Option::as_ref) {
                    Some((loaded, receipt)) => {
                        standings::unless(stopped, tell_one(loaded, *receipt, category, now))
                    }
                    None => StandingSeen::denied(category, Told::UnknownRequest),
                };
                CheckResult { request_id: id.clone(), standing }
            })
            .collect();
        let actor = Actor::Client(client.clone());
        let quiet = standings::is_canarys(client, results.iter().map(|result| &result.standing));
        for (id, found) in known.iter().filter(|_| !quiet) {
            let about = results.iter().filter(|result| result.request_id == **id);
            // Of what is in no register only how much there was: those are the requester's own words.
            let (known, others): (Vec<_>, Vec<_>) =
                about.partition(|result| Category::parse(&result.standing.category).is_ok());
            let answers: BTreeMap<&str, bool> = known
                .iter()
                .map(|result| (result.standing.category.as_str(), result.standing.is_available()))
                .collect();
            let loaded = found.as_ref().map(|(loaded, _)| loaded);
            let data = match loaded {
                Some(loaded) => {
                    let refused: Vec<&str> = answers
                        .iter()
                        .filter(|(_, available)| !**available)
                        .map(|(category, _)| *category)
                        .collect();
                    let mut reasons = reasons(loaded, &refused, now);
                    standings::held_by_fault(&mut reasons);
                    json!({ "answers": answers, "reasons": reasons, "others": others.len() })
                }
                None => json!({ "unknown": answers.len() + others.len() }),
            };
            let subject = loaded.and_then(Loaded::person);
            let entry = Entry {
                kind: Kind::Checked,
                actor: &actor,
                subject,
                request: loaded.map(Loaded::id),
                data,
            };
            log::append(self, &mut tx, entry).await?;
        }
        tx.commit().await?;
        Ok((now, results))
    }
}
