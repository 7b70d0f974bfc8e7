//! The bench as a requester: a key of its own, registered like any other, and an access token for a signed assertion.

use crate::Outcome;
use crate::wire::{self, Wire};
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use consent::ids::ClientId;
use consent::request::Registration;
use ed25519_dalek::{Signer as _, SigningKey};
use serde_json::{Value, json};
use server::portal::clients::NewClient;
use server::portal::tokens::{LONGEST_SECONDS, Scope};
use server::portal::{Actor, Portal};

const ASSERTION_TYPE: &str = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";

/// A registered client with its private key.
pub struct Requester {
    /// Its id.
    pub id: ClientId,
    key: SigningKey,
}

impl Requester {
    /// Makes a key and registers it.
    pub async fn register(portal: &Portal, id: &str, purposes: Registration) -> Outcome<Self> {
        let key = SigningKey::from_bytes(&portal.chance().bytes::<32>()?);
        let public = URL_SAFE_NO_PAD.encode(key.verifying_key().as_bytes());
        let jwks =
            json!({ "keys": [{ "kty": "OKP", "crv": "Ed25519", "kid": "bench", "x": public }] });
        let id = ClientId::parse(id)?;
        let new = NewClient {
            id: id.clone(),
            organisation: "Department for Work and Pensions".to_owned(),
            team: "Bench".to_owned(),
            jwks: jwks.to_string(),
            scopes: Scope::ALL.to_vec(),
            purposes,
        };
        portal.add_client(&Actor::Operator, new).await?;
        Ok(Self { id, key })
    }

    /// An access token, over the wire.
    pub async fn token(&self, portal: &Portal, wire: &mut Wire) -> Outcome<String> {
        let form = form_urlencoded::Serializer::new(String::new())
            .append_pair("grant_type", "client_credentials")
            .append_pair("client_assertion_type", ASSERTION_TYPE)
            .append_pair("client_assertion", &self.assertion(portal)?)
            .finish();
        let headers = [("content-type", "application/x-www-form-urlencoded")];
        let reply =
            wire.ask(&wire::request("POST", "/oauth2/token", &headers, form.as_bytes())).await?;
        if reply.status != 200 {
            return Err(format!(
                "no access token: {} {}",
                reply.status,
                String::from_utf8_lossy(reply.body)
            )
            .into());
        }
        let answer: Value = serde_json::from_slice(reply.body)?;
        Ok(answer
            .get("access_token")
            .and_then(Value::as_str)
            .ok_or("no access token in the answer")?
            .to_owned())
    }

    fn assertion(&self, portal: &Portal) -> Outcome<String> {
        let now = portal.now();
        let [issuer, _] = portal.audiences();
        let header = json!({ "alg": "EdDSA", "kid": "bench", "typ": "JWT" });
        let claims = json!({
            "iss": self.id,
            "sub": self.id,
            "aud": issuer,
            "jti": portal.chance().uuid(now)?,
            "exp": now.micros() / 1_000_000 + LONGEST_SECONDS - 60,
        });
        let part = |value: &Value| URL_SAFE_NO_PAD.encode(value.to_string());
        let signed = format!("{}.{}", part(&header), part(&claims));
        let signature = URL_SAFE_NO_PAD.encode(self.key.sign(signed.as_bytes()).to_bytes());
        Ok(format!("{signed}.{signature}"))
    }
}
