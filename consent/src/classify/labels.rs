//! Security labels in the record (rule 8). They only ever add: no label lets anything go.

use crate::category::Category::{
    self, AbuseAndSafeguarding, AlcoholAndDrugs, Genetics, MentalHealth, PregnancyAndContraception,
    SexualHealth, SexualityGenderAndBelief,
};
use crate::record::Entry;
use serde_json::Value;

/// What the labels of one entry add.
#[derive(Default)]
pub(super) struct Labels {
    /// The matters that a sensitivity label names.
    pub matters: Vec<Category>,
    /// The same label by label: what one of them may mean.
    pub each: Vec<&'static [Category]>,
    /// Not to be disclosed to the patient (NOPAT).
    pub not_for_patient: bool,
    /// Very restricted (V).
    pub very_restricted: bool,
}

impl Labels {
    /// Reads `meta.security`, and the labels that documents have elsewhere.
    pub(super) fn of(entry: &Entry) -> Self {
        let mut labels = Self::default();
        let resource = &entry.resource;
        let meta = resource.get("meta").and_then(|meta| meta.get("security"));
        let concepts =
            resource.get("securityLabel").and_then(Value::as_array).into_iter().flatten();
        let codings = concepts.filter_map(|concept| concept.get("coding")).chain(meta);
        for code in codings
            .filter_map(Value::as_array)
            .flatten()
            .filter_map(|coding| coding.get("code")?.as_str())
        {
            labels.add(code);
        }
        if let Some(code) = resource.get("confidentiality").and_then(Value::as_str) {
            labels.add(code);
        }
        labels
    }

    fn add(&mut self, code: &str) {
        match code {
            "NOPAT" => self.not_for_patient = true,
            "V" => self.very_restricted = true,
            other => {
                let may_mean = matters(other);
                self.matters.extend(may_mean);
                self.each.extend(Some(may_mean).filter(|matters| !matters.is_empty()));
            }
        }
    }
}

/// HL7 v3 `ActCode`, information sensitivity policies.
fn matters(code: &str) -> &'static [Category] {
    match code {
        "SEX" => &[SexualHealth, SexualityGenderAndBelief, PregnancyAndContraception],
        "STD" | "HIV" => &[SexualHealth],
        "SDV" | "VIOL" | "TBOO" => &[AbuseAndSafeguarding],
        "PSY" | "PSYTHPN" | "MH" => &[MentalHealth],
        "BH" => &[MentalHealth, AlcoholAndDrugs],
        "SUD" | "ETH" | "ETHUD" | "OPIOIDUD" | "DRGIS" => &[AlcoholAndDrugs],
        "GDIS" => &[Genetics],
        "PREGNANT" => &[PregnancyAndContraception],
        "REL" | "RACE" | "GENDER" | "SEXORIENT" => &[SexualityGenderAndBelief],
        _ => &[],
    }
}
