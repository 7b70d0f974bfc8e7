//! Where an entry belongs, what it touches, and why it can never go. Says nothing about what anybody decided.

use crate::category::Category;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

/// What the rules say about one entry.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Placement {
    /// Its home category; none where no rule places it.
    pub home: Option<Category>,
    /// Every sensitive or restricted matter it touches, by its own content or over clinical links.
    pub matters: BTreeSet<Category>,
    /// Those of its own content.
    pub own: BTreeSet<Category>,
    /// Why it is withheld whatever is decided.
    pub never: Option<WhyNever>,
    /// A medicine used for several things, some of them sensitive, without a recorded reason: it goes only after the
    /// claimant has been asked.
    pub ambiguous: bool,
}

/// Why an entry is withheld whatever is decided; of several reasons the first of these.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum WhyNever {
    /// A type that is never sent: about money, or about records.
    NeverSentType,
    /// Recorded by mistake, as the record itself says.
    EnteredInError,
    /// About a relative, a partner, a carer, a contact.
    AboutSomebodyElse,
    /// Labelled as not to be disclosed to the patient.
    NotForPatient,
    /// It touches a restricted matter.
    Restricted(Category),
    /// Labelled very restricted, and nothing says why.
    VeryRestricted,
    /// About keeping the record, not about health.
    Administrative,
    /// No rule places it, its codes are of unknown systems, or it says nothing about whom it concerns.
    NotRecognised,
    /// A letter whose text cannot be read: it goes only after the claimant has opened that very one.
    Unreadable,
}

const NAMES: &[(&str, WhyNever)] = &[
    ("never-sent-type", WhyNever::NeverSentType),
    ("entered-in-error", WhyNever::EnteredInError),
    ("about-somebody-else", WhyNever::AboutSomebodyElse),
    ("not-for-patient", WhyNever::NotForPatient),
    ("very-restricted", WhyNever::VeryRestricted),
    ("administrative", WhyNever::Administrative),
    ("not-recognised", WhyNever::NotRecognised),
    ("unreadable", WhyNever::Unreadable),
];

impl WhyNever {
    /// The stable name, for message keys: the same for every restricted matter, which is not to be named.
    #[must_use]
    pub fn code(&self) -> &'static str {
        NAMES.iter().find(|(_, why)| why == self).map_or("restricted", |(name, _)| name)
    }
}

impl fmt::Display for WhyNever {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Restricted(category) => write!(f, "restricted:{category}"),
            other => f.write_str(other.code()),
        }
    }
}

impl Serialize for WhyNever {
    fn serialize<S: serde::Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for WhyNever {
    fn deserialize<D: serde::Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let text = String::deserialize(from)?;
        if let Some(category) = text.strip_prefix("restricted:") {
            return Category::parse(category)
                .map(Self::Restricted)
                .map_err(serde::de::Error::custom);
        }
        let known = NAMES.iter().find(|(name, _)| *name == text);
        known
            .map(|(_, why)| why.clone())
            .ok_or_else(|| serde::de::Error::custom("no reason has this name"))
    }
}

/// How many entries of a record are where. Every entry is counted once in `by_home`, `never_sent`, `not_recognised`
/// or `withheld`; `by_matter` counts them again.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Counts {
    /// All entries.
    pub entries: usize,
    /// Entries that could go, by home.
    pub by_home: BTreeMap<Category, usize>,
    /// Entries of a type that can be sent, by each matter they touch.
    pub by_matter: BTreeMap<Category, usize>,
    /// Entries of a type that is never sent.
    pub never_sent: usize,
    /// Entries that no rule places.
    pub not_recognised: usize,
    /// Entries withheld for another reason.
    pub withheld: BTreeMap<WhyNever, usize>,
}

impl Counts {
    /// Counts these placements.
    #[must_use]
    pub fn of(placements: &[Placement]) -> Self {
        let mut counts = Self { entries: placements.len(), ..Self::default() };
        for placement in placements {
            for matter in &placement.matters {
                *counts.by_matter.entry(*matter).or_default() += 1;
            }
            match (&placement.never, placement.home) {
                (Some(WhyNever::NeverSentType), _) => counts.never_sent += 1,
                (Some(WhyNever::NotRecognised), _) | (None, None) => counts.not_recognised += 1,
                (Some(why), _) => *counts.withheld.entry(why.clone()).or_default() += 1,
                (None, Some(home)) => *counts.by_home.entry(home).or_default() += 1,
            }
        }
        counts
    }
}
