//! What would be sent under a decision: canonical bytes, their digest, and what was withheld and why.
//! A package is no permission: only [`Package::authorise`] makes a release of it.

mod copied;
mod layout;
mod narrow;
mod order;

pub(crate) use copied::{Copied, Target};

use crate::category::Category;
use crate::classify::WhyNever;
use crate::decision::RecordedDecision;
use crate::digest::Digest;
use crate::record::{EntryKey, Kind};
use crate::release::Release;
use crate::standing::Standing;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;
use time::Date;

/// The one sentence that every package carries.
pub const SENTENCE: &str = "Selected information agreed for this question. Not a whole record. Nothing follows from what is absent.";
/// The extension of `Bundle.meta` that says under which agreement the package was made.
pub const AGREEMENT: &str = "urn:sayso:fhir:agreement:1";

/// Why an entry is not in the package; for the claimant alone.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(tag = "why", content = "of", rename_all = "kebab-case")]
pub enum Why {
    /// Never sent, whatever is decided.
    Never(WhyNever),
    /// It touches these sensitive categories, which are not shared.
    MatterNotShared(BTreeSet<Category>),
    /// Its category is not shared.
    HomeNotShared(Category),
    /// Its category was not asked for.
    HomeNotAsked(Category),
    /// It lies outside the dates asked for.
    OutsideDates,
    /// It lies outside the dates that the claimant chose.
    OutsideChosenDates,
    /// It is not of the one provider that the claimant chose, or it cannot be told whose it is.
    OtherProvider,
    /// A letter that the claimant has not put in by name.
    LetterNotChosen,
    /// It has no date.
    Undated,
    /// The claimant leaves it out.
    LeftOut,
    /// It can mean several things: it goes only when the claimant says so.
    AskFirst,
    /// Nothing in the package needs it.
    NothingNeedsIt,
    /// None of its elements may be sent.
    NothingLeft,
}

/// An entry that is not in the package.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Withheld {
    /// The entry.
    pub key: EntryKey,
    /// Its FHIR type.
    pub kind: String,
    /// Where it would be found.
    pub home: Option<Category>,
    /// What it touches.
    pub matters: BTreeSet<Category>,
    /// Why it is withheld.
    pub why: Why,
}

/// An entry that is in the package.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sent {
    /// The entry of the source.
    pub key: EntryKey,
    /// Its name in the package, such as `Condition/3`.
    pub name: String,
    /// Where it is found.
    pub home: Category,
    /// What it touches, judged by what is in the package.
    pub matters: BTreeSet<Category>,
    /// What it touches, judged by the whole record: what takes it out when withdrawn.
    pub touched: BTreeSet<Category>,
    /// Its first clinical day.
    pub date: Option<Date>,
}

/// A copy on its way into the package.
pub(crate) struct Piece {
    pub key: EntryKey,
    pub kind: Kind,
    /// How the copies name it.
    pub number: usize,
    pub source_id: Option<String>,
    pub home: Category,
    pub matters: BTreeSet<Category>,
    pub touched: BTreeSet<Category>,
    pub date: Option<Date>,
    pub copied: Copied,
}

/// What would be sent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Package {
    bytes: Vec<u8>,
    digest: Digest,
    contents: Contents,
}

/// What the claimant is told about a package, and what later checks need.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Contents {
    /// The version of the rules.
    pub rules: u32,
    /// In package order.
    pub sent: Vec<Sent>,
    /// What stays.
    pub withheld: Vec<Withheld>,
    /// The items of which something is in it.
    pub present: BTreeSet<Category>,
}

impl Package {
    /// The package that was sealed: the same bytes and contents. None where the digest differs.
    #[must_use]
    pub fn reopen(bytes: Vec<u8>, digest: Digest, contents: Contents) -> Option<Self> {
        (Digest::of(&bytes) == digest).then_some(Self { bytes, digest, contents })
    }

    /// Canonical JSON (RFC 8785).
    #[must_use]
    pub fn bytes(&self) -> &[u8] {
        &self.bytes
    }

    /// SHA-256 of the bytes.
    #[must_use]
    pub const fn digest(&self) -> Digest {
        self.digest
    }

    /// What is in it and what is not.
    #[must_use]
    pub const fn contents(&self) -> &Contents {
        &self.contents
    }

    /// The only way out: the package is the one that was recorded, and everything in it is permitted now.
    #[must_use]
    pub fn authorise(self, recorded: &RecordedDecision, standings: &[Standing]) -> Option<Release> {
        let permitted: BTreeSet<Category> = standings
            .iter()
            .filter(|standing| standing.permits())
            .map(|standing| standing.category)
            .collect();
        let asked: BTreeSet<Category> =
            standings.iter().map(|standing| standing.category).collect();
        let shared = recorded.decision.shared();
        let confirmed =
            recorded.digest == Some(self.digest) && Digest::of(&self.bytes) == self.digest;
        let something = !permitted.is_empty() && !self.contents.sent.is_empty();
        let all_decided = permitted.is_subset(&shared);
        let all_permitted = self.contents.present.is_subset(&permitted)
            && self.contents.sent.iter().all(|sent| {
                let with_address = sent.home == Category::WhoIAm
                    && permitted.contains(&Category::AddressAndContact);
                let at_home = permitted.contains(&sent.home)
                    || with_address
                    || (!asked.contains(&sent.home) && !sent.matters.is_empty());
                at_home && sent.matters.is_subset(&permitted)
            });
        (confirmed && something && all_decided && all_permitted)
            .then(|| Release::new(self.bytes, self.digest, recorded.version))
    }
}
