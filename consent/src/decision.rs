//! What was said about a request, in order. Records are only ever added; the newest about an item counts.

use crate::category::Category;
use crate::digest::Digest;
use crate::provider::ProviderKey;
use crate::request::Request;
use crate::time::At;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};
use time::Date;

/// The answer to one item.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Answer {
    /// Share it.
    Share,
    /// Do not share it.
    DoNotShare,
}

/// What a claimant (or a delegate) wants for a request.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Decision {
    /// One answer for each item that it covers.
    pub answers: BTreeMap<Category, Answer>,
    /// The last day of sharing, in London; none means as long as the purpose lets it be collected.
    pub end_date: Option<Date>,
    /// Entries that the claimant leaves out, by the digest of their source.
    #[serde(default)]
    pub left_out: BTreeSet<Digest>,
    /// Entries that go only when asked about, and the claimant said yes to this very one.
    #[serde(default)]
    pub put_in: BTreeSet<Digest>,
    /// Items of which less goes than was asked for.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub narrowed: BTreeMap<Category, Narrowing>,
}

/// What the claimant wants of an item, where that is less than was asked for. It only ever takes away: the dates are
/// cut with those asked for.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Narrowing {
    /// Nothing that was over before this day.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<Date>,
    /// Nothing that began after this day.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub to: Option<Date>,
    /// Only what this one recorded or did.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub provider: Option<ProviderKey>,
}

impl Decision {
    /// What it says about everything that is asked for: what it does not share stays private.
    #[must_use]
    pub fn of_all(&self, request: &Request) -> BTreeMap<Category, Answer> {
        let shared = self.shared();
        let answer = |category: &Category| {
            if shared.contains(category) { Answer::Share } else { Answer::DoNotShare }
        };
        let asked = request.items.iter().map(|item| item.category);
        asked.map(|category| (category, answer(&category))).collect()
    }

    /// The categories that it shares.
    #[must_use]
    pub fn shared(&self) -> BTreeSet<Category> {
        self.with(Answer::Share)
    }

    /// The categories that it keeps private.
    #[must_use]
    pub fn refused(&self) -> BTreeSet<Category> {
        self.with(Answer::DoNotShare)
    }

    /// A digest of the whole decision: what tells two apart that send the same bytes, such as another end date.
    #[cfg(feature = "rules")]
    pub fn fingerprint(&self) -> Result<Digest, serde_json::Error> {
        serde_json_canonicalizer::to_vec(self).map(|bytes| Digest::of(&bytes))
    }

    fn with(&self, wanted: Answer) -> BTreeSet<Category> {
        let same = self.answers.iter().filter(|(_, answer)| **answer == wanted);
        same.map(|(category, _)| *category).collect()
    }
}

/// A decision as it was recorded: a numbered version with the package that was confirmed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RecordedDecision {
    /// Counts from 1 within the request.
    pub version: u32,
    /// When it was recorded.
    pub at: At,
    /// What was decided.
    pub decision: Decision,
    /// The version of the rules under which the package was made.
    pub rules: u32,
    /// The digest that was confirmed; none where nothing is shared.
    pub digest: Option<Digest>,
    /// The items of which something is in the confirmed package.
    pub present: BTreeSet<Category>,
}

/// Why sharing is held although it was decided.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Hold {
    /// The person died.
    Died,
    /// The store was restored from a backup.
    Restored,
    /// Newer rules would withhold some of what was confirmed.
    RulesChanged,
    /// Something is wrong with what is stored.
    Fault,
    /// The operator holds it.
    Operator,
}

/// One record about a request.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "said", rename_all = "kebab-case")]
pub enum Said {
    /// A decision.
    Decided(RecordedDecision),
    /// A withdrawal of some or all items.
    Withdrew {
        /// When.
        at: At,
        /// Of what.
        categories: BTreeSet<Category>,
    },
    /// A hold; it ends with the next decision.
    Held {
        /// When.
        at: At,
        /// Why.
        why: Hold,
    },
    /// Other rules than those of the confirmed package would withhold nothing of it.
    Rechecked {
        /// When.
        at: At,
        /// The version of those rules.
        rules: u32,
    },
}

/// The newest decision among these records.
#[must_use]
pub fn newest_decision(said: &[Said]) -> Option<&RecordedDecision> {
    said.iter().rev().find_map(|said| match said {
        Said::Decided(decided) => Some(decided),
        Said::Withdrew { .. } | Said::Held { .. } | Said::Rechecked { .. } => None,
    })
}
