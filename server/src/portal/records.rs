//! Reading a record, and taking one in. A record is read only under a permit that stands at that moment; the
//! reading is on the log before the first byte, and what went wrong with it after. No transaction is open while
//! a source is asked. What is not sound is never used in part.

use super::error::{Error, Fault, Refusal, Result};
use super::log::{self, Entry, Kind};
use super::{Actor, Portal, people, sources};
use crate::config::SourceKind;
use crate::records::{ImportReport, SourceFault};
use crate::store::people as rows;
use consent::classify::Rules;
use consent::digest::Digest;
use consent::identity::NhsNumber;
use consent::ids::{PersonId, RequestId};
use consent::record::{Record, RecordFault, Wrong};
use serde_json::json;

/// Why a reading brought nothing. The names are kept for ever: they are in the log.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unread {
    /// The source has nothing about this person.
    NoRecord,
    /// It cannot be reached.
    Unreachable,
    /// Too many read at once.
    Busy,
    /// It answers wrongly, or not wholly.
    Wrong,
    /// It answers with what is another person's.
    OtherPerson,
    /// What was stored cannot be opened.
    Fault,
}

impl Unread {
    /// All of them.
    pub const ALL: [Self; 6] = [
        Self::NoRecord,
        Self::Unreachable,
        Self::Busy,
        Self::Wrong,
        Self::OtherPerson,
        Self::Fault,
    ];

    /// The fixed name.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::NoRecord => "no-record",
            Self::Unreachable => "unreachable",
            Self::Busy => "busy",
            Self::Wrong => "wrong",
            Self::OtherPerson => "other-person",
            Self::Fault => "fault",
        }
    }

    /// The one with this name.
    #[must_use]
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|why| why.as_str() == name)
    }

    fn of(why: &Error) -> Self {
        match why.refusal() {
            Some(Refusal::SourceUnavailable) => Self::Unreachable,
            Some(Refusal::SourceBusy) => Self::Busy,
            Some(Refusal::SourceWrong(_)) => Self::Wrong,
            Some(Refusal::SourceOtherPerson(_)) => Self::OtherPerson,
            _ => Self::Fault,
        }
    }
}

impl Portal {
    /// The record as it is in its source now, for this request if there is one; none where the source has none.
    pub async fn read_record(
        &self,
        actor: &Actor,
        subject: PersonId,
        request: Option<RequestId>,
    ) -> Result<Option<Record>> {
        let mut tx = self.db().write().await?;
        let source = self.0.source.id();
        let entry = |kind, data| Entry { kind, actor, subject: Some(subject), request, data };
        let reading =
            log::append(self, &mut tx, entry(Kind::RecordRead, json!({ "source": source })))
                .await?;
        if !sources::permitted(self, &mut tx, subject).await? {
            return Err(Refusal::SourceNotPermitted.into());
        }
        let number = people::identity(self, &mut tx, subject).await?.nhs_number;
        tx.commit().await?;
        let read = match number {
            None => Ok(None),
            Some(number) => self.asked(number).await,
        };
        let unread = match &read {
            Ok(Some(_)) => return read,
            Ok(None) => Unread::NoRecord,
            Err(why) => Unread::of(why),
        };
        let data = json!({ "source": source, "reading": reading, "why": unread.as_str() });
        let mut tx = self.db().write().await?;
        log::append(self, &mut tx, entry(Kind::RecordNotRead, data)).await?;
        tx.commit().await?;
        read
    }

    /// Asks the source, and reads strictly what it answers.
    async fn asked(&self, number: NhsNumber) -> Result<Option<Record>> {
        let bytes = match self.0.source.read(&number).await {
            Ok(None) => return Ok(None),
            Ok(Some(bytes)) => bytes,
            Err(why) => return Err(failed(why)),
        };
        let parsed =
            tokio::task::spawn_blocking(move || Record::parse(&bytes, Some(&number))).await?;
        parsed.map(Some).map_err(|why| failed(unsound(&why)))
    }

    /// Takes a record into the embedded source; the one before is gone. A file that is not sound,
    /// or is about somebody else, is refused whole.
    pub async fn import_record(
        &self,
        actor: &Actor,
        number: &NhsNumber,
        bytes: Vec<u8>,
    ) -> Result<ImportReport> {
        if self.config().records.source != SourceKind::Embedded {
            return Err(Refusal::ImportElsewhere.into());
        }
        let whose = number.clone();
        let judged = tokio::task::spawn_blocking(move || {
            let record = Record::parse(&bytes, Some(&whose))?;
            let counts = Rules::current().count(&record);
            Ok::<_, RecordFault>((counts, bytes))
        });
        let judged = judged.await?;
        let (counts, bytes) = judged.map_err(|why| Refusal::FileRefused(why.to_string()))?;
        let digest = Digest::of(&bytes);
        let mut tx = self.db().write().await?;
        let at = self.at(&tx);
        self.0.embedded.put(&mut tx, number, &bytes, digest, at).await.map_err(failed)?;
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
}

/// What an unsound record comes to. The reason names places in it, and nothing that stands there.
fn unsound(why: &RecordFault) -> SourceFault {
    match why {
        RecordFault::OtherNhsNumber
        | RecordFault::SeveralPatients { .. }
        | RecordFault::Entry { wrong: Wrong::OtherPerson | Wrong::AboutGroup, .. } => {
            SourceFault::OtherPerson(why.to_string())
        }
        other => SourceFault::Wrong(other.to_string()),
    }
}

/// Tells the operator, and says what the person may know.
#[track_caller]
fn failed(why: SourceFault) -> Error {
    match why {
        SourceFault::Unreachable(_) => {
            tracing::warn!("{why}");
            Refusal::SourceUnavailable.into()
        }
        SourceFault::Busy => Refusal::SourceBusy.into(),
        SourceFault::Wrong(_) => Refusal::SourceWrong(Fault::new(why)).into(),
        SourceFault::OtherPerson(_) => Refusal::SourceOtherPerson(Fault::new(why)).into(),
        SourceFault::Store(why) => why.into(),
        other => Fault::new(other).into(),
    }
}
