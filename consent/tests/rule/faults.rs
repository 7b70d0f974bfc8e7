//! A fault is planted in the rule, and some property has to notice. A fault that nothing notices is a
//! property that is missing.

use crate::worlds::{World, keys, made, recorded, world};
use crate::{PROPERTIES, run, traces};
use consent::classify::Rules;
use consent::recheck::still_stands;
use consent::seeded::{Fault, plant};
use proptest::prelude::*;
use std::cell::Cell;

/// Enough cases for each fault to be met; far fewer than the ordinary run has.
const CASES: u32 = 1_500;

#[test]
fn every_seeded_fault_turns_a_property_red() {
    let mut unnoticed = Vec::new();
    for fault in Fault::ALL {
        plant(Some(*fault));
        let noticed = PROPERTIES.iter().find(|(_, property)| property(CASES).is_err());
        plant(None);
        match noticed {
            Some((name, _)) => println!("{fault:?}: noticed by {name}"),
            None => unnoticed.push(*fault),
        }
    }
    assert!(unnoticed.is_empty(), "nothing notices {unnoticed:?}");
    assert!(Fault::ALL.len() >= 12);
}

/// Whatever could tell of something withheld turns the one property red that promises that nothing does.
#[test]
fn every_seeded_leak_leaves_a_trace_that_is_noticed() {
    assert_eq!(traces::a_withheld_matter_leaves_no_trace(CASES), Ok(()));
    for (leak, fault) in Fault::LEAKS {
        plant(Some(*fault));
        let result = traces::a_withheld_matter_leaves_no_trace(CASES);
        plant(None);
        let why = result.expect_err(leak);
        let why: String = why.chars().take(200).collect();
        println!("{leak}: {why}");
    }
    assert_eq!(Fault::LEAKS.len(), 6);
}

/// Rules that let more go are rules with a fault: what they let go does not stand under the rules as they are.
#[test]
fn what_laxer_rules_let_go_does_not_stand() {
    for fault in [Fault::MattersForgotten, Fault::OneMatterIsEnough, Fault::NeverForgotten] {
        let more = Cell::new(0u32);
        let result = run(CASES, &world(), |World { request, decision, source, .. }| {
            let record = source.record();
            plant(Some(fault));
            let lax = made(&request, &decision, &record);
            plant(None);
            let strict = made(&request, &decision, &record);
            let said = recorded(&request, &decision, &lax);
            if still_stands(&lax, &said, &request, Rules::current()) {
                return Ok(());
            }
            more.set(more.get() + u32::from(keys(&lax) != keys(&strict)));
            Ok(())
        });
        assert_eq!(result, Ok(()));
        println!("{fault:?}: {} packages no longer stand", more.get());
        assert!(more.get() > CASES / 50, "{fault:?}");
    }
}
