//! Resource types by what the rules do with them as types.

/// Rule 6: never sent, and no part of the link graph: what R4 calls financial or conformance, and records about records.
pub(super) fn is_never_sent(kind: &str) -> bool {
    matches!(
        kind,
        "Claim"
            | "ClaimResponse"
            | "ExplanationOfBenefit"
            | "Coverage"
            | "CoverageEligibilityRequest"
            | "CoverageEligibilityResponse"
            | "Account"
            | "ChargeItem"
            | "ChargeItemDefinition"
            | "Contract"
            | "EnrollmentRequest"
            | "EnrollmentResponse"
            | "Invoice"
            | "PaymentNotice"
            | "PaymentReconciliation"
            | "InsurancePlan"
            | "VerificationResult"
            | "Task"
            | "Provenance"
            | "AuditEvent"
            | "Consent"
            | "CapabilityStatement"
            | "CodeSystem"
            | "CompartmentDefinition"
            | "ConceptMap"
            | "ExampleScenario"
            | "GraphDefinition"
            | "ImplementationGuide"
            | "MessageDefinition"
            | "NamingSystem"
            | "OperationDefinition"
            | "SearchParameter"
            | "StructureDefinition"
            | "StructureMap"
            | "TerminologyCapabilities"
            | "TestReport"
            | "TestScript"
            | "ValueSet"
            | "OperationOutcome"
            | "MessageHeader"
            | "Subscription"
            | "Parameters"
    )
}

/// People and organisations: they pass nothing on.
pub(super) fn is_person_or_organisation(kind: &str) -> bool {
    matches!(
        kind,
        "Patient"
            | "Practitioner"
            | "PractitionerRole"
            | "RelatedPerson"
            | "Person"
            | "Group"
            | "CareTeam"
            | "Organization"
            | "OrganizationAffiliation"
            | "Endpoint"
    )
}

/// Where care is given: its name gives a matter away to what refers to it.
pub(super) fn is_place_of_care(kind: &str) -> bool {
    matches!(kind, "Location" | "HealthcareService")
}

/// Types that R4 lets stand without a subject, but which say nothing reliable about a person without one.
pub(super) fn needs_subject(kind: &str) -> bool {
    matches!(
        kind,
        "Observation"
            | "DocumentReference"
            | "Encounter"
            | "DiagnosticReport"
            | "List"
            | "Composition"
            | "QuestionnaireResponse"
            | "Specimen"
            | "CareTeam"
    )
}

/// Types that mean nothing without the element that says what they are.
pub(super) fn needs_meaning(kind: &str) -> bool {
    matches!(
        kind,
        "Observation"
            | "Condition"
            | "Procedure"
            | "AllergyIntolerance"
            | "Immunization"
            | "DiagnosticReport"
            | "ServiceRequest"
            | "Medication"
            | "MedicationRequest"
            | "MedicationStatement"
            | "MedicationDispense"
            | "Flag"
    )
}
