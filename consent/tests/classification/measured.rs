//! The rules against what other people labelled: nothing that they call sensitive may go unnoticed, and little else
//! may be held back. The truth is never an input of the rules.

use crate::entries::*;
use crate::shared::shared;
use consent::classify::{Evaluation, Rules, Truth, TruthFault};
use consent::record::Record;
use serde_json::json;
use std::path::Path;

/// Every shared record that the truth speaks of, or that is labelled, by its name in the lists.
fn records(folder: &Path) -> Vec<(String, Record)> {
    let mut all = Vec::new();
    for group in std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()) {
        for path in
            std::fs::read_dir(&group).into_iter().flatten().map(|entry| entry.unwrap().path())
        {
            let name = path.strip_prefix(folder).unwrap().to_string_lossy().into_owned();
            if let Ok(record) = Record::parse(&std::fs::read(&path).unwrap(), None) {
                all.push((name, record));
            }
        }
    }
    all.sort_by(|one, other| one.0.cmp(&other.0));
    all
}

fn measured() -> Option<Evaluation> {
    let codes = shared("data/codes")?;
    let read = |name: &str| std::fs::read_to_string(codes.join(name)).unwrap();
    let texts = read("free_text_leaks.csv");
    let truth =
        Truth::read(&read("sensitive_codes_by_patient.csv"), &read("mapping.csv"), Some(&texts))
            .unwrap();
    Some(Evaluation::of(Rules::current(), &truth, &records(&codes.join("../fhir"))))
}

#[test]
fn nothing_that_others_call_sensitive_is_missed_and_little_else_is_held_back() {
    let Some(found) = measured() else { return };
    println!("{}", serde_json::to_string_pretty(&found).unwrap());
    assert_eq!(found.total.missed, 0);
    assert!(found.total.found > 300);
    assert!(
        found.held_back_too_much() * 20 <= found.without_matter,
        "{} of {}",
        found.held_back_too_much(),
        found.without_matter
    );
}

#[test]
fn what_one_file_alone_shows_a_need_for_is_a_small_part_of_what_is_found() {
    let Some(found) = measured() else { return };
    let left = found.one_file_left_out;
    assert_eq!(left.named, found.total.found);
    assert!(left.found * 5 >= left.named * 4, "{left:?}");
}

#[test]
fn every_entry_of_every_shared_record_is_counted_once() {
    let Some(folder) = shared("data/fhir") else { return };
    for (name, record) in records(&folder) {
        let counts = Rules::current().count(&record);
        let once = counts.by_home.values().sum::<usize>() + counts.withheld.values().sum::<usize>();
        assert_eq!(
            once + counts.never_sent + counts.not_recognised,
            record.entries().len(),
            "{name}"
        );
    }
}

#[test]
fn a_miss_and_what_is_held_back_too_much_are_both_counted() {
    let codes = "file,category,system,code,display\nf,mental_health,http://snomed.info/sct,1,x\n";
    let mapping = "list_category,our_category,kind\nmental_health,mental-health,matter\n";
    let truth = Truth::read(codes, mapping, None).unwrap();
    let record = record(&[
        condition("a", concept(SNOMED, "1", "Asthma")),
        condition("b", json!({"text": "Alcoholism"})),
        condition("c", json!({"text": "Gout"})),
    ]);
    let found = Evaluation::of(Rules::current(), &truth, &[("f".to_owned(), record)]);
    assert_eq!((found.total.found, found.total.missed, found.total.too_much), (0, 1, 1));
    assert_eq!((found.entries, found.without_matter), (4, 3));
    assert_eq!((found.held_back_by_content, found.held_back_over_links), (1, 0));
    assert!(found.because.keys().all(|phrase| phrase.starts_with("alcohol-and-drugs: ")));
}

#[test]
fn labels_are_truth_and_not_read_while_measuring() {
    let mut labelled = condition("a", json!({"text": "Gout"}));
    labelled["meta"] = json!({"security": [{"code": "PSY"}]});
    let truth = Truth::read(
        "file,category,system,code,display\n",
        "list_category,our_category,kind\n",
        None,
    )
    .unwrap();
    let found = Evaluation::of(Rules::current(), &truth, &[("f".to_owned(), record(&[labelled]))]);
    assert_eq!((found.total.found, found.total.missed), (0, 1));
}

#[test]
fn a_truth_without_its_columns_or_with_a_category_that_is_not_ours_is_refused() {
    let codes = "file,category,system,code,display\nf,x,s,1,d\n";
    let mapping = |ours: &str| format!("list_category,our_category,kind\nx,{ours},matter\n");
    assert_eq!(
        Truth::read("file\nf\n", &mapping("genetics"), None).unwrap_err(),
        TruthFault::Codes
    );
    assert_eq!(Truth::read(codes, &mapping("gardening"), None).unwrap_err(), TruthFault::Mapping);
    assert_eq!(Truth::read(codes, "list_category\nx\n", None).unwrap_err(), TruthFault::Mapping);
    assert_eq!(
        Truth::read(codes, &mapping("genetics"), Some("file\nf\n")).unwrap_err(),
        TruthFault::Texts
    );
    assert!(Truth::read(codes, &mapping("genetics"), None).unwrap().knows("f"));
}
