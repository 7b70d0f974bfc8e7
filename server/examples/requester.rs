//! A requester from start to end, for integrators to copy: sign, get a token, submit a request, check
//! consent until something is permitted, collect it, and believe nothing that its digest does not prove.
//!
//! ```text
//! openssl genpkey -algorithm ed25519 -out key.pem      # or: -algorithm EC -pkeyopt ec_paramgen_curve:P-256
//! sayso client add --id my-client --organisation … --team … --jwks keys.json --purpose all
//! cargo run --example requester -- http://127.0.0.1:3000 my-client key.pem request.json
//! ```
//!
//! With no place at all it asks as the demo's requester, from the folder in which `cargo xtask demo` runs.
//! Options: `--request ID` goes on with a request that was submitted before; `--wait SECONDS` says how
//! long to wait for an answer (600); `--flip-a-byte` spoils what was collected, to show that it is noticed.
//! The release goes to standard output, everything else to standard error. Exit code 0: collected, and
//! it is what was sent. Exit code 1: anything else.

use base64::Engine as _;
use base64::engine::general_purpose::{STANDARD, URL_SAFE_NO_PAD};
use jsonwebtoken::{Algorithm, EncodingKey, Header};
use serde_json::{Value, json};
use sha2::{Digest, Sha256};
use std::io::Write;
use std::process::ExitCode;
use std::thread::sleep;
use std::time::Duration;
use ureq::http::Response;
use ureq::{Agent, Body};

/// An assertion lives for a minute; the portal takes five at most.
const ASSERTION_SECONDS: u64 = 60;
/// How often to ask again whether something is permitted.
const PATIENCE: Duration = Duration::from_secs(2);
/// No release is larger than this; what is larger is not read.
const LARGEST: u64 = 64 * 1024 * 1024;

/// The requester of `sayso serve --demo`: where it is, who asks, the key, what is asked.
const DEMO: [&str; 4] = [
    "http://127.0.0.1:3000",
    "dwp-pip-leeds",
    "data/demo/dwp-pip-leeds.pem",
    "data/demo/request.json",
];

type Outcome<T> = Result<T, String>;

fn main() -> ExitCode {
    match run(std::env::args().skip(1).collect()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(why) => {
            tell(&why);
            ExitCode::FAILURE
        }
    }
}

fn tell(words: &str) {
    drop(writeln!(std::io::stderr(), "{words}"));
}

/// What was typed.
struct Typed {
    base: String,
    client: String,
    key: String,
    body: String,
    request: Option<String>,
    wait: Duration,
    flip: bool,
}

fn typed(arguments: Vec<String>) -> Option<Typed> {
    let (mut places, mut request, mut wait, mut flip) = (Vec::new(), None, 600, false);
    let mut arguments = arguments.into_iter();
    while let Some(argument) = arguments.next() {
        match argument.as_str() {
            "--request" => request = Some(arguments.next()?),
            "--wait" => wait = arguments.next()?.parse().ok()?,
            "--flip-a-byte" => flip = true,
            _ => places.push(argument),
        }
    }
    if places.is_empty() {
        places = DEMO.map(str::to_owned).to_vec();
    }
    let [base, client, key, body] = <[String; 4]>::try_from(places).ok()?;
    let base = base.trim_end_matches('/').to_owned();
    Some(Typed { base, client, key, body, request, wait: Duration::from_secs(wait), flip })
}

/// Does what was typed.
pub(crate) fn run(arguments: Vec<String>) -> Outcome<()> {
    let usage = "usage: requester [BASE-URL CLIENT-ID KEY.pem REQUEST.json] [--request ID] [--wait SECONDS] [--flip-a-byte]";
    let typed = typed(arguments).ok_or(usage)?;
    let mut requester = Requester::new(&typed)?;

    // 1. Ask. What the portal answers says nothing about the person, and never will say more than
    //    what may be collected: `not-available` is not evidence about anybody.
    let id = match typed.request {
        Some(id) => id,
        None => requester.submit(&read(&typed.body)?)?,
    };
    tell(&format!("request {id}"));

    // 2. Wait. A real requester reads events or checks when it is about to decide; a check is answered
    //    from the decision in force at that moment, so never keep an answer for later.
    let categories = requester.categories(&id)?;
    let mut left = typed.wait;
    while !requester.permitted(&id, &categories)? {
        if left.is_zero() {
            return Err("nothing is available, which says nothing about the person".to_owned());
        }
        sleep(PATIENCE.min(left));
        left = left.saturating_sub(PATIENCE);
    }

    // 3. Collect, and prove before using.
    let release = requester.collect(&id, typed.flip)?;
    std::io::stdout().write_all(&release).map_err(|why| format!("cannot write the release: {why}"))
}

/// A client of the portal with its key.
struct Requester {
    agent: Agent,
    base: String,
    client: String,
    algorithm: Algorithm,
    key: EncodingKey,
    endpoint: String,
    token: Option<String>,
}

impl Requester {
    fn new(typed: &Typed) -> Outcome<Self> {
        let pem = read(&typed.key)?;
        let p256 = EncodingKey::from_ec_pem(pem.as_bytes()).map(|key| (Algorithm::ES256, key));
        let key = p256.or_else(|_| {
            EncodingKey::from_ed_pem(pem.as_bytes()).map(|key| (Algorithm::EdDSA, key))
        });
        let (algorithm, key) =
            key.map_err(|_| "the key is no P-256 or Ed25519 key in PKCS #8 PEM")?;
        let config = Agent::config_builder()
            // 4xx and 5xx carry problems that are worth reading.
            .http_status_as_error(false)
            // Never follow to somewhere else with a token or an assertion.
            .max_redirects(0)
            .timeout_global(Some(Duration::from_mins(1)))
            .build();
        let mut requester = Self {
            agent: config.new_agent(),
            base: typed.base.clone(),
            client: typed.client.clone(),
            algorithm,
            key,
            endpoint: String::new(),
            token: None,
        };
        // The metadata says where tokens are given (RFC 8414). Its issuer must be whom we asked: else
        // somebody could have us sign for another.
        let metadata =
            requester.agent.get(requester.at("/.well-known/oauth-authorization-server")).call();
        let metadata = json_of(metadata)?;
        if text(&metadata, "issuer") != Some(&requester.base) {
            return Err(format!("the issuer is not {}", requester.base));
        }
        text(&metadata, "token_endpoint").unwrap_or_default().clone_into(&mut requester.endpoint);
        Ok(requester)
    }

    fn at(&self, path: &str) -> String {
        format!("{}{path}", self.base)
    }

    /// A new assertion for each token: the portal takes each of them once (RFC 7523).
    fn assertion(&self) -> Outcome<String> {
        let now = jsonwebtoken::get_current_timestamp();
        let claims = json!({
            "iss": self.client,
            "sub": self.client,
            "aud": self.endpoint,
            "exp": now + ASSERTION_SECONDS,
            "iat": now,
            "jti": unique()?,
        });
        let header = Header::new(self.algorithm);
        jsonwebtoken::encode(&header, &claims, &self.key)
            .map_err(|why| format!("cannot sign: {why}"))
    }

    /// A token, kept for as long as it is taken.
    fn token(&mut self) -> Outcome<String> {
        if let Some(token) = &self.token {
            return Ok(token.clone());
        }
        let form = [
            ("grant_type", "client_credentials".to_owned()),
            (
                "client_assertion_type",
                "urn:ietf:params:oauth:client-assertion-type:jwt-bearer".to_owned(),
            ),
            ("client_assertion", self.assertion()?),
            // Ask for what you need, not for everything that you may have.
            ("scope", "requests:write requests:read consents:check releases:read".to_owned()),
        ];
        let answer = json_of(self.agent.post(&self.endpoint).send_form(form))?;
        let token = text(&answer, "access_token").ok_or("there is no token in the answer")?;
        self.token = Some(token.to_owned());
        Ok(token.to_owned())
    }

    /// Sends it with a token; once more with a new token where the old one is over, and later where
    /// the portal says that it is too much at once.
    fn send(
        &mut self,
        call: impl Fn(&Agent, &str) -> Result<Response<Body>, ureq::Error>,
    ) -> Outcome<Response<Body>> {
        let mut renewed = false;
        loop {
            let bearer = format!("Bearer {}", self.token()?);
            let response = call(&self.agent, &bearer).map_err(|why| why.to_string())?;
            match response.status().as_u16() {
                401 if !renewed => {
                    renewed = true;
                    self.token = None;
                }
                429 | 503 => {
                    let seconds =
                        header(&response, "retry-after").and_then(|text| text.parse().ok());
                    sleep(Duration::from_secs(seconds.unwrap_or(5)));
                }
                _ => return Ok(response),
            }
        }
    }

    fn get(&mut self, path: &str) -> Outcome<Response<Body>> {
        let url = self.at(path);
        self.send(|agent, bearer| agent.get(&url).header("authorization", bearer).call())
    }

    fn post(&mut self, path: &str, body: &str) -> Outcome<Response<Body>> {
        let url = self.at(path);
        self.send(|agent, bearer| {
            let call = agent.post(&url).header("authorization", bearer);
            call.header("content-type", "application/json").send(body)
        })
    }

    fn submit(&mut self, body: &str) -> Outcome<String> {
        let response = self.post("/api/v1/requests", body)?;
        let answer = json_of(Ok(response))?;
        Ok(text(&answer, "id").ok_or("there is no id in the answer")?.to_owned())
    }

    /// The categories that were asked for, each with a standing.
    fn categories(&mut self, id: &str) -> Outcome<Vec<String>> {
        let response = self.get(&format!("/api/v1/requests/{id}"))?;
        let answer = json_of(Ok(response))?;
        let standing = rows(&answer, "standing")?;
        Ok(standing.iter().filter_map(|row| Some(text(row, "category")?.to_owned())).collect())
    }

    fn permitted(&mut self, id: &str, categories: &[String]) -> Outcome<bool> {
        let row = |category: &String| json!({ "request_id": id, "category": category });
        let checks: Vec<Value> = categories.iter().map(row).collect();
        let response =
            self.post("/api/v1/consent-checks", &json!({ "checks": checks }).to_string())?;
        let answer = json_of(Ok(response))?;
        let results = rows(&answer, "results")?;
        for result in results {
            let (category, decision) = (text(result, "category"), text(result, "decision"));
            tell(&format!("{}: {}", category.unwrap_or_default(), decision.unwrap_or_default()));
        }
        Ok(results.iter().any(|result| text(result, "decision") == Some("permit")))
    }

    /// Collects what is permitted. Each collection is on the claimant's record: collect when you are
    /// about to use it, and keep the headers with it, so that you can answer about it later.
    fn collect(&mut self, id: &str, flip: bool) -> Outcome<Vec<u8>> {
        let mut response = self.get(&format!("/api/v1/requests/{id}/release"))?;
        if response.status() != 200 {
            return Err(json_of(Ok(response)).err().unwrap_or_default());
        }
        let digest = header(&response, "content-digest").ok_or("the release has no digest")?;
        for name in ["sayso-receipt", "sayso-collection", "sayso-decision-version"] {
            tell(&format!("{name}: {}", header(&response, name).unwrap_or_default()));
        }
        let body = response.body_mut().with_config().limit(LARGEST).read_to_vec();
        let mut release = body.map_err(|why| format!("the release did not come whole: {why}"))?;
        if flip && let Some(byte) = release.last_mut() {
            *byte ^= 1;
        }
        prove(&release, &digest)?;
        Ok(release)
    }
}

/// Is this what `Content-Digest` says (RFC 9530)? The claimant sees the same digest on their receipt.
fn prove(release: &[u8], digest: &str) -> Outcome<()> {
    let expected = format!("sha-256=:{}:", STANDARD.encode(Sha256::digest(release)));
    if digest.split(',').any(|one| one.trim() == expected) {
        return Ok(());
    }
    Err("the release is not what its digest says: do not use it".to_owned())
}

/// The JSON of a good answer; of any other one, what the problem says (RFC 9457).
fn json_of(response: Result<Response<Body>, ureq::Error>) -> Outcome<Value> {
    let mut response = response.map_err(|why| why.to_string())?;
    let status = response.status();
    let answer: Value = response.body_mut().read_json().unwrap_or_default();
    if status.is_success() { Ok(answer) } else { Err(format!("{status}: {answer:#}")) }
}

fn text<'a>(answer: &'a Value, member: &str) -> Option<&'a str> {
    answer.get(member)?.as_str()
}

fn rows<'a>(answer: &'a Value, member: &str) -> Outcome<&'a Vec<Value>> {
    let rows = answer.get(member).and_then(Value::as_array);
    rows.ok_or_else(|| format!("there is no list of {member} in the answer"))
}

fn header(response: &Response<Body>, name: &str) -> Option<String> {
    Some(response.headers().get(name)?.to_str().ok()?.to_owned())
}

/// An id that nobody had before.
#[expect(clippy::disallowed_methods, reason = "a client has no Chance of the portal's")]
fn unique() -> Outcome<String> {
    let mut bytes = [0; 16];
    getrandom::fill(&mut bytes).map_err(|_| "the machine gives no randomness")?;
    Ok(URL_SAFE_NO_PAD.encode(bytes))
}

fn read(path: &str) -> Outcome<String> {
    std::fs::read_to_string(path).map_err(|why| format!("{path} cannot be read: {why}"))
}
