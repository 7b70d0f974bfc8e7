//! Every page with its samples, in demo mode. Nobody in it is real.

use super::errors::Trouble;
use super::guard::Visitor;
use super::typed::named;
use super::{Site, render};
use app::pages::gallery;
use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use axum::response::Response;

pub(super) async fn list(visitor: Visitor) -> Response {
    render::shown(&visitor.ctx, gallery::page(&visitor.ctx))
}

pub(super) struct Sample(String, String);

impl FromRequestParts<Site> for Sample {
    type Rejection = Trouble;

    async fn from_request_parts(parts: &mut Parts, site: &Site) -> Result<Self, Trouble> {
        Ok(Self(named(parts, site, "page").await?, named(parts, site, "sample").await?))
    }
}

pub(super) async fn sample(
    visitor: Visitor,
    Sample(page, name): Sample,
) -> Result<Response, Trouble> {
    let html = gallery::sample(&visitor.ctx, &page, &name).ok_or_else(Trouble::not_found)?;
    Ok(render::shown(&visitor.ctx, html))
}
