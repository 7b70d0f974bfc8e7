//! What would be sent under a decision: canonical bytes, their digest, and what was withheld and why.
//! A package is no permission: only [`Package::authorise`] makes a release of it.

mod narrow;
mod order;

use crate::category::Category;
use crate::classify::WhyNever;
use crate::decision::RecordedDecision;
use crate::digest::Digest;
use crate::elements;
use crate::record::EntryKey;
use crate::release::Release;
use crate::request::Request;
use crate::seeded::{Fault, planted};
use crate::standing::Standing;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
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

/// A copy on its way into the package; references are positions after `#`.
pub(crate) struct Piece {
    pub key: EntryKey,
    pub kind: String,
    /// How the copies name it: `#` and its position.
    pub reference: String,
    pub source_id: Option<String>,
    pub home: Category,
    pub matters: BTreeSet<Category>,
    pub touched: BTreeSet<Category>,
    pub date: Option<Date>,
    pub value: Value,
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
    pub(crate) fn lay_out(
        request: &Request,
        rules: u32,
        pieces: Vec<Piece>,
        mut withheld: Vec<Withheld>,
        shared: &BTreeSet<Category>,
        size: usize,
    ) -> Self {
        withheld.sort_by(|a, b| (a.home, &a.why, a.key).cmp(&(b.home, &b.why, b.key)));
        let (entries, sent) = order::arrange(request, pieces);
        let present = present(&sent, &entries, shared);
        let bytes = canonical(&bundle(request, rules, &entries, size));
        let digest = Digest::of(&bytes);
        Self { bytes, digest, contents: Contents { rules, sent, withheld, present } }
    }

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

/// The items of which something is in the package.
fn present(sent: &[Sent], entries: &[Value], shared: &BTreeSet<Category>) -> BTreeSet<Category> {
    let mut present: BTreeSet<Category> =
        sent.iter().flat_map(|sent| sent.matters.iter().copied().chain([sent.home])).collect();
    let address = |entry: &Value| entry.get("address").is_some() || entry.get("telecom").is_some();
    let patients = entries.iter().filter(|entry| is_of(entry, "Patient"));
    if patients.clone().any(address) {
        present.insert(Category::AddressAndContact);
    }
    let names_only_address = |entry: &Value| {
        !["name", "birthDate", "identifier", "generalPractitioner"]
            .iter()
            .any(|field| entry.get(field).is_some())
    };
    if patients.clone().all(names_only_address) {
        present.remove(&Category::WhoIAm);
    }
    let own_words = [Category::MyOwnWords, Category::CarersWords, Category::AnswersToQuestions];
    let notes = entries.iter().zip(sent).filter(|(_, sent)| !own_words.contains(&sent.home));
    if notes.map(|(entry, _)| entry).any(elements::has_free_text) {
        present.insert(Category::ConsultationNotes);
    }
    present.intersection(shared).copied().collect()
}

fn is_of(entry: &Value, kind: &str) -> bool {
    entry.get("resourceType").and_then(Value::as_str) == Some(kind)
}

fn bundle(request: &Request, rules: u32, entries: &[Value], size: usize) -> Value {
    let part = |url: &str, member: &str, value: Value| json!({ "url": url, member: value });
    let mut parts = vec![
        part("rules", "valuePositiveInt", json!(rules)),
        part("purpose", "valueCode", json!(request.purpose)),
        part("purpose-version", "valuePositiveInt", json!(request.purpose_version)),
        part("statement", "valueString", json!(SENTENCE)),
    ];
    if let Some((from, to)) = request.period() {
        let period = json!({ "start": from.to_string(), "end": to.to_string() });
        parts.push(part("period", "valuePeriod", period));
    }
    if planted(Fault::CountKept) {
        parts.push(part("of", "valueUnsignedInt", json!(size)));
    }
    let mut bundle = json!({
        "resourceType": "Bundle",
        "type": "collection",
        "meta": { "extension": [{ "url": AGREEMENT, "extension": parts }] },
    });
    if !entries.is_empty()
        && let Some(members) = bundle.as_object_mut()
    {
        let entries: Vec<Value> =
            entries.iter().map(|entry| json!({ "resource": entry })).collect();
        members.insert("entry".to_owned(), Value::Array(entries));
    }
    bundle
}

/// RFC 8785. What was parsed within the limits of JSON can always be written.
pub(crate) fn canonical(value: &Value) -> Vec<u8> {
    serde_json_canonicalizer::to_vec(value).unwrap_or_default()
}
