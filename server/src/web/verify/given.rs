//! What somebody sends to be checked: a form with a file, or with text only. Held in memory until it is checked, never
//! longer and never elsewhere.

use super::super::Site;
use super::super::errors::Trouble;
use super::super::typed::LongTyped;
use app::check_form::{CheckForm, FILE, KEY, PAPER, QUORUM, TEXT, WITNESSES};
use axum::body::{Body, to_bytes};
use axum::extract::{FromRequest as _, Multipart, Request};
use axum::http::StatusCode;
use axum::http::header::{CONTENT_LENGTH, CONTENT_TYPE};
use consent::proof::receipt::MOST_BYTES;

/// The most bytes of a form: a file as large as it may be, or such a text, and keys.
const MOST: usize = 2 * MOST_BYTES;

/// What was sent.
#[derive(Default)]
pub(super) struct Given {
    /// The form, as far as there was one.
    pub form: CheckForm,
    /// Whether there was a field for witnesses.
    pub has_witnesses: bool,
    /// It was more than can be a receipt, and was not read to its end.
    pub too_large: bool,
}

impl Given {
    fn too_large() -> Self {
        Self { too_large: true, ..Self::default() }
    }

    fn keep(&mut self, name: &str, text: String) {
        match name {
            TEXT => self.form.text = text,
            PAPER => self.form.paper = text,
            KEY => self.form.keys = text,
            WITNESSES => (self.form.witnesses, self.has_witnesses) = (text, true),
            QUORUM => self.form.quorum = text,
            _ => {}
        }
    }
}

/// Reads the form.
pub(super) async fn read(request: Request, site: &Site) -> Result<Given, Trouble> {
    let (parts, body) = request.into_parts();
    let text = |name| parts.headers.get(name).and_then(|value| value.to_str().ok());
    let length = text(CONTENT_LENGTH).and_then(|length| length.parse::<usize>().ok());
    if length.is_some_and(|length| length > MOST) {
        return Ok(Given::too_large());
    }
    let is_multipart =
        text(CONTENT_TYPE).is_some_and(|kind| kind.starts_with("multipart/form-data"));
    let bytes = match to_bytes(body, MOST).await {
        Ok(bytes) => bytes,
        Err(why) => {
            let source = std::error::Error::source(&why);
            let long =
                source.is_some_and(<dyn std::error::Error>::is::<http_body_util::LengthLimitError>);
            // Else it broke off, or did not come in time.
            let broken = || Trouble::unreadable(StatusCode::BAD_REQUEST);
            return long.then(Given::too_large).ok_or_else(broken);
        }
    };
    let request = Request::from_parts(parts, Body::from(bytes));
    if is_multipart { of_parts(request, site).await } else { of_form(request, site).await }
}

async fn of_form(request: Request, site: &Site) -> Result<Given, Trouble> {
    let LongTyped(pairs) = LongTyped::from_request(request, site).await?;
    let mut given = Given::default();
    for (name, value) in pairs {
        given.keep(&name, value);
    }
    Ok(given)
}

async fn of_parts(request: Request, site: &Site) -> Result<Given, Trouble> {
    let broken = || Trouble::unreadable(StatusCode::BAD_REQUEST);
    let mut form = Multipart::from_request(request, site).await.map_err(|_| broken())?;
    let mut given = Given::default();
    while let Some(field) = form.next_field().await.map_err(|_| broken())? {
        let name = field.name().unwrap_or_default().to_owned();
        let bytes = field.bytes().await.map_err(|_| broken())?;
        if name == FILE {
            // Where none is chosen, a browser sends an empty one without a name.
            given.form.file = (!bytes.is_empty()).then(|| bytes.to_vec());
        } else {
            given.keep(&name, String::from_utf8(bytes.to_vec()).map_err(|_| broken())?);
        }
    }
    Ok(given)
}
