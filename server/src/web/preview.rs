//! Exactly what would be sent under the choices: as entries, as the file, as its text.

use super::asked::reference;
use super::choose::closed;
use super::errors::Trouble;
use super::guard::Claimant;
use super::previewed::{self, Beside};
use super::typed::Id;
use super::{next, render, session};
use crate::portal::previews::Previewed;
use crate::portal::{Error, Refusal};
use app::pages::package_text::{self, PackageTextView};
use app::pages::preview::{self, Again, Looking, Part};
use app::paths;
use axum::response::Response;
use consent::ids::RequestId;

/// Where the words wait that are looked for: never in an address, for they can tell what somebody has.
pub(super) const FIND: &str = "find";

pub(super) async fn show(claimant: Claimant, Id(id): Id<RequestId>) -> Result<Response, Trouble> {
    let (portal, actor, subject) = (&claimant.portal, &claimant.actor, claimant.subject);
    let part = Part::parse(&claimant.query("part").unwrap_or_default());
    let page = claimant.query("page").and_then(|page| page.parse().ok());
    let looking = looking(&claimant, id, part, page).await?;
    let read = portal.request_of(actor, subject, id).await?;
    let before = portal.kept_preview(actor, subject, id).await?;
    let draft = portal.draft(actor, subject, id).await?;
    let still = |kept: &Previewed| draft.as_ref().is_none_or(|draft| *draft == kept.decision);
    let (shown, changed) = match before {
        // A part of a long file is a part of that very file: it is not made again for each page of it.
        Some(kept) if part != Part::Whole && read.open && still(&kept) => (kept, None),
        before => {
            let shown = match portal.preview(actor, subject, id).await {
                Ok(shown) => shown,
                Err(why) => return Err(elsewhere(why, id)),
            };
            let changed = match before {
                Some(before)
                    if before.decision == shown.decision
                        && before.package.digest() != shown.package.digest() =>
                {
                    let lang = claimant.ctx.lang;
                    Some(previewed::changed(&before.package, &shown.package, lang)?)
                }
                _ => None,
            };
            (shown, changed)
        }
    };
    let again = claimant.query("again").and_then(|code| Again::from_code(&code));
    let beside = Beside { again, changed, looking, fault: None };
    let seen = previewed::view(&claimant, &read, &shown, beside).await?;
    Ok(render::shown(&claimant.ctx, preview::page(&claimant.ctx, &seen)))
}

/// Which part is looked at, and the words that were looked for last about this request.
pub(super) async fn looking(
    claimant: &Claimant,
    id: RequestId,
    part: Part,
    page: Option<usize>,
) -> Result<Looking, Trouble> {
    let mut find = String::new();
    if part == Part::Found {
        let kept = claimant.session.get::<(RequestId, String)>(FIND).await;
        let kept = kept.map_err(session::broken)?.filter(|(of, _)| *of == id);
        find = kept.map(|(_, words)| words).unwrap_or_default();
    }
    Ok(Looking { part, page: page.unwrap_or(1), find })
}

/// Where somebody has to go before there is something to see.
pub(super) fn elsewhere(why: Error, id: RequestId) -> Trouble {
    let id_text = id.to_string();
    match why {
        Error::Refused(Refusal::SourceNotPermitted) => {
            Trouble::To(next::sources(&paths::preview(&id_text)))
        }
        Error::Refused(Refusal::Incomplete | Refusal::PreviewGone) => {
            Trouble::To(format!("{}?missing=answers", paths::choose(&id_text)))
        }
        other => closed(other, id),
    }
}

/// `GET …/package.json`: the bytes that were shown.
pub(super) async fn package(
    claimant: Claimant,
    Id(id): Id<RequestId>,
) -> Result<Response, Trouble> {
    let read = claimant.portal.request_of(&claimant.actor, claimant.subject, id).await?;
    let Some(shown) = claimant.portal.kept_preview(&claimant.actor, claimant.subject, id).await?
    else {
        return Ok(render::go(&paths::preview(&id.to_string())));
    };
    let name = previewed::file_name(&reference(&read));
    Ok(render::file("application/json", &name, shown.package.bytes().to_vec()))
}

/// `GET …/file`: the same to read, a piece at a time.
pub(super) async fn text(claimant: Claimant, Id(id): Id<RequestId>) -> Result<Response, Trouble> {
    let read = claimant.portal.request_of(&claimant.actor, claimant.subject, id).await?;
    let Some(shown) = claimant.portal.kept_preview(&claimant.actor, claimant.subject, id).await?
    else {
        return Ok(render::go(&paths::preview(&id.to_string())));
    };
    let text = previewed::pretty(&shown.package);
    let pieces = package_text::pieces(&text);
    let page = claimant.query("page").and_then(|page| page.parse().ok()).unwrap_or(1);
    let page = page.clamp(1, pieces.len().max(1));
    let seen = PackageTextView {
        id: id.to_string(),
        reference: reference(&read),
        name: previewed::file_name(&reference(&read)),
        text: pieces.get(page - 1).copied().unwrap_or_default().to_owned(),
        page,
        pages: pieces.len(),
    };
    Ok(render::shown(&claimant.ctx, package_text::page(&claimant.ctx, &seen)))
}
