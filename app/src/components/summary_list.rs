//! Names and values in rows.

use leptos::prelude::*;

/// One row.
pub struct Row {
    key: String,
    value: AnyView,
}

/// A row whose value is a view.
pub fn row(key: String, value: impl IntoView + 'static) -> Row {
    Row { key, value: value.into_any() }
}

/// A row whose value is text.
pub fn row_text(key: String, value: String) -> Row {
    row(key, value)
}

/// The list.
pub fn summary_list(rows: Vec<Row>) -> AnyView {
    let rows: Vec<_> = rows
        .into_iter()
        .map(|Row { key, value }| {
            view! {
                <div class="govuk-summary-list__row">
                    <dt class="govuk-summary-list__key">{key}</dt>
                    <dd class="govuk-summary-list__value">{value}</dd>
                </div>
            }
        })
        .collect();
    view! { <dl class="govuk-summary-list">{rows}</dl> }.into_any()
}
