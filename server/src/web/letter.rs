//! Letters that help: which there are, and each of them to print or to download. What is typed into one is answered and
//! forgotten; only that a letter was downloaded is kept. Nothing is ever sent by itself.

use super::asked::{asker, reference};
use super::errors::Trouble;
use super::guard::{Claimant, Visitor, name};
use super::language::of_account;
use super::typed::{Id, Typed, named};
use super::{Site, render, session, standing};
use crate::portal::reading::RequestRead;
use crate::portal::{Actor, Error, Refusal};
use app::forms::{LetterForm, Pairs};
use app::pages::letter::{self, Facts, FieldName, Kind, LetterView, Stance};
use app::pages::letters::{self, LettersView};
use app::paths;
use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use axum::response::Response;
use consent::decision::Said;
use consent::ids::{PersonId, ReceiptId, RequestId};
use consent::receipt::ReceiptKind;

/// Where the session keeps what was typed, for one look while the language changes or somebody signs in again.
const TYPED: &str = "letter";

/// Which letter the address names, and whether it is wanted as plain text.
pub(super) struct Named {
    kind: Kind,
    text: bool,
}

impl FromRequestParts<Site> for Named {
    type Rejection = Trouble;

    async fn from_request_parts(parts: &mut Parts, site: &Site) -> Result<Self, Trouble> {
        let name = named(parts, site, "kind").await?;
        let (code, text) =
            name.strip_suffix(".txt").map_or((name.as_str(), false), |code| (code, true));
        let kind = Kind::from_code(code).ok_or_else(Trouble::not_found)?;
        Ok(Self { kind, text })
    }
}

/// Which letters there are.
pub(super) async fn list(claimant: Claimant, Id(id): Id<RequestId>) -> Result<Response, Trouble> {
    let read = claimant.portal.request_of(&claimant.actor, claimant.subject, id).await?;
    let seen = LettersView {
        id: id.to_string(),
        reference: reference(&read),
        can_stop: !standing::shared(&read).is_empty(),
        asks_record: asks_record(&read),
    };
    Ok(render::shown(&claimant.ctx, letters::page(&claimant.ctx, &seen)))
}

/// A letter with its spaces.
pub(super) async fn show(
    claimant: Claimant,
    Id(id): Id<RequestId>,
    named: Named,
) -> Result<Response, Trouble> {
    let path = paths::letter(&id.to_string(), named.kind.code());
    let kept = claimant.session.remove::<(String, Pairs)>(TYPED).await.map_err(session::broken)?;
    let kept = kept.filter(|(of, _)| !named.text && *of == path).map(|(_, pairs)| pairs);
    let mut pairs = kept.unwrap_or_default();
    // The language is no secret: it may stand in an address.
    pairs.extend(claimant.query("in").map(|lang| ("in".to_owned(), lang)));
    answer(&claimant, id, &named, LetterForm::from_pairs(&pairs)).await
}

/// A letter with what was typed.
pub(super) async fn write(
    claimant: Claimant,
    Id(id): Id<RequestId>,
    named: Named,
    Typed(pairs): Typed,
) -> Result<Response, Trouble> {
    answer(&claimant, id, &named, LetterForm::from_pairs(&pairs)).await
}

/// The address of a letter from before there were several.
pub(super) async fn of_receipt(
    claimant: Claimant,
    Id(id): Id<ReceiptId>,
) -> Result<Response, Trouble> {
    let kept = claimant.portal.receipt(&claimant.actor, claimant.subject, id).await?;
    if kept.receipt.kind != ReceiptKind::Withdrawal {
        return Err(Error::from(Refusal::NotFound).into());
    }
    let request = kept.receipt.request.id.to_string();
    Ok(render::go(&paths::letter(&request, Kind::StopPractice.code())))
}

/// What was typed into a letter is there on the page that is led back to, where the request is this person's.
pub(super) async fn carry(
    visitor: &Visitor,
    person: PersonId,
    back: &str,
    rest: &Pairs,
) -> Result<(), Trouble> {
    let path = back.split('?').next().unwrap_or_default();
    let Some(id) = request_of_letter(path) else { return Ok(()) };
    let ours = |name: &str| name == "in" || FieldName::ALL.iter().any(|field| field.name() == name);
    let typed: Pairs = rest.iter().filter(|(name, _)| ours(name)).cloned().collect();
    // Somebody else may have signed in: what was typed about another's request is dropped.
    let (portal, actor) = (&visitor.portal, Actor::Person(person));
    if typed.is_empty() {
        return Ok(());
    }
    match portal.request_of(&actor, person, id).await {
        Ok(_) => visitor.session.insert(TYPED, (path, typed)).await.map_err(session::broken),
        Err(Error::Refused(Refusal::NotFound)) => Ok(()),
        Err(other) => Err(other.into()),
    }
}

fn request_of_letter(path: &str) -> Option<RequestId> {
    let (id, code) = path.strip_prefix("/requests/")?.split_once("/letters/")?;
    Kind::from_code(code).and(id.parse().ok())
}

async fn answer(
    claimant: &Claimant,
    id: RequestId,
    named: &Named,
    form: LetterForm,
) -> Result<Response, Trouble> {
    let (portal, actor, subject) = (&claimant.portal, &claimant.actor, claimant.subject);
    let read = portal.request_of(actor, subject, id).await?;
    if !asks_record(&read) && !named.kind.helps_in_words() {
        return Err(Trouble::not_found());
    }
    let seen = LetterView {
        id: id.to_string(),
        kind: named.kind,
        facts: facts(claimant, &read),
        lang: form.lang.unwrap_or(claimant.ctx.lang),
        form,
    };
    if !seen.errors(claimant.ctx.lang).is_empty() {
        return Ok(render::fault(&claimant.ctx, letter::page(&claimant.ctx, &seen)));
    }
    if !named.text {
        return Ok(render::shown(&claimant.ctx, letter::page(&claimant.ctx, &seen)));
    }
    let language = of_account(seen.lang);
    portal.letter_made(actor, subject, id, named.kind.code(), language).await?;
    let file = format!("letter-{}.txt", id.short().replace(' ', "-"));
    Ok(render::file("text/plain; charset=utf-8", &file, seen.letter().text().into_bytes()))
}

/// Whether it asks for something from the record, and not in words alone.
fn asks_record(read: &RequestRead) -> bool {
    !read.loaded.asked.request.items.is_empty()
}

fn facts(claimant: &Claimant, read: &RequestRead) -> Facts {
    let identity = &claimant.identity;
    let request = &read.loaded.asked.request;
    Facts {
        name: name(identity),
        postcode: identity.postcode.as_ref().map(|postcode| postcode.as_str().to_owned()),
        birth_date: identity.birth_date,
        nhs_number: identity.nhs_number.as_ref().map(consent::identity::NhsNumber::spaced),
        nino: identity.nino.spaced(),
        reference: reference(read),
        asker: asker(&read.loaded),
        asked_on: request.submitted_at.date_in_london(),
        reply_by: request.respond_by,
        asks_record: asks_record(read),
        stance: stance(read),
        today: claimant.portal.now().date_in_london(),
    }
}

/// How the claimant stands to the request: what the letter to the practice says of it.
fn stance(read: &RequestRead) -> Stance {
    if !standing::shared(read).is_empty() {
        return Stance::Sharing;
    }
    let newest = read.loaded.said.iter().rev().find_map(|said| match said {
        Said::Decided(decided) if decided.decision.shared().is_empty() => {
            Some(Stance::Refused(decided.at.date_in_london()))
        }
        Said::Decided(decided) => Some(Stance::Over(decided.at.date_in_london())),
        Said::Withdrew { at, .. } => Some(Stance::Stopped(at.date_in_london())),
        Said::Held { .. } | Said::Rechecked { .. } => None,
    });
    newest.unwrap_or(Stance::Undecided)
}
