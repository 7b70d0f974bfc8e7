//! How Sayso shows who it is where tokens are issued: a shared secret, or a signed assertion as SMART Backend
//! Services asks for (<https://hl7.org/fhir/smart-app-launch/client-confidential-asymmetric.html>).
//! The secret and the key are read once, from files that nobody else can read, and are in no log.

use super::{SetUpFault, SourceFault};
use crate::chance::Chance;
use crate::config::FhirSettings;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use consent::time::At;
use jsonwebtoken::{Algorithm, EncodingKey, Header, encode};
use serde::Serialize;
use std::os::unix::fs::PermissionsExt;
use std::path::Path;
use zeroize::Zeroizing;

/// An assertion is good for so many seconds; the server may refuse more than 300.
const GOOD_FOR: i64 = 240;
/// What a client assertion is called (RFC 7523, section 2.2).
const ASSERTION: &str = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";

/// What shows who Sayso is.
pub(super) enum Proof {
    /// A shared secret.
    Secret(Zeroizing<String>),
    /// A private key.
    Key { key: Box<EncodingKey>, algorithm: Algorithm, id: Option<String> },
}

#[derive(Serialize)]
struct Claims<'a> {
    iss: &'a str,
    sub: &'a str,
    aud: &'a str,
    jti: String,
    iat: i64,
    exp: i64,
}

/// What a form carries, and the value of `Authorization`.
type Shown = (Vec<(&'static str, String)>, Option<Zeroizing<String>>);

impl Proof {
    /// What the settings name; none where they name neither.
    pub(super) fn of(settings: &FhirSettings) -> Result<Option<Self>, SetUpFault> {
        if let Some(path) = &settings.key_file {
            return Self::key(path, settings.key_id.clone()).map(Some);
        }
        let Some(path) = &settings.client_secret_file else { return Ok(None) };
        let setting = "records.fhir_client_secret_file";
        let secret = Zeroizing::new(secret_file(setting, path)?.trim().to_owned());
        if secret.is_empty() {
            return Err(fault(setting, path, "is empty"));
        }
        Ok(Some(Self::Secret(secret)))
    }

    fn key(path: &Path, id: Option<String>) -> Result<Self, SetUpFault> {
        let setting = "records.fhir_key_file";
        let pem = secret_file(setting, path)?;
        let keys = [
            (EncodingKey::from_ec_pem(pem.as_bytes()), Algorithm::ES384),
            (EncodingKey::from_rsa_pem(pem.as_bytes()), Algorithm::RS384),
        ];
        for (key, algorithm) in keys {
            // Signing once shows that the key is of the algorithm: a P-256 key signs no ES384.
            if let Ok(key) = key
                && encode(&Header::new(algorithm), &(), &key).is_ok()
            {
                return Ok(Self::Key { key: Box::new(key), algorithm, id });
            }
        }
        Err(fault(setting, path, "holds no private key for ES384 or RS384 in PEM"))
    }

    /// What the form carries besides the grant, and the value of `Authorization` where it carries it there.
    pub(super) fn shown(
        &self,
        client_id: &str,
        audience: &str,
        now: At,
    ) -> Result<Shown, SourceFault> {
        match self {
            Self::Secret(secret) => {
                // RFC 6749, section 2.3.1: both are encoded as in a form before they are put together.
                let pair = Zeroizing::new(format!("{}:{}", encoded(client_id), encoded(secret)));
                Ok((
                    Vec::new(),
                    Some(Zeroizing::new(format!("Basic {}", STANDARD.encode(pair.as_bytes())))),
                ))
            }
            Self::Key { key, algorithm, id } => {
                let mut header = Header::new(*algorithm);
                header.kid.clone_from(id);
                let seconds = now.micros().div_euclid(1_000_000);
                let claims = Claims {
                    iss: client_id,
                    sub: client_id,
                    aud: audience,
                    jti: Chance.uuid(now)?.to_string(),
                    iat: seconds,
                    exp: seconds + GOOD_FOR,
                };
                let assertion = encode(&header, &claims, key)
                    .map_err(|_| SourceFault::wrong("the assertion cannot be signed"))?;
                Ok((
                    vec![
                        ("client_assertion_type", ASSERTION.to_owned()),
                        ("client_assertion", assertion),
                    ],
                    None,
                ))
            }
        }
    }
}

fn encoded(text: &str) -> String {
    form_urlencoded::byte_serialize(text.as_bytes()).collect()
}

/// The text of a file that nobody but its owner can read.
fn secret_file(setting: &'static str, path: &Path) -> Result<Zeroizing<String>, SetUpFault> {
    let unread = |why: std::io::Error| fault(setting, path, &format!("cannot be read: {why}"));
    let mode = std::fs::metadata(path).map_err(unread)?.permissions().mode();
    if mode & 0o077 != 0 {
        return Err(fault(setting, path, "can be read by others: chmod 600"));
    }
    std::fs::read_to_string(path).map(Zeroizing::new).map_err(unread)
}

fn fault(setting: &'static str, path: &Path, why: &str) -> SetUpFault {
    SetUpFault::File { setting, path: path.display().to_string(), why: why.to_owned() }
}
