//! Where records are read from: the person permits it before the first read, and can stop it at any
//! time. Nothing is asked of a source here.

use super::error::{Refusal, Result};
use super::history::Openers;
use super::log::{self, Entry, Kind};
use super::records::Unread;
use super::{Actor, Portal};
use crate::store::{Tx, sources};
use consent::ids::PersonId;
use consent::time::At;
use serde_json::{Value, json};
use std::collections::BTreeMap;

/// A source as the person sees it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SourceSeen {
    /// Its fixed name.
    pub id: &'static str,
    /// Permitted now?
    pub permitted: bool,
    /// Since when it is permitted, or stopped; none where nothing was said yet.
    pub since: Option<At>,
    /// When it was read last.
    pub last_read: Option<At>,
    /// When reading it failed last and why, where it was not read since.
    pub unread: Option<(At, Unread)>,
}

/// So many readings back, the last one that succeeded is looked for.
const MOST: i64 = 50;

impl Portal {
    /// Every source, for the person whose records are there.
    pub async fn sources_of(&self, _actor: &Actor, subject: PersonId) -> Result<Vec<SourceSeen>> {
        let source = &self.0.source;
        let mut tx = self.db().read().await?;
        let said = sources::newest(&mut tx, subject, source.id()).await?;
        let (last_read, unread) = readings(self, &mut tx, subject, source.id()).await?;
        let permitted = said.as_ref().is_some_and(|said| said.action == PERMIT);
        let since = said.map(|said| said.at.into());
        Ok(vec![SourceSeen { id: source.id(), permitted, since, last_read, unread }])
    }

    /// Permits the reading of a source from now on.
    pub async fn permit_source(
        &self,
        actor: &Actor,
        subject: PersonId,
        source: &str,
    ) -> Result<()> {
        self.say_of_source(actor, subject, source, PERMIT).await
    }

    /// Stops the reading of a source from now on.
    pub async fn stop_source(&self, actor: &Actor, subject: PersonId, source: &str) -> Result<()> {
        self.say_of_source(actor, subject, source, STOP).await
    }

    async fn say_of_source(
        &self,
        actor: &Actor,
        subject: PersonId,
        source: &str,
        action: &'static str,
    ) -> Result<()> {
        if source != self.0.source.id() {
            return Err(Refusal::NotFound.into());
        }
        if !actor.is(subject) {
            return Err(Refusal::NotFound.into());
        }
        let kind = if action == PERMIT { Kind::SourcePermitted } else { Kind::SourceStopped };
        let mut tx = self.db().write().await?;
        let data = json!({ "source": source });
        log::append(
            self,
            &mut tx,
            Entry { kind, actor, subject: Some(subject), request: None, data },
        )
        .await?;
        let at = self.at(&tx);
        sources::say(&mut tx, subject, source, action, at).await?;
        Ok(tx.commit().await?)
    }
}

const PERMIT: &str = "permit";
const STOP: &str = "stop";

pub(super) async fn permitted(portal: &Portal, tx: &mut Tx, subject: PersonId) -> Result<bool> {
    let said = sources::newest(tx, subject, portal.0.source.id()).await?;
    Ok(said.is_some_and(|said| said.action == PERMIT))
}

/// When a source was read last, and why not since.
async fn readings(
    portal: &Portal,
    tx: &mut Tx,
    subject: PersonId,
    source: &str,
) -> Result<(Option<At>, Option<(At, Unread)>)> {
    let kinds = [Kind::RecordRead.as_str(), Kind::RecordNotRead.as_str()];
    let rows = sources::readings(tx, subject, kinds, MOST).await?;
    if rows.is_empty() {
        return Ok((None, None));
    }
    let mut keys = Openers::new(portal, tx, subject).await?;
    // Newest first: the failure of a reading comes before the reading.
    let mut failed: BTreeMap<i64, Unread> = BTreeMap::new();
    let mut unread = None;
    for one in keys.open_all(portal, tx, &rows).await? {
        let text = |name: &str| one.data.get(name).and_then(Value::as_str);
        if text("source") != Some(source) {
            continue;
        }
        if one.kind == Kind::RecordRead {
            match failed.get(&one.seq) {
                None => return Ok((Some(one.at), unread)),
                Some(why) => unread = unread.or(Some((one.at, *why))),
            }
        } else if let (Some(reading), Some(why)) =
            (one.data.get("reading").and_then(Value::as_i64), text("why").and_then(Unread::parse))
        {
            failed.insert(reading, why);
        }
    }
    Ok((None, unread))
}
