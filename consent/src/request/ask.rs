//! From what a requester asks to a request: request ⊆ purpose ⊆ what the client is registered for.
//! Every fault at once, each with its JSON Pointer into the body.

use super::{Item, Request};
use crate::category::Category;
use crate::ids::RequestId;
use crate::purpose::Purpose;
use crate::seeded;
use crate::time::{At, Span};
use std::collections::BTreeSet;
use time::{Date, Duration};

/// The reply-by date lies at least so many days ahead.
pub const RESPOND_BY_FROM: Duration = Duration::days(28);
/// The reply-by date lies at most so many days ahead.
pub const RESPOND_BY_TO: Duration = Duration::days(180);
/// At most so many items.
pub const ITEMS_AT_MOST: usize = 40;
/// At most so many recipients.
pub const RECIPIENTS_AT_MOST: usize = 10;

/// What the client is registered for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Registration {
    /// Every purpose.
    AllPurposes,
    /// These purposes, by id.
    Only(BTreeSet<String>),
}

impl Registration {
    /// May the client ask for this purpose?
    #[must_use]
    pub fn covers(&self, purpose: &str) -> bool {
        match self {
            Self::AllPurposes => true,
            Self::Only(ids) => ids.contains(purpose),
        }
    }
}

/// An item as it was asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AskedItem {
    /// The category's id, as it was written.
    pub category: String,
    /// Which decision points it serves.
    pub decision_points: Vec<String>,
    /// Why.
    pub reason: String,
    /// From which day; none means the purpose's limit.
    pub from: Option<Date>,
    /// To which day; none means the day of the request.
    pub to: Option<Date>,
}

/// What was asked, as far as the rule decides on it. Shapes and lengths are the reader's work.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Asked {
    /// The items.
    pub items: Vec<AskedItem>,
    /// A question for a professional: may come without items.
    pub ad_hoc: bool,
    /// Everybody who will see the release.
    pub recipients: Vec<String>,
    /// How long it will be kept.
    pub keep_for: Span,
    /// When the requester means to decide.
    pub respond_by: Date,
}

/// One fault, with its place.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Fault {
    /// JSON Pointer into the body, such as `/items/0/category`.
    pub pointer: String,
    /// What is wrong and what would be right.
    pub detail: String,
}

impl Fault {
    /// A fault at this place.
    pub fn at(pointer: impl Into<String>, detail: impl Into<String>) -> Self {
        Self { pointer: pointer.into(), detail: detail.into() }
    }
}

/// Makes the request, or says everything that is wrong with it.
pub fn ask(
    id: RequestId,
    asked: &Asked,
    purpose: &Purpose,
    registered: &Registration,
    now: At,
) -> Result<Request, Vec<Fault>> {
    let today = now.date_in_london();
    let mut faults = Vec::new();
    if !registered.covers(&purpose.id) || purpose.retired_at.is_some_and(|at| now >= at) {
        faults
            .push(Fault::at("/purpose", "this client is not registered for a purpose of this id"));
    }
    faults.extend(recipient_faults(&asked.recipients, purpose));
    faults.extend(term_faults(asked, purpose, today));
    if asked.items.is_empty() && !asked.ad_hoc {
        faults
            .push(Fault::at("/items", "ask for at least one category, unless the kind is ad-hoc"));
    }
    if asked.items.len() > ITEMS_AT_MOST {
        faults.push(Fault::at("/items", "ask for at most 40 categories"));
    }
    let mut seen = BTreeSet::new();
    let mut items = Vec::new();
    for (number, item) in asked.items.iter().enumerate() {
        let place = format!("/items/{number}");
        match check_item(item, &place, purpose, today, &mut seen) {
            Ok(item) => items.push(item),
            Err(found) => faults.extend(found),
        }
    }
    if !faults.is_empty() {
        faults.sort();
        return Err(faults);
    }
    Ok(Request {
        id,
        purpose: purpose.id.clone(),
        purpose_version: purpose.version,
        items,
        fields: purpose.fields.clone(),
        recipients: asked.recipients.clone(),
        keep_for: asked.keep_for,
        collect_within: purpose.collect_within,
        submitted_at: now,
        respond_by: asked.respond_by,
        closed_at: None,
        client_disabled: false,
    })
}

fn check_item(
    item: &AskedItem,
    place: &str,
    purpose: &Purpose,
    today: Date,
    seen: &mut BTreeSet<Category>,
) -> Result<Item, Vec<Fault>> {
    let mut faults = Vec::new();
    let category = Category::parse(&item.category).ok().filter(|category| {
        purpose.categories.contains(category) || seeded::planted(seeded::Fault::PurposeForgotten)
    });
    match category {
        None => faults.push(Fault::at(
            format!("{place}/category"),
            "name one of the purpose's categories by its id",
        )),
        Some(category) if !seen.insert(category) => {
            faults.push(Fault::at(format!("{place}/category"), "name each category once"));
        }
        Some(_) => {}
    }
    if item.decision_points.is_empty() {
        faults.push(Fault::at(
            format!("{place}/decision_points"),
            "name at least one of the purpose's decision points",
        ));
    }
    let mut points = BTreeSet::new();
    for (number, point) in item.decision_points.iter().enumerate() {
        if purpose.decision_point(point).is_none() || !points.insert(point) {
            faults.push(Fault::at(
                format!("{place}/decision_points/{number}"),
                "name each of the purpose's decision points at most once, by its id",
            ));
        }
    }
    let earliest = purpose.look_back_at_most.before(today);
    let from = item.from.unwrap_or(earliest);
    let to = item.to.unwrap_or(today);
    if from < earliest {
        faults.push(Fault::at(
            format!("{place}/from"),
            format!("the purpose reaches back to {earliest} and no further"),
        ));
    }
    if to < from {
        faults.push(Fault::at(format!("{place}/to"), "end on or after the day in `from`"));
    }
    if to > today {
        faults
            .push(Fault::at(format!("{place}/to"), "end on the day of the request at the latest"));
    }
    match category {
        Some(category) if faults.is_empty() => Ok(Item {
            category,
            decision_points: item.decision_points.clone(),
            reason: item.reason.clone(),
            from,
            to,
        }),
        _ => Err(faults),
    }
}

fn recipient_faults(recipients: &[String], purpose: &Purpose) -> Vec<Fault> {
    let mut faults = Vec::new();
    if recipients.is_empty() || recipients.len() > RECIPIENTS_AT_MOST {
        faults.push(Fault::at("/recipients", "name 1 to 10 of the purpose's recipients"));
    }
    let mut seen = BTreeSet::new();
    for (number, recipient) in recipients.iter().enumerate() {
        if !purpose.recipients.contains(recipient) || !seen.insert(recipient) {
            faults.push(Fault::at(
                format!("/recipients/{number}"),
                "name each of the purpose's recipients at most once, word for word",
            ));
        }
    }
    faults
}

fn term_faults(asked: &Asked, purpose: &Purpose, today: Date) -> Vec<Fault> {
    let mut faults = Vec::new();
    let kept_until = asked.keep_for.after(today);
    if kept_until <= today || kept_until > purpose.keep_for_at_most.after(today) {
        faults.push(Fault::at(
            "/keep_for",
            format!("keep it from P1D to {}", purpose.keep_for_at_most),
        ));
    }
    let earliest = today.saturating_add(RESPOND_BY_FROM);
    let latest = today.saturating_add(RESPOND_BY_TO);
    if asked.respond_by < earliest || asked.respond_by > latest {
        faults.push(Fault::at(
            "/respond_by",
            format!("name a day from {earliest} to {latest}: 28 to 180 days ahead"),
        ));
    }
    faults
}
