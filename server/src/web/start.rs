//! The first page.

use super::guard::Visitor;
use super::render;
use app::pages::start::{self, StartView};
use axum::response::Response;

pub(super) async fn show(visitor: Visitor) -> Response {
    render::shown(&visitor.ctx, start::page(&visitor.ctx, &StartView))
}
