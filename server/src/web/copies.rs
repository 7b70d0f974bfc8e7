//! The claimant's own copies of what was sent: keeping, reading, downloading, deleting. What a copy says is read from its
//! bytes and from nowhere else.

use super::asked::{asker, asker_of};
use super::errors::Trouble;
use super::guard::Claimant;
use super::moments::in_london;
use super::previewed::{file_name, when_and_who};
use super::render;
use super::typed::{Id, Typed};
use crate::portal::copies::{CopyOffer, OwnCopy as Kept};
use crate::portal::log::Kind;
use crate::portal::{Error, Fault, Refusal};
use app::entry_words;
use app::pages::copies::{self, CopiesView, Line, Told};
use app::pages::copy::{self, CopyEntry, CopyView};
use app::pages::own_copy::OwnCopy;
use app::pages::preview::FileSeen;
use app::paths;
use axum::response::Response;
use consent::digest::Digest;
use consent::ids::{CopyId, RequestId};
use serde::Deserialize;
use serde_json::Value;
use std::collections::BTreeMap;

/// So many entries stand on one page.
const ENTRIES: usize = 50;
/// How the list is told that a copy was just deleted.
const DELETED: &str = "deleted";

/// `GET /copies`.
pub(super) async fn list(claimant: Claimant) -> Result<Response, Trouble> {
    let deleted = claimant.query("done").is_some_and(|done| done == DELETED);
    let seen = view(&claimant, deleted.then_some(Told::Deleted)).await?;
    Ok(render::shown(&claimant.ctx, copies::page(&claimant.ctx, &seen)))
}

async fn view(claimant: &Claimant, told: Option<Told>) -> Result<CopiesView, Trouble> {
    let (portal, actor, subject) = (&claimant.portal, &claimant.actor, claimant.subject);
    let kept = portal.copies_of(actor, subject).await?;
    let reads = portal.requests_of(actor, subject).await?;
    let mut askers: BTreeMap<RequestId, String> =
        reads.iter().map(|read| (read.loaded.id(), asker(&read.loaded))).collect();
    let mut lines = Vec::with_capacity(kept.len());
    for one in kept {
        let asker = match askers.get(&one.request) {
            Some(asker) => Some(asker.clone()),
            None => asker_from_log(claimant, one.request).await?,
        };
        askers.extend(asker.clone().map(|asker| (one.request, asker)));
        lines.push(Line {
            id: one.id.to_string(),
            at: in_london(one.at),
            reference: one.request.short(),
            asker,
            bytes: one.size,
        });
    }
    Ok(CopiesView { copies: lines, told })
}

// Of a request that they say is not about them, the log knows who asked.
async fn asker_from_log(claimant: &Claimant, id: RequestId) -> Result<Option<String>, Trouble> {
    let (portal, actor, subject) = (&claimant.portal, &claimant.actor, claimant.subject);
    let about = portal.happened_about(actor, subject, id, &[Kind::RequestReceived]).await?;
    Ok(about.first().map(|one| {
        let said = |name: &str| one.data.get(name).and_then(Value::as_str);
        asker_of(said("organisation").unwrap_or_default(), said("team").unwrap_or_default())
    }))
}

/// What is sent with "Keep a copy for me".
#[derive(Deserialize)]
struct KeepForm {
    #[serde(default)]
    version: String,
}

/// `POST /requests/{id}/copy`.
pub(super) async fn keep(
    claimant: Claimant,
    Id(id): Id<RequestId>,
    typed: Typed,
) -> Result<Response, Trouble> {
    let form: KeepForm = typed.read()?;
    let version = form.version.parse().map_err(|_| Trouble::invalid())?;
    let (portal, actor, subject) = (&claimant.portal, &claimant.actor, claimant.subject);
    match portal.keep_copy(actor, subject, id, version).await {
        Ok(copy) => Ok(render::go(&paths::copy(&copy.to_string()))),
        Err(Error::Refused(Refusal::NothingToCopy)) => {
            let seen = view(&claimant, Some(Told::Gone)).await?;
            Ok(render::fault(&claimant.ctx, copies::page(&claimant.ctx, &seen)))
        }
        Err(other) => Err(other.into()),
    }
}

/// `GET /copies/{id}`: what is in it, in words.
pub(super) async fn show(claimant: Claimant, Id(id): Id<CopyId>) -> Result<Response, Trouble> {
    let kept = opened(&claimant, id).await?;
    let lang = claimant.ctx.lang;
    let words = entry_words::read(&kept.bytes, lang).ok();
    let about = entry_words::about(&kept.bytes, lang).ok();
    let Some((words, about)) = words.zip(about) else {
        return Err(Fault::new("a copy has no words").into());
    };
    let pages = words.len().div_ceil(ENTRIES).max(1);
    let page = claimant.query("page").and_then(|page| page.parse().ok()).unwrap_or(1);
    let page = page.clamp(1, pages);
    let file = FileSeen {
        entries: u32::try_from(words.len()).unwrap_or(u32::MAX),
        bytes: kept.seen.size,
        digest: kept.seen.digest.to_string(),
    };
    let entries = words.into_iter().skip((page - 1) * ENTRIES).take(ENTRIES);
    let seen = CopyView {
        id: id.to_string(),
        reference: kept.seen.request.short(),
        asker: asker_from_log(&claimant, kept.seen.request).await?,
        name: name(&kept),
        at: in_london(kept.seen.at),
        file,
        about,
        entries: entries
            .map(|words| CopyEntry {
                when_and_who: when_and_who(&words),
                line: words.what,
                elements: words.details,
            })
            .collect(),
        page,
        pages,
    };
    Ok(render::shown(&claimant.ctx, copy::page(&claimant.ctx, &seen)))
}

/// `GET /copies/{id}/file.json`: the very bytes.
pub(super) async fn file(claimant: Claimant, Id(id): Id<CopyId>) -> Result<Response, Trouble> {
    let kept = opened(&claimant, id).await?;
    Ok(render::file("application/fhir+json", &name(&kept), kept.bytes))
}

/// `POST /copies/{id}/delete`. Twice is as good as once.
pub(super) async fn delete(claimant: Claimant, Id(id): Id<CopyId>) -> Result<Response, Trouble> {
    match claimant.portal.delete_copy(&claimant.actor, claimant.subject, id).await {
        Ok(()) => Ok(render::go(&format!("{}?done={DELETED}", paths::COPIES))),
        Err(Error::Refused(Refusal::NotFound)) => Ok(render::go(paths::COPIES)),
        Err(other) => Err(other.into()),
    }
}

async fn opened(claimant: &Claimant, id: CopyId) -> Result<Kept, Trouble> {
    let session = claimant.session.id();
    let (portal, actor, subject) = (&claimant.portal, &claimant.actor, claimant.subject);
    Ok(portal.copy(actor, subject, session.as_ref(), id).await?)
}

/// What the file is called: the request, and which of its answers.
fn name(kept: &Kept) -> String {
    file_name(&format!("{}-{}", kept.seen.request.short(), kept.seen.version))
}

/// The copy that the pages about a request offer or name.
pub(super) async fn of_request(
    claimant: &Claimant,
    id: RequestId,
) -> Result<Option<OwnCopy>, Trouble> {
    let offer = claimant.portal.copy_offer(&claimant.actor, claimant.subject, id).await?;
    let newest = offer.whole.or_else(|| offer.kept.first().map(|copy| (copy.version, copy.digest)));
    Ok(newest.and_then(|(version, _)| of_version(id, &offer, version)))
}

/// The same for a receipt that names the file by its digest.
pub(super) async fn of_file(
    claimant: &Claimant,
    id: RequestId,
    digest: Digest,
) -> Result<Option<OwnCopy>, Trouble> {
    let offer = claimant.portal.copy_offer(&claimant.actor, claimant.subject, id).await?;
    let kept = offer.kept.iter().find(|copy| copy.digest == digest).map(|copy| copy.version);
    let whole = offer.whole.filter(|(_, known)| *known == digest).map(|(version, _)| version);
    Ok(kept.or(whole).and_then(|version| of_version(id, &offer, version)))
}

fn of_version(id: RequestId, offer: &CopyOffer, version: u32) -> Option<OwnCopy> {
    let kept = offer.kept.iter().find(|copy| copy.version == version);
    let whole = offer.whole.is_some_and(|(known, _)| known == version);
    match kept {
        Some(copy) => Some(OwnCopy::Kept { id: copy.id.to_string() }),
        None if whole => Some(OwnCopy::Offer { request: id.to_string(), version }),
        None => None,
    }
}
