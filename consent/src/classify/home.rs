//! The home of an entry (rule 4): by type, and for a few types by what they say they are.
//! A type that no category names has none.

use super::codes::{self, Placing};
use super::reading::Reading;
use super::text::{Says, says};
use crate::category::Category::{
    self, AidsAndAdaptations, Allergies, Conditions, ConsultationNotes, DailyLivingAndMobility,
    FamilyHistory, FitNotes, HospitalAndAppointments, LettersAndDocuments, Lifestyle, Measurements,
    Medicines, PeopleTreatingMe, ReasonableAdjustments, ReferralsAndPlans, Symptoms, TestResults,
    Treatments, Vaccinations, WhoIAm, WorkAndStudy,
};
use crate::record::Entry;
use serde_json::Value;
use std::collections::BTreeSet;

/// What an entry says it is, by its main codes and its title.
pub(super) struct Saying {
    said: Vec<Says>,
    coded: Vec<Placing>,
}

impl Saying {
    /// From what was read.
    pub(super) fn of(reading: &Reading<'_>) -> Self {
        let main = reading.main.iter();
        let coded = main.filter_map(|(system, code)| codes::placing((*system)?, code)).collect();
        Self { said: says(&reading.title), coded }
    }

    /// It is about keeping records.
    pub(super) fn is_administrative(&self) -> bool {
        self.coded.contains(&Placing::Administrative) || self.said.contains(&Says::Administrative)
    }

    /// It holds somebody else's name, address or number.
    pub(super) fn is_somebody_else(&self) -> bool {
        self.said.contains(&Says::SomebodyElse)
    }

    fn is(&self, home: Category) -> bool {
        self.coded.contains(&Placing::Home(home)) || self.said.contains(&Says::Home(home))
    }

    fn first_of(&self, homes: &[Category]) -> Option<Category> {
        homes.iter().copied().find(|home| self.is(*home))
    }
}

/// The home of this entry. `own` are the matters of its own content.
pub(super) fn home(
    entry: &Entry,
    reading: &Reading<'_>,
    saying: &Saying,
    own: &BTreeSet<Category>,
) -> Option<Category> {
    if let Some(home) = entry.origin.home() {
        return Some(home);
    }
    let home = match entry.kind.as_str() {
        "Patient" => WhoIAm,
        "Practitioner" | "PractitionerRole" | "Organization" | "CareTeam" => PeopleTreatingMe,
        "Condition" => condition(reading, saying),
        "Observation" => observation(&entry.resource, saying, own),
        "QuestionnaireResponse" if saying.is(FitNotes) => FitNotes,
        "QuestionnaireResponse" | "ClinicalImpression" => DailyLivingAndMobility,
        "Medication" | "MedicationRequest" | "MedicationStatement" | "MedicationDispense" => {
            Medicines
        }
        "AllergyIntolerance" => Allergies,
        "DiagnosticReport" | "Specimen" => TestResults,
        "Procedure" => Treatments,
        "Encounter" | "Appointment" | "EpisodeOfCare" => HospitalAndAppointments,
        "DocumentReference" => document(&entry.resource, reading, saying),
        "Binary" => LettersAndDocuments,
        "Composition" | "List" => ConsultationNotes,
        "Device" | "DeviceUseStatement" | "DeviceRequest" | "SupplyRequest" => AidsAndAdaptations,
        "ServiceRequest" | "CarePlan" | "Goal" => ReferralsAndPlans,
        "Immunization" => Vaccinations,
        "FamilyMemberHistory" => FamilyHistory,
        "Flag" if saying.is(ReasonableAdjustments) => ReasonableAdjustments,
        _ => return None,
    };
    Some(home)
}

fn condition(reading: &Reading<'_>, saying: &Saying) -> Category {
    const DISEASES: &[&str] =
        &["disorder", "syndrome", "disease", "infection", "injury", "fracture", "migraine"];
    if let Some(home) = saying.first_of(&[FamilyHistory, FitNotes, WorkAndStudy]) {
        return home;
    }
    let is_disease = words(&reading.title).any(|word| DISEASES.contains(&word));
    if saying.is(Symptoms) && !is_disease { Symptoms } else { Conditions }
}

fn observation(resource: &Value, saying: &Saying, own: &BTreeSet<Category>) -> Category {
    if let Some(home) = saying.first_of(&[FamilyHistory, FitNotes, ReasonableAdjustments]) {
        return home;
    }
    let categories = categories(resource);
    let has = |names: &[&str]| categories.iter().any(|code| names.contains(code));
    if has(&["vital-signs"]) {
        return Measurements;
    }
    if has(&["laboratory", "imaging", "LAB", "RAD", "procedure"]) {
        return TestResults;
    }
    if has(&["employment"]) {
        return WorkAndStudy;
    }
    if has(&["social-history", "activity"]) {
        return saying.first_of(&[WorkAndStudy, Lifestyle]).unwrap_or(Lifestyle);
    }
    if has(&["survey"]) {
        let matter = own.iter().copied().find(|matter| !matter.is_restricted());
        let plain =
            || saying.first_of(&[DailyLivingAndMobility, WorkAndStudy, Symptoms, Measurements]);
        return matter.or_else(plain).unwrap_or(DailyLivingAndMobility);
    }
    if has(&["exam"]) {
        return saying.first_of(&[Measurements, DailyLivingAndMobility]).unwrap_or(Symptoms);
    }
    let said =
        [WorkAndStudy, Measurements, Lifestyle, DailyLivingAndMobility, TestResults, Symptoms];
    let measured =
        ["valueQuantity", "valueRatio", "valueSampledData", "component", "referenceRange"];
    let is_measured = measured.iter().any(|name| resource.get(name).is_some());
    saying.first_of(&said).unwrap_or(if is_measured { TestResults } else { Symptoms })
}

/// The words of a folded text, whether they were capitals or not.
fn words(folded: &str) -> impl Iterator<Item = &str> {
    folded.split_ascii_whitespace().map(|word| word.trim_start_matches('^'))
}

/// The codes of `category`.
fn categories(resource: &Value) -> Vec<&str> {
    let concepts = resource.get("category").and_then(Value::as_array).into_iter().flatten();
    let codings = concepts.filter_map(|concept| concept.get("coding")?.as_array()).flatten();
    codings.filter_map(|coding| coding.get("code")?.as_str()).collect()
}

/// A note about a consultation is not a letter: it is free text of the record.
fn document(resource: &Value, reading: &Reading<'_>, saying: &Saying) -> Category {
    if saying.is(FitNotes) {
        return FitNotes;
    }
    let is_note =
        words(&reading.title).any(|word| matches!(word, "note" | "notes" | "consultation"));
    let is_letter = words(&reading.title).any(|word| word.starts_with("letter"));
    if (is_note || categories(resource).contains(&"clinical-note")) && !is_letter {
        ConsultationNotes
    } else {
        LettersAndDocuments
    }
}
