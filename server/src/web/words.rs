//! What people say themselves about a request: all of it on one page, the claimant's own words one question at a time,
//! and all of theirs to print. What is typed is kept by the portal alone; nothing here decides what goes.

use super::asked::{reference, title};
use super::choose::closed;
use super::errors::Trouble;
use super::gauged::gauged;
use super::guard::{Claimant, name};
use super::typed::{Id, LongTyped, named};
use super::{Site, carried, language, render};
use crate::portal::reading::RequestRead;
use crate::portal::words::{OwnWords, Save, WordsRead};
use crate::portal::{Error, Refusal};
use app::forms::FieldError;
use app::i18n::Lang;
use app::pages::own_words::{self, MOST, OwnWordsView};
use app::pages::words::{self, Answers, Asked, Helper, Own, Point, Stays, WordsView};
use app::pages::words_print::{self, WordsPrintView};
use app::paths;
use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use axum::response::Response;
use consent::category::Category;
use consent::decision::{Decision, newest_decision};
use consent::ids::RequestId;
use consent::purpose::DecisionPoint;
use consent::words::{Account, Author, Touched};
use std::collections::BTreeSet;

/// The decision point in the address: by its place, because an address must not tell what it is about.
pub(super) struct PointId(String);

impl PointId {
    /// The point that is meant. Its id is understood as well.
    fn of<'a>(&self, said: &'a WordsRead) -> Result<(usize, &'a DecisionPoint), Trouble> {
        let mut points = said.points.iter().enumerate();
        let meant = points.find(|(at, point)| place(*at) == self.0 || point.id == self.0);
        meant.ok_or_else(Trouble::not_found)
    }
}

fn place(at: usize) -> String {
    at.saturating_add(1).to_string()
}

impl FromRequestParts<Site> for PointId {
    type Rejection = Trouble;

    async fn from_request_parts(parts: &mut Parts, site: &Site) -> Result<Self, Trouble> {
        named(parts, site, "point").await.map(Self)
    }
}

pub(super) async fn show(claimant: Claimant, Id(id): Id<RequestId>) -> Result<Response, Trouble> {
    let (portal, actor, subject) = (&claimant.portal, &claimant.actor, claimant.subject);
    let read = portal.request_of(actor, subject, id).await?;
    let said = portal.words_of(actor, subject, id).await?;
    let decision = answers(&claimant, &read).await?;
    let gauges = gauged(&claimant, &read, decision.as_ref()).await?;
    let shared = decision.map(|decision| decision.shared()).unwrap_or_default();
    let lang = claimant.ctx.lang;
    let points = said.points.iter().enumerate().map(|(at, point)| Point {
        place: place(at),
        title: words_of(point, lang),
        gauge: gauges.iter().flatten().find(|(of, _)| *of == point.id).map(|(_, one)| one.clone()),
        own: said.own.get(&point.id).map(|own| Own {
            finished: own.finished,
            characters: count(own.text.chars().count()),
            held: held(&read, &shared, &touched(point, own), lang),
        }),
    });
    let seen = WordsView {
        id: id.to_string(),
        reference: reference(&read),
        own: match read.loaded.asked.request.item(Category::MyOwnWords) {
            Some(item) => Asked::For(title(lang, item.category)),
            None => Asked::Not,
        },
        helpers_asked: read.loaded.asked.request.item(Category::CarersWords).is_some(),
        open: read.open,
        decided: newest_decision(&read.loaded.said).is_some(),
        points: points.collect(),
        gauged: gauges.is_some(),
        helpers: helpers(&said),
        answers: said
            .answers
            .iter()
            .map(|one| Answers {
                author: one.author.clone(),
                questions: count(one.questions),
                on: one.imported_at.date_in_london(),
            })
            .collect(),
    };
    Ok(render::shown(&claimant.ctx, words::page(&claimant.ctx, &seen)))
}

pub(super) async fn one(
    claimant: Claimant,
    Id(id): Id<RequestId>,
    point: PointId,
) -> Result<Response, Trouble> {
    let (read, said) = open(&claimant, id).await?;
    let carried = carried::take(&claimant.session, &claimant.uri).await?;
    let typed = carried.into_iter().find(|(name, _)| name == "words").map(|(_, text)| text);
    let seen = view(&claimant, &read, &said, &point, typed, Vec::new()).await?;
    Ok(render::shown(&claimant.ctx, own_words::page(&claimant.ctx, &seen)))
}

pub(super) async fn save(
    claimant: Claimant,
    Id(id): Id<RequestId>,
    point: PointId,
    LongTyped(pairs): LongTyped,
) -> Result<Response, Trouble> {
    let value = |wanted: &str| {
        let found = pairs.iter().find(|(name, _)| name == wanted);
        found.map(|(_, value)| value.clone()).unwrap_or_default()
    };
    let (typed, action) = (value("words"), value("action"));
    let save = if action == "save" { Save::Draft } else { Save::Finish };
    let (read, said) = open(&claimant, id).await?;
    let language = language::of_account(claimant.ctx.lang);
    let (portal, actor, subject) = (&claimant.portal, &claimant.actor, claimant.subject);
    let (_, meant) = point.of(&said)?;
    let saved = portal.save_words(actor, subject, id, &meant.id, (&typed, language), save).await;
    let fault = match saved {
        Ok(()) => return Ok(render::go(&paths::words(&id.to_string()))),
        Err(Error::Refused(Refusal::WordsMissing)) => OwnWordsView::missing(),
        Err(Error::Refused(Refusal::WordsTooLong)) => OwnWordsView::too_long(over(&typed, MOST)),
        Err(other) => return Err(closed(other, id)),
    };
    let seen = view(&claimant, &read, &said, &point, Some(typed), vec![fault]).await?;
    Ok(render::fault(&claimant.ctx, own_words::page(&claimant.ctx, &seen)))
}

/// By how many characters a text is too long, counted as it would be kept.
pub(super) fn over(typed: &str, most: usize) -> usize {
    let kept = consent::words::tidy(typed).unwrap_or_default();
    kept.chars().count().saturating_sub(most)
}

pub(super) async fn print(claimant: Claimant, Id(id): Id<RequestId>) -> Result<Response, Trouble> {
    let (portal, actor, subject) = (&claimant.portal, &claimant.actor, claimant.subject);
    let read = portal.request_of(actor, subject, id).await?;
    let said = portal.words_of(actor, subject, id).await?;
    let lang = claimant.ctx.lang;
    let words = said
        .points
        .iter()
        .filter_map(|point| Some((words_of(point, lang), said.own.get(&point.id)?.text.clone())));
    let seen = WordsPrintView {
        id: id.to_string(),
        reference: reference(&read),
        name: name(&claimant.identity),
        nino: claimant.identity.nino.spaced(),
        birth_date: claimant.identity.birth_date,
        today: portal.now().date_in_london(),
        words: words.collect(),
    };
    Ok(render::shown(&claimant.ctx, words_print::page(&claimant.ctx, &seen)))
}

/// The request, while words can still be written for it; else the page of all words says why not.
async fn open(claimant: &Claimant, id: RequestId) -> Result<(RequestRead, WordsRead), Trouble> {
    let (portal, actor, subject) = (&claimant.portal, &claimant.actor, claimant.subject);
    let read = portal.request_of(actor, subject, id).await?;
    if !read.open {
        return Err(Trouble::To(paths::words(&id.to_string())));
    }
    let said = portal.words_of(actor, subject, id).await?;
    Ok((read, said))
}

async fn view(
    claimant: &Claimant,
    read: &RequestRead,
    said: &WordsRead,
    point: &PointId,
    typed: Option<String>,
    errors: Vec<FieldError>,
) -> Result<OwnWordsView, Trouble> {
    let (at, point) = point.of(said)?;
    let own = said.own.get(&point.id);
    let lang = claimant.ctx.lang;
    let shared = answers(claimant, read).await?.map(|decision| decision.shared());
    let held = own.map(|own| held(read, &shared.unwrap_or_default(), &touched(point, own), lang));
    Ok(OwnWordsView {
        id: read.loaded.id().to_string(),
        reference: reference(read),
        place: place(at),
        title: words_of(point, lang),
        text: typed.or_else(|| own.map(|own| own.text.clone())).unwrap_or_default(),
        finished: own.is_some_and(|own| own.finished),
        asked: read.loaded.asked.request.item(Category::MyOwnWords).is_some(),
        decided: newest_decision(&read.loaded.said).is_some(),
        held: held.unwrap_or_default(),
        errors,
    })
}

/// What the claimant ticked so far, or else what they decided last.
pub(super) async fn answers(
    claimant: &Claimant,
    read: &RequestRead,
) -> Result<Option<Decision>, Trouble> {
    let id = read.loaded.id();
    let draft = claimant.portal.draft(&claimant.actor, claimant.subject, id).await?;
    let decided = || newest_decision(&read.loaded.said).map(|decided| decided.decision.clone());
    Ok(draft.or_else(decided))
}

fn helpers(said: &WordsRead) -> Vec<Helper> {
    let all = said.helpers.iter().map(|helper| Helper {
        name: helper.said.name.clone(),
        relation: helper.said.relation.clone(),
        on: helper.sent_at.date_in_london(),
    });
    all.collect()
}

fn touched(point: &DecisionPoint, own: &OwnWords) -> Touched {
    let account = Account {
        point: point.id.clone(),
        title: said_in(point, own.language),
        text: own.text.clone(),
        authored: own.saved_at.date_in_london(),
        author: Author::Claimant,
        language: own.language,
    };
    account.touched()
}

/// What keeps words from going, as things stand.
pub(super) fn held(
    read: &RequestRead,
    shared: &BTreeSet<Category>,
    touched: &Touched,
    lang: Lang,
) -> Vec<Stays> {
    if touched.never {
        return vec![Stays::Never];
    }
    let request = &read.loaded.asked.request;
    let open = touched.matters.iter().filter(|matter| !shared.contains(matter));
    open.map(|matter| {
        let title = title(lang, *matter);
        if request.item(*matter).is_none() {
            Stays::NotAsked(title)
        } else if touched.by_question.contains(matter) {
            Stays::QuestionNeedsAlso(title)
        } else {
            Stays::NeedsAlso(title)
        }
    })
    .collect()
}

/// A decision point's words in the page's language.
pub(super) fn words_of(point: &DecisionPoint, lang: Lang) -> String {
    said_in(point, language::of_account(lang))
}

/// The same in the language in which somebody wrote.
pub(super) fn said_in(point: &DecisionPoint, language: consent::language::Language) -> String {
    match language {
        consent::language::Language::English => point.title.en.clone(),
        consent::language::Language::Welsh => point.title.cy.clone(),
    }
}

pub(super) fn count(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}
