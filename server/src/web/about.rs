//! Help, privacy, accessibility: the same for everybody, with the operator's own words from the settings.

use super::guard::Visitor;
use super::render;
use app::pages::accessibility::{self, AccessibilityView};
use app::pages::help::{self, HelpView};
use app::pages::privacy::{self, PrivacyView};
use axum::response::Response;

pub(super) async fn help(visitor: Visitor) -> Response {
    let contact = visitor.portal.config().operator.contact.clone();
    render::shown(&visitor.ctx, help::page(&visitor.ctx, &HelpView { contact }))
}

pub(super) async fn privacy(visitor: Visitor) -> Response {
    let operator = visitor.portal.config().operator.clone();
    let seen = PrivacyView {
        controller: operator.name,
        contact: operator.contact,
        officer: None,
        guardian: None,
        basis: None,
    };
    render::shown(&visitor.ctx, privacy::page(&visitor.ctx, &seen))
}

pub(super) async fn accessibility(visitor: Visitor) -> Response {
    let contact = visitor.portal.config().operator.contact.clone();
    render::shown(&visitor.ctx, accessibility::page(&visitor.ctx, &AccessibilityView { contact }))
}
