//! From a session to somebody: who acts, and whose record it is about. No page behind it is shown to anybody else.

use super::errors::Trouble;
use super::typed::Typed;
use super::{Site, language, leave, next, session};
use crate::portal::{Actor, Error, Fault, Portal, Refusal};
use app::forms::{Pairs, SignInForm};
use app::paths;
use app::shell::{PageContext, SignedIn};
use axum::body::Body;
use axum::extract::{FromRequest, FromRequestParts, Request, State};
use axum::http::header::{COOKIE, REFERER};
use axum::http::request::Parts;
use axum::http::{HeaderMap, Method, Uri};
use axum::middleware::Next;
use axum::response::Response;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD_NO_PAD;
use consent::ids::PersonId;
use consent::matching::Identity;
use tower_sessions::Session;

/// Whoever is at the screen, signed in or not.
pub(super) struct Visitor {
    pub portal: Portal,
    pub session: Session,
    pub ctx: PageContext,
    pub headers: HeaderMap,
    pub uri: Uri,
    who: Option<(PersonId, Identity)>,
}

/// Somebody who is signed in.
#[derive(Clone)]
pub(super) struct Claimant {
    pub portal: Portal,
    pub session: Session,
    pub ctx: PageContext,
    pub uri: Uri,
    /// Who acts.
    pub actor: Actor,
    /// Whose record it is about.
    pub subject: PersonId,
    /// Who they are.
    pub identity: Identity,
}

impl Visitor {
    pub(super) async fn of(site: &Site, parts: &Parts) -> Result<Self, Trouble> {
        let session = parts.extensions.get::<Session>().cloned();
        let session =
            session.ok_or_else(|| Fault::new("a page was asked for without the session layer"))?;
        let portal = site.portal.clone();
        let who = match session::person(&session).await? {
            None => None,
            Some(person) => match portal.identity_of(&Actor::Person(person), person).await {
                Ok(identity) => Some((person, identity)),
                // Erased since they signed in.
                Err(Error::Refused(Refusal::NotFound)) => {
                    session::end(&session).await?;
                    None
                }
                Err(other) => return Err(other.into()),
            },
        };
        let signed_in = who.as_ref().map(|(_, identity)| signed_in(&portal, identity));
        let ctx = context(site, parts, signed_in)?;
        Ok(Self {
            portal,
            session,
            ctx,
            headers: parts.headers.clone(),
            uri: parts.uri.clone(),
            who,
        })
    }

    pub(super) const fn is_signed_in(&self) -> bool {
        self.who.is_some()
    }

    /// What the address says after `?`.
    pub(super) fn query(&self, name: &str) -> Option<String> {
        query(&self.uri, name)
    }
}

impl Claimant {
    /// What the address says after `?`.
    pub(super) fn query(&self, name: &str) -> Option<String> {
        query(&self.uri, name)
    }

    /// Whether the page is in Welsh.
    pub(super) const fn welsh(&self) -> bool {
        matches!(self.ctx.lang, app::i18n::Lang::Cy)
    }
}

/// The page's context: language, session, built files.
fn context(
    site: &Site,
    parts: &Parts,
    signed_in: Option<SignedIn>,
) -> Result<PageContext, Trouble> {
    let portal = &site.portal;
    let random = portal.chance().bytes::<16>().map_err(Error::from)?;
    let path = parts.uri.path_and_query().map_or("/", |path| path.as_str());
    Ok(PageContext {
        lang: language::of(&parts.headers, portal.config().is_https()),
        path: path.to_owned(),
        signed_in,
        assets: site.assets.clone(),
        nonce: STANDARD_NO_PAD.encode(random),
        helpline: portal.config().operator.contact.clone().filter(|contact| is_telephone(contact)),
    })
}

fn is_telephone(contact: &str) -> bool {
    contact.chars().any(|c| c.is_ascii_digit())
        && contact.chars().all(|c| c.is_ascii_digit() || " +()-".contains(c))
}

fn signed_in(portal: &Portal, identity: &Identity) -> SignedIn {
    let ends = portal.now().plus_seconds(session::IDLE.whole_seconds());
    SignedIn {
        name: name(identity),
        ends_at: super::moments::in_london(ends),
        seconds: u32::try_from(session::IDLE.whole_seconds()).unwrap_or_default(),
    }
}

/// A name as people write it.
pub(super) fn name(identity: &Identity) -> String {
    let given = identity.given_name.as_ref().map(|name| format!("{} ", name.as_str()));
    format!("{}{}", given.unwrap_or_default(), identity.family_name.as_str())
}

fn query(uri: &Uri, name: &str) -> Option<String> {
    let pairs: Pairs = form_urlencoded::parse(uri.query()?.as_bytes()).into_owned().collect();
    pairs.into_iter().find(|(key, _)| key == name).map(|(_, value)| value)
}

/// Lets in who is signed in. Others are led to sign in and back; what they post is refused.
pub(super) async fn stand(
    State(site): State<Site>,
    request: Request,
    next: Next,
) -> Result<Response, Trouble> {
    let (mut parts, body) = request.into_parts();
    let visitor = Visitor::of(&site, &parts).await?;
    let Some((subject, identity)) = visitor.who else {
        return Err(turned_away(&site, parts, body).await);
    };
    parts.extensions.insert(Claimant {
        portal: visitor.portal,
        session: visitor.session,
        ctx: visitor.ctx,
        uri: visitor.uri,
        actor: Actor::Person(subject),
        subject,
        identity,
    });
    Ok(next.run(Request::from_parts(parts, body)).await)
}

async fn turned_away(site: &Site, parts: Parts, body: Body) -> Trouble {
    let config = site.portal.config();
    if !matches!(parts.method, Method::GET | Method::HEAD) {
        return typed_too_late(site, parts, body).await;
    }
    if leave::left(&parts.headers, config.is_https()) {
        return Trouble::To(config.operator.exit_url.clone());
    }
    if came_from_signing_in(site, &parts.headers) && !has_cookie(site, &parts.headers) {
        return Trouble::cookies_off();
    }
    let path = parts.uri.path_and_query().map_or("/", |path| path.as_str());
    Trouble::To(next::sign_in(path))
}

/// The session ended while somebody typed. Nothing is done; what they typed goes along to signing in.
async fn typed_too_late(site: &Site, parts: Parts, body: Body) -> Trouble {
    let staying = parts.uri.path() == paths::STAY;
    let came_from = path_of_ours(site, &parts.headers).and_then(next::ours).map(str::to_owned);
    let Ok(Typed(pairs)) = Typed::from_request(Request::from_parts(parts, body), site).await else {
        return Trouble::forbidden();
    };
    let (wanted, carried) = SignInForm::split(pairs.clone());
    let (wanted, typed) = if staying {
        (next::ours(&wanted).map(str::to_owned), carried)
    } else {
        (came_from, pairs)
    };
    let mut typed = typed;
    typed.retain(|(name, _)| !name.contains("password"));
    Trouble::ended(wanted.unwrap_or_else(|| paths::REQUESTS.to_owned()), typed)
}

/// The page of ours that led here, without what stands after `?`.
fn path_of_ours<'a>(site: &Site, headers: &'a HeaderMap) -> Option<&'a str> {
    let referer = headers.get(REFERER)?.to_str().ok()?;
    let path = referer.strip_prefix(site.portal.config().base_url.as_str())?;
    path.split(['?', '#']).next()
}

/// Only signing in leads from there to a page behind the guard.
fn came_from_signing_in(site: &Site, headers: &HeaderMap) -> bool {
    matches!(path_of_ours(site, headers), Some(paths::SIGN_IN | paths::ACTIVATE))
}

fn has_cookie(site: &Site, headers: &HeaderMap) -> bool {
    let name = session::cookie_name(site.portal.config().is_https());
    let sent = headers.get_all(COOKIE).into_iter().filter_map(|cookies| cookies.to_str().ok());
    let mut cookies = sent.flat_map(|cookies| cookies.split(';'));
    cookies.any(|cookie| cookie.split('=').next().is_some_and(|known| known.trim() == name))
}

impl FromRequestParts<Site> for Visitor {
    type Rejection = Trouble;

    async fn from_request_parts(parts: &mut Parts, site: &Site) -> Result<Self, Trouble> {
        Self::of(site, parts).await
    }
}

impl FromRequestParts<Site> for Claimant {
    type Rejection = Trouble;

    async fn from_request_parts(parts: &mut Parts, _site: &Site) -> Result<Self, Trouble> {
        let claimant = parts.extensions.get::<Self>().cloned();
        claimant.ok_or_else(|| Fault::new("a guarded page stands outside the guard").into())
    }
}
