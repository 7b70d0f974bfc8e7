//! Making the canary, by the same use cases as anybody's: a person with a record that could be sent, a request, and a
//! decision that refuses all of it. Its client's key is never kept.

use super::super::clients::NewClient;
use super::super::decisions::{Confirmed, Shown};
use super::super::requests::{Submission, own};
use super::super::tokens::Scope;
use super::super::{Actor, Portal};
use crate::config::SourceKind;
use crate::portal::error::{Error, Fault, Refusal, Result};
use crate::store::canary::{self, CLIENT, CanaryRow};
use crate::store::clients;
use consent::category::Category;
use consent::decision::{Answer, Decision};
use consent::identity::{Name, NhsNumber, Nino};
use consent::ids::{ClientId, RequestId};
use consent::matching::Identity;
use consent::purpose::Purpose;
use consent::request::{Asked, AskedItem, Registration};
use consent::time::{Date, parse_day};
use serde_json::{Value, json};
use time::Duration;

/// At most so many processes have a key of it at once; the key before those is taken away.
const KEYS: usize = 8;
/// The reply-by date of what it is asked for, in days.
const REPLY_IN_DAYS: i64 = 180;
/// What it is asked for: all of it is in its record.
const ITEMS: [Category; 2] = [Category::Conditions, Category::Medicines];

impl Portal {
    /// The canary's client.
    pub fn canary_client() -> Result<ClientId> {
        Ok(ClientId::parse(CLIENT).map_err(Fault::new)?)
    }

    /// Registers a key of this process for the canary's client, beside those of others.
    pub async fn add_canary_key(&self, public: &Value) -> Result<()> {
        let client = Self::canary_client()?;
        let mut tx = self.db().read().await?;
        let row = clients::by_id(&mut tx, &client).await?;
        drop(tx);
        let Some(row) = row else {
            let new = NewClient {
                id: client,
                organisation: "Sayso".to_owned(),
                team: "Canary: stands for nobody".to_owned(),
                jwks: json!({ "keys": [public] }).to_string(),
                scopes: vec![
                    Scope::RequestsWrite,
                    Scope::RequestsRead,
                    Scope::ConsentsCheck,
                    Scope::ReleasesRead,
                ],
                purposes: Registration::AllPurposes,
            };
            return self.add_client(&Actor::System, new).await;
        };
        let known: Value = serde_json::from_str(&row.jwks)?;
        let known = known.get("keys").and_then(Value::as_array).cloned().unwrap_or_default();
        let others = known.iter().skip(known.len().saturating_sub(KEYS - 1));
        let keys: Vec<&Value> = others.chain([public]).collect();
        let jwks = json!({ "keys": keys }).to_string();
        self.rotate_client(&Actor::System, &client, &jwks).await
    }

    /// The canary as it stands, or a new one where there is none or its request is over. Whoever it was is left as they
    /// are, whatever was done to them: the answers tell.
    pub async fn canary_to_ask_for(&self) -> Result<CanaryRow> {
        let client = Self::canary_client()?;
        let mut tx = self.db().read().await?;
        if let Some(row) = canary::newest(&mut tx).await? {
            let mut open = true;
            for id in [row.request_id, row.stranger_id] {
                open &= match own(self, &mut tx, &client, RequestId(id)).await {
                    Ok(loaded) => {
                        let erased = id == row.request_id && loaded.row.person_id.is_none();
                        loaded.is_open(self.at(&tx)) && !erased
                    }
                    Err(Error::Refused(Refusal::NotFound)) => false,
                    Err(other) => return Err(other),
                };
            }
            if open {
                return Ok(row);
            }
        }
        drop(tx);
        self.make_canary(&client).await
    }

    async fn make_canary(&self, client: &ClientId) -> Result<CanaryRow> {
        let purpose = self.canary_purpose().await?;
        let identity = self.nobody_in_particular()?;
        let number = identity.nhs_number.clone().ok_or(Refusal::NotFound)?;
        let added = self.add_person(&Actor::System, &identity).await?;
        if self.config().records.source == SourceKind::Embedded {
            self.import_record(&Actor::System, &number, record(&number)).await?;
        }
        let chance = self.chance();
        let (email, password) =
            (format!("canary-{}@sayso.invalid", chance.code()?), chance.code()? + &chance.code()?);
        let code = &added.activation_code;
        let person = self.activate("canary", code, &email, &password).await?;
        let me = Actor::Person(person);
        if self.config().records.source == SourceKind::Embedded {
            self.permit_source(&me, person, self.0.source.id()).await?;
        }
        let refused = self.submit_for_canary(client, &purpose, identity).await?;
        let stranger =
            self.submit_for_canary(client, &purpose, self.nobody_in_particular()?).await?;
        let decision = Decision {
            answers: ITEMS.into_iter().map(|category| (category, Answer::DoNotShare)).collect(),
            ..Decision::default()
        };
        self.save_draft(&me, person, refused, &decision, false).await?;
        let shown = self.preview(&me, person, refused).await?;
        let seen = Shown::of(shown.package.digest());
        match self.confirm(&me, person, refused, seen, &password).await? {
            Confirmed::Recorded(_) => {}
            Confirmed::Changed(..) => {
                return Err(Fault::new("the canary's refusal changed while it was made").into());
            }
        }
        let mut tx = self.db().write().await?;
        let at = self.at(&tx);
        canary::insert(&mut tx, refused, stranger, person, at).await?;
        tx.commit().await?;
        Ok(CanaryRow { request_id: refused.0, stranger_id: stranger.0, person_id: person.0 })
    }

    /// The first purpose of the register that has what it is asked for.
    async fn canary_purpose(&self) -> Result<Purpose> {
        let mut purposes = self.purposes().await?;
        purposes.retain(|purpose| {
            purpose.retired_at.is_none()
                && ITEMS.iter().all(|category| purpose.categories.contains(category))
        });
        // The newest version of each is what counts.
        purposes.sort_by(|one, other| {
            (&one.id, std::cmp::Reverse(one.version))
                .cmp(&(&other.id, std::cmp::Reverse(other.version)))
        });
        let first = purposes.into_iter().next();
        Ok(first.ok_or_else(|| Fault::new("no purpose has what the canary is asked for"))?)
    }

    async fn submit_for_canary(
        &self,
        client: &ClientId,
        purpose: &Purpose,
        claimant: Identity,
    ) -> Result<RequestId> {
        let point = purpose.decision_points.first().map(|point| point.id.clone());
        let item = |category: &Category| AskedItem {
            category: category.id().to_owned(),
            decision_points: point.clone().into_iter().collect(),
            reason: "To see that a refusal is kept.".to_owned(),
            from: None,
            to: None,
        };
        let today: Date = self.now().date_in_london();
        let asked = Asked {
            items: ITEMS.iter().map(item).collect(),
            ad_hoc: false,
            recipients: purpose.recipients.first().cloned().into_iter().collect(),
            keep_for: purpose.keep_for_at_most,
            respond_by: today + Duration::days(REPLY_IN_DAYS),
        };
        let submission = Submission {
            reference: format!("canary-{}", self.chance().code()?),
            ad_hoc: false,
            purpose: purpose.id.clone(),
            purpose_version: None,
            replaces: None,
            follows: None,
            officer_reference: "canary".to_owned(),
            officer_role: "Canary".to_owned(),
            explanation: "Nobody is asked: this shows that a refusal is kept.".to_owned(),
            question: None,
            claimant,
            asked,
        };
        let id = self.submit_request(client, submission).await?.id;
        self.match_request(id).await?;
        Ok(id)
    }

    /// Numbers that nobody has: an NHS number of the series for tests, and a date of birth of which nobody is left.
    fn nobody_in_particular(&self) -> Result<Identity> {
        let digits: [u8; 12] = self.chance().bytes()?;
        let digits: String = digits.iter().map(|byte| char::from(b'0' + byte % 10)).collect();
        let (nino, number) = digits.split_at(6);
        let broken = || Fault::new("the canary's own data are not sound");
        // One of ten check digits is right, or none is: then the number before it is not given out.
        let number = (0..100_u32).find_map(|add| {
            let number: u32 = number.parse().ok()?;
            let whole = format!("999{:06}{}", (number + add / 10) % 1_000_000, add % 10);
            NhsNumber::parse(&whole).ok()
        });
        Ok(Identity {
            nino: Nino::parse(&format!("CR{nino}A")).map_err(|_| broken())?,
            nhs_number: Some(number.ok_or_else(broken)?),
            family_name: Name::parse("Canary").map_err(|_| broken())?,
            given_name: Some(Name::parse("Nobody").map_err(|_| broken())?),
            birth_date: parse_day("1890-01-01").map_err(|_| broken())?,
            postcode: None,
        })
    }
}

/// A record that could be sent: an illness and a medicine.
fn record(number: &NhsNumber) -> Vec<u8> {
    let coded = |code: &str, display: &str| json!({ "coding": [{ "system": "http://snomed.info/sct", "code": code, "display": display }] });
    json!({
        "resourceType": "Bundle",
        "type": "collection",
        "entry": [
            { "resource": {
                "resourceType": "Patient",
                "id": "p",
                "identifier": [{ "system": "https://fhir.nhs.uk/Id/nhs-number", "value": number.as_str() }]
            } },
            { "resource": {
                "resourceType": "Condition",
                "id": "c",
                "clinicalStatus": { "coding": [{ "system": "http://terminology.hl7.org/CodeSystem/condition-clinical", "code": "active" }] },
                "code": coded("195967001", "Asthma"),
                "subject": { "reference": "Patient/p" },
                "onsetDateTime": "2020-05-01"
            } },
            { "resource": {
                "resourceType": "MedicationRequest",
                "id": "m",
                "status": "active",
                "intent": "order",
                "medicationCodeableConcept": coded("319283006", "Amlodipine 5mg tablets"),
                "subject": { "reference": "Patient/p" },
                "authoredOn": "2026-09-30"
            } }
        ]
    })
    .to_string()
    .into_bytes()
}
