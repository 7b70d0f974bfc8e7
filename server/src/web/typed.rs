//! What was typed: forms and ids, read so that nothing can break what comes after. A form is small, of one
//! kind, and has no characters that no keyboard makes.

use super::Site;
use super::errors::Trouble;
use app::forms::Pairs;
use axum::body::to_bytes;
use axum::extract::{FromRequest, FromRequestParts, RawPathParams, Request};
use axum::http::StatusCode;
use axum::http::header::{CONTENT_LENGTH, CONTENT_TYPE, HeaderMap};
use axum::http::request::Parts;
use http_body_util::LengthLimitError;
use serde::de::DeserializeOwned;
use serde::de::value::{Error, MapDeserializer};
use std::collections::BTreeMap;
use std::fmt::Display;
use std::str::FromStr;

/// The most bytes of a form.
pub(super) const MOST_BYTES: usize = 64 * 1024;

/// A form, as names and values.
pub(super) struct Typed(pub Pairs);

impl Typed {
    /// Reads a form with fixed fields; what is missing is empty, of what is there twice the first counts.
    pub(super) fn read<T: DeserializeOwned>(self) -> Result<T, Trouble> {
        let mut fields = BTreeMap::new();
        for (name, value) in self.0 {
            fields.entry(name).or_insert(value);
        }
        T::deserialize(MapDeserializer::<_, Error>::new(fields.into_iter()))
            .map_err(|_| Trouble::invalid())
    }
}

impl FromRequest<Site> for Typed {
    type Rejection = Trouble;

    async fn from_request(request: Request, _site: &Site) -> Result<Self, Trouble> {
        pairs_of(request, MOST_BYTES).await.map(Self)
    }
}

/// The most bytes of a form on which accounts are written: fifteen questions of 4,000 letters, however they are encoded.
const MOST_BYTES_OF_WORDS: usize = 768 * 1024;

/// A form on which accounts are written, as names and values.
pub(super) struct LongTyped(pub Pairs);

impl FromRequest<Site> for LongTyped {
    type Rejection = Trouble;

    async fn from_request(request: Request, _site: &Site) -> Result<Self, Trouble> {
        pairs_of(request, MOST_BYTES_OF_WORDS).await.map(Self)
    }
}

/// A form of at most that many bytes.
async fn pairs_of(request: Request, most: usize) -> Result<Pairs, Trouble> {
    let (parts, body) = request.into_parts();
    let too_large = || Trouble::unreadable(StatusCode::PAYLOAD_TOO_LARGE);
    if length(&parts.headers).is_some_and(|length| length > most) {
        return Err(too_large());
    }
    let bytes = to_bytes(body, most).await.map_err(|why| {
        let source = std::error::Error::source(&why);
        match source.is_some_and(<dyn std::error::Error>::is::<LengthLimitError>) {
            true => too_large(),
            // It broke off, or did not come in time.
            false => Trouble::unreadable(StatusCode::BAD_REQUEST),
        }
    })?;
    if !bytes.is_empty() && !is_form(&parts.headers) {
        return Err(Trouble::unreadable(StatusCode::UNSUPPORTED_MEDIA_TYPE));
    }
    let pairs = form_urlencoded::parse(&bytes).map(|(name, value)| (plain(&name), plain(&value)));
    Ok(pairs.collect())
}

fn length(headers: &HeaderMap) -> Option<usize> {
    headers.get(CONTENT_LENGTH)?.to_str().ok()?.parse().ok()
}

fn is_form(headers: &HeaderMap) -> bool {
    let kind = headers.get(CONTENT_TYPE).and_then(|kind| kind.to_str().ok()).unwrap_or_default();
    let kind = kind.split(';').next().unwrap_or_default().trim();
    kind.eq_ignore_ascii_case("application/x-www-form-urlencoded")
}

/// Controls become the sign for what cannot be shown: no store and no page chokes on it.
fn plain(text: &str) -> String {
    let shown = |c: char| {
        if c.is_control() && !"\n\r\t".contains(c) { char::REPLACEMENT_CHARACTER } else { c }
    };
    text.chars().map(shown).collect()
}

/// The id in the address, written as we write it. Anything else is not found.
pub(super) struct Id<T>(pub T);

impl<T: FromStr + Display + Send> FromRequestParts<Site> for Id<T> {
    type Rejection = Trouble;

    async fn from_request_parts(parts: &mut Parts, site: &Site) -> Result<Self, Trouble> {
        let text = named(parts, site, "id").await?;
        let id = text.parse::<T>().ok().filter(|id| id.to_string() == text);
        id.map(Self).ok_or_else(Trouble::not_found)
    }
}

/// A part of the address by its name.
pub(super) async fn named(parts: &mut Parts, site: &Site, name: &str) -> Result<String, Trouble> {
    let params =
        RawPathParams::from_request_parts(parts, site).await.map_err(|_| Trouble::not_found())?;
    let found = params.iter().find(|(known, _)| *known == name).map(|(_, value)| value.to_owned());
    found.ok_or_else(Trouble::not_found)
}

#[cfg(test)]
mod tests {
    use super::*;
    use app::forms::{SignInForm, SourcesForm};

    fn pairs(text: &str) -> Typed {
        Typed(
            form_urlencoded::parse(text.as_bytes())
                .map(|(name, value)| (plain(&name), plain(&value)))
                .collect(),
        )
    }

    #[test]
    fn missing_fields_are_empty_and_strange_ones_nothing() {
        let form: SignInForm = pairs("email=a%40b.org&email=c&x=y").read().expect("a form");
        assert_eq!((form.email.as_str(), form.password.is_empty()), ("a@b.org", true));
        let form: SourcesForm = pairs("").read().expect("a form");
        assert_eq!(form.action(), None);
    }

    #[test]
    fn nothing_that_no_keyboard_makes_comes_through() {
        assert_eq!(
            pairs("a=%00%1b%0a%ff").0,
            [("a".to_owned(), "\u{fffd}\u{fffd}\n\u{fffd}".to_owned())]
        );
    }
}
