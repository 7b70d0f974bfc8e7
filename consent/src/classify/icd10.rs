//! ICD-10 by hierarchy: whole blocks of the classification touch a matter, whatever a list names.
//! Never narrower than the block: a code below one always has its matters.

use crate::category::Category::{
    self, AbuseAndSafeguarding, AlcoholAndDrugs, AutismAndAdhd, BladderAndBowel, EndOfLife,
    FamilyHistory, FertilityTreatment, GenderRecognition, Genetics, HousingAndMoney,
    LearningDisability, MentalCapacity, MentalHealth, PoliceCourtsAndPrison,
    PregnancyAndContraception, SelfHarmAndSuicide, SexualHealth, SexualityGenderAndBelief,
    TerminationAndLoss,
};

/// First and last three-character category, or a longer single code twice, and what it touches.
const BLOCKS: &[(&str, &str, &[Category])] = &[
    ("A50", "A64", &[SexualHealth]),
    ("A74", "A74", &[SexualHealth]),
    ("B16", "B16", &[SexualHealth]),
    ("B180", "B182", &[SexualHealth]),
    ("B20", "B24", &[SexualHealth]),
    ("C46", "C46", &[SexualHealth]),
    ("E244", "E244", &[AlcoholAndDrugs]),
    ("F00", "F05", &[MentalCapacity, MentalHealth]),
    ("F06", "F09", &[MentalHealth]),
    ("F10", "F16", &[AlcoholAndDrugs]),
    ("F18", "F19", &[AlcoholAndDrugs]),
    ("F20", "F63", &[MentalHealth]),
    ("F64", "F64", &[GenderRecognition]),
    ("F65", "F66", &[MentalHealth, SexualityGenderAndBelief]),
    ("F68", "F69", &[MentalHealth]),
    ("F52", "F52", &[SexualHealth]),
    ("F53", "F53", &[PregnancyAndContraception]),
    ("F70", "F79", &[LearningDisability]),
    ("F80", "F83", &[LearningDisability]),
    ("F84", "F84", &[AutismAndAdhd]),
    ("F90", "F90", &[AutismAndAdhd]),
    ("F91", "F98", &[MentalHealth]),
    ("F980", "F981", &[BladderAndBowel]),
    ("F99", "F99", &[MentalHealth]),
    ("G30", "G31", &[MentalCapacity]),
    ("G312", "G312", &[AlcoholAndDrugs]),
    ("G621", "G621", &[AlcoholAndDrugs]),
    ("G721", "G721", &[AlcoholAndDrugs]),
    ("I426", "I426", &[AlcoholAndDrugs]),
    ("K292", "K292", &[AlcoholAndDrugs]),
    ("K50", "K52", &[BladderAndBowel]),
    ("K55", "K64", &[BladderAndBowel]),
    ("K70", "K70", &[AlcoholAndDrugs]),
    ("K852", "K852", &[AlcoholAndDrugs]),
    ("K860", "K860", &[AlcoholAndDrugs]),
    ("N30", "N39", &[BladderAndBowel]),
    ("N46", "N46", &[FertilityTreatment]),
    ("N48", "N48", &[SexualHealth]),
    ("N70", "N77", &[SexualHealth]),
    ("N80", "N96", &[PregnancyAndContraception]),
    ("N96", "N96", &[TerminationAndLoss]),
    ("N97", "N98", &[FertilityTreatment]),
    ("O00", "O99", &[PregnancyAndContraception]),
    ("O00", "O08", &[TerminationAndLoss]),
    ("O364", "O364", &[TerminationAndLoss]),
    ("P95", "P95", &[TerminationAndLoss]),
    ("Q90", "Q99", &[Genetics]),
    ("Q90", "Q90", &[LearningDisability]),
    ("R15", "R15", &[BladderAndBowel]),
    ("R32", "R39", &[BladderAndBowel]),
    ("R40", "R41", &[MentalCapacity]),
    ("R44", "R46", &[MentalHealth]),
    ("R75", "R75", &[SexualHealth]),
    ("R78", "R78", &[AlcoholAndDrugs]),
    ("T40", "T40", &[AlcoholAndDrugs]),
    ("T51", "T51", &[AlcoholAndDrugs]),
    ("T74", "T76", &[AbuseAndSafeguarding]),
    ("X45", "X45", &[AlcoholAndDrugs]),
    ("X60", "X84", &[SelfHarmAndSuicide, MentalHealth]),
    ("X85", "Y09", &[AbuseAndSafeguarding]),
    ("Y10", "Y34", &[SelfHarmAndSuicide, MentalHealth]),
    ("Y35", "Y35", &[PoliceCourtsAndPrison]),
    ("Y870", "Y870", &[SelfHarmAndSuicide, MentalHealth]),
    ("Y90", "Y91", &[AlcoholAndDrugs]),
    ("Z046", "Z046", &[MentalHealth]),
    ("Z113", "Z114", &[SexualHealth]),
    ("Z133", "Z133", &[MentalHealth]),
    ("Z14", "Z15", &[Genetics]),
    ("Z202", "Z202", &[SexualHealth]),
    ("Z206", "Z206", &[SexualHealth]),
    ("Z21", "Z21", &[SexualHealth]),
    ("Z30", "Z30", &[PregnancyAndContraception]),
    ("Z31", "Z31", &[FertilityTreatment]),
    ("Z32", "Z39", &[PregnancyAndContraception]),
    ("Z502", "Z503", &[AlcoholAndDrugs]),
    ("Z504", "Z504", &[MentalHealth]),
    ("Z515", "Z515", &[EndOfLife]),
    ("Z55", "Z59", &[HousingAndMoney]),
    ("Z61", "Z63", &[AbuseAndSafeguarding]),
    ("Z64", "Z64", &[PregnancyAndContraception]),
    ("Z650", "Z653", &[PoliceCourtsAndPrison]),
    ("Z654", "Z655", &[AbuseAndSafeguarding]),
    ("Z66", "Z66", &[EndOfLife]),
    ("Z70", "Z70", &[SexualHealth, SexualityGenderAndBelief]),
    ("Z714", "Z715", &[AlcoholAndDrugs]),
    ("Z717", "Z717", &[SexualHealth]),
    ("Z721", "Z722", &[AlcoholAndDrugs]),
    ("Z725", "Z725", &[SexualHealth]),
    ("Z733", "Z733", &[MentalHealth]),
    ("Z80", "Z84", &[FamilyHistory]),
    ("Z864", "Z864", &[AlcoholAndDrugs]),
    ("Z865", "Z865", &[MentalHealth]),
    ("Z875", "Z875", &[PregnancyAndContraception]),
    ("Z915", "Z915", &[SelfHarmAndSuicide, MentalHealth]),
    ("Z932", "Z936", &[BladderAndBowel]),
    ("Z975", "Z975", &[PregnancyAndContraception]),
];

/// What an ICD-10 code touches by its block; dots do not matter. Family history is a home, not a matter.
pub(super) fn touches(code: &str) -> impl Iterator<Item = Category> {
    let plain: String =
        code.chars().filter(char::is_ascii_alphanumeric).map(|c| c.to_ascii_uppercase()).collect();
    BLOCKS
        .iter()
        .filter(move |(first, last, _)| is_within(&plain, first, last))
        .flat_map(|(_, _, matters)| *matters)
        .copied()
}

fn is_within(code: &str, first: &str, last: &str) -> bool {
    let head = |length: usize| code.get(..length).unwrap_or(code);
    code.len() >= 3 && head(first.len()) >= first && head(last.len()) <= last
}
