//! Signing in to a FHIR server: tokens by a shared secret or a signed assertion, kept as long as they last.

use super::people::{NUMBER, honest, record};
use super::script::{Asked, Reply, Script, answer, status};
use super::settings;
use base64::Engine as _;
use base64::engine::general_purpose::{STANDARD, URL_SAFE_NO_PAD};
use consent::identity::NhsNumber;
use consent::time::At;
use jsonwebtoken::{Algorithm, DecodingKey, Validation, decode};
use p384::SecretKey;
use p384::pkcs8::{EncodePrivateKey as _, EncodePublicKey as _, LineEnding};
use serde_json::{Value, json};
use server::clock::FixedClock;
use server::config::FhirSettings;
use server::records::{FhirSource, RecordSource, SourceFault};
use std::os::unix::fs::PermissionsExt as _;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use tempfile::TempDir;

/// A key of P-384, for these tests alone.
fn key() -> SecretKey {
    SecretKey::from_slice(&[7; 48]).unwrap()
}

fn file(home: &TempDir, text: &str) -> PathBuf {
    let path = home.path().join("secret");
    std::fs::write(&path, text).unwrap();
    std::fs::set_permissions(&path, std::fs::Permissions::from_mode(0o600)).unwrap();
    path
}

fn signing_in(script: &Script) -> FhirSettings {
    FhirSettings {
        token_url: Some(format!("{}/token", script.base)),
        client_id: Some("sayso:leeds".to_owned()),
        scope: Some("system/*.rs".to_owned()),
        ..settings(&script.base)
    }
}

fn with_secret(script: &Script, home: &TempDir) -> FhirSettings {
    FhirSettings { client_secret_file: Some(file(home, "hunter 2/ü\n")), ..signing_in(script) }
}

fn clock() -> Arc<FixedClock> {
    Arc::new(FixedClock::at(At::parse_rfc3339("2026-11-02T09:00:00Z").unwrap()))
}

async fn read(source: &FhirSource) -> Result<bool, SourceFault> {
    Ok(source.read(&NhsNumber::parse(NUMBER).unwrap()).await?.is_some())
}

fn issued(token: &str, seconds: Value) -> Reply {
    let body = json!({ "access_token": token, "token_type": "Bearer", "expires_in": seconds });
    answer(200, &[("content-type", "application/json")], &body.to_string())
}

/// Honest to whoever shows this token.
fn guarded(asked: &Asked, token: &str) -> Reply {
    if asked.headers.get("authorization") == Some(&format!("Bearer {token}")) {
        honest(asked, &record())
    } else {
        status(401)
    }
}

fn fetched(script: &Script) -> Vec<Asked> {
    script.asked().into_iter().filter(|asked| asked.path == "/token").collect()
}

#[tokio::test]
async fn a_secret_gets_a_token_that_is_kept_until_shortly_before_its_end() {
    let home = tempfile::tempdir().unwrap();
    let script = Script::new(|asked| match asked.path.as_str() {
        "/token" => issued("t1", json!(300)),
        _ => guarded(asked, "t1"),
    })
    .await;
    let clock = clock();
    let source = FhirSource::new(&with_secret(&script, &home), clock.clone()).unwrap();
    assert!(read(&source).await.unwrap() && read(&source).await.unwrap());
    let asked = fetched(&script);
    assert_eq!(asked.len(), 1);
    // RFC 6749, section 2.3.1.
    let pair = format!("Basic {}", STANDARD.encode("sayso%3Aleeds:hunter+2%2F%C3%BC"));
    assert_eq!((asked[0].method.as_str(), &asked[0].headers["authorization"]), ("POST", &pair));
    assert_eq!(asked[0].field("grant_type").as_deref(), Some("client_credentials"));
    assert_eq!(asked[0].field("scope").as_deref(), Some("system/*.rs"));
    assert!(!asked[0].body.contains("hunter") && !asked[0].body.contains(NUMBER));
    clock.advance(239);
    read(&source).await.unwrap();
    assert_eq!(fetched(&script).len(), 1);
    clock.advance(2);
    read(&source).await.unwrap();
    assert_eq!(fetched(&script).len(), 2);
}

#[tokio::test]
async fn a_key_signs_an_assertion_that_says_who_to_whom_and_until_when() {
    let home = tempfile::tempdir().unwrap();
    let script = Script::new(|asked| match asked.path.as_str() {
        "/token" => issued("t1", json!(300)),
        _ => guarded(asked, "t1"),
    })
    .await;
    let settings = FhirSettings {
        key_file: Some(file(&home, &key().to_pkcs8_pem(LineEnding::LF).unwrap())),
        key_id: Some("2026-11".to_owned()),
        ..signing_in(&script)
    };
    let source = FhirSource::new(&settings, clock()).unwrap();
    assert!(read(&source).await.unwrap());
    let asked = &fetched(&script)[0];
    assert!(!asked.headers.contains_key("authorization"));
    assert_eq!(
        asked.field("client_assertion_type").as_deref(),
        Some("urn:ietf:params:oauth:client-assertion-type:jwt-bearer")
    );
    let assertion = asked.field("client_assertion").unwrap();
    let part = |index: usize| -> Value {
        let text = assertion.split('.').nth(index).unwrap();
        serde_json::from_slice(&URL_SAFE_NO_PAD.decode(text).unwrap()).unwrap()
    };
    assert_eq!(part(0), json!({ "typ": "JWT", "alg": "ES384", "kid": "2026-11" }));
    let claims = part(1);
    assert_eq!((&claims["iss"], &claims["sub"]), (&json!("sayso:leeds"), &json!("sayso:leeds")));
    assert_eq!(claims["aud"], json!(format!("{}/token", script.base)));
    let lasts = claims["exp"].as_i64().unwrap() - claims["iat"].as_i64().unwrap();
    assert!((1..=300).contains(&lasts) && claims["jti"].as_str().unwrap().len() > 20);
    let public = key().public_key().to_public_key_pem(LineEnding::LF).unwrap();
    let public = DecodingKey::from_ec_pem(public.as_bytes()).unwrap();
    let mut expected = Validation::new(Algorithm::ES384);
    expected.validate_exp = false;
    expected.set_audience(&[claims["aud"].as_str().unwrap()]);
    assert!(decode::<Value>(&assertion, &public, &expected).is_ok());
}

#[tokio::test]
async fn a_token_that_is_refused_is_replaced_once() {
    let home = tempfile::tempdir().unwrap();
    let count = Arc::new(AtomicUsize::new(0));
    let counted = count.clone();
    let script = Script::new(move |asked| match asked.path.as_str() {
        "/token" => issued(&format!("t{}", counted.fetch_add(1, Ordering::SeqCst) + 1), json!(300)),
        _ => guarded(asked, "t2"),
    })
    .await;
    let source = FhirSource::new(&with_secret(&script, &home), clock()).unwrap();
    assert!(read(&source).await.unwrap(), "the second token is taken");
    assert_eq!(count.load(Ordering::SeqCst), 2);
    // Where none is taken, there is an end to it.
    script.now(|asked| match asked.path.as_str() {
        "/token" => issued("never", json!(300)),
        _ => status(401),
    });
    let before = fetched(&script).len();
    let failed = read(&source).await;
    assert!(matches!(failed, Err(SourceFault::Wrong(_))), "{failed:?}");
    assert!(fetched(&script).len() - before <= 3);
}

#[tokio::test]
async fn what_is_no_token_is_not_used() {
    let home = tempfile::tempdir().unwrap();
    let json =
        |body: Value| answer(200, &[("content-type", "application/json")], &body.to_string());
    let wrong: Vec<Reply> = vec![
        json(json!({})),
        json(json!({ "access_token": "", "token_type": "Bearer" })),
        json(json!({ "access_token": "a b", "token_type": "Bearer" })),
        json(json!({ "access_token": "a\r\nx-evil: 1", "token_type": "Bearer" })),
        json(json!({ "access_token": "t", "token_type": "mac" })),
        json(json!({ "access_token": "t", "token_type": "Bearer", "expires_in": 0 })),
        json(json!({ "access_token": "t", "token_type": "Bearer", "expires_in": -5 })),
        json(json!({ "access_token": "t".repeat(70_000), "token_type": "Bearer" })),
        answer(200, &[], "token=t"),
        answer(400, &[("content-type", "application/json")], r#"{"error":"invalid_client"}"#),
        answer(302, &[("location", "http://127.0.0.1:9/")], ""),
    ];
    let script = Script::new(|asked| honest(asked, &record())).await;
    for reply in wrong {
        let said = format!("{reply:?}");
        script.now(move |asked| match asked.path.as_str() {
            "/token" => reply.clone(),
            _ => honest(asked, &record()),
        });
        let source = FhirSource::new(&with_secret(&script, &home), clock()).unwrap();
        match read(&source).await {
            Err(SourceFault::Wrong(why)) => {
                for secret in ["hunter", "invalid_client", "evil"] {
                    assert!(!why.contains(secret), "{why}");
                }
            }
            other => panic!("{said}: {other:?}"),
        }
        assert!(
            script.asked().iter().all(|asked| asked.path == "/token"),
            "nothing is asked without"
        );
    }
    script.now(|asked| match asked.path.as_str() {
        "/token" => status(500),
        _ => honest(asked, &record()),
    });
    let source = FhirSource::new(&with_secret(&script, &home), clock()).unwrap();
    assert!(read(&source).await.is_err());
}

#[tokio::test]
async fn a_secret_that_others_can_read_and_a_key_of_another_kind_are_refused() {
    let home = tempfile::tempdir().unwrap();
    let script = Script::new(|asked| honest(asked, &record())).await;
    let settings = with_secret(&script, &home);
    let path = settings.client_secret_file.clone().unwrap();
    std::fs::set_permissions(&path, std::fs::Permissions::from_mode(0o640)).unwrap();
    let refused = FhirSource::new(&settings, clock()).unwrap_err().to_string();
    assert!(refused.contains("can be read by others") && !refused.contains("hunter"), "{refused}");
    let path = file(&home, "hunter2");
    let settings = FhirSettings { client_secret_file: None, key_file: Some(path), ..settings };
    let refused = FhirSource::new(&settings, clock()).unwrap_err().to_string();
    assert!(refused.contains("no private key") && !refused.contains("hunter"), "{refused}");
    let missing = FhirSettings { key_file: Some(home.path().join("none")), ..settings.clone() };
    assert!(FhirSource::new(&missing, clock()).is_err());
    let ca = FhirSettings {
        key_file: None,
        token_url: None,
        ca_file: Some(file(&home, "x")),
        ..settings
    };
    let refused = FhirSource::new(&ca, clock()).unwrap_err().to_string();
    assert!(refused.contains("records.fhir_ca_file"), "{refused}");
}
