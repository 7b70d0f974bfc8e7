//! Letters, notes, answers and lists.
//! The narrative of a section is never in a list, and no list says why it is empty: that would tell of what is withheld.

use crate::elements::datatypes::{ANNOTATION, ATTACHMENT, CODING, CONCEPT, PERIOD, QUANTITY};
use crate::elements::table::Shape::{
    Base64, Boolean, Code, Data, Date, DateTime, Decimal, Group, Instant, Integer, Mime, Reference,
    Short, Time,
};
use crate::elements::table::{DataType, Kind, many, one};

pub const QUESTIONNAIRE_RESPONSE: Kind = Kind {
    name: "QuestionnaireResponse",
    subject: Some("subject"),
    elements: &[
        many("basedOn", Reference),
        many("partOf", Reference),
        one("status", Code).decisive(),
        one("encounter", Reference),
        one("authored", DateTime),
        one("author", Reference),
        one("source", Reference),
        many("item", Data(&QUESTIONNAIRE_ITEM)),
    ],
};

/// An answer must never stand without the question it answers.
pub static QUESTIONNAIRE_ITEM: DataType = DataType {
    name: "QuestionnaireResponse.item",
    elements: &[
        one("linkId", Code),
        one("text", Short).decisive(),
        many(
            "answer",
            Group(&[
                one("valueBoolean", Boolean),
                one("valueDecimal", Decimal),
                one("valueInteger", Integer),
                one("valueDate", Date),
                one("valueDateTime", DateTime),
                one("valueTime", Time),
                one("valueString", Short),
                one("valueAttachment", ATTACHMENT),
                one("valueCoding", CODING),
                one("valueQuantity", QUANTITY),
                one("valueReference", Reference),
                many("item", Data(&QUESTIONNAIRE_ITEM)),
            ]),
        ),
        many("item", Data(&QUESTIONNAIRE_ITEM)),
    ],
    except: None,
};

pub const DOCUMENT_REFERENCE: Kind = Kind {
    name: "DocumentReference",
    subject: Some("subject"),
    elements: &[
        one("status", Code).decisive(),
        one("docStatus", Code),
        one("type", CONCEPT),
        many("category", CONCEPT),
        one("date", Instant),
        many("author", Reference),
        one("authenticator", Reference),
        one("custodian", Reference),
        many("relatesTo", Group(&[one("code", Code).needed(), one("target", Reference).needed()])),
        one("description", Short),
        many("content", Group(&[one("attachment", ATTACHMENT).needed(), one("format", CODING)])),
        one(
            "context",
            Group(&[
                many("encounter", Reference),
                many("event", CONCEPT),
                one("period", PERIOD),
                one("facilityType", CONCEPT),
                one("practiceSetting", CONCEPT),
                many("related", Reference),
            ]),
        ),
    ],
};

pub const BINARY: Kind = Kind {
    name: "Binary",
    subject: None,
    elements: &[one("contentType", Mime), one("data", Base64)],
};

pub const COMPOSITION: Kind = Kind {
    name: "Composition",
    subject: Some("subject"),
    elements: &[
        one("status", Code).decisive(),
        one("type", CONCEPT),
        many("category", CONCEPT),
        one("encounter", Reference),
        one("date", DateTime),
        many("author", Reference),
        one("title", Short),
        many(
            "attester",
            Group(&[one("mode", Code), one("time", DateTime), one("party", Reference).needed()]),
        ),
        one("custodian", Reference),
        many(
            "event",
            Group(&[many("code", CONCEPT), one("period", PERIOD), many("detail", Reference)]),
        ),
        many("section", Data(&COMPOSITION_SECTION)),
    ],
};

pub static COMPOSITION_SECTION: DataType = DataType {
    name: "Composition.section",
    elements: &[
        one("title", Short),
        one("code", CONCEPT),
        many("author", Reference),
        one("mode", Code),
        one("orderedBy", CONCEPT),
        many("entry", Reference),
        many("section", Data(&COMPOSITION_SECTION)),
    ],
    except: None,
};

pub const LIST: Kind = Kind {
    name: "List",
    subject: Some("subject"),
    elements: &[
        one("status", Code).decisive(),
        one("mode", Code).decisive(),
        one("title", Short),
        one("code", CONCEPT),
        one("encounter", Reference),
        one("date", DateTime),
        one("source", Reference),
        one("orderedBy", CONCEPT),
        many("note", ANNOTATION),
        many(
            "entry",
            Group(&[
                one("flag", CONCEPT),
                one("deleted", Boolean).decisive(),
                one("date", DateTime),
                one("item", Reference).needed(),
            ]),
        ),
    ],
};
