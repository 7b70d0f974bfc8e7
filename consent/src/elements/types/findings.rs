//! What was observed, measured, tested and concluded.
//! A prognosis is never in a list: it could tell somebody what they do not know.

use crate::elements::datatypes::{ANNOTATION, CONCEPT, PERIOD, QUANTITY, RANGE, RATIO, TIMING};
use crate::elements::table::Shape::{
    Boolean, Code, DateTime, Group, Instant, Integer, Reference, Short, Time,
};
use crate::elements::table::{Element, Kind, many, one};

const REFERENCE_RANGE: Element = many(
    "referenceRange",
    Group(&[
        one("low", QUANTITY).decisive(),
        one("high", QUANTITY).decisive(),
        one("type", CONCEPT),
        one("text", Short),
    ]),
);

pub const OBSERVATION: Kind = Kind {
    name: "Observation",
    subject: Some("subject"),
    elements: &[
        many("basedOn", Reference),
        many("partOf", Reference),
        one("status", Code).decisive(),
        many("category", CONCEPT),
        one("code", CONCEPT),
        one("encounter", Reference),
        one("effectiveDateTime", DateTime),
        one("effectivePeriod", PERIOD),
        one("effectiveTiming", TIMING),
        one("effectiveInstant", Instant),
        one("issued", Instant),
        many("performer", Reference),
        one("valueQuantity", QUANTITY),
        one("valueCodeableConcept", CONCEPT),
        one("valueString", Short),
        one("valueBoolean", Boolean),
        one("valueInteger", Integer),
        one("valueRange", RANGE),
        one("valueRatio", RATIO),
        one("valueTime", Time),
        one("valueDateTime", DateTime),
        one("valuePeriod", PERIOD),
        one("dataAbsentReason", CONCEPT),
        many("interpretation", CONCEPT),
        many("note", ANNOTATION),
        one("bodySite", CONCEPT),
        one("method", CONCEPT),
        one("specimen", Reference),
        one("device", Reference),
        REFERENCE_RANGE,
        many("hasMember", Reference),
        many("derivedFrom", Reference),
        many(
            "component",
            Group(&[
                one("code", CONCEPT).needed(),
                one("valueQuantity", QUANTITY),
                one("valueCodeableConcept", CONCEPT),
                one("valueString", Short),
                one("valueBoolean", Boolean),
                one("valueInteger", Integer),
                one("valueRange", RANGE),
                one("valueRatio", RATIO),
                one("valueTime", Time),
                one("valueDateTime", DateTime),
                one("valuePeriod", PERIOD),
                one("dataAbsentReason", CONCEPT),
                many("interpretation", CONCEPT),
                REFERENCE_RANGE,
            ]),
        ),
    ],
};

pub const CLINICAL_IMPRESSION: Kind = Kind {
    name: "ClinicalImpression",
    subject: Some("subject"),
    elements: &[
        one("status", Code).decisive(),
        one("statusReason", CONCEPT),
        one("code", CONCEPT),
        one("description", Short),
        one("encounter", Reference),
        one("effectiveDateTime", DateTime),
        one("effectivePeriod", PERIOD),
        one("date", DateTime),
        one("assessor", Reference),
        one("previous", Reference),
        many("problem", Reference),
        many("investigation", Group(&[one("code", CONCEPT).needed(), many("item", Reference)])),
        one("summary", Short),
        many(
            "finding",
            Group(&[
                one("itemCodeableConcept", CONCEPT).decisive(),
                one("itemReference", Reference).decisive(),
                one("basis", Short),
            ]),
        ),
        many("supportingInfo", Reference),
        many("note", ANNOTATION),
    ],
};

/// No `presentedForm`: a document inside a result is not seen as a letter, and could not be chosen one by one.
pub const DIAGNOSTIC_REPORT: Kind = Kind {
    name: "DiagnosticReport",
    subject: Some("subject"),
    elements: &[
        many("basedOn", Reference),
        one("status", Code).decisive(),
        many("category", CONCEPT),
        one("code", CONCEPT),
        one("encounter", Reference),
        one("effectiveDateTime", DateTime),
        one("effectivePeriod", PERIOD),
        one("issued", Instant),
        many("performer", Reference),
        many("resultsInterpreter", Reference),
        many("specimen", Reference),
        many("result", Reference),
        one("conclusion", Short),
        many("conclusionCode", CONCEPT),
    ],
};

pub const SPECIMEN: Kind = Kind {
    name: "Specimen",
    subject: Some("subject"),
    elements: &[
        one("status", Code).decisive(),
        one("type", CONCEPT),
        one("receivedTime", DateTime),
        many("parent", Reference),
        many("request", Reference),
        one(
            "collection",
            Group(&[
                one("collector", Reference),
                one("collectedDateTime", DateTime),
                one("collectedPeriod", PERIOD),
                one("quantity", QUANTITY),
                one("method", CONCEPT),
                one("bodySite", CONCEPT),
            ]),
        ),
        many("condition", CONCEPT),
        many("note", ANNOTATION),
    ],
};
