//! That a letter was made. Which one is kept, in which language, and nothing of what it says.

use super::actor::Actor;
use super::error::Result;
use super::log::{self, Entry, Kind};
use super::{Portal, previews};
use consent::ids::{PersonId, RequestId};
use consent::language::Language;
use serde_json::json;

impl Portal {
    /// Notes that a letter about this request was downloaded; somebody else's request is not found.
    pub async fn letter_made(
        &self,
        actor: &Actor,
        subject: PersonId,
        id: RequestId,
        letter: &'static str,
        language: Language,
    ) -> Result<()> {
        let mut tx = self.db().write().await?;
        previews::mine(self, &mut tx, subject, id).await?;
        let entry = Entry {
            kind: Kind::LetterMade,
            actor,
            subject: Some(subject),
            request: Some(id),
            data: json!({ "letter": letter, "language": language }),
        };
        log::append(self, &mut tx, entry).await?;
        Ok(tx.commit().await?)
    }
}
