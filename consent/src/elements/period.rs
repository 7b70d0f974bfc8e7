//! The clinical period of an entry: what an item's dates are compared with.
//! It must never be narrower than what the record says is still going on, nor wider than the vagueness of its dates.

use crate::time::{Date, FhirMoment};
use serde_json::Value;

/// When an entry was true of the person.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ClinicalPeriod {
    /// From the first to the last day, both included.
    Between(Date, Date),
    /// From that day, and still going on.
    From(Date),
    /// Inside any dates: active conditions, current medicines, allergies, the person. With the first day that is known of it.
    AlwaysInside(Option<Date>),
    /// A supporting entry without a date of its own: it goes only with what needs it.
    Follows,
    /// No date says when it was: withheld, and named so.
    Undated,
}

/// Where a type says when it was: elements in the order in which the first that is there counts.
struct Dates {
    /// A dateTime, a Period, or a Timing with its events.
    begins: &'static [&'static str],
    /// What may say that it ended later.
    ends: &'static [&'static str],
    /// The element that says whether it still goes on, and the codes that say yes.
    active: Option<(&'static str, &'static [&'static str])>,
}

const fn point(begins: &'static [&'static str]) -> Dates {
    Dates { begins, ends: &[], active: None }
}

const fn span(
    begins: &'static [&'static str],
    ends: &'static [&'static str],
    codes: &'static [&'static str],
) -> Dates {
    Dates { begins, ends, active: Some(("status", codes)) }
}

/// The clinical period of an entry of this type.
#[must_use]
pub fn period(kind: &str, resource: &Value) -> ClinicalPeriod {
    let dated = dates(kind).map_or(ClinicalPeriod::Undated, |dates| dates.of(resource));
    let inside = match kind {
        "Patient" => return ClinicalPeriod::AlwaysInside(None),
        "Practitioner" | "PractitionerRole" | "Organization" | "Location" | "HealthcareService"
        | "Medication" | "Device" | "Binary" => return ClinicalPeriod::Follows,
        "Condition" => status_is(resource, "clinicalStatus", &["active", "recurrence", "relapse"]),
        "MedicationRequest" | "MedicationStatement" => status_is(resource, "status", &["active"]),
        "AllergyIntolerance" => !status_is(resource, "clinicalStatus", &["inactive", "resolved"]),
        _ => false,
    };
    match dated {
        dated if !inside => dated,
        ClinicalPeriod::Between(first, _) | ClinicalPeriod::From(first) => {
            ClinicalPeriod::AlwaysInside(Some(first))
        }
        _ => ClinicalPeriod::AlwaysInside(None),
    }
}

fn dates(kind: &str) -> Option<Dates> {
    Some(match kind {
        "Condition" => Dates {
            begins: &["onsetDateTime", "onsetPeriod", "recordedDate"],
            ends: &["abatementDateTime", "abatementPeriod"],
            active: None,
        },
        "AllergyIntolerance" => Dates {
            begins: &["onsetDateTime", "onsetPeriod", "recordedDate"],
            ends: &["lastOccurrence"],
            active: None,
        },
        "Observation" => point(&[
            "effectiveDateTime",
            "effectivePeriod",
            "effectiveInstant",
            "effectiveTiming",
            "issued",
        ]),
        "DiagnosticReport" => point(&["effectiveDateTime", "effectivePeriod", "issued"]),
        "ClinicalImpression" => {
            span(&["effectiveDateTime", "effectivePeriod", "date"], &[], &["in-progress"])
        }
        "Specimen" => {
            point(&["collection.collectedDateTime", "collection.collectedPeriod", "receivedTime"])
        }
        "QuestionnaireResponse" => point(&["authored"]),
        "MedicationRequest" => point(&["authoredOn", "dispenseRequest.validityPeriod"])
            .ending(&["dispenseRequest.validityPeriod"]),
        "MedicationStatement" => point(&["effectiveDateTime", "effectivePeriod", "dateAsserted"]),
        "MedicationDispense" => span(
            &["whenHandedOver", "whenPrepared"],
            &[],
            &["preparation", "in-progress", "on-hold"],
        ),
        "Procedure" => span(
            &["performedDateTime", "performedPeriod"],
            &[],
            &["preparation", "in-progress", "on-hold"],
        ),
        "Encounter" => {
            span(&["period"], &[], &["planned", "arrived", "triaged", "in-progress", "onleave"])
        }
        "Appointment" => point(&["start", "requestedPeriod.0", "created"]).ending(&["end"]),
        "EpisodeOfCare" => span(&["period"], &[], &["planned", "waitlist", "active", "onhold"]),
        "DocumentReference" => point(&["context.period", "content.0.attachment.creation", "date"]),
        "Composition" | "List" | "FamilyMemberHistory" => point(&["date"]),
        "DeviceUseStatement" => span(
            &["timingDateTime", "timingPeriod", "timingTiming", "recordedOn"],
            &[],
            &["active", "intended", "on-hold"],
        ),
        "DeviceRequest" | "SupplyRequest" | "ServiceRequest" => span(
            &["authoredOn", "occurrenceDateTime", "occurrencePeriod", "occurrenceTiming"],
            &["occurrenceDateTime", "occurrencePeriod", "occurrenceTiming"],
            &["draft", "active", "on-hold", "suspended", "in-progress"],
        ),
        "CarePlan" => span(&["period", "created"], &[], &["draft", "active", "on-hold"]),
        "CareTeam" => span(&["period"], &[], &["proposed", "active", "suspended"]),
        "Flag" => span(&["period"], &[], &["active"]),
        "Goal" => Dates {
            begins: &["startDate", "statusDate"],
            ends: &["statusDate"],
            active: Some((
                "lifecycleStatus",
                &["proposed", "planned", "accepted", "active", "on-hold"],
            )),
        },
        "Immunization" => point(&["occurrenceDateTime", "recorded"]),
        _ => return None,
    })
}

impl Dates {
    const fn ending(self, ends: &'static [&'static str]) -> Self {
        Self { ends, ..self }
    }

    fn of(&self, resource: &Value) -> ClinicalPeriod {
        let first = |paths: &[&str]| paths.iter().find_map(|path| days(at(resource, path)?));
        let (begin, end) = (first(self.begins), first(self.ends));
        let Some(known) = begin.or(end) else { return ClinicalPeriod::Undated };
        let ended = known.ended || end.is_some_and(|end| end.ended);
        if self.active.is_some_and(|(element, codes)| status_is(resource, element, codes)) && !ended
        {
            return ClinicalPeriod::From(known.from);
        }
        let last = end.map_or(known.to, |end| end.to.max(known.to));
        ClinicalPeriod::Between(known.from, last)
    }
}

/// The days that an element may denote.
#[derive(Clone, Copy)]
struct Days {
    from: Date,
    to: Date,
    /// It says itself when it ended.
    ended: bool,
}

fn days(value: &Value) -> Option<Days> {
    let moment = |value: Option<&Value>| FhirMoment::parse(value?.as_str()?).ok();
    if value.is_string() {
        return moment(Some(value)).map(|day| Days { from: day.from, to: day.to, ended: false });
    }
    if let Some(events) = value.get("event").and_then(Value::as_array) {
        let (first, last) = events.iter().filter_map(|event| moment(Some(event))).fold(
            (None::<Date>, None::<Date>),
            |(first, last), day| {
                (Some(first.map_or(day.from, |f| f.min(day.from))), last.max(Some(day.to)))
            },
        );
        return Some(Days { from: first?, to: last?, ended: false });
    }
    if let Some(bounds) = value.get("repeat").and_then(|repeat| repeat.get("boundsPeriod")) {
        return days(bounds);
    }
    let (start, end) = (moment(value.get("start")), moment(value.get("end")));
    let (begin, close) = (start.or(end)?, end.or(start)?);
    Some(Days { from: begin.from, to: close.to.max(begin.from), ended: end.is_some() })
}

/// The value at a path of member names and places.
fn at<'a>(value: &'a Value, path: &str) -> Option<&'a Value> {
    path.split('.').try_fold(value, |within, step| match step.parse::<usize>() {
        Ok(place) => within.get(place),
        Err(_) => within.get(step),
    })
}

/// Says whether a status, a code or the codes of a concept, is one of these.
fn status_is(resource: &Value, element: &str, codes: &[&str]) -> bool {
    let one_of = |code: &Value| code.as_str().is_some_and(|code| codes.contains(&code));
    resource.get(element).is_some_and(|status| {
        one_of(status)
            || status.get("coding").and_then(Value::as_array).is_some_and(|codings| {
                codings.iter().any(|coding| coding.get("code").is_some_and(one_of))
            })
    })
}
