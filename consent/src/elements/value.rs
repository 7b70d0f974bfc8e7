//! Whether a JSON value is what FHIR's primitive types allow. A value is kept as it is or not at all, never mended.

use super::table::Shape;
use crate::time::{FhirMoment, FhirType};
use serde_json::{Map, Value};

/// More characters than this are free text.
const SHORT: usize = 60;
/// A person's or a place's name, a line of an address.
const NAME: usize = 100;
/// The longest term of SNOMED CT, and the longest name of a code system.
const TERM: usize = 255;

/// Systems whose codes have published terms: a long term beside such a code is no free text.
const TERMINOLOGIES: [&str; 13] = [
    "http://snomed.info/sct",
    "http://loinc.org",
    "http://hl7.org/fhir/",
    "http://terminology.hl7.org/",
    "http://unitsofmeasure.org",
    "http://read.info/",
    "https://dmd.nhs.uk",
    "https://fhir.hl7.org.uk/",
    "https://fhir.nhs.uk/",
    "http://fhir.nhs.uk/",
    "http://www.nlm.nih.gov/research/umls/rxnorm",
    "urn:ietf:bcp:47",
    "urn:oid:2.16.840.1.113883.2.1.",
];

/// How a primitive goes.
pub(super) enum Fit {
    /// As it is.
    Goes(Value),
    /// As it is, where free text may stay.
    GoesAsFreeText(Value),
    /// Not at all.
    Stays,
}

/// A primitive of this shape, beside its siblings.
pub(super) fn primitive(shape: Shape, value: &Value, siblings: &Map<String, Value>) -> Fit {
    let fits = match shape {
        Shape::Boolean => value.is_boolean(),
        Shape::Integer => value.as_f64().is_some_and(|number| number.fract() == 0.0),
        Shape::Decimal => value.is_number(),
        _ => {
            let Some(text) = value.as_str().filter(|text| !text.trim().is_empty()) else {
                return Fit::Stays;
            };
            let fits = text_fits(shape, text, siblings);
            if !fits && matches!(shape, Shape::Short | Shape::Term | Shape::Free) {
                return Fit::GoesAsFreeText(value.clone());
            }
            fits
        }
    };
    if fits { Fit::Goes(value.clone()) } else { Fit::Stays }
}

/// Whether a text goes that is no free text.
fn text_fits(shape: Shape, text: &str, siblings: &Map<String, Value>) -> bool {
    match shape {
        Shape::Code => is_code(text),
        Shape::Uri => at_most(TERM, text) && !text.contains(char::is_whitespace),
        Shape::Mime => is_media_type(text),
        Shape::Date => FhirMoment::parse_as(FhirType::Date, text).is_ok(),
        Shape::DateTime => FhirMoment::parse_as(FhirType::DateTime, text).is_ok(),
        Shape::Instant => FhirMoment::parse_as(FhirType::Instant, text).is_ok(),
        Shape::Time => is_time(text),
        Shape::Name => at_most(NAME, text),
        Shape::Short => at_most(SHORT, text),
        Shape::Term => {
            at_most(SHORT, text) || (at_most(TERM, text) && has_published_term(siblings))
        }
        Shape::Base64 => {
            text.bytes().all(|b| b.is_ascii_alphanumeric() || b"+/= \r\n".contains(&b))
        }
        Shape::NhsNumber => text.len() == 10 && text.bytes().all(|b| b.is_ascii_digit()),
        Shape::Boolean
        | Shape::Integer
        | Shape::Decimal
        | Shape::Free
        | Shape::Reference
        | Shape::Data(_)
        | Shape::Group(_) => false,
    }
}

fn at_most(length: usize, text: &str) -> bool {
    text.len() <= length || text.chars().nth(length).is_none()
}

// FHIR R4, 2.24.0.1: no white space but single spaces inside.
fn is_code(text: &str) -> bool {
    at_most(SHORT, text)
        && text.split(' ').all(|part| !part.is_empty() && !part.contains(char::is_whitespace))
        && !text.contains(char::is_control)
}

fn is_media_type(text: &str) -> bool {
    let sound = |c: char| c.is_ascii_alphanumeric() || "!#$&^_.+-/;= \"".contains(c);
    at_most(TERM, text) && text.contains('/') && text.chars().all(sound)
}

fn is_time(text: &str) -> bool {
    // FHIR's time is what stands between `T` and the offset of a dateTime, 24:00 excepted there as here.
    FhirMoment::parse_as(FhirType::Instant, &format!("2000-01-01T{text}Z")).is_ok()
}

fn has_published_term(coding: &Map<String, Value>) -> bool {
    let text = |name| coding.get(name).and_then(Value::as_str);
    text("code").is_some_and(is_code)
        && text("system")
            .is_some_and(|system| TERMINOLOGIES.iter().any(|known| system.starts_with(known)))
}
