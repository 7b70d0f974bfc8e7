//! The rule, tested by named properties, a naive second implementation and deliberate faults.

#![expect(
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "a test stops at whatever it did not expect"
)]

mod generate;
mod narrowing;
mod oracle;
mod packages;
mod records;
mod resources;
mod standings;
mod traces;
mod worlds;

#[cfg(feature = "seeded-faults")]
mod faults;

use proptest::test_runner::{Config, TestError, TestRunner};

/// A property: runs so many cases and says what broke it.
type Property = fn(u32) -> Result<(), String>;

/// How many cases each property sees in the ordinary run.
#[cfg(not(feature = "seeded-faults"))]
const CASES: u32 = 10_000;

const PROPERTIES: &[(&str, Property)] = &[
    ("nothing_without_a_decision", standings::nothing_without_a_decision),
    ("silence_is_never_a_yes", standings::silence_is_never_a_yes),
    ("refusal_beats_agreement", standings::refusal_beats_agreement),
    ("withdrawal_empties", standings::withdrawal_empties),
    ("expiry_empties", standings::expiry_empties),
    ("agrees_with_the_oracle", standings::agrees_with_the_oracle),
    ("asked_is_within_purpose", standings::asked_is_within_purpose),
    ("selection_agrees_with_the_oracle", packages::selection_agrees_with_the_oracle),
    ("released_is_within_decided", packages::released_is_within_decided),
    ("decided_is_within_asked", packages::decided_is_within_asked),
    ("every_entry_is_accounted_for", packages::every_entry_is_accounted_for),
    ("narrowing_never_adds", narrowing::narrowing_never_adds),
    ("order_does_not_matter", traces::order_does_not_matter),
    ("a_withheld_matter_leaves_no_trace", traces::a_withheld_matter_leaves_no_trace),
    ("unknown_is_withheld", packages::unknown_is_withheld),
    ("what_is_left_out_stays_out", packages::what_is_left_out_stays_out),
    ("refused_and_empty_look_alike", packages::refused_and_empty_look_alike),
    ("only_what_was_confirmed_is_released", packages::only_what_was_confirmed_is_released),
    ("only_words_written_here_are_words", packages::only_words_written_here_are_words),
    ("choosing_less_never_adds", narrowing::choosing_less_never_adds),
    (
        "a_narrowed_package_looks_like_a_smaller_record",
        narrowing::a_narrowed_package_looks_like_a_smaller_record,
    ),
    ("what_would_be_withheld_does_not_stand", narrowing::what_would_be_withheld_does_not_stand),
    ("what_was_just_made_stands", narrowing::what_was_just_made_stands),
];

/// Runs a test over generated values; the answer names the smallest value that breaks it.
fn run<S: proptest::strategy::Strategy>(
    cases: u32,
    strategy: &S,
    test: impl Fn(S::Value) -> Result<(), proptest::test_runner::TestCaseError>,
) -> Result<(), String>
where
    S::Value: std::fmt::Debug,
{
    let config =
        Config { cases, failure_persistence: None, max_shrink_iters: 200, ..Config::default() };
    match TestRunner::new(config).run(strategy, test) {
        Ok(()) => Ok(()),
        Err(TestError::Fail(why, value)) => Err(format!("{why}\nsmallest: {value:#?}")),
        Err(TestError::Abort(why)) => Err(format!("gave up: {why}")),
    }
}

#[cfg(not(feature = "seeded-faults"))]
macro_rules! properties {
    ($($name:ident)*) => {
        $(#[test]
        fn $name() {
            let (_, property) = PROPERTIES.iter().find(|(name, _)| *name == stringify!($name)).expect("listed");
            if let Err(why) = property(CASES) {
                panic!("{why}");
            }
        })*

        #[test]
        fn every_property_that_is_listed_is_run() {
            let run = [$(stringify!($name)),*];
            let listed: Vec<_> = PROPERTIES.iter().map(|(name, _)| *name).collect();
            assert_eq!(run.as_slice(), listed.as_slice());
        }
    };
}

#[cfg(not(feature = "seeded-faults"))]
properties! {
    nothing_without_a_decision
    silence_is_never_a_yes
    refusal_beats_agreement
    withdrawal_empties
    expiry_empties
    agrees_with_the_oracle
    asked_is_within_purpose
    selection_agrees_with_the_oracle
    released_is_within_decided
    decided_is_within_asked
    every_entry_is_accounted_for
    narrowing_never_adds
    order_does_not_matter
    a_withheld_matter_leaves_no_trace
    unknown_is_withheld
    what_is_left_out_stays_out
    refused_and_empty_look_alike
    only_what_was_confirmed_is_released
    only_words_written_here_are_words
    choosing_less_never_adds
    a_narrowed_package_looks_like_a_smaller_record
    what_would_be_withheld_does_not_stand
    what_was_just_made_stands
}
