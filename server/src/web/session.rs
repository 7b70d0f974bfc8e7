//! The cookie, and what begins and ends with it. The cookie says nothing: it is a number that nobody can guess.

use super::errors::Trouble;
use crate::portal::sessions::{BROWSER, IDLE_SECONDS, PERSON, Sessions};
use crate::portal::{Fault, Portal};
use app::pages::account::Device;
use axum::http::HeaderMap;
use axum::http::header::USER_AGENT;
use consent::ids::PersonId;
use tower_sessions::cookie::SameSite;
use tower_sessions::cookie::time::Duration;
use tower_sessions::{Expiry, Session, SessionManagerLayer};

/// The layer that reads and sets the cookie. It lives as long as the browser's window; when it ends on the
/// server is the store's to say.
pub(super) fn layer(portal: &Portal) -> SessionManagerLayer<Sessions> {
    let https = portal.config().is_https();
    SessionManagerLayer::new(Sessions(portal.clone()))
        .with_name(cookie_name(https))
        .with_secure(https)
        .with_http_only(true)
        .with_same_site(SameSite::Lax)
        .with_expiry(Expiry::OnSessionEnd)
}

/// The name of the cookie.
pub(super) const fn cookie_name(https: bool) -> &'static str {
    if https { "__Host-sayso" } else { "sayso" }
}

/// How long a session waits, in minutes.
pub(super) const IDLE: Duration = Duration::seconds(IDLE_SECONDS);

/// Who is signed in.
pub(super) async fn person(session: &Session) -> Result<Option<PersonId>, Trouble> {
    session.get(PERSON).await.map_err(broken)
}

/// Signs in: a new cookie, so that one from before is of no use.
pub(super) async fn begin(
    session: &Session,
    person: PersonId,
    headers: &HeaderMap,
) -> Result<(), Trouble> {
    end(session).await?;
    session.insert(PERSON, person).await.map_err(broken)?;
    session.insert(BROWSER, device(headers).name()).await.map_err(broken)
}

/// Signs out.
pub(super) async fn end(session: &Session) -> Result<(), Trouble> {
    // Where there is none, there is nothing to end.
    if session.id().is_none() {
        return Ok(());
    }
    session.flush().await.map_err(broken)
}

/// What a session store could not do; it has logged nothing personal.
pub(super) fn broken(why: tower_sessions::session::Error) -> Trouble {
    Fault::new(why).into()
}

/// What kind of thing a browser runs on, roughly: enough to know it again, too little to follow anybody.
fn device(headers: &HeaderMap) -> Device {
    let agent = headers.get(USER_AGENT).and_then(|agent| agent.to_str().ok()).unwrap_or_default();
    let says = |word: &str| agent.contains(word);
    if says("iPad") || says("Tablet") || (says("Android") && !says("Mobile")) {
        Device::Tablet
    } else if says("Mobi") || says("iPhone") || says("Android") {
        Device::Phone
    } else if says("Windows") || says("Macintosh") || says("X11") || says("Linux") || says("CrOS") {
        Device::Computer
    } else {
        Device::Unknown
    }
}

/// The device that [`begin`] noted.
pub(super) fn noted(browser: Option<&str>) -> Device {
    let all = [Device::Phone, Device::Tablet, Device::Computer];
    all.into_iter().find(|device| Some(device.name()) == browser).unwrap_or(Device::Unknown)
}

#[cfg(test)]
mod tests {
    use super::*;
    use axum::http::HeaderValue;

    #[test]
    fn devices_are_told_roughly() {
        let of = |agent: &'static str| {
            device(&HeaderMap::from_iter([(USER_AGENT, HeaderValue::from_static(agent))]))
        };
        assert_eq!(
            of("Mozilla/5.0 (iPhone; CPU iPhone OS 17_0 like Mac OS X) Mobile/15E"),
            Device::Phone
        );
        assert_eq!(
            of("Mozilla/5.0 (Linux; Android 14; Pixel 8) Mobile Safari/537.36"),
            Device::Phone
        );
        assert_eq!(of("Mozilla/5.0 (Linux; Android 14; SM-X700) Safari/537.36"), Device::Tablet);
        assert_eq!(of("Mozilla/5.0 (Windows NT 10.0; Win64; x64)"), Device::Computer);
        assert_eq!(of("curl/8"), Device::Unknown);
        assert_eq!(noted(Some(Device::Phone.name())), Device::Phone);
        assert_eq!(noted(None), Device::Unknown);
    }
}
