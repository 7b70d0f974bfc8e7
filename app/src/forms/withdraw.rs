//! Stopping, for all or for some.

use super::{Pairs, value};

/// `/requests/{id}/withdraw`: one checkbox `item.<category>` for each, and `action=withdraw`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct WithdrawForm {
    /// The categories that were ticked.
    pub items: Vec<String>,
    /// Whether the button that stops was pressed.
    pub withdraw: bool,
}

impl WithdrawForm {
    /// Reads the form.
    pub fn from_pairs(pairs: &Pairs) -> Self {
        let mut items: Vec<String> = Vec::new();
        for category in pairs.iter().filter_map(|(name, _)| name.strip_prefix("item.")) {
            if !items.iter().any(|known| known == category) {
                items.push(category.to_owned());
            }
        }
        Self { items, withdraw: value(pairs, "action") == "withdraw" }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_ticked_category_counts_once() {
        let pairs = [
            ("item.conditions", "on"),
            ("item.conditions", "on"),
            ("item.medicines", "yes"),
            ("action", "withdraw"),
        ]
        .map(|(name, value)| (name.to_owned(), value.to_owned()))
        .to_vec();
        assert_eq!(
            WithdrawForm::from_pairs(&pairs),
            WithdrawForm { items: vec!["conditions".into(), "medicines".into()], withdraw: true }
        );
    }
}
