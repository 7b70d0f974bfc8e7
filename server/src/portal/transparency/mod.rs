//! The public figures: how many were asked, shared, refused, collected, per purpose and month. They must tell nobody
//! anything about one person, least of all a requester, who knows whom it asked about. A month is published once,
//! weeks after it is over, and never changed.

pub mod facts;
pub mod figures;
mod gather;
mod month;
mod public;
pub mod suppress;

pub(super) use gather::leave;
pub use month::Month;
pub(super) use public::Kept;
pub use public::{Public, PublishedMonth};

use super::Portal;
use super::actor::Actor;
use super::error::Result;
use super::log::{self, Entry, Kind};
use crate::store::figures::{self as rows, FigureRow};
use crate::store::purposes;
use consent::digest::Digest;
use serde_json::json;
use std::collections::BTreeSet;

impl Portal {
    /// Publishes every month that is due and was not published: those that it did.
    pub async fn publish_figures(&self) -> Result<Vec<Month>> {
        let due = {
            let mut tx = self.db().read().await?;
            let now = self.at(&tx);
            let Some(first) = rows::first_request(&mut tx).await? else { return Ok(Vec::new()) };
            let months = rows::months(&mut tx).await?;
            let published: BTreeSet<String> =
                months.into_iter().map(|(month, _, _)| month).collect();
            std::iter::successors(Some(Month::of(first)), |month| Some(month.next()))
                .take_while(|month| month.is_due(now))
                .filter(|month| !published.contains(&month.to_string()))
                .collect::<Vec<_>>()
        };
        let mut done = Vec::new();
        for month in due {
            if self.publish_month(month).await? {
                done.push(month);
            }
        }
        Ok(done)
    }

    /// False where another process was faster.
    async fn publish_month(&self, month: Month) -> Result<bool> {
        let numbers = {
            let mut tx = self.db().read().await?;
            let facts = gather::of_month(self, &mut tx, month).await?;
            let all = purposes::all(&mut tx).await?;
            let ids: Vec<String> = all.into_iter().map(|purpose| purpose.id).collect();
            suppress::publishable(&figures::count(&ids, &facts), &suppress::IN_FORCE)
        };
        let mut tx = self.db().write().await?;
        let at = self.at(&tx);
        let name = month.to_string();
        if !rows::publish(&mut tx, &name, suppress::VERSION, at).await? {
            return Ok(false);
        }
        let mut listed = Vec::new();
        for number in numbers {
            let row = FigureRow {
                month: name.clone(),
                purpose: number.purpose.unwrap_or_default(),
                measure: number.measure.as_str().to_owned(),
                value: i64::from(number.value),
            };
            rows::add(&mut tx, &row).await?;
            listed.push(json!([row.purpose, row.measure, row.value]));
        }
        let data = json!({
            "month": name,
            "rules": suppress::VERSION,
            "sha256": Digest::of(serde_json_canonicalizer::to_string(&listed)?.as_bytes()),
        });
        let (kind, actor) = (Kind::FiguresPublished, &Actor::System);
        log::append(self, &mut tx, Entry { kind, actor, subject: None, request: None, data })
            .await?;
        tx.commit().await?;
        self.0.public.forget();
        Ok(true)
    }
}
