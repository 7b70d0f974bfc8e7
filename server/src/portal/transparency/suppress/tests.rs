//! Small tables, all of them: what was hidden stays hidden, however one adds and takes away.

use super::*;
use crate::portal::transparency::facts::{Fact, Looks, Said, What, Who};
use crate::portal::transparency::figures::count;
use proptest::prelude::*;
use std::collections::BTreeSet;
use uuid::Uuid;

/// Three people are enough, and nothing is rounded: whatever holds here holds where less can be seen.
const SMALL: Rules = Rules { people: 3, step: 1, most_in_ten: 9 };
const FULL: What = answered(Said::Full, Looks::All);
const FULL_SOME: What = answered(Said::Full, Looks::Some);
const PART_SOME: What = answered(Said::Part, Looks::Some);
const NOTHING: What = answered(Said::Nothing, Looks::None);

const fn answered(said: Said, looks: Looks) -> What {
    What::Answered { said, looks, days: Some(3) }
}

/// So many facts about as many different people.
fn facts(purpose: usize, what: What, many: usize, from: &mut u128) -> Vec<Fact> {
    let one = |_| {
        *from += 1;
        let who = Some(Who::Person(Uuid::from_u128(*from)));
        Fact { purpose: format!("purpose-{purpose}"), who, what }
    };
    (0..many).map(one).collect()
}

fn table(rows: &[Vec<(What, usize)>]) -> BTreeMap<String, Counts> {
    let mut from = 0;
    let mut all = Vec::new();
    for (purpose, row) in rows.iter().enumerate() {
        for (what, many) in row {
            all.extend(facts(purpose, *what, *many, &mut from));
        }
    }
    let purposes: Vec<String> = (0..rows.len()).map(|row| format!("purpose-{row}")).collect();
    count(&purposes, &all)
}

fn collected(rows: &[usize]) -> BTreeMap<String, Counts> {
    let rows: Vec<_> = rows.iter().map(|many| vec![(What::Collected, *many)]).collect();
    table(&rows)
}

fn published(
    counts: &BTreeMap<String, Counts>,
    rules: &Rules,
) -> BTreeMap<(Option<String>, Measure), u32> {
    let numbers = publishable(counts, rules).into_iter();
    numbers.map(|number| ((number.purpose, number.measure), number.value)).collect()
}

/// Every row of so many numbers, each up to `most`.
fn every(rows: usize, most: usize) -> Vec<Vec<usize>> {
    (0..rows).fold(vec![Vec::new()], |tables, _| {
        let longer = |table: &Vec<usize>, next| table.iter().copied().chain([next]).collect();
        tables.iter().flat_map(|table| (0..=most).map(move |next| longer(table, next))).collect()
    })
}

/// Of one column: what is shown of each row, and of the total.
fn column(
    counts: &BTreeMap<String, Counts>,
    measure: Measure,
    rules: &Rules,
) -> (Vec<Option<u32>>, Option<u32>) {
    let shown = published(counts, rules);
    let row = |purpose: &String| shown.get(&(Some(purpose.clone()), measure)).copied();
    (counts.keys().map(row).collect(), shown.get(&(None, measure)).copied())
}

/// What one column of values could be, for whoever sees what is published of it: for each hidden row the values of
/// every table that looks the same.
fn could_be(
    tables: &[Vec<usize>],
    of: impl Fn(&[usize]) -> (Vec<Option<u32>>, Option<u32>),
) -> Vec<BTreeSet<usize>> {
    let mut alike: BTreeMap<_, Vec<&Vec<usize>>> = BTreeMap::new();
    for table in tables {
        alike.entry(of(table)).or_default().push(table);
    }
    let mut found = Vec::new();
    for ((rows, _), tables) in alike {
        for at in (0..rows.len()).filter(|at| rows[*at].is_none()) {
            found.push(tables.iter().map(|table| table[at]).collect());
        }
    }
    found
}

#[test]
fn every_hidden_number_of_every_small_column_could_be_any_of_many() {
    // Also for whoever knows the rule: tables are alike only where all that is published of them is.
    let rounded = Rules { people: 4, step: 3, most_in_ten: 9 };
    for (rules, tables) in [(SMALL, every(4, 4)), (rounded, every(3, 8))] {
        let found =
            could_be(&tables, |values| column(&collected(values), Measure::Collected, &rules));
        assert!(found.len() > 25, "{}", found.len());
        for values in found {
            assert!(values.len() >= rules.people, "{values:?}");
        }
    }
}

#[test]
fn a_total_stands_beside_no_hidden_row() {
    let (mut with_rows, mut alone) = (0, 0);
    for values in every(4, 4) {
        let (rows, total) = column(&collected(&values), Measure::Collected, &SMALL);
        let hidden = rows.iter().filter(|row| row.is_none()).count();
        if total.is_some() {
            assert!(hidden == 0 || hidden == 4, "{values:?}: {rows:?} of {total:?}");
            *(if hidden == 0 { &mut with_rows } else { &mut alone }) += 1;
        }
    }
    assert!(with_rows > 10 && alone > 50, "{with_rows} {alone}");
    // Four small numbers as large as small ones can be would all be known.
    assert_eq!(column(&collected(&[2, 2, 2, 2]), Measure::Collected, &SMALL).1, None);
    assert_eq!(column(&collected(&[2, 2, 2, 0]), Measure::Collected, &SMALL).1, Some(6));
}

#[test]
fn in_every_small_table_of_answers_full_and_in_part_stay_unknown_where_they_are_hidden() {
    // Two purposes; of each, how many shared in full and in part. Enough of everything else, so that only these two
    // decide.
    let of = |values: &[usize]| {
        let rows: Vec<Vec<(What, usize)>> = values
            .chunks(2)
            .map(|pair| {
                vec![(FULL_SOME, pair[0]), (PART_SOME, pair[1]), (NOTHING, 3), (What::Silent, 3)]
            })
            .collect();
        let counts = table(&rows);
        let (full, part) = (
            column(&counts, Measure::SharedInFull, &SMALL),
            column(&counts, Measure::SharedInPart, &SMALL),
        );
        let shared = column(&counts, Measure::Shared, &SMALL);
        (full, part, shared)
    };
    let mut alike: BTreeMap<_, Vec<Vec<usize>>> = BTreeMap::new();
    for values in every(4, 6) {
        alike.entry(of(&values)).or_default().push(values);
    }
    let mut looked_at = 0;
    for ((full, _, shared), tables) in alike {
        // Where more was shared than these tables hold, some that would look the same are missing.
        if shared.0.iter().flatten().any(|shared| *shared > 6) {
            continue;
        }
        for at in (0..2).filter(|at| full.0[*at].is_none()) {
            looked_at += 1;
            let values: BTreeSet<usize> = tables.iter().map(|table| table[2 * at]).collect();
            assert!(values.len() >= SMALL.people, "{full:?} {shared:?}: {values:?}");
        }
    }
    assert!(looked_at > 20, "{looked_at}");
}

#[test]
fn where_nobody_said_anything_else_no_answer_is_counted() {
    let silent = |many| vec![(FULL, 20), (NOTHING, 12), (What::Silent, many)];
    // 12 of 12 that the requester got nothing of said no: each of them would be known.
    assert!(published(&table(&[silent(0)]), &IN_FORCE).is_empty());
    assert!(published(&table(&[silent(9)]), &IN_FORCE).is_empty());
    let shown = published(&table(&[silent(10)]), &IN_FORCE);
    let all = |measure| shown.get(&(Some("purpose-0".to_owned()), measure)).copied();
    assert_eq!(
        [all(Measure::Answered), all(Measure::NotShared), all(Measure::MedianDays)],
        [Some(30), Some(10), Some(3)]
    );
    // 100 of 110 is more than nine in ten.
    assert!(
        published(&table(&[vec![(FULL, 20), (NOTHING, 100), (What::Silent, 10)]]), &IN_FORCE)
            .is_empty()
    );
    // And nobody who refused is no news that may be told.
    assert!(published(&table(&[vec![(FULL, 50), (What::Silent, 50)]]), &IN_FORCE).is_empty());
}

#[test]
fn who_shared_in_part_hides_among_those_whose_record_has_nothing() {
    let rest = [(NOTHING, 20), (What::Silent, 20), (FULL, 20)];
    let row = |full_some, part_some| {
        let some = [(FULL_SOME, full_some), (PART_SOME, part_some)];
        rest.into_iter().chain(some).collect::<Vec<_>>()
    };
    let parts = |row: Vec<_>| {
        published(&table(&[row]), &IN_FORCE)
            .contains_key(&(Some("purpose-0".to_owned()), Measure::SharedInPart))
    };
    assert!(!parts(row(0, 30)) && !parts(row(9, 30)) && !parts(row(30, 9)) && !parts(row(10, 91)));
    assert!(parts(row(10, 30)));
}

#[test]
fn a_quiet_withdrawal_hides_among_what_was_held() {
    let shown = |told, quietly, held| {
        let row = vec![
            (What::Withdrew { quietly: false }, told),
            (What::Withdrew { quietly: true }, quietly),
            (What::Held, held),
        ];
        published(&table(&[row]), &IN_FORCE)
            .get(&(Some("purpose-0".to_owned()), Measure::Withdrawn))
            .copied()
    };
    // What was collected before is known to the requester, who is asked to erase it.
    assert_eq!(shown(12, 0, 0), Some(10));
    assert_eq!(shown(12, 1, 0), None);
    assert_eq!(shown(12, 1, 30), None);
    assert_eq!(shown(5, 10, 10), Some(15));
}

#[test]
fn people_are_counted_and_not_how_often_they_were_asked_about() {
    let who = |person| Some(Who::Person(Uuid::from_u128(person)));
    let fact = |who| Fact { purpose: "purpose-0".into(), who, what: What::Collected };
    let often: Vec<Fact> = (0..40).map(|number| fact(who(number % 9))).collect();
    assert!(publishable(&count(&[], &often), &IN_FORCE).is_empty());
    // Somebody who was erased is counted, and helps nobody over the threshold.
    let erased: Vec<Fact> = often.iter().cloned().chain((0..40).map(|_| fact(None))).collect();
    assert!(publishable(&count(&[], &erased), &IN_FORCE).is_empty());
    let tenth: Vec<Fact> = erased.into_iter().chain([fact(who(9))]).collect();
    assert!(publishable(&count(&[], &tenth), &IN_FORCE).iter().all(|number| number.value == 80));
}

fn any_row() -> impl Strategy<Value = Vec<(What, usize)>> {
    let whats = [
        What::Asked,
        What::Silent,
        FULL,
        FULL_SOME,
        answered(Said::Full, Looks::None),
        PART_SOME,
        answered(Said::Part, Looks::None),
        NOTHING,
        What::Withdrew { quietly: false },
        What::Withdrew { quietly: true },
        What::Held,
        What::Collected,
        What::Erased,
        What::Insufficient,
        What::Because(Why::Unclear),
    ];
    proptest::collection::vec(prop_oneof![3 => 0_usize..12, 2 => 0_usize..60], whats.len())
        .prop_map(move |many| whats.into_iter().zip(many).collect())
}

fn true_number(counts: &Counts, measure: Measure) -> Option<Count> {
    Some(match measure {
        Measure::Asked => counts.asked.clone(),
        Measure::Answered => counts.full.with(&counts.part).with(&counts.nothing),
        Measure::Shared => counts.full.with(&counts.part),
        Measure::SharedInFull => counts.full.clone(),
        Measure::SharedInPart => counts.part.clone(),
        Measure::NotShared => counts.nothing.clone(),
        Measure::MedianDays => return None,
        Measure::Withdrawn => counts.withdrew.clone(),
        Measure::Collected => counts.collected.clone(),
        Measure::Erased => counts.erased.clone(),
        Measure::Insufficient => counts.insufficient.clone(),
        Measure::Because(why) => counts.because.get(&why).cloned().unwrap_or_default(),
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn nothing_about_fewer_than_ten_people_is_shown_nor_can_it_be_worked_out(
        rows in proptest::collection::vec(any_row(), 1..6)
    ) {
        let counts = table(&rows);
        let shown = published(&counts, &IN_FORCE);
        for ((purpose, measure), value) in &shown {
            let all = together(counts.values());
            let own = purpose.as_ref().map_or(&all, |purpose| &counts[purpose]);
            let Some(number) = true_number(own, *measure) else { continue };
            prop_assert!(number.people.len() >= 10);
            prop_assert!(*value <= number.requests && number.requests < *value + 5 && *value % 5 == 0);
            if purpose.is_none() {
                // Nobody can take anything away from a total.
                let rows = counts.keys().filter(|row| shown.contains_key(&(Some((*row).clone()), *measure)));
                let rows = rows.count();
                prop_assert!(rows == 0 || rows == counts.len());
            }
        }
    }

    #[test]
    fn one_person_more_or_less_changes_no_shown_number_by_anything_but_a_whole_step(
        rows in proptest::collection::vec(any_row(), 1..6), row in 0_usize..6, cell in 0_usize..15
    ) {
        let with = published(&table(&rows), &IN_FORCE);
        let mut fewer = rows.clone();
        let row = row % rows.len();
        prop_assume!(fewer[row][cell].1 > 0);
        fewer[row][cell].1 -= 1;
        let without = published(&table(&fewer), &IN_FORCE);
        let steps = with.iter().filter_map(|(key, value)| Some((value, without.get(key)?)));
        for (value, other) in steps {
            prop_assert!(value == other || *value == other + 5);
        }
    }

    #[test]
    fn five_people_in_a_row_change_a_shown_number_once(many in 20_usize..60) {
        // So whoever knows all the others but one sees no difference in four cases of five.
        let number = |many| column(&collected(&[many]), Measure::Collected, &IN_FORCE).0[0];
        let changes = (many..many + 5).filter(|many| number(*many) != number(many + 1)).count();
        prop_assert_eq!(changes, 1);
    }
}
