//! What the gauge says of packages that the rule itself makes.

use super::*;
use crate::assemble::assemble;
use crate::classify::Rules;
use crate::decision::{Answer, Decision};
use crate::ids::RequestId;
use crate::language::Language;
use crate::record::{Origin, Record};
use crate::request::Item;
use crate::time::At;
use crate::words::{Account, Author};
use Category::{CarersWords, Conditions, DailyLivingAndMobility, MyOwnWords, WhoIAm};
use serde_json::json;
use time::macros::date;

const TODAY: Date = date!(2026 - 11 - 20);

fn request(items: &[(Category, &[&str])]) -> Request {
    let item = |(category, points): &(Category, &[&str])| Item {
        category: *category,
        decision_points: points.iter().map(|point| (*point).to_owned()).collect(),
        reason: String::new(),
        from: date!(2010 - 01 - 01),
        to: date!(2026 - 11 - 01),
    };
    Request {
        id: RequestId(uuid::Uuid::nil()),
        purpose: "p".to_owned(),
        purpose_version: 1,
        items: items.iter().map(item).collect(),
        fields: BTreeSet::new(),
        recipients: Vec::new(),
        keep_for: "P1M".parse().unwrap(),
        collect_within: "P90D".parse().unwrap(),
        submitted_at: At::from_micros(0),
        respond_by: date!(2026 - 12 - 20),
        closed_at: None,
        client_disabled: false,
    }
}

/// A condition since 2014, and an observation about daily living from that year.
fn record(observed: &str) -> Record {
    let subject = json!({ "reference": "Patient/p" });
    let survey = json!([{ "coding": [{ "system": "http://terminology.hl7.org/CodeSystem/observation-category", "code": "survey" }] }]);
    let file = json!({ "resourceType": "Bundle", "type": "collection", "entry": [
        { "resource": { "resourceType": "Patient", "id": "p" } },
        { "resource": {
            "resourceType": "Condition", "id": "c", "subject": subject,
            "clinicalStatus": { "coding": [{ "system": "http://terminology.hl7.org/CodeSystem/condition-clinical", "code": "active" }] },
            "code": { "text": "Arthritis" }, "onsetDateTime": "2014-02-01"
        } },
        { "resource": {
            "resourceType": "Observation", "id": "o", "subject": subject, "status": "final", "category": survey,
            "code": { "text": "Walking distance" }, "effectiveDateTime": observed
        } },
    ] });
    Record::parse(file.to_string().as_bytes(), None).unwrap()
}

fn words(point: &str, author: Author) -> (Value, Origin) {
    let account = Account {
        point: point.to_owned(),
        title: "Moving around".to_owned(),
        text: "I stop after ten steps.".to_owned(),
        authored: TODAY,
        author,
        language: Language::English,
    };
    account.resource()
}

fn gauged(items: &[(Category, &[&str])], record: &Record) -> Vec<PointGauge> {
    let request = request(items);
    let answers = items.iter().map(|(category, _)| (*category, Answer::Share)).collect();
    let decision = Decision { answers, ..Decision::default() };
    let package = assemble(&request, &decision, record, Rules::current());
    gauge(&request, &package, TODAY)
}

fn levels(gauges: &[PointGauge]) -> Vec<(&str, Level, usize)> {
    gauges.iter().map(|one| (one.point.as_str(), one.level, one.entries)).collect()
}

#[test]
fn two_things_of_which_one_says_how_it_affects_daily_life_now_cover_a_point() {
    let items = [
        (WhoIAm, &["period"][..]),
        (Conditions, &["m2", "dl3"]),
        (DailyLivingAndMobility, &["m2"]),
    ];
    let gauges = gauged(&items, &record("2026-03-01"));
    let expected =
        [("period", Level::Missing, 0), ("m2", Level::Covered, 2), ("dl3", Level::Thin, 1)];
    assert_eq!(levels(&gauges), expected);
    assert!(gauges[1].would_help.is_empty());
    assert_eq!(
        gauges[2].would_help,
        [WouldHelp::SomethingRecent, WouldHelp::EffectOnDailyLife].into()
    );
}

#[test]
fn what_is_old_makes_it_thin() {
    let items = [(Conditions, &["m2"][..]), (DailyLivingAndMobility, &["m2"])];
    let gauges = gauged(&items, &record("2019-03-01"));
    assert_eq!(levels(&gauges), [("m2", Level::Thin, 2)]);
    assert_eq!(gauges[0].would_help, [WouldHelp::SomethingRecent].into());
}

#[test]
fn words_count_for_the_point_that_they_answer_and_for_no_other() {
    let items = [(Conditions, &["m2", "dl1"][..]), (MyOwnWords, &["m2", "dl1"])];
    let record = record("2019-03-01").joined(vec![words("m2", Author::Claimant)]).unwrap();
    let gauges = gauged(&items, &record);
    assert_eq!(levels(&gauges), [("m2", Level::Covered, 2), ("dl1", Level::Thin, 1)]);
    assert!(gauges[1].would_help.contains(&WouldHelp::OwnAccount));
}

#[test]
fn only_what_is_asked_for_is_offered() {
    let helper = Author::Helper { name: "Ann".to_owned(), relation: String::new() };
    let items = [(CarersWords, &["m2", "dl1"][..])];
    let record = Record::empty().joined(vec![words("m2", helper)]).unwrap();
    let gauges = gauged(&items, &record);
    assert_eq!(levels(&gauges), [("m2", Level::Thin, 1), ("dl1", Level::Missing, 0)]);
    assert!(gauges[0].would_help.is_empty(), "words alone are thin, and nothing else is asked for");
    assert_eq!(
        gauges[1].would_help,
        [WouldHelp::HelpersAccount, WouldHelp::EffectOnDailyLife].into()
    );
}
