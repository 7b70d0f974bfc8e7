//! A smaller package, cut from a sealed one after part of it was withdrawn. Never reads the record.

use super::{Package, Piece, Why, Withheld};
use crate::assemble::{scope_of, within};
use crate::category::Category;
use crate::elements;
use crate::request::Request;
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};

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
        let stays = |touched: &BTreeSet<Category>, home: Category| {
            let at_home = still_shared.contains(&home)
                || (home == Category::WhoIAm && scope.address)
                || (request.item(home).is_none() && !touched.is_empty());
            at_home && touched.is_subset(still_shared)
        };
        let mut withheld = self.contents.withheld.clone();
        let mut kept = BTreeMap::new();
        for (entry, sent) in entries.iter().zip(&self.contents.sent) {
            let (kind, _) = sent.name.split_once('/')?;
            let copied = stays(&sent.touched, sent.home)
                .then(|| {
                    let scope = within(&scope, sent.home);
                    elements::copy(kind, entry.get("resource")?, &scope, &|name| {
                        Some(name.to_owned())
                    })
                })
                .flatten();
            match copied {
                Some(value) => {
                    kept.insert(sent.name.clone(), (sent, kind.to_owned(), value));
                }
                None => withheld.push(Withheld {
                    key: sent.key,
                    kind: kind.to_owned(),
                    home: Some(sent.home),
                    matters: sent.touched.clone(),
                    why: Why::MatterNotShared(
                        sent.touched
                            .iter()
                            .chain([&sent.home])
                            .filter(|c| !still_shared.contains(c))
                            .copied()
                            .collect(),
                    ),
                }),
            }
        }
        drop_unneeded(&mut kept);
        let pieces = kept.into_iter().map(|(name, (sent, kind, value))| Piece {
            key: sent.key,
            kind,
            reference: name,
            source_id: None,
            home: sent.home,
            matters: sent.matters.clone(),
            touched: sent.touched.clone(),
            date: sent.date,
            value,
        });
        let pieces: Vec<Piece> = pieces.collect();
        let size = pieces.len();
        Some(Self::lay_out(request, self.contents.rules, pieces, withheld, still_shared, size))
    }
}

/// Supporting entries that nothing else needs any more, directly or through another, go too.
fn drop_unneeded(kept: &mut BTreeMap<String, (&super::Sent, String, Value)>) {
    let follows = |(_, kind, value): &(&super::Sent, String, Value)| {
        matches!(elements::period(kind, value), elements::ClinicalPeriod::Follows)
    };
    let mut needed: BTreeSet<String> =
        kept.iter().filter(|(_, piece)| !follows(piece)).map(|(name, _)| name.clone()).collect();
    let mut open: Vec<String> = needed.iter().cloned().collect();
    while let Some((_, _, value)) = open.pop().and_then(|name| kept.get(&name)) {
        for reference in elements::references(value) {
            if kept.contains_key(&reference) && needed.insert(reference.clone()) {
                open.push(reference);
            }
        }
    }
    kept.retain(|name, _| needed.contains(name));
}
