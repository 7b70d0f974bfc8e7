//! Bodies at the requesters' door: as large as the contract allows, never blank, and one word for each fault.

use crate::api_door::{ASSERTION_TYPE, Door, submission, token};
use crate::support::both;
use consent::category::Category;
use consent::ids::RequestId;
use serde_json::{Value, json};
use server::portal::tokens::Scope;
use uuid::Uuid;

both!(a_thousand_real_checks_are_taken, |stage| async {
    let door = Door::open(stage, "dwp-pip-leeds", &Scope::ALL).await;
    let longest = Category::ALL.iter().max_by_key(|category| category.id().len()).unwrap();
    let row = |number: u128| {
        let id = RequestId(Uuid::from_u128((0x01a2 << 112) | (7 << 76) | (2 << 62) | number));
        json!({ "request_id": id, "category": longest.id() })
    };
    let batch = |many: u128| json!({ "checks": (0..many).map(row).collect::<Vec<Value>>() });
    for text in [batch(1000).to_string(), serde_json::to_string_pretty(&batch(1000)).unwrap()] {
        assert!(text.len() > 64 * 1024);
        let answer = door.post_text("/api/v1/consent-checks", "application/json", text).await;
        assert_eq!(answer.status, 200, "{}", answer.json());
        assert_eq!(answer.json()["results"].as_array().unwrap().len(), 1000);
    }
    assert_eq!(door.post("/api/v1/consent-checks", &batch(1001)).await.pointers(), ["/checks"]);
    let large = |bytes: usize| format!("{{\"checks\": []{}}}", " ".repeat(bytes));
    let answer =
        door.post_text("/api/v1/consent-checks", "application/json", large(256 * 1024)).await;
    answer.problem(413, "body-too-large");
    let answer = door.post_text("/api/v1/requests", "application/json", large(64 * 1024)).await;
    let problem = answer.problem(413, "body-too-large");
    assert!(problem["detail"].as_str().unwrap().contains("65536"), "{problem}");
});

both!(a_blank_text_is_no_text, |stage| async {
    let door = Door::open(stage, "dwp-pip-leeds", &Scope::ALL).await;
    let blank = "\u{a0} \t\u{200b}\n".repeat(8);
    let mut body = submission("R1");
    body["explanation"] = json!(blank);
    body["officer"]["role"] = json!(" ");
    body["items"][0]["reason"] = json!(blank);
    body["kind"] = json!("ad-hoc");
    body["question"] = json!(blank);
    let answer = door.post("/api/v1/requests", &body).await;
    assert_eq!(
        answer.pointers(),
        ["/explanation", "/items/0/reason", "/officer/role", "/question"]
    );
    let made = door.post("/api/v1/requests", &submission("R2")).await.json();
    let path = format!("/api/v1/requests/{}/erasure", made["id"].as_str().unwrap());
    let said = json!({ "collection_id": "x", "outcome": "erased", "statement": "   " });
    assert_eq!(door.post(&path, &said).await.pointers(), ["/statement"]);
});

both!(a_body_that_is_no_object_has_one_fault, |stage| async {
    let door = Door::open(stage, "dwp-pip-leeds", &Scope::ALL).await;
    let made = door.post("/api/v1/requests", &submission("R1")).await.json();
    let id = made["id"].as_str().unwrap();
    let paths = ["requests".to_owned(), "consent-checks".to_owned()].into_iter();
    let below = ["closure", "erasure", "outcome"].map(|name| format!("requests/{id}/{name}"));
    for path in paths.chain(below) {
        for body in [json!([]), json!(null), json!("x"), json!(1), json!([{ "reference": "x" }])] {
            let answer = door.post(&format!("/api/v1/{path}"), &body).await;
            assert_eq!(answer.pointers(), [""], "{path} {body}");
        }
    }
});

both!(a_null_character_in_a_parameter_of_the_token_endpoint_is_422, |stage| async {
    let all = [
        ("grant_type", "client_credentials"),
        ("client_assertion_type", ASSERTION_TYPE),
        ("client_assertion", "x\0y"),
    ];
    assert_eq!(token(&stage.router, &all).await.pointers(), ["/client_assertion"]);
    assert_eq!(token(&stage.router, &[("a\0b", "x")]).await.pointers(), [""]);
});

both!(a_fault_of_the_store_is_no_answer_to_a_check, |stage| async {
    let door = Door::open(stage, "dwp-pip-leeds", &Scope::ALL).await;
    let made = door.post("/api/v1/requests", &submission("R1")).await.json();
    let checks = json!({ "checks": [{ "request_id": made["id"], "category": "conditions" }] });
    let answer = door.post("/api/v1/consent-checks", &checks).await.json();
    assert_eq!(answer["results"][0]["reason"], "not-available");
    stage.execute("UPDATE request SET sealed = key_wrapped").await.unwrap();
    let before = stage.number("SELECT COUNT(*) FROM leaf").await;
    door.post("/api/v1/consent-checks", &checks).await.problem(500, "internal-error");
    assert_eq!(stage.number("SELECT COUNT(*) FROM leaf").await, before);
});
