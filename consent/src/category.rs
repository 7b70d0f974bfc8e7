//! The categories of health information, in the order in which claimants see them.
//! Ids are fixed: they are in the API, the log and receipts. Titles are in `registers/categories.toml`.

use serde::{Deserialize, Serialize};
use std::fmt;

/// How a category is treated.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Sensitivity {
    /// Asked for like any other.
    Normal,
    /// Asked one by one, by name; hidden from delegates unless allowed by name.
    Sensitive,
    /// Never requested, shown to a requester or sent.
    Restricted,
}

macro_rules! categories {
    ($($variant:ident $id:literal $sensitivity:ident,)*) => {
        /// A kind of health information with one fixed name, used identically everywhere.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Category {
            $(#[doc = concat!("`", $id, "`")] $variant,)*
        }

        impl Category {
            /// All of them, in the order in which claimants see them.
            pub const ALL: &'static [Self] = &[$(Self::$variant,)*];

            /// The fixed id, such as `mental-health`.
            #[must_use]
            pub const fn id(self) -> &'static str {
                match self { $(Self::$variant => $id,)* }
            }

            /// How it is treated.
            #[must_use]
            pub const fn sensitivity(self) -> Sensitivity {
                match self { $(Self::$variant => Sensitivity::$sensitivity,)* }
            }
        }
    };
}

categories! {
    WhoIAm "who-i-am" Normal,
    AddressAndContact "address-and-contact" Sensitive,
    PeopleTreatingMe "people-treating-me" Normal,
    Conditions "conditions" Normal,
    Symptoms "symptoms" Normal,
    DailyLivingAndMobility "daily-living-and-mobility" Normal,
    Medicines "medicines" Normal,
    Allergies "allergies" Normal,
    TestResults "test-results" Normal,
    Measurements "measurements" Normal,
    Treatments "treatments" Normal,
    HospitalAndAppointments "hospital-and-appointments" Normal,
    LettersAndDocuments "letters-and-documents" Sensitive,
    AidsAndAdaptations "aids-and-adaptations" Normal,
    ReferralsAndPlans "referrals-and-plans" Normal,
    FitNotes "fit-notes" Normal,
    WorkAndStudy "work-and-study" Sensitive,
    Vaccinations "vaccinations" Normal,
    Lifestyle "lifestyle" Normal,
    MentalHealth "mental-health" Sensitive,
    SelfHarmAndSuicide "self-harm-and-suicide" Sensitive,
    MentalCapacity "mental-capacity" Sensitive,
    LearningDisability "learning-disability" Sensitive,
    AutismAndAdhd "autism-and-adhd" Sensitive,
    AlcoholAndDrugs "alcohol-and-drugs" Sensitive,
    SexualHealth "sexual-health" Sensitive,
    PregnancyAndContraception "pregnancy-and-contraception" Sensitive,
    TerminationAndLoss "termination-and-loss" Sensitive,
    BladderAndBowel "bladder-and-bowel" Sensitive,
    SexualityGenderAndBelief "sexuality-gender-and-belief" Sensitive,
    AbuseAndSafeguarding "abuse-and-safeguarding" Sensitive,
    HousingAndMoney "housing-and-money" Sensitive,
    PoliceCourtsAndPrison "police-courts-and-prison" Sensitive,
    Genetics "genetics" Sensitive,
    FamilyHistory "family-history" Sensitive,
    ConsultationNotes "consultation-notes" Sensitive,
    EndOfLife "end-of-life" Restricted,
    MyOwnWords "my-own-words" Normal,
    CarersWords "carers-words" Normal,
    AnswersToQuestions "answers-to-questions" Sensitive,
    ReasonableAdjustments "reasonable-adjustments" Normal,
    GenderRecognition "gender-recognition" Restricted,
    FertilityTreatment "fertility-treatment" Restricted,
    ImmigrationAndNationality "immigration-and-nationality" Restricted,
}

/// A text that names no category.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("no category has this id")]
pub struct UnknownCategory;

impl Category {
    /// The category with this id.
    pub fn parse(id: &str) -> Result<Self, UnknownCategory> {
        Self::ALL.iter().copied().find(|category| category.id() == id).ok_or(UnknownCategory)
    }

    /// Asked one by one, by name.
    #[must_use]
    pub fn is_sensitive(self) -> bool {
        self.sensitivity() == Sensitivity::Sensitive
    }

    /// Never requested, shown to a requester or sent.
    #[must_use]
    pub fn is_restricted(self) -> bool {
        self.sensitivity() == Sensitivity::Restricted
    }
}

impl fmt::Display for Category {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.id())
    }
}

impl Serialize for Category {
    fn serialize<S: serde::Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_str(self.id())
    }
}

impl<'de> Deserialize<'de> for Category {
    fn deserialize<D: serde::Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let id = String::deserialize(from)?;
        Self::parse(&id).map_err(serde::de::Error::custom)
    }
}
