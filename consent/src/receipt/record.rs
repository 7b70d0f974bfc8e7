//! The fields of ISO/IEC TS 27560 as the guide of the W3C community group names them with the Data Privacy Vocabulary
//! (DPV), made from the receipt's other members and from nothing else. Of one schema they never change.

use super::{ItemState, Receipt, ReceiptKind, Right, SCHEMA};
use serde_json::{Value, json};

/// The record of a receipt of the newest schema.
#[must_use]
pub fn record(receipt: &Receipt) -> Value {
    let request = &receipt.request;
    let controller = request.client.clone().unwrap_or_default();
    json!({
        "@context": {
            "dct": "http://purl.org/dc/terms/",
            "dpv": "https://w3id.org/dpv#",
            "loc": "https://w3id.org/dpv/loc#",
            "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
            "schema": "https://schema.org/",
            "sayso": format!("{SCHEMA}#"),
        },
        "@id": format!("urn:uuid:{}", receipt.id),
        "@type": "dpv:ConsentReceipt",
        "dct:conformsTo": ["https://w3id.org/dpv/schema/dpv-27560#record", SCHEMA],
        "dct:identifier": receipt.id,
        "dct:language": receipt.language(),
        "dct:publisher": receipt.issuer,
        "dct:issued": receipt.at,
        "dct:replaces": receipt.follows.filter(|_| receipt.kind == ReceiptKind::Amendment),
        "dpv:hasDataSubject": {
            "@type": "dpv:DataSubject",
            "dpv:hasIdentifier": receipt.subject,
        },
        "dpv:hasNotice": [
            { "@type": "dpv:ConsentNotice", "@id": format!("{}/requests/{}", receipt.issuer, request.id) },
            { "@type": "dpv:PrivacyNotice", "@id": format!("{}/privacy", receipt.issuer) },
        ],
        "dpv:hasEntity": [
            {
                "@type": "dpv:DataController",
                "dpv:hasIdentifier": controller,
                "dpv:hasName": request.organisation,
                "sayso:team": request.team,
            },
            {
                "@type": "dpv:Authority",
                "dpv:hasName": "Information Commissioner",
                "schema:url": "https://ico.org.uk/",
            },
        ],
        "dpv:hasProcess": process(receipt, &controller),
        "dpv:hasConsentStatus": status(receipt),
        "sayso:kind": receipt.kind,
        "sayso:rules": receipt.rules,
        "sayso:decisionVersion": receipt.decision_version,
        "sayso:package": receipt.digest,
    })
}

/// What is done with it, for what, by whom, how long, and what the claimant can do about it.
fn process(receipt: &Receipt, controller: &str) -> Value {
    let request = &receipt.request;
    let data = receipt.items.iter().map(|item| {
        json!({
            "@type": "dpv:SensitivePersonalData",
            "dct:identifier": item.category,
            "dct:title": item.title,
            "dpv:hasNecessity": "dpv:Optional",
            "sayso:state": item.state,
        })
    });
    let rights = receipt.rights.iter().map(|right| {
        json!({
            "@type": "dpv:DataSubjectRight",
            "dct:identifier": right.right,
            "dpv:hasApplicableLaw": right.law,
            "dpv:isExercisedAt": exercised(receipt, right.right),
        })
    });
    json!({
        "@type": "dpv:Process",
        "dpv:hasPurpose": {
            "@type": "dpv:Purpose",
            "dct:identifier": request.purpose,
            "dct:hasVersion": request.purpose_version,
            "dct:title": request.purpose_title,
        },
        "dpv:hasLegalBasis": [
            {
                "@type": "dpv:OfficialAuthorityOfController",
                "dpv:hasApplicableLaw": "UK GDPR Article 6(1)(e)",
            },
            { "@type": "dpv:LegalBasis", "dpv:hasApplicableLaw": "UK GDPR Article 9(2)(b)" },
        ],
        "sayso:permission": {
            "@type": "dpv:ExplicitlyExpressedConsent",
            "sayso:satisfies": "common-law duty of confidentiality",
        },
        "dpv:hasPersonalData": data.collect::<Vec<_>>(),
        "dpv:hasDataController": controller,
        "dpv:hasRecipient": request.recipients,
        "dpv:hasProcessing": ["dpv:Collect", "dpv:Store", "dpv:Use"],
        "dpv:hasJurisdiction": "loc:GB",
        "dpv:hasStorageCondition": {
            "@type": "dpv:StorageCondition",
            "dpv:hasDuration": { "@type": "dpv:TemporalDuration", "rdf:value": request.keep_for },
            "sayso:countedFrom": request.keep_from,
        },
        "dpv:hasConsentControl": {
            "@type": "dpv:WithdrawConsent",
            "dpv:isExercisedAt": format!("{}/requests/{}/withdraw", receipt.issuer, request.id),
        },
        "dpv:hasRight": rights.collect::<Vec<_>>(),
    })
}

/// Where the words to use a right are kept ready.
fn exercised(receipt: &Receipt, right: Right) -> String {
    let letters = || format!("{}/requests/{}/letters", receipt.issuer, receipt.request.id);
    match right {
        Right::Access => format!("{}/subject-access", letters()),
        Right::Rectification => format!("{}/correction", letters()),
        Right::Restriction | Right::Objection => format!("{}/objection", letters()),
        Right::Complaint => "https://ico.org.uk/make-a-complaint/".to_owned(),
    }
}

/// The event: its state, its time, how long it holds, and who brought it about.
fn status(receipt: &Receipt) -> Value {
    let shares = receipt.items.iter().any(|item| item.state == ItemState::Shared);
    let state = match receipt.kind {
        ReceiptKind::Collection => "dpv:ConsentGiven",
        ReceiptKind::Decision if shares => "dpv:ConsentGiven",
        ReceiptKind::Amendment if shares => "dpv:RenewedConsentGiven",
        ReceiptKind::Decision | ReceiptKind::Amendment => "dpv:ConsentRefused",
        ReceiptKind::Withdrawal => "dpv:ConsentWithdrawn",
        ReceiptKind::Expiry => "dpv:ConsentExpired",
        // An erasure is asked for only where something was withdrawn, or answered anew with less.
        ReceiptKind::Pause | ReceiptKind::ErasureAnswer => "dpv:ConsentStatusInvalidForProcessing",
    };
    let duration = match receipt.collect_until {
        Some(until) => json!({ "@type": "dpv:UntilTimeDuration", "rdf:value": until }),
        None => json!({ "@type": "dpv:UntilEventDuration", "rdf:value": "a later answer" }),
    };
    json!({
        "@type": [state, "dpv:ExplicitlyExpressedConsent"],
        "dpv:isIndicatedAtTime": receipt.ended.map_or(receipt.at, |ended| ended.at),
        "dpv:hasDuration": duration,
        "dpv:isIndicatedBy": match receipt.actor.as_str() {
            "claimant" => "dpv:DataSubject",
            "delegate" => "dpv:Representative",
            "requester" => "dpv:DataController",
            _ => "sayso:portal",
        },
    })
}
