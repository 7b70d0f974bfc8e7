//! What would be sent under a decision. No clock: the same inputs give the same bytes everywhere.
//! Selection is repeated on what is left until nothing more falls out, so that nothing in the package
//! depends on an entry that is not in it (promise 7).

mod copies;
mod selection;

use crate::category::Category;
use crate::classify::{Contents, Placement, Rules};
use crate::decision::Decision;
use crate::elements::{self, ClinicalPeriod, Scope};
use crate::package::{Package, Piece, Why, Withheld};
use crate::purpose::IdentityField;
use crate::record::{Entry, Record};
use crate::request::Request;
use crate::seeded::{Fault, planted};
use copies::Copies;
use selection::Selection;
use serde_json::Value;
use std::borrow::Cow;
use std::collections::BTreeSet;
use time::Date;

/// Makes the package of this request under this decision from this record.
pub fn assemble(request: &Request, decision: &Decision, record: &Record, rules: &Rules) -> Package {
    let shared = shared_items(request, decision);
    let mut rounds = Rounds::of(request, decision, &shared, record, rules);
    while rounds.one_more() {}
    let Rounds { current, left, mut copies, withheld, first, placements, contents, .. } = rounds;
    // What was read is needed no more: a large record is in memory often enough.
    drop(contents);
    let pieces = current.entries().iter().zip(placements).zip(left).filter_map(
        |((entry, placement), source)| {
            Some(Piece {
                key: entry.key,
                kind: entry.kind,
                number: source,
                source_id: source_id(entry),
                home: placement.home?,
                matters: placement.matters,
                touched: first.get(source)?.1.clone(),
                date: first_day(&elements::period(entry.kind.as_str(), &entry.resource)),
                copied: copies.take(source)?,
            })
        },
    );
    let pieces = pieces.collect();
    drop((current, first, copies));
    Package::lay_out(request, rules.version().0, pieces, withheld, &shared, record.entries().len())
}

/// Would anything of this record be withheld? The first round tells.
pub(crate) fn withholds(
    request: &Request,
    decision: &Decision,
    record: &Record,
    rules: &Rules,
) -> bool {
    let shared = shared_items(request, decision);
    Rounds::of(request, decision, &shared, record, rules).one_more()
}

/// The items that the decision shares.
pub(crate) fn shared_items(request: &Request, decision: &Decision) -> BTreeSet<Category> {
    let shared = decision.shared();
    request
        .items
        .iter()
        .map(|item| item.category)
        .filter(|category| shared.contains(category))
        .collect()
}

/// What may be copied from inside an entry when these items are shared.
pub(crate) fn scope_of(request: &Request, shared: &BTreeSet<Category>) -> Scope {
    let identity: BTreeSet<IdentityField> =
        if shared.contains(&Category::WhoIAm) { request.fields.clone() } else { BTreeSet::new() };
    Scope {
        free_text: shared.contains(&Category::ConsultationNotes),
        identity,
        address: shared.contains(&Category::AddressAndContact),
    }
}

/// Somebody's own words are their whole point: their text stays.
pub(crate) fn within(scope: &Scope, home: Category) -> Scope {
    let own_words =
        matches!(home, Category::MyOwnWords | Category::CarersWords | Category::AnswersToQuestions);
    Scope { free_text: scope.free_text || own_words, ..scope.clone() }
}

/// What the source calls an entry: only ever sent by mistake.
fn source_id(entry: &Entry) -> Option<String> {
    let id = || entry.resource.get("id").and_then(Value::as_str).map(str::to_owned);
    planted(Fault::IdsKept).then(id).flatten()
}

fn first_day(period: &ClinicalPeriod) -> Option<Date> {
    match period {
        ClinicalPeriod::Between(from, _) | ClinicalPeriod::From(from) => Some(*from),
        ClinicalPeriod::AlwaysInside(from) => *from,
        ClinicalPeriod::Follows | ClinicalPeriod::Undated => None,
    }
}

/// What is left of a record, round by round. What an entry holds by itself is read once; what it is tied to is looked
/// at again in each round.
struct Rounds<'a> {
    request: &'a Request,
    decision: &'a Decision,
    shared: &'a BTreeSet<Category>,
    scope: Scope,
    rules: &'a Rules,
    contents: Contents<'a>,
    /// What is left, and for each of its entries the place in the whole record.
    current: Cow<'a, Record>,
    left: Vec<usize>,
    placements: Vec<Placement>,
    /// The homes and matters in the whole record.
    first: Vec<(Option<Category>, BTreeSet<Category>)>,
    copies: Copies,
    withheld: Vec<Withheld>,
}

impl<'a> Rounds<'a> {
    fn of(
        request: &'a Request,
        decision: &'a Decision,
        shared: &'a BTreeSet<Category>,
        record: &'a Record,
        rules: &'a Rules,
    ) -> Self {
        Self {
            request,
            decision,
            shared,
            scope: scope_of(request, shared),
            rules,
            contents: rules.read(record),
            current: Cow::Borrowed(record),
            left: (0..record.entries().len()).collect(),
            placements: Vec::new(),
            first: Vec::new(),
            copies: Copies::of(record.entries().len()),
            withheld: Vec::new(),
        }
    }

    /// Judges what is left. Whether anything fell out, so that the rest has to be judged again.
    fn one_more(&mut self) -> bool {
        self.placements = self.rules.place(&self.current, &self.contents);
        if self.first.is_empty() {
            let each = self.placements.iter();
            self.first = each.map(|placed| (placed.home, placed.matters.clone())).collect();
        }
        let selection = Selection::of(self.request, self.decision, self.shared, &self.current);
        let mut verdicts = selection.verdicts(&self.placements);
        // Nothing is copied as long as something falls out without it.
        if verdicts.iter().all(Option::is_none) {
            self.copies.make(&self.current, &self.left, &self.placements, &self.scope);
            verdicts = self.copies.verdicts(&self.current, &self.left);
            for (position, verdict) in verdicts.iter_mut().enumerate() {
                let by_name = || selection.by_name(position, self.placements.get(position)?);
                *verdict = verdict.take().or_else(by_name);
            }
        }
        self.drop(verdicts)
    }

    fn drop(&mut self, verdicts: Vec<Option<Why>>) -> bool {
        let mut stays = BTreeSet::new();
        for (position, verdict) in verdicts.into_iter().enumerate() {
            let Some(why) = verdict else {
                stays.insert(position);
                continue;
            };
            let Some(source) = self.left.get(position).copied() else { continue };
            self.copies.drop(source);
            let entry = self.current.entries().get(position);
            if let Some((entry, (home, matters))) = entry.zip(self.first.get(source)) {
                self.withheld.push(Withheld {
                    key: entry.key,
                    kind: entry.kind.as_str().to_owned(),
                    home: *home,
                    matters: matters.clone(),
                    why,
                });
            }
        }
        if stays.len() == self.left.len() {
            return false;
        }
        self.left = stays.iter().filter_map(|position| self.left.get(*position).copied()).collect();
        self.contents = self.contents.only(&stays);
        self.current = Cow::Owned(self.current.only(&stays));
        true
    }
}
