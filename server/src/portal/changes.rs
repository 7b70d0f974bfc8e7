//! What has changed about a person since they last looked at their history, from the log alone: their last look is an
//! event, and its place is how far they had seen. Their own looking is no change; anybody else's is.

use super::actor::Actor;
use super::error::Result;
use super::history::{Happened, Openers};
use super::log::{self, Entry, Kind};
use super::looking::{Looked, own_look};
use super::sessions::row_id;
use super::{Portal, history};
use crate::store::Tx;
use crate::store::{history as rows, sessions};
use consent::ids::{PersonId, RequestId};
use consent::time::At;
use serde_json::{Value, json};
use std::collections::BTreeSet;
use tower_sessions::session::Id;

/// So many looks are gone through at once for the last one of the person themselves.
const LOOKS: i64 = 50;

/// A look of the person at their own history.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Look {
    /// Its place in the log: whatever has a smaller one was there to be seen.
    pub seq: i64,
    /// When.
    pub at: At,
}

/// What has changed.
#[derive(Clone, Debug)]
pub struct Changes {
    /// Since this look; none where they never looked before.
    pub since: Option<Look>,
    /// How many things happened since then.
    pub count: u64,
    subject: PersonId,
    /// What was done about these before it was known whom they are about came to light since then.
    received: BTreeSet<RequestId>,
    /// How the session that looks began.
    sign_in: Option<i64>,
}

impl Changes {
    /// Whether this is one of them.
    #[must_use]
    pub fn have(&self, one: &Happened) -> bool {
        let Some(since) = self.since else { return false };
        if one.seq < since.seq {
            return one.request.is_some_and(|id| self.received.contains(&id));
        }
        one.seq > since.seq && !self.is_own_look(one)
    }

    fn is_own_look(&self, one: &Happened) -> bool {
        let own = |one: &Happened| is_by(one, self.subject);
        match one.kind {
            Kind::SignedIn => self.sign_in == Some(one.seq),
            kind => rows::LOOKS.contains(&kind.as_str()) && own(one),
        }
    }
}

/// Whether this person did it themselves.
fn is_by(one: &Happened, person: PersonId) -> bool {
    let said = |member: &str| one.actor.get(member).and_then(Value::as_str);
    said("is") == Some("person") && said("id") == Some(&person.to_string())
}

impl Portal {
    /// Puts on the record that the whole history was looked at, and says what has changed since the look before it, or
    /// since the look of this place. Somebody who looks at their own is on the record once a day from each session, and
    /// whenever there was something new.
    pub async fn look_at_history(
        &self,
        actor: &Actor,
        subject: PersonId,
        session: Option<&Id>,
        since: Option<i64>,
    ) -> Result<Changes> {
        let look = session.filter(|_| actor.is(subject));
        let look = look.map(|session| own_look(session, subject, Looked::History));
        let today = self.now().date_in_london();
        if look.is_some_and(|look| self.looking().is_known(today, &look)) {
            let mut tx = self.db().read().await?;
            let (changes, shown) = self.compared(&mut tx, subject, session, since).await?;
            if changes.count == 0 {
                return Ok(shown);
            }
        }
        let mut tx = self.db().write().await?;
        let (_, shown) = self.compared(&mut tx, subject, session, since).await?;
        let kind = Kind::HistoryViewed;
        let data = json!({});
        let entry = Entry { kind, actor, subject: Some(subject), request: None, data };
        log::append(self, &mut tx, entry).await?;
        tx.commit().await?;
        if let Some(look) = look {
            self.looking().remember(today, look);
        }
        Ok(shown)
    }

    /// What has changed since the last look, and since the one of this place.
    async fn compared(
        &self,
        tx: &mut Tx,
        subject: PersonId,
        session: Option<&Id>,
        since: Option<i64>,
    ) -> Result<(Changes, Changes)> {
        let last = self.last_look(tx, subject, i64::MAX).await?;
        let changes = self.changes(tx, subject, session, last).await?;
        let shown = match since {
            Some(seq) => self.changes_since(tx, subject, session, seq).await?,
            None => None,
        };
        let shown = shown.unwrap_or_else(|| changes.clone());
        Ok((changes, shown))
    }

    /// The same where a part of it is looked at: what they have not seen stays new.
    pub async fn look_at_part_of_history(
        &self,
        actor: &Actor,
        subject: PersonId,
        session: Option<&Id>,
        since: Option<i64>,
    ) -> Result<Changes> {
        self.looked_at(actor, subject, session, Looked::PartOfHistory).await?;
        let mut tx = self.db().read().await?;
        self.compared(&mut tx, subject, session, since).await.map(|(_, shown)| shown)
    }

    /// What has changed since the look of this place; none where that was no look of theirs.
    async fn changes_since(
        &self,
        tx: &mut Tx,
        subject: PersonId,
        session: Option<&Id>,
        seq: i64,
    ) -> Result<Option<Changes>> {
        let look = self.last_look(tx, subject, seq.saturating_add(1)).await?;
        match look.filter(|look| look.seq == seq) {
            Some(look) => self.changes(tx, subject, session, Some(look)).await.map(Some),
            None => Ok(None),
        }
    }

    async fn changes(
        &self,
        tx: &mut Tx,
        subject: PersonId,
        session: Option<&Id>,
        since: Option<Look>,
    ) -> Result<Changes> {
        let sign_in = self.sign_in_of(tx, subject, session).await?;
        let received = BTreeSet::new();
        let mut changes = Changes { since, count: 0, subject, received, sign_in };
        let Some(since) = since else { return Ok(changes) };
        let mut count = rows::changes_after(tx, subject, since.seq).await?;
        for request in rows::received_after(tx, subject, since.seq).await? {
            count += rows::done_before(tx, request, since.seq).await?;
            changes.received.insert(request);
        }
        let looks = rows::looks_after(tx, subject, since.seq).await?;
        let mut keys = Openers::new(self, tx, subject).await?;
        let looks = keys.open_all(self, tx, &looks).await?;
        let others = looks.iter().filter(|one| !changes.is_own_look(one)).count();
        let count = u64::try_from(count).unwrap_or_default();
        changes.count = count.saturating_add(u64::try_from(others).unwrap_or_default());
        Ok(changes)
    }

    /// The last time before this place that the person looked at their whole history.
    async fn last_look(
        &self,
        tx: &mut Tx,
        subject: PersonId,
        mut before: i64,
    ) -> Result<Option<Look>> {
        let key = super::vault::person_key(self, tx, subject).await?;
        loop {
            let kind = Kind::HistoryViewed.as_str();
            let looks = rows::of_kind(tx, subject, kind, before, LOOKS).await?;
            let Some(oldest) = looks.last().map(|row| row.seq) else { return Ok(None) };
            for row in &looks {
                let one = history::open(&key, row)?;
                if is_by(&one, subject) && one.data.get("part").is_none() {
                    return Ok(Some(Look { seq: one.seq, at: one.at }));
                }
            }
            before = oldest;
        }
    }

    /// How this session began: the last sign-in before it was there.
    async fn sign_in_of(
        &self,
        tx: &mut Tx,
        subject: PersonId,
        session: Option<&Id>,
    ) -> Result<Option<i64>> {
        let Some(session) = session else { return Ok(None) };
        let at = self.at(tx);
        let Some(row) = sessions::by_id(tx, &row_id(session), at).await? else { return Ok(None) };
        let since = At::from(row.created_at);
        let kind = Kind::SignedIn.as_str();
        let sign_ins = rows::of_kind(tx, subject, kind, i64::MAX, LOOKS).await?;
        let mut before = sign_ins.iter().filter(|row| At::from(row.at) <= since);
        Ok(before.next().map(|row| row.seq))
    }
}
