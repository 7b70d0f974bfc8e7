//! `/verify`: a receipt is checked for anybody who sends one. Nothing of what is sent is kept, logged or shown to anybody
//! else, and nothing in the store is read for it.

mod given;

use super::Site;
use super::errors::Trouble;
use super::guard::Visitor;
use super::render;
use app::check_form::{CheckForm, judge};
use app::check_words::said;
use app::pages::verify::{self, VerifyView};
use axum::extract::{FromRequestParts as _, Request, State};
use axum::http::StatusCode;
use axum::response::Response;
use consent::proof::receipt::Wrong;
use given::Given;

pub(super) async fn show(visitor: Visitor) -> Response {
    render::shown(&visitor.ctx, verify::page(&visitor.ctx, &own(&visitor)))
}

/// Whom the portal names to be believed: itself, and the witnesses that it asks to sign.
fn own(visitor: &Visitor) -> VerifyView {
    let config = visitor.portal.config();
    // Without the name of a log: after a restore it has another, and earlier proofs stay good. A key that cannot be read
    // now could not be trusted either.
    let earlier = config.receipt_keys.iter().filter_map(|path| std::fs::read_to_string(path).ok());
    let keys = visitor.portal.keys().receipt_public_pem().ok().into_iter().chain(earlier);
    let keys: Vec<String> = keys.map(|key| key.trim().to_owned()).collect();
    let witnesses = config.log.witnesses.iter().map(|witness| witness.vkey.to_string());
    let witnesses: Vec<String> = witnesses.collect();
    VerifyView {
        keys: keys.join("\n"),
        witnesses: witnesses.join("\n"),
        quorum: "0".to_owned(),
        ..VerifyView::default()
    }
}

pub(super) async fn check(State(site): State<Site>, request: Request) -> Result<Response, Trouble> {
    let (mut parts, body) = request.into_parts();
    let visitor = Visitor::from_request_parts(&mut parts, &site).await?;
    let given = given::read(Request::from_parts(parts, body), &site).await?;
    let (view, status) = judged(&visitor, given);
    Ok(render::page(&visitor.ctx, status, verify::page(&visitor.ctx, &view)))
}

fn judged(visitor: &Visitor, given: Given) -> (VerifyView, StatusCode) {
    let own = own(visitor);
    let lang = visitor.ctx.lang;
    if given.too_large {
        let said = Some(said(lang, &Err(Wrong::TooLarge), None));
        return (VerifyView { said, ..own }, StatusCode::PAYLOAD_TOO_LARGE);
    }
    let mut form = given.form;
    // A form without these fields believes whom the portal names; an empty one for witnesses means that none counts.
    if form.keys.trim().is_empty() {
        form.keys = own.keys;
    }
    if !given.has_witnesses {
        form.witnesses = own.witnesses;
    }
    if form.quorum.trim().is_empty() {
        form.quorum = own.quorum;
    }
    let result = judge(lang, &form);
    let CheckForm { text, paper, keys, witnesses, quorum, .. } = form;
    let view = VerifyView { paper, keys, witnesses, quorum, ..VerifyView::default() };
    match result {
        // What was checked is not sent back.
        Ok(said) => (VerifyView { said: Some(said), ..view }, StatusCode::OK),
        Err(wrong) => {
            let errors = wrong.into_iter().map(VerifyView::error).collect();
            (VerifyView { text, errors, ..view }, StatusCode::UNPROCESSABLE_ENTITY)
        }
    }
}
