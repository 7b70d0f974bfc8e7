//! Asking somebody who helps: making a link, ending it, deleting what came of it. The secret in a link is shown once
//! and is nowhere else: neither in an address of the claimant's nor in a log.

use super::asked::{reference, title};
use super::choose::closed;
use super::errors::Trouble;
use super::guard::Claimant;
use super::moments::last_day;
use super::typed::{Id, LongTyped};
use super::words::{answers, held, said_in, words_of};
use super::{carried, render, session};
use crate::portal::helpers::{HelperWords, Naming};
use crate::portal::reading::RequestRead;
use crate::portal::{Error, Refusal};
use app::forms::FieldError;
use app::pages::helper::{self, HelperView, Link, Made, Words};
use app::paths;
use axum::response::Response;
use consent::category::Category;
use consent::ids::RequestId;
use consent::purpose::DecisionPoint;
use consent::time::At;
use consent::words::{Account, Author, Touched};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// Where a new link waits for the one look at it.
const MADE: &str = "helper-link";

#[derive(Serialize, Deserialize)]
struct Kept {
    request: RequestId,
    token: String,
    name: String,
    expires_at: At,
}

pub(super) async fn show(claimant: Claimant, Id(id): Id<RequestId>) -> Result<Response, Trouble> {
    let kept = claimant.session.remove::<Kept>(MADE).await.map_err(session::broken)?;
    let made = kept.filter(|kept| kept.request == id);
    let carried = carried::take(&claimant.session, &claimant.uri).await?;
    let name = carried.into_iter().find(|(name, _)| name == "name").map(|(_, name)| name);
    let seen = view(&claimant, id, made, name.unwrap_or_default(), Vec::new()).await?;
    Ok(render::shown(&claimant.ctx, helper::page(&claimant.ctx, &seen)))
}

pub(super) async fn change(
    claimant: Claimant,
    Id(id): Id<RequestId>,
    LongTyped(pairs): LongTyped,
) -> Result<Response, Trouble> {
    let value = |wanted: &str| {
        let found = pairs.iter().find(|(name, _)| name == wanted);
        found.map(|(_, value)| value.trim().to_owned()).unwrap_or_default()
    };
    let (portal, actor, subject) = (&claimant.portal, &claimant.actor, claimant.subject);
    let id_of = |name: &str| value(name).parse::<Uuid>().map_err(|_| Trouble::not_found());
    match value("action").as_str() {
        "end" => portal.end_invitation(actor, subject, id, id_of("link")?).await?,
        "delete" => portal.delete_helper_words(actor, subject, id, id_of("words")?).await?,
        _ => {
            let name = value("name");
            let naming =
                if value("first_name") == "yes" { Naming::FirstName } else { Naming::Nobody };
            let invited = match portal.invite_helper(actor, subject, id, &name, naming).await {
                Ok(invited) => invited,
                Err(why) => return fault(&claimant, id, name, why).await,
            };
            let kept = Kept {
                request: id,
                token: invited.token,
                name: name.split_whitespace().collect::<Vec<_>>().join(" "),
                expires_at: invited.expires_at,
            };
            claimant.session.insert(MADE, kept).await.map_err(session::broken)?;
        }
    }
    Ok(render::go(&paths::helper(&id.to_string())))
}

async fn fault(
    claimant: &Claimant,
    id: RequestId,
    name: String,
    why: Error,
) -> Result<Response, Trouble> {
    let error = match &why {
        Error::Refused(Refusal::NameMissing) => HelperView::missing_name(),
        Error::Refused(Refusal::NameTooLong) => HelperView::long_name(),
        Error::Refused(Refusal::TooManyHelpers) => HelperView::too_many(),
        _ => return Err(closed(why, id)),
    };
    let seen = view(claimant, id, None, name, vec![error]).await?;
    Ok(render::fault(&claimant.ctx, helper::page(&claimant.ctx, &seen)))
}

async fn view(
    claimant: &Claimant,
    id: RequestId,
    made: Option<Kept>,
    name: String,
    errors: Vec<FieldError>,
) -> Result<HelperView, Trouble> {
    let (portal, actor, subject) = (&claimant.portal, &claimant.actor, claimant.subject);
    let read = portal.request_of(actor, subject, id).await?;
    let said = portal.words_of(actor, subject, id).await?;
    let shared = answers(claimant, &read).await?.map(|decision| decision.shared());
    let shared = shared.unwrap_or_default();
    let lang = claimant.ctx.lang;
    let words = said.helpers.iter().map(|one| {
        let mut stays = Vec::new();
        for reason in held(&read, &shared, &touched(&said.points, one), lang) {
            if !stays.contains(&reason) {
                stays.push(reason);
            }
        }
        let texts = said.points.iter().filter_map(|point| {
            Some((words_of(point, lang), one.said.words.get(&point.id)?.clone()))
        });
        Words {
            id: one.id.to_string(),
            name: one.said.name.clone(),
            relation: one.said.relation.clone(),
            on: one.sent_at.date_in_london(),
            words: texts.collect(),
            held: stays,
        }
    });
    let base = &portal.config().base_url;
    Ok(HelperView {
        id: id.to_string(),
        reference: reference(&read),
        item: item(&read).map(|category| title(lang, category)),
        open: read.open,
        made: made.map(|kept| Made {
            address: format!("{base}{}", paths::helper_link(&kept.token)),
            name: kept.name,
            until: last_day(kept.expires_at),
        }),
        links: said
            .invitations
            .iter()
            .map(|link| Link {
                id: link.id.to_string(),
                name: link.name.clone(),
                until: last_day(link.expires_at),
            })
            .collect(),
        words: words.collect(),
        name,
        errors,
    })
}

fn item(read: &RequestRead) -> Option<Category> {
    read.loaded.asked.request.item(Category::CarersWords).map(|item| item.category)
}

/// What the rules find in all that one helper wrote.
fn touched(points: &[DecisionPoint], one: &HelperWords) -> Touched {
    let mut all = Touched::default();
    for (point, text) in &one.said.words {
        let known = points.iter().find(|known| known.id == *point);
        let account = Account {
            point: point.clone(),
            title: known.map(|known| said_in(known, one.said.language)).unwrap_or_default(),
            text: text.clone(),
            authored: one.sent_at.date_in_london(),
            author: Author::Helper {
                name: one.said.name.clone(),
                relation: one.said.relation.clone(),
            },
            language: one.said.language,
        };
        let found = account.touched();
        all.matters.extend(found.matters);
        all.never |= found.never;
    }
    all
}
