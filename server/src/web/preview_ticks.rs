//! What is ticked and answered on the preview: from the form to the draft, and where it leads. An entry is named only by
//! its place in what was shown; what the page sends back is looked up there and never trusted.

use super::aside::is_letter_aside;
use super::choose::closed;
use super::errors::Trouble;
use super::guard::{Claimant, Visitor};
use super::preview::{FIND, elsewhere, looking};
use super::previewed::{self, Beside};
use super::typed::{Id, Typed};
use super::{render, session};
use crate::portal::previews::Previewed;
use crate::portal::reading::RequestRead;
use crate::portal::{Actor, Error, Portal, Refusal};
use app::components::Answer as Ticked;
use app::forms::{Pairs, PreviewAction, PreviewForm};
use app::pages::preview::{self, Again, Fault, Looking, Part, address};
use app::paths;
use axum::response::Response;
use consent::classify::WhyNever;
use consent::decision::{Answer, Decision};
use consent::digest::Digest;
use consent::ids::{PersonId, RequestId};
use consent::package::{Sent, Why, Withheld};
use std::collections::BTreeSet;

/// So many letters and signs are looked for at most.
const LONGEST: usize = 100;

pub(super) async fn change(
    claimant: Claimant,
    Id(id): Id<RequestId>,
    Typed(pairs): Typed,
) -> Result<Response, Trouble> {
    let (portal, actor, subject) = (&claimant.portal, &claimant.actor, claimant.subject);
    let read = portal.request_of(actor, subject, id).await?;
    let form = PreviewForm::from_pairs(&pairs);
    let part = Part::parse(&form.part);
    let here = looking(&claimant, id, part, form.part_page.parse().ok()).await?;
    let whose = (actor, subject);
    let shown = last_shown(portal, whose, id).await.map_err(|why| elsewhere(why, id))?;
    if form.action == Some(PreviewAction::Find) {
        return find(&claimant, &read, &shown, &form).await;
    }
    let ticks = Ticks::read(portal, whose, &read, &shown, &form).await?;
    let after = match &ticks.after {
        Ok(decision) => match portal.save_draft(actor, subject, id, decision, false).await {
            Ok(()) => decision,
            Err(Error::Refused(Refusal::LetterNotOpened)) => {
                return faulty(&claimant, &read, &shown, here, Fault::LetterNotOpened).await;
            }
            Err(why) => return Err(closed(why, id)),
        },
        Err(Fault::NothingTicked) if form.action.is_some_and(PreviewAction::goes_on) => {
            &ticks.before
        }
        Err(fault) => return faulty(&claimant, &read, &shown, here, *fault).await,
    };
    let id_text = id.to_string();
    Ok(match form.action {
        Some(PreviewAction::Choose) => render::go(&paths::choose(&id_text)),
        Some(PreviewAction::Confirm) => {
            match ticks.again(portal, whose, id, &shown, after).await? {
                Some(again) => {
                    render::go(&claimant.ctx.in_size(&paths::preview_again(&id_text, again.code())))
                }
                None => render::go(&paths::confirm(&id_text)),
            }
        }
        _ => render::go(&claimant.ctx.in_size(&address(&id_text, here.part, here.page))),
    })
}

/// What was ticked when the language changed or time was up, kept like any other draft where it is this person's.
pub(super) async fn carry(
    visitor: &Visitor,
    person: PersonId,
    back: &str,
    typed: &Pairs,
) -> Result<(), Trouble> {
    let path = back.split('?').next().unwrap_or_default();
    let id = path.strip_prefix("/requests/").and_then(|rest| rest.strip_suffix("/preview"));
    let Some(id) = id.and_then(|id| id.parse::<RequestId>().ok()) else { return Ok(()) };
    let (portal, actor) = (&visitor.portal, Actor::Person(person));
    let form = PreviewForm::from_pairs(typed);
    let kept = async {
        let read = portal.request_of(&actor, person, id).await?;
        let shown = last_shown(portal, (&actor, person), id).await?;
        let ticks = Ticks::read(portal, (&actor, person), &read, &shown, &form).await?;
        match &ticks.after {
            Ok(decision) => portal.save_draft(&actor, person, id, decision, false).await,
            Err(_) => Ok(()),
        }
    };
    match kept.await {
        Err(Error::Failed(fault)) => Err(fault.into()),
        // Where nothing can be kept any more, one goes on all the same.
        Ok(()) | Err(Error::Refused(_)) => Ok(()),
    }
}

/// What the page was made of; made anew where it is not kept any more.
async fn last_shown(
    portal: &Portal,
    (actor, subject): (&Actor, PersonId),
    id: RequestId,
) -> Result<Previewed, Error> {
    match portal.kept_preview(actor, subject, id).await? {
        Some(kept) => Ok(kept),
        None => portal.preview(actor, subject, id).await,
    }
}

async fn find(
    claimant: &Claimant,
    read: &RequestRead,
    shown: &Previewed,
    form: &PreviewForm,
) -> Result<Response, Trouble> {
    let id = read.loaded.id();
    let words: String = form.find.chars().take(LONGEST).collect();
    if words.is_empty() {
        let looking = Looking { find: String::new(), ..Looking::default() };
        return faulty(claimant, read, shown, looking, Fault::NothingToFind).await;
    }
    claimant.session.insert(FIND, (id, words)).await.map_err(session::broken)?;
    Ok(render::go(&claimant.ctx.in_size(&address(&id.to_string(), Part::Found, 1))))
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

/// What the form says.
struct Ticks {
    /// The page was made of another file than what is kept now.
    older: bool,
    /// The draft differs from what is kept: somebody pressed twice.
    pending: bool,
    /// The draft before.
    before: Decision,
    /// And with what was ticked.
    after: Result<Decision, Fault>,
}

impl Ticks {
    async fn read(
        portal: &Portal,
        (actor, subject): (&Actor, PersonId),
        read: &RequestRead,
        shown: &Previewed,
        form: &PreviewForm,
    ) -> Result<Self, Error> {
        let id = read.loaded.id();
        let file = previewed::file(&shown.package);
        let older = form.digest != file.map(|file| file.digest).unwrap_or_default();
        let draft = portal.draft(actor, subject, id).await?;
        let pending = draft.as_ref().is_some_and(|draft| *draft != shown.decision);
        let before = draft.unwrap_or_else(|| whole(read, shown));
        let opened = portal.opened_letters(actor, subject, id).await?;
        // A place means something in the file that was looked at alone; a name means the same in each.
        let misplaced = older && !form.digest.is_empty() && !form.leave_out.is_empty();
        let after = if misplaced {
            Err(Fault::UnknownEntry)
        } else {
            changed(form, shown, &opened, before.clone())
        };
        Ok(Self { older, pending, before, after })
    }

    /// Why the page has to be looked at again before it can be confirmed: nobody confirms a file that they have not seen.
    async fn again(
        &self,
        portal: &Portal,
        (actor, subject): (&Actor, PersonId),
        id: RequestId,
        shown: &Previewed,
        after: &Decision,
    ) -> Result<Option<Again>, Trouble> {
        if !self.pending && self.after.is_err() {
            return Ok(self.older.then_some(Again::Older));
        }
        // To say "no" to a letter that did not go changes no file.
        let same = !self.older && {
            let sent = &shown.package.contents().sent;
            after.put_in.is_subset(&shown.decision.put_in)
                && shown.decision.left_out.is_subset(&after.left_out)
                && sent.iter().all(|one| !after.left_out.contains(one.key.digest()))
        };
        if same {
            let anew =
                portal.preview(actor, subject, id).await.map_err(|why| elsewhere(why, id))?;
            if anew.package.digest() == shown.package.digest() {
                return Ok(None);
            }
        }
        Ok(Some(Again::Ticks))
    }
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
