//! The order of a package: category, then clinical date, then content, never the source's order.
//! Entries that look alike are told apart by what they refer to and what refers to them.

use super::{Piece, Sent, canonical};
use crate::elements;
use crate::request::Request;
use crate::seeded::{Fault, planted};
use serde_json::{Value, json};
use std::collections::BTreeMap;

/// The entries in package order, renumbered, with their references rewritten.
pub(super) fn arrange(request: &Request, pieces: Vec<Piece>) -> (Vec<Value>, Vec<Sent>) {
    // From here on a piece is known by its place in this list; references name the place in the record.
    let targets = places_of_targets(&pieces);
    let ranks = if planted(Fault::SourceOrderKept) {
        (0..pieces.len()).collect()
    } else {
        ranks(&pieces, &targets)
    };
    let mut ordered: Vec<(usize, Piece)> = ranks.into_iter().zip(pieces).collect();
    let mut names = BTreeMap::new();
    let mut counters: BTreeMap<String, usize> = BTreeMap::new();
    let mut by_rank: Vec<(usize, String)> =
        ordered.iter().map(|(rank, piece)| (*rank, piece.kind.clone())).collect();
    by_rank.sort();
    for (rank, kind) in by_rank {
        let number = counters.entry(kind.clone()).and_modify(|number| *number += 1).or_insert(1);
        names.insert(rank, (kind, *number));
    }
    let rank_at: Vec<usize> = ordered.iter().map(|(rank, _)| *rank).collect();
    let name_of = |place: usize| {
        let (kind, number) = rank_at.get(place).and_then(|rank| names.get(rank))?;
        Some(format!("{kind}/{number}"))
    };
    for (place, (_, piece)) in ordered.iter_mut().enumerate() {
        let own = targets.get(place);
        elements::map_references(&mut piece.value, &|reference| {
            let target = own.and_then(|targets| targets.get(reference));
            match target {
                Some(target) => name_of(*target),
                None if planted(Fault::ReferencesKept) => Some(reference.to_owned()),
                None => None,
            }
        });
        prune(&mut piece.value);
        dress(request, piece, name_of(place).as_deref());
    }
    ordered.sort_by_key(|(rank, _)| *rank);
    ordered
        .into_iter()
        .map(|(rank, piece)| {
            let name = names
                .get(&rank)
                .map(|(kind, number)| format!("{kind}/{number}"))
                .unwrap_or_default();
            let sent = Sent {
                key: piece.key,
                name,
                home: piece.home,
                matters: piece.matters,
                touched: piece.touched,
                date: piece.date,
            };
            (piece.value, sent)
        })
        .unzip()
}

/// For each piece: its references and the place of the piece that each one means.
fn places_of_targets(pieces: &[Piece]) -> Vec<BTreeMap<String, usize>> {
    let place_of: BTreeMap<&str, usize> =
        pieces.iter().enumerate().map(|(place, piece)| (piece.reference.as_str(), place)).collect();
    let targets = |piece: &Piece| {
        let references = elements::references(&piece.value).into_iter();
        references
            .filter_map(|reference| {
                let place = *place_of.get(reference.as_str())?;
                Some((reference, place))
            })
            .collect()
    };
    pieces.iter().map(targets).collect()
}

/// A rank for each piece, all different, that depends on nothing but category, date, content and links.
fn ranks(pieces: &[Piece], targets: &[BTreeMap<String, usize>]) -> Vec<usize> {
    let own: Vec<_> = pieces
        .iter()
        .map(|piece| {
            let mut bare = piece.value.clone();
            elements::map_references(&mut bare, &|_| Some("#".to_owned()));
            (piece.home, piece.date.is_none(), piece.date, piece.kind.clone(), canonical(&bare))
        })
        .collect();
    let outward: Vec<Vec<usize>> = pieces
        .iter()
        .zip(targets)
        .map(|(piece, targets)| {
            let references = elements::references(&piece.value);
            references.iter().filter_map(|reference| targets.get(reference).copied()).collect()
        })
        .collect();
    let mut inward: Vec<Vec<usize>> = vec![Vec::new(); pieces.len()];
    for (place, out) in outward.iter().enumerate() {
        for target in out {
            if let Some(sources) = inward.get_mut(*target) {
                sources.push(place);
            }
        }
    }
    let mut colours = dense(&own);
    loop {
        colours = refine(colours, &outward, &inward);
        let Some(tied) = first_tie(&colours) else { return colours };
        // All that tie look the same from everywhere: whichever comes first, the bytes are the same.
        colours = colours.iter().map(|colour| colour * 2 + 1).collect();
        if let Some(colour) = colours.get_mut(tied) {
            *colour -= 1;
        }
        colours = dense(&colours);
    }
}

fn refine(mut colours: Vec<usize>, outward: &[Vec<usize>], inward: &[Vec<usize>]) -> Vec<usize> {
    loop {
        let colour_of = |place: &usize| colours.get(*place).copied();
        let signatures: Vec<_> = colours
            .iter()
            .zip(outward.iter().zip(inward))
            .map(|(colour, (out, into))| {
                let out: Vec<_> = out.iter().map(colour_of).collect();
                let mut into: Vec<_> = into.iter().map(colour_of).collect();
                into.sort_unstable();
                (*colour, out, into)
            })
            .collect();
        let finer = dense(&signatures);
        if finer == colours {
            return colours;
        }
        colours = finer;
    }
}

/// For each value, how many values are smaller: equal values get the same number.
fn dense<T: Ord>(values: &[T]) -> Vec<usize> {
    let mut sorted: Vec<&T> = values.iter().collect();
    sorted.sort_unstable();
    values.iter().map(|value| sorted.partition_point(|other| *other < value)).collect()
}

/// The first place of the smallest number that stands more than once.
fn first_tie(colours: &[usize]) -> Option<usize> {
    let mut places: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for (place, colour) in colours.iter().enumerate() {
        places.entry(*colour).or_default().push(place);
    }
    places.values().find(|places| places.len() > 1).and_then(|places| places.first().copied())
}

/// Removing references may have left empty objects and lists, which FHIR does not know.
fn prune(value: &mut Value) {
    match value {
        Value::Object(members) => {
            members.values_mut().for_each(prune);
            members.retain(|_, member| !is_empty(member));
        }
        Value::Array(members) => {
            members.iter_mut().for_each(prune);
            members.retain(|member| !is_empty(member));
        }
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}

fn is_empty(value: &Value) -> bool {
    match value {
        Value::Object(members) => members.is_empty(),
        Value::Array(members) => members.is_empty(),
        Value::Null => true,
        Value::Bool(_) | Value::Number(_) | Value::String(_) => false,
    }
}

/// Its type, its id in the package, and the request instead of the person as its subject.
fn dress(request: &Request, piece: &mut Piece, name: Option<&str>) {
    let Some(members) = piece.value.as_object_mut() else { return };
    members.insert("resourceType".to_owned(), json!(piece.kind));
    let mut id = name.and_then(|name| name.split_once('/')).map(|(_, number)| number.to_owned());
    if planted(Fault::IdsKept) {
        id.clone_from(&piece.source_id);
    }
    if let Some(id) = id {
        members.insert("id".to_owned(), json!(id));
    }
    if let Some(subject) = elements::subject_element(&piece.kind) {
        let about = json!({
            "identifier": {
                "system": "urn:ietf:rfc:3986",
                "value": format!("urn:uuid:{}", request.id),
            }
        });
        members.insert(subject.to_owned(), about);
    }
}
