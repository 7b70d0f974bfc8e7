//! What people say themselves about a request: own words, helpers' links and words, a professional's answers,
//! entries marked as wrong. Sealed before it gets here; nothing here knows what any of it says.

use super::db::{Moment, StoreError, Tx};
use crate::store::{all, execute, optional};
use consent::ids::{PersonId, RequestId};
use consent::time::At;
use uuid::Uuid;

/// Something sealed, with its id and when it came.
#[derive(Clone, Debug, sqlx::FromRow)]
pub struct SealedOne {
    /// Its id.
    pub id: Uuid,
    /// What it says, sealed.
    pub sealed: Vec<u8>,
    /// When it came.
    pub at: Moment,
}

/// A link for a helper.
#[derive(Clone, Debug, sqlx::FromRow)]
pub struct InvitationRow {
    /// Its id.
    pub id: Uuid,
    /// Who made it.
    pub person_id: Uuid,
    /// About which request.
    pub request_id: Uuid,
    /// For whom, sealed.
    pub sealed: Vec<u8>,
    /// When it was made.
    pub made_at: Moment,
    /// When it ends.
    pub expires_at: Moment,
}

/// What is kept in many rows for one request.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pile {
    /// What helpers wrote.
    HelperWords,
    /// What professionals answered.
    Answers,
    /// Entries that were marked as wrong.
    Marked,
}

/// Keeps what somebody wrote; what was there before is gone.
pub async fn save(
    tx: &mut Tx,
    person: PersonId,
    request: RequestId,
    sealed: &[u8],
    at: At,
) -> Result<u64, StoreError> {
    execute!(
        tx,
        "INSERT INTO words (person_id, request_id, sealed, saved_at) VALUES ($1, $2, $3, $4)
         ON CONFLICT (person_id, request_id) DO UPDATE SET sealed = excluded.sealed, saved_at = excluded.saved_at",
        person.0,
        request.0,
        sealed,
        Moment::from(at)
    )
}

/// What somebody wrote about a request, sealed.
pub async fn own(
    tx: &mut Tx,
    person: PersonId,
    request: RequestId,
) -> Result<Option<Vec<u8>>, StoreError> {
    let row: Option<(Vec<u8>,)> = optional!(
        tx,
        (Vec<u8>,),
        "SELECT sealed FROM words WHERE person_id = $1 AND request_id = $2",
        person.0,
        request.0
    )?;
    Ok(row.map(|(sealed,)| sealed))
}

/// A new link; of its secret only the hash.
pub async fn invite(
    tx: &mut Tx,
    row: &InvitationRow,
    token_hash: &[u8],
) -> Result<u64, StoreError> {
    execute!(
        tx,
        "INSERT INTO helper_invitation (id, person_id, request_id, token_hash, sealed, made_at, expires_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7)",
        row.id,
        row.person_id,
        row.request_id,
        token_hash,
        row.sealed.as_slice(),
        row.made_at,
        row.expires_at
    )
}

/// The link with this hash, while it has not ended.
pub async fn invitation(
    tx: &mut Tx,
    token_hash: &[u8],
    now: At,
) -> Result<Option<InvitationRow>, StoreError> {
    optional!(
        tx,
        InvitationRow,
        "SELECT id, person_id, request_id, sealed, made_at, expires_at FROM helper_invitation
         WHERE token_hash = $1 AND expires_at > $2",
        token_hash,
        Moment::from(now)
    )
}

/// The links of a request that have not ended, oldest first.
pub async fn invitations(
    tx: &mut Tx,
    person: PersonId,
    request: RequestId,
    now: At,
) -> Result<Vec<InvitationRow>, StoreError> {
    all!(
        tx,
        InvitationRow,
        "SELECT id, person_id, request_id, sealed, made_at, expires_at FROM helper_invitation
         WHERE person_id = $1 AND request_id = $2 AND expires_at > $3 ORDER BY made_at, id",
        person.0,
        request.0,
        Moment::from(now)
    )
}

/// Ends a link, because it was used or taken back; how many there were.
pub async fn end_invitation(
    tx: &mut Tx,
    person: PersonId,
    request: RequestId,
    id: Uuid,
) -> Result<u64, StoreError> {
    execute!(
        tx,
        "DELETE FROM helper_invitation WHERE id = $1 AND person_id = $2 AND request_id = $3",
        id,
        person.0,
        request.0
    )
}

/// Forgets links that have ended.
pub async fn sweep(tx: &mut Tx, now: At) -> Result<u64, StoreError> {
    execute!(tx, "DELETE FROM helper_invitation WHERE expires_at <= $1", Moment::from(now))
}

/// Adds one to a pile.
pub async fn add(
    tx: &mut Tx,
    pile: Pile,
    person: PersonId,
    request: RequestId,
    one: &SealedOne,
) -> Result<u64, StoreError> {
    let sql = match pile {
        Pile::HelperWords => {
            "INSERT INTO helper_words (id, person_id, request_id, sealed, sent_at) VALUES ($1, $2, $3, $4, $5)"
        }
        Pile::Answers => {
            "INSERT INTO professional_answer (id, person_id, request_id, sealed, imported_at) VALUES ($1, $2, $3, $4, $5)"
        }
        Pile::Marked => {
            "INSERT INTO marked_entry (id, person_id, request_id, sealed, marked_at) VALUES ($1, $2, $3, $4, $5)"
        }
    };
    execute!(tx, sql, one.id, person.0, request.0, one.sealed.as_slice(), one.at)
}

/// All of a pile about one request, oldest first.
pub async fn all_of(
    tx: &mut Tx,
    pile: Pile,
    person: PersonId,
    request: RequestId,
) -> Result<Vec<SealedOne>, StoreError> {
    let sql = match pile {
        Pile::HelperWords => {
            "SELECT id, sealed, sent_at AS at FROM helper_words WHERE person_id = $1 AND request_id = $2 ORDER BY sent_at, id"
        }
        Pile::Answers => {
            "SELECT id, sealed, imported_at AS at FROM professional_answer WHERE person_id = $1 AND request_id = $2 ORDER BY imported_at, id"
        }
        Pile::Marked => {
            "SELECT id, sealed, marked_at AS at FROM marked_entry WHERE person_id = $1 AND request_id = $2 ORDER BY marked_at, id"
        }
    };
    all!(tx, SealedOne, sql, person.0, request.0)
}

/// Takes one off a pile; how many there were.
pub async fn remove(
    tx: &mut Tx,
    pile: Pile,
    person: PersonId,
    request: RequestId,
    id: Uuid,
) -> Result<u64, StoreError> {
    let sql = match pile {
        Pile::HelperWords => {
            "DELETE FROM helper_words WHERE id = $1 AND person_id = $2 AND request_id = $3"
        }
        Pile::Answers => {
            "DELETE FROM professional_answer WHERE id = $1 AND person_id = $2 AND request_id = $3"
        }
        Pile::Marked => {
            "DELETE FROM marked_entry WHERE id = $1 AND person_id = $2 AND request_id = $3"
        }
    };
    execute!(tx, sql, id, person.0, request.0)
}

/// Everything that a person said, or others said for them: about one request, or about all.
pub async fn forget(
    tx: &mut Tx,
    person: PersonId,
    request: Option<RequestId>,
) -> Result<(), StoreError> {
    for (of_one, of_all) in [
        (
            "DELETE FROM words WHERE person_id = $1 AND request_id = $2",
            "DELETE FROM words WHERE person_id = $1",
        ),
        (
            "DELETE FROM helper_invitation WHERE person_id = $1 AND request_id = $2",
            "DELETE FROM helper_invitation WHERE person_id = $1",
        ),
        (
            "DELETE FROM helper_words WHERE person_id = $1 AND request_id = $2",
            "DELETE FROM helper_words WHERE person_id = $1",
        ),
        (
            "DELETE FROM professional_answer WHERE person_id = $1 AND request_id = $2",
            "DELETE FROM professional_answer WHERE person_id = $1",
        ),
        (
            "DELETE FROM marked_entry WHERE person_id = $1 AND request_id = $2",
            "DELETE FROM marked_entry WHERE person_id = $1",
        ),
    ] {
        match request {
            Some(request) => execute!(tx, of_one, person.0, request.0)?,
            None => execute!(tx, of_all, person.0)?,
        };
    }
    Ok(())
}
