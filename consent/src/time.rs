//! Instants, days and durations. London is where a day begins and ends.
//! Nothing here reads a clock: what time it is comes in as an argument.

mod at;
mod day;
mod fhir;
mod span;
mod three_fields;

pub use ::time::Date;
pub use at::{At, AtFault, midnight_ending};
pub use day::{DayFault, day, iso_date, parse_day};
pub use fhir::{FhirDateFault, FhirMoment, FhirType};
pub use span::{Span, SpanFault};
pub use three_fields::{DateFault, Part, ThreeFields, as_birth_date};
