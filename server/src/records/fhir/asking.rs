//! One reading: what may still be asked and brought, and the asking itself. A search goes as a form in the body
//! (`POST …/_search`), never in the address, where a number or an id would land in logs on the way.

use super::SourceFault;
use super::client::{Client, FORM};
use super::token::{Bearer, secret};
use http::StatusCode;
use http::header::{ACCEPT, AUTHORIZATION, CACHE_CONTROL, CONTENT_TYPE};
use reqwest::{Response, Url};
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, AtomicUsize, Ordering};
use zeroize::Zeroizing;

const FHIR_JSON: &str = "application/fhir+json";

/// One reading. Cheap to clone: what is spent by one is spent for all.
#[derive(Clone)]
pub(super) struct Asking {
    client: Arc<Client>,
    bytes_left: Arc<AtomicUsize>,
    answers_left: Arc<AtomicU32>,
}

/// What is asked.
#[derive(Clone)]
pub(super) enum Ask {
    /// This address.
    Get(Url),
    /// This search of a type.
    Search {
        /// The type.
        kind: &'static str,
        /// The form.
        form: Zeroizing<String>,
    },
}

/// What is answered: the whole body where the status is 200.
pub(super) enum Answer {
    /// 200.
    Body(Zeroizing<Vec<u8>>),
    /// 200 with something else than FHIR in JSON, which is not read.
    NotFhir,
    /// Another status, which says that something is not there, or not allowed.
    Status(StatusCode),
}

impl Asking {
    pub(super) fn new(client: Arc<Client>) -> Self {
        let (bytes, answers) = (client.most_bytes, client.most_answers);
        Self {
            client,
            bytes_left: Arc::new(AtomicUsize::new(bytes)),
            answers_left: Arc::new(AtomicU32::new(answers)),
        }
    }

    /// The server's address, without a slash at the end.
    pub(super) fn base(&self) -> &Url {
        &self.client.base
    }

    /// The address of something below the server's own.
    pub(super) fn below(&self, path: &str) -> Result<Url, SourceFault> {
        let text = format!("{}/{path}", self.base().as_str().trim_end_matches('/'));
        Url::parse(&text).map_err(|_| SourceFault::wrong("an address cannot be made"))
    }

    /// Asks, and takes the whole answer.
    pub(super) async fn ask(&self, ask: &Ask) -> Result<Answer, SourceFault> {
        let spent = self
            .answers_left
            .fetch_update(Ordering::SeqCst, Ordering::SeqCst, |left| left.checked_sub(1));
        if spent.is_err() {
            return Err(SourceFault::wrong("it takes more answers than fhir_most_answers"));
        }
        let mut bearer = self.bearer(None).await?;
        let mut response = self.send(ask, bearer.as_ref()).await?;
        if response.status() == StatusCode::UNAUTHORIZED && bearer.is_some() {
            // The token may have been taken back before its time: once with a new one.
            bearer = self.bearer(bearer.as_ref()).await?;
            response = self.send(ask, bearer.as_ref()).await?;
        }
        let status = response.status();
        if status.is_server_error() && status != StatusCode::NOT_IMPLEMENTED {
            tracing::warn!(status = status.as_u16(), "the FHIR server reports a fault of its own");
            return Err(SourceFault::Unreachable("it reports a fault of its own"));
        }
        if status != StatusCode::OK {
            return Ok(Answer::Status(status));
        }
        if !is_fhir_json(&response) {
            return Ok(Answer::NotFhir);
        }
        let body = self.client.http.body(response, |bytes| self.spend(bytes)).await?;
        Ok(Answer::Body(body))
    }

    async fn bearer(&self, refused: Option<&Bearer>) -> Result<Option<Bearer>, SourceFault> {
        match &self.client.tokens {
            Some(tokens) => tokens.bearer(&self.client.http, refused).await.map(Some),
            None => Ok(None),
        }
    }

    async fn send(&self, ask: &Ask, bearer: Option<&Bearer>) -> Result<Response, SourceFault> {
        let authorization = bearer.map(|bearer| secret(bearer)).transpose()?;
        let url = match ask {
            Ask::Get(url) => url.clone(),
            Ask::Search { kind, .. } => self.below(&format!("{kind}/_search"))?,
        };
        let make = |client: &reqwest::Client| {
            let request = match ask {
                Ask::Get(_) => client.get(url.clone()),
                Ask::Search { form, .. } => client
                    .post(url.clone())
                    .header(CONTENT_TYPE, FORM)
                    // A parameter that is not known must not be passed over.
                    .header("prefer", "handling=strict")
                    .body(form.as_str().to_owned()),
            };
            let request = request.header(ACCEPT, FHIR_JSON).header(CACHE_CONTROL, "no-cache");
            match &authorization {
                Some(value) => request.header(AUTHORIZATION, value.clone()),
                None => request,
            }
        };
        self.client.http.send(make).await
    }

    fn spend(&self, bytes: usize) -> Option<()> {
        let spent = self
            .bytes_left
            .fetch_update(Ordering::SeqCst, Ordering::SeqCst, |left| left.checked_sub(bytes));
        spent.ok().map(drop)
    }
}

impl Ask {
    /// A search of a type.
    pub(super) fn search(kind: &'static str, pairs: &[(&str, &str)]) -> Self {
        let mut form = form_urlencoded::Serializer::new(String::new());
        for (name, value) in pairs {
            form.append_pair(name, value);
        }
        Self::Search { kind, form: Zeroizing::new(form.finish()) }
    }
}

impl Answer {
    /// The body, where nothing but a body will do.
    pub(super) fn body(self) -> Result<Zeroizing<Vec<u8>>, SourceFault> {
        match self {
            Self::Body(body) => Ok(body),
            Self::NotFhir => Err(SourceFault::wrong("the answer is not application/fhir+json")),
            Self::Status(status) => {
                Err(SourceFault::wrong(format!("it answers {}", status.as_u16())))
            }
        }
    }
}

/// FHIR in JSON, in UTF-8, and of no other version than R4 where it says one.
fn is_fhir_json(response: &Response) -> bool {
    let said = response.headers().get(CONTENT_TYPE).and_then(|value| value.to_str().ok());
    let mut parts = said.unwrap_or_default().split(';').map(str::trim);
    if !parts.next().is_some_and(|kind| kind.eq_ignore_ascii_case(FHIR_JSON)) {
        return false;
    }
    parts.filter_map(|part| part.split_once('=')).all(|(name, value)| {
        let value = value.trim_matches('"');
        match name.to_ascii_lowercase().as_str() {
            "charset" => value.eq_ignore_ascii_case("utf-8"),
            "fhirversion" => value == "4.0",
            _ => true,
        }
    })
}
