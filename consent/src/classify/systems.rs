//! The code systems that Sayso knows (rule 5). A code of any other system says nothing that can be relied on.

/// A code system whose codes are listed by matter.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) enum Listed {
    Snomed,
    Icd10,
    /// Read version 2 and CTV3: five characters, many of them the same in both.
    Read,
    Loinc,
    Opcs4,
    Icd11,
    Atc,
    Icpc,
}

impl Listed {
    /// By its name in the lists.
    pub(super) fn named(name: &str) -> Option<Self> {
        let system = match name {
            "snomed" => Self::Snomed,
            "icd10" => Self::Icd10,
            "ctv3" => Self::Read,
            "loinc" => Self::Loinc,
            "opcs4" => Self::Opcs4,
            "icd11" => Self::Icd11,
            "atc" => Self::Atc,
            "icpc" => Self::Icpc,
            _ => return None,
        };
        Some(system)
    }
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
const LOINC: &[&str] = &["http://loinc.org", "https://loinc.org", "urn:oid:2.16.840.1.113883.6.1"];
const OPCS_4: &[&str] = &[
    "https://fhir.hl7.org.uk/CodeSystem/OPCS-4",
    "https://fhir.nhs.uk/CodeSystem/OPCS-4",
    "https://fhir.nhs.uk/Id/opcs-4",
    "http://fhir.nhs.net/Id/opcs-4",
    "urn:oid:2.16.840.1.113883.2.1.3.2.4.17.1",
];
/// Systems whose codes only ever add a matter: they do not count as known.
const ONLY_ADDING: &[(&str, Listed)] = &[
    ("http://id.who.int/icd/release/11/mms", Listed::Icd11),
    ("http://hl7.org/fhir/sid/icd-11", Listed::Icd11),
    ("http://www.whocc.no/atc", Listed::Atc),
    ("urn:oid:2.16.840.1.113883.6.73", Listed::Atc),
    ("http://hl7.org/fhir/sid/icpc-1", Listed::Icpc),
    ("http://hl7.org/fhir/sid/icpc-2", Listed::Icpc),
    ("urn:oid:2.16.840.1.113883.6.139", Listed::Icpc),
];
/// `RxNorm`, CVX, UCUM, dm+d.
const OTHERS: &[&str] = &[
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
    let others = [(READ, Listed::Read), (LOINC, Listed::Loinc), (OPCS_4, Listed::Opcs4)];
    let by_list = others.iter().find(|(list, _)| list.contains(&system)).map(|(_, which)| *which);
    by_list.or_else(|| {
        ONLY_ADDING.iter().find(|(address, _)| *address == system).map(|(_, which)| *which)
    })
}

/// Whether Sayso knows this system at all. What stands under `/Id/` is a supplier's own numbering, not a terminology.
pub(super) fn is_known(system: &str) -> bool {
    let under = |prefix: &str| {
        system.starts_with(prefix) && !system.contains("/Id/") && !system.contains("/id/")
    };
    let by_list =
        listed(system).is_some_and(|_| ONLY_ADDING.iter().all(|(address, _)| *address != system));
    by_list || OTHERS.contains(&system) || UNDER.iter().any(|prefix| under(prefix))
}
