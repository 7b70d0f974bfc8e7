//! The public register of purposes: nothing can be asked for outside it. Versions are kept for ever.

use crate::category::Category;
use crate::time::{At, Span};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// A text in both languages.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Bilingual {
    /// English.
    pub en: String,
    /// Welsh.
    pub cy: String,
}

/// A part of the United Kingdom in which a purpose applies.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Nation {
    /// England.
    England,
    /// Wales.
    Wales,
    /// Scotland.
    Scotland,
}

/// From when the time counts for which a requester may keep what it collected.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum KeepFrom {
    /// The day of the collection.
    Collection,
    /// The day on which the requester has no live interest in the claim any more.
    LiveInterestEnds,
}

/// A field of `who-i-am` that a purpose may list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum IdentityField {
    /// The current name.
    Name,
    /// The date of birth.
    BirthDate,
    /// The NHS number.
    NhsNumber,
    /// The GP practice.
    Practice,
}

/// A question that the requester has to decide, such as `dl1` "Preparing food".
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DecisionPoint {
    /// Its fixed id within the purpose.
    pub id: String,
    /// Its words.
    pub title: Bilingual,
}

/// One version of one purpose.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Purpose {
    /// Its fixed id, such as `pip-first-decision`.
    pub id: String,
    /// Counts from 1.
    pub version: u32,
    /// Neutral: discloses neither a diagnosis nor a prognosis nor the benefit.
    pub title: Bilingual,
    /// The benefit, shown only inside a request.
    pub benefit: Bilingual,
    /// Where it applies.
    pub nations: Vec<Nation>,
    /// What has to be decided.
    pub decision_points: Vec<DecisionPoint>,
    /// The only categories that may be asked for.
    pub categories: Vec<Category>,
    /// The only recipients that may be named.
    pub recipients: Vec<String>,
    /// The only fields of `who-i-am` that are sent.
    pub fields: BTreeSet<IdentityField>,
    /// How far before the request `from` may reach.
    pub look_back_at_most: Span,
    /// How long after the answer a release may be collected.
    pub collect_within: Span,
    /// How long it may be kept at most.
    pub keep_for_at_most: Span,
    /// From when that time counts.
    pub keep_from: KeepFrom,
    /// What happens if the claimant says no, in plain words.
    pub if_refused: Bilingual,
    /// Since when nothing can be asked for under it.
    #[serde(default)]
    pub retired_at: Option<At>,
}

/// Why a purpose cannot be registered.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PurposeFault {
    /// An empty id, version 0 or an empty list.
    #[error("the purpose {0:?} has no {1}")]
    Missing(String, &'static str),
    /// The same thing twice.
    #[error("the purpose {0:?} lists {1:?} twice")]
    Twice(String, String),
    /// A category that can never be asked for.
    #[error("the purpose {0:?} lists {1}, which can never be asked for")]
    Restricted(String, Category),
}

impl Purpose {
    /// Checks what the type alone cannot: nothing empty, nothing twice, nothing restricted.
    pub fn check(&self) -> Result<(), PurposeFault> {
        let missing = |what| Err(PurposeFault::Missing(self.id.clone(), what));
        if self.id.is_empty() {
            return missing("id");
        }
        if self.version == 0 {
            return missing("version from 1 on");
        }
        if self.categories.is_empty() {
            return missing("categories");
        }
        if self.recipients.is_empty() {
            return missing("recipients");
        }
        if self.decision_points.is_empty() {
            return missing("decision points");
        }
        if let Some(category) = self.categories.iter().find(|category| category.is_restricted()) {
            return Err(PurposeFault::Restricted(self.id.clone(), *category));
        }
        let points = self.decision_points.iter().map(|point| point.id.as_str());
        for names in [
            self.categories.iter().map(|category| category.id()).collect::<Vec<_>>(),
            self.recipients.iter().map(String::as_str).collect(),
            points.collect(),
        ] {
            let mut seen = BTreeSet::new();
            if let Some(name) = names.iter().find(|name| !seen.insert(**name)) {
                return Err(PurposeFault::Twice(self.id.clone(), (*name).to_owned()));
            }
        }
        Ok(())
    }

    /// The decision point with this id.
    #[must_use]
    pub fn decision_point(&self, id: &str) -> Option<&DecisionPoint> {
        self.decision_points.iter().find(|point| point.id == id)
    }
}
