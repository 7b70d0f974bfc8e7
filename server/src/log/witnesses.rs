//! Talking to a witness (C2SP `tlog-witness`): one question, one answer, in bounded time and size. No redirect is
//! followed, no proxy of the environment used. What a witness answers is only heard here, never believed.

use crate::records::machine_tls;
use consent::digest::Digest;
use http::StatusCode;
use http::header::CONTENT_TYPE;
use reqwest::{RequestBuilder, Response, redirect};
use std::time::Duration;

/// For one question and its answer.
const PATIENCE: Duration = Duration::from_secs(10);
/// For connecting.
const CONNECT: Duration = Duration::from_secs(3);
/// No answer is larger.
const LARGEST: usize = 256 * 1024;

/// Connections to witnesses.
#[derive(Clone)]
pub struct Http(reqwest::Client);

/// What a witness answered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Heard {
    /// Lines that should be its signature.
    Lines(String),
    /// It last signed this size.
    Size(u64),
    /// What was sent does not extend what it signed.
    Inconsistent,
    /// It refuses, with this status.
    Refused(StatusCode),
}

/// There is no answer to be had.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Silence {
    /// No connection, or none that lasted.
    #[error("it cannot be reached")]
    Unreachable,
    /// Too late.
    #[error("it does not answer in time")]
    Late,
    /// The answer has no form that is known.
    #[error("its answer cannot be read")]
    Garbled,
}

impl Http {
    /// Over plain HTTP and TLS, trusting whom the machine trusts.
    pub fn new() -> Result<Self, String> {
        let client = reqwest::Client::builder()
            .tls_backend_preconfigured(machine_tls().map_err(|why| why.to_string())?)
            .redirect(redirect::Policy::none())
            .retry(reqwest::retry::never())
            .no_proxy()
            .referer(false)
            .http1_only()
            .user_agent("sayso")
            .connect_timeout(CONNECT)
            .timeout(PATIENCE)
            .build();
        client.map(Self).map_err(|why| why.to_string())
    }

    /// Asks a witness to sign.
    pub async fn add_checkpoint(&self, url: &str, body: String) -> Result<Heard, Silence> {
        let request = self.0.post(format!("{url}/add-checkpoint")).body(body);
        let response = send(request).await?;
        let status = response.status();
        let kind = response.headers().get(CONTENT_TYPE).and_then(|kind| kind.to_str().ok());
        let is_size = kind.is_some_and(|kind| kind.starts_with("text/x.tlog.size"));
        match status {
            StatusCode::OK => Ok(Heard::Lines(text(response).await?)),
            StatusCode::CONFLICT if is_size => {
                let said = text(response).await?;
                let digits = said.strip_suffix('\n').ok_or(Silence::Garbled)?;
                let size: u64 = digits.parse().map_err(|_| Silence::Garbled)?;
                if size.to_string() == digits {
                    Ok(Heard::Size(size))
                } else {
                    Err(Silence::Garbled)
                }
            }
            StatusCode::UNPROCESSABLE_ENTITY => Ok(Heard::Inconsistent),
            other => Ok(Heard::Refused(other)),
        }
    }

    /// The last checkpoint that a witness signed for this log; none where it tells nobody.
    pub async fn newest(&self, url: &str, origin: &str) -> Result<Option<String>, Silence> {
        let digest = Digest::of(origin.as_bytes());
        let response = send(self.0.get(format!("{url}/{digest}/checkpoint"))).await?;
        if response.status() == StatusCode::OK { text(response).await.map(Some) } else { Ok(None) }
    }
}

async fn send(request: RequestBuilder) -> Result<Response, Silence> {
    request.send().await.map_err(|why| silence(&why))
}

async fn text(mut response: Response) -> Result<String, Silence> {
    let mut body = Vec::new();
    while let Some(chunk) = response.chunk().await.map_err(|why| silence(&why))? {
        if body.len() + chunk.len() > LARGEST {
            return Err(Silence::Garbled);
        }
        body.extend_from_slice(&chunk);
    }
    String::from_utf8(body).map_err(|_| Silence::Garbled)
}

fn silence(why: &reqwest::Error) -> Silence {
    if why.is_timeout() { Silence::Late } else { Silence::Unreachable }
}
