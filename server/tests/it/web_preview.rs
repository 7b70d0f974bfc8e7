//! A preview that a person can read: a part of what was asked for, finding without an address that
//! tells, and a record that is far too long for one page.

use crate::browser::{Browser, Page};
use crate::story::{Conditions, Medicines, PASSWORD, Story, TestResults, record};
use crate::support::{Stage, both, person};
use crate::web_journey::leads_to;
use axum::http::StatusCode;
use consent::category::Category;
use serde_json::{Value, json};
use server::portal::Actor;
use std::collections::BTreeSet;

/// Somebody with this record, asked about these.
pub(crate) async fn with<'a>(
    stage: &'a Stage,
    asked: &[Category],
    change: impl FnOnce(&mut Vec<Value>),
) -> Story<'a> {
    let me = person(stage, 0).await;
    let number = stage.portal.identity_of(&Actor::Operator, me).await.unwrap().nhs_number.unwrap();
    let mut record = record(number.as_str());
    change(record["entry"].as_array_mut().unwrap());
    let bytes = record.to_string().into_bytes();
    stage.portal.import_record(&Actor::Operator, &number, bytes).await.unwrap();
    Story::about(stage, me, asked).await
}

/// Says share to all that was asked for, and gives the preview.
pub(crate) async fn share(browser: &mut Browser, story: &Story<'_>, more: &[(&str, &str)]) -> Page {
    let read = story.portal.request_of(&story.actor(), story.me, story.id).await.unwrap();
    let items = read.loaded.asked.request.items.iter();
    let names: Vec<String> = items.map(|item| format!("choice.{}", item.category.id())).collect();
    let mut pairs: Vec<(&str, &str)> = names.iter().map(|name| (name.as_str(), "share")).collect();
    pairs.extend(more);
    let (choose, preview) =
        (format!("/requests/{}/choose", story.id), format!("/requests/{}/preview", story.id));
    leads_to(&browser.post(&choose, &pairs).await, &preview);
    browser.get(&preview).await
}

pub(crate) async fn file(browser: &mut Browser, story: &Story<'_>) -> String {
    browser.get(&format!("/requests/{}/package.json", story.id)).await.text
}

both!(by_when_to_answer_is_said_until_something_was_decided, |stage| async {
    let story = Story::begin(stage).await;
    let mut browser = Browser::signed_in(stage, "one@example.org").await;
    let by = "If you do not answer, nothing is sent.";
    assert!(share(&mut browser, &story, &[]).await.text.contains(by));
    story.decide(&[Conditions]).await;
    assert!(!share(&mut browser, &story, &[]).await.text.contains(by), "it was answered");
});

both!(a_part_of_what_was_asked_is_all_that_goes, |stage| async {
    let story = with(stage, &[Conditions, TestResults], |entries| {
        let result = |id: &str, day: &str, doctor: &str| {
            json!({ "resource": {
                "resourceType": "Observation",
                "id": id,
                "status": "final",
                "category": [{ "coding": [{ "system": "http://terminology.hl7.org/CodeSystem/observation-category", "code": "laboratory" }] }],
                "code": { "coding": [{ "system": "http://loinc.org", "code": "2951-2", "display": "Sodium" }] },
                "subject": { "reference": "Patient/p" },
                "effectiveDateTime": day,
                "performer": [{ "reference": format!("Practitioner/{doctor}") }],
                "valueQuantity": { "value": 140, "unit": "mmol/L" }
            } })
        };
        let doctor = |id: &str, name: &str| json!({ "resource": { "resourceType": "Practitioner", "id": id, "name": [{ "text": name }] } });
        entries.extend([
            doctor("d", "Dr Samira Haqq"),
            doctor("e", "Dr Osei Lindqvist"),
            result("o1", "2026-01-10", "d"),
            result("o2", "2026-06-10", "d"),
            result("o3", "2026-06-11", "e"),
        ]);
    })
    .await;
    let mut browser = Browser::signed_in(stage, "one@example.org").await;
    let sent = |text: &str| text.matches("\"effectiveDateTime\"").count();
    share(&mut browser, &story, &[]).await;
    assert_eq!(sent(&file(&mut browser, &story).await), 3);
    let from = [
        ("narrow.test-results.from.day", "1"),
        ("narrow.test-results.from.month", "6"),
        ("narrow.test-results.from.year", "2026"),
    ];
    let page = share(&mut browser, &story, &from).await;
    assert_eq!(sent(&file(&mut browser, &story).await), 2);
    assert!(page.text.contains("from before or after the dates you chose"));

    // The list of who recorded them is on the page once the record was read; the dates stay.
    let choose = format!("/requests/{}/choose", story.id);
    let page = browser.get(&choose).await;
    assert!(page.text.contains("value=\"2026\""));
    let option = page.text.split("Dr Osei Lindqvist").next().unwrap();
    let key = option.rsplit("value=\"").next().unwrap().split('"').next().unwrap().to_owned();
    let both = [&from[..], &[("narrow.test-results.provider", key.as_str())]].concat();
    share(&mut browser, &story, &both).await;
    let one = file(&mut browser, &story).await;
    assert_eq!(sent(&one), 1);
    assert!(one.contains("2026-06-11"));

    // A wrong date is said at its field, and nothing that was typed is lost.
    let wrong = [
        ("choice.conditions", "share"),
        ("choice.test-results", "share"),
        ("narrow.test-results.to.day", "31"),
        ("narrow.test-results.to.month", "2"),
        ("narrow.test-results.to.year", "2026"),
        ("narrow.test-results.provider", key.as_str()),
    ];
    let page = browser.post(&choose, &wrong).await;
    assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(page.text.contains("href=\"#part-2-to\"") && page.text.contains("value=\"31\""));
    assert!(page.text.contains("narrow.test-results.to-error"));
    assert!(!page.text.contains("href=\"#narrow"), "no category gets into an address");

    // What was chosen is what is released.
    share(&mut browser, &story, &both).await;
    let confirm = format!("/requests/{}/confirm", story.id);
    let page = browser.get(&confirm).await;
    assert!(page.text.contains("You share less than they ask for"));
    let digest = page.digest().to_owned();
    let page = browser.post(&confirm, &[("digest", &digest), ("password", PASSWORD)]).await;
    assert!(page.location().starts_with("/receipts/"), "{}", page.text);
    assert_eq!(story.collect().await.unwrap().into_body(), one.into_bytes());
});

both!(what_is_looked_for_is_in_no_address, |stage| async {
    let story = with(stage, &[Conditions, Medicines], many(8)).await;
    let mut browser = Browser::signed_in(stage, "one@example.org").await;
    let preview = format!("/requests/{}/preview", story.id);
    share(&mut browser, &story, &[]).await;
    let found = browser.post(&preview, &[("find", "AMLODIPINE tablets"), ("action", "find")]).await;
    leads_to(&found, &format!("{preview}?part=found"));
    let page = browser.get(found.location()).await;
    assert!(page.text.contains("have “AMLODIPINE tablets”"), "{}", page.text);
    assert!(page.text.contains("Amlodipine 5mg tablets") && !page.text.contains("Asthma"));
    let nothing = browser.post(&preview, &[("find", "zebra"), ("action", "find")]).await;
    assert!(
        browser.get(nothing.location()).await.text.contains("No entry in the file has “zebra”")
    );
    let page = browser.post(&preview, &[("find", " "), ("action", "find")]).await;
    assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(browser.seen.iter().all(|seen| !seen.to_lowercase().contains("amlodipine")));
});

/// So many entries of each of three kinds.
fn many(each: usize) -> impl FnOnce(&mut Vec<Value>) {
    move |entries| {
        let day = |at: usize| format!("202{}-{:02}-{:02}", 5 + at % 2, 1 + at % 10, 1 + at % 28);
        let condition = entries[1].clone();
        let medicine = entries[3].clone();
        for at in 0..each {
            let mut condition = condition.clone();
            condition["resource"]["id"] = json!(format!("many-c{at}"));
            condition["resource"]["onsetDateTime"] =
                json!(format!("{}-{:02}-01", 1960 + at % 66, 1 + at % 12));
            let mut medicine = medicine.clone();
            medicine["resource"]["id"] = json!(format!("many-m{at}"));
            medicine["resource"]["authoredOn"] = json!(day(at));
            let result = json!({ "resource": {
                "resourceType": "Observation",
                "id": format!("many-o{at}"),
                "status": "final",
                "category": [{ "coding": [{ "system": "http://terminology.hl7.org/CodeSystem/observation-category", "code": "laboratory" }] }],
                "code": { "coding": [{ "system": "http://loinc.org", "code": "2951-2", "display": "Sodium [Moles/volume] in Serum or Plasma" }] },
                "subject": { "reference": "Patient/p" },
                "effectiveDateTime": day(at),
                "valueQuantity": { "value": 130 + at % 20, "unit": "mmol/L" }
            } });
            entries.extend([condition, medicine, result]);
        }
    }
}

both!(two_thousand_entries_are_all_reached_and_no_page_is_heavy, |stage| async {
    let story = with(stage, &[Conditions, Medicines, TestResults], many(670)).await;
    let mut browser = Browser::signed_in(stage, "one@example.org").await;
    let light = |page: &Page| {
        assert_eq!(page.status, StatusCode::OK);
        assert!(page.text.len() < 300_000, "{} bytes", page.text.len());
    };
    let preview = format!("/requests/{}/preview", story.id);
    let first = share(&mut browser, &story, &[]).await;
    light(&first);
    let shown = story.preview().await;
    let count = shown.package.contents().sent.len();
    assert!(count >= 2000, "{count}");
    assert!(first.text.contains("role=\"img\"") && first.text.contains("1960"));
    let boxes = |page: &Page| -> BTreeSet<usize> {
        let found = page.text.split("name=\"leave_out\" type=\"checkbox\" value=\"").skip(1);
        found.map(|rest| rest.split('"').next().unwrap().parse().unwrap()).collect()
    };
    let read = story.count("record-read").await;
    let mut all = boxes(&first);
    let mut pages = 0;
    for group in 1..=3 {
        for page in 1.. {
            let seen = browser.get(&format!("{preview}?part={group}&page={page}")).await;
            light(&seen);
            all.extend(boxes(&seen));
            pages += 1;
            if !seen.text.contains("govuk-pagination__next") {
                break;
            }
        }
    }
    assert_eq!(all, (1..=count).collect(), "on {pages} pages");
    assert_eq!(
        story.count("record-read").await,
        read,
        "the pages of one file do not read the record again"
    );

    // As lines to print, and as the file.
    for page in 1..=9 {
        light(&browser.get(&format!("{preview}?part=list&page={page}")).await);
    }
    let part = browser.get(&format!("/requests/{}/file?page=2", story.id)).await;
    light(&part);
    assert!(part.text.contains("Page 2 of"));

    // An entry on a later page is left out, and one is back where one was.
    let there = format!("{preview}?part=2&page=3");
    let seen = browser.get(&there).await;
    let number = boxes(&seen).first().unwrap().to_string();
    let digest = seen.between("name=\"digest\" value=\"", "\"").to_owned();
    let pairs = [
        ("leave_out", number.as_str()),
        ("part", "2"),
        ("part_page", "3"),
        ("digest", &digest),
        ("action", "leave-out"),
    ];
    leads_to(&browser.post(&preview, &pairs).await, &there);
    browser.get(&there).await;
    assert_eq!(story.preview().await.package.contents().sent.len(), count - 1);
});

both!(what_nobody_asked_for_is_said_of_that_alone, |stage| async {
    let story = with(stage, &[Conditions, Category::MentalHealth], |entries| {
        let condition = json!({ "resource": {
            "resourceType": "Condition",
            "id": "both",
            "subject": { "reference": "Patient/p" },
            "clinicalStatus": { "coding": [{ "system": "http://terminology.hl7.org/CodeSystem/condition-clinical", "code": "active" }] },
            "onsetDateTime": "2025-02-01",
            "code": { "text": "Depression since HIV was found" }
        } });
        entries.push(condition);
    })
    .await;
    let mut browser = Browser::signed_in(stage, "one@example.org").await;
    let choose = format!("/requests/{}/choose", story.id);
    let said = [("choice.conditions", "share"), ("choice.mental-health", "do-not-share")];
    let preview = format!("/requests/{}/preview", story.id);
    leads_to(&browser.post(&choose, &said).await, &preview);
    let page = browser.get(&preview).await;
    let rows: Vec<&str> = page
        .text
        .split("<dd")
        .filter(|row| row.contains("Nobody asked for that"))
        .filter_map(|row| row.split("</dd>").next())
        .collect();
    assert!(!rows.is_empty(), "{}", page.text);
    for row in rows {
        assert!(row.contains("Sexual health and HIV"), "{row}");
        assert!(!row.contains("Mental health"), "{row}");
    }
});
