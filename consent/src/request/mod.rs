//! One question from a requester about one claimant, as far as the rule needs it.

mod ask;

pub use ask::{
    Asked, AskedItem, Fault, ITEMS_AT_MOST, RECIPIENTS_AT_MOST, RESPOND_BY_FROM, RESPOND_BY_TO,
    Registration, ask,
};

use crate::category::Category;
use crate::ids::RequestId;
use crate::purpose::IdentityField;
use crate::time::{At, Span};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;
use time::Date;

/// One category within a request, with its reason, decision points and dates.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Item {
    /// What is asked for.
    pub category: Category,
    /// The purpose's decision points that it serves.
    pub decision_points: Vec<String>,
    /// Why it is needed, in the requester's words.
    pub reason: String,
    /// The first day asked for.
    pub from: Date,
    /// The last day asked for.
    pub to: Date,
}

/// A request that was checked against its purpose. Only [`ask`] makes one from what was asked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Request {
    /// Its id.
    pub id: RequestId,
    /// The purpose's id.
    pub purpose: String,
    /// The purpose's version.
    pub purpose_version: u32,
    /// What is asked for; no category twice.
    pub items: Vec<Item>,
    /// The fields of `who-i-am` that the purpose lists.
    pub fields: BTreeSet<IdentityField>,
    /// Everybody who will see the release.
    pub recipients: Vec<String>,
    /// How long the release will be kept.
    pub keep_for: Span,
    /// How long after the answer a release may be collected.
    pub collect_within: Span,
    /// When it was submitted.
    pub submitted_at: At,
    /// When the requester means to decide.
    pub respond_by: Date,
    /// Since when the requester has closed it.
    pub closed_at: Option<At>,
    /// The client may not use the portal now.
    pub client_disabled: bool,
}

impl Request {
    /// The item for this category.
    #[must_use]
    pub fn item(&self, category: Category) -> Option<&Item> {
        self.items.iter().find(|item| item.category == category)
    }

    /// The first and the last day asked for, over all items.
    #[must_use]
    pub fn period(&self) -> Option<(Date, Date)> {
        let from = self.items.iter().map(|item| item.from).min()?;
        let to = self.items.iter().map(|item| item.to).max()?;
        Some((from, to))
    }
}
