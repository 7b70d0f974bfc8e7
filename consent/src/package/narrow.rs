//! A smaller package, cut from a sealed one after part of it was withdrawn. Never reads the record.

use super::{Copied, Package, Piece, Sent, Target, Why, Withheld};
use crate::assemble::{scope_of, within};
use crate::category::Category;
use crate::elements::{self, ClinicalPeriod, Scope};
use crate::record::Kind;
use crate::request::Request;
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};

/// What is in the package, and whether it still is in the smaller one.
struct Part<'a> {
    sent: &'a Sent,
    kind: Kind,
    resource: &'a Value,
    gone: Option<Why>,
}

impl Package {
    /// The same package without everything that these categories touch. Sharing shrinks, never grows.
    #[must_use]
    pub fn narrow(&self, request: &Request, still_shared: &BTreeSet<Category>) -> Option<Self> {
        let bundle: Value = serde_json::from_slice(&self.bytes).ok()?;
        let empty = Vec::new();
        let entries = bundle.get("entry").and_then(Value::as_array).unwrap_or(&empty);
        if entries.len() != self.contents.sent.len() {
            return None;
        }
        let scope = scope_of(request, still_shared);
        let parts = entries.iter().zip(&self.contents.sent).map(|(entry, sent)| {
            let resource = entry.get("resource")?;
            let kind = Kind::of_resource(resource)?;
            let gone = withdrawn(sent, request, still_shared, &scope).map(Why::MatterNotShared);
            Some(Part { sent, kind, resource, gone })
        });
        let mut parts = parts.collect::<Option<Vec<Part<'_>>>>()?;
        let copies = loop {
            let copies = copies(&parts, &scope);
            if !drop_more(&mut parts, &copies) {
                break copies;
            }
        };
        let mut withheld = self.contents.withheld.clone();
        let mut pieces = Vec::new();
        for (number, (part, made)) in parts.into_iter().zip(copies).enumerate() {
            let Part { sent, kind, gone, .. } = part;
            match (gone, made) {
                (None, Some(copied)) => pieces.push(Piece {
                    key: sent.key,
                    kind,
                    number,
                    source_id: None,
                    home: sent.home,
                    matters: sent.matters.clone(),
                    touched: sent.touched.clone(),
                    date: sent.date,
                    copied,
                }),
                (gone, _) => withheld.push(Withheld {
                    key: sent.key,
                    kind: kind.as_str().to_owned(),
                    home: Some(sent.home),
                    matters: sent.touched.clone(),
                    why: gone.unwrap_or(Why::NothingLeft),
                }),
            }
        }
        let size = pieces.len();
        Some(Self::lay_out(request, self.contents.rules, pieces, withheld, still_shared, size))
    }
}

/// The categories for want of which an entry no longer goes.
fn withdrawn(
    sent: &Sent,
    request: &Request,
    still_shared: &BTreeSet<Category>,
    scope: &Scope,
) -> Option<BTreeSet<Category>> {
    let at_home = still_shared.contains(&sent.home)
        || (sent.home == Category::WhoIAm && scope.address)
        || (request.item(sent.home).is_none() && !sent.touched.is_empty());
    let all = || sent.touched.iter().chain([&sent.home]);
    let missing = || all().filter(|category| !still_shared.contains(category)).copied().collect();
    (!at_home || !sent.touched.is_subset(still_shared)).then(missing)
}

/// Copies of what is still in it, which refer to nothing else.
fn copies(parts: &[Part<'_>], scope: &Scope) -> Vec<Option<Copied>> {
    let numbers: BTreeMap<&str, usize> = parts
        .iter()
        .enumerate()
        .filter(|(_, part)| part.gone.is_none())
        .map(|(number, part)| (part.sent.name.as_str(), number))
        .collect();
    let resolve = |name: &str| numbers.get(name).copied().map(Target::Entry);
    let copy = |part: &Part<'_>| {
        let scope = within(scope, part.sent.home);
        let copied = || Copied::of(part.kind.as_str(), part.resource, &scope, &resolve);
        part.gone.is_none().then(copied).flatten()
    };
    parts.iter().map(copy).collect()
}

/// Supporting entries that nothing else needs any more, directly or through another, go too, and what has nothing
/// left. Whether any did.
fn drop_more(parts: &mut [Part<'_>], copies: &[Option<Copied>]) -> bool {
    let follows = |part: &Part<'_>| {
        matches!(elements::period(part.kind.as_str(), part.resource), ClinicalPeriod::Follows)
    };
    let mut needed: Vec<bool> = parts.iter().map(|part| !follows(part)).collect();
    let mut open: Vec<usize> = needed
        .iter()
        .enumerate()
        .filter(|(_, needed)| **needed)
        .map(|(number, _)| number)
        .collect();
    while let Some(number) = open.pop() {
        let made = copies.get(number).and_then(Option::as_ref);
        for target in made.into_iter().flat_map(|copied| &copied.refers_to) {
            if let Some(needed) = needed.get_mut(*target).filter(|needed| !**needed) {
                *needed = true;
                open.push(*target);
            }
        }
    }
    let mut dropped = false;
    for ((part, made), needed) in parts.iter_mut().zip(copies).zip(needed) {
        let why = match made {
            None => Some(Why::NothingLeft),
            Some(_) if !needed => Some(Why::NothingNeedsIt),
            Some(_) => None,
        };
        if let Some(why) = why.filter(|_| part.gone.is_none()) {
            part.gone = Some(why);
            dropped = true;
        }
    }
    dropped
}
