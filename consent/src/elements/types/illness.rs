//! Conditions, allergies, and what runs in the family.

use crate::elements::datatypes::{ANNOTATION, CONCEPT, PERIOD, QUANTITY, RANGE};
use crate::elements::table::Shape::{Code, DateTime, Group, Reference, Short};
use crate::elements::table::{Kind, many, one};

pub const CONDITION: Kind = Kind {
    name: "Condition",
    subject: Some("subject"),
    elements: &[
        one("clinicalStatus", CONCEPT).decisive(),
        one("verificationStatus", CONCEPT).decisive(),
        many("category", CONCEPT),
        one("severity", CONCEPT),
        one("code", CONCEPT),
        many("bodySite", CONCEPT),
        one("encounter", Reference),
        one("onsetDateTime", DateTime),
        one("onsetAge", QUANTITY),
        one("onsetPeriod", PERIOD),
        one("onsetRange", RANGE),
        one("onsetString", Short),
        one("abatementDateTime", DateTime),
        one("abatementAge", QUANTITY),
        one("abatementPeriod", PERIOD),
        one("abatementRange", RANGE),
        one("abatementString", Short),
        one("recordedDate", DateTime),
        one("recorder", Reference),
        one("asserter", Reference),
        many(
            "stage",
            Group(&[one("summary", CONCEPT), many("assessment", Reference), one("type", CONCEPT)]),
        ),
        many("evidence", Group(&[many("code", CONCEPT), many("detail", Reference)])),
        many("note", ANNOTATION),
    ],
};

pub const ALLERGY_INTOLERANCE: Kind = Kind {
    name: "AllergyIntolerance",
    subject: Some("patient"),
    elements: &[
        one("clinicalStatus", CONCEPT).decisive(),
        one("verificationStatus", CONCEPT).decisive(),
        one("type", Code),
        many("category", Code),
        one("criticality", Code),
        one("code", CONCEPT),
        one("encounter", Reference),
        one("onsetDateTime", DateTime),
        one("onsetAge", QUANTITY),
        one("onsetPeriod", PERIOD),
        one("onsetRange", RANGE),
        one("onsetString", Short),
        one("recordedDate", DateTime),
        one("recorder", Reference),
        one("asserter", Reference),
        one("lastOccurrence", DateTime),
        many("note", ANNOTATION),
        many(
            "reaction",
            Group(&[
                one("substance", CONCEPT),
                many("manifestation", CONCEPT),
                one("description", Short),
                one("onset", DateTime),
                one("severity", Code),
                one("exposureRoute", CONCEPT),
                many("note", ANNOTATION),
            ]),
        ),
    ],
};

/// Of a relative only what they are to the person and what they had: no name, number, sex, age, birth or death.
pub const FAMILY_MEMBER_HISTORY: Kind = Kind {
    name: "FamilyMemberHistory",
    subject: Some("patient"),
    elements: &[
        one("status", Code).decisive(),
        one("dataAbsentReason", CONCEPT),
        one("date", DateTime),
        one("relationship", CONCEPT),
        many("reasonCode", CONCEPT),
        many("reasonReference", Reference),
        many("note", ANNOTATION),
        many(
            "condition",
            Group(&[
                one("code", CONCEPT).needed(),
                one("onsetAge", QUANTITY),
                one("onsetRange", RANGE),
                one("onsetPeriod", PERIOD),
                one("onsetString", Short),
                many("note", ANNOTATION),
            ]),
        ),
    ],
};
