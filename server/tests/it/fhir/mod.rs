//! Records from a FHIR server: one that is scripted in the test, fault by fault, and one that is not ours.

mod failures;
mod foreign;
mod people;
mod reading;
mod script;
mod tokens;
mod trusted;

use server::config::{FhirSettings, Records};
use std::time::Duration;

/// Settings that wait for nothing long.
fn settings(base: &str) -> FhirSettings {
    FhirSettings {
        base_url: Some(base.to_owned()),
        connect: Duration::from_millis(500),
        silence: Duration::from_millis(300),
        deadline: Duration::from_millis(1500),
        most_mib: 1,
        most_answers: 200,
        at_once: 4,
        ..Records::default().fhir
    }
}
