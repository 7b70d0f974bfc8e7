//! Medicines: what was prescribed, taken and handed over.

use crate::elements::datatypes::{ANNOTATION, CONCEPT, DOSAGE, PERIOD, QUANTITY, RATIO};
use crate::elements::table::Shape::{Boolean, Code, DateTime, Group, Integer, Reference};
use crate::elements::table::{Kind, many, one};

pub const MEDICATION_REQUEST: Kind = Kind {
    name: "MedicationRequest",
    subject: Some("subject"),
    elements: &[
        one("status", Code).decisive(),
        one("statusReason", CONCEPT),
        one("intent", Code).decisive(),
        many("category", CONCEPT),
        one("priority", Code),
        one("doNotPerform", Boolean).decisive(),
        one("reportedBoolean", Boolean),
        one("medicationCodeableConcept", CONCEPT),
        one("medicationReference", Reference),
        one("encounter", Reference),
        one("authoredOn", DateTime),
        one("requester", Reference),
        one("performerType", CONCEPT),
        one("recorder", Reference),
        many("reasonCode", CONCEPT),
        many("reasonReference", Reference),
        many("basedOn", Reference),
        one("courseOfTherapyType", CONCEPT),
        many("note", ANNOTATION),
        many("dosageInstruction", DOSAGE),
        one(
            "dispenseRequest",
            Group(&[
                one("initialFill", Group(&[one("quantity", QUANTITY), one("duration", QUANTITY)])),
                one("dispenseInterval", QUANTITY),
                one("validityPeriod", PERIOD),
                one("numberOfRepeatsAllowed", Integer),
                one("quantity", QUANTITY),
                one("expectedSupplyDuration", QUANTITY),
            ]),
        ),
        one(
            "substitution",
            Group(&[
                one("allowedBoolean", Boolean),
                one("allowedCodeableConcept", CONCEPT),
                one("reason", CONCEPT),
            ]),
        ),
        one("priorPrescription", Reference),
    ],
};

pub const MEDICATION_STATEMENT: Kind = Kind {
    name: "MedicationStatement",
    subject: Some("subject"),
    elements: &[
        many("basedOn", Reference),
        many("partOf", Reference),
        one("status", Code).decisive(),
        many("statusReason", CONCEPT),
        one("category", CONCEPT),
        one("medicationCodeableConcept", CONCEPT),
        one("medicationReference", Reference),
        one("context", Reference),
        one("effectiveDateTime", DateTime),
        one("effectivePeriod", PERIOD),
        one("dateAsserted", DateTime),
        one("informationSource", Reference),
        many("derivedFrom", Reference),
        many("reasonCode", CONCEPT),
        many("reasonReference", Reference),
        many("note", ANNOTATION),
        many("dosage", DOSAGE),
    ],
};

pub const MEDICATION: Kind = Kind {
    name: "Medication",
    subject: None,
    elements: &[
        one("code", CONCEPT),
        one("status", Code).decisive(),
        one("form", CONCEPT),
        one("amount", RATIO),
        many(
            "ingredient",
            Group(&[
                one("itemCodeableConcept", CONCEPT).decisive(),
                one("itemReference", Reference).decisive(),
                one("isActive", Boolean),
                one("strength", RATIO),
            ]),
        ),
    ],
};

pub const MEDICATION_DISPENSE: Kind = Kind {
    name: "MedicationDispense",
    subject: Some("subject"),
    elements: &[
        many("partOf", Reference),
        one("status", Code).decisive(),
        one("statusReasonCodeableConcept", CONCEPT),
        one("category", CONCEPT),
        one("medicationCodeableConcept", CONCEPT),
        one("medicationReference", Reference),
        one("context", Reference),
        many("performer", Group(&[one("function", CONCEPT), one("actor", Reference).needed()])),
        many("authorizingPrescription", Reference),
        one("type", CONCEPT),
        one("quantity", QUANTITY),
        one("daysSupply", QUANTITY),
        one("whenPrepared", DateTime),
        one("whenHandedOver", DateTime),
        many("note", ANNOTATION),
        many("dosageInstruction", DOSAGE),
    ],
};
