//! What would be sent under a decision. No clock: the same inputs give the same bytes everywhere.
//! Selection is repeated on what is left until nothing more falls out, so that nothing in the package
//! depends on an entry that is not in it (promise 7).

use crate::category::Category;
use crate::classify::{Placement, Rules, WhyNever};
use crate::decision::{Answer, Decision};
use crate::elements::{self, ClinicalPeriod, Scope};
use crate::package::{Package, Piece, Why, Withheld};
use crate::purpose::IdentityField;
use crate::record::Record;
use crate::request::{Item, Request};
use crate::seeded::{Fault, planted};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use time::Date;

/// Makes the package of this request under this decision from this record.
pub fn assemble(request: &Request, decision: &Decision, record: &Record, rules: &Rules) -> Package {
    let shared = shared_items(request, decision);
    let scope = scope_of(request, &shared);
    let mut first: Option<Vec<Placement>> = None;
    let mut left: Vec<usize> = (0..record.entries().len()).collect();
    let mut current = record.clone();
    let mut withheld = Vec::new();
    let (placements, copies) = loop {
        let placements = rules.classify(&current);
        let (verdicts, copies) =
            Selection { request, decision, shared: &shared, scope: &scope, record: &current }
                .run(&placements);
        let first = first.get_or_insert_with(|| placements.clone());
        let mut stays = BTreeSet::new();
        for (position, verdict) in verdicts.into_iter().enumerate() {
            let source = left.get(position).copied();
            match (
                verdict,
                source.and_then(|source| record.entries().get(source).zip(first.get(source))),
            ) {
                (None, _) => {
                    stays.insert(position);
                }
                (Some(why), Some((entry, placement))) => withheld.push(Withheld {
                    key: entry.key,
                    kind: entry.kind.as_str().to_owned(),
                    home: placement.home,
                    matters: placement.matters.clone(),
                    why,
                }),
                (Some(_), None) => {}
            }
        }
        if stays.len() == left.len() {
            break (placements, copies);
        }
        left = stays.iter().filter_map(|position| left.get(*position).copied()).collect();
        current = current.only(&stays);
    };
    let first = first.unwrap_or_default();
    let pieces = current.entries().iter().enumerate().filter_map(|(position, entry)| {
        let placement = placements.get(position)?;
        let source = first.get(*left.get(position)?)?;
        Some(Piece {
            key: entry.key,
            kind: entry.kind.as_str().to_owned(),
            reference: format!("#{position}"),
            source_id: entry.resource.get("id").and_then(Value::as_str).map(str::to_owned),
            home: placement.home?,
            matters: placement.matters.clone(),
            touched: source.matters.clone(),
            date: first_day(&elements::period(entry.kind.as_str(), &entry.resource)),
            value: copies.get(&position)?.clone(),
        })
    });
    Package::lay_out(
        request,
        rules.version().0,
        pieces.collect(),
        withheld,
        &shared,
        record.entries().len(),
    )
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

fn first_day(period: &ClinicalPeriod) -> Option<Date> {
    match period {
        ClinicalPeriod::Between(from, _) | ClinicalPeriod::From(from) => Some(*from),
        ClinicalPeriod::AlwaysInside(from) => *from,
        ClinicalPeriod::Follows | ClinicalPeriod::Undated => None,
    }
}

struct Selection<'a> {
    request: &'a Request,
    decision: &'a Decision,
    shared: &'a BTreeSet<Category>,
    scope: &'a Scope,
    record: &'a Record,
}

impl Selection<'_> {
    /// For each entry: none when it goes, else why not; and the copies of those that go, in which a
    /// reference is the position of its target after `#`.
    fn run(&self, placements: &[Placement]) -> (Vec<Option<Why>>, BTreeMap<usize, Value>) {
        let mut verdicts = Vec::new();
        let mut follows = BTreeSet::new();
        for (position, entry) in self.record.entries().iter().enumerate() {
            let why = match placements.get(position) {
                None => Some(Why::Never(WhyNever::NotRecognised)),
                Some(placement) => self.by_category(position, placement),
            };
            let why = why.or_else(|| {
                let period = elements::period(entry.kind.as_str(), &entry.resource);
                if matches!(period, ClinicalPeriod::Follows) {
                    follows.insert(position);
                    return None;
                }
                self.by_date(&period, placements.get(position)?)
            });
            verdicts.push(why);
        }
        let copies = self.copy(&verdicts, placements);
        let needed = needed(&verdicts, &follows, &copies);
        for (position, verdict) in verdicts.iter_mut().enumerate() {
            if verdict.is_none() && !copies.contains_key(&position) {
                *verdict = Some(Why::NothingLeft);
            } else if verdict.is_none()
                && follows.contains(&position)
                && !needed.contains(&position)
            {
                *verdict = Some(Why::NothingNeedsIt);
            }
        }
        (verdicts, copies)
    }

    fn by_category(&self, position: usize, placement: &Placement) -> Option<Why> {
        let entry = self.record.entries().get(position)?;
        let put_in = self.decision.put_in.contains(entry.key.digest());
        if let Some(never) = &placement.never
            && !(put_in && *never == WhyNever::Unreadable)
            && !planted(Fault::NeverForgotten)
        {
            return Some(Why::Never(never.clone()));
        }
        let Some(home) = placement.home else {
            return Some(Why::Never(WhyNever::NotRecognised));
        };
        if let Some(restricted) =
            placement.matters.iter().chain([&home]).find(|category| category.is_restricted())
        {
            return Some(Why::Never(WhyNever::Restricted(*restricted)));
        }
        if self.decision.left_out.contains(entry.key.digest()) && !planted(Fault::LeftOutForgotten)
        {
            return Some(Why::LeftOut);
        }
        if placement.ambiguous && !put_in {
            return Some(Why::AskFirst);
        }
        let closed: BTreeSet<Category> =
            placement.matters.difference(self.shared).copied().collect();
        let one_is_enough =
            planted(Fault::OneMatterIsEnough) && closed.len() < placement.matters.len();
        if !closed.is_empty() && !planted(Fault::MattersForgotten) && !one_is_enough {
            return Some(Why::MatterNotShared(closed));
        }
        self.by_home(home, placement)
    }

    fn by_home(&self, home: Category, placement: &Placement) -> Option<Why> {
        if self.shared.contains(&home) {
            return None;
        }
        if home == Category::WhoIAm && self.scope.address {
            return None;
        }
        let asked = self.request.item(home).is_some();
        match (asked, self.decision.answers.get(&home)) {
            (true, Some(Answer::DoNotShare) | None) => Some(Why::HomeNotShared(home)),
            (false, _) if placement.matters.is_empty() => Some(Why::HomeNotAsked(home)),
            _ => None,
        }
    }

    /// The clinical period has to overlap the dates of every item that lets the entry go.
    fn by_date(&self, period: &ClinicalPeriod, placement: &Placement) -> Option<Why> {
        if planted(Fault::DatesForgotten) {
            return None;
        }
        let deciding = placement.matters.iter().chain(placement.home.iter());
        let items: Vec<&Item> =
            deciding.filter_map(|category| self.request.item(*category)).collect();
        let outside = |from: Date, to: Option<Date>| {
            items.iter().any(|item| from > item.to || to.is_some_and(|to| to < item.from))
        };
        match period {
            ClinicalPeriod::Between(from, to) if outside(*from, Some(*to)) => {
                Some(Why::OutsideDates)
            }
            ClinicalPeriod::From(from) if outside(*from, None) => Some(Why::OutsideDates),
            ClinicalPeriod::Undated => Some(Why::Undated),
            ClinicalPeriod::Between(..)
            | ClinicalPeriod::From(_)
            | ClinicalPeriod::AlwaysInside(_)
            | ClinicalPeriod::Follows => None,
        }
    }

    fn copy(&self, verdicts: &[Option<Why>], placements: &[Placement]) -> BTreeMap<usize, Value> {
        let goes = |position: usize| verdicts.get(position).is_some_and(Option::is_none);
        let resolve = |reference: &str| {
            let target = self.record.resolve(reference).filter(|target| goes(*target));
            match target {
                Some(target) => Some(format!("#{target}")),
                None if planted(Fault::ReferencesKept) => Some(reference.to_owned()),
                None => None,
            }
        };
        let entries = self.record.entries().iter().enumerate();
        entries
            .filter(|(position, _)| goes(*position))
            .filter_map(|(position, entry)| {
                let home = placements.get(position)?.home?;
                let scope = within(self.scope, home);
                let value = elements::copy(entry.kind.as_str(), &entry.resource, &scope, &resolve)?;
                Some((position, value))
            })
            .collect()
    }
}

/// The supporting entries that something in the package needs, directly or through another.
fn needed(
    verdicts: &[Option<Why>],
    follows: &BTreeSet<usize>,
    copies: &BTreeMap<usize, Value>,
) -> BTreeSet<usize> {
    let goes = |position: &usize| verdicts.get(*position).is_some_and(Option::is_none);
    let mut open: Vec<usize> =
        copies.keys().copied().filter(|position| !follows.contains(position)).collect();
    let mut needed = BTreeSet::new();
    while let Some(position) = open.pop() {
        let Some(copy) = copies.get(&position) else { continue };
        for reference in elements::references(copy) {
            let target = reference.strip_prefix('#').and_then(|target| target.parse().ok());
            if let Some(target) = target.filter(|target| follows.contains(target) && goes(target))
                && needed.insert(target)
            {
                open.push(target);
            }
        }
    }
    needed
}
