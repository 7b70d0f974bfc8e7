//! A decision as a FHIR R4 `Consent`: everything is denied, and one level below that what is shared is permitted. Made
//! from the receipt's fields alone: no name, no NHS number, nothing of a record.

use consent::receipt::{ItemState, Receipt, ReceiptItem};
use consent::time::day;
use serde_json::{Map, Value, json};
use std::fmt::Write as _;

/// What the law rests on, for systems that read only this.
const RULE: &str = "The claimant's permission, which the common-law duty of confidentiality asks for. It is not consent \
    under data protection law: DWP relies on its public task (UK GDPR Article 6(1)(e)) and on social security law \
    (Article 9(2)(b)).";

/// The resource; none of a receipt that is about no decision.
#[must_use]
pub fn consent(receipt: &Receipt) -> Option<Value> {
    if !receipt.kind.is_answer() {
        return None;
    }
    let request = &receipt.request;
    let whose = receipt.subject.as_ref().map(|code| {
        json!({
            "type": "Patient",
            "identifier": { "system": format!("{}/subject/{}", receipt.issuer, client(receipt)), "value": code },
        })
    });
    let shared = receipt.items.iter().filter(|item| item.state == ItemState::Shared);
    let permits: Vec<Value> = shared.map(|item| permit(receipt, item)).collect();
    let mut base = Map::from_iter([("type".to_owned(), json!("deny"))]);
    if !permits.is_empty() {
        base.insert("provision".to_owned(), Value::Array(permits));
    }
    let mut resource = json!({
        "resourceType": "Consent",
        "id": receipt.id,
        "language": receipt.language(),
        "text": { "status": "generated", "div": narrative(receipt) },
        "identifier": [{ "system": "urn:ietf:rfc:3986", "value": format!("urn:uuid:{}", receipt.id) }],
        "status": "active",
        "scope": coded("http://terminology.hl7.org/CodeSystem/consentscope", "patient-privacy", "Privacy Consent"),
        "category": [coded("http://terminology.hl7.org/CodeSystem/v3-ActCode", "IDSCL", "information disclosure")],
        "dateTime": receipt.at,
        "organization": [{
            "type": "Organization",
            "identifier": { "system": "urn:ietf:rfc:3986", "value": receipt.issuer },
            "display": "Sayso",
        }],
        "sourceAttachment": {
            "contentType": "application/json",
            "url": format!("{}/receipts/{}/receipt.json", receipt.issuer, receipt.id),
            "title": request.short,
            "creation": receipt.at,
        },
        "policyRule": { "text": RULE },
        "provision": base,
    });
    if let (Some(members), Some(whose)) = (resource.as_object_mut(), whose) {
        if receipt.actor == "claimant" {
            members.insert("performer".to_owned(), json!([whose]));
        }
        members.insert("patient".to_owned(), whose);
    }
    Some(resource)
}

fn client(receipt: &Receipt) -> &str {
    receipt.request.client.as_deref().unwrap_or("requester")
}

/// What may be disclosed of one category, to whom, for what and until when.
fn permit(receipt: &Receipt, item: &ReceiptItem) -> Value {
    let request = &receipt.request;
    let to = |display: &String| {
        json!({
            "role": coded(
                "http://terminology.hl7.org/CodeSystem/v3-ParticipationType",
                "IRCP",
                "information recipient",
            ),
            "reference": { "display": display },
        })
    };
    let mut period = Map::from_iter([("start".to_owned(), json!(receipt.at))]);
    period.extend(receipt.collect_until.map(|until| ("end".to_owned(), json!(until))));
    let mut permit = json!({
        "type": "permit",
        "period": period,
        "actor": request.recipients.iter().map(to).collect::<Vec<_>>(),
        "action": [coded("http://terminology.hl7.org/CodeSystem/consentaction", "disclose", "Disclose")],
        "purpose": [{
            "system": format!("{}/purposes", receipt.issuer),
            "version": request.purpose_version.to_string(),
            "code": request.purpose,
            "display": request.purpose_title.as_ref().unwrap_or(&request.purpose),
        }],
        "code": [coded(&format!("{}/categories", receipt.issuer), item.category.id(), &item.title)],
    });
    let narrowed = item.narrowed.unwrap_or_default();
    let days = [("start", narrowed.from), ("end", narrowed.to)];
    let days: Map<String, Value> = days
        .into_iter()
        .filter_map(|(name, date)| Some((name.to_owned(), json!(day(date?)))))
        .collect();
    if let Some(members) = permit.as_object_mut().filter(|_| !days.is_empty()) {
        members.insert("dataPeriod".to_owned(), Value::Object(days));
    }
    permit
}

fn coded(system: &str, code: &str, display: &str) -> Value {
    json!({ "coding": [{ "system": system, "code": code, "display": display }] })
}

/// The signed sentences, as the XHTML that FHIR asks for.
fn narrative(receipt: &Receipt) -> String {
    let mut div = String::from("<div xmlns=\"http://www.w3.org/1999/xhtml\">");
    for sentence in &receipt.words {
        let words = sentence.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;");
        // Writing to a string cannot fail.
        let _ = write!(div, "<p>{words}</p>");
    }
    if receipt.words.is_empty() {
        let _ = write!(div, "<p>{}</p>", receipt.request.short);
    }
    div.push_str("</div>");
    div
}
