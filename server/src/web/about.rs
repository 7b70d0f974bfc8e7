//! Help, privacy, accessibility: the same for everybody, with the operator's own words from the settings.

use super::guard::Visitor;
use super::render;
use app::i18n::Lang;
use app::pages::accessibility::{self, AccessibilityView};
use app::pages::help::{self, HelpView};
use app::pages::leaflet::{self, LeafletView};
use app::pages::privacy::{self, PrivacyView};
use axum::response::Response;

pub(super) async fn help(visitor: Visitor) -> Response {
    let contact = visitor.portal.config().operator.contact.clone();
    render::shown(&visitor.ctx, help::page(&visitor.ctx, &HelpView { contact }))
}

pub(super) async fn leaflet(visitor: Visitor) -> Response {
    let config = visitor.portal.config();
    let seen =
        LeafletView { address: config.base_url.clone(), contact: config.operator.contact.clone() };
    render::shown(&visitor.ctx, leaflet::page(&visitor.ctx, &seen))
}

pub(super) async fn privacy(visitor: Visitor) -> Response {
    let operator = visitor.portal.config().operator.clone();
    // In Welsh the English words stand where there are no others: they are the operator's.
    let basis = match visitor.ctx.lang {
        Lang::En => operator.legal_basis,
        Lang::Cy => operator.legal_basis_cy.or(operator.legal_basis),
    };
    let seen = PrivacyView {
        controller: operator.name,
        contact: operator.contact,
        officer: operator.data_protection_officer,
        guardian: operator.caldicott_guardian,
        basis,
    };
    render::shown(&visitor.ctx, privacy::page(&visitor.ctx, &seen))
}

pub(super) async fn accessibility(visitor: Visitor) -> Response {
    let contact = visitor.portal.config().operator.contact.clone();
    render::shown(&visitor.ctx, accessibility::page(&visitor.ctx, &AccessibilityView { contact }))
}
