//! Reads a new request, and everything that is wrong with its shape. What its purpose and the client's
//! registration say about it is the rule's to judge, never this file's.

use crate::api::shape::{Faults, Members, Node};
use crate::portal::requests::Submission;
use consent::identity::{Name, NhsNumber, Nino, Postcode};
use consent::ids::RequestId;
use consent::matching::Identity;
use consent::request::{
    Asked, AskedItem, Fault, ITEMS_AT_MOST, RECIPIENTS_AT_MOST, RESPOND_BY_FROM,
};
use consent::time::{Date, Span, as_birth_date, parse_day};

const MEMBERS: [&str; 14] = [
    "reference",
    "kind",
    "purpose",
    "purpose_version",
    "replaces",
    "follows",
    "officer",
    "explanation",
    "question",
    "claimant",
    "items",
    "recipients",
    "keep_for",
    "respond_by",
];
const CLAIMANT: [&str; 6] =
    ["nino", "nhs_number", "given_name", "family_name", "birth_date", "postcode"];
const ITEM: [&str; 5] = ["category", "decision_points", "reason", "from", "to"];

/// What was read of a body.
pub(super) struct Read {
    /// The submission; what is wrong with its shape otherwise.
    pub submission: Result<Submission, Vec<Fault>>,
    /// The purpose, where it could be read.
    pub purpose: Option<String>,
    /// What was asked, for the rule to judge; where something could not be read, something that is
    /// wrong nowhere else.
    pub asked: Asked,
}

/// Reads the body of a submission; `today` is London's.
pub(super) fn read(body: &serde_json::Value, today: Date) -> Read {
    let faults = Faults::default();
    let members = faults.look_at(body).object(&MEMBERS);
    let member = |name| members.as_ref().and_then(|members| members.required(name));
    let nullable = |name| members.as_ref().and_then(|members| members.nullable(name));

    let reference = member("reference").and_then(|node| node.text_of(1..=64));
    let ad_hoc =
        member("kind").and_then(|node| node.one_of(&[("routine", false), ("ad-hoc", true)]));
    let purpose = member("purpose").and_then(|node| Some(node.text()?.to_owned()));
    let purpose_version = nullable("purpose_version").map(|node| node.version());
    let replaces = nullable("replaces").map(|node| earlier(&node));
    let follows = nullable("follows").map(|node| earlier(&node));
    let officer = member("officer").and_then(|node| officer(&node));
    let explanation = member("explanation").and_then(|node| node.text_of(20..=2000));
    let question = nullable("question").map(|node| node.text_of(10..=2000));
    if ad_hoc == Some(true) && question.is_none() {
        faults.add("/question", "is needed when the kind is ad-hoc");
    }
    let claimant = member("claimant").and_then(|node| claimant(&node, today));
    let items = member("items").and_then(|node| node.list(0..=ITEMS_AT_MOST));
    let items: Vec<AskedItem> = items.iter().flatten().map(item).collect();
    let recipients = member("recipients").and_then(|node| node.list(1..=RECIPIENTS_AT_MOST));
    let recipients: Vec<String> = recipients
        .iter()
        .flatten()
        .map(|node| node.text().unwrap_or_default().to_owned())
        .collect();
    let keep_for = member("keep_for").and_then(|node| node.read(Span::parse));
    let respond_by = member("respond_by").and_then(|node| node.read(parse_day));

    let asked = Asked {
        items,
        ad_hoc: ad_hoc.unwrap_or(true),
        recipients,
        keep_for: keep_for.unwrap_or(Span::of_days(1)),
        respond_by: respond_by.unwrap_or(today.saturating_add(RESPOND_BY_FROM)),
    };
    let submission = (|| {
        let (officer_reference, officer_role) = officer?;
        Some(Submission {
            reference: reference?,
            ad_hoc: ad_hoc?,
            purpose: purpose.clone()?,
            purpose_version: purpose_version.flatten(),
            replaces: replaces.flatten(),
            follows: follows.flatten(),
            officer_reference,
            officer_role,
            explanation: explanation?,
            question: question.flatten(),
            claimant: claimant?,
            asked: asked.clone(),
        })
    })();
    let found = faults.into_list();
    let submission = submission.filter(|_| found.is_empty()).ok_or(found);
    Read { submission, purpose, asked }
}

/// Whether it is one of the client's own is looked up later; what is no id cannot be.
fn earlier(node: &Node<'_>) -> Option<String> {
    let text = node.text()?;
    match text.parse::<RequestId>() {
        Ok(id) if id.to_string() == text => Some(text.to_owned()),
        _ => node.wrong("name an earlier request of your own about the same person by its id"),
    }
}

fn officer(node: &Node<'_>) -> Option<(String, String)> {
    let members = node.object(&["reference", "role"])?;
    let reference = members.required("reference").and_then(|node| node.text_of(1..=64));
    let role = members.required("role").and_then(|node| node.text_of(1..=100));
    reference.zip(role)
}

fn claimant(node: &Node<'_>, today: Date) -> Option<Identity> {
    let members = node.object(&CLAIMANT)?;
    let nino = members.required("nino").and_then(|node| node.read(Nino::parse));
    let family_name = members.required("family_name").and_then(|node| name(&node));
    let birth_date =
        members.required("birth_date").and_then(|node| node.read(|text| birth_date(text, today)));
    let nhs_number = may(&members, "nhs_number", |node| node.read(NhsNumber::parse));
    let given_name = may(&members, "given_name", name);
    let postcode = may(&members, "postcode", |node| node.read(Postcode::parse));
    Some(Identity {
        nino: nino?,
        nhs_number: nhs_number.ok()?,
        family_name: family_name?,
        given_name: given_name.ok()?,
        birth_date: birth_date?,
        postcode: postcode.ok()?,
    })
}

/// A member that is there and cannot be read.
struct Unreadable;

fn may<T>(
    members: &Members<'_>,
    name: &str,
    read: impl FnOnce(&Node<'_>) -> Option<T>,
) -> Result<Option<T>, Unreadable> {
    match members.nullable(name) {
        None => Ok(None),
        Some(node) => read(&node).map(Some).ok_or(Unreadable),
    }
}

fn name(node: &Node<'_>) -> Option<Name> {
    node.text_of(1..=100)?;
    node.read(Name::parse)
}

fn birth_date(text: &str, today: Date) -> Result<Date, String> {
    let date = parse_day(text).map_err(|why| why.to_string())?;
    as_birth_date(date, today).map_err(|why| why.to_string())
}

fn item(node: &Node<'_>) -> AskedItem {
    let members = node.object(&ITEM);
    let member = |name| members.as_ref().and_then(|members| members.required(name));
    let date = |name| {
        let node = members.as_ref().and_then(|members| members.nullable(name));
        node.and_then(|node| node.read(parse_day))
    };
    let points = member("decision_points").and_then(|node| node.list(1..=usize::MAX));
    let text = |node: &Node<'_>| node.text().unwrap_or_default().to_owned();
    AskedItem {
        category: member("category").as_ref().map(text).unwrap_or_default(),
        decision_points: points.iter().flatten().map(text).collect(),
        reason: member("reason").and_then(|node| node.text_of(10..=500)).unwrap_or_default(),
        from: date("from"),
        to: date("to"),
    }
}
