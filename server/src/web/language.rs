//! In which language: what was chosen, kept in a cookie; before that what the browser asks for.

use super::carry::carry;
use super::errors::Trouble;
use super::guard::Visitor;
use super::typed::Typed;
use super::{carried, kept, next, render, session};
use crate::portal::Actor;
use crate::portal::accounts::Language;
use app::forms::LanguageForm;
use app::i18n::Lang;
use axum::http::HeaderValue;
use axum::http::header::{ACCEPT_LANGUAGE, COOKIE, HeaderMap, SET_COOKIE};
use axum::response::Response;
use consent::ids::PersonId;

const A_YEAR: u32 = 365 * 24 * 60 * 60;

const fn cookie_name(https: bool) -> &'static str {
    if https { "__Host-sayso-language" } else { "sayso-language" }
}

/// The language of a page.
pub(super) fn of(headers: &HeaderMap, https: bool) -> Lang {
    chosen(headers, https).unwrap_or_else(|| guessed(headers))
}

fn chosen(headers: &HeaderMap, https: bool) -> Option<Lang> {
    let sent = headers.get_all(COOKIE).into_iter().filter_map(|cookies| cookies.to_str().ok());
    let cookies =
        sent.flat_map(|cookies| cookies.split(';')).filter_map(|cookie| cookie.split_once('='));
    let mut values = cookies
        .filter(|(name, _)| name.trim() == cookie_name(https))
        .map(|(_, value)| value.trim());
    values.find_map(Lang::from_code)
}

/// What the browser likes best of what there is (RFC 9110, 12.5.4); English where it likes neither.
fn guessed(headers: &HeaderMap) -> Lang {
    let sent = headers.get_all(ACCEPT_LANGUAGE).into_iter().filter_map(|value| value.to_str().ok());
    let mut best = (0.0_f32, Lang::En);
    for range in sent.flat_map(|value| value.split(',')) {
        let mut parts = range.split(';').map(str::trim);
        let code = parts
            .next()
            .and_then(|tag| tag.split('-').next())
            .unwrap_or_default()
            .to_ascii_lowercase();
        let weight = parts
            .find_map(|part| part.strip_prefix("q="))
            .map_or(Some(1.0), |text| text.parse().ok());
        if let (Some(lang), Some(weight)) = (Lang::from_code(&code), weight)
            && weight > best.0
        {
            best = (weight, lang);
        }
    }
    best.1
}

/// How the portal names it.
pub(super) const fn of_account(lang: Lang) -> Language {
    match lang {
        Lang::En => Language::English,
        Lang::Cy => Language::Welsh,
    }
}

/// Keeps the language of somebody who is signed in, for pages and letters from now on.
pub(super) async fn keep(visitor: &Visitor, person: PersonId, lang: Lang) -> Result<(), Trouble> {
    let language = of_account(lang);
    Ok(visitor.portal.set_language(&Actor::Person(person), person, language).await?)
}

/// `POST /language`: keeps the language and what was ticked, and leads back.
pub(super) async fn change(visitor: Visitor, Typed(pairs): Typed) -> Result<Response, Trouble> {
    let form = LanguageForm::from_pairs(pairs);
    let back = next::ours(&form.next).unwrap_or(app::paths::START);
    let Some(lang) = form.lang else { return Err(Trouble::invalid()) };
    if let Some(person) = session::person(&visitor.session).await? {
        keep(&visitor, person, lang).await?;
        carry(&visitor, person, back, &form.rest).await?;
    } else {
        carried::keep(&visitor.session, back, &form.rest).await?;
        kept::keep(&visitor, back, form.rest).await?;
    }
    let mut response = render::go(back);
    let https = visitor.portal.config().is_https();
    let secure = if https { "; Secure" } else { "" };
    let cookie = format!(
        "{}={}; Path=/; Max-Age={A_YEAR}; SameSite=Lax; HttpOnly{secure}",
        cookie_name(https),
        lang.code()
    );
    if let Ok(cookie) = HeaderValue::from_str(&cookie) {
        response.headers_mut().append(SET_COOKIE, cookie);
    }
    Ok(response)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn asks(language: &'static str, cookies: &'static str) -> Lang {
        let pairs = [(ACCEPT_LANGUAGE, language), (COOKIE, cookies)];
        let headers = HeaderMap::from_iter(
            pairs.map(|(name, value)| (name, HeaderValue::from_static(value))),
        );
        of(&headers, false)
    }

    #[test]
    fn the_browser_is_asked_first_and_the_person_counts_more() {
        assert_eq!(asks("", ""), Lang::En);
        assert_eq!(asks("cy, en;q=0.5", ""), Lang::Cy);
        assert_eq!(asks("en-GB, cy;q=0.9", ""), Lang::En);
        assert_eq!(asks("fr, cy-GB;q=0.4, en;q=0.3", ""), Lang::Cy);
        assert_eq!(asks("fr", ""), Lang::En);
        assert_eq!(asks("cy;q=0", ""), Lang::En);
        assert_eq!(asks("en", "a=b; sayso-language=cy"), Lang::Cy);
        assert_eq!(asks("cy", "sayso-language=en"), Lang::En);
        assert_eq!(asks("cy", "sayso-language=fr"), Lang::Cy);
    }
}
