//! The door for somebody with a helper's link. It needs no account and asks for nothing but a name, what they are to the
//! claimant, and their account. The secret in the address is sent to nobody, kept nowhere, and guessed at rarely.

use super::errors::Trouble;
use super::guard::Visitor;
use super::peer::Peer;
use super::typed::{LongTyped, named};
use super::words::{over, words_of};
use super::{Site, carried, language, render};
use crate::portal::helpers::{HelperDoor, HelperSaid};
use crate::portal::{Error, Refusal};
use app::forms::{FieldError, Pairs};
use app::pages::helper_words::{self, Form, HelperWordsView, PointTyped};
use app::pages::own_words::MOST;
use app::paths;
use axum::extract::FromRequestParts;
use axum::http::StatusCode;
use axum::http::request::Parts;
use axum::response::Response;
use consent::words::{MOST_NAME_CHARACTERS, is_longer, tidy};

/// What stands in the link.
pub(super) struct Token(String);

impl FromRequestParts<Site> for Token {
    type Rejection = Trouble;

    async fn from_request_parts(parts: &mut Parts, site: &Site) -> Result<Self, Trouble> {
        named(parts, site, "token").await.map(Self)
    }
}

pub(super) async fn show(
    visitor: Visitor,
    Peer(peer): Peer,
    Token(token): Token,
) -> Result<Response, Trouble> {
    let door = match visitor.portal.helper_door(&peer, &token).await {
        Ok(door) => door,
        Err(why) => return gone(&visitor, why),
    };
    let typed = carried::take(&visitor.session, &visitor.uri).await?;
    let form = form(&visitor, &door, token, &typed, Vec::new());
    Ok(render::shown(&visitor.ctx, helper_words::page(&visitor.ctx, &HelperWordsView::Open(form))))
}

pub(super) async fn send(
    visitor: Visitor,
    Peer(peer): Peer,
    Token(token): Token,
    LongTyped(pairs): LongTyped,
) -> Result<Response, Trouble> {
    let door = match visitor.portal.helper_door(&peer, &token).await {
        Ok(door) => door,
        Err(why) => return gone(&visitor, why),
    };
    let errors = faults(&visitor, &door, &pairs);
    if !errors.is_empty() {
        let form = form(&visitor, &door, token, &pairs, errors);
        return Ok(render::fault(
            &visitor.ctx,
            helper_words::page(&visitor.ctx, &HelperWordsView::Open(form)),
        ));
    }
    let words = door
        .points
        .iter()
        .map(|point| (point.id.clone(), value(&pairs, &format!("words.{}", point.id)).to_owned()));
    let said = HelperSaid {
        name: value(&pairs, "name").to_owned(),
        relation: value(&pairs, "relation").to_owned(),
        words: words.collect(),
        language: language::of_account(visitor.ctx.lang),
    };
    match visitor.portal.send_helper_words(&peer, &token, &said).await {
        Ok(()) => Ok(render::go(paths::HELPER_SENT)),
        Err(why) => gone(&visitor, why),
    }
}

/// After sending: no secret stands in this address.
pub(super) async fn sent(visitor: Visitor) -> Response {
    render::shown(&visitor.ctx, helper_words::page(&visitor.ctx, &HelperWordsView::Sent))
}

fn gone(visitor: &Visitor, why: Error) -> Result<Response, Trouble> {
    if why.refusal() != Some(&Refusal::BadLink) {
        return Err(why.into());
    }
    let html = helper_words::page(&visitor.ctx, &HelperWordsView::Gone);
    Ok(render::page(&visitor.ctx, StatusCode::NOT_FOUND, html))
}

fn value<'a>(pairs: &'a Pairs, wanted: &str) -> &'a str {
    let found = pairs.iter().find(|(name, _)| name == wanted);
    found.map(|(_, value)| value.as_str()).unwrap_or_default()
}

fn form(
    visitor: &Visitor,
    door: &HelperDoor,
    token: String,
    typed: &Pairs,
    errors: Vec<FieldError>,
) -> Form {
    let points = door.points.iter().map(|point| PointTyped {
        id: point.id.clone(),
        title: words_of(point, visitor.ctx.lang),
        text: value(typed, &format!("words.{}", point.id)).to_owned(),
    });
    Form {
        token,
        first_name: door.first_name.clone(),
        name: value(typed, "name").to_owned(),
        relation: value(typed, "relation").to_owned(),
        points: points.collect(),
        errors,
    }
}

fn faults(visitor: &Visitor, door: &HelperDoor, typed: &Pairs) -> Vec<FieldError> {
    let mut faults = Vec::new();
    for (field, missing) in [("name", Form::missing_name()), ("relation", Form::missing_relation())]
    {
        match tidy(value(typed, field)) {
            None => faults.push(missing),
            Some(text) if is_longer(&text, MOST_NAME_CHARACTERS) => {
                faults.push(Form::too_long_name(field));
            }
            Some(_) => {}
        }
    }
    let texts: Vec<(&str, &str)> = door
        .points
        .iter()
        .map(|point| (point.id.as_str(), value(typed, &format!("words.{}", point.id))))
        .collect();
    if let Some((first, _)) = texts.first()
        && texts.iter().all(|(_, text)| tidy(text).is_none())
    {
        faults.push(Form::missing_words(first));
    }
    for (at, (point, (id, text))) in door.points.iter().zip(&texts).enumerate() {
        let by = over(text, MOST);
        if by > 0 {
            faults.push(Form::too_long(id, &words_of(point, visitor.ctx.lang), at, by));
        }
    }
    faults
}
