//! Exactly what would be sent under the choices, and leaving out or putting in single entries. An entry is named
//! only by its place in what was shown; what the page sends back is looked up there and never trusted.

use super::aside::is_letter_aside;
use super::asked::reference;
use super::choose::closed;
use super::errors::Trouble;
use super::guard::Claimant;
use super::previewed::{self, Beside};
use super::typed::{Id, Typed};
use super::{next, render, session};
use crate::portal::previews::Previewed;
use crate::portal::reading::RequestRead;
use crate::portal::{Error, Refusal};
use app::components::Answer as Ticked;
use app::forms::{PreviewAction, PreviewForm};
use app::pages::package_text::{self, PackageTextView};
use app::pages::preview::{self, Fault, Looking, Part, address};
use app::paths;
use axum::response::Response;
use consent::classify::WhyNever;
use consent::decision::{Answer, Decision};
use consent::digest::Digest;
use consent::ids::RequestId;
use consent::package::{Sent, Why, Withheld};
use std::collections::BTreeSet;

/// Where the words wait that are looked for: never in an address, for they can tell what somebody has.
const FIND: &str = "find";
const LONGEST: usize = 100;

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
    let taken = part == Part::Whole && claimant.query("taken").is_some();
    let beside = Beside { taken, changed, looking, fault: None };
    let seen = previewed::view(&claimant, &read, &shown, beside).await?;
    Ok(render::shown(&claimant.ctx, preview::page(&claimant.ctx, &seen)))
}

/// Which part is looked at, and the words that were looked for last about this request.
async fn looking(
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

pub(super) async fn change(
    claimant: Claimant,
    Id(id): Id<RequestId>,
    Typed(pairs): Typed,
) -> Result<Response, Trouble> {
    let (portal, actor, subject) = (&claimant.portal, &claimant.actor, claimant.subject);
    let read = portal.request_of(actor, subject, id).await?;
    let form = PreviewForm::from_pairs(&pairs);
    let here = looking(&claimant, id, Part::parse(&form.part), form.page.parse().ok()).await?;
    let to = |part, page| render::go(&claimant.ctx.in_size(&address(&id.to_string(), part, page)));
    let Some(shown) = portal.kept_preview(actor, subject, id).await? else {
        return Ok(to(here.part, here.page));
    };
    if form.action == Some(PreviewAction::Find) {
        let words: String = form.find.chars().take(LONGEST).collect();
        if words.is_empty() {
            let looking = Looking { find: String::new(), ..Looking::default() };
            return faulty(&claimant, &read, &shown, looking, Fault::NothingToFind).await;
        }
        claimant.session.insert(FIND, (id, words)).await.map_err(session::broken)?;
        return Ok(to(Part::Found, 1));
    }
    let looked_at =
        pairs.iter().find(|(name, _)| name == "digest").map(|(_, value)| value.as_str());
    let draft = match portal.draft(actor, subject, id).await? {
        Some(draft) => draft,
        None => whole(&read, &shown),
    };
    let opened = portal.opened_letters(actor, subject, id).await?;
    let stale = looked_at
        .is_some_and(|digest| !digest.is_empty() && digest != shown.package.digest().to_string());
    let changed =
        if stale { Err(Fault::UnknownEntry) } else { changed(&form, &shown, &opened, draft) };
    let id_text = id.to_string();
    // Where it leads when something is ticked, and when nothing is. Nobody confirms a file that they have not seen.
    let (ticked, none) = match form.action {
        Some(PreviewAction::Confirm) => {
            let seen_anew = claimant.ctx.in_size(&paths::preview_taken(&id_text));
            (render::go(&seen_anew), Some(paths::confirm(&id_text)))
        }
        Some(PreviewAction::Choose) => {
            let choose = paths::choose(&id_text);
            (render::go(&choose), Some(choose))
        }
        _ => (to(here.part, here.page), None),
    };
    let fault = match (changed, none) {
        (Err(Fault::NothingTicked), Some(on)) => return Ok(render::go(&on)),
        (Err(fault), _) => fault,
        (Ok(decision), _) => match portal.save_draft(actor, subject, id, &decision, false).await {
            Ok(()) => return Ok(ticked),
            Err(Error::Refused(Refusal::LetterNotOpened)) => Fault::LetterNotOpened,
            Err(why) => return Err(closed(why, id)),
        },
    };
    faulty(&claimant, &read, &shown, here, fault).await
}

/// The same page with what went wrong.
async fn faulty(
    claimant: &Claimant,
    read: &RequestRead,
    shown: &Previewed,
    looking: Looking,
    fault: Fault,
) -> Result<Response, Trouble> {
    let beside = Beside { looking, fault: Some(fault), ..Beside::default() };
    let seen = previewed::view(claimant, read, shown, beside).await?;
    Ok(render::fault(&claimant.ctx, preview::page(&claimant.ctx, &seen)))
}

/// A preview that was cut after a withdrawal answers only what stays shared; what was stopped is not shared.
fn whole(read: &RequestRead, shown: &Previewed) -> Decision {
    let mut decision = shown.decision.clone();
    for item in &read.loaded.asked.request.items {
        decision.answers.entry(item.category).or_insert(Answer::DoNotShare);
    }
    decision
}

/// The draft with what was ticked.
fn changed(
    form: &PreviewForm,
    shown: &Previewed,
    opened: &BTreeSet<Digest>,
    mut draft: Decision,
) -> Result<Decision, Fault> {
    let contents = shown.package.contents();
    let found = |key: &str, wanted: fn(&Withheld) -> bool| {
        let known = contents.withheld.iter().find(|one| wanted(one) && one.key.to_string() == key);
        known.ok_or(Fault::UnknownEntry)
    };
    if form.action == Some(PreviewAction::PutBack) {
        let out = found(&form.put_back, |one| one.why == Why::LeftOut)?;
        draft.left_out.remove(out.key.digest());
        return Ok(draft);
    }
    let before = draft.clone();
    for number in &form.leave_out {
        let place = number.parse::<usize>().ok().and_then(|number| number.checked_sub(1));
        let sent = place.and_then(|place| contents.sent.get(place)).ok_or(Fault::UnknownEntry)?;
        draft.left_out.insert(*sent.key.digest());
    }
    let opened = |one: &Withheld| {
        let unread = one.why == Why::Never(WhyNever::Unreadable);
        if unread && !opened.contains(one.key.digest()) {
            Err(Fault::LetterNotOpened)
        } else {
            Ok(*one.key.digest())
        }
    };
    for key in &form.put_in {
        let asked = |one: &Withheld| one.why == Why::AskFirst || is_letter_aside(one);
        draft.put_in.insert(opened(found(key, asked)?)?);
    }
    for (key, answer) in &form.letters {
        let stays = found(key, is_letter_aside);
        match (answer, contents.sent.iter().find(|sent| is_named(sent, key))) {
            // It goes already; said again, or left out by the tick beside its line.
            (Ticked::Share, Some(_)) => {}
            (Ticked::Share, None) => {
                let key = opened(stays?)?;
                draft.left_out.remove(&key);
                draft.put_in.insert(key);
            }
            (Ticked::DoNotShare, sent) => {
                let key = match sent {
                    Some(sent) => *sent.key.digest(),
                    None => *stays?.key.digest(),
                };
                draft.put_in.remove(&key);
                draft.left_out.insert(key);
            }
        }
    }
    if draft == before { Err(Fault::NothingTicked) } else { Ok(draft) }
}

fn is_named(sent: &Sent, key: &str) -> bool {
    sent.key.to_string() == key
}
