//! A fault is planted in the rule, and some property has to notice. A fault that nothing notices is a
//! property that is missing.

use crate::PROPERTIES;
use consent::seeded::{Fault, plant};

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
