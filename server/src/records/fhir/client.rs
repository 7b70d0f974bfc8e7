//! HTTP towards one FHIR server: no redirect is followed, no cookie kept, no proxy of the environment used,
//! nothing asked for in compressed form. What fails before an answer begins is tried again, twice; an answer
//! that began is never pieced together. No address of a request is ever logged.

use super::token::Tokens;
use super::{SetUpFault, SourceFault, tls};
use crate::chance::Chance;
use crate::clock::Clock;
use crate::config::FhirSettings;
use http::StatusCode;
use http::header::{CONTENT_ENCODING, RETRY_AFTER};
use reqwest::{RequestBuilder, Response, Url, redirect};
use std::error::Error as _;
use std::sync::Arc;
use std::time::Duration;
use tokio::time::sleep;
use zeroize::Zeroizing;

/// The content type of a form.
pub(super) const FORM: &str = "application/x-www-form-urlencoded";
/// How often it is tried again.
const AGAIN: u32 = 2;
/// How long to wait before the first of these; twice as long before the second.
const PAUSE: Duration = Duration::from_millis(200);
/// A server that asks for more patience than this is not reached now.
const PATIENCE: Duration = Duration::from_secs(5);

/// The server, and how Sayso signs in there.
pub(super) struct Client {
    pub(super) http: Http,
    pub(super) tokens: Option<Tokens>,
    pub(super) base: Url,
    pub(super) most_bytes: usize,
    pub(super) most_answers: u32,
}

/// Connections.
pub(super) struct Http(reqwest::Client);

impl Client {
    pub(super) fn new(settings: &FhirSettings, clock: Arc<dyn Clock>) -> Result<Self, SetUpFault> {
        let base = settings.base_url.as_deref().and_then(|text| Url::parse(text).ok());
        let client = reqwest::Client::builder()
            .tls_backend_preconfigured(tls::trusting(settings.ca_file.as_deref())?)
            .redirect(redirect::Policy::none())
            .retry(reqwest::retry::never())
            .no_proxy()
            .referer(false)
            .http1_only()
            .user_agent("sayso")
            .connect_timeout(settings.connect)
            .read_timeout(settings.silence)
            .build()
            .map_err(|why| SetUpFault::Tls(why.to_string()))?;
        Ok(Self {
            http: Http(client),
            tokens: Tokens::of(settings, clock)?,
            base: base.filter(|url| !url.cannot_be_a_base()).ok_or(SetUpFault::NoAddress)?,
            most_bytes: (settings.most_mib as usize).saturating_mul(1024 * 1024),
            most_answers: settings.most_answers,
        })
    }
}

impl Http {
    /// The head of the answer. Every request that Sayso makes only reads, so it may be made again.
    pub(super) async fn send(
        &self,
        make: impl Fn(&reqwest::Client) -> RequestBuilder,
    ) -> Result<Response, SourceFault> {
        let mut tried = 0;
        loop {
            let (why, asked) = match make(&self.0).send().await {
                Ok(response) => match later(&response) {
                    Some(asked) => ("it asks to be left alone for now", asked),
                    None => return Ok(response),
                },
                Err(why) => {
                    let (reason, again) = reason(&why);
                    tell(why);
                    if !again {
                        return Err(SourceFault::Unreachable(reason));
                    }
                    (reason, None)
                }
            };
            if tried == AGAIN || asked.is_some_and(|asked| asked > PATIENCE) {
                return Err(SourceFault::Unreachable(why));
            }
            sleep(asked.unwrap_or_default().max(pause(tried)?)).await;
            tried += 1;
        }
    }

    /// The body, as long as it may be spent for.
    pub(super) async fn body(
        &self,
        mut response: Response,
        mut spend: impl FnMut(usize) -> Option<()>,
    ) -> Result<Zeroizing<Vec<u8>>, SourceFault> {
        let plain = response.headers().get(CONTENT_ENCODING).is_none_or(|how| how == "identity");
        if !plain {
            return Err(SourceFault::wrong("the answer is compressed, which was not asked for"));
        }
        let mut body = Zeroizing::new(Vec::new());
        loop {
            match response.chunk().await {
                Ok(None) => return Ok(body),
                Ok(Some(chunk)) => {
                    if spend(chunk.len()).is_none() {
                        return Err(SourceFault::wrong("the answer is larger than may be read"));
                    }
                    body.extend_from_slice(&chunk);
                }
                Err(why) => {
                    let silent = why.is_timeout();
                    tell(why);
                    return Err(SourceFault::Unreachable(if silent {
                        "it fell silent in the middle of an answer"
                    } else {
                        "the connection broke in the middle of an answer"
                    }));
                }
            }
        }
    }
}

/// Whether an answer asks to come back later, and when it says.
fn later(response: &Response) -> Option<Option<Duration>> {
    let busy = matches!(
        response.status(),
        StatusCode::TOO_MANY_REQUESTS
            | StatusCode::BAD_GATEWAY
            | StatusCode::SERVICE_UNAVAILABLE
            | StatusCode::GATEWAY_TIMEOUT
    );
    let seconds = || response.headers().get(RETRY_AFTER)?.to_str().ok()?.trim().parse().ok();
    busy.then(|| seconds().map(Duration::from_secs))
}

/// Why there is no answer, and whether trying again could help.
fn reason(why: &reqwest::Error) -> (&'static str, bool) {
    if why.is_connect() {
        ("no connection can be made", true)
    } else if why.is_timeout() {
        ("it was silent for longer than fhir_silence_ms", false)
    } else if why.is_builder() {
        ("the request cannot be made", false)
    } else {
        ("the connection broke before an answer", true)
    }
}

/// Tells the operator what the network says, without the address, which can name a person.
fn tell(why: reqwest::Error) {
    let why = why.without_url();
    let mut said = why.to_string();
    let mut cause = why.source();
    while let Some(deeper) = cause {
        said = format!("{said}: {deeper}");
        cause = deeper.source();
    }
    tracing::warn!("the FHIR server does not answer: {said}");
}

/// Twice as long each time, and up to half as long again, so that not everybody comes back at once.
fn pause(tried: u32) -> Result<Duration, SourceFault> {
    let plain = PAUSE.saturating_mul(1 << tried);
    let [chance] = Chance.bytes::<1>()?;
    Ok(plain + plain.mul_f64(f64::from(chance) / 510.0))
}
