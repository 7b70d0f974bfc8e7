//! The person, and the people and places that treat them.
//! Of the person only what `who-i-am` and `address-and-contact` name; of others never an address or a number.

use crate::elements::datatypes::{ANNOTATION, CONCEPT, HUMAN_NAME, PERIOD};
use crate::elements::table::Shape::{
    Boolean, Code, Date, Group, Name, NhsNumber, Reference, Short, Uri,
};
use crate::elements::table::{Kind, many, one};

/// `patient.rs` picks the one name, number, address and means of contact before this list is applied.
pub const PATIENT: Kind = Kind {
    name: "Patient",
    subject: None,
    elements: &[
        many("identifier", Group(&[one("system", Uri).needed(), one("value", NhsNumber).needed()])),
        many("name", Group(&[one("text", Name), one("family", Name), many("given", Name)])),
        many(
            "telecom",
            Group(&[one("system", Code).needed(), one("value", Name).needed(), one("use", Code)]),
        ),
        one("birthDate", Date),
        many(
            "address",
            Group(&[
                one("text", Name),
                many("line", Name),
                one("city", Name),
                one("district", Name),
                one("postalCode", Name),
            ]),
        ),
        many("generalPractitioner", Reference),
    ],
};

pub const PRACTITIONER: Kind = Kind {
    name: "Practitioner",
    subject: None,
    elements: &[
        many("name", HUMAN_NAME),
        many("qualification", Group(&[one("code", CONCEPT).needed()])),
    ],
};

pub const PRACTITIONER_ROLE: Kind = Kind {
    name: "PractitionerRole",
    subject: None,
    elements: &[
        one("practitioner", Reference),
        one("organization", Reference),
        many("code", CONCEPT),
        many("specialty", CONCEPT),
    ],
};

pub const ORGANIZATION: Kind = Kind {
    name: "Organization",
    subject: None,
    elements: &[one("active", Boolean).decisive(), many("type", CONCEPT), one("name", Name)],
};

pub const CARE_TEAM: Kind = Kind {
    name: "CareTeam",
    subject: Some("subject"),
    elements: &[
        one("status", Code).decisive(),
        many("category", CONCEPT),
        one("name", Short),
        one("encounter", Reference),
        one("period", PERIOD),
        many(
            "participant",
            Group(&[
                many("role", CONCEPT),
                one("member", Reference).needed(),
                one("onBehalfOf", Reference),
                one("period", PERIOD),
            ]),
        ),
        many("reasonCode", CONCEPT),
        many("reasonReference", Reference),
        many("managingOrganization", Reference),
        many("note", ANNOTATION),
    ],
};
