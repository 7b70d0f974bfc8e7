//! What is taken in, and what is refused.

use super::*;
use serde_json::json;
use time::macros::date;

const TODAY: Date = date!(2026 - 11 - 20);

fn answers() -> Value {
    json!({
        "resourceType": "QuestionnaireResponse",
        "status": "completed",
        "authored": "2026-11-18",
        "author": { "display": "Dr A Jones, Brook Street Surgery" },
        "subject": { "identifier": { "system": "https://fhir.nhs.uk/Id/nhs-number", "value": "9434765919" } },
        "item": [
            { "linkId": "1", "text": "How far can they walk?", "answer": [{ "valueString": "Twenty metres, with two stops." }] },
            { "linkId": "2", "text": "For how long?", "answer": [{ "valueQuantity": { "value": 3, "unit": "years" } }] },
        ]
    })
}

fn judged(change: impl FnOnce(&mut Value)) -> Result<Answered, AnswerFault> {
    let mut file = answers();
    change(&mut file);
    let number = NhsNumber::parse("9434765919").unwrap();
    read(file.to_string().as_bytes(), Some(&number), TODAY)
}

#[test]
fn answers_are_taken_alone_or_in_a_bundle_with_whoever_gave_them() {
    let alone = judged(|_| {}).unwrap();
    assert_eq!((alone.questions, alone.author.as_str()), (2, "Dr A Jones, Brook Street Surgery"));
    assert_eq!(alone.resource["item"][2]["answer"][0]["valueString"], alone.author);
    assert!(alone.resource.get("subject").is_none() && alone.resource.get("author").is_none());
    let in_bundle = judged(|file| {
        file["author"] = json!({ "reference": "Practitioner/1" });
        *file = json!({ "resourceType": "Bundle", "type": "collection", "entry": [
            { "resource": file.clone() },
            { "resource": { "resourceType": "Practitioner", "id": "1", "name": [{ "prefix": ["Dr"], "given": ["Bo"], "family": "Li" }] } },
        ] });
    });
    assert_eq!(in_bundle.unwrap().author, "Dr Bo Li");
}

#[test]
fn answers_about_another_person_are_refused() {
    let other = judged(|file| file["subject"]["identifier"]["value"] = "4010232137".into());
    assert!(matches!(other, Err(AnswerFault::Record(_))));
    let nobody = read(answers().to_string().as_bytes(), None, TODAY);
    assert_eq!(nobody, Err(AnswerFault::NumberUnknown));
}

#[test]
fn answers_that_nobody_gave_or_that_are_not_finished_are_refused() {
    let drop = |name: &'static str| {
        move |file: &mut Value| {
            file.as_object_mut().unwrap().remove(name);
        }
    };
    assert_eq!(judged(drop("author")), Err(AnswerFault::Author));
    assert_eq!(
        judged(|file| file["author"] = json!({ "reference": "Patient/1", "display": "Me" })),
        Err(AnswerFault::Author)
    );
    assert_eq!(
        judged(|file| file["author"] = json!({ "type": "RelatedPerson", "display": "Mum" })),
        Err(AnswerFault::Author)
    );
    assert_eq!(judged(drop("authored")), Err(AnswerFault::Authored));
    assert_eq!(judged(|file| file["authored"] = "2026-11-21".into()), Err(AnswerFault::Authored));
    assert_eq!(judged(|file| file["status"] = "in-progress".into()), Err(AnswerFault::Status));
    assert_eq!(judged(drop("item")), Err(AnswerFault::Questions));
    assert_eq!(
        judged(|file| file["item"][0]["text"] = Value::Null),
        Err(AnswerFault::Record(RecordFault::Entry {
            number: 1,
            kind: Kind::of("QuestionnaireResponse"),
            element: "QuestionnaireResponse.item.text".to_owned(),
            wrong: crate::record::Wrong::Form,
        }))
    );
}

#[test]
fn what_would_be_lost_on_the_way_refuses_the_file() {
    for answer in [
        json!({ "valueReference": { "reference": "Condition/1" } }),
        json!({ "valueAttachment": { "contentType": "text/plain", "data": "aGk=" } }),
        json!({ "valueUri": "https://example.org" }),
        json!({ "valueQuantity": { "value": 3, "unit": "" } }),
    ] {
        let refused = judged(|file| file["item"][0]["answer"][0] = answer.clone());
        assert_eq!(refused, Err(AnswerFault::AnswerKind), "{answer}");
    }
    let modified = judged(|file| {
        file["item"][0]["modifierExtension"] = json!([{ "url": "urn:not", "valueBoolean": true }]);
    });
    assert_eq!(modified, Err(AnswerFault::Modified));
}

#[test]
fn a_file_of_another_kind_or_size_is_refused() {
    let beside = judged(|file| {
        let condition = json!({ "resourceType": "Condition", "subject": { "identifier": { "system": "https://fhir.nhs.uk/Id/nhs-number", "value": "9434765919" } } });
        *file = json!({ "resourceType": "Bundle", "type": "collection", "entry": [{ "resource": file.clone() }, { "resource": condition }] });
    });
    assert_eq!(beside, Err(AnswerFault::Beside(Kind::of("Condition").unwrap())));
    let none = judged(|file| *file = json!({ "resourceType": "Bundle", "type": "collection" }));
    assert_eq!(none, Err(AnswerFault::NotOne(0)));
    assert!(matches!(
        judged(|file| *file = json!({ "resourceType": "Patient" })),
        Err(AnswerFault::Record(_))
    ));
    assert_eq!(read(&vec![b' '; MOST_BYTES + 1], None, TODAY), Err(AnswerFault::TooLarge));
    assert!(matches!(read(b"{\"a\":1}, {", None, TODAY), Err(AnswerFault::Record(_))));
}
