//! People and records that do not exist.

use super::Stage;
use consent::identity::{Name, NhsNumber, Nino, Postcode};
use consent::ids::PersonId;
use consent::matching::Identity;
use consent::time::parse_day;
use server::portal::Actor;

/// NHS numbers with a right check digit.
const NUMBERS: [&str; 2] = ["9434765919", "4010232137"];

/// The first or the second of two people.
pub fn identity(which: usize) -> Identity {
    Identity {
        nino: Nino::parse(["AB123456C", "CE654321D"][which]).unwrap(),
        nhs_number: Some(NhsNumber::parse(NUMBERS[which]).unwrap()),
        family_name: Name::parse(["Llŷr", "O’Neil"][which]).unwrap(),
        given_name: Some(Name::parse(["Siân", "José"][which]).unwrap()),
        birth_date: parse_day(["1984-02-29", "1990-12-31"][which]).unwrap(),
        postcode: Some(Postcode::parse(["CF10 1AA", "LS1 4AP"][which]).unwrap()),
    }
}

/// One of the two, known to the portal, with an account: `one@example.org` or `two@example.org` and
/// the password `kettle otter seven`.
pub async fn person(stage: &Stage, which: usize) -> PersonId {
    let added = stage.portal.add_person(&Actor::Operator, &identity(which)).await.unwrap();
    let email = ["one@example.org", "two@example.org"][which];
    stage
        .portal
        .activate("127.0.0.1", &added.activation_code, email, "kettle otter seven")
        .await
        .unwrap()
}

/// A small record: a Patient with this NHS number and one condition.
pub fn record(nhs_number: &str, condition: &str) -> Vec<u8> {
    serde_json::json!({
        "resourceType": "Bundle",
        "type": "collection",
        "entry": [
            { "resource": {
                "resourceType": "Patient",
                "id": "p1",
                "identifier": [{ "system": "https://fhir.nhs.uk/Id/nhs-number", "value": nhs_number }]
            } },
            { "resource": {
                "resourceType": "Condition",
                "id": "c1",
                "clinicalStatus": { "coding": [{ "system": "http://terminology.hl7.org/CodeSystem/condition-clinical", "code": "active" }] },
                "code": { "text": condition },
                "subject": { "reference": "Patient/p1" },
                "onsetDateTime": "2020-05-01"
            } }
        ]
    })
    .to_string()
    .into_bytes()
}
