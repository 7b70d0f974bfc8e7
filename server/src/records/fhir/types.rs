//! Which types of FHIR R4 hold something about a person, and by which search parameter: the compartment of
//! a Patient (<https://hl7.org/fhir/R4/compartmentdefinition-patient.html>) with Task and Device, and without
//! Group, Person and Schedule, which say whom somebody is listed with and never go.
//! What is left out here would be missing from a record that is read type by type.

/// A type, and the parameters that find a person's resources of it; the first that the server knows is used.
pub(super) type Searched = (&'static str, &'static [&'static str]);

const PATIENT: &[&str] = &["patient", "subject"];
const SUBJECT: &[&str] = &["subject", "patient"];
const ACTOR: &[&str] = &["patient", "actor"];

/// Every type that is asked for, one by one.
pub(super) const SEARCHED: &[Searched] = &[
    ("Account", SUBJECT),
    ("AdverseEvent", SUBJECT),
    ("AllergyIntolerance", PATIENT),
    ("Appointment", ACTOR),
    ("AppointmentResponse", ACTOR),
    ("AuditEvent", &["patient"]),
    ("Basic", PATIENT),
    ("BodyStructure", PATIENT),
    ("CarePlan", PATIENT),
    ("CareTeam", PATIENT),
    ("ChargeItem", PATIENT),
    ("Claim", PATIENT),
    ("ClaimResponse", PATIENT),
    ("ClinicalImpression", PATIENT),
    ("Communication", PATIENT),
    ("CommunicationRequest", PATIENT),
    ("Composition", PATIENT),
    ("Condition", PATIENT),
    ("Consent", PATIENT),
    ("Coverage", &["patient", "beneficiary"]),
    ("CoverageEligibilityRequest", PATIENT),
    ("CoverageEligibilityResponse", PATIENT),
    ("DetectedIssue", PATIENT),
    ("Device", &["patient"]),
    ("DeviceRequest", PATIENT),
    ("DeviceUseStatement", PATIENT),
    ("DiagnosticReport", PATIENT),
    ("DocumentManifest", PATIENT),
    ("DocumentReference", PATIENT),
    ("Encounter", PATIENT),
    ("EnrollmentRequest", PATIENT),
    ("EpisodeOfCare", PATIENT),
    ("ExplanationOfBenefit", PATIENT),
    ("FamilyMemberHistory", PATIENT),
    ("Flag", PATIENT),
    ("Goal", PATIENT),
    ("ImagingStudy", PATIENT),
    ("Immunization", PATIENT),
    ("ImmunizationEvaluation", PATIENT),
    ("ImmunizationRecommendation", PATIENT),
    ("Invoice", PATIENT),
    ("List", PATIENT),
    ("MeasureReport", PATIENT),
    ("Media", PATIENT),
    ("MedicationAdministration", PATIENT),
    ("MedicationDispense", PATIENT),
    ("MedicationRequest", PATIENT),
    ("MedicationStatement", PATIENT),
    ("MolecularSequence", PATIENT),
    ("NutritionOrder", PATIENT),
    ("Observation", PATIENT),
    ("Procedure", PATIENT),
    ("Provenance", &["patient"]),
    ("QuestionnaireResponse", PATIENT),
    ("RelatedPerson", &["patient"]),
    ("RequestGroup", PATIENT),
    ("ResearchSubject", &["patient", "individual"]),
    ("RiskAssessment", PATIENT),
    ("ServiceRequest", PATIENT),
    ("Specimen", PATIENT),
    ("SupplyDelivery", PATIENT),
    ("SupplyRequest", SUBJECT),
    ("Task", PATIENT),
    ("VisionPrescription", PATIENT),
];

/// What is about nobody, and belongs to a record only because something in it refers there.
pub(super) const SUPPORTING: &[&str] = &[
    "Device",
    "Endpoint",
    "HealthcareService",
    "Location",
    "Medication",
    "Organization",
    "Practitioner",
    "PractitionerRole",
    "Substance",
];
