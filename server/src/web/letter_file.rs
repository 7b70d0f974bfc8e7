//! A file of a letter in one's own record, to look at before saying whether it goes. It is somebody else's file: only
//! kinds that a browser shows without running anything are shown, in a sandbox; every other is one to keep.

use super::asked::reference;
use super::errors::Trouble;
use super::guard::Claimant;
use super::preview::elsewhere;
use super::typed::{Id, named};
use crate::portal::letters::LetterFile;
use axum::extract::FromRequestParts;
use axum::http::HeaderValue;
use axum::http::header::{CONTENT_DISPOSITION, CONTENT_SECURITY_POLICY, CONTENT_TYPE};
use axum::http::request::Parts;
use axum::response::{IntoResponse, Response};
use consent::digest::Digest;
use consent::ids::RequestId;

/// The letter's name in the address.
pub(super) struct Key(Digest);

impl FromRequestParts<super::Site> for Key {
    type Rejection = Trouble;

    async fn from_request_parts(parts: &mut Parts, site: &super::Site) -> Result<Self, Trouble> {
        let text = named(parts, site, "key").await?;
        Digest::parse(&text).map(Self).map_err(|_| Trouble::not_found())
    }
}

/// What a browser shows, the type that is said to it, whether it shows it here, and how a file of it is called.
const SHOWN: [(&str, &str, bool, &str); 4] = [
    ("image/png", "image/png", true, "png"),
    ("image/jpeg", "image/jpeg", true, "jpg"),
    ("text/plain", "text/plain; charset=utf-8", true, "txt"),
    // A viewer runs what a PDF brings along, and does not work in a sandbox: it is kept, and opened outside.
    ("application/pdf", "application/pdf", false, "pdf"),
];
const POLICY: &str = "sandbox; default-src 'none'; img-src 'self'; frame-ancestors 'none'; base-uri 'none'; \
                      form-action 'none'";
const OTHER: (&str, bool, &str) = ("application/octet-stream", false, "bin");

pub(super) async fn show(
    claimant: Claimant,
    Id(id): Id<RequestId>,
    Key(key): Key,
) -> Result<Response, Trouble> {
    let (portal, actor, subject) = (&claimant.portal, &claimant.actor, claimant.subject);
    let read = portal.request_of(actor, subject, id).await?;
    let place = claimant.query("file").and_then(|file| file.parse::<usize>().ok()).unwrap_or(1);
    let place = place.checked_sub(1).ok_or_else(Trouble::not_found)?;
    let file = match portal.open_letter(actor, subject, id, key, place).await {
        Ok(file) => file,
        Err(why) => return Err(elsewhere(why, id)),
    };
    Ok(served(&reference(&read), file))
}

fn served(reference: &str, file: LetterFile) -> Response {
    let said = file.content_type.split(';').next().unwrap_or_default().trim().to_ascii_lowercase();
    let known = SHOWN.iter().find(|(known, ..)| *known == said);
    let (kind, here, end) = known.map_or(OTHER, |(_, kind, here, end)| (*kind, *here, *end));
    let mut response = ([(CONTENT_TYPE, kind)], file.bytes).into_response();
    let way = if here { "inline" } else { "attachment" };
    let name = format!("{}-letter.{end}", reference.replace(' ', "-"));
    let headers = response.headers_mut();
    if let Ok(value) = HeaderValue::from_str(&format!("{way}; filename=\"{name}\"")) {
        headers.insert(CONTENT_DISPOSITION, value);
    }
    headers.insert(CONTENT_SECURITY_POLICY, HeaderValue::from_static(POLICY));
    response
}

#[cfg(test)]
mod tests {
    use super::*;

    fn headers(content_type: &str) -> [String; 3] {
        let file = LetterFile { content_type: content_type.to_owned(), bytes: Vec::new() };
        let response = served("SR 1-2", file);
        [CONTENT_TYPE, CONTENT_DISPOSITION, CONTENT_SECURITY_POLICY]
            .map(|name| response.headers()[name].to_str().unwrap_or_default().to_owned())
    }

    #[test]
    fn only_what_runs_nothing_is_shown() {
        for (said, kind, way) in [
            ("image/png", "image/png", "inline"),
            ("IMAGE/JPEG; q=1", "image/jpeg", "inline"),
            ("text/plain;charset=latin1", "text/plain; charset=utf-8", "inline"),
            ("application/pdf", "application/pdf", "attachment"),
            ("text/html", "application/octet-stream", "attachment"),
            ("image/svg+xml", "application/octet-stream", "attachment"),
            ("application/xhtml+xml", "application/octet-stream", "attachment"),
            ("", "application/octet-stream", "attachment"),
        ] {
            let [is, disposition, policy] = headers(said);
            assert_eq!(is, kind, "{said}");
            assert!(disposition.starts_with(way), "{said}: {disposition}");
            assert!(policy.starts_with("sandbox;"), "{said}");
        }
    }
}
