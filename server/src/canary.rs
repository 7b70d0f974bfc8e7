//! Asks for the canary while serving, as a requester does: over HTTP, on the portal's own address, with a signed
//! assertion and a token. Judges nothing but whether it was given anything; what follows is `portal::canary`'s to do.

use crate::portal::canary::Given;
use crate::portal::{Error, Portal};
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use consent::category::Category;
use consent::ids::RequestId;
use consent::time::At;
use ed25519_dalek::{Signer as _, SigningKey};
use http::StatusCode;
use http::header::{CONTENT_LENGTH, CONTENT_TYPE, DATE};
use reqwest::redirect;
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr};
use std::time::Duration;

/// For one answer.
const PATIENCE: Duration = Duration::from_secs(10);
/// What is different the first time is asked for again after this while.
const AGAIN: Duration = Duration::from_secs(1);
/// Where it cannot be made ready, it is tried again after this while.
const UNMADE: Duration = Duration::from_mins(10);
/// A token is used for so many seconds of the five minutes that it lives.
const TOKEN_SECONDS: i64 = 240;
const ASSERTION_SECONDS: i64 = 60;

/// Why nothing is known of it this time. Says nothing but what an operator may read.
#[derive(Debug, thiserror::Error)]
pub enum Unheard {
    /// It could not be made ready.
    #[error(transparent)]
    Portal(#[from] Error),
    /// No answer.
    #[error("the portal does not answer at its own address: {0}")]
    Http(#[from] reqwest::Error),
    /// An answer that tells nothing of the canary.
    #[error("the portal answers {0} where the canary is asked for")]
    Status(StatusCode),
    /// No answer that could be read.
    #[error("an answer cannot be read")]
    Garbled,
}

/// One process's asking.
#[derive(Debug)]
pub struct Asking {
    portal: Portal,
    http: reqwest::Client,
    base: String,
    key: SigningKey,
    kid: String,
    registered: bool,
    token: Option<(String, At)>,
}

/// Asks as often as the settings say, until the process ends.
pub async fn watch(portal: Portal, address: SocketAddr) {
    let every = portal.config().canary.every;
    if every == 0 {
        tracing::warn!("the canary is off: nothing shows all the time that a refusal is kept");
        return;
    }
    let mut asking = match Asking::new(portal, address) {
        Ok(asking) => asking,
        Err(why) => {
            tracing::error!(%why, "the canary cannot be asked for");
            return;
        }
    };
    loop {
        let mut wait = Duration::from_secs(every.into());
        if let Err(why) = asking.round().await {
            tracing::warn!(%why, "the canary could not be asked for");
            if matches!(why, Unheard::Portal(_)) {
                // It may have been half made: what cannot be done now is not begun anew every minute.
                wait = wait.max(UNMADE);
            }
        }
        tokio::time::sleep(wait).await;
    }
}

impl Asking {
    /// At this address, with a key that is nowhere else.
    pub fn new(portal: Portal, address: SocketAddr) -> Result<Self, Unheard> {
        let http = reqwest::Client::builder()
            .tls_backend_preconfigured(nobody_trusted()?)
            .redirect(redirect::Policy::none())
            .retry(reqwest::retry::never())
            .no_proxy()
            .referer(false)
            .http1_only()
            .user_agent("sayso-canary")
            .timeout(PATIENCE)
            .build()?;
        let secret = portal.chance().bytes::<32>().map_err(Error::from)?;
        let kid = portal.chance().code().map_err(Error::from)?;
        let key = SigningKey::from_bytes(&secret);
        let base = format!("http://{}", reachable(address));
        Ok(Self { portal, http, base, key, kid, registered: false, token: None })
    }

    /// One round: a check and a collection of what the canary refused, and of a request that is about nobody.
    pub async fn round(&mut self) -> Result<(), Unheard> {
        self.register().await?;
        let canary = self.portal.canary_to_ask_for().await?;
        let ids = [RequestId(canary.request_id), RequestId(canary.stranger_id)];
        let mut given = self.asked(ids).await?;
        if given == Some(Given::OtherAnswer) {
            // One of two may have met a fault that was over with the next.
            tokio::time::sleep(AGAIN).await;
            given = self.asked(ids).await?;
        }
        match given {
            None => self.portal.canary_is_well().await?,
            Some(given) => self.portal.canary_tripped(given).await?,
        }
        Ok(())
    }

    /// What was given that should not have been.
    async fn asked(&mut self, ids: [RequestId; 2]) -> Result<Option<Given>, Unheard> {
        let token = self.token().await?;
        let heard = async {
            let [refused, stranger] = ids;
            Ok::<_, Unheard>([
                [self.check(&token, refused).await?, self.check(&token, stranger).await?],
                [self.collect(&token, refused).await?, self.collect(&token, stranger).await?],
            ])
        };
        let heard = heard.await?;
        for answers in &heard {
            for answer in answers {
                if let Some(given) = answer.given() {
                    return Ok(Some(given));
                }
                if answer.tells_nothing() {
                    self.token = None;
                    return Err(Unheard::Status(answer.status));
                }
            }
        }
        let expected = [StatusCode::OK, StatusCode::FORBIDDEN];
        for ([refused, stranger], expected) in heard.iter().zip(expected) {
            if refused != stranger {
                return Ok(Some(Given::OtherAnswer));
            }
            if refused.status != expected {
                return Err(Unheard::Status(refused.status));
            }
        }
        Ok(None)
    }

    async fn check(&self, token: &str, id: RequestId) -> Result<Heard, Unheard> {
        // Every category: whatever it was asked for is among them.
        let checks: Vec<Value> = Category::ALL
            .iter()
            .map(|category| json!({ "request_id": id, "category": category.id() }))
            .collect();
        let request = self.http.post(format!("{}/api/v1/consent-checks", self.base));
        let request = request.header(CONTENT_TYPE, "application/json");
        let body = json!({ "checks": checks }).to_string();
        heard(request.bearer_auth(token).body(body).send().await?, id).await
    }

    async fn collect(&self, token: &str, id: RequestId) -> Result<Heard, Unheard> {
        let request = self.http.get(format!("{}/api/v1/requests/{id}/release", self.base));
        heard(request.bearer_auth(token).send().await?, id).await
    }

    /// Puts the key of this process beside those of others, once.
    async fn register(&mut self) -> Result<(), Unheard> {
        if !self.registered {
            let public = json!({ "kty": "OKP", "crv": "Ed25519", "alg": "EdDSA", "use": "sig", "kid": self.kid, "x": URL_SAFE_NO_PAD.encode(self.key.verifying_key().as_bytes()) });
            self.portal.add_canary_key(&public).await?;
            self.registered = true;
        }
        Ok(())
    }

    async fn token(&mut self) -> Result<String, Unheard> {
        let now = self.portal.now();
        if let Some((token, until)) = &self.token
            && now < *until
        {
            return Ok(token.clone());
        }
        self.register().await?;
        let form = [
            ("grant_type", "client_credentials"),
            ("client_assertion_type", "urn:ietf:params:oauth:client-assertion-type:jwt-bearer"),
            ("client_assertion", &self.assertion(now)?),
        ];
        let sent = form_urlencoded::Serializer::new(String::new()).extend_pairs(form).finish();
        let request = self.http.post(format!("{}/oauth2/token", self.base));
        let request = request.header(CONTENT_TYPE, "application/x-www-form-urlencoded");
        let answer = request.body(sent).send().await?;
        if answer.status() != StatusCode::OK {
            // Others began since, and this key is one too many: a new one the next time.
            self.registered = false;
            self.kid = self.portal.chance().code().map_err(Error::from)?;
            return Err(Unheard::Status(answer.status()));
        }
        let body: Value =
            serde_json::from_slice(&answer.bytes().await?).map_err(|_| Unheard::Garbled)?;
        let token = body.get("access_token").and_then(Value::as_str).ok_or(Unheard::Garbled)?;
        self.token = Some((token.to_owned(), now.plus_seconds(TOKEN_SECONDS)));
        Ok(token.to_owned())
    }

    fn assertion(&self, now: At) -> Result<String, Unheard> {
        let [audience, _] = self.portal.audiences();
        let seconds = now.micros().div_euclid(1_000_000);
        let id = self.portal.chance().bytes::<16>().map_err(Error::from)?;
        let client = Portal::canary_client()?;
        let header = json!({ "alg": "EdDSA", "typ": "JWT", "kid": self.kid });
        let claims = json!({ "iss": client, "sub": client, "aud": audience, "jti": URL_SAFE_NO_PAD.encode(id), "iat": seconds, "exp": seconds + ASSERTION_SECONDS });
        let part = |value: &Value| URL_SAFE_NO_PAD.encode(value.to_string());
        let signed = format!("{}.{}", part(&header), part(&claims));
        let signature = self.key.sign(signed.as_bytes()).to_bytes();
        Ok(format!("{signed}.{}", URL_SAFE_NO_PAD.encode(signature)))
    }
}

/// An answer, without what must differ between two: the request's own id and the time.
#[derive(Debug, PartialEq, Eq)]
struct Heard {
    status: StatusCode,
    headers: BTreeMap<String, Vec<u8>>,
    body: Value,
}

async fn heard(answer: reqwest::Response, id: RequestId) -> Result<Heard, Unheard> {
    let status = answer.status();
    let headers = answer
        .headers()
        .iter()
        .filter(|(name, _)| ![DATE, CONTENT_LENGTH].contains(*name))
        .map(|(name, value)| (name.to_string(), value.as_bytes().to_vec()))
        .collect();
    let text = String::from_utf8_lossy(&answer.bytes().await?).replace(&id.to_string(), "");
    let mut body: Value = serde_json::from_str(&text).unwrap_or(Value::String(text));
    if let Some(at) = body.get_mut("checked_at") {
        *at = Value::Null;
    }
    Ok(Heard { status, headers, body })
}

impl Heard {
    /// Anything that somebody who refused everything is never asked for in vain.
    fn given(&self) -> Option<Given> {
        if self.headers.contains_key("sayso-collection") || self.body.get("resourceType").is_some()
        {
            return Some(Given::Bytes);
        }
        let rows = ["results", "standing"].into_iter().filter_map(|name| self.body.get(name));
        let mut rows = rows.filter_map(Value::as_array).flatten();
        let permits = |row: &Value| {
            let text = |name: &str| row.get(name).and_then(Value::as_str);
            text("decision") != Some("deny") || text("reason") == Some("available")
        };
        rows.any(permits).then_some(Given::Permit)
    }

    /// Too busy, or not let in: that is no answer about anybody.
    fn tells_nothing(&self) -> bool {
        matches!(
            self.status,
            StatusCode::UNAUTHORIZED
                | StatusCode::TOO_MANY_REQUESTS
                | StatusCode::BAD_GATEWAY
                | StatusCode::SERVICE_UNAVAILABLE
                | StatusCode::GATEWAY_TIMEOUT
        )
    }
}

/// Where this process reaches what it listens at.
fn reachable(address: SocketAddr) -> SocketAddr {
    let ip = match address.ip() {
        IpAddr::V4(ip) if ip.is_unspecified() => Ipv4Addr::LOCALHOST.into(),
        IpAddr::V6(ip) if ip.is_unspecified() => Ipv6Addr::LOCALHOST.into(),
        ip => ip,
    };
    SocketAddr::new(ip, address.port())
}

/// Its own address is plain HTTP: no certificate counts.
fn nobody_trusted() -> Result<rustls::ClientConfig, Unheard> {
    let provider = std::sync::Arc::new(rustls::crypto::ring::default_provider());
    let config = rustls::ClientConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()
        .map_err(|_| Unheard::Garbled)?;
    Ok(config.with_root_certificates(rustls::RootCertStore::empty()).with_no_client_auth())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn heard(status: u16, body: Value) -> Heard {
        let status = StatusCode::from_u16(status).unwrap();
        Heard { status, headers: BTreeMap::new(), body }
    }

    #[test]
    fn whatever_is_given_is_noticed() {
        let row = |decision: &str, reason: &str| json!({ "decision": decision, "reason": reason });
        let no = row("deny", "not-available");
        for (body, given) in [
            (json!({ "results": [no.clone(), no.clone()] }), None),
            (json!({ "results": [no.clone(), row("permit", "available")] }), Some(Given::Permit)),
            (json!({ "standing": [row("deny", "available")] }), Some(Given::Permit)),
            (json!({ "results": [{}] }), Some(Given::Permit)),
            (json!({ "resourceType": "Bundle" }), Some(Given::Bytes)),
            (json!({ "type": "/problems/not-found" }), None),
        ] {
            assert_eq!(heard(200, body.clone()).given(), given, "{body}");
        }
    }

    #[test]
    fn a_portal_that_listens_everywhere_is_reached_on_this_machine() {
        let reached = |text: &str| reachable(text.parse().unwrap()).to_string();
        assert_eq!(reached("0.0.0.0:3000"), "127.0.0.1:3000");
        assert_eq!(reached("[::]:3000"), "[::1]:3000");
        assert_eq!(reached("10.1.2.3:3000"), "10.1.2.3:3000");
    }
}
