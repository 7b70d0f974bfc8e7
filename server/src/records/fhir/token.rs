//! Access tokens for the FHIR server: OAuth 2.0 client credentials (RFC 6749, section 4.4). A token is kept in
//! memory until shortly before it ends; it is never logged, stored or sent anywhere but to the FHIR server.

use super::client::{FORM, Http};
use super::signing::Proof;
use super::{SetUpFault, SourceFault};
use crate::clock::Clock;
use crate::config::FhirSettings;
use consent::time::At;
use http::header::{ACCEPT, AUTHORIZATION, CONTENT_TYPE};
use http::{HeaderValue, StatusCode};
use reqwest::Url;
use serde::Deserialize;
use std::sync::Arc;
use tokio::sync::Mutex;
use zeroize::{Zeroize, Zeroizing};

/// So many seconds before its end a token is not used any more.
const BEFORE_THE_END: i64 = 60;
/// How long a token is taken to last that does not say so.
const UNSAID: i64 = 300;
/// An answer with a token is not larger.
const MOST_BYTES: usize = 64 * 1024;

/// What is sent as `Authorization`.
pub(super) type Bearer = Arc<Zeroizing<String>>;

/// Gets tokens and keeps the newest.
pub(super) struct Tokens {
    url: Url,
    client_id: String,
    scope: Option<String>,
    proof: Proof,
    clock: Arc<dyn Clock>,
    kept: Mutex<Option<(Bearer, At)>>,
}

#[derive(Deserialize)]
struct Issued {
    access_token: String,
    token_type: String,
    expires_in: Option<i64>,
}

impl Drop for Issued {
    fn drop(&mut self) {
        self.access_token.zeroize();
    }
}

impl Tokens {
    /// As the settings say; none where the server asks for no token.
    pub(super) fn of(
        settings: &FhirSettings,
        clock: Arc<dyn Clock>,
    ) -> Result<Option<Self>, SetUpFault> {
        let (Some(url), Some(client_id)) = (&settings.token_url, &settings.client_id) else {
            return Ok(None);
        };
        let Some(proof) = Proof::of(settings)? else { return Ok(None) };
        Ok(Some(Self {
            url: Url::parse(url).map_err(|_| SetUpFault::NoAddress)?,
            client_id: client_id.clone(),
            scope: settings.scope.clone(),
            proof,
            clock,
            kept: Mutex::new(None),
        }))
    }

    /// A token that is good now. One that was refused is not given again.
    pub(super) async fn bearer(
        &self,
        http: &Http,
        refused: Option<&Bearer>,
    ) -> Result<Bearer, SourceFault> {
        let mut kept = self.kept.lock().await;
        if let Some((bearer, until)) = kept.as_ref()
            && self.clock.now() < *until
            && refused.is_none_or(|refused| refused != bearer)
        {
            return Ok(bearer.clone());
        }
        *kept = None;
        let (bearer, until) = self.fetched(http).await?;
        *kept = Some((bearer.clone(), until));
        Ok(bearer)
    }

    fn form(&self, proof: &[(&str, String)]) -> Zeroizing<String> {
        let mut form = form_urlencoded::Serializer::new(String::new());
        form.append_pair("grant_type", "client_credentials");
        if let Some(scope) = &self.scope {
            form.append_pair("scope", scope);
        }
        for (name, value) in proof {
            form.append_pair(name, value);
        }
        Zeroizing::new(form.finish())
    }

    async fn fetched(&self, http: &Http) -> Result<(Bearer, At), SourceFault> {
        let now = self.clock.now();
        let (proof, authorization) = self.proof.shown(&self.client_id, self.url.as_str(), now)?;
        let form = self.form(&proof);
        let authorization = authorization.map(|value| secret(&value)).transpose()?;
        let make = |client: &reqwest::Client| {
            let request = client
                .post(self.url.clone())
                .header(CONTENT_TYPE, FORM)
                .header(ACCEPT, "application/json")
                .body(form.as_str().to_owned());
            match &authorization {
                Some(value) => request.header(AUTHORIZATION, value.clone()),
                None => request,
            }
        };
        let response = http.send(make).await?;
        if response.status() != StatusCode::OK {
            let status = response.status().as_u16();
            return Err(SourceFault::wrong(format!("the token endpoint answers {status}")));
        }
        let mut left = MOST_BYTES;
        let body = http
            .body(response, |bytes| {
                left = left.checked_sub(bytes)?;
                Some(())
            })
            .await?;
        let issued: Issued = serde_json::from_slice(&body)
            .map_err(|_| SourceFault::wrong("the token endpoint's answer holds no token"))?;
        let sound = issued.token_type.eq_ignore_ascii_case("bearer")
            && !issued.access_token.is_empty()
            && issued.access_token.bytes().all(|byte| byte.is_ascii_graphic())
            && issued.expires_in.is_none_or(|seconds| seconds > 0);
        if !sound {
            return Err(SourceFault::wrong("the token endpoint's answer holds no bearer token"));
        }
        let lasts = issued.expires_in.unwrap_or(UNSAID).min(24 * 60 * 60);
        let bearer = Arc::new(Zeroizing::new(format!("Bearer {}", issued.access_token)));
        // A token that hardly lasts is used all the same, for half of its time.
        Ok((bearer, now.plus_seconds((lasts - BEFORE_THE_END).max(lasts / 2))))
    }
}

/// A header's value that is shown nowhere.
pub(super) fn secret(text: &str) -> Result<HeaderValue, SourceFault> {
    let mut value = HeaderValue::from_str(text)
        .map_err(|_| SourceFault::wrong("a token or a secret cannot stand in a header"))?;
    value.set_sensitive(true);
    Ok(value)
}
