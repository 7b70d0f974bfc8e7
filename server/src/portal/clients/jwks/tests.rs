use super::*;

const N: &str = "n4EPtAOCc9AlkeQHPzHStgAbgs7bTZLwUBZdR8_KuKPEHLd4rHVTeT-O-XV2jRojdNhxJWTDvNd7nqQ0VEiZQHz_AJmSCpMaJMRBSFKrKb2wqVwGU_NsYOYL-QtiWN2lbzcEe6XC0dApr5ydQLrHqkHHig3RBordaZ6Aj-oBHqFEHYpPe7Tpe-OfVfHd1E6cS6M1FZcD1NNLYD5lFHpPI9bTwJlsde3uhGqC0ZCuEHg8lhzwOHrtIQbS0FVbb9k3-tVTU4fg_3L_vniUFAKwuCLqKnS2BYwdq_mzSnbLY7h_qixoR7jig3__kRhuaxwUkRz5iaiQkqgc5gHdrNP5zw";
const ED: &str = "11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo";
// The base point of P-256.
const X: &str = "axfR8uEsQkf4vOblY6RA8ncDfYEt6zOg9KE5RdiYwpY";
const Y: &str = "T-NC4v4af5uO5-tKfA-eFivOM1drMV7Oy7ZAaDe_UfU";

fn refused(keys: &Value) -> String {
    KeySet::parse(&json!({ "keys": keys }).to_string()).err().expect("refused").to_string()
}

#[test]
fn public_keys_of_the_three_kinds_are_taken_and_nothing_else_of_them_is_kept() {
    let set = json!({"keys": [
        {"kty": "RSA", "n": N, "e": "AQAB", "kid": "r", "use": "sig", "x5t": "dropped"},
        {"kty": "EC", "crv": "P-256", "x": X, "y": Y, "alg": "ES256", "key_ops": ["verify"]},
        {"kty": "OKP", "crv": "Ed25519", "x": ED},
    ]});
    let set = KeySet::parse(&set.to_string()).map_err(|why| why.to_string()).unwrap();
    assert_eq!(set.ids().collect::<Vec<_>>(), ["r", "(no kid)", "(no kid)"]);
    assert!(!set.to_json().contains("dropped"));
    assert!(KeySet::parse(&set.to_json()).is_ok());
}

#[test]
fn private_shared_and_weak_keys_are_refused() {
    let short = "uuuu".repeat(42);
    let even = format!("{}g", &N[..N.len() - 1]);
    for (key, why) in [
        (json!({"kty": "oct", "k": "AAAA"}), "shared"),
        (json!({"kty": "RSA", "n": N, "e": "AQAB", "d": "AAAA"}), "private"),
        (json!({"kty": "OKP", "crv": "Ed25519", "x": ED, "d": ED}), "private"),
        (json!({"kty": "RSA", "n": short, "e": "AQAB"}), "2048"),
        (json!({"kty": "RSA", "n": even, "e": "AQAB"}), "odd"),
        (json!({"kty": "RSA", "n": N, "e": "Aw"}), "65537"),
        (json!({"kty": "RSA", "n": N, "e": "AQAA"}), "65537"),
        (json!({"kty": "RSA", "n": format!("{N}="), "e": "AQAB"}), "base64url"),
        (json!({"kty": "RSA", "e": "AQAB"}), "missing"),
        (json!({"kty": "EC", "crv": "P-256", "x": X, "y": X}), "point"),
        (json!({"kty": "EC", "crv": "P-256", "x": X, "y": "AAAA"}), "32 bytes"),
        (json!({"kty": "EC", "crv": "P-384", "x": X, "y": Y}), "P-256"),
        (json!({"kty": "OKP", "crv": "X25519", "x": ED}), "Ed25519"),
        (json!({"kty": "OKP", "crv": "Ed25519", "x": "A".repeat(43)}), "sound"),
        (json!({"kty": "OKP", "crv": "Ed25519", "x": ED, "use": "enc"}), "sig"),
        (json!({"kty": "OKP", "crv": "Ed25519", "x": ED, "key_ops": ["sign"]}), "verify"),
        (json!({"kty": "OKP", "crv": "Ed25519", "x": ED, "alg": "RS256"}), "fits"),
        (json!({"kty": "RSA", "n": N, "e": "AQAB", "alg": "HS256"}), "alg"),
        (json!({"kty": "OKP", "crv": "Ed25519", "x": ED, "kid": 7}), "kid"),
        (json!("key"), "object"),
    ] {
        let said = refused(&json!([key]));
        assert!(said.contains(why), "{said} does not say {why}");
    }
    let twice = json!({"kty": "OKP", "crv": "Ed25519", "x": ED, "kid": "a"});
    assert!(refused(&json!([twice, twice])).contains("same kid"));
    assert!(refused(&json!([])).contains("1 to 20"));
    assert!(KeySet::parse("[]").is_err());
    assert!(KeySet::parse("{\"keys\": [], \"keys\": []}").is_err());
}
