//! One claimant, one requester and one request, told through the use cases alone.

use crate::support::{Stage, person};
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use consent::category::Category;
use consent::decision::{Answer, Decision};
use consent::digest::Digest;
use consent::ids::{ClientId, PersonId, ReceiptId, RequestId};
use consent::language::Language;
use consent::matching::Identity;
use consent::request::{Asked, AskedItem, Registration};
use consent::standing::Reason;
use consent::time::Date;
use serde_json::{Value, json};
use server::portal::clients::NewClient;
use server::portal::decisions::{Confirmed, Shown};
use server::portal::previews::Previewed;
use server::portal::releases::Collected;
use server::portal::requests::{RequestSeen, Submission};
use server::portal::tokens::Scope;
use server::portal::{Actor, Error, Portal, Refusal};
use std::collections::{BTreeMap, BTreeSet};
use time::Duration;

pub use Answer::{DoNotShare, Share};
pub use Category::{Conditions, Medicines, MentalHealth, TestResults};

/// The password of everybody here.
pub const PASSWORD: &str = "kettle otter seven";
/// What is asked for where nothing else is said.
pub const ASKED: [Category; 4] = [Conditions, Medicines, TestResults, MentalHealth];

/// A claimant with an account, a record and a matched request.
pub struct Story<'a> {
    pub stage: &'a Stage,
    pub portal: Portal,
    pub me: PersonId,
    pub client: ClientId,
    pub id: RequestId,
}

/// A client for every purpose.
pub async fn client(portal: &Portal, id: &str) -> ClientId {
    let key = ed25519_dalek::SigningKey::from_bytes(&[7; 32]).verifying_key();
    let jwk = json!({ "kty": "OKP", "crv": "Ed25519", "x": URL_SAFE_NO_PAD.encode(key.as_bytes()), "kid": "k" });
    let client = ClientId::parse(id).unwrap();
    let new = NewClient {
        id: client.clone(),
        organisation: "Department for Work and Pensions".to_owned(),
        team: "Disability benefits, Leeds".to_owned(),
        jwks: json!({ "keys": [jwk] }).to_string(),
        scopes: Scope::ALL.to_vec(),
        purposes: Registration::AllPurposes,
    };
    portal.add_client(&Actor::Operator, new).await.unwrap();
    client
}

/// What a client would submit about this person on the portal's day.
pub fn submission(
    portal: &Portal,
    reference: &str,
    claimant: Identity,
    categories: &[Category],
) -> Submission {
    let today = portal.now().date_in_london();
    let item = |category: &Category| AskedItem {
        category: category.id().to_owned(),
        decision_points: vec!["period".to_owned()],
        reason: "To see it.".to_owned(),
        from: None,
        to: None,
    };
    Submission {
        reference: reference.to_owned(),
        ad_hoc: false,
        purpose: "pip-first-decision".to_owned(),
        purpose_version: None,
        replaces: None,
        follows: None,
        officer_reference: "PIP-LDS-0417".to_owned(),
        officer_role: "Decision maker".to_owned(),
        explanation: "You told us on your form.".to_owned(),
        question: None,
        claimant,
        asked: Asked {
            items: categories.iter().map(item).collect(),
            ad_hoc: false,
            recipients: vec!["DWP PIP decision makers".to_owned()],
            keep_for: "P24M".parse().unwrap(),
            respond_by: today + Duration::days(42),
        },
    }
}

/// Submits and waits until it is matched.
pub async fn submit(portal: &Portal, client: &ClientId, submission: Submission) -> RequestSeen {
    let seen = portal.submit_request(client, submission).await.unwrap();
    portal.match_request(seen.id).await.unwrap();
    seen
}

/// A record with asthma, a depression and one medicine.
pub fn record(nhs_number: &str) -> Value {
    let condition = |id: &str, code: &str, display: &str, onset: &str| {
        json!({ "resource": {
            "resourceType": "Condition",
            "id": id,
            "clinicalStatus": { "coding": [{ "system": "http://terminology.hl7.org/CodeSystem/condition-clinical", "code": "active" }] },
            "code": { "coding": [{ "system": "http://snomed.info/sct", "code": code, "display": display }] },
            "subject": { "reference": "Patient/p" },
            "onsetDateTime": onset
        } })
    };
    json!({
        "resourceType": "Bundle",
        "type": "collection",
        "entry": [
            { "resource": {
                "resourceType": "Patient",
                "id": "p",
                "identifier": [{ "system": "https://fhir.nhs.uk/Id/nhs-number", "value": nhs_number }]
            } },
            condition("c1", "195967001", "Asthma", "2020-05-01"),
            condition("c2", "310496002", "Moderate depression", "2021-03-04"),
            { "resource": {
                "resourceType": "MedicationRequest",
                "id": "m1",
                "status": "active",
                "intent": "order",
                "medicationCodeableConcept": { "coding": [{ "system": "http://snomed.info/sct", "code": "319283006", "display": "Amlodipine 5mg tablets" }] },
                "subject": { "reference": "Patient/p" },
                "authoredOn": "2026-09-30"
            } },
        ]
    })
}

impl<'a> Story<'a> {
    /// The first of the two people, with the small record and a request for [`ASKED`].
    pub async fn begin(stage: &'a Stage) -> Self {
        let me = person(stage, 0).await;
        let identity = stage.portal.identity_of(&Actor::Operator, me).await.unwrap();
        let number = identity.nhs_number.clone().unwrap();
        let record = record(number.as_str()).to_string().into_bytes();
        stage.portal.import_record(&Actor::Operator, &number, record).await.unwrap();
        Self::about(stage, me, &ASKED).await
    }

    /// Somebody whose record is there, and a request for these.
    pub async fn about(stage: &'a Stage, me: PersonId, categories: &[Category]) -> Self {
        let portal = stage.portal.clone();
        portal.permit_source(&Actor::Person(me), me, "gp-record").await.unwrap();
        let client = client(&portal, "dwp-pip-leeds").await;
        let identity = portal.identity_of(&Actor::Operator, me).await.unwrap();
        let seen =
            submit(&portal, &client, submission(&portal, "PIP-1", identity, categories)).await;
        Self { stage, portal, me, client, id: seen.id }
    }

    /// The claimant, acting.
    pub fn actor(&self) -> Actor {
        Actor::Person(self.me)
    }

    /// Puts another record in place of the one that is there.
    pub async fn replace_record(&self, change: impl FnOnce(&mut Value)) {
        let number =
            self.portal.identity_of(&Actor::Operator, self.me).await.unwrap().nhs_number.unwrap();
        let mut record = record(number.as_str());
        change(&mut record);
        self.portal
            .import_record(&Actor::Operator, &number, record.to_string().into_bytes())
            .await
            .unwrap();
    }

    /// Ticks: these are shared, every other item is not.
    pub async fn choose(&self, shared: &[Category], end_date: Option<Date>) {
        let request = self.portal.request_of(&self.actor(), self.me, self.id).await.unwrap();
        let items = request.loaded.asked.request.items.iter().map(|item| item.category);
        let answers: BTreeMap<Category, Answer> = items
            .map(|category| (category, if shared.contains(&category) { Share } else { DoNotShare }))
            .collect();
        let decision = Decision { answers, end_date, ..Decision::default() };
        self.portal.save_draft(&self.actor(), self.me, self.id, &decision, false).await.unwrap();
    }

    /// What would be sent under what was ticked.
    pub async fn preview(&self) -> Previewed {
        self.portal.preview(&self.actor(), self.me, self.id).await.unwrap()
    }

    /// Confirms this digest with the password.
    pub async fn confirm(&self, digest: Digest) -> Result<Confirmed, Error> {
        self.portal.confirm(&self.actor(), self.me, self.id, Shown::of(digest), PASSWORD).await
    }

    /// The same, where it has to succeed.
    pub async fn confirmed(&self, digest: Digest) -> ReceiptId {
        match self.confirm(digest).await.unwrap() {
            Confirmed::Recorded(receipt) => receipt,
            Confirmed::Changed(..) => panic!("the record has changed"),
        }
    }

    /// Ticks, looks and confirms; gives what was shown and the receipt.
    pub async fn decide(&self, shared: &[Category]) -> (Previewed, ReceiptId) {
        self.choose(shared, None).await;
        let shown = self.preview().await;
        let receipt = self.confirmed(shown.package.digest()).await;
        (shown, receipt)
    }

    /// Collects.
    pub async fn collect(&self) -> Result<Collected, Error> {
        self.portal.collect(&self.client, self.id).await
    }

    /// Collecting is refused, and the answer tells no more than the rule allows.
    pub async fn nothing_to_collect(&self) {
        match self.collect().await.unwrap_err().refusal() {
            Some(Refusal::NoConsent(standing)) => {
                assert!(standing.iter().all(|seen| !seen.is_available()
                    && seen.valid_until.is_none()
                    && seen.receipt.is_none()));
            }
            other => panic!("{other:?}"),
        }
    }

    /// Withdraws these, or everything where none is named.
    pub async fn withdraw(&self, categories: &[Category]) -> ReceiptId {
        self.withdraw_in(categories, Language::English).await
    }

    /// The same, on a page in this language.
    pub async fn withdraw_in(&self, categories: &[Category], language: Language) -> ReceiptId {
        let categories: BTreeSet<Category> = categories.iter().copied().collect();
        self.portal.withdraw(&self.actor(), self.me, self.id, &categories, language).await.unwrap()
    }

    /// The claimant's reason for an item.
    pub async fn reason(&self, category: Category) -> Reason {
        let read = self.portal.request_of(&self.actor(), self.me, self.id).await.unwrap();
        read.standings.iter().find(|standing| standing.category == category).unwrap().reason
    }

    /// What the requester sees.
    pub async fn seen(&self) -> RequestSeen {
        self.portal.request_of_client(&self.client, self.id).await.unwrap()
    }

    /// How many packages can still be opened.
    pub async fn packages(&self) -> i64 {
        self.stage.number("SELECT COUNT(*) FROM package WHERE key_wrapped IS NOT NULL OR sealed IS NOT NULL OR contents_sealed IS NOT NULL").await
    }

    /// How many events of this kind there are.
    pub async fn count(&self, kind: &str) -> usize {
        self.stage.kinds().await.iter().filter(|found| *found == kind).count()
    }

    /// The log is whole, and every event has its leaf. Matching may still add to it: looked at when it stands still.
    pub async fn log_is_whole(&self) {
        for _ in 0..100 {
            let leaves = "SELECT COUNT(*) FROM leaf";
            let before = self.stage.number(leaves).await;
            let whole = self.portal.verify_log().await.unwrap().unwrap();
            if self.stage.number(leaves).await == before {
                assert_eq!(i64::try_from(whole.size).unwrap(), before);
                return;
            }
        }
        panic!("the log never stood still");
    }
}
