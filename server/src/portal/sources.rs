//! Where records are read from: the person permits it before the first read, and can stop it at any
//! time. No record is ever read without a permit that stands at that moment.

use super::error::{Fault, Refusal, Result};
use super::log::{self, Entry, Kind};
use super::{Actor, Portal, people};
use crate::records::{ImportReport, SourceFault};
use crate::store::{Tx, people as rows, sources};
use consent::classify::Rules;
use consent::digest::Digest;
use consent::identity::NhsNumber;
use consent::ids::{PersonId, RequestId};
use consent::record::Record;
use consent::time::At;
use serde_json::json;

/// A source as the person sees it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SourceSeen {
    /// Its fixed name.
    pub id: &'static str,
    /// Permitted now?
    pub permitted: bool,
    /// Since when it is permitted, or stopped; none where nothing was said yet.
    pub since: Option<At>,
    /// Whether it has a record of this person; none until it may be read.
    pub has_record: Option<bool>,
}

impl Portal {
    /// Every source, for the person whose records are there.
    pub async fn sources_of(&self, subject: PersonId) -> Result<Vec<SourceSeen>> {
        let source = &self.0.source;
        let (said, number) = {
            let mut tx = self.db().read().await?;
            let said = sources::newest(&mut tx, subject, source.id()).await?;
            (said, people::identity(self, &mut tx, subject).await?.nhs_number)
        };
        let permitted = said.as_ref().is_some_and(|said| said.action == PERMIT);
        let has_record = match number {
            _ if !permitted => None,
            None => Some(false),
            Some(number) => Some(source.has(&number).await.map_err(unavailable)?),
        };
        let since = said.map(|said| said.at.into());
        Ok(vec![SourceSeen { id: source.id(), permitted, since, has_record }])
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

    /// Whether records of this person may be read now.
    pub async fn may_read(&self, subject: PersonId) -> Result<bool> {
        let mut tx = self.db().read().await?;
        permitted(self, &mut tx, subject).await
    }

    /// The record as it is in its source now, for this request if there is one; none where the source has none. The reading is on the
    /// record before it happens.
    pub async fn read_record(
        &self,
        actor: &Actor,
        subject: PersonId,
        request: Option<RequestId>,
    ) -> Result<Option<Record>> {
        let mut tx = self.db().write().await?;
        let entry = Entry {
            kind: Kind::RecordRead,
            actor,
            subject: Some(subject),
            request,
            data: json!({ "source": self.0.source.id() }),
        };
        log::append(self, &mut tx, entry).await?;
        if !permitted(self, &mut tx, subject).await? {
            return Err(Refusal::SourceNotPermitted.into());
        }
        let number = people::identity(self, &mut tx, subject).await?.nhs_number;
        tx.commit().await?;
        let Some(number) = number else { return Ok(None) };
        let Some(bytes) = self.0.source.read(&number).await.map_err(unavailable)? else {
            return Ok(None);
        };
        let parsed =
            tokio::task::spawn_blocking(move || Record::parse(&bytes, Some(&number))).await?;
        let record = parsed
            .map_err(|why| Fault::new(format_args!("a stored record cannot be read: {why}")))?;
        Ok(Some(record))
    }

    /// Takes a record into the embedded source; the one before is gone. A file that is not sound,
    /// or is about somebody else, is refused whole.
    pub async fn import_record(
        &self,
        actor: &Actor,
        number: &NhsNumber,
        bytes: Vec<u8>,
    ) -> Result<ImportReport> {
        let whose = number.clone();
        let judged = tokio::task::spawn_blocking(move || {
            let record = Record::parse(&bytes, Some(&whose))?;
            let counts = Rules::current().count(&record);
            Ok::<_, consent::record::RecordFault>((counts, bytes))
        });
        let judged = judged.await?;
        let (counts, bytes) = judged.map_err(|why| Refusal::FileRefused(why.to_string()))?;
        let digest = Digest::of(&bytes);
        let mut tx = self.db().write().await?;
        self.0
            .embedded
            .put(&mut tx, number, &bytes, digest, self.now())
            .await
            .map_err(unavailable)?;
        let subject = rows::by_nhs_index(&mut tx, &self.nhs_index(number)).await?;
        let data = json!({ "digest": digest, "entries": counts.entries });
        log::append(
            self,
            &mut tx,
            Entry { kind: Kind::RecordImported, actor, subject, request: None, data },
        )
        .await?;
        tx.commit().await?;
        Ok(ImportReport { counts, digest, person: subject })
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
        sources::say(&mut tx, subject, source, action, self.now()).await?;
        Ok(tx.commit().await?)
    }
}

const PERMIT: &str = "permit";
const STOP: &str = "stop";

async fn permitted(portal: &Portal, tx: &mut Tx, subject: PersonId) -> Result<bool> {
    let said = sources::newest(tx, subject, portal.0.source.id()).await?;
    Ok(said.is_some_and(|said| said.action == PERMIT))
}

fn unavailable(why: SourceFault) -> super::Error {
    match why {
        SourceFault::Unreachable => Refusal::SourceUnavailable.into(),
        SourceFault::Store(why) => why.into(),
        other => Fault::new(other).into(),
    }
}
