//! Why an entry touches a matter by its own content. For measuring the rules; nothing is decided by it.

use crate::category::Category;

/// One reason why an entry touches one matter.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Hit {
    /// What it touches.
    pub matter: Category,
    /// Why.
    pub because: Because,
}

/// Where a hit comes from.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Because {
    /// A code of a list that others made.
    ListedCode,
    /// A code of our own list.
    OwnCode(String),
    /// A block of a hierarchy.
    Block,
    /// A phrase of our word lists, by its number.
    Words(usize),
    /// A label in the record.
    Label,
}
