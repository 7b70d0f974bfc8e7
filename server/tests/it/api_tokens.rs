//! Who gets a token, and for how long. What is wrong with an assertion is never told.

use crate::api_door::*;
use crate::support::{Kind, Stage, both};
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use consent::ids::ClientId;
use jsonwebtoken::{Algorithm, EncodingKey};
use serde_json::{Value, json};
use server::portal::Actor;
use server::portal::tokens::Scope;

const ID: &str = "dwp-pip-leeds";

both!(a_token_is_given_for_every_algorithm_that_is_taken, |stage| async {
    for (number, algorithm) in
        [Algorithm::RS256, Algorithm::RS512, Algorithm::PS256, Algorithm::ES256, Algorithm::EdDSA]
            .into_iter()
            .enumerate()
    {
        let id = format!("client-{number}");
        let (secret, public) = key(algorithm);
        register(&stage.portal, &id, &public, &Scope::ALL).await;
        for audience in
            [json!(ISSUER), json!(format!("{ISSUER}/oauth2/token")), json!(["urn:another", ISSUER])]
        {
            let mut claims = claims(&stage.portal, &id);
            claims["aud"] = audience;
            let signed = sign(
                algorithm,
                &secret,
                &json!({ "alg": format!("{algorithm:?}"), "kid": "k" }),
                &claims,
            );
            let answer = token_for(&stage.router, &signed).await;
            let body = answer.json();
            assert_eq!(answer.status, 200, "{algorithm:?}: {body}");
            assert_eq!(answer.header("cache-control"), "no-store");
            assert_eq!(body["token_type"], "Bearer");
            assert_eq!(body["expires_in"], 300);
            assert_eq!(body["scope"], Scope::join(&Scope::ALL));
            assert_eq!(
                URL_SAFE_NO_PAD.decode(body["access_token"].as_str().unwrap()).unwrap().len(),
                32
            );
        }
    }
});

/// What is changed in a good assertion to make it bad.
enum Change {
    Header(&'static str, Value),
    Claim(&'static str, Value),
    NoClaim(&'static str),
    Text(fn(&str) -> String),
    Signed(Algorithm, fn() -> EncodingKey),
}

fn bad_assertions(now: i64) -> Vec<(&'static str, Change)> {
    use Change::{Claim, Header, NoClaim, Signed, Text};
    let hmac = || EncodingKey::from_secret(ed25519(7).1["x"].as_str().unwrap().as_bytes());
    vec![
        ("the algorithm is none", Header("alg", json!("none"))),
        ("the algorithm is none, in another case", Header("alg", json!("NoNe"))),
        ("the algorithm is missing", Header("alg", json!(null))),
        ("the algorithm is another of the same family of names", Header("alg", json!("RS384"))),
        ("the algorithm is one of another kind of key", Header("alg", json!("RS256"))),
        ("the algorithm is no text", Header("alg", json!(["EdDSA"]))),
        ("the algorithm is in another case", Header("alg", json!("eddsa"))),
        ("the public key is used as a shared secret", Signed(Algorithm::HS256, hmac)),
        ("another key signed it", Signed(Algorithm::EdDSA, || ed25519(8).0)),
        ("the key is named by another id", Header("kid", json!("other\u{0}"))),
        ("the key's id is no text", Header("kid", json!(7))),
        ("something critical is not understood", Header("crit", json!(["exp"]))),
        ("the payload is not encoded", Header("crit", json!(["b64"]))),
        ("it is another type of token", Header("typ", json!("at+jwt"))),
        ("its type is no text", Header("typ", json!(1))),
        ("the issuer is missing", NoClaim("iss")),
        ("the subject is missing", NoClaim("sub")),
        ("the audience is missing", NoClaim("aud")),
        ("the end is missing", NoClaim("exp")),
        ("the id is missing", NoClaim("jti")),
        ("the issuer is another client", Claim("iss", json!("dwp-uc-health"))),
        ("the subject is another client", Claim("sub", json!("dwp-uc-health"))),
        ("the issuer is nobody", Claim("iss", json!("nobody"))),
        ("the issuer is no client id", Claim("iss", json!("../etc"))),
        ("the issuer is no text", Claim("iss", json!(1))),
        ("it is for somebody else", Claim("aud", json!("https://example.org"))),
        (
            "it is for a path of ours that takes none",
            Claim("aud", json!(format!("{ISSUER}/oauth2"))),
        ),
        ("it is for us with a slash more", Claim("aud", json!(format!("{ISSUER}/")))),
        ("it is for several others", Claim("aud", json!(["https://example.org", "urn:x"]))),
        ("it is for nobody", Claim("aud", json!([]))),
        ("its audiences are no texts", Claim("aud", json!([ISSUER, 7]))),
        ("its audience is an object", Claim("aud", json!({ "aud": ISSUER }))),
        ("it ended a second ago", Claim("exp", json!(now - 1))),
        ("it ends now", Claim("exp", json!(now))),
        ("it ends too late", Claim("exp", json!(now + 301))),
        ("it never ends", Claim("exp", json!(1e300))),
        ("its end is a text", Claim("exp", json!((now + 60).to_string()))),
        ("its end is null", Claim("exp", json!(null))),
        ("it begins in the future", Claim("nbf", json!(now + 30))),
        ("its beginning is a text", Claim("nbf", json!("now"))),
        ("it was made in the future", Claim("iat", json!(now + 30))),
        ("it was made long ago", Claim("iat", json!(now - 3600))),
        ("its id is empty", Claim("jti", json!(""))),
        ("its id is a number", Claim("jti", json!(1))),
        ("its id is endless", Claim("jti", json!("x".repeat(257)))),
        ("the signature is missing", Text(|text| format!("{}.", text.rsplit_once('.').unwrap().0))),
        ("the signature is cut", Text(|text| text[..text.len() - 4].to_owned())),
        ("one bit of the signature is another", Text(|text| flip(text, 2))),
        ("one bit of the claims is another", Text(|text| flip(text, 1))),
        ("one bit of the header is another", Text(|text| flip(text, 0))),
        ("the signature is padded", Text(|text| format!("{text}=="))),
        ("there are two parts", Text(|text| text.rsplit_once('.').unwrap().0.to_owned())),
        ("there are four parts", Text(|text| format!("{text}.AAAA"))),
        ("there is a space in it", Text(|text| format!(" {text}"))),
        ("it is no token", Text(|_| "x".to_owned())),
        ("it is endless", Text(|text| text.repeat(200))),
        ("a claim is there twice", Text(twice)),
    ]
}

fn flip(text: &str, part: usize) -> String {
    let mut parts: Vec<Vec<u8>> =
        text.split('.').map(|part| URL_SAFE_NO_PAD.decode(part).unwrap()).collect();
    parts[part][9] ^= 1;
    parts.iter().map(|part| URL_SAFE_NO_PAD.encode(part)).collect::<Vec<_>>().join(".")
}

/// The same claims, one of them twice, and signed all the same.
fn twice(text: &str) -> String {
    let parts: Vec<&str> = text.split('.').collect();
    let claims = String::from_utf8(URL_SAFE_NO_PAD.decode(parts[1]).unwrap()).unwrap();
    let claims = claims.replacen('{', "{\"sub\":\"dwp-uc-health\",", 1);
    let signed = format!("{}.{}", parts[0], URL_SAFE_NO_PAD.encode(claims));
    let signature =
        jsonwebtoken::crypto::sign(signed.as_bytes(), &ed25519(7).0, Algorithm::EdDSA).unwrap();
    format!("{signed}.{signature}")
}

both!(no_bad_assertion_is_taken_and_all_are_answered_alike, |stage| async {
    register(&stage.portal, ID, &ed25519(7).1, &Scope::ALL).await;
    register(&stage.portal, "dwp-uc-health", &ed25519(9).1, &Scope::ALL).await;
    let now = stage.portal.now().micros() / 1_000_000;
    let bad = bad_assertions(now);
    assert!((40..60).contains(&bad.len()), "and fewer than are told to wait");
    let mut answers = Vec::new();
    for (why, change) in bad {
        let mut header = json!({ "alg": "EdDSA", "typ": "JWT", "kid": "k" });
        let mut claims = claims(&stage.portal, ID);
        let (mut algorithm, mut secret) = (Algorithm::EdDSA, ed25519(7).0);
        let mut spoil: fn(&str) -> String = str::to_owned;
        match change {
            Change::Header(name, value) => header[name] = value,
            Change::Claim(name, value) => claims[name] = value,
            Change::NoClaim(name) => drop(claims.as_object_mut().unwrap().remove(name)),
            Change::Text(change) => spoil = change,
            Change::Signed(other, key) => {
                header["alg"] = json!(format!("{other:?}"));
                (algorithm, secret) = (other, key());
            }
        }
        let text = spoil(&sign(algorithm, &secret, &header, &claims));
        let answer = token_for(&stage.router, &text).await;
        assert_eq!(answer.status, 401, "{why}: {}", answer.json());
        assert_eq!(answer.json()["error"], "invalid_client", "{why}");
        answers.push(answer.bytes);
    }
    answers.dedup();
    assert_eq!(answers.len(), 1, "every cause has the same answer");
    assert_eq!(stage.number("SELECT COUNT(*) FROM access_token").await, 0);
    // Nothing but the changes was wrong.
    assert_eq!(token_for(&stage.router, &assertion(&stage.portal, ID)).await.status, 200);
});

both!(an_assertion_is_taken_once_in_every_process, |stage| async {
    register(&stage.portal, ID, &ed25519(7).1, &Scope::ALL).await;
    let signed = assertion(&stage.portal, ID);
    assert_eq!(token_for(&stage.router, &signed).await.status, 200);
    assert_eq!(token_for(&stage.router, &signed).await.status, 401);
    let other = server::api::router(stage.again().await);
    assert_eq!(token_for(&other, &signed).await.status, 401);
    // Remembered for as long as it could be shown, and not for ever.
    stage.clock.advance(59);
    assert_eq!(token_for(&other, &signed).await.status, 401);
    stage.clock.advance(3600);
    assert_eq!(token_for(&other, &assertion(&stage.portal, ID)).await.status, 200);
    assert_eq!(stage.number("SELECT COUNT(*) FROM assertion_seen").await, 1);
    assert_eq!(stage.number("SELECT COUNT(*) FROM access_token").await, 1);
});

both!(the_same_id_of_two_clients_is_two_assertions, |stage| async {
    for id in ["one", "two"] {
        register(&stage.portal, id, &ed25519(7).1, &Scope::ALL).await;
        let mut claims = claims(&stage.portal, id);
        claims["jti"] = json!("same");
        let signed = sign(Algorithm::EdDSA, &ed25519(7).0, &json!({ "alg": "EdDSA" }), &claims);
        assert_eq!(token_for(&stage.router, &signed).await.status, 200, "{id}");
    }
});

both!(a_token_outlives_a_restart_and_not_five_minutes, |stage| async {
    let door = Door::open(stage, ID, &Scope::ALL).await;
    let path = "/api/v1/requests/01890000-0000-7000-8000-000000000000";
    let again =
        Door { router: server::api::router(stage.again().await), token: door.token.clone() };
    stage.clock.advance(299);
    again.get(path).await.problem(404, "not-found");
    stage.clock.advance(1);
    for door in [door, again] {
        let answer = door.get(path).await;
        answer.problem(401, "unauthorized");
        assert!(answer.header("www-authenticate").starts_with("Bearer"));
    }
});

both!(disabling_and_rotating_end_tokens_at_once_in_every_process, |stage| async {
    let id = ClientId::parse(ID).unwrap();
    let door = Door::open(stage, ID, &Scope::ALL).await;
    let other = stage.again().await;
    let signed = assertion(&stage.portal, ID);
    let keys = json!({ "keys": [ed25519(8).1] }).to_string();
    other.rotate_client(&Actor::Operator, &id, &keys).await.unwrap();
    door.get("/api/v1/requests/x").await.problem(401, "unauthorized");
    assert_eq!(token_for(&stage.router, &signed).await.status, 401);
    let fresh = sign(
        Algorithm::EdDSA,
        &ed25519(8).0,
        &json!({ "alg": "EdDSA" }),
        &claims(&stage.portal, ID),
    );
    let token =
        token_for(&stage.router, &fresh).await.json()["access_token"].as_str().unwrap().to_owned();
    let door = Door { token, ..door };
    door.get("/api/v1/requests/x").await.problem(404, "not-found");
    assert!(other.disable_client(&Actor::Operator, &id).await.unwrap());
    assert!(!other.disable_client(&Actor::Operator, &id).await.unwrap());
    door.get("/api/v1/requests/x").await.problem(401, "unauthorized");
    let fresh = sign(
        Algorithm::EdDSA,
        &ed25519(8).0,
        &json!({ "alg": "EdDSA" }),
        &claims(&stage.portal, ID),
    );
    assert_eq!(token_for(&stage.router, &fresh).await.status, 401);
    assert!(other.rotate_client(&Actor::Operator, &id, &keys).await.is_err());
});

both!(what_is_no_request_for_a_token_is_told_so, |stage| async {
    register(&stage.portal, ID, &ed25519(7).1, &[Scope::RequestsRead, Scope::RequestsWrite]).await;
    let grant = ("grant_type", "client_credentials");
    let kind = ("client_assertion_type", ASSERTION_TYPE);
    let fresh = || assertion(&stage.portal, ID);
    for (why, status, error, parameters) in [
        ("no grant type", 400, "invalid_request", vec![kind]),
        ("an empty grant type", 400, "invalid_request", vec![("grant_type", ""), kind]),
        (
            "another grant type",
            400,
            "unsupported_grant_type",
            vec![("grant_type", "password"), kind],
        ),
        ("no assertion type", 400, "invalid_request", vec![grant]),
        (
            "another assertion type",
            400,
            "invalid_request",
            vec![grant, ("client_assertion_type", "saml2")],
        ),
        ("the grant type twice", 400, "invalid_request", vec![grant, kind, grant]),
        (
            "an unknown parameter twice",
            400,
            "invalid_request",
            vec![grant, kind, ("x", "1"), ("x", "1")],
        ),
        (
            "an unknown scope",
            400,
            "invalid_scope",
            vec![grant, kind, ("scope", "requests:read all")],
        ),
        ("a scope it has not", 400, "invalid_scope", vec![grant, kind, ("scope", "releases:read")]),
        (
            "another client's id beside it",
            401,
            "invalid_client",
            vec![grant, kind, ("client_id", "other")],
        ),
    ] {
        let signed = fresh();
        let mut parameters = parameters;
        parameters.push(("client_assertion", &signed));
        let answer = token(&stage.router, &parameters).await;
        assert_eq!(
            (answer.status.as_u16(), answer.json()["error"].as_str().unwrap()),
            (status, error),
            "{why}"
        );
        assert_eq!(answer.header("content-type"), "application/json", "{why}");
        assert_eq!(answer.header("cache-control"), "no-store", "{why}");
    }
    let missing = token(&stage.router, &[grant, kind]).await;
    assert_eq!(
        (missing.status.as_u16(), missing.json()["error"].as_str().unwrap()),
        (400, "invalid_request")
    );
    // Whoever cannot prove who it is learns nothing about scopes.
    let bad =
        token(&stage.router, &[grant, kind, ("client_assertion", "x"), ("scope", "all")]).await;
    assert_eq!(bad.status, 401);
    let signed = fresh();
    let good = [
        grant,
        kind,
        ("client_assertion", &signed),
        ("scope", "requests:read"),
        ("client_id", ID),
        ("unknown", "1"),
    ];
    assert_eq!(token(&stage.router, &good).await.json()["scope"], "requests:read");
    let signed = fresh();
    let everything = [grant, kind, ("client_assertion", &signed), ("scope", "")];
    assert_eq!(
        token(&stage.router, &everything).await.json()["scope"],
        "requests:write requests:read"
    );
});

both!(too_many_bad_assertions_are_told_to_wait_and_a_good_one_is_not, |stage| async {
    register(&stage.portal, ID, &ed25519(7).1, &Scope::ALL).await;
    for known in [ID, "nobody"] {
        let bad = || {
            sign(
                Algorithm::EdDSA,
                &ed25519(8).0,
                &json!({ "alg": "EdDSA" }),
                &claims(&stage.portal, known),
            )
        };
        for number in 0..60 {
            assert_eq!(token_for(&stage.router, &bad()).await.status, 401, "{known} {number}");
        }
        let answer = token_for(&stage.router, &bad()).await;
        answer.problem(429, "too-many-requests");
        assert_eq!(answer.header("retry-after"), "1");
    }
    assert_eq!(token_for(&stage.router, &assertion(&stage.portal, ID)).await.status, 200);
    stage.clock.advance(60);
    let bad = sign(
        Algorithm::EdDSA,
        &ed25519(8).0,
        &json!({ "alg": "EdDSA" }),
        &claims(&stage.portal, ID),
    );
    assert_eq!(token_for(&stage.router, &bad).await.status, 401);
});

#[tokio::test]
async fn only_hashes_of_tokens_and_ids_are_kept() {
    let stage = Stage::new(Kind::Sqlite).await.unwrap();
    let door = Door::open(&stage, ID, &Scope::ALL).await;
    let kept = stage
        .texts(
            "SELECT hex(hash) FROM access_token UNION ALL SELECT hex(jti_hash) FROM assertion_seen",
        )
        .await;
    assert_eq!(kept.len(), 2);
    let token = URL_SAFE_NO_PAD.decode(&door.token).unwrap();
    let token = consent::digest::Digest::from_bytes(token.try_into().unwrap()).to_string();
    assert!(kept.iter().all(|kept| kept.len() == 64 && kept.to_lowercase() != token));
}

#[tokio::test]
async fn the_metadata_says_what_the_endpoint_does() {
    let stage = Stage::new(Kind::Sqlite).await.unwrap();
    let request = http::Request::get("/.well-known/oauth-authorization-server")
        .body(axum::body::Body::empty())
        .unwrap();
    let metadata = send(&stage.router, request).await.json();
    assert_eq!(metadata["issuer"], ISSUER);
    assert_eq!(metadata["token_endpoint"], format!("{ISSUER}{TOKEN}"));
    assert_eq!(metadata["token_endpoint_auth_methods_supported"], json!(["private_key_jwt"]));
    assert_eq!(
        metadata["token_endpoint_auth_signing_alg_values_supported"],
        json!(["RS256", "RS512", "PS256", "ES256", "EdDSA"])
    );
    assert_eq!(metadata["grant_types_supported"], json!(["client_credentials"]));
}
