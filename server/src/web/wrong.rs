//! Saying that an entry is wrong. The entry is looked up by its key among what was shown; its words come from there.

use super::asked::{reference, title};
use super::choose::closed;
use super::errors::Trouble;
use super::guard::Claimant;
use super::typed::{Id, LongTyped, named};
use super::words::over;
use super::{Site, carried, language, previewed, render, standing};
use crate::portal::marked::{Mark, Meanwhile as Kept};
use crate::portal::reading::RequestRead;
use crate::portal::{Error, Fault};
use app::forms::{FieldError, Pairs};
use app::pages::own_words;
use app::pages::wrong::{self, MOST, Meanwhile, Stage, WrongView};
use app::paths;
use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use axum::response::Response;
use consent::category::Category;
use consent::decision::{Answer, Decision};
use consent::digest::Digest;
use consent::ids::RequestId;
use consent::words::tidy;

/// The entry's key in the address.
pub(super) struct Key(Digest);

impl FromRequestParts<Site> for Key {
    type Rejection = Trouble;

    async fn from_request_parts(parts: &mut Parts, site: &Site) -> Result<Self, Trouble> {
        let text = named(parts, site, "key").await?;
        Digest::parse(&text).map(Self).map_err(|_| Trouble::not_found())
    }
}

pub(super) async fn show(
    claimant: Claimant,
    Id(id): Id<RequestId>,
    Key(key): Key,
) -> Result<Response, Trouble> {
    let read = claimant.portal.request_of(&claimant.actor, claimant.subject, id).await?;
    let seen = match marked(&claimant, id, key).await? {
        Some(mark) => view(&claimant, &read, key, mark.line.clone(), done(mark)),
        None => {
            let line = open(&claimant, &read, key).await?;
            let typed = carried::take(&claimant.session, &claimant.uri).await?;
            view(&claimant, &read, key, line, asking(&typed, Vec::new()))
        }
    };
    Ok(render::shown(&claimant.ctx, wrong::page(&claimant.ctx, &seen)))
}

pub(super) async fn mark(
    claimant: Claimant,
    Id(id): Id<RequestId>,
    Key(key): Key,
    LongTyped(pairs): LongTyped,
) -> Result<Response, Trouble> {
    let (portal, actor, subject) = (&claimant.portal, &claimant.actor, claimant.subject);
    let read = portal.request_of(actor, subject, id).await?;
    if value(&pairs, "action") == "unmark" {
        portal.unmark(actor, subject, id, key).await?;
        return Ok(render::go(&paths::preview(&id.to_string())));
    }
    let line = open(&claimant, &read, key).await?;
    let with_statement = read.loaded.asked.request.item(Category::MyOwnWords).is_some();
    let ticked = Meanwhile::from_value(value(&pairs, "meanwhile"))
        .filter(|ticked| *ticked != Meanwhile::Statement || with_statement);
    let faults = faults(&pairs, ticked);
    let Some(meanwhile) = ticked.filter(|_| faults.is_empty()) else {
        let seen = view(&claimant, &read, key, line, asking(&pairs, faults));
        return Ok(render::fault(&claimant.ctx, wrong::page(&claimant.ctx, &seen)));
    };
    let mark = Mark {
        key,
        line,
        wrong: value(&pairs, "wrong").to_owned(),
        meanwhile: kept(meanwhile),
        statement: Some(value(&pairs, "statement").to_owned()),
        language: language::of_account(claimant.ctx.lang),
    };
    portal.mark_wrong(actor, subject, id, &mark).await.map_err(|why| closed(why, id))?;
    apply(&claimant, &read, key, meanwhile).await.map_err(|why| closed(why, id))?;
    Ok(render::go(&paths::wrong(&id.to_string(), &key.to_string())))
}

/// Puts the choice into what was ticked so far: left out, or not decided now.
async fn apply(
    claimant: &Claimant,
    read: &RequestRead,
    key: Digest,
    meanwhile: Meanwhile,
) -> Result<(), Error> {
    let (portal, actor, subject) = (&claimant.portal, &claimant.actor, claimant.subject);
    let id = read.loaded.id();
    let draft = match portal.draft(actor, subject, id).await? {
        Some(draft) => Some(draft),
        None => portal.kept_preview(actor, subject, id).await?.map(|shown| {
            // A preview that was cut answers only what stays shared.
            let mut decision: Decision = shown.decision;
            for item in &read.loaded.asked.request.items {
                decision.answers.entry(item.category).or_insert(Answer::DoNotShare);
            }
            decision
        }),
    };
    let mut decision = draft.unwrap_or_default();
    match meanwhile {
        Meanwhile::LeaveOut => decision.left_out.insert(key),
        Meanwhile::Wait | Meanwhile::Statement => decision.left_out.remove(&key),
    };
    portal.save_draft(actor, subject, id, &decision, meanwhile == Meanwhile::Wait).await
}

async fn marked(claimant: &Claimant, id: RequestId, key: Digest) -> Result<Option<Mark>, Trouble> {
    let said = claimant.portal.words_of(&claimant.actor, claimant.subject, id).await?;
    Ok(said.marked.into_iter().map(|one| one.mark).find(|mark| mark.key == key))
}

/// The entry in words, where it is among what was shown and something can still be decided.
async fn open(claimant: &Claimant, read: &RequestRead, key: Digest) -> Result<String, Trouble> {
    let id = read.loaded.id();
    if !read.open {
        return Err(Trouble::To(paths::request(&id.to_string())));
    }
    // What was marked before is known by what was shown then.
    if let Some(mark) = marked(claimant, id, key).await? {
        return Ok(mark.line);
    }
    let shown = claimant.portal.kept_preview(&claimant.actor, claimant.subject, id).await?;
    let Some(shown) = shown else { return Err(Trouble::To(paths::preview(&id.to_string()))) };
    let at = shown.package.contents().sent.iter().position(|sent| *sent.key.digest() == key);
    let at = at.ok_or_else(Trouble::not_found)?;
    // What somebody wrote here is changed where it was written.
    let home = shown.package.contents().sent.get(at).map(|sent| sent.home);
    if matches!(
        home,
        Some(Category::MyOwnWords | Category::CarersWords | Category::AnswersToQuestions)
    ) {
        return Err(Trouble::To(paths::words(&id.to_string())));
    }
    let words = previewed::words(&shown.package, claimant.ctx.lang)?;
    let line = words.get(at).map(|words| words.line.clone());
    line.ok_or_else(|| Fault::new("an entry has no words").into())
}

fn view(
    claimant: &Claimant,
    read: &RequestRead,
    key: Digest,
    line: String,
    stage: Stage,
) -> WrongView {
    let item = read.loaded.asked.request.item(Category::MyOwnWords);
    WrongView {
        id: read.loaded.id().to_string(),
        reference: reference(read),
        key: key.to_string(),
        line,
        statement_under: item.map(|item| title(claimant.ctx.lang, item.category)),
        reply_by: (read.open && standing::decision(read).is_none())
            .then_some(read.loaded.asked.request.respond_by),
        today: claimant.portal.now().date_in_london(),
        stage,
    }
}

fn asking(typed: &Pairs, errors: Vec<FieldError>) -> Stage {
    Stage::Asking {
        wrong: value(typed, "wrong").to_owned(),
        meanwhile: Meanwhile::from_value(value(typed, "meanwhile")),
        statement: value(typed, "statement").to_owned(),
        errors,
    }
}

fn done(mark: Mark) -> Stage {
    let meanwhile = match mark.meanwhile {
        Kept::LeaveOut => Meanwhile::LeaveOut,
        Kept::Wait => Meanwhile::Wait,
        Kept::SendWithStatement => Meanwhile::Statement,
    };
    Stage::Marked { wrong: mark.wrong, meanwhile, statement: mark.statement }
}

const fn kept(meanwhile: Meanwhile) -> Kept {
    match meanwhile {
        Meanwhile::LeaveOut => Kept::LeaveOut,
        Meanwhile::Wait => Kept::Wait,
        Meanwhile::Statement => Kept::SendWithStatement,
    }
}

fn faults(typed: &Pairs, ticked: Option<Meanwhile>) -> Vec<FieldError> {
    let mut faults = Vec::new();
    let (what, statement) = (value(typed, "wrong"), value(typed, "statement"));
    if tidy(what).is_none() {
        faults.push(WrongView::missing());
    }
    if over(what, MOST) > 0 {
        faults.push(WrongView::too_long("wrong", over(what, MOST)));
    }
    if ticked.is_none() {
        faults.push(WrongView::not_chosen());
    }
    if ticked == Some(Meanwhile::Statement) && tidy(statement).is_none() {
        faults.push(WrongView::missing_statement());
    }
    if over(statement, own_words::MOST) > 0 {
        faults.push(WrongView::too_long("statement", over(statement, own_words::MOST)));
    }
    faults
}

fn value<'a>(pairs: &'a Pairs, wanted: &str) -> &'a str {
    let found = pairs.iter().find(|(name, _)| name == wanted);
    found.map(|(_, value)| value.as_str()).unwrap_or_default()
}
