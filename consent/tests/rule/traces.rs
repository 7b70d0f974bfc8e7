//! Promise 7: what is withheld leaves no trace, neither in the bytes nor in their order.

use crate::records::{Source, own_mark};
use crate::run;
use crate::worlds::{World, made, places, world};
use consent::package::SENTENCE;
use proptest::prelude::*;
use serde_json::Value;
use std::cell::Cell;
use std::collections::BTreeSet;

pub fn order_does_not_matter(cases: u32) -> Result<(), String> {
    run(cases, &(world(), any::<u64>()), |(World { request, decision, source, .. }, order)| {
        let (one, other) = (source.record(), source.shuffled(order).record());
        let (one, other) = (made(&request, &decision, &one), made(&request, &decision, &other));
        prop_assert_eq!(one.bytes(), other.bytes());
        Ok(())
    })
}

/// The package of a record is the package of what it holds alone, byte for byte, in whatever order that stands; and
/// no word of a withheld entry is in it.
fn no_trace(world: &World) -> Result<(), String> {
    let World { request, decision, source, .. } = world;
    let whole = source.record();
    let package = made(request, decision, &whole);
    let kept = places(&whole, &package);
    let rest = source.only(&kept);
    for rest in [rest.record(), rest.shuffled(u64::from(package.digest().as_bytes()[0])).record()] {
        let again = made(request, decision, &rest);
        if package.bytes() != again.bytes() {
            return Err(format!(
                "with:    {}\nwithout: {}",
                String::from_utf8_lossy(package.bytes()),
                String::from_utf8_lossy(again.bytes())
            ));
        }
    }
    let text = String::from_utf8_lossy(package.bytes());
    if !text.contains(SENTENCE) {
        return Err("the sentence is missing".to_owned());
    }
    let marks = |places: &mut dyn Iterator<Item = usize>| -> BTreeSet<String> {
        places
            .filter_map(|place| source.seeds[place])
            .map(|seed| own_mark(&world.seeds, seed))
            .collect()
    };
    let of_sent = marks(&mut kept.iter().copied());
    let all = marks(&mut (0..whole.entries().len()));
    // Nor what its source calls it: the package has names of its own.
    for (place, entry) in whole.entries().iter().enumerate().filter(|(at, _)| !kept.contains(at)) {
        let address = format!("{}/{}", entry.kind, entry.resource["id"].as_str().unwrap_or("-"));
        if text.contains(&address) {
            return Err(format!("the address of withheld entry {place}, {address}, is in {text}"));
        }
    }
    match all.difference(&of_sent).find(|mark| text.contains(mark.as_str())) {
        Some(mark) => Err(format!("{mark} of a withheld entry is in {text}")),
        None => Ok(()),
    }
}

pub fn a_withheld_matter_leaves_no_trace(cases: u32) -> Result<(), String> {
    let crossing = Cell::new(0u32);
    let result = run(cases, &world(), |world| {
        if crosses(&world.source, &world) {
            crossing.set(crossing.get() + 1);
        }
        no_trace(&world).map_err(TestCaseError::fail)
    });
    if result.is_ok() && crossing.get() < cases / 5 {
        return Err(format!(
            "only {} of {cases} cases cross a link between shared and unshared",
            crossing.get()
        ));
    }
    result
}

/// Whether a link leads from what goes to what stays, or back.
fn crosses(source: &Source, world: &World) -> bool {
    let whole = source.record();
    let kept = places(&whole, &made(&world.request, &world.decision, &whole));
    whole.entries().iter().enumerate().any(|(place, entry)| {
        references(&entry.resource).iter().filter_map(|reference| whole.resolve(reference)).any(
            |target| {
                kept.contains(&place) != kept.contains(&target) && whole.patient() != Some(target)
            },
        )
    })
}

/// Every reference in a value.
pub fn references(value: &Value) -> Vec<String> {
    match value {
        Value::Object(members) => {
            let own = members.get("reference").and_then(Value::as_str).map(str::to_owned);
            own.into_iter().chain(members.values().flat_map(references)).collect()
        }
        Value::Array(members) => members.iter().flat_map(references).collect(),
        _ => Vec::new(),
    }
}
