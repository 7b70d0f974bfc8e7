//! Elements of R4 by what the reading of an entry does with them. Nothing here is read or judged.

/// The elements that say what an entry is.
pub(super) fn main_elements(kind: &str) -> &'static [&'static str] {
    match kind {
        "MedicationRequest" | "MedicationStatement" | "MedicationDispense" => {
            &["medicationCodeableConcept"]
        }
        "Immunization" => &["vaccineCode"],
        "Encounter" => &["type", "serviceType"],
        "Appointment" => &["serviceType", "appointmentType", "specialty", "description"],
        "EpisodeOfCare" | "Device" | "Specimen" | "Location" | "HealthcareService" => &["type"],
        "Composition" => &["type", "title"],
        "DocumentReference" => &["type", "category", "description"],
        "DeviceRequest" => &["codeCodeableConcept"],
        "SupplyRequest" => &["itemCodeableConcept"],
        "Goal" => &["description"],
        "CarePlan" => &["category", "title"],
        "QuestionnaireResponse" => &["questionnaire"],
        "Flag" => &["code", "category"],
        _ => &["code"],
    }
}

/// Elements over which matters spread (rule 3): reason, indication, encounter, based-on, part-of, result, medication,
/// diagnosis, activity, and what else in R4 says the same under another name.
pub(super) const CLINICAL: &[&str] = &[
    "reasonReference",
    "indication",
    "encounter",
    "context",
    "basedOn",
    "partOf",
    "result",
    "medicationReference",
    "condition",
    "hasMember",
    "derivedFrom",
    "supportingInfo",
    "supportingInformation",
    "addresses",
    "reference",
    "outcomeReference",
    "goal",
    "problem",
    "item",
    "itemReference",
    "complicationDetail",
    "report",
    "specimen",
    "appointment",
    "episodeOfCare",
    "detail",
    "assessment",
    "authorizingPrescription",
    "priorPrescription",
    "replaces",
    "related",
    "target",
    "parent",
    "request",
    "device",
    "usedReference",
    "manipulated",
    "codeReference",
    "diagnosis",
    "outcome",
    "referralRequest",
    "prognosisReference",
    "manifestation",
    "previous",
    "imagingStudy",
];

/// Extensions of UK GP records that link a problem to what it is about.
pub(super) const CLINICAL_EXTENSIONS: &[&str] =
    &["Extension-CareConnect-ActualProblem-1", "Extension-UKCore-ActualProblem"];

/// Elements whose words are no words about health: names, addresses, numbers, technical values.
pub(super) const SILENT: &[&str] = &[
    "resourceType",
    "id",
    "identifier",
    "meta",
    "reference",
    "system",
    "url",
    "telecom",
    "address",
    "photo",
    "contact",
    "fullUrl",
    "data",
    "contentType",
    "hash",
    "linkId",
    "language",
    "version",
    "securityLabel",
    "implicitRules",
];

/// Elements that hold sentences.
pub(super) const PROSE: &[&str] = &[
    "comment",
    "conclusion",
    "description",
    "patientInstruction",
    "summary",
    "valueMarkdown",
    "valueString",
];

/// Types that are people: their names are not read.
pub(super) const PEOPLE: &[&str] = &["Patient", "Practitioner", "RelatedPerson", "Person"];
