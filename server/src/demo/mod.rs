//! The demo: fictional people, their records, two requesters and what they ask, put in by the same
//! use cases as anybody else's. Never touches a store that holds anything else.

mod cast;

use crate::keys::private_pem;
use crate::portal::clients::NewClient;
use crate::portal::requests::Submission;
use crate::portal::tokens::Scope;
use crate::portal::{Actor, Error, Portal, Refusal};
use crate::store::{clients, people};
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use cast::{Cast, CastPerson, CastRequest, CastRequester};
use consent::ids::{ClientId, PersonId};
use consent::request::Registration;
use consent::time::At;
use ed25519_dalek::SigningKey;
use serde::Serialize;
use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet};
use std::io::Write;
use std::os::unix::fs::OpenOptionsExt;
use std::path::{Path, PathBuf};

/// Somebody to sign in as.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct SignIn {
    /// Their name.
    pub name: String,
    /// Their e-mail address.
    pub email: String,
    /// Their password.
    pub password: String,
}

/// Somebody to ask as.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Requester {
    /// The client's id.
    pub client_id: String,
    /// Where its private key is, a JWK.
    pub key: PathBuf,
}

/// How to use the demo.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Demo {
    /// Everybody.
    pub people: Vec<SignIn>,
    /// Both requesters.
    pub requesters: Vec<Requester>,
}

/// Why there is no demo.
#[derive(Debug, thiserror::Error)]
pub enum DemoFault {
    /// Somebody uses the store.
    #[error(
        "the store holds something else: the demo only fills an empty one. Name another folder with SAYSO_DATA_DIR"
    )]
    NotEmpty,
    /// What ships with the program is broken.
    #[error("the demo's own data: {0}")]
    Broken(String),
    /// The folder for the requesters' keys.
    #[error("the demo's keys cannot be kept: {0}")]
    Keys(#[from] std::io::Error),
    /// A use case.
    #[error(transparent)]
    Portal(#[from] Error),
}

/// Puts in what is missing, and says how to sign in.
pub async fn fill(portal: &Portal) -> Result<Demo, DemoFault> {
    let cast = Cast::shipped()?;
    let there = There::find(portal, &cast).await?;
    let password = password(portal);
    for person in &cast.people {
        if !there.people.contains(&person.email) {
            let half_way = there.half_way.get(&person.email).copied();
            add_person(portal, person, half_way, &password).await?;
        }
    }
    let folder = portal.config().data_dir.join("demo");
    let mut requesters = Vec::new();
    for requester in &cast.requesters {
        let key = folder.join(format!("{}.jwk", requester.id));
        if !there.clients.contains(requester.id.as_str()) {
            add_requester(portal, requester, &key).await?;
        }
        requesters.push(Requester { client_id: requester.id.to_string(), key });
    }
    for request in &cast.requests {
        ask(portal, &cast, request).await?;
    }
    keep(&folder.join("request.json"), &example(&cast, portal.now()).to_string())?;
    let people = cast.people.iter().map(|person| SignIn {
        name: person.name(),
        email: person.email.clone(),
        password: password.clone(),
    });
    Ok(Demo { people: people.collect(), requesters })
}

/// What of the demo is there already.
#[derive(Default)]
struct There {
    /// By e-mail address; everybody who has an account.
    people: BTreeSet<String>,
    /// By e-mail address; everybody who has none yet, because the filling was stopped.
    half_way: BTreeMap<String, PersonId>,
    clients: BTreeSet<String>,
}

impl There {
    /// Refused where there is anything that is not the demo's.
    async fn find(portal: &Portal, cast: &Cast) -> Result<Self, DemoFault> {
        let mut there = Self::default();
        for seen in portal.people(&Actor::Operator).await? {
            let known = cast.people.iter().find(|person| person.identity() == seen.identity);
            let known = known.ok_or(DemoFault::NotEmpty)?;
            if seen.active {
                there.people.insert(known.email.clone());
            } else {
                there.half_way.insert(known.email.clone(), seen.id);
            }
        }
        let mut tx = portal.db().read().await.map_err(Error::from)?;
        for row in clients::list(&mut tx).await.map_err(Error::from)? {
            if !cast.requesters.iter().any(|requester| requester.id.as_str() == row.id) {
                return Err(DemoFault::NotEmpty);
            }
            there.clients.insert(row.id);
        }
        let nobody = there.people.is_empty() && there.half_way.is_empty();
        let only_erased = nobody && people::any(&mut tx).await.map_err(Error::from)?;
        if only_erased { Err(DemoFault::NotEmpty) } else { Ok(there) }
    }
}

/// The password of everybody in the demo: another one in every store, and always the same in this.
fn password(portal: &Portal) -> String {
    let bytes = portal.keys().blind_index("demo", "password");
    let letters =
        |part: &[u8]| part.iter().map(|byte| char::from(b'a' + byte % 26)).collect::<String>();
    bytes.chunks(5).take(3).map(letters).collect::<Vec<_>>().join("-")
}

async fn add_person(
    portal: &Portal,
    person: &CastPerson,
    half_way: Option<PersonId>,
    password: &str,
) -> Result<(), DemoFault> {
    let added = match half_way {
        Some(id) => portal.issue_code(&Actor::Operator, id).await?,
        None => portal.add_person(&Actor::Operator, &person.identity()).await?,
    };
    let record = cast::record(&person.file)?.to_vec();
    portal.import_record(&Actor::Operator, &person.nhs_number, record).await?;
    portal.activate("demo", &added.activation_code, &person.email, password).await?;
    Ok(())
}

async fn add_requester(
    portal: &Portal,
    requester: &CastRequester,
    path: &Path,
) -> Result<(), DemoFault> {
    let secret = portal.chance().bytes::<32>().map_err(Error::from)?;
    let key = SigningKey::from_bytes(&secret);
    let kid = "demo";
    let x = URL_SAFE_NO_PAD.encode(key.verifying_key().as_bytes());
    let public =
        json!({ "kty": "OKP", "crv": "Ed25519", "alg": "EdDSA", "use": "sig", "kid": kid, "x": x });
    let mut private = public.clone();
    if let Some(members) = private.as_object_mut() {
        members.insert("d".to_owned(), json!(URL_SAFE_NO_PAD.encode(secret)));
    }
    keep(path, &private.to_string())?;
    let broken = || DemoFault::Broken("a key cannot be written".to_owned());
    let pem = private_pem(&key).ok_or_else(broken)?;
    keep(&path.with_extension("pem"), &pem)?;
    let new = NewClient {
        id: requester.id.clone(),
        organisation: requester.organisation.clone(),
        team: requester.team.clone(),
        jwks: json!({ "keys": [public] }).to_string(),
        scopes: Scope::ALL.to_vec(),
        purposes: Registration::Only(requester.purposes.iter().cloned().collect()),
    };
    portal.add_client(&Actor::Operator, new).await?;
    Ok(())
}

/// What the example client asks: about the first of the cast, where its answer can be given by signing in.
fn example(cast: &Cast, now: At) -> Value {
    let claimant = cast.people.first().map(CastPerson::claimant);
    json!({
        "reference": "EXAMPLE-1",
        "kind": "routine",
        "purpose": "pip-first-decision",
        "officer": { "reference": "PIP-LDS-0417", "role": "Decision maker, Personal Independence Payment" },
        "explanation": "You told us on your form that your illness makes it hard to walk.",
        "claimant": claimant,
        "items": [
            { "category": "conditions", "decision_points": ["period"], "reason": "To see which illnesses you have and since when." },
            { "category": "medicines", "decision_points": ["dl3"], "reason": "To see which medicines you take." },
        ],
        "recipients": ["DWP PIP decision makers"],
        "keep_for": "P24M",
        "respond_by": (now.date_in_london() + time::Duration::days(42)).to_string(),
    })
}

/// Keeps a file for its owner alone.
fn keep(path: &Path, text: &str) -> std::io::Result<()> {
    if let Some(folder) = path.parent() {
        std::fs::create_dir_all(folder)?;
    }
    let mut file = std::fs::OpenOptions::new()
        .write(true)
        .create(true)
        .truncate(true)
        .mode(0o600)
        .open(path)?;
    file.write_all(text.as_bytes())
}

async fn ask(portal: &Portal, cast: &Cast, request: &CastRequest) -> Result<(), DemoFault> {
    let client: &ClientId = &request.requester;
    let submission: Submission = request.submission(cast, portal.now())?;
    match portal.submit_request(client, submission).await {
        Ok(seen) => Ok(portal.match_request(seen.id).await?),
        // From the time before, when this store was filled first.
        Err(Error::Refused(Refusal::ReferenceInUse)) => Ok(()),
        Err(Error::Refused(Refusal::Invalid(faults))) => {
            let faults: Vec<String> = faults
                .into_iter()
                .map(|fault| format!("{}: {}", fault.pointer, fault.detail))
                .collect();
            Err(DemoFault::Broken(format!("{}: {}", request.reference, faults.join("; "))))
        }
        Err(why) => Err(why.into()),
    }
}
