//! Aids, appliances and adaptations. Never a serial number, a lot or a unique device identifier.

use crate::elements::datatypes::{ANNOTATION, CONCEPT, PERIOD, QUANTITY, RANGE, TIMING};
use crate::elements::table::Shape::{Boolean, Code, DateTime, Group, Reference, Short};
use crate::elements::table::{Element, Kind, many, one};

const PARAMETER: Element = many(
    "parameter",
    Group(&[
        one("code", CONCEPT).needed(),
        one("valueCodeableConcept", CONCEPT),
        one("valueQuantity", QUANTITY),
        one("valueRange", RANGE),
        one("valueBoolean", Boolean),
    ]),
);

pub const DEVICE: Kind = Kind {
    name: "Device",
    subject: Some("patient"),
    elements: &[
        one("status", Code).decisive(),
        many("statusReason", CONCEPT),
        many("deviceName", Group(&[one("name", Short).needed(), one("type", Code)])),
        one("type", CONCEPT),
        many("note", ANNOTATION),
    ],
};

pub const DEVICE_USE_STATEMENT: Kind = Kind {
    name: "DeviceUseStatement",
    subject: Some("subject"),
    elements: &[
        many("basedOn", Reference),
        one("status", Code).decisive(),
        many("derivedFrom", Reference),
        one("timingTiming", TIMING),
        one("timingPeriod", PERIOD),
        one("timingDateTime", DateTime),
        one("recordedOn", DateTime),
        one("source", Reference),
        one("device", Reference),
        many("reasonCode", CONCEPT),
        many("reasonReference", Reference),
        one("bodySite", CONCEPT),
        many("note", ANNOTATION),
    ],
};

pub const DEVICE_REQUEST: Kind = Kind {
    name: "DeviceRequest",
    subject: Some("subject"),
    elements: &[
        many("basedOn", Reference),
        many("priorRequest", Reference),
        one("status", Code).decisive(),
        one("intent", Code).decisive(),
        one("priority", Code),
        one("codeReference", Reference),
        one("codeCodeableConcept", CONCEPT),
        PARAMETER,
        one("encounter", Reference),
        one("occurrenceDateTime", DateTime),
        one("occurrencePeriod", PERIOD),
        one("occurrenceTiming", TIMING),
        one("authoredOn", DateTime),
        one("requester", Reference),
        one("performerType", CONCEPT),
        one("performer", Reference),
        many("reasonCode", CONCEPT),
        many("reasonReference", Reference),
        many("supportingInfo", Reference),
        many("note", ANNOTATION),
    ],
};

/// Where the thing is brought to (`deliverTo`) is not in the list: it may be an address.
pub const SUPPLY_REQUEST: Kind = Kind {
    name: "SupplyRequest",
    subject: None,
    elements: &[
        one("status", Code).decisive(),
        one("category", CONCEPT),
        one("priority", Code),
        one("itemCodeableConcept", CONCEPT),
        one("itemReference", Reference),
        one("quantity", QUANTITY),
        PARAMETER,
        one("occurrenceDateTime", DateTime),
        one("occurrencePeriod", PERIOD),
        one("occurrenceTiming", TIMING),
        one("authoredOn", DateTime),
        one("requester", Reference),
        many("reasonCode", CONCEPT),
        many("reasonReference", Reference),
    ],
};
