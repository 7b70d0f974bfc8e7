//! Share or do not share, one by one. What was ticked is kept on the server each time; nothing is decided here.

use super::asked::{asker, reference, title};
use super::errors::Trouble;
use super::guard::{Claimant, Visitor};
use super::moments::last_day;
use super::typed::{Id, Typed};
use super::{part, render, session, summary};
use crate::portal::reading::RequestRead;
use crate::portal::{Actor, Error, Portal, Refusal};
use crate::registers;
use app::components::Answer as Ticked;
use app::forms::{ChooseAction, ChooseForm, DayMonthYear, FieldError, Pairs};
use app::pages::choose::{self, ChooseItem, ChooseView};
use app::pages::in_words::{self, InWordsView};
use app::paths;
use axum::response::Response;
use consent::category::Category;
use consent::decision::{Answer, Decision};
use consent::ids::{PersonId, RequestId};
use consent::request::Request;
use consent::time::Date;
use std::collections::BTreeMap;

/// Where dates wait that cannot be read yet, while the language changes.
const TYPED: &str = "typed-dates";

pub(super) async fn show(claimant: Claimant, Id(id): Id<RequestId>) -> Result<Response, Trouble> {
    let read = open(&claimant, id).await?;
    if read.standings.is_empty() {
        return Ok(in_words(&claimant, &read));
    }
    let draft = claimant.portal.draft(&claimant.actor, claimant.subject, id).await?;
    let mut form = form_of(draft.as_ref());
    let typed = claimant.session.remove::<(RequestId, Pairs)>(TYPED).await;
    if let Some((_, pairs)) = typed.map_err(session::broken)?.filter(|(of, _)| *of == id) {
        retype(&mut form, &ChooseForm::from_pairs(&pairs));
    }
    let faults = if claimant.query("missing").is_some() {
        faults(&claimant, &read, &form)
    } else {
        Vec::new()
    };
    let seen = view(&claimant, &read, &form, draft, faults).await?;
    Ok(render::shown(&claimant.ctx, choose::page(&claimant.ctx, &seen)))
}

pub(super) async fn choose(
    claimant: Claimant,
    Id(id): Id<RequestId>,
    Typed(pairs): Typed,
) -> Result<Response, Trouble> {
    let read = open(&claimant, id).await?;
    if read.standings.is_empty() {
        return Ok(render::go(&paths::choose(&id.to_string())));
    }
    let form = ChooseForm::from_pairs(&pairs);
    let not_now = form.action == ChooseAction::NotNow;
    let (portal, actor, subject) = (&claimant.portal, &claimant.actor, claimant.subject);
    let draft = save(portal, actor, subject, &read.loaded.asked.request, &form, not_now).await;
    let draft = draft.map_err(|why| closed(why, id))?;
    let faults = match form.action {
        ChooseAction::NotNow => return Ok(render::go(paths::REQUESTS)),
        ChooseAction::Preview => faults(&claimant, &read, &form),
        ChooseAction::Update => {
            let dates = form.end_date.read(today(&claimant)).err();
            dates.into_iter().chain(part::faults(&claimant, &read, &form)).collect()
        }
    };
    if form.action == ChooseAction::Preview && faults.is_empty() {
        return Ok(render::go(&paths::preview(&id.to_string())));
    }
    let fine = faults.is_empty();
    let seen = view(&claimant, &read, &form, Some(draft), faults).await?;
    let html = choose::page(&claimant.ctx, &seen);
    Ok(if fine { render::shown(&claimant.ctx, html) } else { render::fault(&claimant.ctx, html) })
}

/// Nothing is asked for from the record: the question, and what can be done.
fn in_words(claimant: &Claimant, read: &RequestRead) -> Response {
    let asked = &read.loaded.asked;
    let seen = InWordsView {
        id: read.loaded.id().to_string(),
        reference: reference(read),
        asker: asker(&read.loaded),
        explanation: asked.explanation.clone(),
        question: asked.question.clone(),
        reply_by: asked.request.respond_by,
        late: to_come(claimant, &asked.request).is_none(),
    };
    render::shown(&claimant.ctx, in_words::page(&claimant.ctx, &seen))
}

/// The request, where it can still be answered; else its own page says why not.
async fn open(claimant: &Claimant, id: RequestId) -> Result<RequestRead, Trouble> {
    let read = claimant.portal.request_of(&claimant.actor, claimant.subject, id).await?;
    if read.open { Ok(read) } else { Err(Trouble::To(paths::request(&id.to_string()))) }
}

/// Where a request was closed meanwhile, its own page says so.
pub(super) fn closed(why: Error, id: RequestId) -> Trouble {
    match why {
        Error::Refused(Refusal::RequestClosed) => Trouble::To(paths::request(&id.to_string())),
        other => other.into(),
    }
}

/// What was ticked when the language changed, kept like any other draft.
pub(super) async fn carry(
    visitor: &Visitor,
    person: PersonId,
    back: &str,
    rest: &Pairs,
) -> Result<(), Trouble> {
    let id = back.strip_prefix("/requests/").and_then(|rest| rest.strip_suffix("/choose"));
    let Some(id) = id.and_then(|id| id.parse::<RequestId>().ok()).filter(|_| !rest.is_empty())
    else {
        return Ok(());
    };
    let actor = Actor::Person(person);
    let read = match visitor.portal.request_of(&actor, person, id).await {
        Ok(read) => read,
        // Somebody else may have signed in: what was ticked for another's request is dropped.
        Err(Error::Refused(Refusal::NotFound)) => return Ok(()),
        Err(other) => return Err(other.into()),
    };
    let form = ChooseForm::from_pairs(rest);
    match save(&visitor.portal, &actor, person, &read.loaded.asked.request, &form, false).await {
        Err(Error::Failed(fault)) => return Err(fault.into()),
        // Where nothing can be kept any more, the language changes all the same.
        Ok(_) | Err(Error::Refused(_)) => {}
    }
    let unread = form.end_date.read(visitor.portal.now().date_in_london()).is_err()
        || form
            .narrowed
            .iter()
            .any(|(_, typed)| has_no_date(&typed.from) || has_no_date(&typed.to));
    if unread {
        let is_date = |name: &str| name.starts_with("end_date.") || name.starts_with("narrow.");
        let dates: Pairs = rest.iter().filter(|(name, _)| is_date(name)).cloned().collect();
        visitor.session.insert(TYPED, (id, dates)).await.map_err(session::broken)?;
    }
    Ok(())
}

fn has_no_date(typed: &DayMonthYear) -> bool {
    !typed.is_empty() && typed.date().is_none()
}

/// What was typed and could not be kept as a date, as it was typed.
fn retype(form: &mut ChooseForm, typed: &ChooseForm) {
    form.end_date = typed.end_date.clone();
    for (category, typed) in &typed.narrowed {
        match form.narrowed.iter_mut().find(|(known, _)| known == category) {
            Some((_, kept)) => (kept.from, kept.to) = (typed.from.clone(), typed.to.clone()),
            None => form.narrowed.push((category.clone(), typed.clone())),
        }
    }
}

async fn save(
    portal: &Portal,
    actor: &Actor,
    subject: PersonId,
    request: &Request,
    form: &ChooseForm,
    not_now: bool,
) -> Result<Decision, Error> {
    let before = portal.draft(actor, subject, request.id).await?;
    // The button on the request's own page brings no answers: those from before stay.
    let nothing_typed =
        not_now && form.choices.is_empty() && form.end_date.is_empty() && form.narrowed.is_empty();
    let decision = match before {
        Some(before) if nothing_typed => before,
        before => Decision {
            answers: answers(form, request),
            end_date: form.end_date.read(portal.now().date_in_london()).ok().flatten(),
            left_out: before.as_ref().map(|before| before.left_out.clone()).unwrap_or_default(),
            put_in: before.as_ref().map(|before| before.put_in.clone()).unwrap_or_default(),
            narrowed: part::narrowed(form, request, before.as_ref()),
        },
    };
    portal.save_draft(actor, subject, request.id, &decision, not_now).await?;
    Ok(decision)
}

/// What was ticked of what was asked for.
fn answers(form: &ChooseForm, request: &Request) -> BTreeMap<Category, Answer> {
    let ticked = request.items.iter().map(|item| (item.category, form.answer(item.category.id())));
    let answers = ticked.filter_map(|(category, answer)| {
        let answer = match answer? {
            Ticked::Share => Answer::Share,
            Ticked::DoNotShare => Answer::DoNotShare,
        };
        Some((category, answer))
    });
    answers.collect()
}

fn form_of(draft: Option<&Decision>) -> ChooseForm {
    let Some(draft) = draft else { return ChooseForm::default() };
    let ticked = |answer: &Answer| match answer {
        Answer::Share => Ticked::Share,
        Answer::DoNotShare => Ticked::DoNotShare,
    };
    ChooseForm {
        choices: draft
            .answers
            .iter()
            .map(|(category, answer)| (category.id().to_owned(), ticked(answer)))
            .collect(),
        end_date: draft.end_date.map(DayMonthYear::of).unwrap_or_default(),
        narrowed: draft
            .narrowed
            .iter()
            .map(|(category, narrowing)| (category.id().to_owned(), part::typed(narrowing)))
            .collect(),
        action: ChooseAction::default(),
    }
}

fn today(claimant: &Claimant) -> Date {
    claimant.portal.now().date_in_london()
}

/// When the asker means to decide, where that has not passed.
pub(super) fn to_come(claimant: &Claimant, request: &Request) -> Option<Date> {
    Some(request.respond_by).filter(|date| *date >= today(claimant))
}

fn faults(claimant: &Claimant, read: &RequestRead, form: &ChooseForm) -> Vec<FieldError> {
    let items = &read.loaded.asked.request.items;
    let asked = items
        .iter()
        .map(|item| (item.category.id(), registers::title(item.category, claimant.welsh())));
    let mut faults = form.faults(asked, today(claimant));
    faults.extend(part::faults(claimant, read, form));
    faults
}

async fn view(
    claimant: &Claimant,
    read: &RequestRead,
    form: &ChooseForm,
    draft: Option<Decision>,
    errors: Vec<FieldError>,
) -> Result<ChooseView, Trouble> {
    let request = &read.loaded.asked.request;
    let welsh = claimant.welsh();
    let told = match draft {
        Some(draft) if !draft.answers.is_empty() => {
            Some(summary::of(claimant, request, &draft).await?)
        }
        _ => None,
    };
    let items = request.items.iter().map(|item| ChooseItem {
        category: item.category.id().to_owned(),
        title: title(claimant.ctx.lang, item.category),
        description: registers::description(item.category, welsh).to_owned(),
        reason: item.reason.clone(),
        sensitive: item.category.is_sensitive(),
        entries: told.as_ref().and_then(|told| told.entries(item.category)),
        answer: form.answer(item.category.id()),
        part: part::seen(form, item, told.as_ref()),
    });
    Ok(ChooseView {
        id: request.id.to_string(),
        reference: reference(read),
        asker: asker(&read.loaded),
        items: items.collect(),
        end_date: form.end_date.clone(),
        ends_by_itself: last_day(request.collect_within.after_at(claimant.portal.now())),
        reply_by: to_come(claimant, request),
        summary: told.map(|told| told.summary),
        errors,
    })
}
