//! The public register of purposes. A version that is in it stays as it is for ever: a change is a new
//! version, and nothing can be asked for outside it.

use super::Portal;
use super::actor::Actor;
use super::error::{Error, Fault, Refusal, Result};
use super::log::{self, Entry, Kind};
use crate::registers;
use crate::store::{Tx, clients, purposes};
use consent::category::Category;
use consent::ids::{ClientId, RequestId};
use consent::purpose::{Bilingual, DecisionPoint, KeepFrom, Purpose};
use consent::request::{self, Asked, Registration, ask};
use consent::time::Span;
use serde_json::json;

/// What an import did to one purpose.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Imported {
    /// The purpose.
    pub id: String,
    /// Which version.
    pub version: u32,
    /// Whether it was added, was there before, or was retired.
    pub change: Change,
}

/// What became of a version.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Change {
    /// It is new.
    Added,
    /// It was there, word for word.
    Unchanged,
    /// It was there, and now has a time from which nothing can be asked for under it.
    Retired,
}

impl Change {
    /// The name in what commands print.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Added => "added",
            Self::Unchanged => "unchanged",
            Self::Retired => "retired",
        }
    }
}

impl Portal {
    /// Every version of every purpose: by id, the newest version first.
    pub async fn purposes(&self) -> Result<Vec<Purpose>> {
        let mut tx = self.db().read().await?;
        Ok(purposes::all(&mut tx).await?)
    }

    /// Imports a register file, all of it or nothing.
    ///
    /// # Errors
    /// Refused, with the reason, when the file is not sound, or when it says anything else about a
    /// version that is in the register.
    pub async fn import_purposes(&self, actor: &Actor, file: &str) -> Result<Vec<Imported>> {
        // The reason quotes the file's own lines: a register is public.
        let read = registers::parse_purposes(file);
        let listed = read.map_err(|why| Refusal::FileRefused(why.to_string()))?;
        if listed.is_empty() {
            return Err(Refusal::FileRefused("the file names no [[purpose]]".to_owned()).into());
        }
        let mut tx = self.db().write().await?;
        let imported = import(self, &mut tx, actor, listed).await?;
        tx.commit().await?;
        Ok(imported)
    }

    /// Puts the purposes that ship with this program into the register, where they are not in it yet.
    /// What an operator has registered under the same id and version stays as it is.
    pub async fn ship_purposes(&self) -> Result<()> {
        let shipped = registers::shipped_purposes();
        let shipped = shipped.map_err(|_| Fault::new("the shipped register cannot be read"))?;
        let mut tx = self.db().read().await?;
        let mut missing = Vec::new();
        for purpose in shipped {
            let newest = purposes::newest(&mut tx, &purpose.id).await?;
            if newest.is_none_or(|newest| newest.version < purpose.version) {
                missing.push(purpose);
            }
        }
        drop(tx);
        if missing.is_empty() {
            return Ok(());
        }
        let mut tx = self.db().write().await?;
        import(self, &mut tx, &Actor::System, missing).await?;
        Ok(tx.commit().await?)
    }

    /// Everything that is wrong with what a client asks, as far as its purpose can tell; where the
    /// client may not ask for the purpose, what is wrong under any. For telling every fault at once:
    /// [`Portal::submit_request`] decides.
    pub async fn faults_in(
        &self,
        client: &ClientId,
        purpose: Option<&str>,
        asked: &Asked,
    ) -> Result<Vec<request::Fault>> {
        let mut tx = self.db().read().await?;
        let now = self.at(&tx);
        let id = RequestId(self.chance().uuid(now)?);
        let registered = clients::by_id(&mut tx, client).await?.map(|client| client.registration());
        let registered = registered.unwrap_or(Registration::Only([].into()));
        let named = match purpose {
            Some(id) => purposes::newest(&mut tx, id).await?,
            None => None,
        };
        let covered = named.filter(|purpose| registered.covers(&purpose.id));
        let answer = match &covered {
            Some(purpose) => ask(id, asked, purpose, &registered, now),
            None => ask(id, asked, &widest(asked), &Registration::AllPurposes, now),
        };
        let mut faults = answer.err().unwrap_or_default();
        if covered.is_none() {
            let detail = "this client is not registered for a purpose of this id";
            faults.push(request::Fault::at("/purpose", detail));
        }
        Ok(faults)
    }
}

/// A purpose that lets everything be asked that any purpose could let be asked: what is wrong under
/// it is wrong under every purpose. It is in no register.
fn widest(asked: &Asked) -> Purpose {
    let words = || Bilingual { en: String::new(), cy: String::new() };
    let longest = Span::parse("P9999Y").unwrap_or(asked.keep_for);
    let points = asked.items.iter().flat_map(|item| &item.decision_points);
    Purpose {
        id: String::new(),
        version: 1,
        title: words(),
        benefit: words(),
        nations: Vec::new(),
        decision_points: points
            .map(|id| DecisionPoint { id: id.clone(), title: words() })
            .collect(),
        categories: Category::ALL
            .iter()
            .copied()
            .filter(|category| !category.is_restricted())
            .collect(),
        recipients: asked.recipients.clone(),
        fields: [].into(),
        look_back_at_most: longest,
        collect_within: longest,
        keep_for_at_most: longest,
        keep_from: KeepFrom::Collection,
        if_refused: words(),
        retired_at: None,
    }
}

async fn import(
    portal: &Portal,
    tx: &mut Tx,
    actor: &Actor,
    mut listed: Vec<Purpose>,
) -> Result<Vec<Imported>> {
    listed.sort_by(|one, other| (&one.id, one.version).cmp(&(&other.id, other.version)));
    let mut imported = Vec::new();
    for purpose in listed {
        purpose.check().map_err(|why| Refusal::FileRefused(why.to_string()))?;
        let change = register(portal, tx, &purpose).await?;
        if change != Change::Unchanged {
            let data = json!({
                "purpose": purpose.id,
                "version": purpose.version,
                "change": change.as_str(),
                "digest": consent::digest::Digest::of(&serde_json::to_vec(&purpose)?),
            });
            let entry =
                Entry { kind: Kind::PurposeImported, actor, subject: None, request: None, data };
            log::append(portal, tx, entry).await?;
        }
        imported.push(Imported { id: purpose.id, version: purpose.version, change });
    }
    Ok(imported)
}

async fn register(portal: &Portal, tx: &mut Tx, purpose: &Purpose) -> Result<Change> {
    let refused = |why: &str| -> Error {
        Refusal::FileRefused(format!("{:?} version {}: {why}", purpose.id, purpose.version)).into()
    };
    let Some(there) = purposes::version(tx, &purpose.id, purpose.version).await? else {
        let newest = purposes::newest(tx, &purpose.id).await?.map_or(0, |newest| newest.version);
        if purpose.version <= newest {
            return Err(refused(&format!("the register is at version {newest} already")));
        }
        // Another process may have been faster with the same.
        let at = portal.at(tx);
        let added = purposes::insert(tx, purpose, at).await?;
        return Ok(if added { Change::Added } else { Change::Unchanged });
    };
    let same = |one: &Purpose| Purpose { retired_at: None, ..one.clone() };
    if same(&there) != same(purpose) {
        return Err(refused(
            "this version says something else in the register, and stays as it is",
        ));
    }
    match (there.retired_at, purpose.retired_at) {
        (None, Some(at)) => {
            purposes::retire(tx, &purpose.id, purpose.version, at).await?;
            Ok(Change::Retired)
        }
        (Some(before), Some(at)) if before != at => {
            Err(refused("it has retired at another time, and that stays as it is"))
        }
        _ => Ok(Change::Unchanged),
    }
}
