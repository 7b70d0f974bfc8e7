//! The published vectors of JOSE: what they sign is verified with their public keys, and nothing else is.

use crate::support::variable;
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use serde_json::{Value, json};
use server::portal::clients::jwks::{KeySet, Signing};
use std::path::{Path, PathBuf};

fn vectors() -> Option<PathBuf> {
    let root = variable("SAYSO_SHARED").unwrap_or_else(|| "../shared".to_owned());
    let path = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("..")
        .join(root)
        .join("data/vectors/jose-rfc7520");
    if path.exists() {
        return Some(path);
    }
    assert_ne!(
        variable("SAYSO_SHARED_REQUIRED").as_deref(),
        Some("1"),
        "there is no {}",
        path.display()
    );
    println!("skipped: there is no {}", path.display());
    None
}

fn vector(name: &str) -> Option<Value> {
    let text = std::fs::read_to_string(vectors()?.join(name)).unwrap();
    Some(serde_json::from_str(&text).unwrap())
}

/// The key set with the public side of a vector's key.
fn public(key: &Value) -> KeySet {
    let mut key = key.clone();
    key.as_object_mut()
        .unwrap()
        .retain(|name, _| ["kty", "crv", "kid", "n", "e", "x", "y"].contains(&name.as_str()));
    KeySet::parse(&json!({ "keys": [key] }).to_string()).map_err(|why| why.to_string()).unwrap()
}

fn verifies(keys: &KeySet, signing: Signing, compact: &str, id: Option<&str>) -> bool {
    let (signed, signature) = compact.rsplit_once('.').unwrap();
    keys.verifies(signing, id, signed.as_bytes(), signature)
}

#[test]
fn rsa_signatures_of_rfc_7520_verify_and_no_changed_one_does() {
    let Some(vector) = vector("jws/4_1.rsa_v15_signature.json") else { return };
    let keys = public(&vector["input"]["key"]);
    let id = vector["input"]["key"]["kid"].as_str();
    let compact = vector["output"]["compact"].as_str().unwrap();
    assert!(verifies(&keys, Signing::Rs256, compact, id));
    assert!(verifies(&keys, Signing::Rs256, compact, None));
    assert!(!verifies(&keys, Signing::Ps256, compact, id));
    assert!(!verifies(&keys, Signing::Rs512, compact, id));
    let (signed, signature) = compact.rsplit_once('.').unwrap();
    let bytes = URL_SAFE_NO_PAD.decode(signature).unwrap();
    for place in [0, 100, bytes.len() - 1] {
        let mut bytes = bytes.clone();
        bytes[place] ^= 1;
        assert!(!verifies(
            &keys,
            Signing::Rs256,
            &format!("{signed}.{}", URL_SAFE_NO_PAD.encode(bytes)),
            id
        ));
    }
    assert!(!verifies(&keys, Signing::Rs256, &format!("{signed}x.{signature}"), id));
}

#[test]
fn the_ed25519_signature_of_rfc_8037_verifies() {
    let Some(vector) = vector("curve25519/jws.json") else { return };
    let keys = public(&vector["input"]["key"]);
    let compact = vector["output"]["compact"].as_str().unwrap();
    assert!(verifies(&keys, Signing::EdDsa, compact, None));
    assert!(!verifies(&keys, Signing::EdDsa, &format!("A{compact}"), None));
}

#[test]
fn private_and_shared_keys_of_rfc_7520_are_refused() {
    for (name, why) in [
        ("jwk/3_2.ec_private_key.json", "private"),
        ("jwk/3_4.rsa_private_key.json", "private"),
        ("jwk/3_5.symmetric_key_mac_computation.json", "shared"),
        ("jwk/3_6.symmetric_key_encryption.json", "shared"),
        ("jwk/3_1.ec_public_key.json", "P-256"),
    ] {
        let Some(key) = vector(name) else { return };
        let refused =
            KeySet::parse(&json!({ "keys": [key] }).to_string()).err().unwrap().to_string();
        assert!(refused.contains(why), "{name}: {refused}");
    }
    let Some(key) = vector("jwk/3_3.rsa_public_key.json") else { return };
    assert!(KeySet::parse(&json!({ "keys": [key] }).to_string()).is_ok());
}
