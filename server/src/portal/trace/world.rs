//! What happens in a trace: people, requesters and requests, and one operation after the other, chosen by a generator of
//! its own. Most are sound, some are refused.

use crate::clock::{Clock as _, FixedClock};
use crate::portal::clients::NewClient;
use crate::portal::collections::{Erasure, Outcome};
use crate::portal::decisions::{Confirmed, Shown};
use crate::portal::requests::{CloseReason, Submission};
use crate::portal::tokens::Scope;
use crate::portal::{Actor, Portal, Result};
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use consent::category::Category;
use consent::decision::{Answer, Decision};
use consent::identity::{Name, NhsNumber, Nino};
use consent::ids::{ClientId, CollectionId, PersonId, RequestId};
use consent::language::Language;
use consent::matching::Identity;
use consent::request::{Asked, AskedItem, Registration};
use consent::time::parse_day;
use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;
use time::Duration;

const PASSWORD: &str = "kettle otter seven";
const ASKED: [Category; 4] =
    [Category::Conditions, Category::Medicines, Category::TestResults, Category::MentalHealth];
/// NHS numbers with a right check digit.
const NUMBERS: [&str; 2] = ["9434765919", "4010232137"];
const NINOS: [&str; 2] = ["AB123456C", "CE654321D"];

/// How likely each operation is, beside the others.
const OPERATIONS: [(&str, u64); 19] = [
    ("check", 400),
    ("collect", 170),
    ("submit", 40),
    ("draft", 90),
    ("preview", 25),
    ("confirm", 30),
    ("withdraw", 20),
    ("erasure", 50),
    ("outcome", 50),
    ("look", 80),
    ("close", 6),
    ("not-me", 4),
    ("nothing-more", 8),
    ("import", 5),
    ("permit", 25),
    ("stop", 4),
    ("sweep", 2),
    ("receipts", 3),
    ("publish", 60),
];

pub struct World {
    portal: Portal,
    clock: Arc<FixedClock>,
    state: u64,
    people: Vec<PersonId>,
    clients: Vec<ClientId>,
    requests: Vec<(RequestId, usize, usize)>,
    collections: Vec<(RequestId, usize, CollectionId)>,
    submitted: usize,
    done: BTreeMap<&'static str, (usize, usize)>,
}

fn identity(which: usize) -> Identity {
    Identity {
        nino: Nino::parse(NINOS[which]).unwrap(),
        nhs_number: Some(NhsNumber::parse(NUMBERS[which]).unwrap()),
        family_name: Name::parse(["Llŷr", "O’Neil"][which]).unwrap(),
        given_name: None,
        birth_date: parse_day(["1984-02-29", "1990-12-31"][which]).unwrap(),
        postcode: None,
    }
}

fn record(which: usize, onset: &str) -> Vec<u8> {
    let condition = |id: &str, code: &str, display: &str| {
        json!({ "resource": {
            "resourceType": "Condition",
            "id": id,
            "clinicalStatus": { "coding": [{ "system": "http://terminology.hl7.org/CodeSystem/condition-clinical", "code": "active" }] },
            "code": { "coding": [{ "system": "http://snomed.info/sct", "code": code, "display": display }] },
            "subject": { "reference": "Patient/p" },
            "onsetDateTime": onset
        } })
    };
    let patient = json!({ "resource": {
        "resourceType": "Patient",
        "id": "p",
        "identifier": [{ "system": "https://fhir.nhs.uk/Id/nhs-number", "value": NUMBERS[which] }]
    } });
    let entries = [
        patient,
        condition("c1", "195967001", "Asthma"),
        condition("c2", "310496002", "Moderate depression"),
    ];
    json!({ "resourceType": "Bundle", "type": "collection", "entry": entries })
        .to_string()
        .into_bytes()
}

impl World {
    pub async fn begin(portal: &Portal, clock: Arc<FixedClock>) -> Self {
        let (portal, mut people, mut clients) = (portal.clone(), Vec::new(), Vec::new());
        for which in 0..2 {
            let who = identity(which);
            let added = portal.add_person(&Actor::Operator, &who).await.unwrap();
            let email = format!("{which}@example.org");
            let code = &added.activation_code;
            people.push(portal.activate("127.0.0.1", code, &email, PASSWORD).await.unwrap());
            let person = people[which];
            portal.permit_source(&Actor::Person(person), person, "gp-record").await.unwrap();
            let number = who.nhs_number.unwrap();
            let bytes = record(which, "2020-05-01");
            portal.import_record(&Actor::Operator, &number, bytes).await.unwrap();
            let key = ed25519_dalek::SigningKey::from_bytes(&[7; 32]).verifying_key();
            let jwk = json!({ "kty": "OKP", "crv": "Ed25519", "x": URL_SAFE_NO_PAD.encode(key.as_bytes()), "kid": "k" });
            let id = ClientId::parse(&format!("client-{which}")).unwrap();
            let new = NewClient {
                id: id.clone(),
                organisation: "Department for Work and Pensions".to_owned(),
                team: "Leeds".to_owned(),
                jwks: json!({ "keys": [jwk] }).to_string(),
                scopes: Scope::ALL.to_vec(),
                purposes: Registration::AllPurposes,
            };
            portal.add_client(&Actor::Operator, new).await.unwrap();
            clients.push(id);
        }
        let (requests, collections, submitted, done) = Default::default();
        Self { portal, clock, state: 7, people, clients, requests, collections, submitted, done }
    }

    /// How often each operation was done, and how often it was not refused.
    pub fn done(self) -> Vec<(&'static str, usize, usize)> {
        self.done.into_iter().map(|(name, (done, held))| (name, done, held)).collect()
    }

    /// `SplitMix64`: below a number.
    fn below(&mut self, most: u64) -> u64 {
        self.state = self.state.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.state;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        (z ^ (z >> 31)) % most
    }

    fn one<T: Clone>(&mut self, all: &[T]) -> Option<T> {
        let most = u64::try_from(all.len()).unwrap();
        (most > 0).then(|| all[usize::try_from(self.below(most)).unwrap()].clone())
    }

    /// One operation; what was answered.
    pub async fn step(&mut self) -> String {
        let seconds = i64::try_from(self.below(240)).unwrap();
        self.clock.advance(1 + seconds);
        let all: u64 = OPERATIONS.iter().map(|(_, likely)| likely).sum();
        let mut place = self.below(all);
        let mut what = OPERATIONS[0].0;
        for (name, likely) in OPERATIONS {
            what = name;
            if place < likely {
                break;
            }
            place -= likely;
        }
        // Recent ones, so that something happens to them.
        let recent: Vec<_> = self.requests.iter().rev().take(6).rev().copied().collect();
        let request = self.one(&recent);
        let answer = match (what, request) {
            ("submit", _) | (_, None) => self.submit().await,
            (_, Some(request)) => self.about(what, request).await,
        };
        let held = self.done.entry(what).or_default();
        held.0 += 1;
        held.1 += usize::from(answer.is_ok());
        match answer {
            Ok(answer) => format!("{what}: {answer}"),
            Err(why) => match why.refusal() {
                Some(refusal) => format!("{what}: {refusal:?}"),
                None => panic!("{what}: {why}"),
            },
        }
    }

    async fn submit(&mut self) -> Result<String> {
        let who = usize::try_from(self.below(2)).unwrap();
        let by = usize::try_from(self.below(2)).unwrap();
        self.submitted += 1;
        let today = self.clock.now().date_in_london();
        let item = |category: &Category| AskedItem {
            category: category.id().to_owned(),
            decision_points: vec!["period".to_owned()],
            reason: "To see it.".to_owned(),
            from: None,
            to: None,
        };
        let new = Submission {
            // Now and then one that was used before.
            reference: format!("PIP-{}", self.submitted - self.submitted % 9 / 8),
            ad_hoc: false,
            purpose: "pip-first-decision".to_owned(),
            purpose_version: None,
            replaces: None,
            follows: None,
            officer_reference: "PIP-LDS-0417".to_owned(),
            officer_role: "Decision maker".to_owned(),
            explanation: "You told us on your form.".to_owned(),
            question: None,
            claimant: identity(who),
            asked: Asked {
                items: ASKED.iter().map(item).collect(),
                ad_hoc: false,
                recipients: vec!["DWP PIP decision makers".to_owned()],
                keep_for: "P24M".parse().unwrap(),
                respond_by: today + Duration::days(42),
            },
        };
        let seen = self.portal.submit_request(&self.clients[by], new).await?;
        // Matching goes on beside it: the trace waits, so that it has one order.
        let person = self.people[who];
        let actor = Actor::Person(person);
        while self.portal.request_of(&actor, person, seen.id).await.is_err() {
            tokio::time::sleep(std::time::Duration::from_millis(1)).await;
        }
        self.requests.push((seen.id, who, by));
        Ok(format!("{seen:?}"))
    }

    async fn about(
        &mut self,
        what: &str,
        (id, who, by): (RequestId, usize, usize),
    ) -> Result<String> {
        let (portal, person) = (self.portal.clone(), self.people[who]);
        let (actor, client) = (Actor::Person(person), self.clients[by].clone());
        let some: BTreeSet<Category> = ASKED.into_iter().filter(|_| self.below(3) > 0).collect();
        let text = |answer: &dyn std::fmt::Debug| format!("{answer:?}");
        Ok(match what {
            "check" => {
                let pairs: Vec<_> =
                    some.iter().map(|one| (id.to_string(), one.to_string())).collect();
                text(&portal.check(&client, &pairs).await?)
            }
            "collect" => {
                let collected = portal.collect(&client, id).await?;
                self.collections.push((id, by, collected.collection));
                collected.collection.to_string()
            }
            "draft" => {
                let answer = |category: &Category| {
                    if some.contains(category) { Answer::Share } else { Answer::DoNotShare }
                };
                let answers = ASKED.iter().map(|category| (*category, answer(category))).collect();
                let decision = Decision { answers, ..Decision::default() };
                text(&portal.save_draft(&actor, person, id, &decision, false).await?)
            }
            "preview" => portal.preview(&actor, person, id).await?.package.digest().to_string(),
            "confirm" => {
                let shown = portal.preview(&actor, person, id).await?.package.digest();
                match portal.confirm(&actor, person, id, Shown::of(shown), PASSWORD).await? {
                    Confirmed::Recorded(receipt) => receipt.to_string(),
                    Confirmed::Changed(..) => "changed".to_owned(),
                }
            }
            "withdraw" => {
                let some = if self.below(2) == 0 { BTreeSet::new() } else { some };
                portal.withdraw(&actor, person, id, &some, Language::English).await?.to_string()
            }
            "erasure" => {
                let Some((id, by, one)) = self.one(&self.collections.clone()) else {
                    return Ok(String::new());
                };
                let client = self.clients[by].clone();
                let seen =
                    portal.answer_erasure(&client, id, one, Erasure::Erased, "Done.").await?;
                text(&seen)
            }
            "outcome" => {
                let Some((id, by, one)) = self.one(&self.collections.clone()) else {
                    return Ok(String::new());
                };
                let client = self.clients[by].clone();
                text(&portal.report_outcome(&client, id, one, Outcome::Sufficient).await?)
            }
            "close" => text(&portal.close_request(&client, id, CloseReason::Decided).await?),
            "not-me" => text(&portal.not_me(&actor, person, id).await?),
            "nothing-more" => text(&portal.nothing_more(&actor, person, id, true).await?),
            "import" => {
                let number = identity(who).nhs_number.unwrap();
                let onset = format!("20{}-05-01", 10 + self.below(16));
                let bytes = record(who, &onset);
                portal.import_record(&Actor::Operator, &number, bytes).await?;
                onset
            }
            "permit" => text(&portal.permit_source(&actor, person, "gp-record").await?),
            "stop" => text(&portal.stop_source(&actor, person, "gp-record").await?),
            "sweep" => text(&portal.sweep().await?),
            "receipts" => portal.receipts(&actor, person).await?.len().to_string(),
            "publish" => text(&portal.publish_now().await?),
            _ => {
                portal.operator_looked("clients").await?;
                let read: Vec<Value> = Vec::new();
                text(&read)
            }
        })
    }
}
