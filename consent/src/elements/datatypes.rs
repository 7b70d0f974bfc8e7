//! What may be copied of FHIR's data types: never an identifier, an extension, a version or a web address.

use super::table::Shape::{
    Base64, Boolean, Code, Data, DateTime, Decimal, Free, Group, Integer, Mime, Name, Short, Term,
    Time, Uri,
};
use super::table::{DataType, Element, Exception, Shape, many, one};
use serde_json::{Map, Value};

pub(super) const CODING: Shape = Data(&CODING_TYPE);
pub(super) const CONCEPT: Shape = Data(&CONCEPT_TYPE);
pub(super) const QUANTITY: Shape = Data(&QUANTITY_TYPE);
pub(super) const RANGE: Shape = Data(&RANGE_TYPE);
pub(super) const RATIO: Shape = Data(&RATIO_TYPE);
pub(super) const PERIOD: Shape = Data(&PERIOD_TYPE);
pub(super) const ANNOTATION: Shape = Data(&ANNOTATION_TYPE);
pub(super) const ATTACHMENT: Shape = Data(&ATTACHMENT_TYPE);
pub(super) const TIMING: Shape = Data(&TIMING_TYPE);
pub(super) const DOSAGE: Shape = Data(&DOSAGE_TYPE);
pub(super) const HUMAN_NAME: Shape = Data(&HUMAN_NAME_TYPE);

pub(super) static ALL: &[&DataType] = &[
    &CODING_TYPE,
    &CONCEPT_TYPE,
    &QUANTITY_TYPE,
    &RANGE_TYPE,
    &RATIO_TYPE,
    &PERIOD_TYPE,
    &ANNOTATION_TYPE,
    &ATTACHMENT_TYPE,
    &TIMING_TYPE,
    &DOSAGE_TYPE,
    &HUMAN_NAME_TYPE,
    &super::types::QUESTIONNAIRE_ITEM,
    &super::types::COMPOSITION_SECTION,
];

const fn plain(name: &'static str, elements: &'static [Element]) -> DataType {
    DataType { name, elements, except: None }
}

static CODING_TYPE: DataType = DataType {
    name: "Coding",
    elements: &[one("system", Uri), one("code", Code), one("display", Term)],
    except: Some(Exception { words: "neither code nor display", applies: says_nothing }),
};

static CONCEPT_TYPE: DataType =
    plain("CodeableConcept", &[many("coding", CODING), one("text", Short)]);

static QUANTITY_TYPE: DataType = plain(
    "Quantity",
    &[
        one("value", Decimal).needed(),
        one("comparator", Code).decisive(),
        one("unit", Short),
        one("system", Uri),
        one("code", Code),
    ],
);

static RANGE_TYPE: DataType =
    plain("Range", &[one("low", QUANTITY).decisive(), one("high", QUANTITY).decisive()]);

static RATIO_TYPE: DataType =
    plain("Ratio", &[one("numerator", QUANTITY).needed(), one("denominator", QUANTITY).needed()]);

static PERIOD_TYPE: DataType =
    plain("Period", &[one("start", DateTime).decisive(), one("end", DateTime).decisive()]);

static ANNOTATION_TYPE: DataType =
    plain("Annotation", &[one("time", DateTime), one("text", Free).needed()]);

static ATTACHMENT_TYPE: DataType = plain(
    "Attachment",
    &[
        one("contentType", Mime),
        one("language", Code),
        one("data", Base64),
        one("title", Short),
        one("creation", DateTime),
    ],
);

static TIMING_TYPE: DataType = plain(
    "Timing",
    &[
        many("event", DateTime),
        one(
            "repeat",
            Group(&[
                one("boundsDuration", QUANTITY),
                one("boundsRange", RANGE),
                one("boundsPeriod", PERIOD),
                one("count", Integer),
                one("countMax", Integer),
                one("duration", Decimal),
                one("durationMax", Decimal),
                one("durationUnit", Code),
                one("frequency", Integer),
                one("frequencyMax", Integer),
                one("period", Decimal),
                one("periodMax", Decimal),
                one("periodUnit", Code),
                many("dayOfWeek", Code),
                many("timeOfDay", Time),
                many("when", Code),
                one("offset", Integer),
            ]),
        ),
        one("code", CONCEPT),
    ],
);

static DOSAGE_TYPE: DataType = plain(
    "Dosage",
    &[
        one("sequence", Integer),
        one("text", Short),
        many("additionalInstruction", CONCEPT),
        one("patientInstruction", Short),
        one("timing", TIMING),
        one("asNeededBoolean", Boolean),
        one("asNeededCodeableConcept", CONCEPT),
        one("site", CONCEPT),
        one("route", CONCEPT),
        one("method", CONCEPT),
        many(
            "doseAndRate",
            Group(&[
                one("type", CONCEPT),
                one("doseRange", RANGE),
                one("doseQuantity", QUANTITY),
                one("rateRatio", RATIO),
                one("rateRange", RANGE),
                one("rateQuantity", QUANTITY),
            ]),
        ),
        one("maxDosePerPeriod", RATIO),
        one("maxDosePerAdministration", QUANTITY),
        one("maxDosePerLifetime", QUANTITY),
    ],
);

static HUMAN_NAME_TYPE: DataType = DataType {
    name: "HumanName",
    elements: &[
        one("text", Name),
        one("family", Name),
        many("given", Name),
        many("prefix", Name),
        many("suffix", Name),
    ],
    except: Some(Exception { words: "the use is not usual or official", applies: not_in_use }),
};

fn says_nothing(coding: &Map<String, Value>) -> bool {
    !coding.contains_key("code") && !coding.contains_key("display")
}

/// A former, informal or made-up name, by its `use` (FHIR R4, `NameUse`).
pub(super) fn not_in_use(name: &Map<String, Value>) -> bool {
    name.get("use").is_some_and(|used| !matches!(used.as_str(), Some("usual" | "official")))
}
