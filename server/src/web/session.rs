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
    session.insert(BROWSER, device(headers).code()).await.map_err(broken)
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

/// What a browser is, as far as its name is one that everybody knows: enough to know it again, too little to follow
/// anybody. Some call themselves by others' names too: the more particular name counts.
pub(super) fn device(headers: &HeaderMap) -> Device {
    let agent = headers.get(USER_AGENT).and_then(|agent| agent.to_str().ok()).unwrap_or_default();
    let first = |signs: &[(&str, &'static str)]| {
        signs.iter().find(|(sign, _)| agent.contains(sign)).map(|(_, code)| *code)
    };
    Device {
        browser: first(&[
            ("Edg", "edge"),
            ("OPR/", "opera"),
            ("SamsungBrowser/", "samsung"),
            ("Firefox/", "firefox"),
            ("FxiOS/", "firefox"),
            ("CriOS/", "chrome"),
            ("Chrome/", "chrome"),
            ("Safari/", "safari"),
        ]),
        system: first(&[
            ("iPhone", "iphone"),
            ("iPad", "ipad"),
            ("Android", "android"),
            ("CrOS", "chromeos"),
            ("Windows", "windows"),
            ("Macintosh", "mac"),
            ("Linux", "linux"),
        ]),
    }
}

/// The device that [`begin`] noted.
pub(super) fn noted(browser: Option<&str>) -> Device {
    Device::from_code(browser.unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use super::*;
    use axum::http::HeaderValue;

    #[test]
    fn a_device_is_told_by_names_that_everybody_knows_and_by_nothing_else() {
        let of = |agent: &'static str| {
            device(&HeaderMap::from_iter([(USER_AGENT, HeaderValue::from_static(agent))])).code()
        };
        for (agent, code) in [
            (
                "Mozilla/5.0 (iPhone; CPU iPhone OS 17_0 like Mac OS X) AppleWebKit/605.1.15 Version/17.0 Mobile/15E148 Safari/604.1",
                "safari/iphone",
            ),
            (
                "Mozilla/5.0 (Linux; Android 14; Pixel 8) Chrome/120.0 Mobile Safari/537.36",
                "chrome/android",
            ),
            (
                "Mozilla/5.0 (Linux; Android 14; SM-X700) SamsungBrowser/23.0 Chrome/115.0 Safari/537.36",
                "samsung/android",
            ),
            (
                "Mozilla/5.0 (Windows NT 10.0; Win64; x64) Chrome/120.0 Safari/537.36 Edg/120.0",
                "edge/windows",
            ),
            (
                "Mozilla/5.0 (X11; Linux x86_64; rv:121.0) Gecko/20100101 Firefox/121.0",
                "firefox/linux",
            ),
            (
                "Mozilla/5.0 (X11; CrOS x86_64 14541.0.0) Chrome/120.0 Safari/537.36",
                "chrome/chromeos",
            ),
            ("curl/8", "/"),
        ] {
            assert_eq!(of(agent), code, "{agent}");
            assert_eq!(noted(Some(code)).code(), code);
        }
        assert_eq!(noted(None), Device::default());
        assert_eq!(noted(Some("<b>/x")), Device::default());
    }
}
