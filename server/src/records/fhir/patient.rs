//! The one Patient with an NHS number: none is no record, two are refused, and another one than was asked
//! for is another person's.

use super::SourceFault;
use super::asking::{Ask, Asking};
use super::page::{Found, Page};
use consent::identity::NhsNumber;
use serde_json::Value;

/// The system of NHS numbers.
const NHS_NUMBER: &str = "https://fhir.nhs.uk/Id/nhs-number";
/// How the verification of an NHS number is said, in UK Core and in the older profiles.
const VERIFICATION: &str = "NHSNumberVerificationStatus";
/// Verified, in either.
const VERIFIED: [&str; 2] = ["01", "number-present-and-verified"];

/// The Patient with this number.
pub(super) async fn find(
    asking: &Asking,
    number: &NhsNumber,
) -> Result<Option<Found>, SourceFault> {
    let identifier = format!("{NHS_NUMBER}|{}", number.as_str());
    let ask = Ask::search("Patient", &[("identifier", &identifier), ("_count", "10")]);
    let page = Page::read(asking.ask(&ask).await?.body()?, asking.base()).await?;
    let mut patients: Vec<Found> = Vec::new();
    for found in page.found.into_iter().filter(|found| found.matched) {
        if found.place.kind.as_str() != "Patient" {
            return Err(SourceFault::wrong("a search for a Patient brings something else"));
        }
        if !has(&found, number)? {
            let what = "a search by NHS number brings a Patient with another or none";
            return Err(SourceFault::OtherPerson(what.to_owned()));
        }
        // The same one twice is one.
        if patients.iter().all(|known| (&known.place, known.key) != (&found.place, found.key)) {
            patients.push(found);
        }
    }
    let several = patients.len() > 1 || page.next.is_some();
    if several || page.total.is_some_and(|total| total != patients.len() as u64) {
        return Err(SourceFault::wrong("there is not exactly one Patient with the NHS number"));
    }
    Ok(patients.pop())
}

/// Whether this Patient has this very number, and nothing says that it was not verified.
pub(super) fn has(patient: &Found, number: &NhsNumber) -> Result<bool, SourceFault> {
    let value: Value = serde_json::from_str(patient.raw.get())
        .map_err(|_| SourceFault::wrong("a Patient cannot be read"))?;
    let identifiers = value.get("identifier").and_then(Value::as_array).into_iter().flatten();
    let text =
        |value: &Value, name: &str| value.get(name).and_then(Value::as_str).map(str::to_owned);
    let mut same = identifiers.filter(|identifier| {
        let its = text(identifier, "value").and_then(|value| NhsNumber::parse(&value).ok());
        text(identifier, "system").as_deref() == Some(NHS_NUMBER) && its.as_ref() == Some(number)
    });
    match same.next() {
        None => Ok(false),
        Some(identifier) if is_doubted(identifier) => {
            Err(SourceFault::wrong("the NHS number of the Patient was not verified"))
        }
        Some(_) => Ok(true),
    }
}

fn is_doubted(identifier: &Value) -> bool {
    let extensions = identifier.get("extension").and_then(Value::as_array).into_iter().flatten();
    let mut said = extensions.filter(|extension| {
        extension.get("url").and_then(Value::as_str).is_some_and(|url| url.contains(VERIFICATION))
    });
    said.any(|extension| {
        let codings = extension.pointer("/valueCodeableConcept/coding");
        let codings = codings.and_then(Value::as_array).into_iter().flatten();
        let mut codes = codings.filter_map(|coding| coding.get("code").and_then(Value::as_str));
        !codes.any(|code| VERIFIED.contains(&code))
    })
}
