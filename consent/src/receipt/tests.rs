use super::*;

/// A receipt as a portal made it, when there was a third schema first.
const THIRD: &str = include_str!("third.json");

fn third() -> Receipt {
    serde_json::from_str(THIRD).unwrap()
}

#[test]
fn the_third_schema_means_what_it_meant_when_it_was_made() {
    let receipt = third();
    assert_eq!(receipt.schema, SCHEMA);
    assert_eq!(receipt.record.as_ref(), Some(&record(&receipt)));
    assert!(receipt.fits_its_schema());
    let written: Value = serde_json::from_str(THIRD).unwrap();
    assert_eq!(serde_json::to_value(&receipt).unwrap(), written, "and is written as it was");
}

#[test]
fn a_receipt_that_says_two_things_is_none() {
    for (place, other) in [
        ("/kind", "decision"),
        ("/at", "2026-11-22T13:30:11Z"),
        ("/items/0/state", "paused"),
        ("/request/keep_for", "P25M"),
        ("/subject", "00000000000000000000000000000000"),
        ("/actor", "operator"),
        ("/rights/0/law", "UK GDPR Article 16"),
        ("/record/dct:identifier", "01936b7e-0000-7000-8000-00000000000a"),
        ("/record/dpv:hasProcess/dpv:hasPersonalData/0/sayso:state", "shared"),
    ] {
        let mut value: Value = serde_json::from_str(THIRD).unwrap();
        *value.pointer_mut(place).unwrap() = other.into();
        let edited: Receipt = serde_json::from_value(value).unwrap();
        assert!(!edited.fits_its_schema(), "{place}");
    }
}

#[test]
fn each_kind_has_its_own_members_and_no_others() {
    let with = |change: &dyn Fn(&mut Receipt)| {
        let mut receipt = third();
        change(&mut receipt);
        receipt.record = Some(record(&receipt));
        receipt.fits_its_schema()
    };
    assert!(with(&|_| ()));
    assert!(!with(&|receipt| receipt.kind = ReceiptKind::Expiry), "an end has a time");
    assert!(!with(&|receipt| receipt.kind = ReceiptKind::Collection), "of what?");
    assert!(!with(&|receipt| receipt.kind = ReceiptKind::ErasureAnswer), "which answer?");
    assert!(!with(&|receipt| receipt.paused = None), "what waits, waits for a reason");
    assert!(!with(&|receipt| receipt.file = Some(ReceiptFile { entries: 1, bytes: 1 })));
    assert!(!with(&|receipt| receipt.law.clear()));
    assert!(!with(&|receipt| receipt.rights.reverse()));
    assert!(!with(&|receipt| receipt.rights.truncate(4)));
    assert!(!with(&|receipt| receipt.words.clear()));
    assert!(!with(&|receipt| receipt.subject = None));
    assert!(!with(&|receipt| receipt.request.client = None));
    assert!(!with(&|receipt| SECOND_SCHEMA.clone_into(&mut receipt.schema)));
}
