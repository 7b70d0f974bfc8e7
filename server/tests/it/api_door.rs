//! A requester's client as the tests of the API play it: it signs, gets a token and calls the router.

use crate::support::Stage;
use axum::Router;
use axum::body::{Body, to_bytes};
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use consent::ids::ClientId;
use consent::request::Registration;
use ed25519_dalek::pkcs8::EncodePrivateKey;
use http::{HeaderMap, Method, Request, StatusCode, header};
use jsonwebtoken::{Algorithm, EncodingKey};
use serde_json::{Value, json};
use server::portal::clients::NewClient;
use server::portal::tokens::Scope;
use server::portal::{Actor, Portal};
use std::sync::atomic::{AtomicU32, Ordering};
use tower::ServiceExt;

/// Where the portal of the tests says that it is.
pub const ISSUER: &str = "http://127.0.0.1:3000";
pub const TOKEN: &str = "/oauth2/token";
pub const ASSERTION_TYPE: &str = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";

/// Published keys: RSA of RFC 7520 section 3.4, P-256 of RFC 7515 appendix A.3.
pub const RSA_N: &str = "n4EPtAOCc9AlkeQHPzHStgAbgs7bTZLwUBZdR8_KuKPEHLd4rHVTeT-O-XV2jRojdNhxJWTDvNd7nqQ0VEiZQHz_AJmSCpMaJMRBSFKrKb2wqVwGU_NsYOYL-QtiWN2lbzcEe6XC0dApr5ydQLrHqkHHig3RBordaZ6Aj-oBHqFEHYpPe7Tpe-OfVfHd1E6cS6M1FZcD1NNLYD5lFHpPI9bTwJlsde3uhGqC0ZCuEHg8lhzwOHrtIQbS0FVbb9k3-tVTU4fg_3L_vniUFAKwuCLqKnS2BYwdq_mzSnbLY7h_qixoR7jig3__kRhuaxwUkRz5iaiQkqgc5gHdrNP5zw";
const RSA_REST: [&str; 6] = [
    "bWUC9B-EFRIo8kpGfh0ZuyGPvMNKvYWNtB_ikiH9k20eT-O1q_I78eiZkpXxXQ0UTEs2LsNRS-8uJbvQ-A1irkwMSMkK1J3XTGgdrhCku9gRldY7sNA_AKZGh-Q661_42rINLRCe8W-nZ34ui_qOfkLnK9QWDDqpaIsA-bMwWWSDFu2MUBYwkHTMEzLYGqOe04noqeq1hExBTHBOBdkMXiuFhUq1BU6l-DqEiWxqg82sXt2h-LMnT3046AOYJoRioz75tSUQfGCshWTBnP5uDjd18kKhyv07lhfSJdrPdM5Plyl21hsFf4L_mHCuoFau7gdsPfHPxxjVOcOpBrQzwQ",
    "3Slxg_DwTXJcb6095RoXygQCAZ5RnAvZlno1yhHtnUex_fp7AZ_9nRaO7HX_-SFfGQeutao2TDjDAWU4Vupk8rw9JR0AzZ0N2fvuIAmr_WCsmGpeNqQnev1T7IyEsnh8UMt-n5CafhkikzhEsrmndH6LxOrvRJlsPp6Zv8bUq0k",
    "uKE2dh-cTf6ERF4k4e_jy78GfPYUIaUyoSSJuBzp3Cubk3OCqs6grT8bR_cu0Dm1MZwWmtdqDyI95HrUeq3MP15vMMON8lHTeZu2lmKvwqW7anV5UzhM1iZ7z4yMkuUwFWoBvyY898EXvRD-hdqRxHlSqAZ192zB3pVFJ0s7pFc",
    "B8PVvXkvJrj2L-GYQ7v3y9r6Kw5g9SahXBwsWUzp19TVlgI-YV85q1NIb1rxQtD-IsXXR3-TanevuRPRt5OBOdiMGQp8pbt26gljYfKU_E9xn-RULHz0-ed9E9gXLKD4VGngpz-PfQ_q29pk5xWHoJp009Qf1HvChixRX59ehik",
    "CLDmDGduhylc9o7r84rEUVn7pzQ6PF83Y-iBZx5NT-TpnOZKF1pErAMVeKzFEl41DlHHqqBLSM0W1sOFbwTxYWZDm6sI6og5iTbwQGIC3gnJKbi_7k_vJgGHwHxgPaX2PnvP-zyEkDERuf-ry4c_Z11Cq9AqC2yeL6kdKT1cYF8",
    "3PiqvXQN0zwMeE-sBvZgi289XP9XCQF3VWqPzMKnIgQp7_Tugo6-NZBKCQsMf3HaEGBjTVJs_jcK8-TRXvaKe-7ZMaQj8VfBdYkssbu0NKDDhjJ-GtiseaDVWt7dcH0cfwxgFUHpQh7FoCrjFJ6h6ZEpMF6xmujs4qMpPz8aaI4",
];
const P256_D: &str = "jpsQnnGQmL-YBIffH1136cspYG6-0iY7X1fCE9-E9LI";
const P256_X: &str = "f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU";
const P256_Y: &str = "x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0";

fn bytes(text: &str) -> Vec<u8> {
    URL_SAFE_NO_PAD.decode(text).unwrap()
}

fn der(tag: u8, content: &[u8]) -> Vec<u8> {
    let length = content.len();
    let mut der = vec![tag];
    match u8::try_from(length) {
        Ok(length @ 0..128) => der.push(length),
        Ok(length) => der.extend([0x81, length]),
        Err(_) => {
            der.push(0x82);
            der.extend(u16::try_from(length).unwrap().to_be_bytes());
        }
    }
    der.extend(content);
    der
}

/// A key to sign with, and its public side.
pub fn key(algorithm: Algorithm) -> (EncodingKey, Value) {
    match algorithm {
        Algorithm::EdDSA => ed25519(7),
        Algorithm::ES256 => {
            let secret = [&[0x02, 1, 1][..], &der(0x04, &bytes(P256_D))].concat();
            let kind = [
                0x06, 7, 0x2a, 0x86, 0x48, 0xce, 0x3d, 2, 1, 0x06, 8, 0x2a, 0x86, 0x48, 0xce, 0x3d,
                3, 1, 7,
            ];
            let pkcs8 =
                [&[0x02, 1, 0][..], &der(0x30, &kind), &der(0x04, &der(0x30, &secret))].concat();
            let jwk = json!({ "kty": "EC", "crv": "P-256", "x": P256_X, "y": P256_Y, "kid": "k" });
            (EncodingKey::from_ec_der(&der(0x30, &pkcs8)), jwk)
        }
        _ => {
            let whole =
                [vec![0], bytes(RSA_N), vec![1, 0, 1]].into_iter().chain(RSA_REST.map(bytes));
            let whole: Vec<u8> = whole
                .flat_map(|number| {
                    let sign = if number[0] < 128 { &[][..] } else { &[0] };
                    der(0x02, &[sign, &number].concat())
                })
                .collect();
            let jwk = json!({ "kty": "RSA", "n": RSA_N, "e": "AQAB", "kid": "k" });
            (EncodingKey::from_rsa_der(&der(0x30, &whole)), jwk)
        }
    }
}

/// An Ed25519 key of this seed. Seed 7 is the one that the clients here have.
pub fn ed25519(seed: u8) -> (EncodingKey, Value) {
    let key = ed25519_dalek::SigningKey::from_bytes(&[seed; 32]);
    let x = URL_SAFE_NO_PAD.encode(key.verifying_key().as_bytes());
    let pkcs8 = key.to_pkcs8_der().unwrap();
    (
        EncodingKey::from_ed_der(pkcs8.as_bytes()),
        json!({ "kty": "OKP", "crv": "Ed25519", "x": x, "kid": "k" }),
    )
}

/// Signs this header and these claims.
pub fn sign(algorithm: Algorithm, key: &EncodingKey, header: &Value, claims: &Value) -> String {
    let part = |value: &Value| URL_SAFE_NO_PAD.encode(value.to_string());
    let signed = format!("{}.{}", part(header), part(claims));
    let signature = jsonwebtoken::crypto::sign(signed.as_bytes(), key, algorithm).unwrap();
    format!("{signed}.{signature}")
}

/// Claims that hold now, with an id of their own.
pub fn claims(portal: &Portal, client: &str) -> Value {
    static NEXT: AtomicU32 = AtomicU32::new(0);
    let now = portal.now().micros() / 1_000_000;
    let jti = format!("jti-{}", NEXT.fetch_add(1, Ordering::Relaxed));
    json!({ "iss": client, "sub": client, "aud": format!("{ISSUER}{TOKEN}"), "exp": now + 60, "iat": now, "jti": jti })
}

/// An assertion that holds now, for a client with the key of seed 7.
pub fn assertion(portal: &Portal, client: &str) -> String {
    let header = json!({ "alg": "EdDSA", "typ": "JWT", "kid": "k" });
    sign(Algorithm::EdDSA, &ed25519(7).0, &header, &claims(portal, client))
}

/// Registers a client for every purpose, with this key and these scopes.
pub async fn register(portal: &Portal, id: &str, jwk: &Value, scopes: &[Scope]) {
    let new = NewClient {
        id: ClientId::parse(id).unwrap(),
        organisation: "Department for Work and Pensions".to_owned(),
        team: "Disability benefits, Leeds".to_owned(),
        jwks: json!({ "keys": [jwk] }).to_string(),
        scopes: scopes.to_vec(),
        purposes: Registration::AllPurposes,
    };
    portal.add_client(&Actor::Operator, new).await.unwrap();
}

/// An answer, read whole.
pub struct Answer {
    pub status: StatusCode,
    pub headers: HeaderMap,
    pub bytes: Vec<u8>,
}

impl Answer {
    /// The body as JSON.
    pub fn json(&self) -> Value {
        serde_json::from_slice(&self.bytes)
            .unwrap_or_else(|_| panic!("{}", String::from_utf8_lossy(&self.bytes)))
    }

    /// A header as text.
    pub fn header(&self, name: &str) -> &str {
        self.headers.get(name).map_or("", |value| value.to_str().unwrap())
    }

    /// It is a problem of this type, in the shape of RFC 9457; gives the body.
    #[track_caller]
    pub fn problem(&self, status: u16, kind: &str) -> Value {
        let body = self.json();
        assert_eq!(self.status.as_u16(), status, "{body}");
        assert_eq!(self.header("content-type"), "application/problem+json");
        assert_eq!(body["type"], format!("/problems/{kind}"), "{body}");
        assert_eq!(body["status"], status);
        assert!(body["title"].is_string() && body["detail"].is_string());
        assert_eq!(self.header("cache-control"), "no-store");
        body
    }

    /// It is 422, and says everything that is wrong: the pointers, in order.
    #[track_caller]
    pub fn pointers(&self) -> Vec<String> {
        let body = self.problem(422, "invalid");
        let errors = body["errors"].as_array().unwrap();
        errors.iter().map(|error| error["pointer"].as_str().unwrap().to_owned()).collect()
    }
}

/// Sends a request.
pub async fn send(router: &Router, request: Request<Body>) -> Answer {
    let response = router.clone().oneshot(request).await.unwrap();
    let (parts, body) = response.into_parts();
    let bytes = to_bytes(body, usize::MAX).await.unwrap().to_vec();
    Answer { status: parts.status, headers: parts.headers, bytes }
}

/// Asks for a token with these parameters.
pub async fn token(router: &Router, parameters: &[(&str, &str)]) -> Answer {
    let form = form_urlencoded::Serializer::new(String::new()).extend_pairs(parameters).finish();
    let request =
        Request::post(TOKEN).header(header::CONTENT_TYPE, "application/x-www-form-urlencoded");
    send(router, request.body(Body::from(form)).unwrap()).await
}

/// Asks for a token with this assertion.
pub async fn token_for(router: &Router, assertion: &str) -> Answer {
    token(
        router,
        &[
            ("grant_type", "client_credentials"),
            ("client_assertion_type", ASSERTION_TYPE),
            ("client_assertion", assertion),
        ],
    )
    .await
}

/// A client with a token.
pub struct Door {
    pub router: Router,
    pub token: String,
}

impl Door {
    /// The client with this id, registered before with the key of seed 7.
    pub async fn of(router: &Router, portal: &Portal, client: &str) -> Self {
        let answer = token_for(router, &assertion(portal, client)).await;
        assert_eq!(answer.status, 200, "{}", answer.json());
        let token = answer.json()["access_token"].as_str().unwrap().to_owned();
        Self { router: router.clone(), token }
    }

    /// A new client with this id, these scopes, and a token.
    pub async fn open(stage: &Stage, client: &str, scopes: &[Scope]) -> Self {
        register(&stage.portal, client, &ed25519(7).1, scopes).await;
        Self::of(&stage.router, &stage.portal, client).await
    }

    /// Sends a request without a body.
    pub async fn call(&self, method: Method, path: &str) -> Answer {
        let request = Request::builder()
            .method(method)
            .uri(path)
            .header(header::AUTHORIZATION, self.bearer());
        send(&self.router, request.body(Body::empty()).unwrap()).await
    }

    /// Reads.
    pub async fn get(&self, path: &str) -> Answer {
        self.call(Method::GET, path).await
    }

    /// Sends JSON.
    pub async fn post(&self, path: &str, body: &Value) -> Answer {
        self.post_text(path, "application/json", body.to_string()).await
    }

    /// Sends whatever.
    pub async fn post_text(&self, path: &str, kind: &str, body: impl Into<Body>) -> Answer {
        let request = Request::post(path)
            .header(header::AUTHORIZATION, self.bearer())
            .header(header::CONTENT_TYPE, kind);
        send(&self.router, request.body(body.into()).unwrap()).await
    }

    fn bearer(&self) -> String {
        format!("Bearer {}", self.token)
    }
}

/// A submission that is sound on the day of the tests.
pub fn submission(reference: &str) -> Value {
    json!({
        "reference": reference,
        "kind": "routine",
        "purpose": "pip-first-decision",
        "officer": { "reference": "PIP-LDS-0417", "role": "Decision maker, Personal Independence Payment" },
        "explanation": "You told us on your form that your illness makes it hard to walk.",
        "claimant": {
            "nino": "ab 12 34 56 c",
            "nhs_number": "943 476 5919",
            "given_name": "Siân",
            "family_name": "Llŷr",
            "birth_date": "1984-02-29",
            "postcode": "cf10 1aa"
        },
        "items": [
            { "category": "conditions", "decision_points": ["period"], "reason": "To see which illnesses you have." },
            { "category": "mental-health", "decision_points": ["dl9", "m1"], "reason": "You told us about this.", "from": "2023-01-01", "to": null }
        ],
        "recipients": ["DWP PIP decision makers", "Capita"],
        "keep_for": "P24M",
        "respond_by": "2026-12-14"
    })
}
