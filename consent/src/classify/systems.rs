//! The code systems that Sayso knows (rule 5). A code of any other system says nothing that can be relied on.

/// A code system whose codes are listed by matter.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) enum Listed {
    Snomed,
    Icd10,
    /// Read version 2 and CTV3: five characters, many of them the same in both.
    Read,
}

const SNOMED: &[&str] = &[
    "http://snomed.info/sct",
    "https://snomed.info/sct",
    "urn:oid:2.16.840.1.113883.6.96",
    "urn:oid:2.16.840.1.113883.2.1.3.2.4.15",
];
const ICD_10: &[&str] = &[
    "http://hl7.org/fhir/sid/icd-10",
    "http://hl7.org/fhir/sid/icd-10-uk",
    "http://hl7.org/fhir/sid/icd-10-cm",
    "http://hl7.org/fhir/sid/icd-10-us",
    "https://fhir.hl7.org.uk/id/icd-10",
    "https://fhir.hl7.org.uk/Id/icd-10",
    "urn:oid:2.16.840.1.113883.6.3",
    "urn:oid:2.16.840.1.113883.6.90",
    "urn:oid:2.16.840.1.113883.2.1.3.2.4.17.2",
];
const READ: &[&str] = &[
    "http://read.info/readv2",
    "http://read.info/ctv3",
    "https://read.info/readv2",
    "https://read.info/ctv3",
    "urn:oid:2.16.840.1.113883.2.1.6.2",
    "urn:oid:2.16.840.1.113883.2.1.3.2.4.14",
    "urn:oid:2.16.840.1.113883.6.29",
];
/// LOINC, `RxNorm`, CVX, UCUM, dm+d, OPCS-4.
const OTHERS: &[&str] = &[
    "http://loinc.org",
    "https://loinc.org",
    "urn:oid:2.16.840.1.113883.6.1",
    "http://www.nlm.nih.gov/research/umls/rxnorm",
    "urn:oid:2.16.840.1.113883.6.88",
    "http://hl7.org/fhir/sid/cvx",
    "urn:oid:2.16.840.1.113883.12.292",
    "http://unitsofmeasure.org",
    "urn:oid:2.16.840.1.113883.6.8",
    "https://dmd.nhs.uk",
    "http://dmd.nhs.uk",
    "urn:oid:2.16.840.1.113883.2.1.3.2.4.16.53",
    "urn:oid:2.16.840.1.113883.2.1.3.2.4.16",
];
/// HL7 and UK Core terminologies.
const UNDER: &[&str] = &[
    "http://hl7.org/fhir/",
    "http://terminology.hl7.org/",
    "https://terminology.hl7.org/",
    "https://dmd.nhs.uk/",
    "https://fhir.hl7.org.uk/",
    "https://fhir.nhs.uk/",
];

/// The listed system that this address means.
pub(super) fn listed(system: &str) -> Option<Listed> {
    if SNOMED.contains(&system) || system.starts_with("http://snomed.info/sct/") {
        return Some(Listed::Snomed);
    }
    if ICD_10.contains(&system) {
        return Some(Listed::Icd10);
    }
    READ.contains(&system).then_some(Listed::Read)
}

/// Whether Sayso knows this system at all. What stands under `/Id/` is a supplier's own numbering, not a terminology.
pub(super) fn is_known(system: &str) -> bool {
    let under = |prefix: &str| {
        system.starts_with(prefix) && !system.contains("/Id/") && !system.contains("/id/")
    };
    listed(system).is_some() || OTHERS.contains(&system) || UNDER.iter().any(|prefix| under(prefix))
}
