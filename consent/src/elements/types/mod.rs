//! The allow-list of each type that has a home among the categories. `RelatedPerson` has none on purpose.
//! Every modifier element of FHIR R4 is in its list and decisive: a copy must never say something else than its source.

mod care;
mod devices;
mod documents;
mod findings;
mod illness;
mod medicines;
mod people;
mod plans;

use super::table::Kind;

pub(super) use documents::{COMPOSITION_SECTION, QUESTIONNAIRE_ITEM};

pub(super) static ALL: &[Kind] = &[
    people::PATIENT,
    people::PRACTITIONER,
    people::PRACTITIONER_ROLE,
    people::ORGANIZATION,
    people::CARE_TEAM,
    illness::CONDITION,
    findings::OBSERVATION,
    documents::QUESTIONNAIRE_RESPONSE,
    findings::CLINICAL_IMPRESSION,
    medicines::MEDICATION_REQUEST,
    medicines::MEDICATION_STATEMENT,
    medicines::MEDICATION,
    medicines::MEDICATION_DISPENSE,
    illness::ALLERGY_INTOLERANCE,
    findings::DIAGNOSTIC_REPORT,
    findings::SPECIMEN,
    care::PROCEDURE,
    care::ENCOUNTER,
    care::APPOINTMENT,
    care::EPISODE_OF_CARE,
    documents::DOCUMENT_REFERENCE,
    documents::BINARY,
    documents::COMPOSITION,
    devices::DEVICE,
    devices::DEVICE_USE_STATEMENT,
    devices::DEVICE_REQUEST,
    devices::SUPPLY_REQUEST,
    plans::SERVICE_REQUEST,
    plans::CARE_PLAN,
    plans::GOAL,
    care::IMMUNIZATION,
    illness::FAMILY_MEMBER_HISTORY,
    plans::FLAG,
    documents::LIST,
];
