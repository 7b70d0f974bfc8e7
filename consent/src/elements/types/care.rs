//! What was done and where: treatments, stays, appointments, vaccinations.
//! Never where somebody went to from hospital: that could be a prison, a refuge or a death.

use crate::elements::datatypes::{ANNOTATION, CODING, CONCEPT, PERIOD, QUANTITY, RANGE};
use crate::elements::table::Shape::{
    Boolean, Code, DateTime, Free, Group, Instant, Integer, Reference, Short,
};
use crate::elements::table::{Kind, many, one};

pub const PROCEDURE: Kind = Kind {
    name: "Procedure",
    subject: Some("subject"),
    elements: &[
        many("basedOn", Reference),
        many("partOf", Reference),
        one("status", Code).decisive(),
        one("statusReason", CONCEPT),
        one("category", CONCEPT),
        one("code", CONCEPT),
        one("encounter", Reference),
        one("performedDateTime", DateTime),
        one("performedPeriod", PERIOD),
        one("performedString", Short),
        one("performedAge", QUANTITY),
        one("performedRange", RANGE),
        one("recorder", Reference),
        one("asserter", Reference),
        many(
            "performer",
            Group(&[
                one("function", CONCEPT),
                one("actor", Reference).needed(),
                one("onBehalfOf", Reference),
            ]),
        ),
        many("reasonCode", CONCEPT),
        many("reasonReference", Reference),
        many("bodySite", CONCEPT),
        one("outcome", CONCEPT),
        many("report", Reference),
        many("complication", CONCEPT),
        many("complicationDetail", Reference),
        many("followUp", CONCEPT),
        many("note", ANNOTATION),
        many(
            "focalDevice",
            Group(&[one("action", CONCEPT), one("manipulated", Reference).needed()]),
        ),
        many("usedReference", Reference),
        many("usedCode", CONCEPT),
    ],
};

pub const ENCOUNTER: Kind = Kind {
    name: "Encounter",
    subject: Some("subject"),
    elements: &[
        one("status", Code).decisive(),
        one("class", CODING),
        many("type", CONCEPT),
        one("serviceType", CONCEPT),
        one("priority", CONCEPT),
        many("episodeOfCare", Reference),
        many("basedOn", Reference),
        many(
            "participant",
            Group(&[
                many("type", CONCEPT),
                one("period", PERIOD),
                one("individual", Reference).needed(),
            ]),
        ),
        many("appointment", Reference),
        one("period", PERIOD),
        one("length", QUANTITY),
        many("reasonCode", CONCEPT),
        many("reasonReference", Reference),
        many(
            "diagnosis",
            Group(&[
                one("condition", Reference).needed(),
                one("use", CONCEPT),
                one("rank", Integer),
            ]),
        ),
        one("hospitalization", Group(&[one("admitSource", CONCEPT), one("reAdmission", CONCEPT)])),
        one("serviceProvider", Reference),
        one("partOf", Reference),
    ],
};

pub const APPOINTMENT: Kind = Kind {
    name: "Appointment",
    subject: None,
    elements: &[
        one("status", Code).decisive(),
        one("cancelationReason", CONCEPT),
        many("serviceCategory", CONCEPT),
        many("serviceType", CONCEPT),
        many("specialty", CONCEPT),
        one("appointmentType", CONCEPT),
        many("reasonCode", CONCEPT),
        many("reasonReference", Reference),
        one("priority", Integer),
        one("description", Short),
        one("start", Instant),
        one("end", Instant),
        one("minutesDuration", Integer),
        one("created", DateTime),
        one("comment", Free),
        one("patientInstruction", Free),
        many("basedOn", Reference),
        many(
            "participant",
            Group(&[
                many("type", CONCEPT),
                one("actor", Reference).needed(),
                one("required", Code),
                one("status", Code),
                one("period", PERIOD),
            ]),
        ),
    ],
};

pub const EPISODE_OF_CARE: Kind = Kind {
    name: "EpisodeOfCare",
    subject: Some("patient"),
    elements: &[
        one("status", Code).decisive(),
        many("type", CONCEPT),
        many(
            "diagnosis",
            Group(&[
                one("condition", Reference).needed(),
                one("role", CONCEPT),
                one("rank", Integer),
            ]),
        ),
        one("managingOrganization", Reference),
        one("period", PERIOD),
        many("referralRequest", Reference),
        one("careManager", Reference),
        many("team", Reference),
    ],
};

/// No `programEligibility` and no `fundingSource`: they speak of money.
pub const IMMUNIZATION: Kind = Kind {
    name: "Immunization",
    subject: Some("patient"),
    elements: &[
        one("status", Code).decisive(),
        one("statusReason", CONCEPT),
        one("vaccineCode", CONCEPT),
        one("encounter", Reference),
        one("occurrenceDateTime", DateTime),
        one("occurrenceString", Short),
        one("recorded", DateTime),
        one("primarySource", Boolean),
        one("reportOrigin", CONCEPT),
        one("site", CONCEPT),
        one("route", CONCEPT),
        one("doseQuantity", QUANTITY),
        many("performer", Group(&[one("function", CONCEPT), one("actor", Reference).needed()])),
        many("note", ANNOTATION),
        many("reasonCode", CONCEPT),
        many("reasonReference", Reference),
        one("isSubpotent", Boolean).decisive(),
        many("subpotentReason", CONCEPT),
        many(
            "reaction",
            Group(&[
                one("date", DateTime),
                one("detail", Reference).needed(),
                one("reported", Boolean),
            ]),
        ),
        many(
            "protocolApplied",
            Group(&[
                one("series", Short),
                many("targetDisease", CONCEPT),
                one("doseNumberPositiveInt", Integer),
                one("doseNumberString", Short),
                one("seriesDosesPositiveInt", Integer),
                one("seriesDosesString", Short),
            ]),
        ),
    ],
};
