//! Of the person, what the purpose lists and nothing else.

use crate::listed::{everything, same};
use consent::elements::{self, Scope};
use consent::purpose::IdentityField;
use serde_json::{Value, json};

fn patient() -> Value {
    json!({
        "resourceType": "Patient", "id": "told", "active": true, "gender": "female", "birthDate": "1970-01-31", "deceasedBoolean": false,
        "maritalStatus": {"text": "told"}, "communication": [{"language": {"text": "told"}}], "contact": [{"name": {"family": "Told"}}],
        "identifier": [
            {"system": "https://fhir.nhs.uk/Id/local-patient", "value": "told"},
            {"system": "https://fhir.nhs.uk/Id/nhs-number", "value": "9991234567", "extension": [{"url": "told"}], "type": {"text": "told"}}],
        "name": [
            {"use": "maiden", "family": "Told"}, {"use": "nickname", "given": ["Told"]},
            {"use": "usual", "family": "Told", "period": {"end": "2001"}},
            {"use": "official", "text": "Mrs Siân O’Neil", "family": "O’Neil", "given": ["Siân"], "prefix": ["Mrs"], "suffix": ["MBE"]}],
        "telecom": [{"system": "phone", "value": "07700 900001", "use": "mobile"}, {"system": "phone", "value": "told", "use": "old"},
            {"system": "url", "value": "https://example.org/told"}, {"system": "email", "value": "told@example.org", "use": "work"}],
        "address": [{"use": "old", "line": ["told"]}, {"use": "temp", "line": ["told"]},
            {"use": "home", "type": "both", "line": ["1 High Street"], "city": "Leeds", "postalCode": "LS1 1AA", "extension": [{"url": "told"}]}],
        "generalPractitioner": [{"reference": "Organization/1", "identifier": {"value": "told"}, "display": "told"}],
        "managingOrganization": {"reference": "Organization/told"}, "link": [{"other": {"reference": "Patient/told"}}],
        "extension": [{"url": "http://hl7.org/fhir/StructureDefinition/patient-birthPlace"}],
    })
}

fn copied(patient: &Value, identity: &[IdentityField], address: bool) -> Option<Value> {
    let scope = Scope { free_text: false, identity: identity.iter().copied().collect(), address };
    elements::copy("Patient", patient, &scope, &same)
}

#[test]
fn each_field_goes_only_where_the_purpose_lists_it() {
    use IdentityField::{BirthDate, Name, NhsNumber, Practice};
    let one = |field, element: &str, value: Value| {
        assert_eq!(
            copied(&patient(), &[field], false),
            Some(json!({"resourceType": "Patient", element: value}))
        );
    };
    one(Name, "name", json!([{"family": "O’Neil", "given": ["Siân"]}]));
    one(BirthDate, "birthDate", json!("1970-01-31"));
    one(
        NhsNumber,
        "identifier",
        json!([{"system": "https://fhir.nhs.uk/Id/nhs-number", "value": "9991234567"}]),
    );
    one(Practice, "generalPractitioner", json!([{"reference": "Organization/1"}]));
    assert_eq!(copied(&patient(), &[], false), None);
}

#[test]
fn the_address_goes_only_with_its_own_category() {
    assert_eq!(
        copied(&patient(), &[], true),
        Some(json!({"resourceType": "Patient",
            "address": [{"line": ["1 High Street"], "city": "Leeds", "postalCode": "LS1 1AA"}],
            "telecom": [{"system": "phone", "value": "07700 900001", "use": "mobile"}]}))
    );
}

#[test]
fn even_with_everything_shared_nothing_else_of_the_person_goes() {
    let copy = elements::copy("Patient", &patient(), &everything(), &same).unwrap();
    assert!(!copy.to_string().to_lowercase().contains("told"), "{copy}");
    assert_eq!(copy.as_object().unwrap().len(), 7);
}

#[test]
fn two_nhs_numbers_are_none() {
    let mut two = patient();
    two["identifier"][0] =
        json!({"system": "https://fhir.nhs.uk/Id/nhs-number", "value": "9990000000"});
    assert_eq!(copied(&two, &[IdentityField::NhsNumber], false), None);
}

#[test]
fn a_name_that_is_only_a_text_stays() {
    let told = json!({"resourceType": "Patient", "name": [{"text": "Prince"}]});
    assert_eq!(
        copied(&told, &[IdentityField::Name], false).unwrap()["name"],
        json!([{"text": "Prince"}])
    );
}

#[test]
fn a_practitioner_has_a_name_and_nothing_to_reach_them() {
    let doctor = json!({"resourceType": "Practitioner", "gender": "male", "birthDate": "1970", "telecom": [{"value": "told"}], "address": [{"city": "told"}],
        "name": [{"use": "official", "prefix": ["Dr"], "family": "Jones"}, {"use": "maiden", "family": "Told"}], "qualification": [{"identifier": [{"value": "told"}]}]});
    assert_eq!(
        elements::copy("Practitioner", &doctor, &everything(), &same),
        Some(
            json!({"resourceType": "Practitioner", "name": [{"prefix": ["Dr"], "family": "Jones"}]})
        )
    );
}

#[test]
fn a_restricted_person_cannot_be_found_by_what_is_sent() {
    use IdentityField::{Name, Practice};
    let mut restricted = patient();
    let label = json!({"security": [{"system": "http://terminology.hl7.org/CodeSystem/v3-Confidentiality", "code": "R"}]});
    if let Some(members) = restricted.as_object_mut() {
        members.insert("meta".to_owned(), label);
    }
    let sent = copied(&restricted, &[Name, Practice], true);
    assert_eq!(
        sent,
        Some(json!({"resourceType": "Patient", "name": [{"family": "O’Neil", "given": ["Siân"]}]}))
    );
}
