//! A client's signed assertion (RFC 7523, RFC 8725), judged against its registered keys.
//! The keys, the algorithms and the audience come from us, never from the assertion.

use crate::portal::clients::jwks::{KeySet, Signing};
use crate::strict;
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use consent::digest::Digest;
use consent::ids::ClientId;
use consent::time::At;
use serde_json::{Map, Value};

/// An assertion ends at most so many seconds ahead.
pub const LONGEST_SECONDS: i64 = 300;
/// How far the clocks of client and portal may differ for `nbf` and `iat`, in seconds.
const CLOCKS_DIFFER: f64 = 5.0;
/// An assertion was made at most so many seconds ago, where it says when.
const OLDEST_SECONDS: f64 = 600.0;
/// At most so many characters in a `jti`.
const LONGEST_JTI: usize = 256;
/// At most so many bytes in an assertion.
const LONGEST: usize = 16 * 1024;

/// Why an assertion is not taken. For the log alone: the client is told the same for all of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Why {
    /// Not three parts of base64url with JSON objects in the first two.
    #[error("not a signed JWT")]
    Shape,
    /// `alg` is none that is taken.
    #[error("an algorithm that is not taken")]
    Algorithm,
    /// A critical extension, or a type that is no assertion's.
    #[error("a header that is not taken")]
    Header,
    /// No key of the client made the signature.
    #[error("no registered key of the client made the signature")]
    Signature,
    /// `iss` and `sub` are not both the client.
    #[error("issuer and subject are not both the client")]
    Client,
    /// `aud` is somebody else.
    #[error("it is meant for somebody else")]
    Audience,
    /// `exp` is missing, over or too far ahead.
    #[error("it is over, or it lives for too long")]
    Expiry,
    /// `nbf` or `iat` cannot be.
    #[error("it begins in the future, or was made too long ago")]
    Begin,
    /// `jti` is missing or empty.
    #[error("it has no id")]
    Id,
    /// There is no such client, or it is disabled.
    #[error("no client of this id, or it is disabled")]
    Unknown,
    /// It was used before.
    #[error("it was used before")]
    Replayed,
    /// The keys changed while it was looked at.
    #[error("the client's keys changed meanwhile")]
    KeysChanged,
}

/// An assertion that was taken apart, and that nobody vouches for yet.
pub struct Unproved<'a> {
    signed: &'a str,
    signature: &'a str,
    header: Map<String, Value>,
    claims: Map<String, Value>,
}

/// An assertion that a client's key has signed and whose claims hold.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Proved {
    /// SHA-256 of its `jti`.
    pub jti: Digest,
    /// When it ends; never earlier than the assertion says.
    pub expires_at: At,
}

impl<'a> Unproved<'a> {
    /// Takes a compact JWS (RFC 7515) apart.
    pub fn read(text: &'a str) -> Result<Self, Why> {
        if text.len() > LONGEST {
            return Err(Why::Shape);
        }
        let (signed, signature) = text.rsplit_once('.').ok_or(Why::Shape)?;
        let (header, claims) = signed.split_once('.').ok_or(Why::Shape)?;
        if claims.contains('.') || signature.is_empty() {
            return Err(Why::Shape);
        }
        Ok(Self { signed, signature, header: object(header)?, claims: object(claims)? })
    }

    /// Which client it says it comes from. Nothing but a place to look for keys.
    #[must_use]
    pub fn claimed_client(&self) -> Option<ClientId> {
        ClientId::parse(self.claims.get("iss")?.as_str()?).ok()
    }

    /// Did this client sign it, for one of these audiences, to be used now?
    pub fn prove(
        &self,
        client: &ClientId,
        keys: &KeySet,
        audiences: &[String],
        now: At,
    ) -> Result<Proved, Why> {
        let signing = self.header.get("alg").and_then(Value::as_str).and_then(Signing::parse);
        let signing = signing.ok_or(Why::Algorithm)?;
        let id = self.key_id()?;
        if !keys.verifies(signing, id, self.signed.as_bytes(), self.signature) {
            return Err(Why::Signature);
        }
        let names_client =
            |name| self.claims.get(name).and_then(Value::as_str) == Some(client.as_str());
        if !names_client("iss") || !names_client("sub") {
            return Err(Why::Client);
        }
        if !self.is_for(audiences) {
            return Err(Why::Audience);
        }
        let expires_at = self.lives(now)?;
        let jti = self.claims.get("jti").and_then(Value::as_str);
        let jti = jti.filter(|jti| (1..=LONGEST_JTI).contains(&jti.chars().count()));
        Ok(Proved { jti: Digest::of(jti.ok_or(Why::Id)?.as_bytes()), expires_at })
    }

    fn key_id(&self) -> Result<Option<&str>, Why> {
        // What must be understood (RFC 7515, section 4.1.11) is not: we know no extensions.
        if self.header.contains_key("crit") {
            return Err(Why::Header);
        }
        match self.header.get("typ") {
            None => {}
            Some(Value::String(kind)) => {
                let kind = kind.to_ascii_lowercase();
                let kind = kind.strip_prefix("application/").unwrap_or(&kind);
                if !matches!(kind, "jwt" | "client-authentication+jwt") {
                    return Err(Why::Header);
                }
            }
            Some(_) => return Err(Why::Header),
        }
        match self.header.get("kid") {
            None => Ok(None),
            Some(id) => id.as_str().map(Some).ok_or(Why::Header),
        }
    }

    fn is_for(&self, audiences: &[String]) -> bool {
        let ours = |value: &Value| audiences.iter().any(|ours| value.as_str() == Some(ours));
        match self.claims.get("aud") {
            Some(Value::Array(values)) => {
                values.iter().all(Value::is_string) && values.iter().any(ours)
            }
            Some(value) => ours(value),
            None => false,
        }
    }

    #[expect(
        clippy::cast_precision_loss,
        reason = "microseconds since 1970 fit in 53 bits until 2255"
    )]
    #[expect(clippy::cast_possible_truncation, reason = "between now and five minutes ahead")]
    fn lives(&self, now: At) -> Result<At, Why> {
        let now = now.micros() as f64 / 1e6;
        let time = |name: &str, why| match self.claims.get(name) {
            None => Ok(None),
            Some(value) => value.as_f64().filter(|time| time.is_finite()).map(Some).ok_or(why),
        };
        let ends = time("exp", Why::Expiry)?.ok_or(Why::Expiry)?;
        if ends <= now || ends - now > LONGEST_SECONDS as f64 {
            return Err(Why::Expiry);
        }
        let begins = time("nbf", Why::Begin)?;
        let made = time("iat", Why::Begin)?;
        let late = |time: f64| time - now > CLOCKS_DIFFER || time > ends;
        if begins.is_some_and(late)
            || made.is_some_and(|made| late(made) || now - made > OLDEST_SECONDS)
        {
            return Err(Why::Begin);
        }
        Ok(At::from_micros((ends.ceil() * 1e6) as i64))
    }
}

fn object(part: &str) -> Result<Map<String, Value>, Why> {
    let bytes = URL_SAFE_NO_PAD.decode(part).map_err(|_| Why::Shape)?;
    match strict::read(&bytes) {
        Ok(Value::Object(members)) => Ok(members),
        _ => Err(Why::Shape),
    }
}
