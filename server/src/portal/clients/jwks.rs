//! A client's public keys: a JWK Set (RFC 7517) of RSA, P-256 and Ed25519 keys for signatures.
//! A private or a symmetric key is never taken, and a weak one neither.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use jsonwebtoken::{Algorithm, DecodingKey};
use serde_json::{Map, Value, json};
use std::collections::BTreeSet;

/// At most so many keys in a set.
const MOST_KEYS: usize = 20;
/// The bits that an RSA modulus may have.
const RSA_BITS: std::ops::RangeInclusive<usize> = 2048..=4096;
/// The least public exponent (FIPS 186-5).
const LEAST_EXPONENT: u64 = 65_537;
/// Members that only a private or a symmetric key has (RFC 7518, section 6).
const SECRET: [&str; 8] = ["d", "p", "q", "dp", "dq", "qi", "oth", "k"];

/// How an assertion is signed. No others are ever taken: neither `none` nor a shared secret.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Signing {
    /// RSASSA-PKCS1-v1_5 with SHA-256.
    Rs256,
    /// RSASSA-PKCS1-v1_5 with SHA-512.
    Rs512,
    /// RSASSA-PSS with SHA-256.
    Ps256,
    /// ECDSA on P-256 with SHA-256.
    Es256,
    /// Ed25519.
    EdDsa,
}

impl Signing {
    /// All of them.
    pub const ALL: [Self; 5] = [Self::Rs256, Self::Rs512, Self::Ps256, Self::Es256, Self::EdDsa];

    /// The name in `alg` (RFC 7518).
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Rs256 => "RS256",
            Self::Rs512 => "RS512",
            Self::Ps256 => "PS256",
            Self::Es256 => "ES256",
            Self::EdDsa => "EdDSA",
        }
    }

    /// The one with this name.
    #[must_use]
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|signing| signing.name() == name)
    }

    const fn kind(self) -> Kind {
        match self {
            Self::Rs256 | Self::Rs512 | Self::Ps256 => Kind::Rsa,
            Self::Es256 => Kind::P256,
            Self::EdDsa => Kind::Ed25519,
        }
    }

    const fn algorithm(self) -> Algorithm {
        match self {
            Self::Rs256 => Algorithm::RS256,
            Self::Rs512 => Algorithm::RS512,
            Self::Ps256 => Algorithm::PS256,
            Self::Es256 => Algorithm::ES256,
            Self::EdDsa => Algorithm::EdDSA,
        }
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Rsa,
    P256,
    Ed25519,
}

/// One public key.
struct Key {
    kind: Kind,
    id: Option<String>,
    only: Option<Signing>,
    public: DecodingKey,
}

/// The public keys of a client. Once it exists, every key in it is sound.
pub struct KeySet {
    keys: Vec<Key>,
    kept: Value,
}

/// Why a file is no set of public keys. Quotes nothing of it.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{0}")]
pub struct KeySetFault(String);

impl KeySet {
    /// Reads a JWK Set.
    pub fn parse(text: &str) -> Result<Self, KeySetFault> {
        let fault = |why: &str| KeySetFault(why.to_owned());
        let set = crate::strict::read(text.as_bytes())
            .map_err(|why| KeySetFault(format!("the key set is {why}")))?;
        let keys = set.get("keys").and_then(Value::as_array);
        let keys =
            keys.ok_or_else(|| fault("the key set has no list of keys: {\"keys\": [...]}"))?;
        if keys.is_empty() || keys.len() > MOST_KEYS {
            return Err(KeySetFault(format!("a key set has 1 to {MOST_KEYS} keys")));
        }
        let mut ids = BTreeSet::new();
        let mut set = Self { keys: Vec::new(), kept: Value::Null };
        let mut kept = Vec::new();
        for (number, key) in keys.iter().enumerate() {
            let (key, public) =
                read(key).map_err(|why| KeySetFault(format!("key {}: {why}", number + 1)))?;
            if key.id.as_ref().is_some_and(|id| !ids.insert(id.clone())) {
                return Err(fault("two keys have the same kid"));
            }
            set.keys.push(key);
            kept.push(public);
        }
        set.kept = json!({ "keys": kept });
        Ok(set)
    }

    /// The set as it is kept: public members alone.
    #[must_use]
    pub fn to_json(&self) -> String {
        self.kept.to_string()
    }

    /// The ids of its keys, for people.
    pub fn ids(&self) -> impl Iterator<Item = &str> {
        self.keys.iter().map(|key| key.id.as_deref().unwrap_or("(no kid)"))
    }

    /// Did one of these keys sign `message`? `signature` is base64url without padding; with a key id,
    /// only that key counts, or one that was registered without an id.
    #[must_use]
    pub fn verifies(
        &self,
        signing: Signing,
        id: Option<&str>,
        message: &[u8],
        signature: &str,
    ) -> bool {
        let named = |key: &&Key| id.is_none() || key.id.as_deref() == id;
        let known = self.keys.iter().any(|key| id.is_some() && named(&key));
        let may = |key: &&Key| {
            key.kind == signing.kind()
                && key.only.is_none_or(|only| only == signing)
                && (named(key) || (!known && key.id.is_none()))
        };
        self.keys.iter().filter(may).any(|key| {
            let verified =
                jsonwebtoken::crypto::verify(signature, message, &key.public, signing.algorithm());
            verified.unwrap_or(false)
        })
    }
}

fn read(value: &Value) -> Result<(Key, Value), &'static str> {
    let members = value.as_object().ok_or("a key is an object")?;
    if SECRET.iter().any(|name| members.contains_key(*name)) {
        return Err(
            "this is a private or a shared key; register the public one and keep this one to yourself",
        );
    }
    let text = |name: &str| members.get(name).and_then(Value::as_str);
    let (kind, verifying) = match (text("kty"), text("crv")) {
        (Some("RSA"), _) => (Kind::Rsa, rsa(text("n"), text("e"))?),
        (Some("EC"), Some("P-256")) => (Kind::P256, p256(text("x"), text("y"))?),
        (Some("OKP"), Some("Ed25519")) => (Kind::Ed25519, ed25519(text("x"))?),
        _ => return Err("a key is of kty RSA, EC with crv P-256, or OKP with crv Ed25519"),
    };
    if members.contains_key("use") && text("use") != Some("sig") {
        return Err("a key has no other use than sig");
    }
    if members.get("key_ops").is_some_and(|ops| *ops != json!(["verify"])) {
        return Err("a key has no other key_ops than verify");
    }
    let only = match members.get("alg") {
        None => None,
        Some(name) => {
            let signing = name.as_str().and_then(Signing::parse);
            let fits = signing.filter(|signing| signing.kind() == kind);
            Some(fits.ok_or("a key's alg is RS256, RS512, PS256, ES256 or EdDSA and fits its kty")?)
        }
    };
    let id = match members.get("kid") {
        None => None,
        Some(id) => {
            let id = id.as_str().filter(|id| (1..=200).contains(&id.len()));
            Some(id.ok_or("a kid is a text of 1 to 200 characters")?.to_owned())
        }
    };
    let kept = ["kty", "crv", "n", "e", "x", "y", "kid", "alg", "use"];
    let public: Map<String, Value> = kept
        .into_iter()
        .filter_map(|name| Some((name.to_owned(), members.get(name)?.clone())))
        .collect();
    Ok((Key { kind, id, only, public: verifying }, Value::Object(public)))
}

fn bytes(text: Option<&str>) -> Result<Vec<u8>, &'static str> {
    let text = text.ok_or("a member of the key is missing")?;
    URL_SAFE_NO_PAD.decode(text).map_err(|_| "a member of the key is not base64url without padding")
}

fn rsa(n: Option<&str>, e: Option<&str>) -> Result<DecodingKey, &'static str> {
    let (n, e) = (bytes(n)?, bytes(e)?);
    let modulus: &[u8] =
        n.iter().position(|byte| *byte != 0).and_then(|from| n.get(from..)).unwrap_or_default();
    let unused = modulus.first().map_or(0, |first| first.leading_zeros() as usize);
    if !RSA_BITS.contains(&(modulus.len() * 8).saturating_sub(unused)) {
        return Err("an RSA key has 2048 to 4096 bits");
    }
    if modulus.last().is_none_or(|last| last % 2 == 0) {
        return Err("an RSA modulus is odd");
    }
    let exponent = e
        .iter()
        .try_fold(0_u64, |sum, byte| sum.checked_mul(256).map(|sum| sum + u64::from(*byte)));
    // 33 bits: what the verifying library takes.
    let fits = |e: &u64| *e >= LEAST_EXPONENT && *e < 1 << 33 && e % 2 == 1;
    if !exponent.as_ref().is_some_and(fits) {
        return Err("an RSA public exponent is odd and from 65537 up to 33 bits");
    }
    Ok(DecodingKey::from_rsa_raw_components(modulus, &e))
}

fn p256(x: Option<&str>, y: Option<&str>) -> Result<DecodingKey, &'static str> {
    let (Some(x_text), Some(y_text)) = (x, y) else { return Err("a P-256 key has x and y") };
    if bytes(x)?.len() != 32 || bytes(y)?.len() != 32 {
        return Err("a P-256 key has 32 bytes in x and in y");
    }
    let no_point = "these are not the coordinates of a point on P-256";
    let key = DecodingKey::from_ec_components(x_text, y_text).map_err(|_| no_point)?;
    // The point is looked at when a verifier is made of it: an error, where a wrong signature is not.
    let tried = jsonwebtoken::crypto::verify("AAAA", b"", &key, Algorithm::ES256);
    if tried.is_err() { Err(no_point) } else { Ok(key) }
}

fn ed25519(x: Option<&str>) -> Result<DecodingKey, &'static str> {
    let point: [u8; 32] = bytes(x)?.try_into().map_err(|_| "an Ed25519 key has 32 bytes in x")?;
    let key = ed25519_dalek::VerifyingKey::from_bytes(&point);
    if key.map_or(true, |key| key.is_weak()) {
        return Err("this is not a sound Ed25519 key");
    }
    DecodingKey::from_ed_components(x.unwrap_or_default())
        .map_err(|_| "this is not a sound Ed25519 key")
}

#[cfg(test)]
mod tests;
