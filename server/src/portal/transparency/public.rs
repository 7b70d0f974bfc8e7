//! What anybody may know: the published months, the register of purposes, and who may ask. Read from the store at most
//! once a minute in each process; it permits nothing.

use super::month::Month;
use super::suppress::Measure;
use crate::portal::Portal;
use crate::portal::error::Result;
use crate::store::figures;
use crate::store::{canary, clients, purposes};
use consent::purpose::Purpose;
use consent::time::At;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, Mutex, PoisonError};

/// For so long it is not read again.
const SECONDS: i64 = 60;

/// What was read last, and when.
#[derive(Debug, Default)]
pub(in crate::portal) struct Kept(Mutex<Option<(At, Arc<Public>)>>);

impl Kept {
    fn get(&self, now: At) -> Option<Arc<Public>> {
        let kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let fresh = kept.as_ref().filter(|(at, _)| *at <= now && now < at.plus_seconds(SECONDS));
        fresh.map(|(_, public)| public.clone())
    }

    fn put(&self, kept: Option<(At, Arc<Public>)>) {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = kept;
    }

    /// Something was published: it is read again.
    pub(super) fn forget(&self) {
        self.put(None);
    }
}

/// A published month.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PublishedMonth {
    /// Which.
    pub month: Month,
    /// When it was published.
    pub published_at: At,
    /// The version of the rules by which numbers were held back.
    pub rules: i64,
    /// What is shown, of one purpose or of all together. What is missing is held back.
    pub numbers: BTreeMap<(Option<String>, Measure), u32>,
}

/// What anybody may know.
#[derive(Clone, Debug, PartialEq)]
pub struct Public {
    /// The published months, newest first.
    pub months: Vec<PublishedMonth>,
    /// The month that is published next.
    pub next: Month,
    /// The newest version of every purpose.
    pub purposes: Vec<Purpose>,
    /// Who may ask: organisations with their teams.
    pub requesters: BTreeMap<String, BTreeSet<String>>,
}

impl Public {
    /// The purposes that rows are published for: those of the register, by their fixed names.
    pub fn rows(&self) -> impl Iterator<Item = &str> {
        self.purposes.iter().map(|purpose| purpose.id.as_str())
    }
}

impl Portal {
    /// What anybody may know; a minute old at most.
    pub async fn public(&self) -> Result<Arc<Public>> {
        if let Some(kept) = self.0.public.get(self.now()) {
            return Ok(kept);
        }
        let mut tx = self.db().read().await?;
        let now = self.at(&tx);
        let mut numbers: BTreeMap<String, BTreeMap<_, u32>> = BTreeMap::new();
        for row in figures::published(&mut tx).await? {
            let Some(measure) = Measure::parse(&row.measure) else { continue };
            let purpose = Some(row.purpose).filter(|purpose| !purpose.is_empty());
            let value = u32::try_from(row.value).unwrap_or_default();
            numbers.entry(row.month).or_default().insert((purpose, measure), value);
        }
        let months: Vec<PublishedMonth> = figures::months(&mut tx)
            .await?
            .into_iter()
            .filter_map(|(month, rules, at)| {
                let numbers = numbers.remove(&month).unwrap_or_default();
                let month = Month::parse(&month)?;
                Some(PublishedMonth { month, published_at: at.into(), rules, numbers })
            })
            .collect();
        let next = months.first().map_or_else(|| Month::of(now), |newest| newest.month.next());
        let mut newest: Vec<Purpose> = purposes::all(&mut tx).await?;
        newest.dedup_by(|later, first| later.id == first.id);
        let mut requesters: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
        for client in clients::list(&mut tx).await? {
            if !client.is_disabled() && client.id != canary::CLIENT {
                requesters.entry(client.organisation).or_default().insert(client.team);
            }
        }
        let public = Arc::new(Public { months, next, purposes: newest, requesters });
        self.0.public.put(Some((now, public.clone())));
        Ok(public)
    }
}
